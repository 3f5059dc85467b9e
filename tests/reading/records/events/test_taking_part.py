"""Who takes part in what a sentence tells."""

from __future__ import annotations

from tests.reading.records.facts import fact


def test_who_sends_a_delegation_does_not_come() -> None:
    text = (
        "По поручению губернатора Омской области Павла Лаптева делегация региона под руководством вице-губернатора "
        "Ильи Савицкого посетила Китай."
    )
    assert fact(text, "event", "kind", "participants") == ("visit", ["Илья Савицкий"])


def test_whom_the_speaker_met_is_there_too() -> None:
    text = "Об этом мэр Омска Павел Лаптев заявил в ходе встречи с губернатором Брестской области Яном Котовым."
    assert fact(text, "event", "kind", "participants") == ("meeting", ["Павел Лаптев", "Ян Котов"])
