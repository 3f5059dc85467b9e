"""Rows as the tables have them: each with the rows it names, the words it is found under and what it is chosen by."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from functools import cached_property

from pobratim.register import serial
from pobratim.register.brief import brief
from pobratim.register.facets import Facets
from pobratim.register.parts import brought_by, named_in
from pobratim.register.rows import DocumentRow, Organization, Person, Place, Row
from pobratim.storage.names import words_of
from pobratim.storage.sql import as_json
from pobratim.storage.stored import MENTIONS, as_stored, is_mentioned_often

_LONGEST = 200
"""Characters of a value that a row can be chosen by."""

_NONE: frozenset[str] = frozenset()

Links = Mapping[str, Set[str]]
"""The ids of rows, by the slots that name them."""


@dataclass(frozen=True)
class Written:
    """A row as the tables have it."""

    row: Row
    named: Links
    """The ids that it names, of rows or not."""
    brings: Links
    """Its links, but for what is only mentioned."""
    words: frozenset[str]
    facets: frozenset[tuple[str, str]]

    @cached_property
    def data(self) -> str:
        return as_json(as_stored(self.row))

    @cached_property
    def brief(self) -> str | None:
        """As other rows name it (`pobratim.register.brief`), where that is shorter than what its table holds."""
        shorter = None if is_mentioned_often(self.row) else brief(self.row)
        return as_json(serial.to_dict(shorter)) if shorter else None

    @cached_property
    def digest(self) -> str:
        """Of all of it, but for what is only mentioned: that follows from the rest."""
        links = {slot: sorted(found) for slot, found in sorted(self.brings.items())}
        found = hashlib.sha256(self.data.encode())
        if is_mentioned_often(self.row):
            found.update("\n".join(self.row.documents).encode())
        found.update(f"\n{self.brief}\n".encode())  # JSON has no line ends of its own
        found.update(as_json([links, sorted(self.words), sorted(self.facets)]).encode())
        return found.hexdigest()


class Writing:
    """Rows as they are to be written; ``rows`` are all of them, by their ids, ``countries`` places by their codes.

    ``sources`` are what rows are written with already, before one of their documents came from another outlet
    than it did: of a row of thousands of documents then only the new ones are asked.
    """

    def __init__(
        self,
        rows: Mapping[str, Row],
        countries: Mapping[str, str],
        before: Before | None = None,
        sources: Mapping[str, Set[str]] | None = None,
    ) -> None:
        self._rows = rows
        self._countries = countries
        self._before = before
        self._sources = sources or {}
        self._facets = Facets(rows)
        self._published = _Published(rows)

    @property
    def knows_before(self) -> bool:
        """Whether it is known how the rows were before."""
        return self._before is not None

    def of(self, row: Row) -> Written:
        named = self._named(row)
        return Written(
            row=row,
            named=named,
            brings=self._linked({slot: ids for slot, ids in named.items() if slot != MENTIONS}),
            words=frozenset(words_of(row)),
            facets=frozenset((name, value[:_LONGEST]) for name, value in self._facets.of(row, self._told_by(row))),
        )

    def links(self, row: Row) -> dict[str, Set[str]]:
        """Which rows it names in which slot; a place's country code names the country's row.

        What does not come along with a row is in the slot ``mentions``: nobody who reads of a tie of Minsk needs all
        documents that name Minsk.
        """
        return self._linked(self._named(row))

    def other_links(self, written: Written) -> tuple[Links, Links]:
        """The links that a row had before and has no more, and those that it had not."""
        assert self._before is not None
        was = Writing(self._before, self._countries)._named(self._before[written.row.id])
        now = written.named
        come, gone = self._before.come, self._before.gone
        lost = {slot: ids - now.get(slot, _NONE) | ids & gone for slot, ids in was.items()}
        new = {slot: ids - was.get(slot, _NONE) | ids & come for slot, ids in now.items()}
        return {slot: self._before.among(ids) for slot, ids in lost.items()}, self._linked(new)

    def _named(self, row: Row) -> dict[str, set[str]]:
        """The ids that it names, of rows or not."""
        named = {slot: set(ids) - {row.id} for slot, ids in named_in(row).items()}
        if isinstance(row, Place | Person | Organization):
            brought = frozenset(brought_by(row, self._published))
            mentioned = set[str]().union(*named.values()) - brought
            named = {slot: ids & brought for slot, ids in named.items()}
            named[MENTIONS] = mentioned
        country = self._countries.get(row.country or "") if isinstance(row, Place) else None
        if country is not None and country != row.id:
            named["country"] = {country}
        return named

    def _linked(self, named: Links) -> dict[str, Set[str]]:
        """Those of the ids that are rows."""
        linked = {slot: self._rows.keys() & ids for slot, ids in named.items() if ids}
        return {slot: ids for slot, ids in linked.items() if ids}

    def _told_by(self, row: Row) -> Iterable[str] | None:
        """The outlets of its documents, where they are known already but for those of new ones."""
        known = self._sources.get(row.id)
        if known is None or self._before is None:
            return None
        before = self._before[row.id].documents
        new = set(row.documents).difference(before)
        if len(before) + len(new) > len(row.documents):
            return None  # one has gone, and with it perhaps the last of its outlet
        return known | set(self._facets.sources(new))


class Before(Mapping[str, Row]):
    """The rows as they were before some of them ``changed``."""

    def __init__(self, rows: Mapping[str, Row], changed: Mapping[str, tuple[Row | None, Row | None]]) -> None:
        self._rows, self._changed = rows, changed
        self.come = frozenset(one for one, (before, _) in changed.items() if before is None)
        self.gone = frozenset(one for one, (_, now) in changed.items() if now is None)

    def __getitem__(self, one: str) -> Row:
        row = self._changed[one][0] if one in self._changed else self._rows[one]
        if row is None:
            raise KeyError(one)
        return row

    def among(self, ids: Set[str]) -> set[str]:
        """Those of the ids that were rows."""
        found = self._rows.keys() & ids
        for one in self._changed.keys() & ids:
            if one in self:
                found.add(one)
            else:
                found.discard(one)
        return found

    def __iter__(self) -> Iterator[str]:
        yield from (one for one in self._rows if one not in self._changed)
        yield from (one for one, (row, _) in self._changed.items() if row is not None)

    def __len__(self) -> int:
        return sum(1 for _ in self)


class _Published(Mapping[str, "str | None"]):
    """When documents came out."""

    def __init__(self, rows: Mapping[str, Row]) -> None:
        self._rows = rows

    def __getitem__(self, document: str) -> str | None:
        row = self._rows[document]
        if not isinstance(row, DocumentRow):
            raise KeyError(document)
        return row.published

    def __iter__(self) -> Iterator[str]:
        return (one for one, row in self._rows.items() if isinstance(row, DocumentRow))

    def __len__(self) -> int:
        return sum(1 for _ in self)


def countries_of(rows: Iterable[Row]) -> dict[str, str]:
    """The place of each country, by its code."""
    countries = [row for row in rows if isinstance(row, Place) and row.type == "country"]
    return {row.country: row.id for row in sorted(countries, key=lambda row: row.id) if row.country}


def flat(links: Links) -> set[tuple[str, str]]:
    """Each link for itself: the slot and the row."""
    return {(slot, one) for slot, ids in links.items() for one in ids}
