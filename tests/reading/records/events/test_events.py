"""Events: what is told, of whom, when, and whether it was or will be. All people are invented."""

from __future__ import annotations

import pytest

from tests.reading.records.facts import fact, facts

PEOPLE = "Мэр Омска Пётр Лаптев и председатель Мингорисполкома Иван Савицкий развивают сотрудничество. "
TIES = "Минск и Омск — города-побратимы и развивают сотрудничество. "


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
        ("Состоялся визит официальной делегации г.Омска в г. Минск.", "held"),
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
        "26 ноября исполнится 26 лет со дня подписания договора.",
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


# ---------------------------------------------------------------- several sentences


def test_guests_are_those_whose_visit_was_told() -> None:
    text = TIES + "Делегация Омска прибыла в Минск 3 марта 2025 года. Гости осмотрели холдинг «Амкодор» и парк."
    assert facts(text, "event", "kind", "date", "place", "parties") == [
        ("visit", "2025-03-03", "Минск", ["Минск", "Омск"]),
        ("tour", "2025-03-03", "Минск", ["Минск", "Омск"]),
    ]


def test_people_of_a_place_are_its_guests() -> None:
    text = PEOPLE + "Омичи побывали в Минске и осмотрели холдинг «Амкодор»."
    assert ("tour", ["Минск", "Омск"]) in facts(text, "event", "kind", "parties")


def test_who_leads_the_delegation_is_told_later() -> None:
    text = TIES + "Делегация Омска прибыла в Минск 3 марта. Делегацию возглавил депутат городского совета Пётр Лаптев."
    assert fact(text, "event", "kind", "participants") == ("visit", ["Пётр Лаптев"])


def test_several_delegations_come_on_one_visit() -> None:
    text = "Города-побратимы сотрудничают. Омск посетили делегации из Гомеля (Беларусь) и болгарского Пловдива."
    assert ("visit", "Омск", ["Гомель", "Омск", "Пловдив"]) in facts(text, "event", "kind", "place", "parties")


def test_a_ceremony_tells_when_and_where_the_document_was_signed() -> None:
    text = PEOPLE + "Пётр Лаптев и Иван Савицкий подписали соглашение. Церемония состоялась 3 марта 2025 года в Орше."
    assert ("signing", "2025-03-03", "Орша") in facts(text, "event", "kind", "date", "place")


def test_who_took_part_is_told_after_the_meeting() -> None:
    text = (
        "Власти Омска и Минска обсудили сотрудничество. Состоялась рабочая встреча. "
        "Участие в ней приняли мэр Омска Пётр Лаптев и председатель Мингорисполкома Иван Савицкий."
    )
    assert ("meeting", ["Минск", "Омск"], ["Иван Савицкий", "Пётр Лаптев"]) in facts(
        text, "event", "kind", "parties", "participants"
    )


def test_who_only_tells_of_a_signing_takes_no_part() -> None:
    text = PEOPLE + "Минск и Омск подписали меморандум, сообщил губернатор Омской области Андрей Седов."
    assert fact(text, "event", "kind", "participants") == ("signing", [])


def test_a_visit_called_off_in_the_same_breath() -> None:
    text = (
        TIES + "Делегация Омска приедет в Минск 11 мая. "
        "Визит готовили к марту, но тогда поездку пришлось отменить."
    )
    assert {("visit", "planned"), ("visit", "cancelled")} <= set(facts(text, "event", "kind", "status"))


def test_a_forum_put_off_is_called_off() -> None:
    text = PEOPLE + "Форум регионов Беларуси и России, намеченный на июнь в Уфе, отменён."
    assert ("forum", "cancelled") in facts(text, "event", "kind", "status")


def test_members_of_the_delegation_come_too() -> None:
    text = (
        PEOPLE + "Мэр Омска Пётр Лаптев посетил Минск 3 марта. "
        "В состав делегации вошли ректор университета Анна Седова и депутат Олег Ким."
    )
    assert fact(text, "event", "kind", "participants") == ("visit", ["Анна Седова", "Олег Ким", "Пётр Лаптев"])


def test_the_land_around_a_town_is_where_they_come() -> None:
    text = (
        "Оршанский район и Вяземский район подписали план мероприятий. "
        "Его подписали во время визита делегации Вяземского района на Оршанщину."
    )
    assert ("visit", "Оршанский район", ["Вяземский район", "Оршанский район"]) in facts(
        text, "event", "kind", "place", "parties"
    )


def test_a_visit_lasts_as_long_as_was_told() -> None:
    text = (
        "С 11 по 13 марта 2024 года делегация Омска находилась с визитом в Минске. "
        "В первый день визита состоялась встреча с председателем Мингорисполкома Иваном Савицким."
    )
    found = facts(text, "event", "kind", "date")
    assert ("visit", "2024-03-11/2024-03-13") in found and ("meeting", "2024-03-11") in found


@pytest.mark.parametrize(("published", "signed"), [("2025-08-10", None), ("2025-08-08", "2025-08-08")])
def test_a_visit_that_has_begun_lasts(published: str, signed: str | None) -> None:
    """What a later document tells to have begun goes on: nobody knows on which of its days they signed."""
    text = (
        "Мэры Пётр Лаптев и Иван Савицкий подписали соглашение между Омском и Минском во время визита омской делегации "
        "в Минск. Визит делегации Омска в Минск начался 8 августа."
    )
    found = facts(text, "event", "kind", "date", published=published)
    assert ("signing", signed) in found and ("visit", "2025-08-08") in found


def test_what_was_planned_while_the_document_was_signed_is_no_second_signing() -> None:
    text = (
        "Омск и Минск подписали соглашение о побратимстве. В ходе подписания документа стороны наметили направления "
        "сотрудничества, а также планы по реализации проектов."
    )
    assert [kind for kind, _ in facts(text, "event", "kind", "date")].count("signing") == 1


def test_a_programme_is_still_to_come() -> None:
    text = (
        "Делегация Омска с рабочим визитом в Минске. Программа насыщенная:\n\n"
        "– подписание соглашения между Омском и Минском;\n\n– посещение холдинга «Амкодор»."
    )
    found = facts(text, "event", "kind", "status")
    assert ("signing", "planned") in found and ("tour", "planned") in found


@pytest.mark.parametrize(
    "sentence",
    [
        "Пётр Лаптев на встрече с журналистами рассказал об Иване Савицком.",
        "Пётр Лаптев принял участие в субботнике.",
        "Стороны решат спор путём переговоров.",
        "Мэры отказались от переговоров.",
    ],
)
def test_what_is_no_meeting_of_places(sentence: str) -> None:
    assert facts(PEOPLE + sentence, "event", "kind") == []


def test_talks_with_a_plant_are_a_meeting() -> None:
    text = PEOPLE + "Делегация Омска в Минске. Омичи провели переговоры с холдингом «Амкодор»."
    assert ("meeting", ["Амкодор"]) in facts(text, "event", "kind", "organizations")


def test_a_forum_without_a_name_has_its_sides() -> None:
    text = PEOPLE + "Накануне в Орше прошёл белорусско-российский бизнес-форум."
    assert ("forum", "Орша", ["Минск", "Омск"]) in facts(text, "event", "kind", "place", "parties")


def test_a_passive_signing_is_news_too() -> None:
    text = "В ходе визита мэра Омска Петра Лаптева в Минск был подписан план мероприятий."
    assert ("signing", ["Минск", "Омск"]) in facts(text, "event", "kind", "parties")
