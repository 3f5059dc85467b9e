"""The day on which an article says it came out."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pobratim.gather.dateline import day_of, is_dateline, modified, outlet, published
from pobratim.gather.tables import months

TITLE = "Энск и Брест договорились о ярмарке"
STORY = "Делегация Бреста приехала в Энск 5 мая 2019 года и осмотрела набережную."


def stated(*lines: str) -> str | None:
    return published([TITLE, *lines, STORY, STORY + " Повтор."])


@pytest.mark.parametrize(
    "line",
    [
        "19 ноября 2025, Минск",
        "Минск. 19.11.2025",
        "Телеканал «Заречье», 19 ноября 2025",
        "Газета «Энские новости». 19.11.2025",
        "«Городской вестник», 19 ноября 2025 г.",
        "Минск, 19 ноября 2025 г.",
        "г. Минск, 19 ноября 2025 года",
        "Нижний Новгород, 19 ноября 2025",
        "19.11.2025",
        "19.11.2025 16:44",
        "19.11.2025, 16:44",
        "19.11.2025 16:44 Экономика",
        "16:44, 19 ноября 2025",
        "19 ноября 202516:44",  # some pages glue the time to the year
        "19 ноября 2025 в 16:44 (МСК)",
        "Среда, 19 ноября 2025",
        "19 ноября 2025, среда",
        "19 ноября 2025 | Минск",
        "19 ноября 2025, Минск /Корр. агентства/",
        "19 лістапада 2025, Мінск",
        "19 листопада 2025 16:44",
        "19 November 2025",
        "2025-11-19T16:44:00+03:00",
        "19/11/2025",
        "Дата публикации: 19.11.2025",
        "Опубликовано 19 ноября 2025 в 16:44 | Анна Примерова",
        "Размещено: 19.11.2025 16:44:00",
        "Апублікавана 19 лістапада 2025",
    ],
)
def test_datelines(line):
    assert stated(line) == "2025-11-19"
    assert is_dateline(line)


@pytest.mark.parametrize(
    "line",
    [
        "19 ноября",  # no year
        "Ноябрь 2025",  # no day, and maybe a chapter of a plan
        "19–20 ноября 2025",  # the days of a visit
        "Встреча 19 ноября 2025",
        "19 ноября 2025 Встреча",
        "19 ноября 2025, Дворец спорта",
        "с 19 ноября 2025",
        "Сегодня 19 ноября 2025, среда",  # the clock of the page
        "Последнее обновление: 19.11.2025",  # the clock of the site
        "Дата проведения: 19.11.2025",
        "Обновлено: 19.11.2025",
        "Опубликовано 19 ноября 2025 года постановление мэрии.",
        "05/06/2025",  # may be an American's
        "31.02.2025",
        "19.11.25",
        "19.11.3025",
        "В Энске 19 ноября 2025 года подписан план.",
    ],
)
def test_what_is_no_dateline_of_a_publication(line):
    assert stated(line) is None


@pytest.mark.parametrize(
    "opening",
    [
        "МИНСК, 19 ноября 2025 г. — Делегация Энска прибыла в столицу.",
        "Минск. 19 ноября 2025 года. Делегация Энска прибыла в столицу.",
        "19 ноября 2025, Минск /Корр. агентства/. Делегация Энска прибыла в столицу.",
        "Энская область, 19 ноября 2025. ЭНСК24. Делегация Энска прибыла в столицу.",
    ],
)
def test_a_dateline_may_open_the_first_sentence(opening):
    assert stated(opening) == "2025-11-19"
    assert not is_dateline(opening)


def test_the_day_inside_the_story_is_the_story_s():
    assert stated() is None


def test_two_different_days_are_no_answer():
    assert stated("19.11.2025", "20.11.2025") is None


def test_a_label_is_stronger_than_a_bare_date():
    assert stated("18.11.2025", "Дата публикации: 19.11.2025") == "2025-11-19"


def test_a_labelled_date_may_stand_at_the_end_and_a_bare_one_may_not():
    story = [TITLE, *[f"{STORY} {number}" for number in range(8)]]
    assert published([*story, "Опубликовано: 19.11.2025"]) == "2025-11-19"
    assert published([*story, "19.11.2025"]) is None


def test_the_day_of_change_is_another_field():
    lines = [TITLE, "13.10.2023, 13:46", "Обновлено: 07.09.2025, 13:38", STORY]
    assert (published(lines), modified(lines)) == ("2023-10-13", "2025-09-07")


def test_a_monthly_gives_a_month():
    lines = ["Районная газета. Июнь 2025 года", TITLE, STORY]
    assert published(lines) == "2025-06"
    assert is_dateline(lines[0])


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Телеканал «Заречье», 8 июня 2024", "Телеканал «Заречье»"),
        ("Районная газета. Июнь 2025 года", "Районная газета"),
        ("«Городской вестник», 19 ноября 2025 г.", "«Городской вестник»"),
        ("Минск, 19 ноября 2025", None),
        ("Газета «Энские новости» вышла 8 июня 2024", None),
    ],
)
def test_a_dateline_may_name_its_outlet(line, name):
    assert outlet([TITLE, line, STORY]) == name


def test_the_day_of_an_element_of_a_page():
    assert day_of(" 19 ноября 2025, 16:44 ") == "2025-11-19"
    assert day_of("19 ноября 2025 года мэр приехал") is None


@given(st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 12, 31)), st.sampled_from(sorted(months())))
def test_every_day_of_the_calendar_is_read_back(day, month):
    assert day_of(day.strftime("%d.%m.%Y")) == day_of(day.isoformat()) == day.isoformat()
    expected = day.replace(day=1, month=months()[month]).isoformat()
    assert day_of(f"1 {month} {day.year}") == expected


ODD_LINES = st.text(max_size=80) | st.text(alphabet="0123456789.: ,|МинскТ-/ноября", max_size=170)


@given(st.lists(ODD_LINES, max_size=6))
def test_any_lines_give_a_day_or_nothing(lines):
    for found in (published(lines), modified(lines)):
        assert found is None or datetime.date.fromisoformat(found)


@pytest.mark.parametrize("beside", ["-1.8 C", "+5 °C", "EUR 101.2", "92,5 ₽"])
def test_a_date_beside_weather_or_rates_is_the_day_the_page_was_opened(beside):
    assert published(["Четверг, 8 января, 2026", beside, TITLE, STORY]) is None
