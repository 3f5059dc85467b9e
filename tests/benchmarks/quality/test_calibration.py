"""Calibration: bins, their expected error, and how it is drawn."""

from __future__ import annotations

import pytest

from benchmarks.quality.calibration import bins, diagram, expected_error, picture

JUDGED = [(0.95, True)] * 9 + [(0.95, False)] + [(0.6, True), (0.6, False)]


def test_records_are_sorted_by_their_confidence_into_bins() -> None:
    low, high = bins(JUDGED)
    assert (low.records, low.right, high.records, high.right) == (2, 0.5, 10, 0.9)


def test_the_error_is_the_distance_of_confidence_from_the_share_that_is_right() -> None:
    assert expected_error(JUDGED) == pytest.approx((2 * 0.1 + 10 * 0.05) / 12)


def test_what_is_certain_falls_into_the_last_bin() -> None:
    (only,) = bins([(1.0, True)])
    assert (only.low, expected_error([(1.0, True)])) == (0.9, 0)


def test_nothing_has_no_error() -> None:
    assert (bins([]), expected_error([])) == ([], 0)


def test_each_bin_is_drawn() -> None:
    lines = list(diagram(bins(JUDGED)))
    assert len(lines) == 2 and "right 0.90 of 10" in lines[1]
    assert picture(bins(JUDGED), "A <plot>").count("<circle") == 2
    assert "A &lt;plot&gt;" in picture(bins(JUDGED), "A <plot>")
