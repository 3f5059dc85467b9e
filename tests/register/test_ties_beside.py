from __future__ import annotations

import pytest

from pobratim.model.reading import Reading
from pobratim.register.rows import Happening
from tests.register.make import (
    agreement,
    derive,
    forum,
    meeting,
    place_id,
    post,
    reading,
    topic,
    visit,
)

MAYORS = ["Павел Громов", "Анна Ким"]


def happenings(*readings: Reading) -> list[Happening]:
    return list(derive(*readings).happenings)


OF_THE_TIE = reading(
    visit("Минск", "Омск", date="2024-05-20", people=MAYORS, place="Минск"), name="а", published="2024-05-20"
)


@pytest.mark.parametrize("sides", [["Минск"], ["Минск", "Россия"], ["Минск", "Омская область"]])
def test_a_side_left_out_or_told_less_exactly_is_that_of_the_documents_tie(sides: list[str]) -> None:
    told = visit(*sides, date="2024", place="Минск")
    later = reading(told, topic("trade", "Минск", "Омск"), name="б", published="2025-02-01")
    (row,) = happenings(OF_THE_TIE, later)
    assert len(row.documents) == 2
    assert {place_id("Минск"), place_id("Омск")} <= set(row.parties)


def test_without_a_tie_beside_it_nobody_knows_whose_visit_it_was() -> None:
    told = visit("Минск", "Омская область", date="2024", place="Минск")
    later = reading(told, name="б", published="2025-02-01")
    assert len(happenings(OF_THE_TIE, later)) == 2


def test_a_document_of_two_ties_tells_nothing_of_who_is_left_out() -> None:
    two = [topic("trade", "Минск", "Омск"), topic("trade", "Минск", "Казань")]
    page = reading(visit("Минск", date="2024-05-20", place="Омск"), *two, name="б")
    other = reading(visit("Минск", "Томск", date="2024-05-20", place="Омск"), name="в")
    assert [len(row.documents) for row in happenings(page, other)] == [2]
    told = reading(visit("Минск", date="2024-05-20", place="Омск"), two[0], name="б")
    assert [len(row.documents) for row in happenings(told, other)] == [1, 1]


def test_a_row_names_the_sides_that_were_named() -> None:
    (row,) = happenings(reading(visit("Минск", date="2024"), topic("trade", "Минск", "Омск")))
    assert row.parties == (place_id("Минск"),)


def test_a_forum_of_two_countries_is_not_one_of_their_cities() -> None:
    countries = reading(forum("Беларусь", "Россия", date="2024"), topic("trade", "Минск", "Омск"), name="б")
    cities = reading(forum("Минск", "Омск", date="2024-05-20", title="Форум друзей"), name="а")
    assert len(happenings(cities, countries)) == 2
    (row,) = happenings(countries)
    assert set(row.parties) == {place_id("Беларусь"), place_id("Россия")}


def test_the_oblast_whose_governor_took_part_is_the_oblast() -> None:
    page = reading(
        meeting("Минск", "Омская область", date="2024", place="Минск", people=["Олег Ли"]),
        post("Олег Ли", "губернатор", place="Омская область"),
        topic("trade", "Минск", "Омск"),
        name="б", published="2025-02-01",
    )
    cities = reading(meeting("Минск", "Омск", date="2024-05-20", place="Минск"), name="а", published="2024-05-20")
    assert len(happenings(cities, page)) == 2


def test_a_country_in_an_agreement_of_the_city_gives_way_to_the_other_city() -> None:
    pages = [
        reading(agreement("Минск", "Россия", subject="о туризме"), topic("tourism", "Минск", "Омск"), name="б"),
        reading(agreement("Минск", "Омск", signed="2024-05-20", subject="о туризме"), name="а"),
    ]
    (row,) = derive(*pages).agreements
    assert row.parties == (place_id("Омск"), place_id("Минск"))
    (alone,) = derive(pages[0]).agreements
    assert set(alone.parties) == {place_id("Минск"), place_id("Россия")}


@pytest.mark.parametrize("sides", [["Беларусь", "Россия"], ["Минск", "Омская область"]])
def test_countries_and_oblasts_sign_for_themselves(sides: list[str]) -> None:
    rows = derive(
        reading(agreement(*sides, subject="о туризме"), topic("tourism", "Минск", "Омск"), name="б"),
        reading(agreement("Минск", "Омск", signed="2024-05-20", subject="о туризме"), name="а"),
    ).agreements
    assert len(rows) == 2
