"""What the words behind a forum's name tell of it. All people are invented."""

from __future__ import annotations

import pytest

from tests.reading.records.facts import facts

PUBLISHED = "2025-06-28"
VISIT = "Делегация Гродненской области посетила Орёл. "
SLOTS = ("kind", "status", "date", "place")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Визит прошёл накануне форума регионов России и Беларуси, запланированного в Калуге на 25–27 июля.",
            ("forum", "planned", "2025-07-25/2025-07-27", "Калуга"),
        ),
        (
            "Гостей пригласили на форум городов-побратимов, который пройдёт в Бресте 5 сентября.",
            ("forum", "planned", "2025-09-05", "Брест"),
        ),
        (
            "Передано приглашение на Орловский экономический форум и выставку «Луч», которые проведут в мае 2026 года.",
            ("forum", "planned", "2026-05", None),
        ),
    ],
)
def test_the_day_behind_the_name(text: str, expected: tuple[str | None, ...]) -> None:
    assert expected in facts(VISIT + text, "event", *SLOTS, published=PUBLISHED)


def test_both_that_are_joined_have_it() -> None:
    text = "Передано приглашение на Орловский экономический форум и выставку «Луч», которые проведут в мае 2026 года."
    told = facts(VISIT + text, "event", "kind", "date", published=PUBLISHED)
    assert told.count(("forum", "2026-05")) == 2


def test_what_only_says_when_is_none() -> None:
    told = facts(VISIT + "Визит прошёл накануне форума регионов.", "event", "kind", published=PUBLISHED)
    assert told == [("visit",)]


def test_what_is_said_at_a_forum_is_no_part_of_its_name() -> None:
    text = (
        "Иван Лаптев рассказал на Форуме регионов о связях Тульской и Гродненской областей\n\nПредседатель "
        "Гродненского облисполкома Иван Лаптев принял участие в XI Форуме регионов Беларуси и России."
    )
    titles = [title for kind, title in facts(text, "event", "kind", "title") if kind == "forum"]
    assert titles
    assert not any("связях" in (title or "") for title in titles)


def test_a_member_of_a_delegation_told_of_before_makes_no_journey_of_his_own() -> None:
    text = (
        "Делегация Гродненской области провела встречи с губернаторами Псковской и Орловской областей. В состав "
        "делегации региона вошёл председатель Лидского райисполкома Пётр Сомов."
    )
    assert "visit" not in {kind for (kind,) in facts(text, "event", "kind")}


def test_shops_that_are_open_are_no_opening() -> None:
    text = "Губернатор Тульской области Иван Лаптев посетил Минск. По его словам, в Беларуси открыты представительства "
    told = facts(text + "предприятий Тульской области.", "event", "kind", published=PUBLISHED)
    assert told == [("visit",)]


def test_a_forum_at_which_something_was_done_is_not_to_come() -> None:
    text = "Делегация Лиды прибудет в Псков 10 марта, чтобы обсудить план, принятый на форуме «Мост» в Лиде."
    assert ("forum", "held", None) in facts(text, "event", "kind", "status", "date", published="2024-02-07")
