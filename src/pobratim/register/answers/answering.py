"""Each commitment with what may have come of it, as rules propose and people confirm."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from pobratim.register.answers.deeds import Deed, Key, Promise, World
from pobratim.register.answers.rules import judge, outcome
from pobratim.register.answers.standing import BY_WORDS, TAKEN, standing_on
from pobratim.register.rows import Commitment, FollowUp, Register, Row

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
        self.world = World.of(register)
        sides = {side for row in commitments for found in self.world.sides(row.actors) for side in found}
        self._register = register
        self._index: dict[Key, list[Deed]] = defaultdict(list)
        for row in (*register.happenings, *register.agreements, *register.offers):
            deed = self.world.deed(row, sides)
            if deed is not None:
                for key in deed.keys:
                    self._index[key].append(deed)

    def proposed(self, row: Commitment) -> tuple[FollowUp, ...]:
        """The likeliest answers with score and reasons, the likeliest first."""
        promise = self.world.promise(row)
        met = {deed.id: deed for key in promise.keys for deed in self._index.get(key, ())}
        return likeliest(filter(None, (follow_up(promise, deed, self.world) for deed in met.values())))

    def silent_since(self, row: Commitment, others: Iterable[Commitment] = ()) -> str | None:
        """The last day on which a document said it, or told of an answer that counts."""
        return silent_since((row, *others), self._register.by_id, self.world)


def likeliest(answers: Iterable[FollowUp]) -> tuple[FollowUp, ...]:
    """Those to propose, the likeliest first."""
    return tuple(sorted(answers, key=lambda one: (-one.score, one.row))[:MOST])


def follow_up(promise: Promise, deed: Deed, world: World) -> FollowUp | None:
    """The deed as an answer to the promise, if it is likely enough to be proposed."""
    score, reasons = judge(promise, deed, world)
    if score < PROPOSED:
        return None
    came, why = outcome(promise, deed)
    return FollowUp(row=deed.id, score=score, by=BY_WORDS, outcome=came, reasons=(*reasons, *([why] if why else [])))


def silent_since(promises: Sequence[Commitment], rows: Mapping[str, Row], world: World) -> str | None:
    """The last day on which a document said one of them, or told of an answer of the first that counts."""
    documents = {said.document for one in promises for said in one.said}
    for answer in promises[0].follow_ups:
        row = rows.get(answer.row)
        if row and answer.score >= TAKEN:
            documents.update(row.documents)
    return world.last_told(documents)


def with_answers(
    row: Commitment, proposed: Sequence[FollowUp], own: Mapping[str, ConfirmedAnswer], rows: Mapping[str, Row],
    world: World, newest: date | None,
) -> Commitment:
    """The commitment with what people say came of it, ``own``, before what is proposed, as it stands that day."""
    row = replace(row, follow_ups=(*_confirmed(own), *(one for one in proposed if one.row not in own)))
    row = replace(row, silent_since=silent_since((row,), rows, world))
    return replace(row, status=standing_on(row, newest))


def by_rows(
    confirmed: Iterable[ConfirmedAnswer], row_of: Mapping[str, str]
) -> dict[str, dict[str, ConfirmedAnswer]]:
    """What was confirmed, by the ids of the commitment's row and of the answer's.

    ``row_of`` has the rows by the claims that they rest on, and by their own ids.
    """
    result: dict[str, dict[str, ConfirmedAnswer]] = defaultdict(dict)
    for one in confirmed:
        commitment, answer = row_of.get(one.commitment), row_of.get(one.answer)
        if commitment and answer:
            result[commitment][answer] = one
    return result


def _confirmed(decided: Mapping[str, ConfirmedAnswer]) -> Iterator[FollowUp]:
    for row, one in sorted(decided.items()):
        if one.outcome != "no answer":
            reasons = (one.reason,) if one.reason else ()
            yield FollowUp(row=row, score=1.0, by=one.by, outcome=one.outcome, reasons=reasons)
