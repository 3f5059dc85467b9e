"""Agreements: each document that parties sign once, with its term and what sources say of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from pobratim.model.reading import Agreement
from pobratim.register.agreement_rules import RULES, Draft, blocks, draft, merge
from pobratim.register.claims import Claim, Source, claims_of
from pobratim.register.courses import course_of
from pobratim.register.evidence import evidence_of, first_told
from pobratim.register.identity import Judgement
from pobratim.register.kept import Kept
from pobratim.register.known import Known
from pobratim.register.resolving import Resolver
from pobratim.register.rows import AgreementRow, Conflict
from pobratim.register.text import digest, distinct_ids


class Agreements:
    """Finds the agreements of sources. Asked again it looks only at what has changed since."""

    def __init__(self, known: Known) -> None:
        self._known = known
        self._drafts: Kept[Draft] = Kept()
        self._resolver = Resolver(blocks, RULES, merge)

    def of(
        self, sources: Iterable[Source], given: Sequence[Judgement] = ()
    ) -> tuple[list[AgreementRow], list[Conflict], tuple[Judgement, ...]]:
        """The agreements of all claims, the contradictions in them, and the judgements that joined them.

        ``given`` is what people judged.
        """
        drafts = [self._draft(claim) for claim in claims_of(sources, Agreement)]
        resolved = self._resolver.resolve([one for one in drafts if one.parties], given)
        ids = distinct_ids((one.id, _row_id(one), one.id) for one in resolved.items)
        rows, conflicts = [], []
        for one in resolved.items:
            rows.append(_row(ids[one.id], one, self._known))
            conflicts += [one.signed.conflict(ids[one.id], "signed"), one.period.conflict(ids[one.id], "period")]
        return rows, [conflict for conflict in conflicts if conflict], resolved.judgements

    def _draft(self, claim: Claim[Agreement]) -> Draft:
        return self._drafts.get(claim.id, (claim,), lambda: draft(claim, self._known))


def _row_id(one: Draft) -> str:
    """Of its kind, parties and date; where it has none, of the claim that told of it first too."""
    when = one.signed.value or one.period.value or first_told(one.claims).id
    return f"{one.kind}-{digest('agreement', one.kind, sorted(one.parties), when)}"


def _row(row_id: str, one: Draft, known: Known) -> AgreementRow:
    course = course_of(one.claims)
    return AgreementRow(
        id=row_id,
        kind=one.kind,
        parties=tuple(sorted(one.parties)),
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


def _subject(claims: Sequence[Claim[Agreement]]) -> str | None:
    subjects = Counter(claim.record.subject for claim in claims if claim.record.subject)
    return min(subjects, key=lambda subject: (-subjects[subject], -len(subject), subject), default=None)
