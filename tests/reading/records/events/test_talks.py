"""Talks told without the word «встреча», and who came from where. All people are invented."""

from __future__ import annotations

import pytest

from tests.reading.records.facts import facts

TIES = "Города-побратимы развивают сотрудничество. "


@pytest.mark.parametrize(
    ("sentence", "parties", "participants"),
    [
        (
            "Проекты обсудили мэр Омска Пётр Лаптев и генеральный консул Монголии Дорж Бат.",
            ["Монголия", "Омск"],
            ["Дорж Бат", "Пётр Лаптев"],
        ),
        (
            "Поставки обсудили вице-мэр Омска Пётр Лаптев и директор завода «Амкодор» Иван Савицкий.",
            ["Омск"],
            ["Иван Савицкий", "Пётр Лаптев"],
        ),
    ],
)
def test_those_who_talk_may_stand_behind_the_verb(
    sentence: str, parties: list[str], participants: list[str]
) -> None:
    assert facts(TIES + sentence, "event", "kind", "parties", "participants") == [("meeting", parties, participants)]


def test_a_mayor_and_his_deputy_do_not_meet() -> None:
    text = TIES + "Планы обсудили глава Омска Пётр Лаптев и его заместитель Иван Савицкий."
    assert facts(text, "event", "kind") == []


def test_a_governor_comes_for_his_region() -> None:
    text = "Псковский губернатор Пётр Лаптев прибыл в Гомель. Псковская область и Гомель – побратимы, Псков рад."
    assert facts(text, "event", "kind", "parties") == [("visit", ["Гомель", "Псковская область"])]


def test_a_visit_that_goes_on_is_no_second_one() -> None:
    text = TIES + "Делегация Гомеля прибыла в Брянск. Визит продолжится завтра. Намечен новый визит в Брянск."
    assert facts(text, "event", "kind", "status") == [("visit", "held"), ("visit", "planned")]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Представителей Пскова тепло встретил мэр Омска Пётр Лаптев.", ["meeting", "visit"]),
        ("В аэропорту делегацию Пскова встретил мэр Омска Пётр Лаптев.", ["visit"]),
        ("Мэр Омска Пётр Лаптев встретил праздник дома.", []),
    ],
)
def test_who_welcomes_guests_meets_them_but_not_on_the_way(sentence: str, found: list[str]) -> None:
    kinds = [kind for (kind,) in facts(TIES + sentence, "event", "kind")]
    assert sorted(kinds) == found


def test_where_the_guests_came_is_told_before() -> None:
    text = "Минск и Уфа стали побратимами. Документ подписали в минской ратуше, куда прибыла делегация Уфы."
    assert ("visit", ["Минск", "Уфа"], "Минск") in facts(text, "event", "kind", "parties", "place")


def test_a_delegation_at_a_feast_elsewhere_came_on_a_visit() -> None:
    text = "Псковская делегация приняла участие в праздновании Дня города Резекне. Псков и Резекне — побратимы."
    told = sorted(facts(text, "event", "kind", "parties"))
    assert told == [("days", ["Псков", "Резекне"]), ("visit", ["Псков", "Резекне"])]


def test_thanks_for_a_welcome_are_no_talks() -> None:
    text = "Делегация Омска побывала в Бресте. Пётр Лаптев, мэр Омска, поблагодарил хозяев за тёплый приём."
    assert "meeting" not in [kind for (kind,) in facts(text, "event", "kind")]


def test_the_head_of_state_is_the_president_of_whom_nothing_more_is_said() -> None:
    text = (
        "Глава государства принял губернатора Омской области Петра Лаптева. Обсудили торговлю Казахстана с Омской "
        "областью. Президент Арман Гирсов отметил, что торговля растёт."
    )
    assert ("meeting", ["Арман Гирсов", "Петр Лаптев"]) in facts(text, "event", "kind", "participants")
    other = text.replace("Президент", "Президент Армении")
    assert ("meeting", ["Арман Гирсов", "Петр Лаптев"]) not in facts(other, "event", "kind", "participants")


@pytest.mark.parametrize(
    "more",
    [
        "В ходе встречи обсуждались вопросы сотрудничества.",
        "На встрече говорили о договоре, подписанном 25 лет назад.",
        "Иван Лаптев обратил внимание собравшихся, что сегодняшняя встреча неслучайна.",
    ],
)
def test_what_is_told_of_a_meeting_next_makes_no_second_one(more: str) -> None:
    text = f"Мэр Омска Иван Лаптев сегодня встретился с мэром Бреста Петром Русаком. {more}"
    assert [one for one in facts(text, "event", "kind", "status") if one[0] == "meeting"] == [("meeting", "held")]
