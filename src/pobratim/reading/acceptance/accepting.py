"""The probability of each event that the rules propose, and those that are kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from pobratim.model.reading import Entity, Event, Record
from pobratim.reading.acceptance.features import Told, features
from pobratim.reading.acceptance.forest import Forest, load
from pobratim.reading.data import path

_RATHER = 0.5
"""An event less probable than this is rather not there."""
_LEAST, _MOST = 0.02, 0.98
"""No record is certain."""


def accepted(text: str, entities: Sequence[Entity], records: Sequence[Record]) -> list[Record]:
    """The records without the events that are rather not there; the others' confidence is their probability."""
    told = Told(text, entities, records)
    if not told.events:
        return list(records)
    chances = _forest().probabilities([features(told, event) for event in told.events])
    by_event = dict(zip(map(id, told.events), chances, strict=True))
    kept: list[Record] = []
    for record in records:
        if isinstance(record, Event):
            chance = by_event[id(record)]
            if chance < _RATHER:
                continue
            record = replace(record, confidence=round(min(_MOST, max(_LEAST, chance)), 2))
        kept.append(record)
    return kept


@cache
def _forest() -> Forest:
    with path("acceptance.npz").open("rb") as file:
        return load(file)
