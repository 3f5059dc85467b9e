from __future__ import annotations

from pobratim.model.reading import Reading
from pobratim.register.rows import Tie
from tests.register.make import (
    PLACES,
    agreement,
    derive,
    meeting,
    offer,
    partners,
    place_id,
    plan,
    reading,
    topic,
    twins,
    visit,
)


def ties(*readings: Reading) -> list[Tie]:
    return list(derive(*readings).ties)


def pairs(*readings: Reading) -> set[frozenset[str]]:
    names = {f"geo-{spot.geonames}": name for name, spot in PLACES.items()}
    return {frozenset(names[party] for party in row.parties) for row in ties(*readings)}


def test_one_tie_a_pair_whatever_the_order() -> None:
    (row,) = ties(
        reading(meeting("Минск", "Омск"), name="а"),
        reading(twins("Омск", "Минск"), name="б"),
        reading(agreement("Омск", "Минск"), name="в"),
        reading(plan("Минск", "Омск", action="обменяться учителями"), name="г"),
    )
    assert row.parties == (place_id("Омск"), place_id("Минск"))
    assert len(row.documents) == len(row.claims) == 4


def test_offers_and_topics_alone_tie_nobody() -> None:
    page = reading(offer("автобусы", seller="Минск", buyer="Омск"), topic("trade", "Минск", "Омск"))
    assert ties(page) == []


def test_partner_since_2002_and_twin_since_2022_is_one_tie_with_a_history() -> None:
    (row,) = ties(
        reading(twins("Минск", "Омск", since="2022-07-05"), name="а"),
        reading(partners("Минск", "Омск", since="2002"), name="б"),
    )
    stages = [(stage.kind, stage.since) for stage in row.history]
    assert stages == [("partner", "2002"), ("twin", "2022-07-05")]
    assert row.status == "active"


def test_partners_of_unknown_year_come_before_the_dated_twinning() -> None:
    (row,) = ties(reading(twins("Минск", "Омск", since="2022-07-05"), partners("Минск", "Омск")))
    assert [stage.kind for stage in row.history] == ["partner", "twin"]


def test_the_year_becomes_the_day_that_another_source_knows() -> None:
    register = derive(
        reading(twins("Минск", "Омск", since="2023"), name="а"),
        reading(twins("Минск", "Омск", since="2023-09-11"), name="б"),
    )
    assert register.ties[0].history[0].since == "2023-09-11"
    assert register.conflicts == ()


def test_the_year_it_began_may_be_told_differently() -> None:
    register = derive(
        reading(twins("Минск", "Омск", since="2023"), name="а", published="2024-01-01"),
        reading(twins("Минск", "Омск", since="2022"), name="б", published="2025-01-01"),
    )
    (row,) = register.ties
    (conflict,) = register.conflicts
    assert row.history[0].since == conflict.preferred == "2022"
    assert (conflict.on, conflict.slot) == (row.id, "since")
    assert conflict.values[0].reason == "сообщено позже"


def test_twins_to_one_and_partners_to_another_since_one_day_is_a_contradiction() -> None:
    register = derive(
        reading(twins("Минск", "Сочи", since="2023-09-18"), name="а"),
        reading(twins("Минск", "Сочи", since="2023-09-18"), name="б"),
        reading(partners("Минск", "Сочи", since="2023-09"), name="в"),
    )
    (conflict,) = register.conflicts
    assert (conflict.slot, conflict.preferred) == ("kind", "twin")


def test_planned_and_ended() -> None:
    assert ties(reading(twins("Минск", "Омск", status="planned")))[0].status == "planned"
    assert ties(
        reading(twins("Минск", "Омск"), name="а", published="2020-01-01"),
        reading(twins("Минск", "Омск", status="ended"), name="б", published="2023-01-01"),
    )[0].status == "ended"


def test_a_tie_without_partnership_has_no_status() -> None:
    (row,) = ties(reading(meeting("Минск", "Омск")))
    assert (row.status, row.history) == (None, ())


def test_first_and_last_seen_by_publication_and_by_what_was_held() -> None:
    (row,) = ties(
        reading(visit("Минск", "Омск", date="2019-05"), name="а", published="2025-06-24"),
        reading(visit("Минск", "Омск", date="2026-01", status="planned"), name="б", published="2025-06-26"),
        reading(visit("Минск", "Омск", date="XXXX-06-24"), name="в"),
    )
    assert (row.first_seen, row.last_seen) == ("2019-05", "2025-06-26")


def test_the_day_of_a_happening_is_what_its_sources_say_together() -> None:
    (row,) = ties(
        reading(visit("Минск", "Омск", date="2019-05"), name="а"),
        reading(visit("Минск", "Омск", date="2019-05-06"), name="б"),
    )
    assert (row.first_seen, row.last_seen) == ("2019-05-06", "2019-05-06")


def test_a_year_hides_no_day_of_it() -> None:
    (row,) = ties(
        reading(visit("Минск", "Омск", date="2019-05-06"), name="а", published="2019-05-07"),
        reading(meeting("Минск", "Омск", date="2019"), name="б", published="2019"),
    )
    assert (row.first_seen, row.last_seen) == ("2019-05-06", "2019-05-07")


def test_a_place_and_the_region_or_country_around_it_are_no_tie() -> None:
    assert pairs(reading(meeting("Минск", "Омск", "Омская область", "Россия"))) == {
        frozenset({"Минск", "Омск"}), frozenset({"Минск", "Омская область"}),
    }


def test_a_country_gives_way_to_its_city_of_the_same_document_only() -> None:
    near = reading(visit("Омск", "Беларусь"), meeting("Омск", "Минск"), name="а")
    far = reading(visit("Казань", "Беларусь"), name="б")
    assert pairs(near, far) == {frozenset({"Омск", "Минск"}), frozenset({"Казань", "Беларусь"})}


def test_a_forum_of_many_cities_ties_no_two_of_them() -> None:
    crowd = ["Минск", "Омск", "Казань", "Томск", "Уфа", "Пермь"]
    assert ties(reading(meeting(*crowd))) == []
    assert len(ties(reading(agreement(*crowd)))) == 15


def test_a_tie_keeps_its_id_when_more_is_known() -> None:
    first = reading(meeting("Минск", "Омск"), name="а")
    assert ties(first)[0].id == ties(first, reading(twins("Минск", "Омск"), name="б"))[0].id
