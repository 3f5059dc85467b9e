"""Fit the weights of relevance and write `src/pobratim/reading/data/relevance_weights.toml`.

    python training/fit_relevance.py [FACTRUEVAL]

Relevant: the project's own press releases (`samples/`), whole and each of their openings, so that short texts
are known too. Irrelevant: the news of factRuEval (MIT; most of them are, a few tell of talks between states and
count as irrelevant by the definition), whole and their openings, and the irrelevant samples. Logistic regression
whose L2 penalty pulls the weights to `PRIOR` (set by hand: most irrelevant texts are settled before a score
is needed, so that too few are left to learn everything from), by Newton's method; deterministic.
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterator
from dataclasses import astuple
from pathlib import Path

import numpy as np

from pobratim.gather import Gathered, gather
from pobratim.model.document import Document
from pobratim.model.settings import Settings
from pobratim.reading.context import Context
from pobratim.reading.dates import find_dates
from pobratim.reading.entities import find_entities
from pobratim.reading.relevance import Features, features
from pobratim.reading.segments import lay_out

ROOT = Path(__file__).parent.parent
FACTRUEVAL = ROOT.parent / "shared" / "data" / "factrueval-devset"
WEIGHTS = ROOT / "src" / "pobratim" / "reading" / "data" / "relevance_weights.toml"
PRIOR = np.array([-4.0, 0.5, 0.6, 1.2, 0.3, 1.5, 1.5, -3.0])
"""Bias, then one weight for each of `Features`."""
PENALTY = 4.0


def examples(factrueval: Path) -> Iterator[tuple[str, bool]]:
    """Texts and whether they are relevant."""
    irrelevant = {
        sample["file"]
        for sample in tomllib.loads((ROOT / "samples" / "expected.toml").read_text(encoding="utf-8"))["sample"]
        if sample.get("irrelevant")
    }
    for item in gather([ROOT / "samples" / "documents"], Settings()):
        if isinstance(item, Gathered) and item.document.language == "ru":
            relevant = Path(item.document.source).name not in irrelevant
            yield from ((text, relevant) for text in openings(item.document.text))
    for path in sorted(factrueval.glob("*.txt")):
        yield from ((text, False) for text in openings(path.read_text(encoding="utf-8")))


def openings(text: str) -> Iterator[str]:
    """The whole text, and its first two and first four paragraphs."""
    paragraphs = [line for line in text.splitlines() if line.strip()]
    for count in (2, 4, len(paragraphs)):
        if count <= len(paragraphs):
            yield "\n\n".join(paragraphs[:count])


def counted(text: str) -> Features | None:
    """The features of a text; None where it is settled without a score."""
    document = Document(text=text, source="", language="ru")
    layout = lay_out(text)
    return features(Context(document, layout, find_entities(layout, document), find_dates(layout, document)))


def fit(values: np.ndarray, labels: np.ndarray) -> np.ndarray:
    """Weights (bias first) of a logistic regression by Newton's method, classes weighted evenly."""
    rows = np.hstack([np.ones((len(values), 1)), values])
    share = labels.mean()
    balance = np.where(labels == 1, 0.5 / share, 0.5 / (1 - share))
    penalty = PENALTY * np.eye(rows.shape[1])
    weights = PRIOR.copy()
    for _ in range(50):
        chance = 1 / (1 + np.exp(-rows @ weights))
        gradient = rows.T @ (balance * (chance - labels)) + penalty @ (weights - PRIOR)
        curvature = (rows * (balance * chance * (1 - chance))[:, None]).T @ rows + penalty
        weights -= np.linalg.solve(curvature, gradient)
    return weights


def main() -> int:
    factrueval = Path(sys.argv[1]) if len(sys.argv) > 1 else FACTRUEVAL
    if not factrueval.is_dir():
        print(f"{factrueval} is not there; name the folder of factRuEval's devset")
        return 1
    pairs = [(counted(text), relevant) for text, relevant in examples(factrueval)]
    scored = [(astuple(found), relevant) for found, relevant in pairs if found is not None]
    values = np.array([row for row, _ in scored], dtype=float)
    labels = np.array([relevant for _, relevant in scored], dtype=float)
    weights = fit(values, labels)
    names = ["bias", *Features.__dataclass_fields__]
    lines = [f"    {weight:.3f},  # {name}" for name, weight in zip(names, weights, strict=True)]
    WEIGHTS.write_text(
        "# Weights of relevance, written by training/fit_relevance.py from the samples and factRuEval (MIT).\n"
        "weights = [\n" + "\n".join(lines) + "\n]\n",
        encoding="utf-8",
    )
    right = ((np.hstack([np.ones((len(values), 1)), values]) @ weights > 0) == labels).mean()
    print(f"{len(pairs)} texts, {len(scored)} of them scored, {right:.3f} of those right")
    return 0


if __name__ == "__main__":
    sys.exit(main())
