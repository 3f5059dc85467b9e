"""How many twins a place has."""

from __future__ import annotations

import pytest

from tests.reading.records.facts import facts

ABOUT = "Омск и Минск – города-побратимы. "


@pytest.mark.parametrize(
    ("sentence", "place", "number"),
    [
        ("Всего у Омска 22 города-побратима.", "Омск", 22),
        ("Сегодня у Омска двадцать побратимов.", "Омск", 20),
        ("Минск имеет 34 города-побратима.", "Минск", 34),
        ("Число городов-побратимов Бреста достигло 34.", "Брест", 34),
    ],
)
def test_the_number_of_twins_is_a_figure(sentence: str, place: str, number: int) -> None:
    assert facts(ABOUT + sentence, "figure", "metric", "parties", "value", "unit") == [
        ("other", [place], float(number), "twin_cities")
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "У Омска есть ещё шесть городов-побратимов.",
        "У Омска два города-побратима в Беларуси.",
        "Делегации 12 городов-побратимов приехали в Омск.",
        "Два города-побратима подписали план.",
    ],
)
def test_others_those_of_one_land_and_guests_are_not_all_of_them(sentence: str) -> None:
    assert facts(ABOUT + sentence, "figure", "value") == []
