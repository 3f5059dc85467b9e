"""Calendars, read again by the library that calendars are read with."""

from __future__ import annotations

from datetime import date, datetime

from icalendar import Calendar

from pobratim.exchange.ics import calendar
from pobratim.register.diary import Entry, due_on, planned_for
from pobratim.register.rows import Commitment, Happening

DAY = date(2026, 11, 22)
WHOLE = Entry(id="c1", first=date(2026, 12, 31), last=date(2026, 12, 31), title="Срок: передать автобусы")
HOURS = Entry(
    id="v1", first=date(2026, 12, 1), last=date(2026, 12, 1), starts=datetime(2026, 12, 1, 9, 30),
    title="Встреча; вторая, строка", place="Мингорисполком", about="Первая строка\nвторая", link="http://localhost/1",
)


def read(*entries: Entry):
    return Calendar.from_ical(calendar(entries, name="Сроки", day=DAY)).walk("VEVENT")


def test_a_whole_day_ends_before_the_next() -> None:
    (event,) = read(WHOLE)

    assert event.decoded("dtstart") == date(2026, 12, 31)
    assert event.decoded("dtend") == date(2027, 1, 1)
    assert event["uid"] == "c1@pobratim"
    assert event["summary"] == "Срок: передать автобусы"


def test_hours_stay_hours_and_words_come_back_as_they_were() -> None:
    (event,) = read(HOURS)

    assert event.decoded("dtstart") == datetime(2026, 12, 1, 9, 30)
    assert event.decoded("dtend") == datetime(2026, 12, 1, 10, 30)
    assert event["summary"] == "Встреча; вторая, строка"
    assert event["description"] == "Первая строка\nвторая"
    assert event["location"] == "Мингорисполком"


def test_the_order_of_entries_does_not_matter() -> None:
    assert calendar([WHOLE, HOURS], name="Сроки", day=DAY) == calendar([HOURS, WHOLE], name="Сроки", day=DAY)


def test_an_empty_calendar_is_one() -> None:
    assert read() == []


def test_open_promises_fall_due_on_the_last_day_of_their_term() -> None:
    row = Commitment(id="c", action="передать", due="2026")

    assert due_on(row) == date(2026, 12, 31)
    assert due_on(Commitment(id="c", action="передать", due="2026", status="met")) is None
    assert due_on(Commitment(id="c", action="передать")) is None


def test_what_is_planned_for_a_month_has_a_place_for_a_year_none() -> None:
    def planned(day: str, status: str = "planned"):
        return planned_for(Happening(id="h", kind="visit", date=day, status=status))

    assert planned("2026-08-05/2026-08-07") == (date(2026, 8, 5), date(2026, 8, 7))
    assert planned("2026-08") == (date(2026, 8, 1), date(2026, 8, 31))
    assert planned("2026") is None and planned("XXXX-08-05") is None and planned("2026-08-05", "held") is None
