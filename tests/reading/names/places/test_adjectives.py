"""Adjectives of places."""

from __future__ import annotations

import pytest

from pobratim.reading.names.places.adjectives import irregular_place, is_made_from


@pytest.mark.parametrize(
    ("adjective", "place"),
    [
        ("минский", "Минск"),
        ("омский", "Омская область"),
        ("ростовский", "Ростов-на-Дону"),
        ("казанский", "Казань"),
        ("гомельский", "Гомель"),
        ("екатеринбургский", "Екатеринбург"),
    ],
)
def test_an_adjective_is_made_from_its_place(adjective: str, place: str) -> None:
    assert is_made_from(adjective, place)


@pytest.mark.parametrize(("adjective", "place"), [("минский", "Омск"), ("томский", "Омск"), ("русский", "Руза")])
def test_it_is_made_from_no_other(adjective: str, place: str) -> None:
    assert not is_made_from(adjective, place)


def test_some_are_irregular() -> None:
    assert irregular_place("белорусский") == "Беларусь"
    assert irregular_place("минский") is None
