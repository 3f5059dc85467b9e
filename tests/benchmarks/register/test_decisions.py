"""People's decisions on identity over generated documents: each holds, and undone it leaves no trace."""

from __future__ import annotations

import dataclasses
import random
from collections.abc import Sequence

import pytest

from benchmarks.register.telling import tellings
from benchmarks.register.world import world
from pobratim.model.reading import Event, Reading
from pobratim.register.decisions import Act, Decision, Merge, Split, seen_claim, seen_thing
from pobratim.register.derivation import Derivation, derive_with_judgements

READINGS = [one.reading for one in tellings(world(60, 5), 60, 5)]


def derived(*acts: Act, readings: Sequence[Reading] = READINGS) -> Derivation:
    """The register with these decisions, numbered from one."""
    decisions = [
        Decision(number=number, act=act, by="Иванова", at="2025-07-01T10:00:00+03:00")
        for number, act in enumerate(acts, start=1)
    ]
    return derive_with_judgements(readings, decisions)


@pytest.fixture(scope="module")
def before() -> Derivation:
    return derived()


def told(derivation: Derivation) -> str:
    """All that a register says."""
    return repr(dataclasses.astuple(derivation.register))


def happening_of(derivation: Derivation, claim: str) -> str:
    return next(row.id for row in derivation.register.happenings if claim in row.claims)


def reports(derivation: Derivation, kind: str) -> list[tuple[str, Reading, Event]]:
    """The reports of happenings of one kind, with their claims' ids."""
    known = {claim for row in derivation.register.happenings for claim in row.claims}
    found = (
        (f"{reading.document.id}#{one.id}", reading, one)
        for reading in READINGS for one in reading.records if isinstance(one, Event) and one.kind == kind
    )
    return [one for one in found if one[0] in known]


@pytest.mark.parametrize("seed", range(3))
def test_two_reports_are_what_the_last_decision_says(before: Derivation, seed: int) -> None:
    (one, reading, event), (other, beside, another) = random.Random(seed).sample(reports(before, "visit"), 2)
    left, right = seen_claim(reading, event), seen_claim(beside, another)
    merged, parted = derived(Merge(left=left, right=right)), derived(Split(left=left, others=(right,)))
    assert happening_of(merged, one) == happening_of(merged, other)
    assert happening_of(parted, one) != happening_of(parted, other)
    both = derived(Merge(left=left, right=right), Split(left=left, others=(right,)))
    assert told(both) == told(parted)
    shuffled = random.Random(seed).sample(READINGS, len(READINGS))
    assert told(derived(Merge(left=left, right=right), readings=shuffled)) == told(merged)


@pytest.mark.parametrize("seed", range(3))
def test_two_mentions_of_people_are_what_a_person_says_and_undone_all_is_as_before(
    before: Derivation, seed: int
) -> None:
    mentions = [
        (f"{reading.document.id}#{entity.id}", seen_thing(reading, entity))
        for reading in READINGS for entity in reading.entities if entity.type == "person"
    ]
    (one, left), (other, right) = random.Random(seed).sample(mentions, 2)
    merged, parted = derived(Merge(left=left, right=right)), derived(Split(left=left, others=(right,)))
    assert merged.of_mention[one] == merged.of_mention[other]
    assert parted.of_mention[one] != parted.of_mention[other]
    assert told(derived()) == told(before)


def test_what_was_joined_is_parted_and_the_others_stay(before: Derivation) -> None:
    row = max(before.register.happenings, key=lambda one: (len(one.claims), one.id))
    by_claim = {claim: (reading, event) for kind in (row.kind,) for claim, reading, event in reports(before, kind)}
    first, *others = row.claims
    act = Split(left=seen_claim(*by_claim[first]), others=tuple(seen_claim(*by_claim[one]) for one in others))
    parted = derived(act)
    assert len({happening_of(parted, one) for one in others}) == 1
    assert happening_of(parted, first) not in {happening_of(parted, one) for one in others}
