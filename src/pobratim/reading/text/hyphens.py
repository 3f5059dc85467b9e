"""Hyphens that are typed as other signs: «Санкт‑Петербург» with one that does not break, «торгово–экономический» with a
dash. Every offset stays."""

from __future__ import annotations

import re

_SIGNS = str.maketrans("\u2010\u2011", "--")
_DASH = "[–—\u2212]"
_COMPOUND = re.compile(
    rf"(?<=[а-яё]){_DASH}(?=[а-яё])"  # «торгово–экономический», «Ростов–на–Дону»
    rf"|(?<=[сц]ко){_DASH}(?=[А-ЯЁ])"  # «Российско–Белорусский»
    rf"|\b(?:Санкт|Йошкар|Улан|Нур|Нарьян|Алма|Тель|Нью|(?i:на|южно|северо|западно|восточно)){_DASH}(?=[А-ЯЁ])"
)
"""A dash without a blank where a word goes on; between two names («Минск–Омск») it stays."""


def with_plain_hyphens(text: str) -> str:
    """The text with «-» in place of such signs."""
    text = text.translate(_SIGNS)
    return _COMPOUND.sub(lambda found: f"{found[0][:-1]}-", text)
