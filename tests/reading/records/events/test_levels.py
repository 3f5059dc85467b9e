"""Who is meant by a delegation: the land it is called by, one place of that land, the oblast or its town."""

from __future__ import annotations

import pytest

from tests.reading.records.facts import facts

ENDING = "\n\nВ сотрудничестве заинтересованы обе стороны. Гости и хозяева обменялись подарками."


def sides(kind: str, text: str) -> list[set[str]]:
    """The sides of the events of the kind."""
    return [set(parties) for told, parties in facts(text + ENDING, "event", "kind", "parties") if told == kind]


@pytest.mark.parametrize(
    ("head", "guests"),
    [
        ("министр энергетики Беларуси Павел Дятел", "Беларусь"),
        ("председатель Минского горисполкома Павел Дятел", "Минск"),
    ],
)
def test_an_official_tells_whose_delegation_it_is(head: str, guests: str) -> None:
    text = f"Делегация Беларуси прибыла в Новосибирск. Её возглавляет {head}. Завтра гости вылетят в Минск."
    assert sides("visit", text) == [{guests, "Новосибирск"}]


@pytest.mark.parametrize(("named", "guests"), [("Орловской области", "Орловская область"), ("города Орла", "Орёл")])
def test_guests_are_of_the_place_by_which_they_were_called_before(named: str, guests: str) -> None:
    text = (
        f"Делегация {named} прибыла в Брест. Орловские гости посетили завод «Газоаппарат». "
        "Орёл и Орловская область дружат с Брестом."
    )
    assert sides("tour", text) == [{guests, "Брест"}]


def test_who_governs_an_oblast_asks_for_it_to_whatever_town() -> None:
    text = (
        "Председатель Гомельского облисполкома Пётр Коваль пригласил делегацию Брянской области "
        "на экономический форум, который пройдёт в Гомеле 18 мая 2026 года."
    )
    assert sides("forum", text) == [{"Брянская область", "Гомельская область"}]


def test_a_mayor_asks_to_his_town() -> None:
    text = (
        "Мэр Омска Сергей Ларин пригласил делегацию Минска на экономический форум, "
        "который пройдёт в Омске 18 мая 2026 года."
    )
    assert sides("forum", text) == [{"Минск", "Омск"}]


def test_nobody_is_meant_where_no_place_is_named() -> None:
    assert sides("visit", "Иностранная делегация прибыла с визитом. Гости осмотрели завод.") == []
