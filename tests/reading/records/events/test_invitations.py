"""Feasts and forums to which one side asks the other."""

from __future__ import annotations

import pytest

from tests.reading.records.facts import facts

MET = "Мэр Омска Иван Лаптев встретился с мэром Бреста Петром Савицким. "


@pytest.mark.parametrize(
    ("sentence", "title", "date"),
    [
        ("Он пригласил брестчан на фестиваль «Завея», который пройдёт в Омске в феврале.", "Завея", "XXXX-02"),
        ("Также прозвучало приглашение делегации Омска на празднование 1000-летия Бреста.", "1000-летие Бреста", None),
        ("Под конец Савицкого пригласили приехать в мае на день рождения Омска.", "день рождения Омска", "XXXX-05"),
        ("Пётр Савицкий пригласил омичей на День шахтёра.", "День шахтёра", None),
    ],
)
def test_an_invitation_to_a_feast_tells_of_it(sentence: str, title: str, date: str | None) -> None:
    found = facts(MET + sentence, "event", "kind", "status", "title", "date", "parties")
    told = [fact[1:4] for fact in found if fact[0] == "days" and set(fact[4]) == {"Омск", "Брест"}]
    assert told == [("planned", title, date)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Приглашаем всех жителей и гостей Омска на фестиваль «Завея»!",
        "Пётр Савицкий предложил обменяться опытом работы.",
        "Пётр Савицкий принял приглашение на фестиваль «Завея» в прошлом году.",
        "Он пригласил коллег посетить Омск.",
    ],
)
def test_what_is_no_invitation_to_a_feast(sentence: str) -> None:
    found = facts(MET + sentence, "event", "kind", "status")
    assert ("days", "planned") not in found


def test_a_feast_to_which_the_guests_came_was_held() -> None:
    text = (
        "С 22 по 25 июня делегация Омска посетила с визитом Брест. Мэр Бреста Ян Котов в марте обратился с "
        "предложением и пригласил главу Омска Анну Лаптеву на большой праздник, который отмечается в городе с 22 по 24 "
        "июня."
    )
    expected = ("days", "XXXX-06-22/XXXX-06-24", "Брест", "held")
    assert expected in facts(text, "event", "kind", "date", "place", "status")
