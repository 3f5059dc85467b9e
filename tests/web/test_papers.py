"""Which year a report is offered for."""

from __future__ import annotations

from datetime import date

import pytest

from pobratim.register.rows import DocumentRow
from pobratim.web.papers import year_to_report


@pytest.mark.parametrize(("today", "published", "year"), [
    (date(2026, 11, 23), ("2024-05", "2025-09-29"), 2025),
    (date(2026, 11, 23), ("2026-02-19", "2025-09-29"), 2026),
    (date(2026, 2, 1), ("2026-01-19", "2025-09-29"), 2025),
    (date(2026, 2, 1), ("2024/2025", None, "2029-01-01"), 2025),
    (date(2026, 11, 23), (), 2026),
], ids=["nothing of this year", "this year", "until April of the one before", "no year that is known", "no documents"])
def test_the_last_year_that_has_documents(today: date, published: tuple[str | None, ...], year: int) -> None:
    documents = [DocumentRow(id=str(number), source="", published=one) for number, one in enumerate(published)]

    assert year_to_report(documents, today) == year


@pytest.mark.parametrize("address", ["/reports/", "/reports/year/"])
def test_it_stands_in_the_form(client, filled, address):
    assert 'name="year" value="2025"' in client.get(address).content.decode()


def test_it_is_offered_on_the_page_of_a_place(client, filled):
    assert "Отчёт за 2025 год" in client.get("/places/city:minsk/").content.decode()
