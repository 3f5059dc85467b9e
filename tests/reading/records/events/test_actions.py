"""Joint actions: wreaths, trees, exercises."""

from __future__ import annotations

import pytest

from tests.reading.records.facts import facts

CAME = "Делегация Омска приехала в Брест. "
TIES = "Омск и Брест – города-побратимы. "


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Гости возложили цветы к мемориалу воинской славы.", "held"),
        ("Омская делегация приняла участие в возложении венков к Вечному огню.", "held"),
        ("Делегация Омска возложит цветы к памятнику лётчикам.", "planned"),
        ("Гости и хозяева посадили аллею дружбы.", "held"),
        ("21 июня они примут участие в совместных учениях спасателей.", "planned"),
    ],
)
def test_guests_and_hosts_do_something_together(sentence: str, status: str) -> None:
    found = [fact for fact in facts(CAME + sentence, "event", "kind", "status", "parties") if fact[0] == "other"]
    assert found == [("other", status, ["Брест", "Омск"])]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ветераны Омска возложили цветы к памятнику.",
        "Делегация Омска побывала там, где школьники посадили деревья.",
        "Обмен делегациями и учения пожарных стали традицией.",
        "На площади посадили голубые ели.",
    ],
)
def test_what_one_place_does_by_itself_is_none(sentence: str) -> None:
    assert all(kind != "other" for (kind,) in facts(TIES + sentence, "event", "kind"))


@pytest.mark.parametrize(
    ("text", "status", "sides"),
    [
        ("Мэр Омска Пётр Лаптев и посол Казахстана Иван Русак открыли в Омске отделение посольства Казахстана.",
         "held", ["Казахстан", "Омск"]),
        ("В Омске открылось почётное консульство Казахстана.", "held", ["Казахстан", "Омск"]),
        ("Делегация Бреста приняла участие в открытии в Омске завода мебели.", "held", ["Брест", "Омск"]),
        ("В Бресте открыли скамью дружбы с Омском.", "held", ["Брест", "Омск"]),
        ("В Омске планируется торжественное открытие представительства Бреста.", "planned", ["Брест", "Омск"]),
    ],
)
def test_a_mission_or_a_plant_is_opened(text: str, status: str, sides: list[str]) -> None:
    found = [fact for fact in facts(text + " " + TIES, "event", "kind", "status", "parties") if fact[0] == "other"]
    assert found == [("other", status, sides)]


@pytest.mark.parametrize(
    "text",
    [
        "Мэры Омска и Бреста обсудили открытие представительства Бреста.",
        "Мэр Омска и посол Беларуси договорились об открытии в Омске консульства Беларуси.",
        "В выставочном центре Омска открылась экспозиция из Бреста.",
    ],
)
def test_what_is_only_talked_of_is_not_opened(text: str) -> None:
    assert all(kind != "other" for (kind,) in facts(text + " " + TIES, "event", "kind"))


@pytest.mark.parametrize(
    "honoured",
    ["к памятнику основателю Омска князю", "к памятной доске в честь губернатора Омской области", "к могиле посла"],
)
def test_who_is_honoured_takes_no_part_and_stands_for_no_side(honoured: str) -> None:
    text = f"Мэр Омска Пётр Лаптев и мэр Бреста Иван Русак возложили цветы {honoured} Андрею Придуманному."
    found = [one for one in facts(text, "event", "kind", "parties", "participants") if one[0] == "other"]
    assert found == [("other", ["Брест", "Омск"], ["Иван Русак", "Пётр Лаптев"])]
