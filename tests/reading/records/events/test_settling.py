"""Slots that the sentences about other events settle. All people are invented."""

from __future__ import annotations

import pytest

from tests.reading.records.facts import fact, facts

PEOPLE = "Мэр Омска Пётр Лаптев и председатель Мингорисполкома Иван Савицкий развивают сотрудничество. "


def test_what_happens_during_a_visit_has_its_days_and_its_place() -> None:
    text = PEOPLE + "Делегация Омска прибыла в Минск 3 марта 2025 года. Мэры подписали меморандум."
    assert ("signing", "2025-03-03", "Минск") in facts(text, "event", "kind", "date", "place")


def test_what_is_signed_at_a_forum_has_its_day_and_its_place() -> None:
    text = PEOPLE + "Меморандум мэры подписали на форуме «Города Сибири». Форум проходил 16 ноября 2024 года в Томске."
    found = facts(text, "event", "kind", "date", "place")
    assert ("signing", "2024-11-16", "Томск") in found and ("forum", "2024-11-16", "Томск") in found


def test_talks_elsewhere_were_not_on_the_days_of_a_feast() -> None:
    text = "Мэр Омска Пётр Лаптев встретился в Минске с Иваном Савицким. В июне в Омске прошли Дни Минска."
    found = facts(text, "event", "kind", "date", "place")
    assert ("meeting", None, "Минск") in found and ("days", "XXXX-06", "Омск") in found


def test_an_earlier_document_was_not_signed_on_this_visit() -> None:
    text = PEOPLE + "Делегация Омска прибыла в Минск 3 марта 2025 года. Договор города подписали в мае 2011 года."
    assert ("signing", "2011-05", None) in facts(text, "event", "kind", "date", "place")


def test_the_next_day_and_the_day_before_are_reckoned_from_what_was_told() -> None:
    text = PEOPLE + "Делегация Омска прибыла в Минск 14 мая 2025 года. На следующий день гости осмотрели завод."
    assert ("tour", "2025-05-15") in facts(text, "event", "kind", "date")
    text = PEOPLE + "Меморандум мэры подписали в Минске 12 июля. Накануне омичи осмотрели холдинг «Амкодор»."
    assert ("tour", "XXXX-07-11") in facts(text, "event", "kind", "date")


def test_the_second_day_of_a_forum() -> None:
    text = PEOPLE + "В Омске 12–13 июня 2025 года пройдёт III Форум регионов. На второй день мэры подпишут меморандум."
    assert ("signing", "2025-06-13", "planned") in facts(text, "event", "kind", "date", "status")


def test_the_day_of_what_a_noun_is_told_by_is_not_that_of_the_talks() -> None:
    text = PEOPLE + (
        "Пётр Лаптев принял делегацию Минска, отметив, что подписанное в День города Омска 5 июля 2024 года "
        "соглашение между Омском и Минском помогает школам."
    )
    found = facts(text, "event", "kind", "date")
    assert ("meeting", None) in found and ("signing", "2024-07-05") in found
    assert all(kind != "days" for kind, _ in found)


def test_the_day_of_return_is_not_that_of_the_journey() -> None:
    text = PEOPLE + "Пётр Лаптев вернётся 10 мая из недельной поездки в Минск."
    assert ("visit", None, "held") in facts(text, "event", "kind", "date", "status")


def test_todays_guests_did_not_sign_what_is_years_old() -> None:
    text = PEOPLE + (
        "Делегация Омска во главе с Петром Лаптевым прибыла в Минск. Делегация посещает город-побратим, с которым "
        "договор о сотрудничестве был заключён ещё в 2003 году."
    )
    assert ("signing", "2003", []) in facts(text, "event", "kind", "date", "participants")


def test_what_was_agreed_on_dates_no_meeting() -> None:
    text = (
        "Делегация Омска прибыла в Минск. На встрече с мэром Минска Иваном Усом стороны договорились провести форум в "
        "Томске 21 сентября 2025 года."
    )
    found = facts(text, "event", "kind", "date", "place")
    assert not [one for one in found if one[0] == "meeting" and ("2025-09-21" in one or "Томск" in one)]


def test_the_day_of_the_words_is_not_the_day_of_what_is_ahead() -> None:
    text = "11 мая 2025 года мэр Омска Пётр Лаптев заявил, что делегация Бреста посетит Омск."
    assert fact(text, "event", "kind", "date") == ("visit", None)
    text = "Мэр Омска Пётр Лаптев заявил, что 11 мая 2025 года делегация Бреста посетит Омск."
    assert fact(text, "event", "kind", "date") == ("visit", "2025-05-11")


def test_an_earlier_visit_gives_the_news_no_day() -> None:
    text = (
        "Омск посетила делегация из Ноймюнстера. Это уже не первый визит из Ноймюнстера в Омск: в апреле немецкая "
        "делегация посетила школы."
    )
    visits = [date for kind, date in facts(text, "event", "kind", "date") if kind == "visit"]
    assert None in visits


