"""Needs beside what others have: matches and what only looks like one."""

from __future__ import annotations

from itertools import permutations

import pytest

from pobratim.model.reading import Reading
from pobratim.register.matching import Match, matches
from pobratim.register.matching.finding import BEST
from pobratim.register.rows import OfferRow, Place, Register
from tests.register.make import Saying, derive, offer, place_id, plan, post, reading, tour, twins


def need(item: str, buyer: str = "Омск", **slots: str) -> Reading:
    return reading(offer(item, direction="need", buyer=buyer, **slots), name="потребность", published="2025-01-10")  # type: ignore[arg-type]


def has(*sayings: Saying) -> Reading:
    return reading(*sayings, name="предложение", published="2025-02-10")


def found(*readings: Reading) -> tuple[Match, ...]:
    return matches(derive(*readings))


def test_a_need_and_an_offer_of_one_kind_in_other_words() -> None:
    (match,) = found(need("низкопольные троллейбусы"), has(offer("минские электробусы", seller="Минск")))
    assert (match.needer, match.provider, match.code) == (place_id("Омск"), place_id("Минск"), "29.10.30")
    (ground,) = match.grounds
    assert (ground.kind, ground.item) == ("offer", "минские электробусы")
    assert ground.reasons == ("тот же вид: автобусы и троллейбусы (ОКПД 2: 29.10.30)",)
    assert len(match.documents) == 2


def test_who_supplies_others_may_supply_this_one_too() -> None:
    (match,) = found(need("лифты"), has(offer("лифты", direction="supply", seller="Минск", buyer="Казань")))
    assert match.grounds[0].kind == "supply"
    assert "уже поставляет: Казань" in match.grounds[0].reasons


def test_a_maker_that_guests_were_shown() -> None:
    (match,) = found(
        need("автобусы"),
        has(tour("Казань", place="Минск", organizations=["Минский автомобильный завод"], date="2025-02-01")),
    )
    assert (match.provider, match.grounds[0].kind) == ("org-minskiy-avtomobilnyy-zavod", "maker")
    assert "производителя посещали" in match.grounds[0].reasons


def test_what_is_offered_to_the_needer_goes_before_what_is_offered_to_others() -> None:
    first, second = found(
        need("мебель"),
        has(offer("мебель", seller="Казань", buyer="Тула"), offer("мебель", seller="Минск", buyer="Омск")),
    )
    assert (first.provider, second.provider) == (place_id("Минск"), place_id("Казань"))
    assert "предложено именно этой стороне" in first.grounds[0].reasons
    assert "предложено другой стороне" in second.grounds[0].reasons


def test_twins_and_those_who_were_asked_go_before_others() -> None:
    asked = need("лифты", seller="Минск")
    first, second = found(
        asked, reading(twins("Минск", "Омск"), name="связь"),
        has(offer("лифты", seller="Минск"), offer("лифты", seller="Казань")),
    )
    assert first.provider == place_id("Минск")
    assert {"потребность обращена к этой стороне", "побратимы или партнёры"} <= set(first.grounds[0].reasons)
    assert first.score > second.score


def test_goods_that_the_table_does_not_know_are_matched_by_words() -> None:
    (match,) = found(need("кружевные салфетки"), has(offer("салфетки ручной работы", seller="Минск")))
    assert match.grounds[0].reasons == ("те же слова: салфетка",)


def test_all_grounds_of_one_provider_are_one_match() -> None:
    (match,) = found(need("автобусы"), has(
        offer("автобусы", seller="Минск"), offer("троллейбусы", direction="supply", seller="Минск", buyer="Казань")
    ))
    assert sorted(one.kind for one in match.grounds) == ["offer", "supply"]
    assert match.score == max(one.score for one in match.grounds)


