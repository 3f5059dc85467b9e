"""The reader keeps its floors on every part whose data is there."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from benchmarks.quality.parts import PARTS
from benchmarks.quality.report import Report, fallen
from benchmarks.quality.sources import Sources

SHARED = Path(__file__).resolve().parents[4] / "shared"
DEV_TEXTS = os.environ.get("POBRATIM_DEV_TEXTS")


@pytest.fixture(scope="module")
def sources() -> Sources:
    return Sources(SHARED, Path(DEV_TEXTS) if DEV_TEXTS else None, quick=True)


@pytest.mark.parametrize("part", PARTS)
def test_no_figure_is_below_its_floor(part: str, sources: Sources) -> None:
    report = Report()
    PARTS[part](sources, report)
    if not report.rows:
        pytest.skip("; ".join(report.left_out.values()))
    assert fallen(report) == []
