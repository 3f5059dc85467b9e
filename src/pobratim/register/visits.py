"""A visit as it is planned: who comes, what for, what is done when. A plan states nothing; it is no claim."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from itertools import groupby


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One of the delegation; the head first."""

    name: str
    post: str = ""
    head: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A line of the programme; without an hour it comes before those of the day that have one."""

    day: date
    starts: time | None = None
    ends: time | None = None
    what: str
    place: str = ""
    host: str = ""
    responsible: str = ""
    papers: str = ""
    """What has to be ready: a draft to sign, a presentation, a gift."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitPlan:
    """A visit of ``guests`` to ``hosts``; both are ids of places of the register."""

    number: int = 0
    guests: str
    hosts: str
    first: date
    last: date
    purpose: str = ""
    members: tuple[Member, ...] = ()
    programme: tuple[Item, ...] = ()
    documents: tuple[str, ...] = ()
    """Ids of the documents that tell of it afterwards."""

    @property
    def id(self) -> str:
        return f"visit-{self.number}"

    @property
    def days(self) -> str:
        """The days as EDTF."""
        first, last = self.first.isoformat(), self.last.isoformat()
        return first if first == last else f"{first}/{last}"

    def by_day(self) -> tuple[tuple[date, tuple[Item, ...]], ...]:
        """The programme day by day, hour by hour."""
        ordered = sorted(self.programme, key=lambda one: (one.day, one.starts or time.min))
        return tuple((day, tuple(items)) for day, items in groupby(ordered, key=lambda one: one.day))
