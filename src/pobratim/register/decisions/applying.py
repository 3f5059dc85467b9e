"""Readings as people have decided them, and what they decided of identity."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from pobratim.model.reading import PLACE_TYPES, Entity, Reading, Record
from pobratim.register.answers import ConfirmedAnswer
from pobratim.register.claims import RELEVANT, Kind
from pobratim.register.decisions.decision import (
    Accept,
    Answer,
    Correct,
    Decision,
    Merge,
    Reject,
    Split,
    State,
    Weigh,
)
from pobratim.register.decisions.seen import Seen, Thing, Told, find_record, find_thing, placed, stated
from pobratim.register.identity import Judgement
from pobratim.register.places import Form, PlaceKey
from pobratim.register.text import normal


@dataclass(frozen=True)
class Applied:
    """What the decisions make of the readings."""

    readings: tuple[Reading, ...]
    confirmed: Mapping[str, frozenset[str]]
    """The records that a person accepted or corrected, by document."""
    apart: Mapping[str, Mapping[str, tuple[str, ...]]]
    """By document, its entities with the places that people say they are not, by the ids of these."""
    judgements: tuple[Judgement, ...]
    """«The same» and «different» of people, in today's ids."""
    answers: tuple[ConfirmedAnswer, ...]
    """What people say came of commitments, in today's ids."""
    outlets: Mapping[str, Kind]
    """What kind of source people say that outlets are, by their names in normal form."""
    idle: tuple[Decision, ...]
    """Decisions whose document is not in the register, or does not name any more what they are about."""


def apply(readings: Iterable[Reading], decisions: Iterable[Decision]) -> Applied:
    """Carry the decisions out, in the order of their numbers.

    What a newer reader does not find any more stays as the person accepted or corrected it.
    """
    by_document = {reading.document.id: reading for reading in readings}
    confirmed: dict[str, set[str]] = defaultdict(set)
    outlets: dict[str, Kind] = {}
    idle, on_identity, on_answers = [], [], []
    for decision in sorted(decisions, key=lambda one: one.number):
        match decision.act:
            case Merge() | Split():
                on_identity.append(decision)
            case Answer():
                on_answers.append(decision)
            case Weigh(outlet=outlet, kind=kind):
                outlets[normal(outlet)] = kind  # of two on one the later holds
            case Accept(claim=claim) | State(claim=claim) | Correct(claim=claim) | Reject(claim=claim):
                reading = by_document.get(claim.document)
                if reading is None:
                    idle.append(decision)
                    continue
                reading, record_id = _decided(reading, decision, claim)
                by_document[claim.document] = reading
                if record_id is not None:
                    confirmed[claim.document].add(record_id)
    judgements: dict[tuple[str, str], Judgement] = {}
    for decision in on_identity:
        found = list(_judged(decision, by_document))
        judgements.update(((one.left, one.right), one) for one in found)  # of two on one pair the later holds
        if not found:
            idle.append(decision)
    answers = []
    for decision in on_answers:
        answer = _answer(decision, by_document)
        if answer is None:
            idle.append(decision)
        else:
            answers.append(answer)
    return Applied(
        readings=tuple(by_document.values()),
        confirmed={document: frozenset(records) for document, records in confirmed.items()},
        apart=_apart(on_identity, by_document),
        judgements=tuple(judgements.values()),
        answers=tuple(answers),
        outlets=outlets,
        idle=tuple(idle),
    )


def _decided(reading: Reading, decision: Decision, claim: Told) -> tuple[Reading, str | None]:
    """The reading with the decision on one claim, and the record that now is a person's word."""
    record = None if isinstance(decision.act, State) else find_record(reading, claim)
    if not isinstance(decision.act, Reject):  # a person says that the document is of the matter
        reading = replace(reading, relevance=max(reading.relevance, RELEVANT))
    if isinstance(decision.act, Reject):
        kept = tuple(one for one in reading.records if one is not record)
        return replace(reading, records=kept), None
    if record is None:
        reading, record = stated(reading, claim, f"d{decision.number}")
        reading = replace(reading, records=(*reading.records, record))
    decided = replace(record, confidence=1.0)
    if isinstance(decision.act, Correct):
        reading, decided = _corrected(reading, decided, decision.act.slot, decision.act.value)
    records = tuple(decided if one is record else one for one in reading.records)
    return replace(reading, records=records), decided.id


