"""Where items can be met, step by step: an item that a step left as it was is met where it was met before."""

from __future__ import annotations

from collections.abc import Hashable, KeysView, Set

from pobratim.register.growing.index import Buckets
from pobratim.register.resolving import Meeting
from pobratim.register.table import Table


class Meetings:
    """The blocks of one step's items; only of those that differ from the step ``before`` they are kept here."""

    def __init__(self, before: Meetings | None = None) -> None:
        self._before = before
        self._own: Table[str, Meeting] = Table()
        self._seeking: Buckets[Hashable] = Buckets()
        self._waiting: Buckets[Hashable] = Buckets()
        self._alike: Buckets[Hashable] = Buckets()
        self._as_before: Table[str, None] = Table()

    @property
    def as_before(self) -> KeysView[str]:
        """The items that are the same in the step before."""
        return self._as_before.keys()

    def __getitem__(self, one: str) -> Meeting:
        if self._before is not None and one in self._as_before:
            return self._before[one]
        return self._own[one]

    def put(self, one: str, meeting: Meeting) -> None:
        """The item, which is new or another now, can be met there."""
        self._as_before.pop(one, None)
        self._replace(one, meeting)
        self._own[one] = meeting

    def put_as_before(self, one: str) -> None:
        """The item is the one of the step before."""
        self._replace(one, NOWHERE)
        self._own.pop(one, None)
        self._as_before[one] = None

    def drop(self, one: str) -> None:
        """The item is no more."""
        self._as_before.pop(one, None)
        self._replace(one, NOWHERE)
        self._own.pop(one, None)

    def _replace(self, one: str, now: Meeting) -> None:
        was = self._own.get(one, NOWHERE)
        self._seeking.move(one, was.seeks - now.seeks, now.seeks - was.seeks)
        self._waiting.move(one, was.waits - now.waits, now.waits - was.waits)
        self._alike.move(one, was.alike - now.alike, now.alike - was.alike)

    def met_here(self, meeting: Meeting) -> set[str]:
        """The items that can be met there and differ from the step before."""
        met: set[str] = set()
        self._seeking.gather(meeting.seeks, met)
        self._seeking.gather(meeting.waits, met)
        self._waiting.gather(meeting.seeks, met)
        alike: set[str] = set()
        self._alike.gather(meeting.alike, alike)
        met.update(one for one in alike - met if meeting.meets_alike(self._own[one]))
        return met

    def met(self, meeting: Meeting) -> Set[str]:
        """All items that can be met there."""
        met = self.met_here(meeting)
        return met if self._before is None else met | (self._before.met(meeting) & self.as_before)


NOWHERE = Meeting(frozenset(), frozenset())

