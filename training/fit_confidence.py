"""Learn how far the confidence of records can be believed, and write `src/pobratim/reading/data/confidence.toml`.

    python -m training.fit_confidence TEXTS GOLD [TEXTS GOLD ...] [--shared ../shared]

TEXTS are folders of texts, GOLD the folders of what they say (the form of `shared/gold`). Take texts that no rule
was made with in view: on the others rules are right more often than they will be. Only sums over records get into
the file, nothing of a text.

Each record's log-odds are moved by a shift and a slope of its type and a shift of its rule, fitted to whether gold
has the record: logistic regression by Newton's method, with a penalty that holds slopes near 1 and shifts near 0, so
that a rule seen twice hardly moves. Types that acceptance weighs have their probability from it. The map in place is
emptied first, for what is learned from is the rules' own confidence. Printed: the expected calibration error before,
after, and after on documents it was not fitted on.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from benchmarks.quality.calibration import expected_error
from benchmarks.quality.gold import GoldSet, Judged
from pobratim.reading.acceptance.accepting import THRESHOLDS
from pobratim.reading.confidence import Calibration, log_odds

ROOT = Path(__file__).parent.parent
MAP = ROOT / "src" / "pobratim" / "reading" / "data" / "confidence.toml"
SLOPE, TYPE, RULE = 20.0, 1.0, 4.0
"""Penalties: how strongly slopes, shifts of types and shifts of rules are held."""
FOLDS = 5
LEAST = 0.05
"""A shift below this is left out of the file."""


def fit(judged: Sequence[Judged]) -> Calibration:
    """The calibration that these records tell."""
    types, rules = (sorted({getattr(one, name) for one in judged}) for name in ("type", "rule"))
    odds = np.array([log_odds(one.confidence) for one in judged])
    slopes = np.array([[one.type == name for name in types] for one in judged]) * odds[:, None]
    shifts = np.array([[one.type == name for name in types] + [one.rule == name for name in rules] for one in judged])
    rows, right = np.hstack([slopes, shifts]), np.array([one.right for one in judged], dtype=float)
    held = np.array([1.0] * len(types) + [0.0] * (len(types) + len(rules)))
    penalty = np.array([SLOPE] * len(types) + [TYPE] * len(types) + [RULE] * len(rules))
    weights = held.copy()

    def loss(tried: np.ndarray) -> float:
        odds = rows @ tried
        return float(np.logaddexp(0, odds).sum() - odds @ right + penalty @ (tried - held) ** 2 / 2)

    for _ in range(50):
        chance = 1 / (1 + np.exp(-rows @ weights))
        gradient = rows.T @ (chance - right) + penalty * (weights - held)
        curvature = (rows * (chance * (1 - chance))[:, None]).T @ rows + np.diag(penalty)
        step = np.linalg.solve(curvature, gradient)
        while loss(weights - step) > loss(weights) and np.abs(step).max() > 1e-9:
            step /= 2
        weights -= step
    found = dict(zip((*types, *rules), weights[len(types) :].tolist(), strict=True))
    return Calibration(dict(zip(types, weights[: len(types)].tolist(), strict=True)), found)


def cross_validated(judged: Sequence[Judged]) -> list[tuple[float, bool]]:
    """The confidence of each record after a fit without its document, and whether it is right."""
    documents = sorted({one.document for one in judged})
    found = []
    for fold in range(FOLDS):
        out = set(documents[fold::FOLDS])
        kept = [one for one in judged if one.document not in out]
        calibration = fit(kept) if kept else Calibration({}, {})
        found += [(_set_right(calibration, one), one.right) for one in judged if one.document in out]
    return found


def _set_right(calibration: Calibration, one: Judged) -> float:
    return calibration.of(one.type, one.rule, one.confidence)


def written(calibration: Calibration, judged: Sequence[Judged]) -> str:
    """The file: slopes and shifts of types, shifts of the rules that move."""
    lines = [
        "# How the confidence of records is set right, written by training/fit_confidence.py",
        f"# from {len(judged)} records of {len({one.document for one in judged})} readings with gold.",
    ]
    types = {one.type for one in judged}
    tables = {
        "slopes": calibration.slopes,
        "types": {name: shift for name, shift in calibration.shifts.items() if name in types},
        "rules": {name: x for name, x in calibration.shifts.items() if name not in types and abs(x) >= LEAST},
    }
    for title, values in tables.items():
        lines += ["", f"[{title}]", *(f'"{name}" = {value:.2f}' for name, value in sorted(values.items()))]
    return "\n".join(lines) + "\n"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folders", type=Path, nargs="+", metavar="TEXTS GOLD", help="folders in pairs")
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="folder with score/score.py")
    options = parser.parse_args()
    if len(options.folders) % 2:
        parser.error("folders come in pairs: texts and their gold")
    MAP.write_text(written(Calibration({}, {}), []), encoding="utf-8")
    pairs = zip(options.folders[::2], options.folders[1::2], strict=True)
    sets = [GoldSet(str(gold), gold, texts, options.shared / "score/score.py") for texts, gold in pairs]
    judged = [one for gold_set in sets for one in gold_set.judged() if one.type not in THRESHOLDS]
    if not judged:
        print("no records: are the texts there, NAME.txt for each NAME.json?")
        return 1
    calibration = fit(judged)
    MAP.write_text(written(calibration, judged), encoding="utf-8")
    before = [(one.confidence, one.right) for one in judged]
    after = [(_set_right(calibration, one), one.right) for one in judged]
    print(f"{len(judged)} records, {sum(one.right for one in judged) / len(judged):.3f} of them right")
    errors = [expected_error(pairs) for pairs in (before, after, cross_validated(judged))]
    print("expected calibration error: {:.3f} before, {:.3f} after, {:.3f} on documents not fitted on".format(*errors))
    return 0


if __name__ == "__main__":
    sys.exit(main())
