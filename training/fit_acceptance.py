"""Grow the trees of acceptance, and write `src/pobratim/reading/data/acceptance/`.

    python -m training.fit_acceptance READINGS GOLD [READINGS GOLD ...] [--shared ../shared] [--beside TREES]

READINGS are folders of texts, which are read, or files with a reading (JSON, with rules) a line, made earlier with all
that was proposed; GOLD are folders of what these documents say (the form of `shared/gold`). The best are readings made
before any rule was made with their texts in view: on others rules are right more often than they will be.

With ``--beside 40`` that many trees are grown and take the place of as many of those there are: what was learned from
articles that are not at hand any more is kept.

Printed: how well records that are there are told from those that are not, on documents left out of the growing: area
under the curve, and at several thresholds precision, the share of right ones kept, and F1 of the two. Needs
scikit-learn (extra `dev`).
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.ensemble import ExtraTreesClassifier
from sklearn.metrics import roc_auc_score

from benchmarks.quality.gold import load_scorer, matched
from pobratim.gather import Gathered, gather
from pobratim.model.reading import Reading
from pobratim.model.settings import Settings
from pobratim.reading.acceptance.accepting import THRESHOLDS
from pobratim.reading.acceptance.features import features
from pobratim.reading.acceptance.forest import Forest, load
from pobratim.reading.acceptance.told import Told
from pobratim.reading.reader import read_document

ROOT = Path(__file__).parent.parent
FORESTS = ROOT / "src" / "pobratim" / "reading" / "data" / "acceptance"
TREES, LEAF, SHARE = 100, 4, 0.2
"""How many trees, the fewest examples at a leaf, the share of features tried at a branching."""
FOLDS = 5
TRIED = (0.35, 0.4, 0.45, 0.5, 0.55, 0.6)
"""Thresholds that are printed."""


@dataclass(frozen=True)
class Example:
    """A record that rules propose, and whether gold has it."""

    type: str
    document: str
    features: dict[str, float]
    right: bool


def examples(readings: Path, gold: Path, scorer: Path) -> Iterator[Example]:
    """The weighed records of these readings; those that answer an optional one of gold are left out."""
    score = load_scorer(scorer)
    wanted = {document["source"]: document for document in score.load(gold)}
    for reading in _readings(readings):
        source = Path(reading.document.source).name
        if source not in wanted:
            continue
        told = Told(reading.document.text, reading.entities, reading.records)
        for record, right in matched(score, wanted[source], reading):
            asked = features(told, record)
            if asked is not None:
                yield Example(record.type, source, asked, right)


def _readings(path: Path) -> Iterator[Reading]:
    if path.is_file():
        for line in path.read_text(encoding="utf-8").splitlines():
            yield Reading.from_dict(json.loads(line))
    else:
        for item in gather([str(text) for text in sorted(path.glob("*.txt"))], Settings()):
            if isinstance(item, Gathered):
                yield read_document(item.document, proposed=True)


def grow(found: Sequence[Example], trees: int = TREES) -> Forest:
    """The forest that these examples tell."""
    names = sorted({name for example in found for name in example.features})
    columns = {name: column for column, name in enumerate(names)}
    rows = np.zeros((len(found), len(names)), dtype=np.float32)
    for row, example in enumerate(found):
        for name, value in example.features.items():
            rows[row, columns[name]] = value
    grown = ExtraTreesClassifier(trees, min_samples_leaf=LEAF, max_features=SHARE, random_state=0)
    grown.fit(rows, np.array([example.right for example in found]))
    return _flat(grown, tuple(names))


def _flat(grown: ExtraTreesClassifier, names: tuple[str, ...]) -> Forest:
    trees = [one.tree_ for one in grown.estimators_]
    starts = np.cumsum([0, *(tree.node_count for tree in trees)])
    itself = np.arange(starts[-1])
    leaf = np.concatenate([tree.children_left for tree in trees]) < 0

    def children(name: str) -> np.ndarray:
        moved = [getattr(tree, name) + start for tree, start in zip(trees, starts, strict=False)]
        return np.where(leaf, itself, np.concatenate(moved)).astype(np.uint16)

    if starts[-1] > np.iinfo(np.uint16).max:
        raise ValueError(f"{starts[-1]} nodes are more than the file counts: raise LEAF or grow fewer trees")
    there = list(grown.classes_).index(True)
    return Forest(
        names=names,
        roots=starts[:-1],
        depth=max(tree.max_depth for tree in trees),
        feature=np.where(leaf, 0, np.concatenate([tree.feature for tree in trees])).astype(np.uint16),
        threshold=np.concatenate([tree.threshold for tree in trees]).astype(np.float32),
        left=children("children_left"),
        right=children("children_right"),
        value=np.concatenate([_shares(tree.value, there) for tree in trees]).astype(np.float32),
    )


def _shares(counts: np.ndarray, there: int) -> np.ndarray:
    """(nodes, 1, classes) of counts or shares → the share of right ones at each node."""
    shares: np.ndarray = counts[:, 0, there] / counts[:, 0, :].sum(axis=1)
    return shares


def left_out(found: Sequence[Example]) -> list[float]:
    """The probability of each example by a forest grown without its document."""
    documents = sorted({example.document for example in found})
    chances = dict.fromkeys(range(len(found)), 0.0)
    for fold in range(FOLDS):
        out = set(documents[fold::FOLDS])
        forest = grow([example for example in found if example.document not in out])
        asked = [number for number, example in enumerate(found) if example.document in out]
        chances.update(zip(asked, forest.probabilities([found[number].features for number in asked]), strict=True))
    return list(chances.values())


def beside(old: Forest, new: Forest) -> Forest:
    """The new trees in the place of as many of the old ones, from the first on."""
    first = int(old.roots[len(new.roots)])
    names = tuple(sorted({*old.names, *new.names}))
    columns = {name: column for column, name in enumerate(names)}
    shift = len(old.feature) - first

    def asked(forest: Forest) -> np.ndarray:
        return np.array([columns[name] for name in forest.names], dtype=np.uint16)[forest.feature]

    def led(one: np.ndarray, other: np.ndarray) -> np.ndarray:
        return np.concatenate([one[first:].astype(int) - first, other.astype(int) + shift]).astype(np.uint16)

    return Forest(
        names=names,
        roots=np.concatenate([old.roots[len(new.roots) :] - first, new.roots + shift]),
        depth=max(old.depth, new.depth),
        feature=np.concatenate([asked(old)[first:], asked(new)]),
        threshold=np.concatenate([old.threshold[first:], new.threshold]),
        left=led(old.left, new.left),
        right=led(old.right, new.right),
        value=np.concatenate([old.value[first:], new.value]),
    )


def _grow_one(kind: str, found: Sequence[Example], few: int | None) -> None:
    target = FORESTS / f"{kind}.npz"
    forest = grow(found, few or TREES)
    if few is not None:
        with target.open("rb") as file:
            forest = beside(load(file), forest)
    with target.open("wb") as file:
        forest.save(file)
    right, chances = np.array([example.right for example in found]), np.array(left_out(found))
    print(f"{kind}: {len(found)} of {len({one.document for one in found})} documents, {right.mean():.3f} are there,")
    print(f"{len(forest.feature)} nodes, {target.stat().st_size // 1000} kB; documents left out of the growing:")
    print(f"area under the curve {roc_auc_score(right, chances):.3f}")
    for threshold in TRIED:
        kept = chances >= threshold
        both = 2 * right[kept].sum() / (kept.sum() + right.sum())
        print(f"  at {threshold:.2f} precision {right[kept].mean():.3f} recall {kept[right].mean():.3f} F1 {both:.3f}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pairs", type=Path, nargs="+", metavar="READINGS GOLD", help="in pairs")
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="folder with score/score.py")
    parser.add_argument("--beside", type=int, metavar="TREES", help="grow so many, keep the rest of those there are")
    options = parser.parse_args()
    if options.beside is not None and not 0 < options.beside < TREES:
        parser.error(f"--beside takes a number between 1 and {TREES - 1}")
    if len(options.pairs) % 2:
        parser.error("they come in pairs: readings and their gold")
    scorer = options.shared / "score/score.py"
    pairs = zip(options.pairs[::2], options.pairs[1::2], strict=True)
    found = [example for readings, gold in pairs for example in examples(readings, gold, scorer)]
    if not found:
        print("no records: do the gold files name these documents as their source?")
        return 1
    for kind in THRESHOLDS:
        _grow_one(kind, [example for example in found if example.type == kind], options.beside)
    return 0


if __name__ == "__main__":
    sys.exit(main())
