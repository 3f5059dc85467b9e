"""Chinese names in Cyrillic letters, by the syllables that Palladius's transcription allows.

«Чжэньдуном» is no Chinese name, «Чжэньдун» is one: the syllables tell the nominative, and they tell
«Суйфэньхэ» from a Russian word.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from pobratim.reading.data import load_toml
from pobratim.reading.text.declension import ALL

_ENDINGS: tuple[tuple[str, tuple[str, ...], frozenset[str]], ...] = (
    ("", ("",), ALL),
    ("а", ("",), frozenset({"gent", "accs"})),
    ("у", ("",), frozenset({"datv"})),
    ("ом", ("",), frozenset({"ablt"})),
    ("е", ("", "ь", "й"), frozenset({"loct"})),
    ("я", ("ь", "й"), frozenset({"gent", "accs"})),
    ("ю", ("ь", "й"), frozenset({"datv"})),
    ("ем", ("ь", "й"), frozenset({"ablt"})),
    ("и", ("ь",), frozenset({"gent", "datv", "loct"})),
)
"""The ending of a form, those of its nominative, and the cases."""


@cache
def _tables() -> tuple[re.Pattern[str], frozenset[str], re.Pattern[str]]:
    table = load_toml("names/chinese.toml")
    initials = "|".join(sorted(table["syllables"]["initials"], key=len, reverse=True))
    finals = "|".join(sorted(table["syllables"]["finals"], key=len, reverse=True))
    whole = "|".join(sorted(table["syllables"]["whole"], key=len, reverse=True))
    syllable = f"(?:{whole}|(?:{initials})?(?:{finals}))ъ?"
    marks = "|".join(table["syllables"]["marks"])
    return re.compile(syllable), frozenset(table["family"]["names"]), re.compile(marks)


def is_family(form: str) -> bool:
    """Is it a Chinese family name («ван»)?"""
    return form in _tables()[1]


def are_names(family: str, given: str, *, held: bool) -> bool:
    """May these be a family name and a given name, both in some case («чжану ванпину»)?

    One of them must have letters that hardly any Russian word has, or an office be ``held``.
    """
    families = {family, *(base for base, _ in chinese_bases(family, 1))}
    if not any(map(is_family, families)) or not chinese_bases(given):
        return False
    marks = _tables()[2]
    return held or bool(marks.search(family) or marks.search(given))


@lru_cache(maxsize=10_000)
def syllables(form: str) -> int:
    """Of how many Chinese syllables at least the word consists; 0 where it does not."""
    syllable = _tables()[0]
    best = {0: 0}
    for start in range(len(form)):
        if start in best:
            for end in range(start + 1, min(len(form), start + 7) + 1):
                if syllable.fullmatch(form, start, end):
                    best[end] = min(best.get(end, 99), best[start] + 1)
    return best.get(len(form), 0)


@lru_cache(maxsize=10_000)
def chinese_bases(form: str, most: int = 2) -> tuple[tuple[str, frozenset[str]], ...]:
    """The Chinese names of up to ``most`` syllables that ``form`` may be a case form of, with its cases."""
    found: dict[str, frozenset[str]] = {}
    for ending, finals, cases in _ENDINGS:
        if not form.endswith(ending):
            continue
        stem = form.removesuffix(ending) if ending else form
        for final in finals:
            base = stem + final
            if 0 < syllables(base) <= most:
                declines = base[-1] in "нйьр" or not ending
                if declines:
                    own = frozenset({"nomn"}) if not ending and base[-1] in "нйьр" and most > 1 else cases
                    found[base] = found.get(base, frozenset()) | own
    fewest = min((syllables(base) for base in found), default=0)
    return tuple((base, cases) for base, cases in found.items() if syllables(base) == fewest)


def sounds_chinese(form: str, most: int = 2) -> bool:
    """Is the word (in some case) a Chinese name that is no Russian word: with letters as in «цзя», «чжэнь»?"""
    return bool(_tables()[2].search(form)) and bool(chinese_bases(form, most))
