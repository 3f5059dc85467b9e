"""Assembled views: everything known of a tie, a place, a person, an organization.

Pure functions over a `Register` (whole or the fitting part of it); reports, web and the command line
show what they return and look up nothing themselves. Lists are sorted for a reader: newest first for
what happened, by name for what is.
"""

from __future__ import annotations

from dataclasses import dataclass

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
    Tie,
    TopicRow,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenQuestion:
    """Something the register does not know and an officer should ask: a missing date, a contradiction."""

    kind: str
    """`undated`, `no_since`, `conflict`, `no_period`, `planned_past` …"""
    row: str
    """The id of the row the question is about."""
    text: str
    """The question, in Russian, for a person."""


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


def tie_dossier(register: Register, left: str, right: str) -> Dossier:
    """All that joins the places with ids ``left`` and ``right``."""
    raise NotImplementedError


def place_dossier(register: Register, place: str) -> Dossier:
    """All that is known of one place."""
    raise NotImplementedError


def person_dossier(register: Register, person: str) -> Dossier:
    """All that is known of one person."""
    raise NotImplementedError


def organization_dossier(register: Register, organization: str) -> Dossier:
    """All that is known of one organization."""
    raise NotImplementedError
