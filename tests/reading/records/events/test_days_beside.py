"""Days told in the sentence beside."""

from __future__ import annotations

from tests.reading.records.facts import facts


def test_what_it_was_that_happened_on_the_day() -> None:
    text = "Мэры Пскова и Твери подписали договор о дружбе. Произошло это 5 мая 2025 года."
    assert ("signing", "2025-05-05") in facts(text, "event", "kind", "date")


def test_the_day_of_a_feast_remembered_is_not_that_of_the_meeting() -> None:
    text = "5 мая 1999 года Псков и Тверь стали побратимами. К этой дате прошла встреча мэров Пскова и Твери."
    assert ("meeting", "1999-05-05") not in facts(text, "event", "kind", "date")


def test_what_comes_next_is_on_the_day_told_last() -> None:
    text = (
        "Делегация Твери прибыла в Псков. 6 мая 2025 года гости встретились с мэром Пскова Петром Лаптевым. Затем "
        "делегация Твери побывала на кабельном заводе."
    )
    assert ("tour", "2025-05-06") in facts(text, "event", "kind", "date")
