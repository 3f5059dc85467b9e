"""What people of one place come to in another, whatever they do there. All people and ensembles are invented."""

from __future__ import annotations

import pytest

from tests.reading.records.facts import facts

SLOTS = ("kind", "place", "parties")
TWINS = "Омск и Брест – города-побратимы. "


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Ансамбль «Лад» из Омска поздравил жителей Бреста с Днём города.", ("days", "Брест", ["Брест", "Омск"])),
        (
            "Юные танцоры из Омска завоевали Гран-при конкурса «Янтарь» в Бресте.",
            ("days", "Брест", ["Брест", "Омск"]),
        ),
        (
            "В Бресте завершился турнир по мини-футболу. Победителем стала сборная Омска.",
            ("days", "Брест", ["Брест", "Омск"]),
        ),
        (
            "На сцене дворца культуры Бреста прозвучали песни в исполнении вокалистов Омска.",
            ("days", "Брест", ["Брест", "Омск"]),
        ),
        ("Предприятия Омска выставили продукцию на ярмарке в Бресте.", ("forum", "Брест", ["Брест", "Омск"])),
        (
            "Библиотекари Омска и Твери выступили на конференции городов-побратимов в Бресте.",
            ("forum", "Брест", ["Брест", "Омск", "Тверь"]),
        ),
        (
            "В Бресте откроется детский лагерь «Мост». Отдохнуть в нём приедут школьники из Омска и Твери.",
            ("other", "Брест", ["Брест", "Омск", "Тверь"]),
        ),
        (
            "На праздник в Бресте приглашены делегации Омска (Россия), Лиды и Твери.",
            ("days", "Брест", ["Брест", "Лида", "Омск", "Тверь"]),
        ),
        ("Омск на выставке в Бресте", ("forum", "Брест", ["Брест", "Омск"])),
    ],
)
def test_whoever_comes_to_a_happening_takes_part_whatever_they_do(text: str, event: tuple[object, ...]) -> None:
    assert event in facts(TWINS + text, "event", *SLOTS)


@pytest.mark.parametrize(
    "sentence",
    [
        "Накануне Дня города фирма из Омска починила дорогу в Бресте.",
        "Тренер из Омска готовит команду Бреста к чемпионату области.",
        "Студенты из Омска учатся в Бресте.",
        "Солист из Омска живёт в Бресте и рассказал о фестивале.",
        "Есть традиция: на День города в Брест приезжают гости из Омска.",
    ],
)
def test_a_happening_that_nobody_is_told_to_attend_is_none(sentence: str) -> None:
    told = facts(TWINS + sentence, "event", "kind")
    assert not {("days",), ("forum",), ("other",)} & set(told)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Хор из Омска выступит на празднике в Бресте. Он пройдёт 14 мая.", "XXXX-05-14"),
        ("Хор из Омска примет участие в празднике города в Бресте. Торжества намечены на 28 и 29 июня.",
         "XXXX-06-28/XXXX-06-29"),
        ("Картины омских художников показали на выставке, которую 5 мая открыли в Бресте.", "XXXX-05-05"),
    ],
)  # fmt: skip
def test_the_day_may_be_told_beside(text: str, date: str) -> None:
    assert date in {told for kind, told in facts(TWINS + text, "event", "kind", "date") if kind in {"days", "forum"}}


def test_those_named_among_the_performers_are_there() -> None:
    text = "Коллективы Омска и солисты Анна Гусева и Олег Тихий выступили на фестивале в Бресте."
    assert ("days", ["Анна Гусева", "Олег Тихий"]) in facts(TWINS + text, "event", "kind", "participants")


def test_guests_of_the_feast_told_before_join_it() -> None:
    text = (
        "В Бресте прошёл праздник урожая. На нём выступил хор из Омска. "
        "Среди участников праздника были гости из Лиды и Твери."
    )
    sides = [parties for kind, parties in facts(TWINS + text, "event", "kind", "parties") if kind == "days"]
    assert ["Брест", "Лида", "Омск", "Тверь"] in sides


def test_a_delegation_at_a_feast_elsewhere_came_on_a_visit() -> None:
    text = "Делегация Омска примет участие в празднике урожая в Бресте."
    assert ("visit", ["Брест", "Омск"], "planned") in facts(TWINS + text, "event", "kind", "parties", "status")


def test_a_happening_waits_for_its_guests() -> None:
    text = (
        "В Бресте откроется международный лагерь дружбы. Он будет работать в два этапа. "
        "В нём отдохнут школьники из Омска и Твери."
    )
    told = facts(TWINS + text, "event", "kind", "place", "parties")
    assert ("other", "Брест", ["Брест", "Омск", "Тверь"]) in told


def test_two_feasts_of_one_kind_are_two() -> None:
    text = "Делегация Омска примет участие в фестивале русской культуры и фестивале Урожая в Бресте."
    titles = {title for kind, title in facts(TWINS + text, "event", "kind", "title") if kind == "days"}
    assert titles == {"фестиваль русской культуры", "фестиваль Урожая"}
