"""A visit as it is planned: who comes, what for, what is done when. A plan states nothing; it is no claim."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime, time
from itertools import groupby
from typing import Any

from pobratim.register.diary import Entry


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
    """A visit of ``guests`` to ``hosts``; both are ids of places, of the register or of the gazetteer."""

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

    def member(self, name: str) -> Member | None:
        """The one of that name, with or without a patronymic."""
        words = set(name.split())
        return next((one for one in self.members if words and words.issubset(one.name.split())), None)

    @property
    def days(self) -> str:
        """The days as EDTF."""
        first, last = self.first.isoformat(), self.last.isoformat()
        return first if first == last else f"{first}/{last}"

    def by_day(self) -> tuple[tuple[date, tuple[Item, ...]], ...]:
        """The programme day by day, hour by hour."""
        ordered = sorted(self.programme, key=lambda one: (one.day, one.starts or time.min))
        return tuple((day, tuple(items)) for day, items in groupby(ordered, key=lambda one: one.day))


def to_dict(plan: VisitPlan) -> dict[str, Any]:
    """The plan but for its number, ready for JSON."""
    return {
        "guests": plan.guests,
        "hosts": plan.hosts,
        "first": plan.first.isoformat(),
        "last": plan.last.isoformat(),
        "purpose": plan.purpose,
        "members": [asdict(one) for one in plan.members],
        "programme": [{name: _told(value) for name, value in asdict(one).items()} for one in plan.programme],
        "documents": list(plan.documents),
    }


def from_dict(values: Mapping[str, Any], number: int) -> VisitPlan:
    """The inverse of `to_dict`."""
    return VisitPlan(
        number=number,
        guests=values["guests"],
        hosts=values["hosts"],
        first=date.fromisoformat(values["first"]),
        last=date.fromisoformat(values["last"]),
        purpose=values["purpose"],
        members=tuple(Member(**one) for one in values["members"]),
        programme=tuple(_item(one) for one in values["programme"]),
        documents=tuple(values["documents"]),
    )


def _told(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date | time) else value


def _item(values: Mapping[str, Any]) -> Item:
    hours = {name: time.fromisoformat(values[name]) if values[name] else None for name in ("starts", "ends")}
    return Item(**{**values, "day": date.fromisoformat(values["day"]), **hours})


def diary(plan: VisitPlan, name: str, told: Callable[[Item], Iterable[str]]) -> Iterator[Entry]:
    """The visit, called ``name``, and each line of its programme, as lines of a calendar; ``told`` says more of one."""
    yield Entry(id=plan.id, first=plan.first, last=plan.last, title=name, about=plan.purpose)
    for number, item in enumerate(plan.programme, 1):
        yield Entry(
            id=f"{plan.id}-{number}",
            first=item.day,
            last=item.day,
            starts=datetime.combine(item.day, item.starts) if item.starts else None,
            ends=datetime.combine(item.day, item.ends) if item.starts and item.ends else None,
            title=item.what,
            about="\n".join((name, *told(item))),
            place=item.place,
        )
