"""The two real documents of the shared gold, scored by the shared scorer (left out where they are not)."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

import pobratim
from pobratim.model.reading import Reading

SHARED = Path(__file__).parents[3] / "shared"
FLOOR = 0.95
"""Of the scorer's overall figure; it may rise, not fall."""

pytestmark = pytest.mark.skipif(not (SHARED / "seeds").is_dir(), reason="../shared is not there")


def _named(path: Path) -> Reading:
    reading = pobratim.read(path.read_text(encoding="utf-8"))
    values = reading.to_dict()
    values["document"]["source"] = path.name
    return Reading.from_dict(values)


def test_the_seeds_are_read_as_their_gold_says(tmp_path: Path) -> None:
    lines = [_named(path).to_json() for path in sorted((SHARED / "seeds").glob("*.txt"))]
    readings = tmp_path / "readings.jsonl"
    readings.write_text("\n".join(lines), encoding="utf-8")
    scorer = [sys.executable, "-B", SHARED / "score" / "score.py", "--json", SHARED / "gold" / "seeds", readings]
    score = json.loads(subprocess.run(scorer, capture_output=True, text=True, check=True).stdout)
    assert score["overall"] >= FLOOR
    assert score["invented_dates"] == 0 and score["without_evidence"] == 0
