"""The vocabulary of dates and the pieces of patterns made of it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pobratim.reading.data import load_toml

_CALENDAR = load_toml("dates/calendar.toml")
_NUMERALS = load_toml("dates/numerals.toml")
_RELATIVE = load_toml("dates/relative.toml")

DAYS: dict[str, int] = _RELATIVE["days"]
FORWARD = frozenset(_RELATIVE["forward"]["lemmas"])
AIMS = frozenset(_RELATIVE["aims"]["lemmas"])
SEASONS: dict[str, list[int]] = _CALENDAR["seasons"]
WEEKDAYS: list[str] = _CALENDAR["weekdays"]["forms"]
NOT_WEEKDAYS_BEFORE: list[str] = _CALENDAR["weekdays"]["not_before"]
ROMAN: dict[str, int] = _NUMERALS["roman"]

MONTHS = {
    form: number
    for number, month in enumerate(_CALENDAR["months"], start=1)
    for form in (month["day"], *month["others"], *month["short"])
}
_CARDINAL: dict[str, int] = _NUMERALS["cardinal"]
_ORDINAL: dict[str, int] = _NUMERALS["ordinal"]
_STEPS: dict[str, int] = _RELATIVE["steps"]


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of these words, the longest first; «е» stands for «ё» too."""
    return "(?:" + "|".join(sorted(map(_yo, words), key=len, reverse=True)) + ")"


def _yo(word: str) -> str:
    return re.escape(word).replace("ё", "[её]")


_UNYO = str.maketrans("ё", "е")


def _plain(table: dict[str, int]) -> dict[str, int]:
    return {word.translate(_UNYO): value for word, value in table.items()}


_CARDINAL_PLAIN, _ORDINAL_PLAIN, _MONTHS_PLAIN = map(_plain, (_CARDINAL, _ORDINAL, MONTHS))

# ---------------------------------------------------------------- pieces of patterns

DASH = r"[-‐‑–—−]"
DAY = r"(?:[12]\d|3[01]|0?[1-9])(?!\d)"
MONTH_OF = any_of(month["day"] for month in _CALENDAR["months"])
"""The month after a day: «июня»."""
MONTH_SHORT = any_of(short for month in _CALENDAR["months"] for short in month["short"]) + r"\b\.?"
MONTH_NAME = any_of(form for month in _CALENDAR["months"] for form in month["others"])
MONTH_ANY = any_of(form for month in _CALENDAR["months"] for form in (month["day"], *month["others"]))
YEAR = r"(?:1\d|20)\d\d(?!\d)"
YEAR_WORD = r"(?:год(?:а|у|ом|е|ов|ам|ах|ами|ы)?\b|гг?\b\.?)"
STATED_YEAR = re.compile(rf"\b({YEAR})(?=\s*{YEAR_WORD}|-(?:м|го|му)\b)")
STEP = r"(?!прошл[аои]\b)" + any_of(_STEPS) + r"[а-яё]*"
"""«прошлой осенью», «в минувшую среду»; «встреча прошла осенью» counts from nothing."""
CARDINAL = rf"(?:\d{{1,3}}|{any_of(_CARDINAL)}(?:\s+{any_of(_CARDINAL)})?)"
ORDINAL = rf"(?:\d{{1,3}}-?[а-яё]{{0,3}}|(?:(?:двадцать|тридцать)\s+)?{any_of(_ORDINAL)}[а-яё]{{1,4}})"
YEAR_TAIL = (
    rf"(?:,?\s+(?P<year>{YEAR})(?:-?го)?(?:\s*{YEAR_WORD})?"
    rf"|\s+(?P<step>{STEP})\s+(?:года|г\.)|\s+(?P<same>того\s+же)\s+года|\s+(?P<now>с\.\s?г\.))"
)
"""The year after a day or month: «2025 года», «прошлого года», «того же года», «с. г.»."""


_WEEKDAY_STEMS = ("понедельник", "вторник", "сред", "четверг", "пятниц", "суббот", "воскресен")
WEEKDAY = r"(?P<weekday>понедельник|вторник|сред[ауы]|четверг|пятниц[ауы]|суббот[ауы]|воскресень[ея])"
"""A weekday beside a day: «во вторник, 17 июня», «17 июня (вторник)»."""
WEEKDAY_BEHIND = rf"(?:,\s*(?:во?\s+)?|\(){WEEKDAY}"
WEEKDAY_BEFORE = rf"\b{WEEKDAY}\s*,?\s*\(?"


# ---------------------------------------------------------------- what the words mean


def weekday(text: str) -> int:
    """The number of a match of `WEEKDAY`: 0 of «понедельник»."""
    return next(number for number, stem in enumerate(_WEEKDAY_STEMS) if text.startswith(stem))


def month_number(text: str) -> int:
    """1 to 12 of any form or abbreviation of a month's name. Raises KeyError on another word."""
    return _MONTHS_PLAIN[text.lower().rstrip(".").translate(_UNYO)]


def step(text: str) -> int:
    """How many steps from now: −1 of «прошлого», 0 of «этом», 1 of «следующем»."""
    return _STEPS[max((stem for stem in _STEPS if text.lower().startswith(stem)), key=len)]


def cardinal(text: str) -> int:
    """The value of «14», «четырнадцати», «двадцать пять»."""
    return sum(int(w) if w.isdecimal() else _CARDINAL_PLAIN[w] for w in _words(text))


def is_cardinal(text: str) -> bool:
    """Is it one whole number: «14», «четырнадцать»?"""
    return text.isdecimal() or text.lower().translate(_UNYO) in _CARDINAL_PLAIN


def ordinal(text: str) -> int:
    """The value of «3-й», «третий», «двадцать четвёртого», «III»."""
    if text in ROMAN:
        return ROMAN[text]
    return sum(_ordinal_word(word) for word in _words(text))


def _ordinal_word(word: str) -> int:
    digits = re.match(r"\d+", word)
    if digits:
        return int(digits.group())
    if word in _CARDINAL_PLAIN:
        return _CARDINAL_PLAIN[word]
    stem = max((s for s in _ORDINAL_PLAIN if word.startswith(s)), key=len)
    return _ORDINAL_PLAIN[stem]


def _words(text: str) -> list[str]:
    return text.lower().translate(_UNYO).split()
