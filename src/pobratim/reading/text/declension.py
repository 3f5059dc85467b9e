"""From a case form of a given name or surname back to its nominative, known to a dictionary or not.

Russian surnames decline in four ways (Орлов, Чайковский, Мороз, Середа) or not at all (Шевченко, Живых);
the same endings serve Kazakh, Armenian, Serbian and Chinese names. Which of the bases is the right one
only the gender and case of the given name beside it, or another mention, can tell.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from pobratim.reading.data import path

ALL = frozenset({"nomn", "gent", "datv", "accs", "ablt", "loct"})
VOWELS = frozenset("аеёиоуыэюя")
_POSSESSIVE = ("ов", "ев", "ёв", "ин", "ын")
_HUSHING = frozenset("жшчщц")


@dataclass(frozen=True, slots=True)
class Base:
    """A nominative that a form may come from, the cases the form then has, and how likely that is."""

    form: str
    cases: frozenset[str]
    weight: float


@dataclass(frozen=True, slots=True)
class _Ending:
    """One line of ``endings.tsv``."""

    form: str
    base: str
    cases: frozenset[str]
    weight: float
    before: str


@cache
def _endings() -> dict[tuple[str, str], list[_Ending]]:
    """Gender and last letter → the endings."""
    lines = path("names/endings.tsv").read_text(encoding="utf-8").splitlines()
    found: dict[tuple[str, str], list[_Ending]] = {}
    for line in lines:
        if line and not line.startswith("#"):
            who, form, base, cases, weight, before = line.split("\t")
            ending = _Ending(form, base.strip("-"), frozenset(cases.split(",")), float(weight), before)
            for gender in who:
                found.setdefault((gender, form[-1]), []).append(ending)
    return found


@lru_cache(maxsize=20_000)
def bases(form: str, gender: str) -> tuple[Base, ...]:
    """The nominatives that ``form`` (in small letters) may come from when a man (m) or woman (f) bears it.

    A hyphenated name declines in its last part, and in the first too where that changes.
    """
    front, dash, tail = form.rpartition("-")
    if dash:
        return tuple(
            Base(f"{first.form}-{last.form}", first.cases & last.cases, min(first.weight, last.weight))
            for first in (*bases(front, gender), Base(front, ALL, 0.5))
            for last in bases(tail, gender)
            if first.cases & last.cases
        )
    found: dict[tuple[str, frozenset[str]], float] = {}

    def add(base: str, cases: frozenset[str], weight: float) -> None:
        if len(base) > 1:
            found[base, cases] = max(weight, found.get((base, cases), 0.0))

    last = form[-1:]
    if last not in VOWELS:
        if gender == "m":
            unlikely = form.endswith(("ым", "им", "ом", "ем", "ём")) and len(form) > 4
            add(form, ALL if form.endswith(("ых", "их")) else frozenset({"nomn"}), 0.5 if unlikely else 1.0)
        elif form.endswith("ей"):
            add(form, ALL, 0.5)
        elif len(form) < 5 or not form.endswith(("ой", "ский", "цкий", "ым", "им")):
            add(form, ALL, 0.2 if form.endswith((*_POSSESSIVE, "ий", "ый", "ом", "ем")) else 0.9)
    elif last in "оиэеуюы":
        weight = {"о": 1.1, "и": 0.7, "э": 1.0, "е": 0.35, "у": 0.3, "ю": 0.2, "ы": 0.2}[last]
        foreign = form.endswith(("ау", "оу", "еу", "иу"))  # «Зирау»
        add(form, ALL, 0.3 if form.endswith(("ого", "его")) else 1.1 if foreign else weight)
    for ending in _endings().get((gender, last), ()):
        stem = form.removesuffix(ending.form)
        if 1 < len(stem) < len(form) and fits(stem, ending.before):
            add(stem + ending.base, ending.cases, ending.weight)
    if last in VOWELS:
        add(form, ALL, 0.2)  # many a foreign name stays as it is
    if form.endswith(("ой", "ий", "ый")) and gender == "m":
        add(form, frozenset({"nomn"}), 1.0)
    return tuple(
        Base(base, cases, weight)
        for (base, cases), weight in sorted(found.items(), key=lambda item: (-item[1], item[0][0]))
    )


def fits(stem: str, before: str) -> bool:
    """Does the stem end in what the ending wants before it?"""
    last = stem[-1]
    match before:
        case "-":
            return True
        case "consonant":
            return last not in VOWELS and last not in "ьъй"
        case "vowel":
            return last in VOWELS
        case "hushing":
            return last in _HUSHING
        case "velar":
            return last in "гкх" or last in _HUSHING
        case "possessive":
            return stem.endswith(_POSSESSIVE)
    return stem.endswith(tuple(before.split("|")))
