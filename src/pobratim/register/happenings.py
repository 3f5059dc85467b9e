"""Happenings: each meeting, visit, signing once, with all documents that tell of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from pobratim.model.reading import Event
from pobratim.register.claims import Claim, Source, claims_of
from pobratim.register.conflicts import Said, settle_value
from pobratim.register.courses import course_of
from pobratim.register.event_blocks import blocks
from pobratim.register.event_drafts import Draft, Drafting, merge
from pobratim.register.event_rules import RULES
from pobratim.register.evidence import evidence_of, first_told, reprints_among
from pobratim.register.identity import Judgement
from pobratim.register.kept import Kept
from pobratim.register.known import Known
from pobratim.register.news import with_months
from pobratim.register.occasions import Occasion
from pobratim.register.papers import Papers
from pobratim.register.places import Places
from pobratim.register.resolving import Resolver
from pobratim.register.rows import Conflict, Happening
from pobratim.register.text import digest, distinct_ids


class Happenings:
    """Finds the happenings of sources. Asked again it looks only at what has changed since.

    ``homes`` are the places where each person holds posts.
    """

    def __init__(self, known: Known, homes: Mapping[str, frozenset[str]]) -> None:
        self._known = known
        self._homes = homes
        self._drafts: Kept[Draft | None] = Kept()
        self._resolver = Resolver(blocks, RULES, merge)

    def of(
        self,
        sources: Iterable[Source],
        occasions: Mapping[str, Occasion],
        papers: Papers,
        given: Sequence[Judgement] = (),
    ) -> tuple[list[Happening], list[Conflict], tuple[Judgement, ...]]:
        """The happenings of all event claims, the contradictions in them, and the judgements that joined them.

        ``occasions`` are what each document is news of, ``papers`` what was signed at each signing; ``given`` is what
        people judged.
        """
        drafting = Drafting(self._known, self._homes, occasions, papers)
        drafts = (
            self._drafts.get(
                claim.id, (claim, occasions.get(claim.source.id), papers.get(claim.id)), partial(drafting.draft, claim)
            )
            for claim in claims_of(sources, Event)
        )
        resolved = self._resolver.resolve([draft for draft in drafts if draft], given)
        items = with_months(resolved.items)
        ids = distinct_ids((draft.id, _row_id(draft), draft.id) for draft in items)
        rows, conflicts = [], []
        for draft in items:
            row_id = ids[draft.id]
            rows.append(_row(row_id, draft, self._known.places))
            conflicts += [draft.settled.conflict(row_id, "date"), _status_conflict(row_id, draft)]
        return rows, [conflict for conflict in conflicts if conflict], resolved.judgements


def _row_id(draft: Draft) -> str:
    """Of its kind, sides and day; where the day is not known, of the claim that told of it first too."""
    who = sorted(draft.parties or draft.participants or draft.organizations)
    claim = None if draft.exact else first_told(draft.claims).id
    return f"{draft.kind}-{digest(draft.kind, who, draft.date, claim)}"


def _row(row_id: str, draft: Draft, places: Places) -> Happening:
    return Happening(
        id=row_id,
        kind=draft.kind,
        date=draft.date,
        date_basis=draft.settled.basis,
        date_because=draft.settled.because,
        place=_nearest(draft, places),
        parties=_parties(draft, places),
        participants=tuple(sorted(draft.participants)),
        organizations=tuple(sorted(draft.organizations)),
        status=_status(draft.claims),
        title=_title(draft.claims),
        documents=tuple(sorted(draft.documents)),
        reprints=reprints_among(draft.claims),
        course=course_of(draft.claims),
        claims=tuple(claim.id for claim in draft.claims),
        evidence=evidence_of(draft.claims),
    )


def _nearest(draft: Draft, places: Places) -> str | None:
    """Where it was: the innermost place that is named."""
    inner = [
        one for one in sorted(draft.place)
        if not any(other != one and places.contains(one, other) for other in draft.place)
    ]
    return inner[0] if inner else None


def _parties(draft: Draft, places: Places) -> tuple[str, ...]:
    """All parties that documents name; a country gives way to a place in it that another document names."""
    one_document = len(draft.documents) == 1
    return tuple(
        party for party in sorted(draft.parties)
        if one_document or not places.is_country(party)
        or not any(other != party and places.contains(party, other) for other in draft.parties)
    )


def _status(claims: Sequence[Claim[Event]]) -> str:
    """What was planned and then held is held; what was planned and then cancelled is cancelled."""
    statuses = {claim.record.status for claim in claims}
    return next(status for status in ("held", "cancelled", "planned") if status in statuses)


def _status_conflict(row_id: str, draft: Draft) -> Conflict | None:
    """One source says it was held, another that it was cancelled."""
    done = [claim for claim in draft.claims if claim.record.status != "planned"]
    return settle_value(Said(claim.record.status, claim) for claim in done).conflict(row_id, "status")


def _title(claims: Sequence[Claim[Event]]) -> str | None:
    titles = Counter(claim.record.title for claim in claims if claim.record.title)
    return min(titles, key=lambda title: (-titles[title], -len(title), title), default=None)
