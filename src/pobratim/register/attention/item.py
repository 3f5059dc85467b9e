"""One thing that needs a person, and what the rules that find such things look at."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from typing import Literal, get_args

from pobratim.model import edtf
from pobratim.register.agreement_terms import Standing, standings
from pobratim.register.identity import Judgement
from pobratim.register.pairs import by_pair
from pobratim.register.rows import AgreementRow, DocumentRow, Evidence, Happening, Ids, Register, Row

Kind = Literal[
    "overdue", "lapsed", "lapsing", "contradiction", "silent", "asleep", "anniversary", "undated", "unsure"
]
KINDS: tuple[Kind, ...] = get_args(Kind)
"""In this order where two things are equally near."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """Something that needs a person: what it is, and why, with its sources."""

    kind: Kind
    row: str
    """The id of the row it is about; of two that may be one, the lesser id of the two mentions or claims."""
    what: str
    why: str
    """Both in Russian."""
    since: str | None = None
    """Since when it waits (EDTF)."""
    due: str | None = None
    """By when something is to be done, or was (EDTF)."""
    evidence: tuple[Evidence, ...] = ()
    documents: Ids = ()

    @property
    def day(self) -> date | None:
        """The day it is told by: the last that ``due`` may mean, else the last that ``since`` may."""
        return edtf.bounds(self.due)[1] or edtf.bounds(self.since)[1]


@dataclass(frozen=True)
class Case:
    """What the rules look at."""

    register: Register
    judgements: Sequence[Judgement]
    today: date
    within: int
    """Months ahead."""
    names: Mapping[str, str] = field(default_factory=dict)
    """What the mentions that judgements speak of are called, by their ids."""

    @cached_property
    def horizon(self) -> date:
        """The last day that counts as ahead."""
        return months_later(self.today, self.within)

    @cached_property
    def documents(self) -> Mapping[str, DocumentRow]:
        return {row.id: row for row in self.register.documents}

    @cached_property
    def standings(self) -> Mapping[str, Standing]:
        """How each agreement stands today, by its id."""
        return standings(self.register, self.today)

    @cached_property
    def held(self) -> Mapping[frozenset[str], Sequence[Happening]]:
        """What was held, by each pair of its parties."""
        return by_pair([row for row in self.register.happenings if row.status == "held"])

    @cached_property
    def planned(self) -> Mapping[frozenset[str], Sequence[Happening]]:
        """What is planned, by each pair of its parties."""
        return by_pair([row for row in self.register.happenings if row.status == "planned"])

    @cached_property
    def signed(self) -> Mapping[frozenset[str], Sequence[AgreementRow]]:
        """What was signed, by each pair of its parties."""
        return by_pair([row for row in self.register.agreements if row.status != "planned"])

    def first_told(self, documents: Iterator[str] | Ids) -> str | None:
        """The day on which the first of the documents came out."""
        days = (self.documents[one].published for one in documents if one in self.documents)
        return min((day for day in days if day and any(edtf.bounds(day))), key=_begins, default=None)

    def is_over(self, value: str | None) -> bool:
        """Whether it surely was over before today."""
        last = edtf.bounds(value)[1]
        return last is not None and last < self.today


Rule = Callable[[Case], Iterator[Item]]


def item(kind: Kind, row: Row, what: str, why: str, *, since: str | None = None, due: str | None = None) -> Item:
    """A thing about one row, with its sentences."""
    return Item(
        kind=kind, row=row.id, what=what, why=why, since=since, due=due,
        evidence=getattr(row, "evidence", ()), documents=row.documents,
    )


def months_later(day: date, months: int) -> date:
    """The same day of a later month, its last where it has none such; the end of the calendar at most."""
    count = day.year * 12 + day.month - 1 + months
    year, month = count // 12, count % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1])) if year <= date.max.year else date.max


def days_between(first: date, last: date) -> int:
    return (last - first) // timedelta(days=1)


def _begins(value: str) -> tuple[int, str]:
    first, last = edtf.bounds(value)
    day = first or last
    assert day is not None
    return day.toordinal(), value
