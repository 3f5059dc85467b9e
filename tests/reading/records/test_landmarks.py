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


def test_the_seat_of_a_mission_is_no_place_of_what_its_head_attends() -> None:
    text = "На форуме в Оренбурге были глава отделения посольства Беларуси в городе Уфа Пётр Лаптев и делегация Омска."
    assert all("Уфа" not in parties for (parties,) in facts(text, "event", "parties"))


def test_where_the_house_of_a_fair_lies() -> None:
    text = "Делегация Омской области прибыла на выставку в центр «Луч» (Минская область)."
    assert {place for (place,) in facts(text, "event", "place")} == {"Минская область"}
