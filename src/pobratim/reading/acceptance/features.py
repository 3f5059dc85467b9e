"""The features of a record: what the questions of its type answer."""

from __future__ import annotations

from pobratim.model.reading import Agreement, Event, Record
from pobratim.reading.acceptance.of_agreements import AGREEMENT_FEATURES
from pobratim.reading.acceptance.of_events import EVENT_FEATURES
from pobratim.reading.acceptance.told import Told


def features(told: Told, record: Record) -> dict[str, float] | None:
    """All answers for one of the document's records, name → value; None of a type that is always believed."""
    if isinstance(record, Event):
        return dict(feature for ask in EVENT_FEATURES for feature in ask(told, record))
    if isinstance(record, Agreement):
        return dict(feature for ask in AGREEMENT_FEATURES for feature in ask(told, record))
    return None
