"""Twins named in one row, and whose twins they are."""

from __future__ import annotations

import pytest

from tests.reading.records.facts import facts

OF_ONE_HUB = [
    (
        "На день рождения Гродно приедут делегации побратимов Белостока (Польша), Миндена (Германия) и Друскининкая.",
        "Гродно",
        {"Белосток", "Минден", "Друскининкай"},
    ),
    ("Мэр Иркутска встретил гостей из побратимских городов Канадзава и Ош.", "Иркутск", {"Канадзава", "Ош"}),
    ("В Полоцке открыт лагерь для ребят российских городов-побратимов Тверь и Псков.", "Полоцк", {"Тверь", "Псков"}),
    (
        "Поздравить Хабаровск прибыли представители городов-побратимов: Ниигаты и Харбина, а также гости из Тынды.",
        "Хабаровск",
        {"Ниигата", "Харбин"},
    ),
]


@pytest.mark.parametrize(("text", "hub", "others"), OF_ONE_HUB)
def test_the_row_belongs_to_whom_they_come_to(text: str, hub: str, others: set[str]) -> None:
    found = facts(text, "partnership", "parties", "kind")
    assert {frozenset(parties) for parties, _ in found} == {frozenset({hub, other}) for other in others}


def test_the_hub_may_be_told_in_another_sentence() -> None:
    text = "В Архангельске проходит фестиваль театров. Среди участников – артисты из городов-побратимов Вардё и Мюлуза."
    found = facts(text, "partnership", "parties")
    assert {frozenset(parties) for (parties,) in found} == {
        frozenset({"Архангельск", "Варде"}),
        frozenset({"Архангельск", "Мюлуз"}),
    }


def test_two_of_nobody_else_are_twins_of_each_other() -> None:
    text = "Города-побратимы Мичуринск и Мосты обменялись творческими коллективами."
    assert facts(text, "partnership", "parties") == [(["Мичуринск", "Мосты"],)]


def test_a_partner_town_by_its_adjective() -> None:
    text = "В Калининград приехала молодёжь из двух партнёрских городов – Киля и Гданьска."
    assert facts(text, "partnership", "parties", "kind") == [
        (["Калининград", "Киль"], "partner"),
        (["Гданьск", "Калининград"], "partner"),
    ]


UNTOLD = [
    "В Ярославле открылся съезд ассоциации породнённых городов. Приехали представители Минска, Вологды и Твери.",
    "Активное сотрудничество с городами-побратимами позволило Пскову стать членом союза. В Новгород приехали гости.",
    "Город намерен укреплять побратимские связи, заявили в мэрии Перми. В Перми и Минске о другом пока не говорят.",
]


@pytest.mark.parametrize("text", UNTOLD)
def test_twins_that_are_not_named_make_no_tie(text: str) -> None:
    assert facts(text, "partnership", "parties") == []
