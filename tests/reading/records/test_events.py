"""Events: what is told, of whom, when, and whether it was or will be. All people are invented."""

from __future__ import annotations

import pytest

from tests.reading.records.facts import fact, facts

PEOPLE = "Мэр Омска Пётр Лаптев и председатель Мингорисполкома Иван Савицкий развивают сотрудничество. "


def test_a_meeting_has_its_day_its_place_and_both_sides() -> None:
    text = PEOPLE + "Пётр Лаптев встретился с Иваном Савицким в Минске 3 марта 2025 года."
    assert fact(text, "event", "kind", "date", "place", "parties", "participants", "status") == (
        "meeting", "2025-03-03", "Минск", ["Минск", "Омск"], ["Иван Савицкий", "Пётр Лаптев"], "held",
    )  # fmt: skip


def test_a_day_without_a_year_stays_open_without_a_date_of_publication() -> None:
    text = PEOPLE + "Пётр Лаптев встретился с Иваном Савицким в Минске 3 марта."
    assert fact(text, "event", "date", "date_basis") == ("XXXX-03-03", "stated")
    assert fact(text, "event", "date", "date_basis", published="2025-03-04") == ("2025-03-03", "inferred")


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Делегация Омска посетила Минск.", "held"),
        ("Делегация Омска посетит Минск.", "planned"),
        ("Планируется визит делегации Омска в Минск.", "planned"),
        ("Визит делегации Омска в Минск отменён.", "cancelled"),
    ],
)
def test_a_visit_was_will_be_or_is_called_off(sentence: str, status: str) -> None:
    found = facts(sentence + " Города развивают сотрудничество.", "event", "kind", "place", "parties", "status")
    assert found == [("visit", "Минск", ["Минск", "Омск"], status)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Делегация Омска могла бы посетить Минск.",
        "Мэр Омска пригласил коллег посетить Омск.",
        "Такие встречи ежегодно проходят в Минске.",
        "Подобные встречи позволяют развивать сотрудничество.",
    ],
)
def test_what_is_wished_or_habitual_is_no_event(sentence: str) -> None:
    assert facts("Минск и Омск — побратимы и развивают сотрудничество. " + sentence, "event", "kind") == []


def test_a_tour_names_the_plants_and_both_places() -> None:
    text = PEOPLE + "Делегация Омска посетила Минский тракторный завод и холдинг «Амкодор»."
    kind, parties, organizations = fact(text, "event", "kind", "parties", "organizations")
    assert (kind, parties) == ("tour", ["Минск", "Омск"])
    assert "Амкодор" in organizations and len(organizations) == 2


def test_one_happening_told_in_title_and_body_is_one_event() -> None:
    text = (
        "Минск и Омск подписали дорожную карту\n\n"
        + PEOPLE
        + "Дорожную карту на 2026–2028 годы Пётр Лаптев и Иван Савицкий подписали 3 марта 2025 года в Минске."
    )
    assert facts(text, "event", "kind", "date", "parties") == [("signing", "2025-03-03", ["Минск", "Омск"])]


def test_an_earlier_signing_with_its_day_is_an_event_of_its_own() -> None:
    text = (
        PEOPLE
        + "Соглашение о сотрудничестве между Минском и Омском было подписано 5 мая 2019 года. "
        + "Новую дорожную карту мэры подписали 3 марта 2025 года."
    )
    assert set(facts(text, "event", "kind", "date")) == {("signing", "2019-05-05"), ("signing", "2025-03-03")}


def test_a_forum_keeps_its_name_and_its_sides() -> None:
    text = PEOPLE + "В Омске прошёл IV Форум регионов Беларуси и России."
    assert ("forum", "IV Форум регионов Беларуси и России", ["Беларусь", "Россия"], "Омск") in facts(
        text, "event", "kind", "title", "parties", "place"
    )


def test_days_of_one_city_in_another() -> None:
    text = PEOPLE + "В мае 2026 года планируется провести Дни Минска в Омске."
    assert facts(text, "event", "kind", "place", "parties", "status", "date") == [
        ("days", "Омск", ["Минск", "Омск"], "planned", "2026-05")
    ]
