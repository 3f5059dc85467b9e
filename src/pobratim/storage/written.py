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

MENTIONS = "mentions"
"""The slot of what a place, a person or an organization names and does not bring along."""
_LONGEST = 200
"""Characters of a value that a row can be chosen by."""

Links = Mapping[str, Set[str]]
"""The ids of rows, by the slots that name them."""


@dataclass(frozen=True)
class Written:
    """A row as the tables have it."""

    row: Row
    links: Links
    words: frozenset[str]
    facets: frozenset[tuple[str, str]]

    @cached_property
    def data(self) -> str:
        return as_json(serial.to_dict(self.row))

    @cached_property
    def brief(self) -> str | None:
        """As other rows name it (`pobratim.register.brief`), where that is shorter."""
        shorter = brief(self.row)
        return as_json(serial.to_dict(shorter)) if shorter else None

    @cached_property
    def digest(self) -> str:
        """Of all of it, but for what is only mentioned: that follows from the rest."""
        links = {slot: sorted(found) for slot, found in sorted(self.links.items()) if slot != MENTIONS}
        found = hashlib.sha256(self.data.encode())
        found.update(f"\n{self.brief}\n".encode())  # JSON has no line ends of its own
        found.update(as_json([links, sorted(self.words), sorted(self.facets)]).encode())
        return found.hexdigest()


class Writing:
    """Rows as they are to be written; ``rows`` are all of them, by their ids, ``countries`` places by their codes."""

    def __init__(self, rows: Mapping[str, Row], countries: Mapping[str, str]) -> None:
        self._rows = rows
        self.countries = countries
        self._facets = Facets(rows)
        self._published = _Published(rows)

    def of(self, row: Row) -> Written:
        return Written(
            row=row,
            links=self.links(row),
            words=frozenset(words_of(row)),
            facets=frozenset((name, value[:_LONGEST]) for name, value in self._facets.of(row)),
        )

    def links(self, row: Row) -> dict[str, Set[str]]:
        """Which rows it names in which slot; a place's country code names the country's row.

        What does not come along with a row is in the slot ``mentions``: nobody who reads of a tie of Minsk needs all
        documents that name Minsk.
        """
        named = {slot: self._here(ids) for slot, ids in named_in(row).items()}
        for ids in named.values():
            ids.discard(row.id)
        if isinstance(row, Place | Person | Organization):
            brought = frozenset(brought_by(row, self._published))
            mentioned = set[str]().union(*named.values()) - brought
            named = {slot: ids & brought for slot, ids in named.items()}
            named[MENTIONS] = mentioned
        country = self.countries.get(row.country or "") if isinstance(row, Place) else None
        if country is not None and country != row.id:
            named["country"] = {country}
        return {slot: ids for slot, ids in named.items() if ids}

    def _here(self, ids: Set[str]) -> set[str]:
        """Those of the ids that are rows."""
        return self._rows.among(ids) if isinstance(self._rows, Before) else self._rows.keys() & ids


class Before(Mapping[str, Row]):
    """The rows as they were before some of them ``changed``."""

    def __init__(self, rows: Mapping[str, Row], changed: Mapping[str, tuple[Row | None, Row | None]]) -> None:
        self._rows, self._changed = rows, changed

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


def added(links: Links, before: Links) -> Iterator[tuple[str, str]]:
    """The links that were not there before."""
    for slot, ids in links.items():
        yield from ((slot, one) for one in sorted(ids - before.get(slot, frozenset())))
