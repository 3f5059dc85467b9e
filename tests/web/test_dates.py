"""Dates in Russian words, back to EDTF."""

import pytest

from pobratim.model.edtf import in_russian
from pobratim.web.dates import from_russian


@pytest.mark.parametrize("date", [
    "2025-06-24", "2025-06", "2025", "XXXX-05-20", "2026/2028", "2025-09-28/2025-09-30", "../2025-06-24", "../2025",
    "2025-06-24/..", "2022/..",
])
def test_what_was_written_is_read(date):
    assert from_russian(in_russian(date)) == date


@pytest.mark.parametrize("words", [
    "", "Минск", "5 мест", "24 июля", "до Минска", "с до 2025 года", "24 мебеля 2025 года",
])
def test_other_words_are_no_date(words):
    assert from_russian(words) is None
