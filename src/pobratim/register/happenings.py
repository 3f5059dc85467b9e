"""Happenings: each meeting, visit, signing once, with all documents that tell of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from pobratim.model.reading import Event
from pobratim.register.claims import Claim
from pobratim.register.conflicts import Said, settle_value
from pobratim.register.courses import course_of
from pobratim.register.event_blocks import MONTH, WEEK, blocks
from pobratim.register.event_drafts import Draft, merge
from pobratim.register.event_rules import RULES
from pobratim.register.evidence import evidence_of, first_told, reprints_among
from pobratim.register.identity import DIFFERENT, LIKELY
from pobratim.register.places import Places
from pobratim.register.resolving import Method, Scores
from pobratim.register.rows import Conflict, Happening, Row
from pobratim.register.text import digest

_MANY = 3
"""Independent sources of a happening that make another report of those days rather one of it."""


def of_many_sources(drafts: Sequence[Draft], scores: Scores[Draft]) -> list[Draft]:
    """Of several happenings the one that most sources tell of, with what is likely of it too.

    What may be one with it is rather another report of it than a rival. A rival is what surely is another; but where
    one source alone sets it beside the many, in the same days or as the signing of the same document, that one errs.
    """
    most = min(drafts, key=lambda draft: (-len(draft.originals), draft.id))
    found = [most]
    for draft in drafts:
        if draft is most:
            continue
        score = scores(most, draft)
        if score is not None and score <= DIFFERENT and not _errs(draft, most):
            return []
        if score is not None and score >= LIKELY:
            found.append(draft)
    return found


def _errs(one: Draft, most: Draft) -> bool:
    """Whether it is told by one source of what many tell otherwise."""
    same = bool(one.papers & most.papers) or _of_those_days(one, most)
    return same and len(one.originals) == 1 and len(most.originals) >= _MANY


def _of_those_days(a: Draft, b: Draft) -> bool:
    """Whether their days, or else those on which they were news, lie close together."""
    ours, theirs = (draft.window if draft.exact else draft.told for draft in (a, b))
    if ours is None or theirs is None:
        return False
    first, last = max(ours[0], theirs[0]), min(ours[1], theirs[1])
    return first - last <= WEEK and max(ours[1] - ours[0], theirs[1] - theirs[0]) <= MONTH


METHOD = Method(blocks, RULES, merge, likelier=of_many_sources, margin=0.03)


def rows_of(row_id: str, draft: Draft, places: Places) -> list[Row]:
    """The row of a happening, and what sources contradict each other in."""
    conflicts = [draft.settled.conflict(row_id, "date"), _status_conflict(row_id, draft)]
    return [_row(row_id, draft, places), *(one for one in conflicts if one)]


def row_id_of(draft: Draft) -> str:
    """The id it would have: of kind, sides and day; where that is not known, of the claim that told of it first too."""
    who = sorted(draft.named or draft.participants or draft.organizations)
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
        party for party in sorted(draft.named)
        if one_document or not places.is_country(party)
        or not any(other != party and places.contains(party, other) for other in draft.named)
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
