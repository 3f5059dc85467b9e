"""What could be known on a day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pobratim.model.reading import Reading
from pobratim.register.known_on import known_on
from tests.register.make import ago, day, derive, meeting, reading, twins

ADDED = date(2026, 2, 1)


def known(asked: str, *readings: Reading, added: date | None = ADDED) -> set[str]:
    """Names of the documents known on the day, their dates as the register of all has them."""
    published = {row.id: row.published for row in derive(*readings).documents}
    days = {one.document.id: added for one in readings} if added else {}
    return {one.document.source for one in known_on(readings, date.fromisoformat(asked), published, days)}


@pytest.mark.parametrize(
    ("published", "asked", "expected"),
    [
        ("2024-05-06", "2024-05-06", True),
        ("2024-05-06", "2024-05-05", False),
        ("2024-05", "2024-05-30", False),
        ("2024-05", "2024-05-31", True),
        ("2024", "2024-12-30", False),
        ("2024", "2024-12-31", True),
        (None, "2026-01-31", False),
        (None, "2026-02-01", True),
        ("XXXX-05-06", "2026-01-31", False),
        ("XXXX-05-06", "2026-02-01", True),
    ],
)
def test_a_document_is_known_once_it_surely_was_out(published: str | None, asked: str, expected: bool) -> None:
    page = reading(meeting("Минск", "Омск"), name="новость", published=published)
    assert known(asked, page) == ({"новость"} if expected else set())


def test_a_document_of_no_known_day_is_known_on_none() -> None:
    assert known("2999-12-31", reading(meeting("Минск", "Омск")), added=None) == set()


def test_a_year_that_others_tell_counts_as_the_day_it_came_out() -> None:
    told = reading(twins("Минск", "Омск", since="2023-09-11"), name="давно", published="2023-09-12")
    undated = reading(
        twins("Минск", "Омск"), meeting("Минск", "Омск", date="XXXX-06-24"), name="без года",
        published="XXXX-06-24", clues=[ago(1, 2), day("XXXX-06-24")],
    )
    assert known("2025-06-23", told, undated) == {"давно"}
    assert known("2025-06-24", told, undated) == {"давно", "без года"}


def test_what_was_not_known_yet_does_not_date_a_document() -> None:
    """The newspaper that tells the year of the twinning came out later: on that day the year was open."""
    late = reading(twins("Минск", "Омск", since="2023-09-11"), name="поздно", published="2025-12-01")
    undated = reading(
        twins("Минск", "Омск"), meeting("Минск", "Омск", date="XXXX-06-24"), name="без года",
        published="XXXX-06-24", clues=[ago(1, 2), day("XXXX-06-24")],
    )
    published = {row.id: row.published for row in derive(late, undated).documents}
    then = derive(*known_on([late, undated], date(2025, 7, 1), published, {}))
    assert [row.published for row in then.documents] == ["XXXX-06-24"]
    assert [row.date for row in then.happenings] == ["XXXX-06-24"]


published_days = st.none() | st.dates(date(1990, 1, 1), date(2030, 1, 1)).flatmap(
    lambda one: st.sampled_from([one.isoformat(), f"{one:%Y-%m}", f"{one:%Y}", f"XXXX-{one:%m-%d}"])
)


patient = settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@patient
@given(st.lists(published_days, max_size=6), st.dates(date(1989, 1, 1), date(2031, 1, 1)), st.integers(0, 4000))
def test_what_is_known_later_holds_all_that_was_known(days, asked, later) -> None:
    readings = [
        reading(meeting("Минск", "Омск"), name=str(number), published=published)
        for number, published in enumerate(days)
    ]
    published = {one.document.id: one.document.published for one in readings}
    added = {one.document.id: ADDED for one in readings}
    first = known_on(readings, asked, published, added)
    second = known_on(readings, asked + timedelta(later), published, added)
    assert {one.document.id for one in first} <= {one.document.id for one in second}
    assert [one for one in readings if one in second] == second
