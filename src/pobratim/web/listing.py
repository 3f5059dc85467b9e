"""Every row of one table in an order, narrowed by words: read a page at a time, or of another day from memory."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from pobratim import storage
from pobratim.register.chosen import Chosen
from pobratim.register.facets import Condition, Facets
from pobratim.register.moment import Moment
from pobratim.register.rows import Register, Row
from pobratim.storage import Choice
from pobratim.web.then import then


@dataclass(frozen=True, slots=True)
class Listing:
    """What a list shows."""

    table: str
    by: str
    """The facet that it is ordered by."""
    newest: bool = False
    slots: tuple[str, ...] = ()
    """Of what its rows name, the slots that are shown; all where none is told."""


_LISTS = 6
"""Lists of other days that are remembered."""


class Lister(Protocol):
    """The rows of a list."""

    def count(self, conditions: tuple[Condition, ...] = ()) -> int: ...

    def rows(self, conditions: tuple[Condition, ...], start: int, count: int) -> Sequence[Row]: ...

    def register(self, rows: Sequence[Row]) -> Register:
        """The rows and what they name."""
        ...


class Stored:
    """The register as it is."""

    def __init__(self, listing: Listing) -> None:
        self._listing = listing

    def count(self, conditions: tuple[Condition, ...] = ()) -> int:
        return storage.count_chosen(Choice((self._listing.table,), conditions))

    def rows(self, conditions: tuple[Condition, ...], start: int, count: int) -> Sequence[Row]:
        listing = self._listing
        choice = Choice((listing.table,), conditions)
        return storage.chosen(choice, by=listing.by, newest=listing.newest, start=start, count=count)

    def register(self, rows: Sequence[Row]) -> Register:
        return storage.with_names(rows, self._listing.slots)


class Remembered:
    """The register as of another day."""

    def __init__(self, listing: Listing, moment: Moment) -> None:
        self._register = storage.whole_register(moment)
        facets = Facets(self._register.by_id)
        named = [(dict(facets.of(row)).get(listing.by, ""), row) for row in getattr(self._register, listing.table)]
        known = sorted(named, key=lambda one: (one[0], one[1].id), reverse=listing.newest)
        ordered = [*(row for value, row in known if value), *(row for value, row in known if not value)]
        self._chosen: Chosen[Row] = Chosen(ordered, facets)

    def count(self, conditions: tuple[Condition, ...] = ()) -> int:
        return len(self._chosen.found(conditions))

    def rows(self, conditions: tuple[Condition, ...], start: int, count: int) -> Sequence[Row]:
        return self._chosen.found(conditions)[start : start + count]

    def register(self, rows: Sequence[Row]) -> Register:
        return self._register


def lister(listing: Listing, moment: Moment) -> Lister:
    """Raises Looking."""
    if not moment:
        return Stored(listing)
    return then("list", moment, listing, partial(Remembered, listing, moment), _LISTS)
