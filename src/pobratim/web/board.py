"""The board of promises: which are late, soon due, later, without a term, over; chosen by status, place and field."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import cast

from django.utils.translation import gettext_lazy as _

from pobratim import storage
from pobratim.model import edtf
from pobratim.register.answers.words import words_in
from pobratim.register.chosen import Chosen
from pobratim.register.facets import Among, Between, Condition, Facets, Lacks
from pobratim.register.moment import Moment
from pobratim.register.rows import Commitment, Register
from pobratim.storage import Choice
from pobratim.web.then import then

SOON = timedelta(days=90)
OPEN = ("scheduled", "restated", "partly met", "no news")
CLOSED = ("met", "not met")
STATUSES = (*OPEN, *CLOSED)
_TABLE = (Commitment.table,)


@dataclass(frozen=True, slots=True)
class Bucket:
    """A part of the board."""

    key: str
    title: str
    conditions: tuple[Condition, ...]


def buckets(today: date) -> tuple[Bucket, ...]:
    """The parts of the board on a day, in the order in which they are worked at."""
    still_open, over = Among("status", frozenset(OPEN)), Among("status", frozenset(CLOSED))
    near = (today + SOON).isoformat()
    return (
        Bucket("late", _("Срок прошёл"), (still_open, Between("due", last=(today - timedelta(1)).isoformat()))),
        Bucket("soon", _("Ближайшие три месяца"), (still_open, Between("due", today.isoformat(), near))),
        Bucket("later", _("Позже"), (still_open, Between("due", (today + SOON + timedelta(1)).isoformat()))),
        Bucket("open", _("Без срока"), (still_open, Lacks("due"))),
        Bucket("over", _("Исход известен"), (over,)),
    )


@dataclass(frozen=True, slots=True)
class Asked:
    """What the board is narrowed to."""

    words: str = ""
    status: str = ""
    place: str = ""
    field: str = ""
    proposed: bool = False
    """Only those for which an answer is proposed that nobody has looked at."""

    def conditions(self) -> tuple[Condition, ...]:
        found: list[Condition] = [
            Among(name, frozenset((value,)))
            for name, value in (("status", self.status), ("place", self.place), ("field", self.field)) if value
        ]
        found += [Among("word", frozenset((word,))) for word in sorted(words_in((self.words,)).lemmas)]
        if self.proposed:
            found.append(Among("proposed", frozenset(("yes",))))
        return tuple(found)


class Stored:
    """The promises of the register as it is, a page at a time."""

    def count(self, conditions: Iterable[Condition] = ()) -> int:
        return storage.count_chosen(Choice(_TABLE, tuple(conditions)))

    def rows(self, conditions: Iterable[Condition], start: int, count: int) -> Sequence[Commitment]:
        """The soonest due first."""
        choice = Choice(_TABLE, tuple(conditions))
        found = storage.chosen(choice, by="due", newest=False, start=start, count=count)
        return cast("Sequence[Commitment]", found)

    def values(self, name: str) -> list[str]:
        return [value for value, _count in storage.values_chosen(Choice(_TABLE), name)[name]]

    def register(self, rows: Iterable[Commitment]) -> Register:
        """The rows, the deeds that may answer them, and what either names."""
        rows = list(rows)
        deeds = storage.rows_named(one.row for row in rows for one in row.follow_ups)
        return storage.with_names([*rows, *deeds])


class Remembered:
    """The promises of the register as of another day."""

    def __init__(self, moment: Moment) -> None:
        self._register = storage.whole_register(moment)
        rows = sorted(self._register.commitments, key=lambda row: (edtf.bounds(row.due)[1] or date.max, row.id))
        self._chosen = Chosen(rows, Facets(self._register.by_id))

    def count(self, conditions: Iterable[Condition] = ()) -> int:
        return len(self._chosen.found(conditions))

    def rows(self, conditions: Iterable[Condition], start: int, count: int) -> Sequence[Commitment]:
        return self._chosen.found(conditions)[start : start + count]

    def values(self, name: str) -> list[str]:
        return self._chosen.values(name)

    def register(self, rows: Iterable[Commitment]) -> Register:
        return self._register


def source_of(moment: Moment) -> Stored | Remembered:
    """Raises Looking."""
    return then("board", moment, None, partial(Remembered, moment)) if moment else Stored()
