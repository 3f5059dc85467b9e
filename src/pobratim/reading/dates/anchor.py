"""The day a text speaks from, as far as it is known, and dates counted from it.

A document's date may be a day, a month, a year, an interval, or a day whose year is open («30 июля,
Минск» at the head of an undated text). Whatever cannot be concluded from it stays open.
"""

from __future__ import annotations

import calendar
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from pobratim.model import edtf
from pobratim.model.edtf import Point

_NEWS = 240
"""Days back or ahead within which a day or month without a year is taken for the nearest one."""
_VAGUE = 100
"""The same where nothing tells whether it is past or to come."""
_CLOSE = 14
"""The same where the tense says otherwise, but then nothing would be near."""
_LEAP, _COMMON = 2024, 2023

Tense = int
"""−1 past, 1 to come, 0 not told."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """The first and the last day on which the text may have been written; ``yearless``: in any year."""

    first: date
    last: date
    yearless: bool = False

    @classmethod
    def of(cls, published: str | None) -> Anchor | None:
        """From an EDTF date; None where it is missing, broken, open at an end or too wide to help."""
        if published is None or not edtf.is_valid(published):
            return None
        first, last = edtf.bounds(published)
        if first and last:
            return cls(first, last) if (last - first).days < 366 else None
        value = edtf.parse(published)
        if isinstance(value, Point) and value.year == "XXXX" and value.month and value.day:
            day = date(_LEAP, value.month, value.day)
            return cls(day, day, yearless=True)
        return None

    # ------------------------------------------------------------ counted from now

    def days(self, first: int, last: int | None = None) -> str | None:
        """The day ``first`` days from now; with ``last`` the stretch between, as the unit that holds it."""
        ahead = timedelta(first if last is None else last)
        return self._told(lambda now, then: holding(_shift(now, timedelta(first)), _shift(then, ahead)))

    def months(self, count: int) -> str | None:
        """The month ``count`` months from now."""
        return self._told(lambda now, then: _same(_month(now, count), _month(then, count)))

    def week(self, count: int) -> str | None:
        """The month or year that holds the week ``count`` weeks from now, Monday to Sunday."""
        if self.yearless or self.first != self.last:
            return self.months(0) if count == 0 and not self.yearless else None
        monday = 7 * count - self.first.weekday()
        return self.days(monday, monday + 6)

    def year(self, count: int = 0) -> int | None:
        """The year ``count`` years from now."""
        if self.yearless or self.first.year != self.last.year:
            return None
        return self.first.year + count if 0 < self.first.year + count < 10000 else None

    def weekday(self, index: int, step: int | None, tense: Tense) -> str | None:
        """The nearest day of that weekday (0 Monday): ``step`` −1 before now, 0 in this week, 1 after."""
        if self.yearless or self.first != self.last:
            return None
        ahead = (index - self.first.weekday()) % 7
        if step == 0:
            return self.days(index - self.first.weekday())
        if step is None and not tense:
            return None  # «подписание в среду»: the last one or the next cannot be told
        if step == 1 or (step is None and tense > 0):
            return self.days(ahead or 7 * (step or 0))
        return self.days(ahead - 7 if ahead or step == -1 else 0)

    # ------------------------------------------------------------ the year of a day or month

    def year_of(self, month: int, day: int | None, tense: Tense) -> int | None:
        """The year of a day or month named without one; None where more than one is possible.

        The nearest one on the side that the tense tells; a near one on the other side where that has
        none («договорились встретиться 28 июня»).
        """
        if self.yearless:
            return None
        if (self.last - self.first).days > 62:
            return self.first.year if self.first.year == self.last.year and 2 <= month <= 11 else None
        years = range(max(1, self.first.year - 1), min(9999, self.last.year + 1) + 1)
        away = {year: self._distance(year, month, day) for year in years}
        known = {year: days for year, days in away.items() if days is not None}
        told = {
            year: days
            for year, days in known.items()
            if 0 <= days * tense <= _NEWS or (days * tense > 0 and self.first.year == self.last.year == year)
        }
        near = {year: days for year, days in known.items() if abs(days) <= (_CLOSE if tense else _VAGUE)}
        choice = (told if tense else None) or near
        return min(choice, key=lambda year: abs(choice[year])) if choice else None

    def is_ahead(self, year: int, month: int, day: int | None) -> bool:
        """Does that day or month begin after now?"""
        away = self._distance(year, month, day)
        return away is not None and away > 0

    def _distance(self, year: int, month: int, day: int | None) -> int | None:
        """Days from now to that day or month: 0 where they may coincide, negative of what is past."""
        end = calendar.monthrange(year, month)[1]
        if day is not None and day > end:
            return None
        first, last = date(year, month, day or 1), date(year, month, day or end)
        if last < self.first:
            return (last - self.first).days
        return max(0, (first - self.last).days)

    # ------------------------------------------------------------ open years

    def _told(self, count: Callable[[date, date], str | None]) -> str | None:
        """The answer, or with an open year what a leap year and a common one agree on."""
        if not self.yearless:
            return count(self.first, self.last)
        answers = {_open(count(_in_year(self.first, y), _in_year(self.last, y))) for y in (_LEAP, _COMMON)}
        return answers.pop() if len(answers) == 1 else None


def _open(answer: str | None) -> str | None:
    return f"XXXX{answer[4:]}" if answer and len(answer) > 4 else None


def holding(first: date | None, last: date | None) -> str | None:
    """The narrowest day, month or year that holds both days; None where they lie in two years."""
    if first is None or last is None or first.year != last.year:
        return None
    if first == last:
        return first.isoformat()
    return first.isoformat()[:7] if first.month == last.month else f"{first.year:04d}"


def _shift(day: date, by: timedelta) -> date | None:
    try:
        return day + by
    except OverflowError:
        return None


def _month(day: date, count: int) -> str | None:
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    return f"{year:04d}-{month + 1:02d}" if 0 < year < 10000 else None


def _same(a: str | None, b: str | None) -> str | None:
    return a if a == b else None


def _in_year(day: date, year: int) -> date:
    return day.replace(year=year, day=min(day.day, calendar.monthrange(year, day.month)[1]))