def _corrected(reading: Reading, record: Record, slot: str, value: Any) -> tuple[Reading, Record]:
    reading, found = placed(reading, value)
    name = "from_" if slot == "from" else slot
    slots: dict[str, Any] = {name: tuple(found) if isinstance(found, list) else found}
    if f"{name}_basis" in record.__dataclass_fields__:
        slots[f"{name}_basis"] = "stated" if found is not None else None
    corrected = replace(record, **slots)
    if _by_hand(reading, slots[name]):
        reading = _without_the_misnamed(reading, record, corrected)
    return reading, corrected


def _by_hand(reading: Reading, value: Any) -> bool:
    """Whether the value names somebody of whom only people say that the document tells: no words of it do."""
    named = value if isinstance(value, tuple) else (value,)
    return any(entity.id in named and not entity.mentions for entity in reading.entities)


def _without_the_misnamed(reading: Reading, before: Record, after: Record) -> Reading:
    """The reading without those whom only this record named, before somebody new was put in their place."""
    others = [record for record in reading.records if record.id != before.id]
    named = {one for record in (*others, after) for one in _strings(record)}
    gone = set(_strings(before)) - named
    kept = tuple(entity for entity in reading.entities if entity.id not in gone)
    return replace(reading, entities=kept)


def _strings(record: Record) -> Iterator[str]:
    """Every string in the slots of a record: ids of entities among them."""
    for name in record.__dataclass_fields__:
        value = getattr(record, name)
        yield from (one for one in (value if isinstance(value, tuple) else (value,)) if isinstance(one, str))


def _judged(decision: Decision, readings: Mapping[str, Reading]) -> Iterator[Judgement]:
    """What a decision on identity says of today's ids."""
    act = decision.act
    if isinstance(act, Merge):
        for other in (act.right, *act.others):
            yield from _pair(decision, "same", act.left, other, readings)
    elif isinstance(act, Split):
        for other in act.others:
            yield from _pair(decision, "different", act.left, other, readings)


def _apart(
    decisions: Iterable[Decision], readings: Mapping[str, Reading]
) -> dict[str, dict[str, tuple[str, ...]]]:
    """Mentions of places, each with the places that it is not; who joins the two later takes it back."""
    found: dict[str, dict[str, set[str]]] = defaultdict(dict)
    for decision in decisions:
        act = decision.act
        pairs = (
            [(act.left, other) for other in act.others] if isinstance(act, Split)
            else [(act.left, act.right), (act.right, act.left)] if isinstance(act, Merge) else []
        )
        for left, right in pairs:
            ours, theirs = _place(left, readings), _place(right, readings)
            if ours is None or theirs is None:
                continue
            places = found[left.document].setdefault(ours.id, set())
            (places.add if isinstance(act, Split) else places.discard)(PlaceKey.of(Form.of(theirs)).row_id)
    return {
        document: {entity: tuple(sorted(places)) for entity, places in entities.items() if places}
        for document, entities in found.items()
    }


def _place(seen: Seen, readings: Mapping[str, Reading]) -> Entity | None:
    """The place that a person saw, as a reading has it today."""
    reading = readings.get(seen.document)
    if reading is None or not isinstance(seen, Thing) or seen.type not in PLACE_TYPES:
        return None
    return find_thing(reading, seen)


def _pair(
    decision: Decision, said: Literal["same", "different"], left: Seen, right: Seen, readings: Mapping[str, Reading]
) -> Iterator[Judgement]:
    ids = sorted({one for one in (_id_of(left, readings), _id_of(right, readings)) if one is not None})
    if len(ids) == 2:
        yield Judgement(
            left=ids[0],
            right=ids[1],
            judgement=said,
            score=1.0 if said == "same" else 0.0,
            reasons=(decision.why or "решение человека",),
            by=decision.by,
        )


def _answer(decision: Decision, readings: Mapping[str, Reading]) -> ConfirmedAnswer | None:
    """What came of a commitment; None where one of the two claims is not there any more."""
    act = decision.act
    assert isinstance(act, Answer)
    commitment, answer = _id_of(act.commitment, readings), _id_of(act.answer, readings)
    if commitment is None or answer is None:
        return None
    return ConfirmedAnswer(
        commitment=commitment, answer=answer, outcome=act.outcome, by=decision.by, reason=decision.why
    )


def _id_of(seen: Seen, readings: Mapping[str, Reading]) -> str | None:
    reading = readings.get(seen.document)
    if reading is None:
        return None
    found = find_thing(reading, seen) if isinstance(seen, Thing) else find_record(reading, seen)
    return f"{seen.document}#{found.id}" if found else None
