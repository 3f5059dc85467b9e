"""Lands told by their adjectives where the document names no place inside them."""

from __future__ import annotations

import pytest

from pobratim.model.document import Document
from pobratim.reading.context import Context
from pobratim.reading.names.entities import find_entities
from pobratim.reading.names.places.lands_alone import lands_alone
from pobratim.reading.text.segments import lay_out


def told(text: str) -> list[str]:
    layout = lay_out(text)
    document = Document(text=text, source="", language="ru")
    context = Context(document, layout, find_entities(layout), ())
    return [text[start : start + 5] for starts in lands_alone(context).values() for start in starts]


def test_an_adjective_tells_a_land_of_which_no_place_is_named() -> None:
    assert told("В Омске выступили белорусские артисты. Омск дружит с Беларусью.") == ["белор"]


@pytest.mark.parametrize(
    "text",
    [
        "В Омск прибыла белорусская делегация. Минск – город в Беларуси.",
        "В Омске выступили брестские артисты. Омск дружит с Брестом.",
        "",
    ],
)
def test_it_tells_no_land_beside_its_town_and_no_town(text: str) -> None:
    assert told(text) == []
