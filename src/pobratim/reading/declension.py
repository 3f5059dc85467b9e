"""From a case form of a given name or surname back to its nominative, known to a dictionary or not.

Russian surnames decline in four ways (Орлов, Чайковский, Мороз, Середа) or not at all (Шевченко, Живых);
the same endings serve Kazakh, Armenian, Serbian and Chinese names. Which of the bases is the right one
only the gender and case of the given name beside it, or another mention, can tell.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

ALL = frozenset({"nomn", "gent", "datv", "accs", "ablt", "loct"})
_VOWELS = frozenset("аеёиоуыэюя")
_POSSESSIVE = ("ов", "ев", "ёв", "ин", "ын")
_HUSHING = frozenset("жшчщц")


@dataclass(frozen=True, slots=True)
class Base:
    """A nominative that a form may come from, the cases the form then has, and how likely that is."""

    form: str
    cases: frozenset[str]
    weight: float


def _cases(text: str) -> frozenset[str]:
    return ALL if text == "all" else frozenset(text.split())


# (ending of the form, ending of the base, cases, weight, what must stand before the ending)
_MEN: tuple[tuple[str, str, str, float, str], ...] = (
    ("ого", "ый", "gent accs", 0.7, ""), ("ого", "ой", "gent accs", 0.6, ""), ("кого", "кий", "gent accs", 1.2, ""),
    ("его", "ий", "gent accs", 0.9, ""),
    ("ому", "ый", "datv", 0.7, ""), ("ому", "ой", "datv", 0.6, ""), ("кому", "кий", "datv", 1.2, ""),
    ("ему", "ий", "datv", 0.9, ""),
    ("ым", "", "ablt", 1.1, "possessive"), ("ым", "ый", "ablt", 0.8, ""), ("ым", "ой", "ablt", 0.6, ""),
    ("ким", "кий", "ablt", 1.2, ""), ("им", "ий", "ablt", 0.7, ""), ("гим", "гой", "ablt", 0.8, ""),
    ("ком", "кий", "loct", 0.8, "с|ц"), ("ом", "ый", "loct", 0.3, ""), ("ом", "", "ablt", 1.0, "consonant"),
    ("ем", "", "ablt", 0.9, "hushing"), ("ем", "й", "ablt", 1.0, "vowel"), ("ем", "ь", "ablt", 0.9, "consonant"),
    ("ём", "ь", "ablt", 0.9, "consonant"), ("ем", "ий", "loct", 0.3, ""),
    ("а", "", "gent accs", 1.0, "consonant"), ("у", "", "datv", 1.0, "consonant"),
    ("е", "", "loct", 0.9, "consonant"), ("я", "й", "gent accs", 1.0, "vowel"), ("ю", "й", "datv", 1.0, "vowel"),
    ("е", "й", "loct", 0.8, "vowel"), ("я", "ь", "gent accs", 0.9, "consonant"), ("ю", "ь", "datv", 0.9, "consonant"),
    ("е", "ь", "loct", 0.4, "consonant"), ("ии", "ий", "loct", 0.8, ""),
    ("ца", "ец", "gent accs", 0.9, "consonant"), ("цу", "ец", "datv", 0.9, "consonant"),
    ("цом", "ец", "ablt", 0.9, "consonant"), ("цем", "ец", "ablt", 0.9, "consonant"), ("це", "ец", "loct", 0.7, "consonant"),
    ("ка", "ок", "gent accs", 0.6, "consonant"), ("ку", "ок", "datv", 0.6, "consonant"),
    ("ком", "ок", "ablt", 0.6, "consonant"), ("ке", "ок", "loct", 0.4, "consonant"),
    ("ля", "ель", "gent accs", 0.4, "consonant"), ("лю", "ель", "datv", 0.4, "consonant"), ("лем", "ель", "ablt", 0.4, "consonant"),
    ("ья", "ей", "gent accs", 0.8, "consonant"), ("ью", "ей", "datv", 0.8, "consonant"), ("ьем", "ей", "ablt", 0.8, "consonant"),
)
_BOTH: tuple[tuple[str, str, str, float, str], ...] = (
    ("а", "а", "nomn", 0.75, ""), ("я", "я", "nomn", 0.75, ""),
    ("ы", "а", "gent", 0.9, ""), ("и", "а", "gent", 0.8, "velar"), ("и", "я", "gent", 0.7, ""),
    ("е", "а", "datv loct", 0.6, "consonant"), ("е", "я", "datv loct", 0.5, ""), ("ии", "ия", "gent datv loct", 0.8, ""),
    ("у", "а", "accs", 0.6, ""), ("ю", "я", "accs", 0.6, ""), ("ою", "а", "ablt", 0.5, ""),
    ("ой", "а", "ablt", 0.8, ""), ("ей", "я", "ablt", 0.7, ""), ("ей", "а", "ablt", 0.6, "hushing"),
)
_WOMEN: tuple[tuple[str, str, str, float, str], ...] = (
    ("ой", "а", "gent datv ablt loct", 1.1, "possessive"), ("у", "а", "accs", 1.1, "possessive"),
    ("а", "а", "nomn", 1.1, "possessive"),
    ("ой", "ая", "gent datv ablt loct", 1.1, "ск|цк"), ("ой", "ая", "gent datv ablt loct", 0.7, ""),
    ("ей", "ая", "gent datv ablt loct", 0.4, ""), ("ую", "ая", "accs", 1.1, ""), ("ая", "ая", "nomn", 1.1, ""),
    ("ови", "овь", "gent datv loct", 1.0, ""), ("овью", "овь", "ablt", 1.0, ""),
    ("и", "ь", "gent datv loct", 0.6, "consonant"), ("ью", "ь", "ablt", 0.9, "consonant"),
)


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
    if last not in _VOWELS:
        if gender == "m":
            unlikely = form.endswith(("ым", "им", "ком")) and len(form) > 4
            add(form, ALL if form.endswith(("ых", "их")) else frozenset({"nomn"}), 0.5 if unlikely else 1.0)
        elif form.endswith("ей"):
            add(form, ALL, 0.5)
        elif not form.endswith(("ой", "ский", "цкий", "ым", "им")):
            add(form, ALL, 0.2 if form.endswith((*_POSSESSIVE, "ий", "ый", "ом", "ем")) else 0.9)
    elif last in "оиэеуюы":
        weight = {"о": 1.1, "и": 0.7, "э": 1.0, "е": 0.35, "у": 0.3, "ю": 0.2, "ы": 0.2}[last]
        add(form, ALL, 0.3 if form.endswith(("ого", "его")) else weight)
    for ending, end, cases, weight, before in (_MEN if gender == "m" else _WOMEN) + _BOTH:
        stem = form[: -len(ending)]
        if form.endswith(ending) and len(stem) > 1 and _fits(stem, before):
            add(stem + end, _cases(cases), weight)
    if form.endswith(("ой", "ий", "ый")) and gender == "m":
        add(form, frozenset({"nomn"}), 1.0)
    return tuple(Base(base, cases, weight) for (base, cases), weight in sorted(
        found.items(), key=lambda item: (-item[1], item[0][0])
    ))


def _fits(stem: str, before: str) -> bool:
    last = stem[-1]
    match before:
        case "":
            return True
        case "consonant":
            return last not in _VOWELS and last not in "ьъй"
        case "vowel":
            return last in _VOWELS
        case "hushing":
            return last in _HUSHING
        case "velar":
            return last in "гкх" or last in _HUSHING
        case "possessive":
            return stem.endswith(_POSSESSIVE)
    return stem.endswith(tuple(before.split("|")))
