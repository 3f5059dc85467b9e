"""Proper names of happenings: which number in a row they give."""

from __future__ import annotations

import re
from functools import lru_cache

from pobratim.register.text import words

_ORDINALS = (
    "перв", "втор", "трет", "четверт", "пят", "шест", "седьм", "восьм", "девят", "десят", "одиннадцат",
    "двенадцат", "тринадцат", "четырнадцат", "пятнадцат", "шестнадцат", "семнадцат", "восемнадцат",
    "девятнадцат", "двадцат",
)
_ENDING = "ый|ий|ой|ая|ья|ое|ье|ого|ьего|ому|ьему|ом|ьем|ым|ьим|ую|ью|ей"
_ORDINAL = re.compile(f"({'|'.join(_ORDINALS)})(?:{_ENDING})")
_ROMAN = re.compile(r"(x{0,3})(ix|iv|v?i{0,3})")
_UNITS = {"": 0, "i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9}


@lru_cache(maxsize=4096)
def numbers_in(title: str) -> frozenset[int]:
    """The numbers in a title: «XII форум», «седьмое заседание», «Иннопром 2022»."""
    return frozenset(number for word in words(title) if (number := _number(word)) is not None)


def _number(word: str) -> int | None:
    if word.isdecimal():
        return int(word)
    if ordinal := _ORDINAL.fullmatch(word):
        return _ORDINALS.index(ordinal[1]) + 1
    # Typists put Cyrillic letters that look like Roman figures.
    roman = _ROMAN.fullmatch(word.replace("х", "x").replace("і", "i"))
    return (10 * len(roman[1]) + _UNITS[roman[2]]) or None if roman else None
