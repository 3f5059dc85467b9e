"""Trees grown from records that gold was there for."""

from __future__ import annotations

import random

import pytest

from training.fit_acceptance import Example, beside, grow, left_out


def drawn(count: int) -> list[Example]:
    """Visits told beside few places are there, most of those told beside many are not."""
    draw = random.Random(7)
    found = []
    for number in range(count):
        many = draw.random() < 0.5
        right = draw.random() < (0.1 if many else 0.95)
        asked = {"kind=visit": 1.0, "places": 1.5 if many else draw.random() / 2, "noise": draw.random()}
        found.append(Example("event", f"{number % 20}.txt", asked, right))
    return found


def test_what_is_there_is_told_from_what_is_not() -> None:
    few, many = grow(drawn(400)).probabilities(
        [{"kind=visit": 1, "places": 0.2, "noise": 0.5}, {"kind=visit": 1, "places": 1.5, "noise": 0.5}]
    )
    assert few == pytest.approx(0.95, abs=0.12) and many == pytest.approx(0.1, abs=0.12)


def test_it_holds_for_documents_left_out() -> None:
    found = drawn(400)
    chances = left_out(found)
    right = [chance for chance, example in zip(chances, found, strict=True) if example.right]
    wrong = [chance for chance, example in zip(chances, found, strict=True) if not example.right]
    assert len(chances) == len(found) and sum(right) / len(right) > sum(wrong) / len(wrong) + 0.5


def test_the_same_examples_grow_the_same_trees() -> None:
    found = drawn(200)
    assert grow(found).probabilities([found[0].features]) == grow(found).probabilities([found[0].features])


def test_new_trees_take_the_place_of_old_ones() -> None:
    old = [Example("event", f"{n}", {"sides": float(n % 3)}, n % 3 > 0) for n in range(60)]
    new = [Example("event", f"{n}", {"late": float(n % 2)}, n % 2 > 0) for n in range(60)]
    first, second = grow(old, 10), grow(new, 4)
    both = beside(first, second)
    assert len(both.roots) == 10
    asked = [{"sides": 2.0, "late": 1.0}, {"sides": 0.0, "late": 0.0}, {"late": 1.0}]
    kept = beside(first, grow(new, 4)).probabilities(asked)
    assert both.probabilities(asked) == kept
    assert kept[0] > 0.9 and kept[1] < 0.1 and 0.3 < kept[2] < 0.5
