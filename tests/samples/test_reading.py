"""What the reader and the register make of the samples, against what was written down from the texts by hand."""

from __future__ import annotations

from functools import cache

import pytest

from benchmarks.samples import expected, missing, readings
from pobratim.model.reading import Reading, record_to_dict
from pobratim.register import derive
from pobratim.register.rows import Register

FLOOR = 0.60
"""Share of the expected facts that must be found with every slot right; it may rise, not fall."""


@cache
def read() -> dict[str, Reading]:
    return readings()


@cache
def register() -> Register:
    return derive(read().values())


def test_most_of_what_the_samples_say_is_found() -> None:
    facts = list(missing(read()))
    assert sum(found for *_, found in facts) >= FLOOR * len(facts)


def test_no_wrong_date_is_ever_told() -> None:
    for sample in expected():
        records = [record_to_dict(record) for record in read()[sample["file"]].records]
        for forbidden in sample.get("never", []):
            assert not any(forbidden.items() <= record.items() for record in records), (sample["file"], forbidden)


@pytest.mark.parametrize("file", [sample["file"] for sample in expected() if sample.get("irrelevant")])
def test_the_irrelevant_ones_yield_no_records(file: str) -> None:
    assert read()[file].relevance < 0.5 and read()[file].records == ()


def test_the_belarusian_one_is_kept_and_said_to_be_unread() -> None:
    reading = read()["kazan-minsk-2024-be.txt"]
    assert reading.document.language == "be" and reading.records == () and reading.notes


def test_two_outlets_on_one_happening_make_one_happening() -> None:
    names = {place.id: place.name for place in register().places}
    meetings = [
        row
        for row in register().happenings
        if row.kind == "meeting" and {names[place] for place in row.parties} == {"Минск", "Ростов-на-Дону"}
    ]
    assert len(meetings) == 1 and len(meetings[0].documents) >= 2


def test_the_contradiction_on_the_road_map_is_kept_with_both_sources() -> None:
    periods = [c for c in register().conflicts if c.slot == "period"]
    assert any({value.value for value in conflict.values} == {"2026/2027", "2026/2028"} for conflict in periods)
