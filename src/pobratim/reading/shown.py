"""Whether what a document tells shows that it is about cooperation, where its words leave that in doubt.

A short note of a visit has few words of cooperation and many of states («съездил в Минск и поговорил с президентом»);
that a governor met a president of another land is then surer than the count of words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pobratim.model.reading import PLACE_TYPES, Agreement, Entity, Event, Partnership, Record
from pobratim.reading.names.places.gazetteer import gazetteer

DOUBTFUL = 0.15
"""From this relevance on it is looked at what a document tells."""
_LIKELY = 0.3
"""From this relevance on what is told need not be told surely."""
_SURE = 0.8


def shows_cooperation(records: Iterable[Record], entities: Iterable[Entity], relevance: float) -> bool:
    """Is something told that happened or was agreed between a city or region of one land and another land?

    The less is the relevance by words, the surer it must be. A capital alone stands for its state too often («визит
    премьера в Москву»), but not where its days are held.
    """
    places = {entity.id: entity for entity in entities if entity.type in PLACE_TYPES}
    told = (record for record in records if isinstance(record, Event | Partnership | Agreement))
    return any(
        (record.confidence >= _SURE or (relevance >= _LIKELY and not _is_days(record)))
        and _is_between_lands(record, places)
        for record in told
    )


def _is_days(record: Event | Partnership | Agreement) -> bool:
    return isinstance(record, Event) and record.kind == "days"


def _is_between_lands(record: Event | Partnership | Agreement, places: Mapping[str, Entity]) -> bool:
    sides = [places[one] for one in record.parties if one in places]
    inner = [side for side in sides if side.type != "country"]
    told = inner if _is_days(record) else [side for side in inner if side.name not in gazetteer().capitals]
    return bool(told) and len({side.country for side in sides}) > 1
