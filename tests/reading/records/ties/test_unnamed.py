"""Twins of towns that nobody names."""

from __future__ import annotations

from tests.reading.records.facts import facts

SLOTS = ("parties", "kind", "since", "status")


def test_with_cities_that_are_not_named() -> None:
    text = "Омск решил разорвать побратимские отношения с польскими городами. Об этом мэр Омска сообщил в Лиде."
    assert facts(text, "partnership", "parties") == []


def test_towns_without_a_name_are_twins_of_nobody() -> None:
    text = "Вольск и Красный Кут подписали соглашения об установлении побратимских связей с городами Армении."
    assert ["Вольск", "Красный Кут"] not in [parties for (parties,) in facts(text, "partnership", "parties")]


def test_where_delegations_of_twins_meet_the_two_that_sign_need_not_be_twins() -> None:
    text = (
        "Меморандум о сотрудничестве Минск и Омск подписали 5 мая 2019 года на встрече делегаций городов-побратимов "
        "и городов-партнёров. Мэры Минска и Омска обсудили проекты."
    )
    assert facts(text, "partnership", *SLOTS) == []
    named = "На празднике выступили артисты и делегации городов-побратимов Минска — Омска и Тулы."
    assert (["Минск", "Омск"], "twin", None, "active") in facts(named, "partnership", *SLOTS)
