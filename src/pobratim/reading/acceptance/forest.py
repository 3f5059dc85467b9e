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
class _Tests:
    """What nodes ask, each once: is the feature in this column above this threshold?"""

    columns: NDArray[np.intp]
    thresholds: NDArray[np.float32]
    """Of what is answered by yes or no (1 or 0) one stands for all between the two."""
    of_node: NDArray[np.intp]
    """The test of each node, twice, for nodes count by two where they are walked."""


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
        tests, test, children = self._tests, self._tests.of_node, self._children
        passed = (answers.reshape(-1, width).take(tests.columns, axis=1) > tests.thresholds).astype(np.intp).ravel()
        nodes = leaves = np.tile(2 * self.roots, len(asked))
        rows = np.repeat(np.arange(len(asked)) * len(tests.columns), len(self.roots))
        walks = np.arange(len(nodes))
        for step in range(1, self.depth + 1):
            before, nodes = nodes, children.take(nodes + passed.take(rows + test.take(nodes)))
            if step % _PAUSE == 0 or step == self.depth:
                leaves[walks] = nodes
                going = np.flatnonzero(nodes != before)
                walks, rows, nodes = walks.take(going), rows.take(going), nodes.take(going)
        chances = self.value.take(leaves // 2).reshape(len(asked), len(self.roots))
        return [float(chance) for chance in chances.mean(axis=1)]

    @kept
    def _tests(self) -> _Tests:
        """The different tests of the nodes: hundreds of nodes ask whether the kind is a visit."""
        yes_or_no = np.array(["=" in name for name in self.names])[self.feature]
        thresholds = np.where(yes_or_no, np.floor(self.threshold).clip(-1, 1), self.threshold).astype(np.float32)
        keys = self.feature.astype(np.int64) << 32 | thresholds.view(np.uint32)
        _, first, of_node = np.unique(keys, return_index=True, return_inverse=True)
        return _Tests(self.feature[first].astype(np.intp), thresholds[first], np.repeat(of_node.astype(np.intp), 2))

    @kept
    def _children(self) -> NDArray[np.intp]:
        """The left and the right one of each node, side by side; nodes count twice here."""
        return 2 * np.column_stack((self.left, self.right)).astype(np.intp).ravel()

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
