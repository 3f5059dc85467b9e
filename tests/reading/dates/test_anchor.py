import pytest

from pobratim.reading.dates.anchor import Anchor


@pytest.mark.parametrize("published", [None, "", "вчера", "2024/2026", "../2025", "XXXX", "2025-13"])
def test_what_tells_no_day_is_no_anchor(published):
    assert Anchor.of(published) is None


@pytest.mark.parametrize(
    ("published", "yesterday"),
    [
        ("2025-06-26", "2025-06-25"),
        ("2025-01-01", "2024-12-31"),
        ("2025-06-26?", "2025-06-25"),
        ("2025-06", "2025"),  # 31 May or a day in June
        ("XXXX-07-30", "XXXX-07-29"),
        ("XXXX-03-01", None),  # 28 or 29 February
    ],
)
def test_days_are_counted_as_far_as_the_anchor_is_known(published, yesterday):
    anchor = Anchor.of(published)
    assert anchor is not None
    assert anchor.days(-1) == yesterday


def test_a_stretch_is_told_as_the_unit_that_holds_it():
    anchor = Anchor.of("2025-06-26")
    assert anchor is not None
    assert anchor.days(-7, 0) == "2025-06"
    assert anchor.days(0, 7) == "2025"
    assert Anchor.of("2025-01-03").days(-7, 0) is None


@pytest.mark.parametrize(
    ("month", "day", "tense", "year"),
    [(6, 24, -1, 2025), (6, 28, 1, 2025), (12, 28, -1, 2024), (1, 15, 1, 2026), (6, 28, -1, 2025),
     (8, 1, -1, None), (6, 20, 0, 2025), (12, 28, 0, None), (11, None, -1, 2024), (2, 29, -1, None)],
)
def test_the_year_of_a_day_without_one(month, day, tense, year):
    anchor = Anchor.of("2025-06-26")
    assert anchor is not None
    assert anchor.year_of(month, day, tense) == year
