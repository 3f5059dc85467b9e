"""The nominative of the name of a town that no list has: «в Гирсовке» → Гирсовка, «из Линьчэна» → Линьчэн.

Its other mentions tell most; then the case that the words around it ask for, and how such names end.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from pobratim.reading.data import path
from pobratim.reading.names.people.palladius import chinese_bases, sounds_chinese
from pobratim.reading.text.declension import ALL, fits
from pobratim.reading.text.morph import recase

_ON_RIVER = re.compile("-(?:на|ам|ан|под|сюр|у|над|при)-")
_CHINESE = 4
"""Syllables that the name of a Chinese town or province has at most (Внутренняя Монголия is no such name)."""
_SHARED = 0.5
"""What another mention that may have the same nominative adds."""


@dataclass(frozen=True, slots=True)
class _Ending:
    """One line of ``places/endings.tsv``."""

    cases: frozenset[str]
    form: str
    base: str
    weight: float
    before: str


@cache
def _endings() -> tuple[_Ending, ...]:
    lines = path("places/endings.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return tuple(
        _Ending(frozenset(cases.split(",")), form, base.strip("-"), float(weight), before)
        for cases, form, base, weight, before in rows
    )


@lru_cache(maxsize=10_000)
def place_bases(form: str, cases: frozenset[str] = frozenset()) -> dict[str, float]:
    """The nominatives that ``form`` (in small letters) may come from in one of the cases: their weights."""
    cases = cases or ALL
    if sounds_chinese(form, _CHINESE):
        chinese = chinese_bases(form, _CHINESE)
        return {base: 1.5 for base, own in chinese if own & cases} or dict.fromkeys((b for b, _ in chinese), 1.0)
    if river := _ON_RIVER.search(form):  # «Ротенбурга-на-Таубере»
        front, rest = form[: river.start()], form[river.start() :]
        return {base + rest: weight for base, weight in place_bases(front, cases).items()}
    front, dash, tail = form.rpartition("-")
    if dash:
        return {f"{front}-{base}": weight for base, weight in place_bases(tail, cases).items()}
    found: dict[str, float] = {}
    last = form[-1:]
    if "nomn" in cases:
        found[form] = 1.0
    elif "accs" in cases and last not in "ую":
        found[form] = 0.7 if last in "еи" else 1.0
    elif last in ("оэё" if "accs" in cases else "оуэюё") and not form.endswith(("ого", "его")):
        found[form] = 1.1  # «в Тренто», «из Хуанчжоу»: such names stay as they are
    for ending in _endings():
        stem = form[: -len(ending.form)]
        if ending.cases & cases and form.endswith(ending.form) and len(stem) > 1 and fits(stem, ending.before):
            base = stem + ending.base
            found[base] = max(found.get(base, 0.0), ending.weight)
    return found or {form: 0.1}


def nominative_of(text: str, cases: frozenset[str], others: Collection[tuple[str, frozenset[str]]] = ()) -> str:
    """The likeliest nominative of one word; ``others`` are other unknown names of the text with their cases."""
    found = place_bases(text.lower(), cases)
    support = _bases_of(others)
    best = max(found, key=lambda base: (found[base] + _SHARED * support.count(base), len(base), base))
    return recase(best, text)


def _bases_of(others: Iterable[tuple[str, frozenset[str]]]) -> list[str]:
    return [base for text, cases in dict.fromkeys(others) for base in place_bases(text.lower(), cases)]
