"""Homes: towns that only the adjective of their guests names."""

from __future__ import annotations

import pytest

from pobratim.reading.names.entities import find_entities
from pobratim.reading.names.places.homes import with_homes
from pobratim.reading.text.segments import lay_out


@pytest.mark.parametrize(
    ("text", "towns"),
    [
        ("Город посетила тульская делегация.", ["Тула"]),
        ("Приморские школьники побывали в гостях.", ["Приморский край"]),
        ("Школу посетили уральская делегация и волжские гости.", []),
        ("Тульская делегация вернулась в Тулу.", ["Тула"]),
        ("Делегация Тульской области. Тульская делегация рада.", ["Тульская область"]),
        ("Детская делегация и советская команда рады.", []),
        ("Альметьевск посетила турецкая делегация.", ["Альметьевск", "Турция"]),
        ("Альметьевск посетила турецкая делегация из города Анкары.", ["Альметьевск", "Анкара"]),
        ("15 мая, Минск /БЕЛТА/. Рязань посетила белорусская делегация.", ["Минск", "БЕЛТА", "Рязань", "Беларусь"]),
    ],
)
def test_homes_of_guests(text: str, towns: list[str]) -> None:
    layout = lay_out(text)
    found = with_homes(find_entities(layout), layout)
    assert [entity.name for entity in found.entities] == towns
