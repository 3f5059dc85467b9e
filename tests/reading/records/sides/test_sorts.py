"""Sides of one sort: the city of a country that is named elsewhere."""

from __future__ import annotations

from tests.reading.records.facts import fact, facts


def test_cities_of_a_country_that_are_named_later() -> None:
    text = (
        "Меморандумы о побратимстве между Псковом и городами Республики Казахстан подписаны в Оренбурге. "
        "«У Пскова появились побратимы – Атырау и Актау. Подписи под меморандумами поставили: с российской стороны – "
        "мэр Пскова Пётр Лаптев, с казахстанской стороны – аким Атырау Марат Калиев», – рассказал губернатор."
    )
    assert sorted(facts(text, "agreement", "kind", "parties")) == [
        ("memorandum", ["Актау", "Псков"]),
        ("memorandum", ["Атырау", "Псков"]),
    ]


def test_a_headline_names_the_country_and_the_news_its_city() -> None:
    text = (
        "Псков и Беларусь подписали меморандум о сотрудничестве\n\n"
        "Мэр Пскова Пётр Лаптев встретился с председателем Витебского горисполкома Иваном Савицким. "
        "Стороны заключили меморандум о сотрудничестве. Администрация Пскова и Витебский горисполком обменяются опытом."
    )
    assert fact(text, "agreement", "kind", "parties") == ("memorandum", ["Витебск", "Псков"])
