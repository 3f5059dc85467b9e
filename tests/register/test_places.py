from __future__ import annotations

from tests.register.make import derive, meeting, place_id, reading


def test_city_oblast_and_district_stay_apart() -> None:
    register = derive(
        reading(meeting("Омск", "Омская область"), meeting("Минск", "Минский район", "Минская область"))
    )
    assert {row.name for row in register.places} == {
        "Омск", "Омская область", "Минск", "Минский район", "Минская область",
    }


def test_a_place_of_two_documents_is_one_with_its_id_and_coordinates() -> None:
    register = derive(
        reading(meeting("Минск", "Омск"), name="а"), reading(meeting("Омск", "Минск"), name="б")
    )
    row = register.get("geo-1496153")
    assert row is not None
    assert (row.name, row.country, row.lat, row.lon) == ("Омск", "RU", 54.99, 73.37)  # type: ignore[attr-defined]
    assert len(row.documents) == 2


def test_a_city_lies_in_its_region_where_the_register_has_that() -> None:
    alone = derive(reading(meeting("Минск", "Омск")))
    assert alone.get(place_id("Омск")).within is None  # type: ignore[union-attr]
    both = derive(reading(meeting("Минск", "Омск")), reading(meeting("Минск", "Омская область"), name="б"))
    assert both.get(place_id("Омск")).within == place_id("Омская область")  # type: ignore[union-attr]


def test_a_district_lies_in_the_oblast_not_the_other_way_round() -> None:
    register = derive(reading(meeting("Минский район", "Минская область", "Омск")))
    assert register.get(place_id("Минский район")).within == place_id("Минская область")  # type: ignore[union-attr]
    assert register.get(place_id("Минская область")).within is None  # type: ignore[union-attr]


def test_a_place_that_no_gazetteer_knows_is_its_name_and_country() -> None:
    register = derive(
        reading(meeting("Минск", "Новосёлки"), name="а"), reading(meeting("Минск", "Новоселки"), name="б")
    )
    row = register.get("place-novoselki-ru")
    assert row is not None
    assert row.geonames is None  # type: ignore[attr-defined]
    assert len(row.documents) == 2
