"""People of places: «омичи» come from Omsk, if the text names it."""

from __future__ import annotations

import pytest

from pobratim.model.document import Document
from pobratim.reading.context import Context
from pobratim.reading.names.entities import find_entities
from pobratim.reading.names.places.inhabitants import place_of_inhabitants
from pobratim.reading.text.segments import lay_out


def home_of(people: str, place: str) -> str | None:
    text = f"{people} побывали на выставке. Её открыли в городе {place}."
    layout = lay_out(text)
    document = Document(text=text, source="", language="ru")
    context = Context(document, layout, find_entities(layout), ())
    found = place_of_inhabitants(context, layout.tokens[0])
    return context.by_id[found].name if found else None


@pytest.mark.parametrize(
    ("people", "place"),
    [("Омичи", "Омск"), ("Минчане", "Минск"), ("Казанцы", "Казань"), ("Сочинцы", "Сочи"), ("Туляки", "Тула")],
)
def test_people_come_from_the_place_the_text_names(people: str, place: str) -> None:
    assert home_of(people, place) == place


@pytest.mark.parametrize("people", ["Гости", "Молодцы", "Минчане", "Борцы"])
def test_people_of_no_named_place_have_no_home(people: str) -> None:
    assert home_of(people, "Бор") is None
