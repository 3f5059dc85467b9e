"""Talks of those told of before: «Стороны обсудили …», «Гости обсудили с руководством …». All people are invented."""

from __future__ import annotations

import pytest

from tests.reading.records.facts import facts

VISIT = "Делегация Омска прибыла в Брест. "


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("В ходе визита стороны обсудили вопросы образования.", "held"),
        ("Представители городов обсудят поставки техники.", "planned"),
        ("Гости обсудили с руководством города поставки техники.", "held"),
        ("Участники обсуждали обмен опытом.", "held"),
    ],
)
def test_on_a_visit_those_who_discuss_meet(sentence: str, status: str) -> None:
    assert facts(VISIT + sentence, "event", "kind", "place", "parties", "status")[1:] == [
        ("meeting", "Брест", ["Брест", "Омск"], status)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Города-побратимы Омск и Брест сотрудничают. Депутаты обсудили бюджет.",  # nobody came
        VISIT + "Жители обсудили новость.",
        VISIT + "Гости обсудили между собой дорогу.",
    ],
)
def test_not_everybody_who_discusses_meets_the_other_side(text: str) -> None:
    assert all(kind != "meeting" for (kind,) in facts(text, "event", "kind"))


def test_a_meeting_that_is_told_is_not_told_twice() -> None:
    text = VISIT + "Гостей принял мэр Бреста Пётр Лаптев. Стороны обсудили вопросы образования."
    assert [kind for (kind,) in facts(text, "event", "kind")].count("meeting") == 1


@pytest.mark.parametrize(
    "text",
    [
        "Орша и Тверь – побратимы. Поставки автобусов обсудили Орша и Тверь.",
        "Орша и Тверь – побратимы. Сотрудничество Орши и Твери обсудили главы городов.",
        "Делегация Орши прибыла в Тверь с визитом. В мэрии гости обсудили вопросы транспорта.",
        "Делегация Орши прибыла в Тверь с визитом. Прошли встречи с руководством города.",
    ],
)
def test_talks_of_places_heads_and_guests(text: str) -> None:
    assert ("meeting", ["Орша", "Тверь"]) in facts(text, "event", "kind", "parties")
