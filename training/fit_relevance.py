"""Fit the weights of relevance and write `src/pobratim/reading/data/relevance_weights.toml`.

    python training/fit_relevance.py [FACTRUEVAL]

Relevant: the notes of `training/relevance/cooperation.txt` and the project's press releases (`samples/`). Irrelevant:
the notes of `training/relevance/other.txt`, the irrelevant samples and the news of factRuEval (MIT; none tells of
cooperation between places, some of talks between states). Samples and news are learned from whole and by their
openings, which share the weight of one text. Logistic regression with an L2 penalty, by Newton's method;
deterministic. Before it writes, it says how often it is wrong on texts it was not fitted on (ten folds).
"""

from __future__ import annotations

import hashlib
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import astuple, dataclass
from pathlib import Path

import numpy as np

from pobratim.gather import Gathered, gather
from pobratim.model.document import Document
from pobratim.model.settings import Settings
from pobratim.reading.context import Context
from pobratim.reading.names.entities import find_entities
from pobratim.reading.names.places.seats import with_seats
from pobratim.reading.relevance import Features, features
from pobratim.reading.text.segments import lay_out

ROOT = Path(__file__).parent.parent
NOTES = ROOT / "training" / "relevance"
FACTRUEVAL = ROOT.parent / "shared" / "data" / "factrueval-devset"
WEIGHTS = ROOT / "src" / "pobratim" / "reading" / "data" / "relevance_weights.toml"
PENALTY = 0.3
SHARE = 0.37
"""What relevant texts weigh together: less than the others, for most news is not about cooperation."""
SHORTEST = 30
"""Words of an opening."""
FOLDS = 10


@dataclass(frozen=True)
class Example:
    source: str
    text: str
    """What the example was taken from; openings of one text stay in one fold."""
    relevant: bool
    values: tuple[float, ...] | None
    """Its features; None where it is settled without a score."""


def examples(factrueval: Path) -> Iterator[Example]:
    """The texts to learn from."""
    for name, relevant in (("cooperation", True), ("other", False)):
        for number, note in enumerate((NOTES / f"{name}.txt").read_text(encoding="utf-8").split("\n===\n")):
            headline, _, body = note.strip().partition("\n")
            yield Example(name, f"{name} {number}", relevant, counted(f"{headline}\n\n{body}"))
    samples = tomllib.loads((ROOT / "samples" / "expected.toml").read_text(encoding="utf-8"))["sample"]
    irrelevant = {sample["file"] for sample in samples if sample.get("irrelevant")}
    for item in gather([ROOT / "samples" / "documents"], Settings()):
        if isinstance(item, Gathered) and item.document.language == "ru":
            name = Path(item.document.source).name
            for opening in openings(item.document.text):
                yield Example("samples", name, name not in irrelevant, counted(opening))
    for path in sorted(factrueval.glob("*.txt")):
        for opening in openings(path.read_text(encoding="utf-8")):
            yield Example("factRuEval", path.name, False, counted(opening))


def openings(text: str) -> Iterator[str]:
    """The whole text, and its first two and first four paragraphs where they say something."""
    paragraphs = [line for line in text.splitlines() if line.strip()]
    for count in sorted({2, 4, len(paragraphs)}):
        opening = "\n\n".join(paragraphs[:count])
        if count == len(paragraphs) or (count < len(paragraphs) and len(opening.split()) >= SHORTEST):
            yield opening


def counted(text: str) -> tuple[float, ...] | None:
    """The features of a text; None where it is settled without a score."""
    document = Document(text=text, source="", language="ru")
    layout = lay_out(text)
    found = features(Context(document, layout, with_seats(find_entities(layout)), ()))
    return None if found is None else astuple(found)


def fit(rows: list[Example]) -> np.ndarray:
    """Weights (bias first) of a logistic regression; every text weighs the same within its class."""
    values, labels = matrix(rows), np.array([row.relevant for row in rows], dtype=float)
    times = Counter(row.text for row in rows)
    weight = np.array([1 / times[row.text] for row in rows])
    for label, share in ((1, SHARE), (0, 1 - SHARE)):
        weight[labels == label] *= share * len(times) / weight[labels == label].sum()
    penalty = PENALTY * np.eye(values.shape[1])
    penalty[0, 0] = 1e-3
    weights = np.zeros(values.shape[1])
    for _ in range(60):
        chance = 1 / (1 + np.exp(-values @ weights))
        gradient = values.T @ (weight * (chance - labels)) + penalty @ weights
        curvature = (values * (weight * chance * (1 - chance))[:, None]).T @ values + penalty
        weights -= np.linalg.solve(curvature, gradient)
    return weights


def matrix(rows: list[Example]) -> np.ndarray:
    return np.array([(1.0, *row.values) for row in rows if row.values is not None])


def cross_validated(rows: list[Example]) -> dict[str, tuple[int, int]]:
    """Source and label → how many examples, and how many of them a fit without their fold gets wrong."""
    wrong: Counter[str] = Counter()
    for fold in range(FOLDS):
        weights = fit([row for row in rows if row.values is not None and _fold(row) != fold])
        for row in rows:
            if _fold(row) == fold:
                passes = row.values is not None and float(np.dot((1.0, *row.values), weights)) > 0
                wrong[_name(row)] += passes != row.relevant
    return {name: (count, wrong[name]) for name, count in Counter(map(_name, rows)).items()}


def _fold(row: Example) -> int:
    return int(hashlib.sha256(row.text.encode()).hexdigest(), 16) % FOLDS


def _name(row: Example) -> str:
    return f"{row.source}, {'relevant' if row.relevant else 'irrelevant'}"


def main() -> int:
    factrueval = Path(sys.argv[1]) if len(sys.argv) > 1 else FACTRUEVAL
    if not factrueval.is_dir():
        print(f"{factrueval} is not there; name the folder of factRuEval's devset")
        return 1
    rows = list(examples(factrueval))
    for name, (count, wrong) in cross_validated(rows).items():
        print(f"{name}: {wrong} of {count} wrong")
    weights = fit([row for row in rows if row.values is not None])
    names = ["bias", *Features.__dataclass_fields__]
    lines = [f"    {weight:.3f},  # {name}" for name, weight in zip(names, weights, strict=True)]
    WEIGHTS.write_text(
        "# Weights of relevance, written by training/fit_relevance.py from training/relevance, the samples and\n"
        "# factRuEval (MIT).\n"
        "weights = [\n" + "\n".join(lines) + "\n]\n",
        encoding="utf-8",
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
