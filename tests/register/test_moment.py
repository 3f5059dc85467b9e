"""Days as people write them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pobratim.model.errors import PobratimError
from pobratim.register.moment import NOW, Moment, day_of


@pytest.mark.parametrize("typed", ["2025-06-24", "24.06.2025", " 24.6.2025 ", "2025-6-24"])
def test_a_day_in_both_ways(typed: str) -> None:
    assert day_of(typed) == date(2025, 6, 24)


@pytest.mark.parametrize(
    "typed", ["", "2025", "2025-06", "2025-13-01", "31.02.2025", "0000-01-01", "завтра", "24.06.25", "2025-06-24T00:00"]
)
def test_anything_else_is_refused_in_one_sentence(typed: str) -> None:
    with pytest.raises(PobratimError, match=r"день пишется как 2025-06-24 или 24\.06\.2025, а это"):
        day_of(typed)


@given(st.dates())
def test_every_day_there_is(day: date) -> None:
    assert day_of(day.isoformat()) == day_of(f"{day:%d.%m.}{day.year:04d}") == day


def test_now_asks_for_nothing() -> None:
    assert not NOW
    assert Moment(as_of=date(2025, 1, 1)) and Moment(known_on=date(2025, 1, 1))
