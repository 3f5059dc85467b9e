"""All date rules, in order: where two readings begin together the longer wins, then the earlier rule.

A rule is tried only in sentences that hold every kind of trigger it needs. Triggers are found by one
look-up a token: figures, names with a year, and words by their first letters.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from pobratim.reading.dates import days, following, relative, stretches
from pobratim.reading.dates import words as w
from pobratim.reading.dates.scene import Scene, Value
from pobratim.reading.text.segments import Token

_STEM = 3
"""Letters that tell a trigger word."""


class DateRule(NamedTuple):
    """A pattern over the text in small letters, what its matches mean, and the triggers it needs."""

    pattern: re.Pattern[str]
    value: Callable[[re.Match[str], Scene], Value | None]
    needs: frozenset[str]


def _rule(
    pattern: re.Pattern[str], value: Callable[[re.Match[str], Scene], Value | None], *needs: str
) -> DateRule:
    return DateRule(pattern, value, frozenset(needs))


DATE_RULES: tuple[DateRule, ...] = (
    _rule(days.ISO, days.iso_day, "four digits"),
    _rule(days.DOTTED, days.dotted_day, "figure"),
    _rule(days.DOTTED_NO_YEAR, days.dotted_day_without_year, "dotted"),
    _rule(days.ACROSS, days.days_across_months, "figure", "month"),
    _rule(days.WITHIN, days.days_within_month, "figure", "month"),
    _rule(days.PAIR, days.days_in_a_row, "figure", "month"),
    _rule(days.LISTED, days.single_day, "figure", "month"),
    _rule(days.SINGLE, days.single_day, "figure", "month"),
    _rule(days.OF_YEAR_BEFORE, days.day_of_year_before, "figure", "month"),
    _rule(days.WORDED, days.worded_day, "month"),
    _rule(stretches.MONTHS, stretches.months_in_a_row, "month"),
    _rule(stretches.MONTH, stretches.month, "month"),
    _rule(stretches.MONTH_OF_YEAR, stretches.month_of_year, "month"),
    _rule(stretches.FIRST_MONTHS, stretches.first_months, "months"),
    _rule(stretches.HALF, stretches.half_or_quarter, "part of a year"),
    _rule(stretches.SEASON, stretches.season, "season"),
    _rule(stretches.YEARS, stretches.years_in_a_row, "four digits"),
    _rule(stretches.BOTH_YEARS, stretches.both_years, "four digits", "year"),
    _rule(stretches.YEAR_OF_SEVERAL, stretches.single_year, "four digits", "year"),
    _rule(stretches.YEAR, stretches.single_year, "four digits", "year"),
    _rule(stretches.ORDINAL_YEAR, stretches.single_year, "ending"),
    _rule(stretches.BARE_YEAR, stretches.single_year, "four digits"),
    _rule(stretches.DECADE, stretches.decade, "ending"),
    _rule(stretches.NAMED, stretches.year_in_a_name, "name"),
    _rule(stretches.NAMED_APART, stretches.year_in_a_name, "four digits"),
    _rule(relative.DAY_WORD, relative.day_word, "day"),
    _rule(following.NEXT_DAY, following.next_day, "day of"),
    _rule(following.SAME_DAY, following.same_day, "day of"),
    _rule(following.NUMBERED_DAY, following.numbered_day, "day of"),
    _rule(relative.THESE_DAYS, relative.these_days, "days"),
    _rule(relative.WEEKDAY, relative.weekday, "weekday"),
    _rule(relative.WEEK_OR_MONTH, relative.week_or_month, "unit"),
    _rule(relative.YEAR_STEP, relative.year_step, "year"),
    _rule(relative.SAME_YEAR, relative.same_year, "year", "that"),
    _rule(relative.OF_THIS_YEAR, relative.of_this_year, "year", "end of"),
    _rule(relative.AGO, relative.ago, "ago"),
    _rule(relative.IN_YEARS, relative.in_years, "year", "through"),
    _rule(relative.LASTING, relative.lasting, "year", "lasting"),
    _rule(relative.LASTING, relative.lasting, "decade", "lasting"),
    _rule(relative.IN_A_ROW, relative.years_in_a_row, "year", "in a row"),
    _rule(relative.YEARS_PASSED, relative.years_passed, "year", "passed"),
    _rule(relative.FULFILLED, relative.fulfilled, "year", "fulfilled"),
    _rule(relative.ANNIVERSARY, relative.anniversary, "year"),
)

_TRIGGER_WORDS: dict[str, Iterable[str]] = {
    "month": w.MONTHS,
    "season": w.SEASONS,
    "weekday": w.WEEKDAYS,
    "day": w.DAYS,
    "year": ("год", "лет", "гг", "г", "юбилей"),
    "unit": ("месяц", "неделя", "выходные"),
    "months": ("месяц",),
    "part of a year": ("квартал", "полугодие"),
    "days": ("днях",),
    "decade": ("десятилетие",),
    "that": ("том",),
    "end of": ("начало", "конец", "конца", "середина", "итогам"),
    "through": ("через",),
    "lasting": ("протяжении", "течение", "уже", "последние"),
    "in a row": ("подряд", "кряду", "уже"),
    "passed": ("исполнилось", "прошёл", "прошел", "прошло", "минуло", "вот"),
    "fulfilled": ("исполнилось",),
    "ago": ("назад",),
    "day of": ("день", "днём", "днем", "утро", "тогда"),
}
_TRIGGERS: dict[str, set[str]] = {}
for _kind, _words in _TRIGGER_WORDS.items():
    for _word in _words:
        _TRIGGERS.setdefault(_word[:_STEM], set()).add(_kind)


def triggers_in(tokens: Iterable[Token]) -> frozenset[str]:
    """The kinds of triggers among the tokens of a sentence."""
    return frozenset().union(
        *(_triggers_of(token.text, token.word.form) for token in tokens if token.word is not None)
    )


@lru_cache(maxsize=1000)
def rules_for(triggers: frozenset[str]) -> tuple[DateRule, ...]:
    """The rules to be tried where these triggers are, in their order."""
    return tuple(rule for rule in DATE_RULES if rule.needs <= triggers)


@lru_cache(maxsize=50_000)
def _triggers_of(text: str, form: str) -> frozenset[str]:
    """The kinds of triggers that a word or a figure is."""
    if text[0].isdigit():
        return frozenset(_kinds_of_figure(text))
    kinds = _TRIGGERS.get(form[:_STEM])
    return frozenset(kinds or ({"name"} if text[-1].isdigit() else ()))


def _kinds_of_figure(text: str) -> Iterator[str]:
    """«2025», «24.06.2025», «80-летию» (which tells of years as well)."""
    yield "figure"
    if _FOUR_DIGITS.search(text):
        yield "four digits"
    if "." in text:
        yield "dotted"
    if "-" in text and text[-1].isalpha():
        yield "ending"
        yield "year"


_FOUR_DIGITS = re.compile(r"\d{4}")
