"""Confidence: how surely each rule speaks, set right by how often it was right.

A rule says with what confidence it speaks, by the judgement of who wrote it. Records of readings that gold was
there for tell how often that came true; `training/fit_confidence.py` learns from them, for each type of record and
each rule, how its log-odds are to be moved, and writes `data/confidence.toml`. What that file does not name stays
as the rule has it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache

from pobratim.model.reading import Record
from pobratim.reading.data import load_toml

_LEAST, _MOST = 0.02, 0.98
"""No record is certain, and none of those kept is certainly wrong."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """How log-odds of confidence are moved: slope · log-odds + shift of the type + shift of the rule."""

    slopes: dict[str, float]
    """By type of record; 1 where a type is not there."""
    shifts: dict[str, float]
    """By type of record and by rule; 0 where one is not there."""

    def of(self, kind: str, rule: str, confidence: float) -> float:
        """The confidence of a record of this type and rule that speaks with ``confidence``, to two digits."""
        moved = self.slopes.get(kind, 1.0) * log_odds(confidence)
        moved += self.shifts.get(kind, 0.0) + self.shifts.get(rule, 0.0)
        return bounded(1 / (1 + math.exp(-moved)))


def bounded(probability: float) -> float:
    """As records have it: to two digits, and never certain."""
    return round(min(_MOST, max(_LEAST, probability)), 2)


def calibrated(record: Record) -> float:
    """The confidence of a record, set right."""
    return _calibration().of(record.type, record.rule, record.confidence)


def log_odds(probability: float) -> float:
    """Of a probability between 0 and 1."""
    return math.log(probability / (1 - probability))


@cache
def _calibration() -> Calibration:
    tables = load_toml("confidence.toml")
    return Calibration(tables["slopes"], {**tables["types"], **tables["rules"]})
