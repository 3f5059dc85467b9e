"""Towns are twins of towns, lands of lands."""

from __future__ import annotations

from tests.reading.records.facts import facts


def test_twin_cities_without_a_name_are_no_town_and_oblast() -> None:
    text = (
        "7 октября мэр города Арзамаса Павел Лаптев и глава города Гавар Анна Гаспарян заключили соглашение.\n\n"
        "Для подписания документов делегация Нижегородской области прибыла в Армению. Нижегородская область торгует с "
        "Гаваром.\n\nПо словам Лаптева, подписанный договор предполагает сотрудничество городов-побратимов в торговле."
    )
    assert facts(text, "partnership", "parties") == []


def test_a_region_that_is_said_to_be_a_twin_stays_one() -> None:
    found = facts("Брест и Омская область стали побратимами.", "partnership", "kind", "parties")
    assert found == [("twin", ["Брест", "Омская область"])]
