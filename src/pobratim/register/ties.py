"""Ties: two places that have to do with each other, and the stages of their partnership."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Literal, cast

from pobratim.model import edtf
from pobratim.model.reading import Partnership, Record
from pobratim.register.claims import Claim, Source, dated
from pobratim.register.conflicts import Said, Settled, settle_date, settle_value
from pobratim.register.courses import course_of
from pobratim.register.evidence import documents_of, evidence_of, ids_of, ids_of_sources, sources_of
from pobratim.register.pairs import Pair
from pobratim.register.pauses import as_told
from pobratim.register.rows import Because, Conflict, Evidence, Row, Stage, Tie, Turn
from pobratim.register.text import digest

Kind = Literal["twin", "partner"]
_KINDS: tuple[Kind, ...] = ("twin", "partner")


def tie_rows(pair: Pair, claims: Sequence[Claim[Record]], held: Iterable[str | None]) -> list[Row]:
    """The tie of a pair of places, and the contradictions on how and since when they are partners.

    ``claims`` are those that make the pair, ``held`` are the dates of what they tell of as held.
    """
    row_id = f"tie-{digest(pair)}"
    partnerships = [
        as_told(cast(Claim[Partnership], claim)) for claim in claims if isinstance(claim.record, Partnership)
    ]
    by_kind = {
        kind: [claim for claim in partnerships if claim.record.kind == kind] for kind in _KINDS
    }
    since = {kind: _since(found) for kind, found in by_kind.items() if found}
    stages = [_stage(kind, settled, by_kind[kind]) for kind, settled in since.items()]
    stages.sort(key=_stage_order)
    conflicts = [settled.conflict(row_id, "since", kind) for kind, settled in since.items()]
    conflicts.append(_kind_conflict(row_id, since, partnerships))
    row = Tie(id=row_id, parties=pair, history=tuple(stages), status=_status(stages))
    return [told_by(row, claims, held), *(conflict for conflict in conflicts if conflict)]


def told_by(tie: Tie, claims: Sequence[Claim[Record]], held: Iterable[str | None]) -> Tie:
    """The tie of which these claims tell; none of them says other things of the partnership than those before."""
    sources = sources_of(claims)
    seen = _seen(sources, held)
    return replace(
        tie,
        first_seen=edtf.oldest(seen),
        last_seen=edtf.newest(seen),
        documents=ids_of_sources(sources),
        claims=ids_of(claims),
    )


def _since(claims: Sequence[Claim[Partnership]]) -> Settled:
    dates = ((dated(claim.record.since), claim) for claim in claims)
    return settle_date(Said(since, claim, claim.record.since_basis) for since, claim in dates if since)


def _stage(kind: Kind, since: Settled, claims: Sequence[Claim[Partnership]]) -> Stage:
    course, evidence = course_of(claims), evidence_of(claims)
    until, because = _until(course, evidence)
    return Stage(
        kind=kind,
        since=since.value,
        since_basis=since.basis,
        since_because=since.because,
        until=until,
        until_basis="inferred" if until else None,
        until_because=because,
        status=course[-1].status,
        course=course,
        documents=documents_of(claims),
        evidence=evidence,
    )


def _until(course: Sequence[Turn], evidence: Sequence[Evidence]) -> tuple[str | None, tuple[Because, ...]]:
    """Between the last document that told of the tie as alive and the first that told of its end."""
    if course[-1].status != "ended" or course[-1].first is None:
        return None, ()
    alive = [turn for turn in course[:-1] if turn.status in ("active", "paused") and turn.last]
    last_alive, _ = edtf.bounds(alive[-1].last) if alive else (None, None)
    _, first_ended = edtf.bounds(course[-1].first)
    if first_ended is None or (last_alive and last_alive > first_ended):
        return None, ()
    steps = [
        _because(reason, turn, evidence)
        for turn, reason in (
            *((turn, f"ещё в силе: {edtf.in_russian(turn.last)}") for turn in alive[-1:]),
            (course[-1], f"сообщено о прекращении: {edtf.in_russian(course[-1].first)}"),
        )
    ]
    return f"{last_alive or '..'}/{first_ended}", tuple(steps)


def _because(reason: str, turn: Turn, evidence: Sequence[Evidence]) -> Because:
    said = next(one for one in evidence if one.document in turn.documents)
    return Because(reason=reason, document=said.document, span=said.span)


def _stage_order(stage: Stage) -> tuple[int, str]:
    """Earlier stages first; where a date is missing, partners before twins."""
    first, _ = edtf.bounds(stage.since)
    undated = 0 if stage.kind == "partner" else 10**7
    return (first.toordinal() if first else undated), stage.kind


def _status(stages: Sequence[Stage]) -> str | None:
    statuses = [stage.status for stage in stages]
    return next((status for status in ("active", "paused", "planned", "ended") if status in statuses), None)


def _kind_conflict(
    row_id: str, since: Mapping[Kind, Settled], claims: Sequence[Claim[Partnership]]
) -> Conflict | None:
    """Twins to one source and partners to another since one and the same day."""
    dates = [settled.value for settled in since.values() if settled.value]
    if len(dates) < 2 or not edtf.compatible(*dates):
        return None
    return settle_value(Said(claim.record.kind, claim) for claim in claims).conflict(row_id, "kind")


def _seen(sources: Iterable[Source], held: Iterable[str | None]) -> set[str]:
    """When the pair was in touch or written about: days of publication and of what was held."""
    dates = {source.published for source in sources}.union(held)
    return {day for day in dates if day}