def test_a_signing_that_somebody_remembers_is_not_of_today() -> None:
    text = (
        "4 октября 2018 года делегация Оффенбаха посетила Орёл. «Я помню, когда был подписан договор о сотрудничестве "
        "наших городов», – сказал бывший мэр Оффенбаха Ян Ройтер."
    )
    assert ("signing", "2018-10-04") not in facts(text, "event", "kind", "date")


def test_who_is_honoured_takes_no_part_and_his_death_dates_nothing() -> None:
    text = (
        "Делегация Омска прибыла в Минск. Мэр Омска Пётр Лаптев возложил цветы к бюсту посла Ивана Уса, убитого на "
        "выставке в 2016 году."
    )
    found = facts(text, "event", "kind", "date", "participants")
    assert [one for one in found if one[0] != "visit"] == [("other", None, ["Пётр Лаптев"])]


def test_a_place_visited_on_the_way_is_no_side_of_the_talks() -> None:
    text = "Посетив Читу, делегация Монголии прибыла в Агинское, где встретилась с главой Агинского Иваном Усом."
    for kind, parties in facts(text, "event", "kind", "parties"):
        assert kind != "meeting" or "Чита" not in parties


def test_guests_of_a_country_are_not_from_the_stage_of_something_later() -> None:
    text = (
        "Делегация Монголии прибыла в Забайкальский край и встретилась с губернатором Забайкальского края Иваном Усом. "
        "Обсудили фестиваль, который состоится летом в Хэнтэйском аймаке."
    )
    assert ("meeting", ["Забайкальский край", "Монголия"]) in facts(text, "event", "kind", "parties")


def test_a_signing_far_from_the_visit_has_not_its_day() -> None:
    visit = "Гости из Решта прибыли в Астрахань 12 ноября. "
    between = "Они сняли набережную. Вечером играл оркестр. Музей им понравился. "
    signed = "Астрахань и Решт заключили соглашение о дружбе, торговля между ними идёт."
    dates = dict(facts(visit + between + signed, "event", "kind", "date", published="2024-11-14"))
    assert dates["visit"] == "2024-11-12" and dates["signing"] is None
    near = dict(facts(visit + signed, "event", "kind", "date", published="2024-11-14"))
    assert near["signing"] == "2024-11-12"


def test_what_a_dash_brings_in_has_its_own_year() -> None:
    told = "Делегация Омска в Бресте возложила цветы к монументу - его открыли в 2019 году во время визита мэра."
    assert ("other", None) in facts(told, "event", "kind", "date")


@pytest.mark.parametrize(
    "text",
    [
        "Соглашение Омска и Бреста достигнуто ещё в феврале 2020 года и будет подписано сторонами.",
        "Визит делегации Омска в Брест намечен после поездки гостей в Казань в мае 2011 года.",
    ],
)
def test_what_is_ahead_has_not_the_day_of_what_is_done(text: str) -> None:
    assert all(date is None for status, date in facts(text, "event", "status", "date") if status == "planned")


def test_a_meeting_is_not_of_the_year_of_a_visit_remembered_at_it() -> None:
    text = (
        "В Воронеже прошла встреча мэра с послом Кубы. В рабочей встрече приняли участие посол Кубы Хорхе Пенья и "
        "мэр Воронежа Пётр Лаптев. Мэр отметил, что горожане вспоминают визит делегации Кубы в Воронеж в 1972 году."
    )
    dates = dict(facts(text, "event", "kind", "date"))
    assert dates["visit"] == "1972"
    assert dates["meeting"] is None


def test_a_visit_does_not_take_the_day_of_a_document_of_before() -> None:
    text = (
        "Подписи под планом поставили мэр Омска Иван Лаптев и мэр Бреста Пётр Тихий. План принят в рамках соглашения, "
        "заключённого 12 декабря 2019 года.\n\nДелегация Бреста находится в Омске с рабочим визитом и была на заводе."
    )
    assert ("visit", None) in facts(text, "event", "kind", "date")


def test_what_guests_will_see_the_next_day_belongs_to_their_stay() -> None:
    text = "В Тулу сегодня прибыла делегация Лиды. Завтра гости побывают на заводе «Луч» в Туле."
    assert facts(text, "event", "kind", "status", published="2024-08-30") == [("visit", "held"), ("tour", "planned")]
    later = "В Тулу сегодня прибыла делегация Лиды. 25 сентября делегация Лиды посетит Тулу с визитом."
    told = facts(later, "event", "kind", "status", published="2024-08-30")
    assert told == [("visit", "held"), ("visit", "planned")]


def test_besides_they_met_others() -> None:
    text = (
        "Состоялась встреча посла Беларуси Петра Сомова и губернатора Тульской области Ивана Лаптева. Кроме того, "
        "делегация Беларуси встретилась с руководством министерства транспорта Тульской области."
    )
    assert [kind for (kind,) in facts(text, "event", "kind")].count("meeting") == 2
