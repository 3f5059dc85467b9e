"""Places that only say where another lies."""

from __future__ import annotations

import pytest

from tests.reading.records.facts import facts

LYING = [
    "Ногинск, что в 50 км от Москвы, стал побратимом Борисова.",
    "Ногинск, лежащий в двух часах езды от Москвы, стал побратимом Борисова.",
    "Ногинск (к востоку от Москвы) стал побратимом Борисова.",
    "Ногинск, который расположен неподалёку от города Москвы, стал побратимом Борисова.",
    "Ногинск, лежащий восточнее Москвы, стал побратимом Борисова.",
]


@pytest.mark.parametrize("text", LYING)
def test_the_town_beside_which_a_twin_lies_is_none(text: str) -> None:
    assert facts(text, "partnership", "parties") == [(["Борисов", "Ногинск"],)]


def test_who_sends_something_is_no_landmark() -> None:
    text = "Мэр Ржева получил приглашение от Бреста. Ржев и Брест стали побратимами."
    assert facts(text, "partnership", "parties") == [(["Брест", "Ржев"],)]


def test_a_place_in_the_second_name_of_a_feast_takes_no_part() -> None:
    text = "Делегация Омска приехала в Брест на праздник «Купалье» («Лида собирает друзей»)."
    assert facts(text, "event", "kind", "parties") == [("visit", ["Брест", "Омск"]), ("days", ["Брест", "Омск"])]
