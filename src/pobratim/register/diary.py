"""What belongs into a calendar: promises that fall due, happenings that are planned."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from pobratim.model import edtf
from pobratim.register.rows import Commitment, Happening

_LONGEST = 31
"""Days; what is only known to fall into a longer time has no place in a calendar."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A line of a calendar: whole days, or hours of one day where ``starts`` is given."""

    id: str
    """The same for the same thing, whatever changes in it."""
    first: date
    last: date
    starts: datetime | None = None
    ends: datetime | None = None
    title: str
    about: str = ""
    place: str = ""
    link: str = ""
    version: int = 0
    """How often it was changed: calendars that have it take no older one."""
    called_off: bool = False
    """It was planned and is no more: calendars that have it strike it out."""


def due_on(row: Commitment) -> date | None:
    """The day on which an open promise falls due: the last of its term."""
    return None if row.status in ("met", "not met") else edtf.bounds(row.due)[1]


def planned_for(row: Happening) -> tuple[date, date] | None:
    """The first and the last day of a planned happening, where they are known well enough."""
    first, last = edtf.bounds(row.date)
    if row.status != "planned" or first is None or last is None or (last - first).days >= _LONGEST:
        return None
    return first, last


def in_order(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    return tuple(sorted(entries, key=lambda one: (one.first, one.starts or datetime.min, one.id)))
