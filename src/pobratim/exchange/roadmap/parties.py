"""Who agreed on a road map: the places that its heading names."""

from __future__ import annotations

from collections.abc import Iterable

from pobratim.model.document import Document
from pobratim.model.reading import Entity
from pobratim.reading import read_document
from pobratim.register.rows import Place, Register
from pobratim.register.text import normal

_LEVELS = ("city", "region", "country")


def parties_of(title: str, register: Register) -> tuple[str, ...]:
    """The ids of the two places of the register that a heading names, the nearest of their kind.

    «Дорожная карта … Минска (Республика Беларусь) и Омска» is of two cities; nothing where it names not just two.
    """
    entities = read_document(Document(text=title, source="", language="ru")).entities
    for level in _LEVELS:
        found = dict.fromkeys(
            place for entity in entities if entity.type == level and (place := _row(entity, register.places))
        )
        if found:
            return tuple(found) if len(found) == 2 else ()
    return ()


def _row(entity: Entity, places: Iterable[Place]) -> str | None:
    """The row of an entity: by its GeoNames id, else by type and name."""
    fitting = [
        place.id for place in places
        if (entity.geonames and place.geonames == entity.geonames)
        or (place.type == entity.type and normal(place.name) == normal(entity.name))
    ]
    return fitting[0] if fitting else None
