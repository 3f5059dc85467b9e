"""Goods at a fair or on a stand."""

from __future__ import annotations

import pytest

from tests.reading.records.facts import facts

GOODS = [
    ("На ярмарке в Минске туляки предложили покупателям пряники, пастилу и самовары.", "пряники, пастила и самовары"),
    ("В Твери открылась ярмарка товаров Беларуси: на прилавках – мёд, лён и косметика.", "мёд, лён и косметика"),
]


@pytest.mark.parametrize(("text", "item"), GOODS)
def test_what_is_on_sale_at_a_fair(text: str, item: str) -> None:
    assert facts(text + " Делегации Тулы и Минска встретились.", "offer", "item", "direction") == [(item, "offer")]


def test_what_is_made_there_tells_where_it_comes_from() -> None:
    text = "Делегация Минска прибыла в Петрозаводск. На улицы города вышли пять троллейбусов белорусского производства."
    assert facts(text, "offer", "item") == [("троллейбусы белорусского производства",)]


NOTHING_OFFERED = [
    "На ярмарке в Минске артисты Тулы представили концертную программу.",
    "На стенде Омска в Минске представлены возможности области.",
    "Ребята из Гомеля отдохнули в лагере под Брянском и посетили музей.",
]


@pytest.mark.parametrize("text", NOTHING_OFFERED)
def test_shows_and_rest_are_no_goods(text: str) -> None:
    assert facts(text, "offer", "item") == []
