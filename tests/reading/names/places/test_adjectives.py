"""Adjectives of places: what they are made from, and whom they mean in a document."""

from __future__ import annotations

import pytest

from pobratim.reading.names.places.adjectives import irregular_place, is_made_from
from tests.reading.records.facts import fact


@pytest.mark.parametrize(
    ("adjective", "place"),
    [
        ("минский", "Минск"),
        ("омский", "Омская область"),
        ("ростовский", "Ростов-на-Дону"),
        ("казанский", "Казань"),
        ("гомельский", "Гомель"),
        ("екатеринбургский", "Екатеринбург"),
        ("ярославский", "Ярославль"),
        ("южно-сахалинский", "Южно-Сахалинск"),
        ("карачаево-черкесский", "Карачаево-Черкесия"),
    ],
)
def test_an_adjective_is_made_from_its_place(adjective: str, place: str) -> None:
    assert is_made_from(adjective, place)


@pytest.mark.parametrize(
    ("adjective", "place"),
    [("минский", "Омск"), ("томский", "Омск"), ("русский", "Руза"), ("северо-курильский", "Южно-Курильск")],
)
def test_it_is_made_from_no_other(adjective: str, place: str) -> None:
    assert not is_made_from(adjective, place)


def test_some_are_irregular() -> None:
    assert irregular_place("белорусский") == "Беларусь"
    assert irregular_place("минский") is None
    assert irregular_place("новгородский") == "Великий Новгород"


def test_the_oblast_is_meant_where_its_town_is_not_named() -> None:
    text = "Нижегородская делегация прибыла в Минск. Минск давно дружит с Нижегородской областью."
    assert fact(text, "event", "kind", "parties") == ("visit", ["Минск", "Нижегородская область"])


def test_who_governs_by_an_irregular_adjective_governs_the_region() -> None:
    text = "Калужский губернатор прибыл в Минск. Калужская область и Минск дружат, город Калуга рад."
    assert fact(text, "event", "parties") == (["Калужская область", "Минск"],)
