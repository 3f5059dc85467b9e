"""Records with names in place of ids, so that a test reads like the sentence it is about.

They are all that the rules propose: whether a record is believed is asked of whole documents (`reading/acceptance`).
"""

from __future__ import annotations

from typing import Any, Literal

from pobratim.model.document import Document
from pobratim.model.language import detect
from pobratim.model.reading import Reading, record_to_dict
from pobratim.reading.reader import read_document

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
    basis: Literal["stated"] | None = "stated" if published else None
    document = Document(
        text=text, source="", language=detect(text), published=published, published_basis=basis
    )
    return read_document(document, proposed=True)


def _named(value: Any, names: dict[str, str]) -> Any:
    if isinstance(value, list):
        return sorted(names.get(item, item) for item in value)
    return names.get(value, value)
