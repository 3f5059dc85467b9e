"""Who agreed on a road map: the two sides that its heading names."""

from __future__ import annotations

from collections.abc import Iterable

from pobratim.model.document import Document
from pobratim.model.reading import Entity
from pobratim.reading import read_document
from pobratim.register.rows import Place, Register
from pobratim.register.text import normal

_LEVELS = ("city", "region", "country")


def sides_in(title: str) -> tuple[Entity, ...]:
    """The two places that a heading names or whose authorities it names, the nearest of their kind.

    «Дорожная карта … Минска (Республика Беларусь) и Омска» is of two cities; nothing where it names not just two.
    """
    entities = read_document(Document(text=title, source="", language="ru")).entities
    for level in _LEVELS:
        found = tuple(entity for entity in entities if entity.type == level)
        if found:
            return found if len(found) == 2 else ()
    return ()


def parties_of(title: str, register: Register) -> tuple[str, ...]:
    """The ids of these places in the register; nothing where it does not know both."""
    found = [place for entity in sides_in(title) if (place := _row(entity, register.places))]
    return tuple(found) if len(found) == 2 else ()


def same(entity: Entity, other: Entity) -> bool:
    """Whether entities of two readings are one place."""
    if entity.geonames and other.geonames:
        return entity.geonames == other.geonames
    return entity.type == other.type and normal(entity.name) == normal(other.name)


def _row(entity: Entity, places: Iterable[Place]) -> str | None:
    """The row of an entity: by its GeoNames id, else by type and name."""
    fitting = [
        place.id for place in places
        if (entity.geonames and place.geonames == entity.geonames)
        or (place.type == entity.type and normal(place.name) == normal(entity.name))
    ]
    return fitting[0] if fitting else None
