"""Promises and deeds, taken from the rows of the register in the form in which they are compared."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from pobratim.model import edtf
from pobratim.register.answers.words import Words, lexicon, words_in
from pobratim.register.rows import AgreementRow, Commitment, Happening, OfferRow, Place, Register

Deeds = Happening | AgreementRow | OfferRow

_SENTENCES = 6
"""So many sentences of a deed are looked at; more only repeat them."""


@dataclass(frozen=True, slots=True)
class Promise:
    """A commitment as it is compared."""

    row: Commitment
    places: frozenset[str]
    """The places that act, or whose organizations do."""
    organizations: frozenset[str]
    named: frozenset[str]
    """Places and organizations that its sentence names beside."""
    words: Words
    said: tuple[date, date] | None
    """The first and the last day on which it may first have been said."""


@dataclass(frozen=True, slots=True)
class Deed:
    """A happening, an agreement or a supply as it is compared."""

    id: str
    kind: str
    failed: bool
    """It was called off."""
    places: frozenset[str]
    organizations: frozenset[str]
    words: Words
    when: tuple[date, date] | None
    """The first and the last day on which it may have been."""
    told: date | None
    """The day on which a document first told of it."""
    documents: frozenset[str]

    @property
    def says(self) -> frozenset[str]:
        """What it is about, and what kind of deed it is."""
        return self.words.content | lexicon().is_.get(self.kind, frozenset())


class World:
    """Names, and what lies where."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._homes = {row.id: row.place for row in register.organizations}
        self._places: dict[str, Place] = {row.id: row for row in register.places}
        self._countries = {row.country: row.id for row in register.places if row.type == "country"}
        self._published = {row.id: row.published for row in register.documents}

    def sides(self, ids: Iterable[str]) -> tuple[frozenset[str], frozenset[str]]:
        """The places among the rows, with those where the organizations among them are; and these."""
        found = set(ids)
        organizations = frozenset(one for one in found if one in self._homes)
        homes = {self._homes[one] for one in organizations}
        places = {one for one in (*found, *homes) if one in self._places}
        return frozenset(place for place in places if place), organizations

    def contains(self, outer: str, inner: str) -> bool:
        """Whether ``inner`` lies in the region or country ``outer``."""
        row = self._places.get(inner)
        return row is not None and outer in (row.within, self._countries.get(row.country))

    def names(self, ids: Iterable[str]) -> Iterator[str]:
        """What the rows are called, in all ways."""
        for one in ids:
            yield self._register.name(one)
            yield from getattr(self._register.get(one), "aliases", ())

    def told(self, documents: Iterable[str]) -> date | None:
        """The first day on which one of the documents came out for sure."""
        days = (edtf.bounds(self._published.get(one))[1] for one in documents)
        return min((day for day in days if day), default=None)

    def last_told(self, documents: Iterable[str]) -> str | None:
        """The last day on which one of the documents came out, as EDTF."""
        days = [day for one in documents if (day := self._published.get(one)) and any(edtf.bounds(day))]
        return min(days, key=lambda day: (edtf.sort_key(day), day), default=None)

    def promise(self, row: Commitment) -> Promise:
        """The commitment as it is compared."""
        places, organizations = self.sides(row.actors)
        return Promise(
            row=row,
            places=places,
            organizations=organizations,
            named=frozenset(row.named),
            words=words_in((row.action,), frozenset(self.names({*row.actors, *places, *row.named}))),
            said=_days(row.first_said),
        )

    def deeds(self, sides: Collection[str]) -> Iterator[Deed]:
        """What was held or called off, signed, supplied with a part of one of these places or organizations."""
        return (deed for row, ids in self._done() if (deed := self._deed(row, ids, sides)))

    def _done(self) -> Iterator[tuple[Deeds, tuple[str, ...]]]:
        """All that may answer a promise, with who had part in it."""
        register = self._register
        for event in register.happenings:
            if event.status != "planned":
                yield event, (*event.parties, *event.organizations, *filter(None, [event.place]))
        for paper in register.agreements:
            if paper.status != "planned":
                yield paper, paper.parties
        for offer in register.offers:
            if offer.direction == "supply":
                yield offer, tuple(filter(None, (offer.from_, offer.to)))

    def _deed(self, row: Deeds, ids: tuple[str, ...], wanted: Collection[str]) -> Deed | None:
        places, organizations = self.sides(ids)
        if (places | organizations).isdisjoint(wanted):
            return None
        match row:
            case Happening():
                kind, when, name = row.kind, row.date, row.title
            case AgreementRow():
                kind, when, name = "agreement", row.signed, row.subject
            case OfferRow():
                kind, when, name = "supply", None, row.item
        texts = (*filter(None, [name]), *(one.text for one in row.evidence[:_SENTENCES]))
        return Deed(
            id=row.id,
            kind=kind,
            failed=isinstance(row, Happening) and row.status == "cancelled",
            places=places,
            organizations=organizations,
            words=words_in(texts, frozenset(self.names({*ids, *places}))),
            when=_days(when),
            told=self.told(row.documents),
            documents=frozenset(row.documents),
        )


def _days(value: str | None) -> tuple[date, date] | None:
    first, last = edtf.bounds(value)
    return (first, last) if first and last else None


Index = Mapping[tuple[str, str], tuple[Deed, ...]]
"""Deeds by side and word."""


def indexed(deeds: Iterable[Deed]) -> Index:
    """The deeds under each pair of a side and a word of theirs: a promise looks where it has both."""
    found: dict[tuple[str, str], list[Deed]] = {}
    for deed in deeds:
        for side in deed.places | deed.organizations:
            for word in deed.says:
                found.setdefault((side, word), []).append(deed)
    return {key: tuple(value) for key, value in found.items()}
