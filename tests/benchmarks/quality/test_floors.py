"""The reader keeps its floors on every part whose data is there."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.quality.parts import PARTS, Sources
from benchmarks.quality.report import Report, fallen

SHARED = Path(__file__).resolve().parents[4] / "shared"


@pytest.fixture(scope="module")
def sources() -> Sources:
    return Sources(SHARED, quick=True)


@pytest.mark.parametrize("part", PARTS)
def test_no_figure_is_below_its_floor(part: str, sources: Sources) -> None:
    report = Report()
    PARTS[part](sources, report)
    if not report.rows:
        pytest.skip(report.left_out[part])
    assert fallen(report) == []
