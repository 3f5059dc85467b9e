"""What one side asks the other to: days to be held, guests to come."""

from __future__ import annotations

import pytest

from tests.reading.records.facts import facts

MET = "Мэр Омска Иван Лаптев встретился с мэром Бреста Петром Савицким. "


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Иван Лаптев предложил провести Дни Омска в Бресте.", [("Дни Омска в Бресте", "Брест")]),
        (
            "Пётр Савицкий предложил весной организовать Дни Бреста в Омске и Дни Омска в Бресте.",
            [("Дни Бреста в Омске", "Омск"), ("Дни Омска в Бресте", "Брест")],
        ),
        ("Пётр Савицкий предложил провести турнир.", []),
        ("Иван Лаптев предложил обменяться опытом.", []),
    ],
)
def test_days_that_are_proposed_are_planned(sentence: str, told: list[tuple[str, str]]) -> None:
    found = facts(MET + sentence, "event", "kind", "status", "title", "place", "parties")
    days = [fact for fact in found if fact[0] == "days"]
    assert [(title.split(" в ")[0], place) for _, _, title, place, _ in days] == [
        (title.split(" в ")[0], place) for title, place in told
    ]
    assert all(status == "planned" and set(parties) == {"Омск", "Брест"} for _, status, _, _, parties in days)


@pytest.mark.parametrize(
    ("sentence", "guests", "place"),
    [
        ("Иван Лаптев пригласил делегацию Бреста приехать в Омск.", "Брест", "Омск"),
        ("Пётр Савицкий пригласил в гости мэра Омска.", "Омск", "Брест"),
        ("Иван Лаптев передал приглашение посетить Омск.", "Брест", "Омск"),
    ],
)
def test_who_is_invited_to_a_place_is_to_come(sentence: str, guests: str, place: str) -> None:
    found = facts(MET + sentence, "event", "kind", "status", "place", "parties")
    assert ("visit", "planned", place, {guests, place}) in [(*fact[:3], set(fact[3])) for fact in found]


@pytest.mark.parametrize(
    "sentence",
    ["Приглашаем всех жителей приехать в Омск!", "Пётр Савицкий прибыл по приглашению мэра Омска."],
)
def test_what_is_no_invitation_to_come(sentence: str) -> None:
    found = facts(MET + sentence, "event", "kind", "status")
    assert ("visit", "planned") not in found
