"""Agreements: each document that parties sign once, with its term and what sources say of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from pobratim.model.reading import Agreement
from pobratim.register.agreement_rules import RULES, Draft, blocks, merge
from pobratim.register.claims import Claim
from pobratim.register.courses import course_of
from pobratim.register.evidence import evidence_of, first_told
from pobratim.register.known import Known
from pobratim.register.places import Places
from pobratim.register.resolving import Method
from pobratim.register.rows import AgreementRow, Row
from pobratim.register.text import digest

METHOD = Method(blocks, RULES, merge)


def rows_of(row_id: str, one: Draft, known: Known) -> list[Row]:
    """The row of an agreement, and what sources contradict each other in."""
    conflicts = [one.signed.conflict(row_id, "signed"), one.period.conflict(row_id, "period")]
    return [_row(row_id, one, known), *(found for found in conflicts if found)]


def row_id_of(one: Draft) -> str:
    """The id it would have: of kind, parties and date; where it has none, of the claim that told of it first too."""
    when = one.signed.value or one.period.value or first_told(one.claims).id
    return f"{one.kind}-{digest('agreement', one.kind, sorted(one.parties), when)}"


def _row(row_id: str, one: Draft, known: Known) -> AgreementRow:
    course = course_of(one.claims)
    return AgreementRow(
        id=row_id,
        kind=one.kind,
        parties=_parties(one, known.places),
        signed=one.signed.value,
        signed_basis=one.signed.basis,
        signed_because=one.signed.because,
        period=one.period.value,
        signatories=tuple(sorted({
            person for claim in one.claims for person in known.rows(claim.source, claim.record.signatories)
        })),
        subject=_subject(one.claims),
        status=course[-1].status,
        course=course,
        documents=tuple(sorted(one.documents)),
        claims=tuple(claim.id for claim in one.claims),
        evidence=evidence_of(one.claims),
    )


def _parties(one: Draft, places: Places) -> tuple[str, ...]:
    """All parties that documents name; a country gives way to the city that another document names."""
    told = [party for party in one.parties if party in places.by_id and not places.is_country(party)]
    stands_for = {party for party in one.parties - one.sides if any(places.contains(party, other) for other in told)}
    return tuple(sorted(one.parties - stands_for))


def _subject(claims: Sequence[Claim[Agreement]]) -> str | None:
    subjects = Counter(claim.record.subject for claim in claims if claim.record.subject)
    return min(subjects, key=lambda subject: (-subjects[subject], -len(subject), subject), default=None)
