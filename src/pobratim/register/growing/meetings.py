"""Where items can be met, step by step: an item that a step left as it was is met where it was met before."""

from __future__ import annotations

from collections.abc import Hashable, Set

from pobratim.register.growing.index import Buckets
from pobratim.register.resolving import Meeting


class Meetings:
    """The blocks of one step's items; only of those that differ from the step ``before`` they are kept here."""

    def __init__(self, before: Meetings | None = None) -> None:
        self._before = before
        self._own: dict[str, Meeting] = {}
        self._seeking: Buckets[Hashable] = Buckets()
        self._waiting: Buckets[Hashable] = Buckets()
        self._alike: Buckets[Hashable] = Buckets()
        self.as_before: set[str] = set()
        """The items that are the same in the step before."""

    def __getitem__(self, one: str) -> Meeting:
        if self._before is not None and one in self.as_before:
            return self._before[one]
        return self._own[one]

    def put(self, one: str, meeting: Meeting) -> None:
        """The item, which is new or another now, can be met there."""
        self.as_before.discard(one)
        self._replace(one, meeting)
        self._own[one] = meeting

    def put_as_before(self, one: str) -> None:
        """The item is the one of the step before."""
        self._replace(one, NOWHERE)
        self._own.pop(one, None)
        self.as_before.add(one)

    def drop(self, one: str) -> None:
        """The item is no more."""
        self.as_before.discard(one)
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

