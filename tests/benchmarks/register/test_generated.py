"""The generated world is the same for the same seed, and the order of its documents does not matter."""

from __future__ import annotations

import random
from datetime import date

import pytest

from benchmarks.register.plot import plot
from benchmarks.register.score import pairs, score
from benchmarks.register.telling import Told, remembered, slips, tellings
from benchmarks.register.world import world
from pobratim.model.reading import Event
from pobratim.register import serial
from pobratim.register.derivation import derive_with_judgements


def documents(count: int, seed: int) -> list[Told]:
    return list(tellings(world(count, seed), count, seed))


@pytest.fixture(scope="module")
def told() -> list[Told]:
    return documents(120, 7)


def test_the_same_seed_gives_the_same_documents(told: list[Told]) -> None:
    again = documents(120, 7)
    assert [one.reading.to_json(rules=True) for one in again] == [one.reading.to_json(rules=True) for one in told]
    assert documents(120, 8)[0].reading != told[0].reading


def test_records_name_entities_and_rest_on_sentences_that_name_them(told: list[Told]) -> None:
    for one in told:
        entities = {entity.id: entity for entity in one.reading.entities}
        for entity in entities.values():
            assert all(one.reading.document.text[start:end] == entity.name for start, end in entity.mentions)
        for record in one.reading.records:
            (start, end), = record.evidence
            sentence = one.reading.document.text[start:end]
            for named in getattr(record, "participants", ()):
                assert entities[named].name in sentence


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_documents_does_not_matter(told: list[Told], seed: int) -> None:
    readings = [one.reading for one in told]
    first = derive_with_judgements(readings)
    random.Random(seed).shuffle(readings)
    other = derive_with_judgements(readings)
    assert [serial.to_dict(row) for row in other.register.rows()] == [
        serial.to_dict(row) for row in first.register.rows()
    ]
    assert other.judgements == first.judgements


def test_places_of_several_levels_stay_apart(told: list[Told]) -> None:
    found = derive_with_judgements(one.reading for one in told)
    scored = score(found.register, found.of_mention, told)
    assert scored.cross_level == 0
    assert scored.people.true and scored.organizations.true and scored.happenings.true


def test_pairs_are_counted_over_all_that_is_one() -> None:
    found = {"a": "row", "b": "row", "c": "row", "d": "other", "e": "other"}
    counted = pairs(found, {"a": 1, "b": 1, "c": 2, "d": 2, "e": None})
    assert (counted.joined, counted.right, counted.true) == (4, 1, 2)
    assert counted.f1 == pytest.approx(2 * (1 / 4) * (1 / 2) / (1 / 4 + 1 / 2))


def test_the_picture_has_a_line_a_figure() -> None:
    drawn = plot({"a": [(10, 1), (100, 20)], "b": [(10, 5), (100, 7)]}, "documents")
    assert drawn.count("<polyline") == 2
    assert drawn.startswith("<svg") and "documents" in drawn


def test_what_is_recalled_has_a_day_a_place_or_people(told: list[Told]) -> None:
    encounter_of = {deed.number: one for one in world(120, 7).encounters for deed in one.deeds}
    recalled = []
    for one in told:
        of_news, *_ = (encounter_of[number] for number in one.deeds.values() if number >= 0)
        events = {record.id: record for record in one.reading.records if isinstance(record, Event)}
        recalled += [events[event] for event, number in one.deeds.items()
                     if number >= 0 and encounter_of[number] is not of_news]
    assert recalled
    assert all(one.date or one.place or one.participants for one in recalled)


def test_a_slip_of_the_pen_keeps_the_day_of_the_month() -> None:
    assert [date.fromordinal(one).isoformat() for one in slips(date(2024, 3, 31).toordinal())] == [
        "2023-03-31", "2024-04-30", "2024-02-29", "2024-04-07",
    ]


def test_documents_come_back_to_what_was_signed_rather_than_to_the_tour() -> None:
    encounters = world(300, 3).encounters
    recalled = {remembered(one).kind for one in encounters}
    assert "tour" not in recalled and {"signing", "visit", "forum"} <= recalled
    assert all(remembered(one) in one.deeds for one in encounters)
