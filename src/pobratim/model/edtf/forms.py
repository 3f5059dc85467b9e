"""The forms of an EDTF date: points, intervals, and how a string is parsed into them."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

_POINT = re.compile(r"([0-9X]{4})(?:-([0-9]{2}|XX)(?:-([0-9]{2}|XX))?)?([?~%]?)")
_YEAR = re.compile(r"[0-9]{4}|[0-9]{3}X|[0-9]{2}XX|XXXX")
_DAY = re.compile(r"[0-9X]{4}-[0-9]{2}-[0-9]{2}")
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
        """First and last day it may mean, its qualifier left aside; None where the year is unknown."""
        if self.year == "XXXX":
            return None
        if not self.knows_year:
            first, last = int(self.year.replace("X", "0")) or 1, int(self.year.replace("X", "9"))
            return date(first, 1, 1), date(last, 12, 31)
        year = int(self.year)
        if not self.month:
            return date(year, 1, 1), date(year, 12, 31)
        if not self.day:
            return date(year, self.month, 1), date(year, self.month, monthrange(year, self.month)[1])
        day = date(year, self.month, self.day)
        return day, day


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
    if (day and not month) or not exists(point):
        raise ValueError(f"no such date: {edtf!r}")
    return point


def exists(point: Point) -> bool:
    """Whether the calendar has it; 29 February of an open year it has."""
    if point.month is None:
        return True
    year = int(point.year) if point.knows_year else 2000
    if not 1 <= point.month <= 12:
        return False
    return point.day is None or 1 <= point.day <= monthrange(year, point.month)[1]


def is_day(edtf: str | None) -> bool:
    """Whether it is one day for sure, as ``2024-06-24``, ``XXXX-06-24``."""
    return edtf is not None and _DAY.fullmatch(edtf) is not None


def is_valid(edtf: str) -> bool:
    """Whether the string is one of the forms this module reads."""
    try:
        parse(edtf)
    except ValueError:
        return False
    return True
