"""Which rows of a register are about a tie, a place, a person, an organization."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from typing import TypeVar

from pobratim.model import edtf
from pobratim.register.rows import (
    AgreementRow,
    Commitment,
    FigureRow,
    Happening,
    OfferRow,
    Organization,
    Person,
    Place,
    QuoteRow,
    Register,
    Row,
    Tie,
    TopicRow,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """The rows about one subject."""

    ties: tuple[Tie, ...] = ()
    happenings: tuple[Happening, ...] = ()
    agreements: tuple[AgreementRow, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    offers: tuple[OfferRow, ...] = ()
    figures: tuple[FigureRow, ...] = ()
    quotes: tuple[QuoteRow, ...] = ()
    topics: tuple[TopicRow, ...] = ()
    people: tuple[Person, ...] = ()
    organizations: tuple[Organization, ...] = ()
    documents: Collection[str] = ()
    """Documents about the subject, beside those of the rows."""

    def facts(self) -> tuple[Row, ...]:
        """What is stated of the subject: all but people and organizations."""
        return (
            *self.ties, *self.happenings, *self.agreements, *self.commitments, *self.offers, *self.figures,
            *self.quotes, *self.topics,
        )

    def in_order(self, register: Register) -> Selection:
        """Newest first what happened, by name what is."""

        def told(row: Row) -> tuple[int, int, int]:
            """When the newest document of a row came out."""
            days = (document.published for one in row.documents if (document := documents.get(one)))
            return min((edtf.sort_key(day) for day in days), default=edtf.sort_key(None))

        documents = {row.id: row for row in register.documents}
        return replace(
            self,
            ties=_by(self.ties, lambda row: tuple(map(register.name, row.parties))),
            happenings=_by(self.happenings, lambda row: edtf.sort_key(row.date)),
            agreements=_by(self.agreements, lambda row: edtf.sort_key(row.signed or row.period)),
            commitments=_by(self.commitments, lambda row: edtf.sort_key(row.first_said)),
            offers=_by(self.offers, lambda row: (row.direction, row.item)),
            figures=_by(self.figures, lambda row: (row.metric, edtf.sort_key(row.period))),
            quotes=_by(self.quotes, told),
            topics=_by(self.topics, lambda row: row.topic),
            people=_by(self.people, lambda row: row.name),
            organizations=_by(self.organizations, lambda row: row.name),
        )


R = TypeVar("R", bound=Row)


def _by(rows: Iterable[R], key: Callable[[R], object]) -> tuple[R, ...]:
    return tuple(sorted(rows, key=lambda row: (key(row), row.id)))


def of_tie(register: Register, place: Place, other: Place) -> Selection:
    """What joins two places.

    A row is about the tie when it names both (a country may stand for one of them in a document about the
    tie), or when it names nothing else in a document that is about no other tie of theirs.
    """
    near = _Near(register, place, other)
    happenings = [row for row in register.happenings if near.concerns(row, row.parties)]
    agreements = [row for row in register.agreements if near.concerns(row, row.parties)]
    commitments = [row for row in register.commitments if near.concerns(row, row.actors)]
    offers = [row for row in register.offers if near.concerns(row, _ids(row.from_, row.to))]
    taking_part = {one for row in happenings for one in row.participants}
    taking_part |= {one for row in agreements for one in row.signatories}
    quotes = [
        row for row in register.quotes
        if near.alone(row) or (row.speaker in taking_part and near.told_in(row))
    ]
    speakers = {row.speaker for row in quotes}
    people = [
        person for person in register.people
        if person.id in taking_part | speakers or (near.alone(person) and near.served_by(person))
    ]
    named = {one for row in happenings for one in row.organizations}
    named |= {one for row in agreements for one in row.parties}
    named |= {one for row in commitments for one in row.actors}
    named |= {one for row in offers for one in _ids(row.from_, row.to)}
    return Selection(
        ties=tuple(near.ties),
        happenings=tuple(happenings),
        agreements=tuple(agreements),
        commitments=tuple(commitments),
        offers=tuple(offers),
        figures=tuple(row for row in register.figures if near.concerns(row, row.parties)),
        quotes=tuple(quotes),
        topics=tuple(row for row in register.topics if near.concerns(row, row.parties)),
        people=tuple(people),
        organizations=tuple(row for row in register.organizations if row.id in named),
        documents=near.documents,
    )


class _Near:
    """What is near a tie of two places."""

    def __init__(self, register: Register, place: Place, other: Place) -> None:
        pair = {place.id, other.id}
        countries = {row.country: row.id for row in register.places if row.type == "country"}
        self.sides = tuple(
            (side.id, {one for one in (side.within, countries.get(side.country)) if one} - pair)
            for side in (place, other)
        )
        self.places = {row.id for row in register.places}
        self.around = pair.union(*(wider for _, wider in self.sides))
        self.ties = [row for row in register.ties if set(row.parties) == pair]
        self.documents = {document for row in self.ties for document in row.documents}
        others = (row for row in register.ties if set(row.parties) & pair and set(row.parties) != pair)
        self.only = self.documents.difference(*(row.documents for row in others))

    def told_in(self, row: Row) -> bool:
        return not self.documents.isdisjoint(row.documents)

    def alone(self, row: Row) -> bool:
        """Whether a document that is about this tie alone tells of the row."""
        return not self.only.isdisjoint(row.documents)

    def served_by(self, person: Person) -> bool:
        return any(post.place in (self.sides[0][0], self.sides[1][0]) for post in person.posts)

    def concerns(self, row: Row, parties: Iterable[str]) -> bool:
        named = {one for one in parties if one in self.places}
        (left, around_left), (right, around_right) = self.sides
        if left in named and right in named:
            return True
        one_by_country = (left in named and named & around_right) or (right in named and named & around_left)
        return bool(one_by_country and self.told_in(row)) or (named <= self.around and self.alone(row))


def of_place(register: Register, place: Place) -> Selection:
    """What names the place, who serves it, and what is said by those who do."""
    here = place.id
    people = [row for row in register.people if any(post.place == here for post in row.posts)]
    serving = {row.id for row in people}
    return Selection(
        ties=tuple(row for row in register.ties if here in row.parties),
        happenings=tuple(row for row in register.happenings if here in (*row.parties, row.place)),
        agreements=tuple(row for row in register.agreements if here in row.parties),
        commitments=tuple(row for row in register.commitments if here in row.actors),
        offers=tuple(row for row in register.offers if here in (row.from_, row.to)),
        figures=tuple(row for row in register.figures if here in row.parties),
        quotes=tuple(row for row in register.quotes if row.speaker in serving),
        topics=tuple(row for row in register.topics if here in row.parties),
        people=tuple(people),
        organizations=tuple(row for row in register.organizations if row.place == here),
        documents=place.documents,
    )


def of_person(register: Register, person: Person) -> Selection:
    """What the person took part in, signed, said, promised; whom they met; which ties that was for."""
    happenings = [row for row in register.happenings if person.id in row.participants]
    agreements = [row for row in register.agreements if person.id in row.signatories]
    met = {one for row in happenings for one in row.participants} - {person.id}
    seats = {post.organization for post in person.posts}
    return Selection(
        ties=_ties_of(register, [*happenings, *agreements]),
        happenings=tuple(happenings),
        agreements=tuple(agreements),
        commitments=tuple(row for row in register.commitments if _promised_by(row, person.id)),
        quotes=tuple(row for row in register.quotes if row.speaker == person.id),
        people=tuple(row for row in register.people if row.id in met),
        organizations=tuple(row for row in register.organizations if row.id in seats),
        documents=person.documents,
    )


def _promised_by(row: Commitment, person: str) -> bool:
    """Whether the person is to do it, or a document says it in words of theirs."""
    return person in row.actors or any(person in one.speakers for one in row.said)


def of_organization(register: Register, organization: Organization) -> Selection:
    """Who visited it, what it signed, offers and says, who works there."""
    this = organization.id
    happenings = [row for row in register.happenings if this in row.organizations]
    agreements = [row for row in register.agreements if this in row.parties]
    guests = {one for row in happenings for one in row.participants}
    return Selection(
        ties=_ties_of(register, [*happenings, *agreements]),
        happenings=tuple(happenings),
        agreements=tuple(agreements),
        commitments=tuple(row for row in register.commitments if this in row.actors),
        offers=tuple(row for row in register.offers if this in (row.from_, row.to)),
        figures=tuple(row for row in register.figures if this in row.parties),
        quotes=tuple(row for row in register.quotes if row.speaker == this),
        people=tuple(
            row for row in register.people
            if row.id in guests or any(post.organization == this for post in row.posts)
        ),
        documents=organization.documents,
    )


def _ties_of(register: Register, rows: Iterable[Happening | AgreementRow]) -> tuple[Tie, ...]:
    """The ties whose two places are parties of one of the rows."""
    parties = [set(row.parties) for row in rows]
    return tuple(row for row in register.ties if any(set(row.parties) <= sides for sides in parties))


def _ids(*ids: str | None) -> tuple[str, ...]:
    return tuple(one for one in ids if one)
