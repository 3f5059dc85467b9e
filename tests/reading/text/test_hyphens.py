"""Signs that stand for a hyphen."""

import pytest

from pobratim.reading.text.hyphens import with_plain_hyphens


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("Санкт\u2011Петербург", "Санкт-Петербург"),
        ("Ростов\u2010на\u2010Дону", "Ростов-на-Дону"),
        ("Ростов–на–Дону", "Ростов-на-Дону"),
        ("Санкт–Петербург", "Санкт-Петербург"),
        ("торгово–экономический", "торгово-экономический"),
        ("Российско–Белорусский", "Российско-Белорусский"),
        ("Минск–Омск", "Минск–Омск"),
        ("Минск – город", "Минск – город"),
        ("2026–2028", "2026–2028"),
        ("", ""),
    ],
)
def test_a_sign_for_a_hyphen_becomes_one_where_a_word_goes_on(typed, plain):
    assert with_plain_hyphens(typed) == plain
    assert len(plain) == len(typed)
