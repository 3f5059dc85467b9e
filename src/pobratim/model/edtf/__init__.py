"""Dates as EDTF level 1 strings (ISO 8601-2), as readings and the register write them.

A point is a day, a month or a year, with the open part open: ``2024-06-24``, ``2024-06``, ``2024``,
``XXXX-06-24``, ``XXXX-06``, ``199X``; ``?`` (uncertain), ``~`` (approximate) or ``%`` (both) may follow.
An interval is two points with a slash, ``2026/2028``; ``..`` or nothing stands for an open end.
``None`` is "nothing said". Every function raises ValueError on a string of another form.
"""

from pobratim.model.edtf.compare import (
    bounds,
    compatible,
    covers,
    falls_on,
    merge,
    more_exact,
    newest,
    oldest,
    sort_key,
    year_of,
)
from pobratim.model.edtf.forms import Interval, Point, is_day, is_valid, parse
from pobratim.model.edtf.russian import in_russian

__all__ = [
    "Interval",
    "Point",
    "bounds",
    "compatible",
    "covers",
    "falls_on",
    "in_russian",
    "is_day",
    "is_valid",
    "merge",
    "more_exact",
    "newest",
    "oldest",
    "parse",
    "sort_key",
    "year_of",
]
