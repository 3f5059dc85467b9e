"""Fairs, tournaments, feasts: what people of several places hold together. All people are invented."""

from __future__ import annotations

import pytest

from tests.reading.records.facts import facts

SLOTS = ("kind", "place", "parties", "status")


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (
            "Ярмарка белорусских товаров из города Бреста открылась в Костроме. Мастера привезли обувь.",
            ("forum", "Кострома", ["Брест", "Кострома"], "held"),
        ),
        (
            "Тверь и Бергамо дружат. Завтра начнётся турнир по футболу. За кубок поборются Бергамо и Тверь.",
            ("days", None, ["Бергамо", "Тверь"], "planned"),
        ),
        (
            "В Омске 26 апреля состоится праздничный концерт белорусских артистов. Минск и Омск – побратимы.",
            ("days", "Омск", ["Минск", "Омск"], "planned"),
        ),
        (
            "Могилёв – побратим Тулы – отмечает 757-ю годовщину. В торжествах участвует делегация из Тулы.",
            ("days", "Могилёв", ["Могилёв", "Тула"], "held"),
        ),
        (
            "Минск и Омск – побратимы. Гости из Минска приняли участие в торжествах по случаю 310-летия Омска.",
            ("days", "Омск", ["Минск", "Омск"], "held"),
        ),
    ],
)
def test_people_of_several_places_come_together(text: str, event: tuple[object, ...]) -> None:
    assert event in facts(text, "event", *SLOTS)


@pytest.mark.parametrize(
    "sentence",
    [
        "В Омске открылась выставка картин местного художника.",
        "Концерт в парке послушали сотни жителей.",
        "К 310-летию Омска отремонтировали набережную.",
    ],
)
def test_a_towns_own_feast_is_no_event(sentence: str) -> None:
    assert facts("Омск и Минск – побратимы. " + sentence, "event", "kind") == []


def test_days_that_are_only_spoken_of_are_still_to_come() -> None:
    text = (
        "В Омске пройдут Дни Минска. Мэр Омска Пётр Лаптев рассказал о проведении Дней Минска. "
        "Омск посетит делегация из белорусского города-побратима. "
        "Состоится подписание ряда соглашений между нашими городами."
    )
    assert facts(text, "event", *SLOTS) == [
        ("days", "Омск", ["Минск", "Омск"], "planned"),
        ("visit", "Омск", ["Минск", "Омск"], "planned"),
        ("signing", "Омск", ["Минск", "Омск"], "planned"),
    ]
