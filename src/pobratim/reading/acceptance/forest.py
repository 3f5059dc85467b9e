"""A forest of decision trees: features in, a probability out.

The trees are extremely randomized ones (Geurts, Ernst, Wehenkel 2006), grown by scikit-learn and kept as flat arrays,
so that reading needs numpy alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import IO

import numpy as np
from numpy.typing import NDArray

from pobratim.reading.kept import kept

_PAUSE = 6
"""Steps after which the walks that have come to a leaf are left alone."""


@dataclass(frozen=True)
class Forest:
    """The nodes of all trees in one row; a leaf leads to itself."""

    names: tuple[str, ...]
    """The features, in the order that ``feature`` counts them in."""
    roots: NDArray[np.intp]
    depth: int
    """Steps after which every walk has come to a leaf."""
    feature: NDArray[np.uint16]
    """What the node asks for …"""
    threshold: NDArray[np.float32]
    """… and up to which value the walk goes left."""
    left: NDArray[np.uint16]
    right: NDArray[np.uint16]
    value: NDArray[np.float32]
    """The probability at a leaf."""

    def probabilities(self, asked: Sequence[Mapping[str, float]]) -> list[float]:
        """Of each set of features (0 for what is not among them, what the forest does not know counts for nothing)."""
        width, columns = len(self.names), self._columns
        answers = np.zeros(len(asked) * width, dtype=np.float32)
        for row, features in enumerate(asked):
            for name, value in features.items():
                if name in columns:
                    answers[row * width + columns[name]] = value
        nodes = leaves = np.tile(self.roots, len(asked))
        rows = np.repeat(np.arange(len(asked)) * width, len(self.roots))
        walks = np.arange(len(nodes))
        for step in range(1, self.depth + 1):
            goes_right = answers.take(rows + self._asked.take(nodes)) > self.threshold.take(nodes)
            before, nodes = nodes, self._children.take(2 * nodes + goes_right)
            if step % _PAUSE == 0 or step == self.depth:
                leaves[walks] = nodes
                going = np.flatnonzero(nodes != before)
                walks, rows, nodes = walks.take(going), rows.take(going), nodes.take(going)
        return [float(chance) for chance in self.value.take(leaves).reshape(len(asked), len(self.roots)).mean(axis=1)]

    @kept
    def _asked(self) -> NDArray[np.intp]:
        return self.feature.astype(np.intp)

    @kept
    def _children(self) -> NDArray[np.intp]:
        """The left and the right one of each node, side by side."""
        return np.column_stack((self.left, self.right)).astype(np.intp).ravel()

    @kept
    def _columns(self) -> dict[str, int]:
        return {name: column for column, name in enumerate(self.names)}

    def save(self, file: IO[bytes]) -> None:
        """As a compressed file of arrays."""
        np.savez_compressed(
            file,
            names=np.array(self.names),
            roots=self.roots.astype(np.uint16),
            depth=self.depth,
            feature=self.feature,
            threshold=self.threshold.astype(np.float16),
            left=self.left,
            right=self.right,
            value=self.value.astype(np.float16),
        )


def load(file: IO[bytes]) -> Forest:
    """A forest that `Forest.save` wrote."""
    with np.load(file, allow_pickle=False) as arrays:
        return Forest(
            names=tuple(str(name) for name in arrays["names"]),
            roots=arrays["roots"].astype(np.intp),
            depth=int(arrays["depth"]),
            feature=arrays["feature"],
            threshold=arrays["threshold"].astype(np.float32),
            left=arrays["left"],
            right=arrays["right"],
            value=arrays["value"].astype(np.float32),
        )
