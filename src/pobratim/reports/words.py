"""What the codes of the register are called in Russian: `ru("roadmap")` is «дорожная карта».

The words live in ``data/words.toml``; reports and web show the same ones.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Any


def ru(code: str, group: str | None = None) -> str:
    """The Russian word for a code, in small letters.

    ``group`` is a table of ``words.toml`` (`event`, `agreement`, `tie`, `status`, `outcome`, `direction`, `offer`,
    `metric`, `trend`, `topic`, `record`, `entity`, `quote`, `role`, `trace`, `language`, `slot`); without it the first
    group that has the code answers. A code without a word comes back as it is: better a foreign word than no page.
    """
    for name, table in _words().items():
        if name not in ("unit", "title") and group in (None, name) and code in table:
            return str(table[code])
    return code


def unit_forms(unit: str) -> tuple[str, str, str] | None:
    """The unit beside one, two and five («доллар США», «доллара США», «долларов США»), where it is known."""
    forms = _words()["unit"].get(unit)
    return (forms[0], forms[1], forms[2]) if forms else None


@cache
def telling_words() -> frozenset[str]:
    """First words of a happening's name that already say what it is («Форум городов», «Дни культуры»)."""
    return frozenset(_words()["title"]["telling"])


@cache
def _words() -> dict[str, dict[str, Any]]:
    source = resources.files("pobratim.reports") / "data" / "words.toml"
    return tomllib.loads(source.read_text(encoding="utf-8"))
