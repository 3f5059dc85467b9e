"""What is learned of confidence from records that gold was there for."""

from __future__ import annotations

import tomllib

from benchmarks.quality.calibration import expected_error
from benchmarks.quality.gold import Judged
from training.fit_confidence import cross_validated, fit, written


def records(rule: str, confidence: float, right: int, wrong: int) -> list[Judged]:
    kind = rule.split(".")[0]
    return [
        Judged(f"{number % 10}.txt", kind, rule, confidence, number < right) for number in range(right + wrong)
    ]


def test_a_type_that_is_right_less_often_than_it_says_is_brought_down() -> None:
    calibration = fit(records("offer.told", 0.9, 50, 50))
    assert 0.45 < calibration.of("offer", "offer.told", 0.9) < 0.6


def test_a_rule_is_told_from_the_others_of_its_type() -> None:
    judged = records("event.sure", 0.8, 90, 10) + records("event.unsure", 0.8, 30, 70)
    calibration = fit(judged)
    sure, unsure = (calibration.of("event", f"event.{name}", 0.8) for name in ("sure", "unsure"))
    assert sure > 0.8 > 0.5 > unsure


def test_a_rule_seen_twice_hardly_moves() -> None:
    judged = records("post.usual", 0.9, 90, 10) + records("post.rare", 0.9, 0, 2)
    assert fit(judged).of("post", "post.rare", 0.9) > 0.75


def test_it_holds_for_documents_it_was_not_fitted_on() -> None:
    judged = records("quote.direct", 0.95, 60, 40)
    before = expected_error([(one.confidence, one.right) for one in judged])
    assert expected_error(cross_validated(judged)) < 0.1 < before


def test_the_file_has_types_and_the_rules_that_move() -> None:
    judged = records("event.sure", 0.8, 90, 10) + records("event.unsure", 0.8, 30, 70)
    tables = tomllib.loads(written(fit(judged), judged))
    assert set(tables) == {"slopes", "types", "rules"}
    assert set(tables["types"]) == {"event"} and set(tables["rules"]) == {"event.sure", "event.unsure"}
