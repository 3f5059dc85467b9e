"""The probability of each record that the rules propose, and those that are kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from pobratim.model.reading import Entity, Record
from pobratim.reading.acceptance.features import features
from pobratim.reading.acceptance.forest import Forest, load
from pobratim.reading.acceptance.told import Told
from pobratim.reading.confidence import bounded
from pobratim.reading.data import path

THRESHOLDS = {"event": 0.5, "agreement": 0.4}
"""Type → the least probability that is kept. A little higher or lower precision and recall pay each other."""


def accepted(text: str, entities: Sequence[Entity], records: Sequence[Record]) -> list[Record]:
    """The records without those that are rather not there; the confidence of those weighed is their probability."""
    told = Told(text, entities, records)
    chances: dict[int, float] = {}
    for kind in THRESHOLDS:
        numbers = [number for number, record in enumerate(records) if record.type == kind]
        if numbers:
            asked = [features(told, records[number]) or {} for number in numbers]
            chances.update(zip(numbers, _forest(kind).probabilities(asked), strict=True))
    return [
        replace(record, confidence=bounded(chances[number])) if number in chances else record
        for number, record in enumerate(records)
        if number not in chances or chances[number] >= THRESHOLDS[record.type]
    ]


@cache
def _forest(kind: str) -> Forest:
    with path(f"acceptance/{kind}.npz").open("rb") as file:
        return load(file)