MISSES = {
    "other goods": (need("мебель"), has(offer("лифты", seller="Минск"))),
    "its own": (need("лифты"), has(offer("лифты", seller="Омск"))),
    "of the oblast around it": (need("лифты", "Тара"), has(offer("лифты", seller="Омская область"))),
    "another need": (need("лифты"), has(offer("лифты", direction="need", buyer="Минск"))),
    "of nobody": (need("лифты"), has(offer("лифты"))),
    "a need of nobody": (
        reading(offer("лифты", direction="need", seller="Минск"), name="п"), has(offer("лифты", seller="Казань"))
    ),
    "words that any goods may have": (need("белорусская продукция"), has(offer("продукция завода", seller="Минск"))),
    "goods for experience": (
        need("опыт сортировки отходов", kind="experience"), has(offer("контейнеры для мусора", seller="Минск"))
    ),
    "a visit that was only planned": (
        need("автобусы"),
        has(tour("Казань", place="Минск", organizations=["Минский автомобильный завод"], status="planned")),
    ),
    "a maker of other things": (need("автобусы"), has(tour("Казань", place="Минск", organizations=["Атлант"]))),
}


@pytest.mark.parametrize("miss", MISSES)
def test_what_only_looks_like_a_match(miss: str) -> None:
    assert found(*MISSES[miss]) == ()


def test_what_the_two_tried_already() -> None:
    (match,) = found(
        need("автобусы"),
        has(offer("автобусы", seller="Минск")),
        reading(
            offer("троллейбусы", direction="supply", seller="Минск", buyer="Омск"),
            plan("Минск", "Омск", action="обновить парк автобусов"),
            plan("Казань", "Омск", action="закупить автобусы"),
            name="прежде",
        ),
    )
    assert sorted(one.reason for one in match.tried) == ["об этом уже условились", "уже поставлялось"]


def test_guests_of_the_needer_saw_the_maker() -> None:
    (match,) = found(need("автобусы"), has(
        post("Пётр Лаптев", "директор", organization="Минский автомобильный завод", place="Минск"),
        tour("Омск", place="Минск", organizations=["Минский автомобильный завод"], date="2025-02-01"),
    ))
    assert [one.reason for one in match.tried] == ["уже смотрели на месте"]


def market() -> tuple[Reading, ...]:
    return (
        need("автобусы"),
        reading(offer("лифты", direction="need", buyer="Казань"), name="вторая"),
        has(offer("автобусы", seller="Минск"), offer("лифты", seller="Брест")),
        reading(offer("троллейбусы", direction="supply", seller="Уфа", buyer="Тула"), name="третья"),
    )


def of(register: Register, *places: str) -> set[tuple[str, str]]:
    chosen = matches(register, [place_id(place) for place in places])
    return {(register.name(match.needer), register.name(match.provider)) for match in chosen}


def test_a_place_sees_what_it_needs_and_what_it_may_provide() -> None:
    register = derive(*market())
    assert of(register, "Омск") == {("Омск", "Минск"), ("Омск", "Уфа")}
    assert of(register, "Брест") == {("Казань", "Брест")}
    assert of(register, "Сочи") == set()


def test_the_order_of_documents_does_not_matter() -> None:
    every = [matches(derive(*order)) for order in permutations(market())]
    assert len(every[0]) == 3
    assert all(one == every[0] for one in every)


def test_of_many_who_have_it_the_likeliest_are_kept_and_all_of_a_place_that_is_asked_about() -> None:
    many = [
        OfferRow(id=f"o{number:02}", direction="offer", kind="goods", item="сыр", from_=f"city{number:02}")
        for number in range(BEST + 5)
    ]
    places = [Place(id=f"city{number:02}", type="city", name=f"Город {number}") for number in range(BEST + 6)]
    need = OfferRow(id="n", direction="need", kind="goods", item="сыр", to=places[-1].id)
    register = Register(places=tuple(places), offers=(*many, need))

    assert len(matches(register)) == BEST
    assert len(matches(register, places=[places[-1].id])) == BEST + 5
    assert [one.provider for one in matches(register, places=["city16"])] == ["city16"]
    assert matches(register, needs=[]) == ()


def test_where_the_goods_come_from_does_not_make_them_those_that_are_needed() -> None:
    assert found(need("минские коммунальные машины"), has(offer("минские часы", seller="Минск"))) == ()
