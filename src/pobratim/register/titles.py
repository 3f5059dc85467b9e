"""Proper names of happenings: which number in a row they give, and what is left of them without it."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files

from pobratim.register.text import words

_ORDINALS = (
    "перв", "втор", "трет", "четверт", "пят", "шест", "седьм", "восьм", "девят", "десят", "одиннадцат",
    "двенадцат", "тринадцат", "четырнадцат", "пятнадцат", "шестнадцат", "семнадцат", "восемнадцат",
    "девятнадцат", "двадцат",
)
_ENDING = "ый|ий|ой|ая|ья|ое|ье|ого|ьего|ому|ьему|ом|ьем|ым|ьим|ую|ью|ей"
_COUNTED = re.compile(f"(\\d+)-(?:{_ENDING}|[йяемх]|го|му)")
_ORDINAL = re.compile(f"({'|'.join(_ORDINALS)})(?:{_ENDING})")
_ROMAN = re.compile(r"(x{0,3})(ix|iv|v?i{0,3})")
_UNITS = {"": 0, "i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9}


@lru_cache(maxsize=4096)
def numbers_in(title: str) -> frozenset[int]:
    """The numbers in a title: «XII форум», «седьмое заседание», «12-я ярмарка», «Иннопром 2022»."""
    return frozenset(number for word in words(title) if (number := _number(word)) is not None)


@lru_cache(maxsize=4096)
def is_session(title: str) -> bool:
    """Whether it is called a session or a meeting: «седьмое заседание рабочей группы»."""
    return any(word.startswith(_gatherings()["sessions"]) for word in words(title))


@lru_cache(maxsize=4096)
def core(title: str) -> str:
    """A title without its number and what the gathering is called: «XII форум побратимов» → «побратимов»."""
    named = (*_gatherings()["sessions"], *_gatherings()["forums"])
    parts = (part for word in words(title) if _number(word) is None for part in word.split("-"))
    return " ".join(word for word in parts if _number(word) is None and not word.startswith(named))


@cache
def _gatherings() -> dict[str, tuple[str, ...]]:
    text = files("pobratim.register").joinpath("data/gatherings.toml").read_text(encoding="utf-8")
    return {kind: tuple(stems) for kind, stems in tomllib.loads(text).items()}


def _number(word: str) -> int | None:
    if word.isdecimal():
        return int(word)
    if counted := _COUNTED.fullmatch(word):
        return int(counted[1])
    if ordinal := _ORDINAL.fullmatch(word):
        return _ORDINALS.index(ordinal[1]) + 1
    # Typists put Cyrillic letters that look like Roman figures.
    roman = _ROMAN.fullmatch(word.replace("х", "x").replace("і", "i"))
    return (10 * len(roman[1]) + _UNITS[roman[2]]) or None if roman else None
