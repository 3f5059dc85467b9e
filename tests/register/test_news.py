"""News without a day: the month follows from when it was told."""

from __future__ import annotations

import pytest

from pobratim.model.reading import Reading
from pobratim.register.rows import Happening
from tests.register.make import derive, meeting, post, reading, signing, visit

MAYORS = ["Павел Громов", "Анна Ким"]


def happenings(*readings: Reading) -> list[Happening]:
    return list(derive(*readings).happenings)


def told(name: str, published: str | None, text: str = "", **slots: object) -> Reading:
    return reading(meeting("Минск", "Омск", people=MAYORS, **slots), name=name, published=published, text=text)


def test_two_outlets_of_one_week_give_the_month() -> None:
    (row,) = happenings(told("а", "2025-11-19"), told("б", "2025-11-21"))
    assert (row.date, row.date_basis) == ("2025-11", "inferred")
    assert [because.reason for because in row.date_because] == [
        "сообщено как новость: 19 ноября 2025 года", "сообщено как новость: 21 ноября 2025 года",
    ]
    assert all(because.document and because.span for because in row.date_because)


@pytest.mark.parametrize(("first", "second"), [
    ("2025-11-05", "2025-11-06"),      # it may have been in October
    ("2025-11-28", "2025-12-02"),      # told in two months
    ("2025-11-19", None),              # only one tells when
    ("2025-11", "2025-11"),            # no day of publication
])
def test_otherwise_it_stays_open(first: str, second: str | None) -> None:
    assert {row.date for row in happenings(told("а", first), told("б", second))} == {None}


def test_one_outlet_alone_gives_no_month() -> None:
    (row,) = happenings(told("а", "2025-11-19"))
    assert row.date is None


def test_a_reprint_is_no_second_outlet() -> None:
    words = " ".join(f"слово{number}" for number in range(40))
    rows = happenings(told("а", "2025-11-19", words), told("б", "2025-11-21", f"{words} Перепечатка."))
    assert {row.date for row in rows} == {None}


def test_what_is_planned_is_no_news_of_what_was() -> None:
    rows = happenings(told("а", "2025-11-19", status="planned"), told("б", "2025-11-21", status="planned"))
    assert {row.date for row in rows} == {None}


def test_what_a_text_ends_with_may_be_long_past() -> None:
    long = "Сегодня открыли новую школу, о ней и весь рассказ. " * 9
    rows = happenings(told("а", "2025-11-19", f"{long} Раз."), told("б", "2025-11-21", f"{long[60:]} Другой."))
    assert {row.date for row in rows} == {None}


def test_a_visit_has_the_month_of_the_talks_during_it() -> None:
    page = reading(
        visit("Омск", "Минск", place="Минск", people=MAYORS[:1]),
        meeting("Омск", "Минск", place="Минск", people=MAYORS, date="2025-11-18"),
        name="а", published="2025-11-19",
    )
    (row,) = (row for row in happenings(page) if row.kind == "visit")
    assert (row.date, row.date_basis) == ("2025-11", "inferred")
    assert row.date_because[0].reason == "во время визита: 18 ноября 2025 года"


@pytest.mark.parametrize(("date", "published", "people"), [
    ("2019-05-06", "2025-11-19", MAYORS),         # talks of another year, told as background
    ("2025-11-18", None, MAYORS),                 # nobody knows when the document came out
    ("2025-11-18", "2025-11-19", MAYORS[1:]),     # talks of somebody else
])
def test_a_visit_otherwise_has_none(date: str, published: str | None, people: list[str]) -> None:
    page = reading(
        visit("Омск", "Минск", place="Минск", people=MAYORS[:1]),
        meeting("Омск", "Минск", place="Минск", people=people, date=date),
        name="а", published=published,
    )
    assert [row.date for row in happenings(page) if row.kind == "visit"] == [None]


def test_the_signing_beside_the_talks_is_dated_as_well() -> None:
    pages = [
        reading(
            post("Павел Громов", "мэр", place="Омск"),
            meeting("Минск", "Омск", people=MAYORS),
            signing("Минск", "Омск"),
            name=name, published=published,
        )
        for name, published in (("а", "2025-11-19"), ("б", "2025-11-21"))
    ]
    assert {row.kind: row.date for row in happenings(*pages)} == {"meeting": "2025-11", "signing": "2025-11"}


@pytest.mark.parametrize(("year", "date"), [("2025", "2025-11"), ("2024", "2024")])
def test_what_is_known_to_the_year_gets_the_month_of_that_year(year: str, date: str) -> None:
    """«Ярмарка-2025», told in two outlets of November."""
    rows = happenings(told("а", "2025-11-19", date=year), told("б", "2025-11-21", date=year))
    assert {row.date for row in rows} == {date}
