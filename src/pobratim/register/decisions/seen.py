"""Claims and entities as a person saw them when deciding, and the same in what a newer reader makes of the text.

Ids of records and entities are those of one reading; a decision outlives it. So it keeps what the person saw: the
record with the names of what it speaks of, or the name of the entity; and it is found again by these.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from pobratim.model.reading import PLACE_TYPES, Entity, Reading, Record, Span, record_from_dict, record_to_dict
from pobratim.register.text import normal

_SAME = 0.5
"""How much of what two records name must agree for them to be one and the same to a person."""
_NO_SLOT = frozenset({"id", "evidence", "confidence"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """An entity of a document, by its type and name."""

    document: str
    type: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A record of a document: its type, its sentences and its slots, entities by type and name."""

    document: str
    type: str
    evidence: tuple[Span, ...]
    slots: Mapping[str, Any]


Seen: TypeAlias = Thing | Told


def seen_thing(reading: Reading, entity: Entity) -> Thing:
    """The entity as a person sees it."""
    return Thing(document=reading.document.id, type=entity.type, name=entity.name)


def seen_claim(reading: Reading, record: Record) -> Told:
    """The record as a person sees it."""
    entities = {entity.id: entity for entity in reading.entities}
    slots = {name: _named(value, entities) for name, value in record_to_dict(record).items() if name not in _NO_SLOT}
    del slots["type"]
    return Told(document=reading.document.id, type=record.type, evidence=record.evidence, slots=slots)


def find_thing(reading: Reading, thing: Thing) -> Entity | None:
    """The entity of that kind which goes by the name; the one that has it for its own before one that has it beside."""
    kinds = PLACE_TYPES if thing.type in PLACE_TYPES else {thing.type}
    found = [
        (normal(entity.name) != normal(thing.name), entity.type != thing.type, entity.id, entity)
        for entity in reading.entities
        if entity.type in kinds
        and normal(thing.name) in {normal(name) for name in (entity.name, *entity.aliases)}
    ]
    return min(found, key=lambda one: one[:3])[3] if found else None


def find_record(reading: Reading, told: Told) -> Record | None:
    """The record of that type and kind whose sentences overlap and which names most of the same."""
    best: tuple[float, str, Record] | None = None
    for record in reading.records:
        if record.type != told.type or not _overlap(record.evidence, told.evidence):
            continue
        likeness = _likeness(seen_claim(reading, record).slots, told.slots)
        if likeness >= _SAME and (best is None or (-likeness, record.id) < best[:2]):
            best = (-likeness, record.id, record)
    return best[2] if best else None


def stated(reading: Reading, told: Told, record_id: str) -> tuple[Reading, Record]:
    """What was told as a record of the reading, which gets the entities it lacks."""
    slots = {}
    for name, value in told.slots.items():
        reading, slots[name] = placed(reading, value)
    common = {"id": record_id, "type": told.type, "evidence": [list(span) for span in told.evidence], "confidence": 1.0}
    return reading, record_from_dict({**slots, **common})


def placed(reading: Reading, value: Any) -> tuple[Reading, Any]:
    """A value of a slot, with ids of entities where it names any (``{"type": …, "name": …}``), added where needed."""
    if isinstance(value, list | tuple):
        ids = []
        for item in value:
            reading, found = placed(reading, item)
            ids.append(found)
        return reading, ids
    if not isinstance(value, Mapping):
        return reading, value
    thing = Thing(document=reading.document.id, type=value["type"], name=value["name"])
    entity = find_thing(reading, thing)
    if entity is None:
        entity = Entity(
            id=_free_id(reading),
            type=value["type"],
            name=value["name"],
            geonames=value.get("geonames"),
            country=value.get("country"),
        )
        reading = replace(reading, entities=(*reading.entities, entity))
    return reading, entity.id


def _free_id(reading: Reading) -> str:
    taken = {entity.id for entity in reading.entities}
    number = len(taken) + 1
    while f"e{number}" in taken:
        number += 1
    return f"e{number}"


def _named(value: Any, entities: Mapping[str, Entity]) -> Any:
    if isinstance(value, list | tuple):
        return [_named(item, entities) for item in value]
    entity = entities.get(value) if isinstance(value, str) else None
    if entity is None:
        return value
    link = {"geonames": entity.geonames, "country": entity.country}
    return {"type": entity.type, "name": entity.name, **{key: found for key, found in link.items() if found}}


def _overlap(a: tuple[Span, ...], b: tuple[Span, ...]) -> bool:
    return any(first < other_last and other_first < last for first, last in a for other_first, other_last in b)


def _likeness(a: Mapping[str, Any], b: Mapping[str, Any]) -> float:
    """Of what both name together, the part that both name; 0 where they are of different kinds."""
    if a.get("kind") != b.get("kind"):
        return 0.0
    ours, theirs = set(_words_of(a)), set(_words_of(b))
    return len(ours & theirs) / len(ours | theirs) if ours | theirs else 1.0


def _words_of(slots: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """What tells a record from others of its kind: the names in it, or its words where it names nobody."""
    for slot, value in slots.items():
        for item in value if isinstance(value, list | tuple) else (value,):
            if isinstance(item, Mapping):
                yield "name", normal(item["name"])
            elif slot in ("title", "item", "action", "metric", "topic", "span"):
                yield slot, normal(str(item))
