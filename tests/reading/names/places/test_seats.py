"""Seats: the place that an authority governs by its name."""

from __future__ import annotations

import pytest

from pobratim.reading.names.entities import find_entities
from pobratim.reading.names.places.seats import with_seats
from pobratim.reading.text.segments import lay_out


def seats(text: str) -> dict[str, str]:
    found = with_seats(find_entities(lay_out(text)))
    names = {entity.id: entity.name for entity in found.entities}
    return {names[organization]: names[place] for organization, place in found.seats.items()}


@pytest.mark.parametrize(
    ("text", "authority", "place"),
    [
        ("В Мингорисполкоме приняли гостей.", "Мингорисполком", "Минск"),
        ("Гомельский горисполком принял гостей.", "Гомельский горисполком", "Гомель"),
        ("Гродненский облисполком принял гостей.", "Гродненский облисполком", "Гродненская область"),
        ("В мэрии Казани приняли гостей.", "мэрия Казани", "Казань"),
        ("Национальное собрание Беларуси приняло гостей.", "Национальное собрание Беларуси", "Беларусь"),
    ],
)
def test_the_name_of_an_authority_tells_its_place(text: str, authority: str, place: str) -> None:
    assert seats(text) == {authority: place}


def test_a_plant_governs_nothing() -> None:
    assert seats("Гости осмотрели Минский тракторный завод.") == {}


def test_a_place_named_in_the_text_is_the_seat_itself() -> None:
    text = "Гомельский горисполком принял гостей. В Гомеле тепло."
    found = with_seats(find_entities(lay_out(text)))
    assert [entity.name for entity in found.entities if entity.type == "city"] == ["Гомель"]
