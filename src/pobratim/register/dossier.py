"""Assembled views: everything known of a tie, a place, a person, an organization.

Pure functions over a `Register` (whole or the fitting part of it); reports, web and the command line
show what they return and look up nothing themselves. Lists are sorted for a reader: newest first for
what happened, by name for what is.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from pobratim.model import edtf
from pobratim.model.errors import NotFound
from pobratim.register.parts import part_of
from pobratim.register.questions import OpenQuestion as OpenQuestion
from pobratim.register.questions import open_questions
from pobratim.register.rows import (
    AgreementRow,
    Commitment,
    Conflict,
    DocumentRow,
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
from pobratim.register.selection import Selection, of_organization, of_person, of_place, of_tie


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """What is known of one subject: one place, one person, one organization, or a tie of two places."""

    register: Register
    """Every row below and whatever they name, for names by id."""
    place: Place | None = None
    other_place: Place | None = None
    """The second place of a tie."""
    person: Person | None = None
    organization: Organization | None = None
    ties: tuple[Tie, ...] = ()
    """Of a tie: the one tie, or none where only shared facts are known."""
    happenings: tuple[Happening, ...] = ()
    agreements: tuple[AgreementRow, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    offers: tuple[OfferRow, ...] = ()
    figures: tuple[FigureRow, ...] = ()
    quotes: tuple[QuoteRow, ...] = ()
    topics: tuple[TopicRow, ...] = ()
    people: tuple[Person, ...] = ()
    organizations: tuple[Organization, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    questions: tuple[OpenQuestion, ...] = ()
    documents: tuple[DocumentRow, ...] = ()


def tie_dossier(register: Register, left: str, right: str, *, day: date | None = None) -> Dossier:
    """All that joins the places with ids ``left`` and ``right``. Raises NotFound.

    That is what names both, and what a document about this tie alone says of one of them or of neither. What is past is
    told by ``day``, else by the newest document; so in all dossiers.
    """
    place, other = _row(register, left, Place), _row(register, right, Place)
    return _dossier(register, of_tie(register, place, other), day, place=place, other_place=other)


def place_dossier(register: Register, place: str, *, day: date | None = None) -> Dossier:
    """All that is known of one place. Raises NotFound."""
    row = _row(register, place, Place)
    return _dossier(register, of_place(register, row), day, place=row)


def person_dossier(register: Register, person: str, *, day: date | None = None) -> Dossier:
    """All that is known of one person. Raises NotFound."""
    row = _row(register, person, Person)
    return _dossier(register, of_person(register, row), day, person=row)


def organization_dossier(register: Register, organization: str, *, day: date | None = None) -> Dossier:
    """All that is known of one organization. Raises NotFound."""
    row = _row(register, organization, Organization)
    return _dossier(register, of_organization(register, row), day, organization=row)


R = TypeVar("R", bound=Row)


def _row(register: Register, row_id: str, kind: type[R]) -> R:
    row = register.get(row_id)
    if not isinstance(row, kind):
        raise NotFound(f"записи «{row_id}» в реестре нет")
    return row


def _dossier(
    register: Register,
    found: Selection,
    day: date | None,
    *,
    place: Place | None = None,
    other_place: Place | None = None,
    person: Person | None = None,
    organization: Organization | None = None,
) -> Dossier:
    """The rows found, sorted for a reader, with their contradictions, questions, documents and names."""
    shown = found.in_order(register)
    facts = shown.facts()
    on = {row.id for row in facts}
    differing = (row for row in register.conflicts if row.on in on)
    conflicts = tuple(sorted(differing, key=lambda row: (row.on, row.slot, row.id)))
    named = set(found.documents).union(*(row.documents for row in (*facts, *conflicts)))
    documents = [row for row in register.documents if row.id in named]
    subjects = [row for row in (place, other_place, person, organization) if row]
    return Dossier(
        register=part_of(register, [*subjects, *facts, *conflicts, *shown.people, *shown.organizations, *documents]),
        place=place,
        other_place=other_place,
        person=person,
        organization=organization,
        ties=shown.ties,
        happenings=shown.happenings,
        agreements=shown.agreements,
        commitments=shown.commitments,
        offers=shown.offers,
        figures=shown.figures,
        quotes=shown.quotes,
        topics=shown.topics,
        people=shown.people,
        organizations=shown.organizations,
        conflicts=conflicts,
        questions=open_questions(register, [*conflicts, *facts], day),
        documents=tuple(sorted(documents, key=lambda row: (edtf.sort_key(row.published), row.id))),
    )
