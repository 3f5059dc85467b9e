"""Promises and deeds, taken from the rows of the register in the form in which they are compared."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from pobratim.model import edtf
from pobratim.register.answers.words import Words, lexicon, whose_guests, words_in
from pobratim.register.courses import PLANNED
from pobratim.register.rows import (
    AgreementRow,
    Commitment,
    DocumentRow,
    Evidence,
    Happening,
    OfferRow,
    Organization,
    Place,
    Register,
    Row,
    name_among,
)

_SENTENCES = 6
"""So many sentences of a deed are looked at; more only repeat them."""


Key = tuple[str, str]
"""A place or organization, and a word."""


@dataclass(frozen=True, slots=True)
class Promise:
    """A commitment as it is compared."""

    row: Commitment
    places: frozenset[str]
    """The places that act, or whose organizations do."""
    organizations: frozenset[str]
    named: frozenset[str]
    """Places and organizations that its sentence names beside."""
    guests: frozenset[str]
    """Of its places those whose delegation is to come: «посещение делегацией Омска предприятий Минска»."""
    words: Words
    said: tuple[date, date] | None
    """The first and the last day on which it may first have been said."""

    @property
    def keys(self) -> list[Key]:
        """Where its answers are looked for."""
        return [(side, word) for side in self.places | self.organizations for word in self.words.content]

    def meets(self, deed: Deed) -> bool:
        """Whether the deed has one of its `keys`."""
        sides = self.places.isdisjoint(deed.places) and self.organizations.isdisjoint(deed.organizations)
        return not (sides or self.words.content.isdisjoint(deed.says))

    def says_the_same(self, other: Promise) -> bool:
        """Whether the same deeds answer both but for what their documents tell of besides."""
        return self.row.due == other.row.due and replace(self, row=other.row) == other


@dataclass(frozen=True, slots=True)
class Deed:
    """A happening, an agreement or a supply as it is compared."""

    id: str
    kind: str
    failed: bool
    """It was called off."""
    places: frozenset[str]
    where: str | None
    """The place where it was, if it is known."""
    organizations: frozenset[str]
    words: Words
    says: frozenset[str]
    """What it is about, and what kind of deed it is."""
    when: tuple[date, date] | None
    """The first and the last day on which it may have been."""
    told: date | None
    """The day on which a document first told of it."""
    documents: frozenset[str]
    """Those that tell of it as done."""

    @property
    def keys(self) -> list[Key]:
        """Each pair of a side and a word of it: a promise looks where it has both."""
        return [(side, word) for side in self.places | self.organizations for word in self.says]

    def says_the_same(self, other: Deed) -> bool:
        """Whether both answer the same promises but for those that their documents tell of."""
        return replace(self, documents=other.documents) == other


class World:
    """Names, and what lies where."""

    def __init__(self, rows: Mapping[str, Row], countries: Mapping[str, str]) -> None:
        """All rows by their ids, and the place of each country by its code."""
        self._rows = rows
        self._countries = countries

    @classmethod
    def of(cls, register: Register) -> World:
        """The world of a register."""
        countries = {row.country: row.id for row in register.places if row.type == "country" and row.country}
        return cls(register.by_id, countries)

    def sides(self, ids: Iterable[str]) -> tuple[frozenset[str], frozenset[str]]:
        """The places among the rows, with those where the organizations among them are; and these."""
        places: set[str] = set()
        organizations: set[str] = set()
        for one in ids:
            row = self._rows.get(one)
            if isinstance(row, Place):
                places.add(one)
            elif isinstance(row, Organization):
                organizations.add(one)
                if isinstance(self._rows.get(row.place or ""), Place):
                    places.add(row.place or "")
        return frozenset(places), frozenset(organizations)

    def contains(self, outer: str, inner: str) -> bool:
        """Whether ``inner`` lies in the region or country ``outer``."""
        row = self._rows.get(inner)
        return isinstance(row, Place) and outer in (row.within, self._countries.get(row.country or ""))

    def names(self, ids: Iterable[str]) -> Iterator[str]:
        """What the rows are called, in all ways."""
        for one in ids:
            yield name_among(self._rows, one)
            yield from getattr(self._rows.get(one), "aliases", ())

    def _published(self, document: str) -> str | None:
        row = self._rows.get(document)
        return row.published if isinstance(row, DocumentRow) else None

    def told(self, documents: Iterable[str]) -> date | None:
        """The first day on which one of the documents came out for sure."""
        days = (edtf.bounds(self._published(one))[1] for one in documents)
        return min((day for day in days if day), default=None)

    def last_told(self, documents: Iterable[str]) -> str | None:
        """The last day on which one of the documents came out, as EDTF."""
        days = [day for one in documents if (day := self._published(one)) and any(edtf.bounds(day))]
        return min(days, key=lambda day: (edtf.sort_key(day), day), default=None)

    def promise(self, row: Commitment) -> Promise:
        """The commitment as it is compared."""
        places, organizations = self.sides(row.actors)
        return Promise(
            row=row,
            places=places,
            organizations=organizations,
            named=frozenset(row.named),
            guests=frozenset(one for one in places if whose_guests(row.action, self.names((one,)))),
            words=words_in((row.action,), frozenset(self.names({*row.actors, *places, *row.named}))),
            said=_days(row.first_said),
        )

    def deed(self, row: Row, among: Collection[str] | None = None) -> Deed | None:
        """What was held or called off, signed or supplied; None for all other rows.

        ``among`` are the places and organizations of which one must have a part in it.
        """
        ids = _took_part(row)
        if ids is None:
            return None
        places, organizations = self.sides(ids)
        if among is not None and (places | organizations).isdisjoint(among):
            return None
        match row:
            case Happening():
                kind, when, name = row.kind, row.date, row.title
            case AgreementRow():
                kind, when, name = "agreement", row.signed, row.subject
            case OfferRow():
                kind, when, name = "supply", None, row.item
            case _:
                return None
        documents = told_as_done(row)
        texts = (*filter(None, [name]), *(one.text for one in evidence_of_done(row)[:_SENTENCES]))
        words = words_in(texts, frozenset(self.names({*ids, *places})))
        return Deed(
            id=row.id,
            kind=kind,
            failed=isinstance(row, Happening) and row.status == "cancelled",
            places=places,
            where=row.place if isinstance(row, Happening) else None,
            organizations=organizations,
            words=words,
            says=words.content | lexicon().is_.get(kind, frozenset()),
            when=_days(when),
            told=self.told(documents),
            documents=documents,
        )


def told_as_done(row: Happening | AgreementRow | OfferRow) -> frozenset[str]:
    """The documents that tell of it as done or called off; who announced it, then or later, told of no answer."""
    turns = () if isinstance(row, OfferRow) else row.course
    planned = {document for turn in turns if turn.status == PLANNED for document in turn.documents}
    done = {document for turn in turns if turn.status != PLANNED for document in turn.documents}
    return frozenset(done - planned or done or row.documents)


def evidence_of_done(row: Happening | AgreementRow | OfferRow) -> tuple[Evidence, ...]:
    """The sentences that tell of it as done: a paper that planned it is no evidence that it was."""
    documents = told_as_done(row)
    return tuple(one for one in row.evidence if one.document in documents)


def _took_part(row: Row) -> tuple[str, ...] | None:
    """Who had part in what may answer a promise; None for what may not."""
    match row:
        case Happening() if row.status != "planned":
            return (*row.parties, *row.organizations, *filter(None, [row.place]))
        case AgreementRow() if row.status != "planned":
            return row.parties
        case OfferRow() if row.direction == "supply":
            return tuple(filter(None, (row.from_, row.to)))
    return None


def _days(value: str | None) -> tuple[date, date] | None:
    first, last = edtf.bounds(value)
    return (first, last) if first and last else None
