"""Each commitment with what may have come of it, as rules propose and people confirm."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from pobratim.register.answers.deeds import Deed, Index, World, indexed
from pobratim.register.answers.rules import judge, outcome
from pobratim.register.answers.standing import TAKEN, standing_on
from pobratim.register.questions import newest_day
from pobratim.register.rows import Commitment, FollowUp, Register

__all__ = ["PROPOSED", "TAKEN", "ConfirmedAnswer", "answered", "proposals"]

PROPOSED = 0.55
"""Answers below this score are not worth a person's look."""
MOST = 5
"""So many answers are proposed for a commitment."""

Outcome = Literal["met", "partly met", "not met", "no answer"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmedAnswer:
    """A person says what came of a commitment.

    ``commitment`` and ``answer`` are ids of rows, or of any claim that they rest on (``<document>#<record>``): a
    claim's id stays when a row gets another. What names no row of the register counts for nothing. Of several on
    one pair the last counts.
    """

    commitment: str
    answer: str
    outcome: Outcome
    """`no answer`: this deed has nothing to do with it, and is never proposed again."""
    by: str
    reason: str = ""


def answered(register: Register, confirmed: Iterable[ConfirmedAnswer] = ()) -> Register:
    """The register, its commitments with their answers and how they stand on the day of the newest document."""
    world = World(register)
    index = indexed(world.deeds())
    said = _by_rows(register, confirmed)
    newest = newest_day(register)
    rows = []
    for row in register.commitments:
        decided = said.get(row.id, {})
        proposed = (one for one in proposals(row, world, index) if one.row not in decided)
        follow_ups = (*_confirmed(decided), *sorted(proposed, key=lambda one: (-one.score, one.row))[:MOST])
        row = replace(row, follow_ups=follow_ups)
        row = replace(row, silent_since=_silent_since(row, world, register))
        rows.append(replace(row, status=standing_on(row, newest)))
    return replace(register, commitments=tuple(rows))


def proposals(row: Commitment, world: World, index: Index) -> Iterator[FollowUp]:
    """The deeds that may answer the commitment, with score and reasons."""
    promise = world.promise(row)
    met: dict[str, Deed] = {}
    for place in promise.places:
        for word in promise.words.content:
            met.update((deed.id, deed) for deed in index.get((place, word), ()))
    for deed in met.values():
        score, reasons = judge(promise, deed, world)
        if score >= PROPOSED:
            came, why = outcome(promise, deed)
            yield FollowUp(
                row=deed.id,
                score=score,
                by="rules",
                outcome=came,  # type: ignore[arg-type]
                reasons=(*reasons, *([why] if why else [])),
            )


def _by_rows(
    register: Register, confirmed: Iterable[ConfirmedAnswer]
) -> dict[str, dict[str, ConfirmedAnswer]]:
    """What was confirmed, by the ids of the commitment's row and of the answer's."""
    given = list(confirmed)
    if not given:
        return {}
    tables = (register.commitments, register.happenings, register.agreements, register.offers)
    row_of = {one: row.id for table in tables for row in table for one in (row.id, *row.claims)}
    result: dict[str, dict[str, ConfirmedAnswer]] = defaultdict(dict)
    for one in given:
        commitment, answer = row_of.get(one.commitment), row_of.get(one.answer)
        if commitment and answer:
            result[commitment][answer] = one
    return result


def _confirmed(decided: Mapping[str, ConfirmedAnswer]) -> Iterator[FollowUp]:
    for row, one in sorted(decided.items()):
        if one.outcome != "no answer":
            reasons = (one.reason,) if one.reason else ()
            yield FollowUp(row=row, score=1.0, by=one.by, outcome=one.outcome, reasons=reasons)


def _silent_since(row: Commitment, world: World, register: Register) -> str | None:
    """The last day on which it was said, or something came of it that counts as the answer."""
    documents = {one.document for one in row.said}
    for follow_up in row.follow_ups:
        answer = register.get(follow_up.row)
        if answer and follow_up.score >= TAKEN:
            documents.update(answer.documents)
    return world.last_told(documents)
