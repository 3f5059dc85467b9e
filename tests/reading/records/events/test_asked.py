"""Days that one side asks the other to hold."""

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


def test_days_that_may_be_held() -> None:
    met = "Мэр Омска встретился с мэром Лиды. "
    text = met + "Стороны рассмотрели возможность проведения Дней Омска в Лиде в 2025 году."
    told = facts(text, "event", "kind", "status", "date", "place", published="2024-08-30")
    assert ("days", "planned", "2025", "Лида") in told
    title = "В Омске в 2025 году могут пройти Дни Лиды\n\n" + met
    assert ("days", "planned", "2025", "Омск") in facts(title, "event", "kind", "status", "date", "place")
    other = met + "Стороны рассмотрели возможность проведения выставки в Лиде."
    assert facts(other, "event", "kind") == [("meeting",)]
