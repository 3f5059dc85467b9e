"""Dates as EDTF level 1 strings (ISO 8601-2), as readings and the register write them.

A point is a day, a month or a year, with the open part open: ``2024-06-24``, ``2024-06``, ``2024``,
``XXXX-06-24``, ``XXXX-06``, ``199X``; ``?`` (uncertain), ``~`` (approximate) or ``%`` (both) may follow.
An interval is two points with a slash, ``2026/2028``; ``..`` or nothing stands for an open end.
``None`` is "nothing said". Every function raises ValueError on a string of another form.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

_POINT = re.compile(r"([\dX]{4})(?:-(\d\d|XX)(?:-(\d\d|XX))?)?([?~%]?)")
_YEAR = re.compile(r"\d{4}|\d{3}X|\d\dXX|XXXX")
_OPEN = ("", "..")


@dataclass(frozen=True, slots=True)
class Point:
    """One date as far as it is known; ``year`` keeps its open digits as X."""

    year: str
    month: int | None = None
    day: int | None = None
    qualifier: str = ""

    def __str__(self) -> str:
        parts = [self.year] + [f"{part:02d}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts) + self.qualifier

    @property
    def knows_year(self) -> bool:
        return self.year.isdecimal()

    def bounds(self) -> tuple[date, date] | None:
        """First and last day it may mean, its qualifier left aside; None where only the year is unknown."""
        if self.year == "XXXX" or (self.month and not self.knows_year):
            return None
        first, last = int(self.year.replace("X", "0")) or 1, int(self.year.replace("X", "9"))
        if self.day and self.month:
            return date(first, self.month, self.day), date(last, self.month, self.day)
        month_in, month_out = (self.month, self.month) if self.month else (1, 12)
        return date(first, month_in, 1), date(last, month_out, calendar.monthrange(last, month_out)[1])


@dataclass(frozen=True, slots=True)
class Interval:
    """From one point to another; None is an open end."""

    start: Point | None
    end: Point | None

    def __str__(self) -> str:
        return f"{self.start or '..'}/{self.end or '..'}"

    def bounds(self) -> tuple[date, date] | None:
        """First and last day; open ends reach to the ends of the calendar."""
        first = self.start.bounds() if self.start else (date.min, date.min)
        last = self.end.bounds() if self.end else (date.max, date.max)
        return (first[0], last[1]) if first and last else None


@lru_cache(maxsize=65536)
def parse(edtf: str) -> Point | Interval:
    """The parts of an EDTF string. Raises ValueError when it is none of the forms above."""
    if "/" not in edtf:
        return _point(edtf)
    start, _, end = edtf.partition("/")
    interval = Interval(
        None if start in _OPEN else _point(start),
        None if end in _OPEN else _point(end),
    )
    bounds = interval.bounds()
    if interval.start is interval.end is None or (bounds and bounds[0] > bounds[1]):
        raise ValueError(f"not an EDTF interval: {edtf!r}")
    return interval


def _point(edtf: str) -> Point:
    match = _POINT.fullmatch(edtf)
    if not match or not _YEAR.fullmatch(match[1]) or match[1] == "0000":
        raise ValueError(f"not an EDTF date: {edtf!r}")
    month = None if match[2] in (None, "XX") else int(match[2])
    day = None if match[3] in (None, "XX") else int(match[3])
    point = Point(match[1], month, day, match[4])
    if (day and not month) or not _exists(point):
        raise ValueError(f"no such date: {edtf!r}")
    return point


def _exists(point: Point) -> bool:
    """Whether the calendar has it; 29 February of an open year it has."""
    if point.month is None:
        return True
    year = int(point.year) if point.knows_year else 2000
    if not 1 <= point.month <= 12:
        return False
    return point.day is None or 1 <= point.day <= calendar.monthrange(year, point.month)[1]


def is_valid(edtf: str) -> bool:
    """Whether the string is one of the forms this module reads."""
    try:
        parse(edtf)
    except ValueError:
        return False
    return True


def bounds(edtf: str | None) -> tuple[date | None, date | None]:
    """The earliest and the latest day it may mean; None where that side is open or the year unknown."""
    if edtf is None:
        return None, None
    found = parse(edtf).bounds()
    if found is None:
        value = parse(edtf)
        if isinstance(value, Point):
            return None, None
        first = value.start.bounds() if value.start else None
        last = value.end.bounds() if value.end else None
        return (first[0] if first else None), (last[1] if last else None)
    return (None if found[0] == date.min else found[0]), (None if found[1] == date.max else found[1])


def compatible(a: str | None, b: str | None) -> bool:
    """Whether both could be true of one thing.

    Two points agree when one may lie in the other (a qualified one gives way by one unit), a point and
    an interval when they overlap, two intervals when both their starts and their ends agree.
    """
    return a is None or b is None or _merged(parse(a), parse(b)) is not None


def merge(a: str | None, b: str | None) -> str | None:
    """What both say together, as exact as that is; None when they are not compatible or nothing is said."""
    if a is None or b is None:
        return a or b
    merged = _merged(parse(a), parse(b))
    return None if merged is None else str(merged)


def more_exact(a: str | None, b: str | None) -> bool:
    """Whether ``a`` says more than ``b``: a narrower stretch of time, or the same without a qualifier."""
    return _vagueness(a) < _vagueness(b)


def sort_key(edtf: str | None) -> tuple[int, int, int]:
    """Sorts newest first: by the last known day, then the first; days without a year after, None last."""
    earliest, latest = bounds(edtf)
    if earliest or latest:
        newest, oldest = latest or earliest, earliest or latest
        assert newest and oldest
        return 0, -newest.toordinal(), -oldest.toordinal()
    value = parse(edtf) if edtf else None
    if isinstance(value, Point):
        return 1, -(value.month or 0), -(value.day or 0)
    return (1, 0, 0) if value else (2, 0, 0)


def covers(interval: str, day: str | date) -> bool:
    """Whether all of ``day`` (or month, or year) surely lies within ``interval``; ends count as inside."""
    outer = parse(interval).bounds()
    inner = (day, day) if isinstance(day, date) else parse(day).bounds()
    return bool(outer and inner and outer[0] <= inner[0] and inner[1] <= outer[1])


def year_of(edtf: str | None) -> int | None:
    """The year, where it is one and known."""
    earliest, latest = bounds(edtf)
    return earliest.year if earliest and latest and earliest.year == latest.year else None


def _merged(a: Point | Interval, b: Point | Interval) -> Point | Interval | None:
    if isinstance(a, Point) and isinstance(b, Point):
        return _merged_points(a, b)
    if isinstance(a, Interval) and isinstance(b, Interval):
        return _merged_intervals(a, b)
    if isinstance(a, Interval):
        a, b = b, a
    assert isinstance(a, Point) and isinstance(b, Interval)
    return _point_in_interval(a, b)


def _merged_points(a: Point, b: Point) -> Point | None:
    year = _agreeing_year(a.year, b.year)
    if year and all(x is None or y is None or x == y for x, y in ((a.month, b.month), (a.day, b.day))):
        # What both leave qualified stays so; one plain statement of the whole date settles it.
        qualifier = a.qualifier if a.qualifier == b.qualifier else ""
        if a.qualifier and not b.qualifier and (b.month, b.day) != (a.month or b.month, a.day or b.day):
            qualifier = a.qualifier
        if b.qualifier and not a.qualifier and (a.month, a.day) != (b.month or a.month, b.day or a.day):
            qualifier = b.qualifier
        point = Point(year, a.month or b.month, a.day or b.day, qualifier)
        return point if _exists(point) and (point.month or not point.day) else None
    if bool(a.qualifier) == bool(b.qualifier):
        return None
    rough, plain = (a, b) if a.qualifier else (b, a)
    near, exact = _widened(rough), plain.bounds()
    return plain if near and exact and near[0] <= exact[0] and exact[1] <= near[1] else None


def _agreeing_year(a: str, b: str) -> str | None:
    if any(x != y and "X" not in (x, y) for x, y in zip(a, b, strict=True)):
        return None
    return "".join(y if x == "X" else x for x, y in zip(a, b, strict=True))


def _widened(point: Point) -> tuple[date, date] | None:
    """The bounds of a qualified point, one unit (year, month, day) wider on each side."""
    plain = point.bounds()
    if plain is None or not 1 < plain[0].year <= plain[1].year < 9999:
        return plain
    unit = timedelta(days=1 if point.day else 31 if point.month else 366)
    return plain[0] - unit, plain[1] + unit


def _merged_intervals(a: Interval, b: Interval) -> Interval | None:
    ends: list[Point | None] = []
    for x, y in ((a.start, b.start), (a.end, b.end)):
        end = _merged_points(x, y) if x and y else x or y
        if end is None and (x or y):
            return None
        ends.append(end)
    merged = Interval(*ends)
    reach = merged.bounds()
    return None if reach and reach[0] > reach[1] else merged


def _point_in_interval(point: Point, interval: Interval) -> Point | Interval | None:
    reach = interval.bounds()
    if reach is None:
        ends = [end for end in (interval.start, interval.end) if end and _merged_points(point, end)]
        return interval if ends else None
    if point.bounds() is None:
        return _year_from_interval(point, reach)
    first, last = _widened(point) if point.qualifier else point.bounds()  # type: ignore[misc]
    if last < reach[0] or reach[1] < first:
        return None
    if first <= reach[0] and reach[1] <= last:
        return interval
    plain = point.bounds()
    assert plain
    if reach[0] <= plain[0] and plain[1] <= reach[1]:
        return point
    return parse_bounds(max(first, reach[0]), min(last, reach[1]))


def _year_from_interval(point: Point, reach: tuple[date, date]) -> Point | None:
    """A day or month of an open year inside a stretch of time: dated where one year only is possible."""
    if date.min in reach or date.max in reach or reach[1].year - reach[0].year > 100:
        return point
    fitting = []
    for year in range(reach[0].year, reach[1].year + 1):
        pattern = _agreeing_year(point.year, f"{year:04d}")
        candidate = Point(pattern, point.month, point.day, point.qualifier) if pattern else None
        found = candidate.bounds() if candidate and _exists(candidate) else None
        if found and found[0] <= reach[1] and reach[0] <= found[1]:
            fitting.append(candidate)
    return fitting[0] if len(fitting) == 1 else point if fitting else None


def parse_bounds(first: date, last: date) -> Point | Interval:
    """The shortest value that reaches from ``first`` to ``last``: a year or month where they fill one."""
    whole_years = (first.month, first.day) == (1, 1) and (last.month, last.day) == (12, 31)
    whole_months = first.day == 1 and last.day == calendar.monthrange(last.year, last.month)[1]

    def shortened(day: date) -> Point:
        month = None if whole_years else day.month
        return Point(f"{day.year:04d}", month, None if whole_years or whole_months else day.day)

    start, end = shortened(first), shortened(last)
    return start if start == end else Interval(start, end)


def _vagueness(edtf: str | None) -> tuple[int, int, int]:
    if edtf is None:
        return 3, 0, 0
    value = parse(edtf)
    reach = value.bounds()
    qualified = sum(bool(p and p.qualifier) for p in _points(value))
    if reach is None:
        return 2, -sum(bool(p and p.month) + bool(p and p.day) for p in _points(value)), qualified
    open_ends = (date.min in reach) + (date.max in reach)
    return (1 if open_ends else 0), (reach[1] - reach[0]).days, qualified


def _points(value: Point | Interval) -> tuple[Point | None, ...]:
    return (value,) if isinstance(value, Point) else (value.start, value.end)
