"""A figure's time is told in its own clause. All facts are invented."""

from __future__ import annotations

import pytest

from tests.reading.records.facts import facts

FRAME = "Делегация Витебска посетила Омск. "

TIMES = [
    ("Ректор отметил, что учатся более 900 студентов, и пригласил на форум, который пройдёт 17–18 апреля.", None),
    ("Товарооборот вырос на 8 %, а в декабре в Омске откроется ярмарка.", None),
    ("На встрече 5 ноября мэр сообщил, что товарооборот городов вырос на 5 %.", None),
    ("Соглашение подписано в 2010 году, население города – 120 тысяч человек.", None),
    ("В 1974 году города стали побратимами, сегодня в Витебске живёт 360 тысяч человек.", None),
    ("В 2024 году товарооборот, как отметил мэр, вырос на 12 %.", "2024"),
    ("По итогам 2024 года мэр сообщил, что товарооборот вырос на 5 %.", "2024"),
    ("В Омске, где в 2024 году побывали 1,2 млн туристов, ждут гостей.", "2024"),
    ("За прошлый год весь оборот между городами – чуть больше 38 миллионов рублей.", "2024"),
]


@pytest.mark.parametrize(("sentence", "period"), TIMES)
def test_only_a_time_of_the_same_clause_counts(sentence: str, period: str | None) -> None:
    assert facts(FRAME + sentence, "figure", "period", published="2025-11-20") == [(period,)]


def test_growth_from_one_year_to_another_is_two_figures() -> None:
    text = FRAME + "Объём торговли рос: с 41 млн долларов в 2022 году до 58 млн долларов в 2023-м."
    assert facts(text, "figure", "value", "period") == [(41e6, "2022"), (58e6, "2023")]


def test_turnover_named_shortly_is_turnover() -> None:
    text = FRAME + "Экспорт в 2023 году составил 297 млн долларов, импорт – 115 млн. За 2024 год оборот вырос на 9 %."
    found = facts(text, "figure", "metric", "period", "change")
    assert ("trade_turnover", "2024", 9) in found
    assert ("import", "2023", None) in found


def test_a_day_without_its_year_counts_nobody_either() -> None:
    told = "17 июля у Орши появился побратим – армянский город Спитак с населением 17 тысяч человек."
    assert facts(told, "figure", "metric", "period") == [("population", None)]
