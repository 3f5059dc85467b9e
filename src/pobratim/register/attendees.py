"""Whom a visit brings together: the posts of each, what each said and promised before."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from pobratim.register.dossier import Dossier
from pobratim.register.parts import joined
from pobratim.register.rows import Commitment, Happening, Person, QuoteRow


@dataclass(frozen=True, slots=True)
class Attendee:
    """One who is expected; every list as the dossier of the person has it, the newest first."""

    person: Person
    said: tuple[QuoteRow, ...] = ()
    promised: tuple[Commitment, ...] = ()
    """What the person is to do, and what was said together with words of theirs."""
    took_part: tuple[Happening, ...] = ()


def with_attendees(dossier: Dossier, people: Iterable[Dossier]) -> tuple[Dossier, tuple[Attendee, ...]]:
    """The dossier with all that is known of these people beside its own rows, and who they are.

    Raises ValueError on a dossier of no person.
    """
    people = tuple(people)
    attendees = tuple(_attendee(one) for one in people)
    register = joined((dossier.register, *(one.register for one in people)))
    return replace(dossier, register=register), attendees


def _attendee(dossier: Dossier) -> Attendee:
    person = dossier.person
    if person is None:
        raise ValueError("an attendee is a person")
    return Attendee(person, dossier.quotes, dossier.commitments, dossier.happenings)
