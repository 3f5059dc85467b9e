"""Records with names in place of ids, so that a test reads like the sentence it is about."""

from __future__ import annotations

from typing import Any

import pobratim
from pobratim.model.reading import Reading, record_to_dict

_PLAIN = frozenset({"id", "type", "evidence", "confidence", "rule"})


def facts(text: str, kind: str, *slots: str, published: str | None = None) -> list[tuple[Any, ...]]:
    """The records of one type, each as the values of these slots (entity ids as names, lists sorted)."""
    reading = _read(text, published)
    names = {entity.id: entity.name for entity in reading.entities}
    return [
        tuple(_named(record_to_dict(record)[slot], names) for slot in slots)
        for record in reading.records
        if record.type == kind
    ]


def fact(text: str, kind: str, *slots: str, published: str | None = None) -> tuple[Any, ...]:
    """The one record of that type; fails when there are none or several."""
    found = facts(text, kind, *slots, published=published)
    assert len(found) == 1, f"{len(found)} records of type {kind}: {found}"
    return found[0]


def _read(text: str, published: str | None) -> Reading:
    return pobratim.read(text, published)


def _named(value: Any, names: dict[str, str]) -> Any:
    if isinstance(value, list):
        return sorted(names.get(item, item) for item in value)
    return names.get(value, value)
