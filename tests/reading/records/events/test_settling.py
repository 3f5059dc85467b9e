"""Slots that the sentences about other events settle. All people are invented."""

from __future__ import annotations

from tests.reading.records.facts import facts

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
