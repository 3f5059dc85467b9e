"""Comparing and merging EDTF dates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache

from pobratim.model.edtf.forms import Interval, Point, exists, parse


@lru_cache(maxsize=65536)
def bounds(edtf: str | None) -> tuple[date | None, date | None]:
    """The earliest and the latest day it may mean; None where that side is open or the year unknown."""
    if edtf is None:
        return None, None
    value = parse(edtf)
    ends = (value, value) if isinstance(value, Point) else (value.start, value.end)
    first, last = (end.bounds() if end else None for end in ends)
    return (first[0] if first else None), (last[1] if last else None)


@lru_cache(maxsize=65536)
def compatible(a: str | None, b: str | None) -> bool:
    """Whether both could be true of one thing.

    Two points agree when one may lie in the other (a qualified one gives way by one unit), a point and
    an interval when they overlap, two intervals when both their starts and their ends agree.
    """
    return a is None or b is None or _merged(parse(a), parse(b)) is not None


@lru_cache(maxsize=65536)
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


def oldest(days: Iterable[str]) -> str | None:
    """The date that lies furthest back for sure, so that a year does not hide an early day of it that is stated.

    Dates without a year are left out.
    """
    known = [(last, -first.toordinal(), day) for day, (first, last) in _bounded(days) if first and last]
    return min(known)[-1] if known else None


def newest(days: Iterable[str]) -> str | None:
    """The date that lies furthest on for sure, so that a year does not hide a late day of it that is stated.

    Dates without a year are left out.
    """
    known = [(first, -last.toordinal(), day) for day, (first, last) in _bounded(days) if first and last]
    return max(known)[-1] if known else None


def _bounded(days: Iterable[str]) -> Iterator[tuple[str, tuple[date | None, date | None]]]:
    return ((day, bounds(day)) for day in days)


def covers(interval: str, day: str | date) -> bool:
    """Whether all of ``day`` (or month, or year) surely lies within ``interval``; ends count as inside."""
    outer = parse(interval).bounds()
    inner = (day, day) if isinstance(day, date) else parse(day).bounds()
    return bool(outer and inner and outer[0] <= inner[0] and inner[1] <= outer[1])


def year_of(edtf: str | None) -> int | None:
    """The year, where it is one and known."""
    earliest, latest = bounds(edtf)
    return earliest.year if earliest and latest and earliest.year == latest.year else None


def falls_on(year: int, month: int, day: int, weekday: int) -> bool:
    """Is the day that weekday (0 is Monday)? No where the calendar has no such day."""
    try:
        return date(year, month, day).weekday() == weekday
    except ValueError:
        return False


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
        point = Point(year, a.month or b.month, a.day or b.day)
        # One plain statement of the whole date settles it; else a doubt about a part stays.
        settled = point in (a, b)
        doubts = {q for q in (a.qualifier, b.qualifier) if q}
        qualifier = "" if settled or not doubts else doubts.pop() if len(doubts) == 1 else "%"
        return replace(point, qualifier=qualifier) if exists(point) else None
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
    """The bounds of a point; of a qualified one a unit (year, month, day) wider on each side."""
    plain = point.bounds()
    if plain is None or not point.qualifier or not 1 < plain[0].year <= plain[1].year < 9999:
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
        return _point_in_yearless_interval(point, interval)
    plain, near = point.bounds(), _widened(point)
    if plain is None or near is None:
        return _year_from_interval(point, interval, reach)
    if near[1] < reach[0] or reach[1] < near[0]:
        return None
    inside = reach[0] <= plain[0] and plain[1] <= reach[1]
    return point if inside else interval


def _point_in_yearless_interval(point: Point, interval: Interval) -> Point | Interval | None:
    """Both are set in one year: the point's, or any leap year where it knows none either."""
    year = point.year if point.knows_year else "2000"

    def dated(end: Point | None) -> Point | None:
        return replace(end, year=year) if end and end.year == "XXXX" else end

    dated_interval = Interval(dated(interval.start), dated(interval.end))
    merged = _merged(replace(point, year=year), dated_interval) if dated_interval.bounds() else None
    if merged is None or point.knows_year:
        return merged
    return point if isinstance(merged, Point) else interval


def _year_from_interval(
    point: Point, interval: Interval, reach: tuple[date, date]
) -> Point | Interval | None:
    """A day or month of an open year inside a stretch of time: dated where one year only is possible."""
    if date.min in reach or date.max in reach or reach[1].year - reach[0].year > 100:
        return point
    fitting: list[Point] = []
    for year in range(reach[0].year, reach[1].year + 1):
        pattern = _agreeing_year(point.year, f"{year:04d}")
        candidate = Point(pattern, point.month, point.day, point.qualifier) if pattern else None
        if candidate and exists(candidate):
            found = candidate.bounds()
            if found and found[0] <= reach[1] and reach[0] <= found[1]:
                fitting.append(candidate)
    if len(fitting) == 1:
        return _point_in_interval(fitting[0], interval)
    return point if fitting else None


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
