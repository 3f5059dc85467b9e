"""Whose twin it is, where the sentence leaves it to the reader."""

from __future__ import annotations

import pytest

from tests.reading.records.facts import facts


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        (  # the town they came to, not the land around it
            "В Брянск к освобождению Брянщины приехали делегации городов-побратимов: Гомеля и Липецка.",
            [["Брянск", "Гомель"], ["Брянск", "Липецк"]],
        ),
        (
            "Омск посетят представители городов-побратимов. Гости приедут из Беларуси (Минск) и Сербии (Нови-Сад).",
            [["Минск", "Омск"], ["Нови-Сад", "Омск"]],
        ),
        ("Омская и Брестская области сотрудничают. Важно установление побратимских связей между городами.", []),
        ("Побратима Омску могут подобрать в Индии. Делегация из Индии была в Омске и Таре.", []),
        ("Омск предложил установить побратимские отношения с одним из городов Беларуси. Гости видели Тару.", []),
    ],
)
def test_twins_are_of_one_level_and_known(text: str, pairs: list[list[str]]) -> None:
    assert sorted(parties for (parties,) in facts(text, "partnership", "parties")) == pairs
