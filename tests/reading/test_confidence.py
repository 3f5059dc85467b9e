"""Confidence set right by how often rules were right."""

from __future__ import annotations

import pytest

from pobratim.reading.confidence import Calibration, log_odds


def test_without_a_map_confidence_stays_as_the_rule_has_it() -> None:
    assert Calibration({}, {}).of("post", "post.told", 0.88) == 0.88


@pytest.mark.parametrize(
    ("calibration", "expected"),
    [
        (Calibration({}, {"event": -1.0}), 0.60),  # log-odds of .8 are 1.39
        (Calibration({}, {"event": -1.0, "event.talks": 1.0}), 0.80),
        (Calibration({"event": 0.5}, {}), 0.67),
        (Calibration({"post": 0.5}, {"post": -1.0}), 0.80),
        (Calibration({}, {"event": 9.0}), 0.98),
        (Calibration({}, {"event": -9.0}), 0.02),
    ],
)
def test_log_odds_are_moved_by_type_and_rule(calibration: Calibration, expected: float) -> None:
    assert calibration.of("event", "event.talks", 0.8) == expected


def test_log_odds() -> None:
    assert log_odds(0.5) == 0 and log_odds(0.9) == pytest.approx(-log_odds(0.1))
