"""A forest asks its way from the roots to leaves and comes back from its file the same."""

from __future__ import annotations

import io

import numpy as np
import pytest

from pobratim.reading.acceptance.forest import Forest, load

# Two trees: the first asks for «sides» (up to 1 → .25, else «late» → .5 or 1), the second knows one leaf of .75.
FOREST = Forest(
    names=("late", "sides"),
    roots=np.array([0, 5]),
    depth=2,
    feature=np.array([1, 0, 0, 0, 0, 0], dtype=np.uint16),
    threshold=np.array([1, 0, 0.5, 0, 0, 0], dtype=np.float32),
    left=np.array([1, 1, 3, 3, 4, 5], dtype=np.uint16),
    right=np.array([2, 1, 4, 3, 4, 5], dtype=np.uint16),
    value=np.array([0, 0.25, 0, 0.5, 1, 0.75], dtype=np.float32),
)


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"sides": 1}, (0.25 + 0.75) / 2),
        ({"sides": 2}, (0.5 + 0.75) / 2),
        ({"sides": 2, "late": 1}, (1 + 0.75) / 2),
        ({}, (0.25 + 0.75) / 2),
        ({"sides": 2, "never seen": 9}, (0.5 + 0.75) / 2),
    ],
)
def test_the_mean_of_the_leaves(asked: dict[str, float], expected: float) -> None:
    assert FOREST.probabilities([asked]) == [pytest.approx(expected)]


@pytest.mark.parametrize(
    ("threshold", "yes", "no"), [(-0.5, 0.9, 0.9), (0.0, 0.9, 0.1), (0.7, 0.9, 0.1), (1.0, 0.1, 0.1)]
)
def test_what_is_answered_by_yes_or_no_is_asked_once(threshold: float, yes: float, no: float) -> None:
    forest = Forest(
        names=("kind=visit",),
        roots=np.array([0]),
        depth=1,
        feature=np.array([0, 0, 0], dtype=np.uint16),
        threshold=np.array([threshold, 0, 0], dtype=np.float32),
        left=np.array([1, 1, 2], dtype=np.uint16),
        right=np.array([2, 1, 2], dtype=np.uint16),
        value=np.array([0, 0.1, 0.9], dtype=np.float32),
    )
    assert forest.probabilities([{"kind=visit": 1}, {}]) == [pytest.approx(yes), pytest.approx(no)]


def test_several_at_once_are_as_one_by_one() -> None:
    rows = [{"sides": 1.0}, {"sides": 2.0, "late": 1.0}, {"late": 1.0}]
    assert FOREST.probabilities(rows) == [FOREST.probabilities([row])[0] for row in rows]


def test_nothing_asked() -> None:
    assert FOREST.probabilities([]) == []


def test_its_file() -> None:
    file = io.BytesIO()
    FOREST.save(file)
    file.seek(0)
    again = load(file)
    assert again.names == FOREST.names and again.depth == FOREST.depth
    rows = [{"sides": 2.0, "late": 1.0}, {"sides": 1.0}]
    assert again.probabilities(rows) == FOREST.probabilities(rows)


def test_what_is_no_forest_is_refused() -> None:
    with pytest.raises(ValueError):
        load(io.BytesIO(b"no arrays at all"))
