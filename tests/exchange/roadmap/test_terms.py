from __future__ import annotations

import pytest

from pobratim.exchange.roadmap.terms import term
from pobratim.register.roadmap import Term

TERMS = {
    "2026–2028 годы": "2026/2028",
    "2026-2028 гг.": "2026/2028",
    "2026": "2026",
    "II квартал 2026 г.": "2026-04/2026-06",
    "IV кв. 2026 г.": "2026-10/2026-12",
    "II–III кварталы 2026 г.": "2026-04/2026-09",
    "1 полугодие 2027 года": "2027-01/2027-06",
    "до 1 декабря 2027 г.": "2027-12-01",
    "декабрь 2026 г.": "2026-12",
    "5–7 июля 2026 года": "2026-07-05/2026-07-07",
    "2026, 2028 гг.": "2026/2028",
    "по отдельному плану": None,
    "по мере необходимости": None,
    "III квартал": None,
}


@pytest.mark.parametrize("text", TERMS)
def test_terms_as_road_maps_write_them(text: str) -> None:
    assert term(text) == Term(text=text, due=TERMS[text])


@pytest.mark.parametrize(("text", "repeats", "due"), [
    ("ежегодно", "yearly", "2026/2028"),
    ("Ежегодно, в мае", "yearly", "2026/2028"),
    ("ежегодно в 2026–2027 годах", "yearly", "2026/2027"),
    ("постоянно", "always", "2026/2028"),
    ("в течение срока действия дорожной карты", "always", "2026/2028"),
])
def test_what_is_done_again_and_again_has_the_term_of_the_road_map(text: str, repeats: str, due: str) -> None:
    assert term(text, "2026/2028") == Term(text=text, due=due, repeats=repeats)  # type: ignore[arg-type]
    assert term("постоянно") == Term(text="постоянно", repeats="always")
