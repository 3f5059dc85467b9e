"""Each commitment with what may have come of it, as rules propose and people confirm."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from pobratim.register.answers.deeds import Deed, World, indexed
from pobratim.register.answers.rules import judge, outcome
from pobratim.register.answers.standing import TAKEN, standing_on
from pobratim.register.questions import newest_day
from pobratim.register.rows import Commitment, FollowUp, Register

__all__ = ["BY_WORDS", "PROPOSED", "TAKEN", "Answers", "ConfirmedAnswer", "Outcome", "answered"]

BY_WORDS = "words"
"""Who proposes an answer where no person confirmed it."""
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


class Answers:
    """Finds what may answer ``commitments`` among all that a register knows to be done."""

    def __init__(self, register: Register, commitments: Iterable[Commitment]) -> None:
        self.world = World(register)
        self._register = register
        sides = {side for row in commitments for found in self.world.sides(row.actors) for side in found}
        self._index = indexed(self.world.deeds(sides))

    def proposed(self, row: Commitment) -> tuple[FollowUp, ...]:
        """The likeliest answers with score and reasons, the likeliest first."""
        found = sorted(self._all(row), key=lambda one: (-one.score, one.row))
        return tuple(found[:MOST])

    def silent_since(self, row: Commitment, others: Iterable[Commitment] = ()) -> str | None:
        """The last day on which a document said it, or told of an answer that counts."""
        documents = {said.document for one in (row, *others) for said in one.said}
        for follow_up in row.follow_ups:
            answer = self._register.get(follow_up.row)
            if answer and follow_up.score >= TAKEN:
                documents.update(answer.documents)
        return self.world.last_told(documents)

    def _all(self, row: Commitment) -> Iterator[FollowUp]:
        promise = self.world.promise(row)
        met: dict[str, Deed] = {}
        for side in promise.places | promise.organizations:
            for word in promise.words.content:
                met.update((deed.id, deed) for deed in self._index.get((side, word), ()))
        for deed in met.values():
            score, reasons = judge(promise, deed, self.world)
            if score >= PROPOSED:
                came, why = outcome(promise, deed)
                yield FollowUp(
                    row=deed.id,
                    score=score,
                    by=BY_WORDS,
                    outcome=came,
                    reasons=(*reasons, *([why] if why else [])),
                )


def answered(register: Register, confirmed: Iterable[ConfirmedAnswer] = ()) -> Register:
    """The register, its commitments with their answers and how they stand on the day of the newest document."""
    answers, newest = Answers(register, register.commitments), newest_day(register)
    decided = _by_rows(register, confirmed)
    rows = []
    for row in register.commitments:
        own = decided.get(row.id, {})
        proposed = (one for one in answers.proposed(row) if one.row not in own)
        row = replace(row, follow_ups=(*_confirmed(own), *proposed))
        row = replace(row, silent_since=answers.silent_since(row))
        rows.append(replace(row, status=standing_on(row, newest)))
    return replace(register, commitments=tuple(rows))


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
