"""Seats: the place an authority governs by its name, named in the text or not.

«Мингорисполком» stands for Minsk and «Гомельский горисполком» for Gomel, whether the text names the
town or not. A place that only its authority implies becomes an entity without mentions.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pobratim.model.reading import PLACE_TYPES, Entity, EntityType, Post, Record
from pobratim.reading.context import Found
from pobratim.reading.names.organizations.known import known_names
from pobratim.reading.names.places.adjectives import irregular_place, is_made_from
from pobratim.reading.names.places.gazetteer import GazetteerPlace, fold, lookup

_ENDINGS = ("ск", "анск", "янск", "инск", "енск", "еск")
_FINAL = ("", "ь", "а", "о", "и", "ы", "я", "е")
_KINDS: tuple[tuple[str, EntityType, str], ...] = (
    ("облисполком", "region", "область"),
    ("облсовет", "region", "область"),
    ("областн", "region", "область"),
    ("райисполком", "region", "район"),
    ("райсовет", "region", "район"),
    ("районн", "region", "район"),
    ("краев", "region", "край"),
    ("горисполком", "city", ""),
    ("горсовет", "city", ""),
    ("городск", "city", ""),
)
"""Part of an authority's name → the type of place it governs, and the word of that place's name."""


def with_seats(found: Found) -> Found:
    """The same entities, with the seats that the names of authorities tell."""
    entities = list(found.entities)
    seats = dict(found.seats)
    for entity in found.entities:
        if entity.type != "organization":
            continue
        district = _district_of_city(entities, entity)
        if district is not None:
            seats[entity.id] = district.id
            continue
        told = next((other for other in found.entities if other.id == seats.get(entity.id)), None)
        wanted = _seat_of(entity) if told is None or told.type == "country" else None  # «… исполком Беларуси»
        if wanted is None:
            continue
        name, kind = wanted
        place = _among(entities, name, kind) or _implied(entities, name, kind)
        if place is not None:
            if place not in entities:
                entities.append(place)
            seats[entity.id] = place.id
    return replace(found, entities=tuple(entities), seats=seats)


def _seat_of(entity: Entity) -> tuple[str, EntityType] | None:
    """The name of the seat (a place's, or an adjective to make one from) and its type."""
    for name in (entity.name, *entity.aliases):
        known = known_names().get(fold(name))
        if known is not None and known.seat:
            return known.seat, _kind_of(known.seat)
    for name in (entity.name, *entity.aliases):
        adjective = fold(name.split()[0])
        if not adjective.endswith(("ский", "ская", "ское", "цкий", "цкая", "цкое")):
            continue
        for part, kind, word in _KINDS:
            if part in name.lower():
                adjective = adjective[:-2] + ("ий" if word != "область" else "ая")
                return (f"{adjective} {word}" if word else adjective), kind
    return None


def _kind_of(seat: str) -> EntityType:
    if seat.endswith(("область", "край", "район")):
        return "region"
    return "country" if any(place.type == "country" for place in lookup(seat)) else "city"


def _district_of_city(entities: list[Entity], authority: Entity) -> Entity | None:
    """«Володарская районная администрация города Брянска» governs that district, where the text names it."""
    first, *rest = fold(authority.name).split()
    if not first.endswith("ская") or not any(word.startswith("районн") for word in rest[:1]):
        return None
    name = f"{first[:-2]}ий район "
    return next((e for e in entities if e.type == "city" and fold(e.name).startswith(name)), None)


def _among(entities: list[Entity], name: str, kind: EntityType) -> Entity | None:
    """The place of the document that has the name, or that the adjective is made from."""
    for entity in entities:
        if entity.type not in PLACE_TYPES or (entity.type == "city") != (kind == "city"):
            continue
        if fold(name) in {fold(form) for form in (entity.name, *entity.aliases)}:
            return entity
        if kind == "city" and name.endswith("кий") and is_made_from(name, entity.name):
            return entity
    return None


def _implied(entities: list[Entity], name: str, kind: EntityType) -> Entity | None:
    """A place that the gazetteer knows: the text's own entity of it, or one without mentions."""
    for candidate in candidates(name):
        fitting = [place for place in lookup(candidate) if place.type == kind]
        if fitting:
            place = max(fitting, key=lambda place: place.population)
            named = next((entity for entity in entities if entity.geonames and entity.geonames == place.geonames), None)
            return named or implied(f"e{len(entities) + 1}", place)
    return None


def candidates(name: str) -> Iterator[str]:
    """«гомельский» → гомельск, гомель, гомельа …: forms that the gazetteer is asked for in turn."""
    if not name.endswith("кий"):
        yield fold(name)
        return
    irregular = irregular_place(name)
    if irregular:
        yield fold(irregular)
    base = name[:-2]
    yield base
    for ending in _ENDINGS:
        if base.endswith(ending):
            yield from (base.removesuffix(ending) + final for final in _FINAL)


def implied(entity_id: str, place: GazetteerPlace) -> Entity:
    """The entity of a place that the text does not name."""
    return Entity(
        id=entity_id, type=place.type, name=place.name, geonames=place.geonames, country=place.country
    )


def without_idle_places(
    entities: tuple[Entity, ...], records: tuple[Record, ...]
) -> tuple[tuple[Entity, ...], tuple[Record, ...]]:
    """Leave out the implied places that only posts speak of: «председатель Гомельского горисполкома» names
    no Gomel, but a meeting that he holds for it makes Gomel a party."""
    unnamed = {entity.id for entity in entities if not entity.mentions}
    used = {
        item
        for record in records
        if not isinstance(record, Post)
        for slot in _REFERRING
        for item in _items(getattr(record, slot, None))
    }
    idle = unnamed - used
    if not idle:
        return entities, records
    kept = tuple(
        replace(record, place=None) if isinstance(record, Post) and record.place in idle else record
        for record in records
    )
    return tuple(entity for entity in entities if entity.id not in idle), kept


_REFERRING = ("parties", "place", "actors", "from_", "to")


def _items(value: object) -> tuple[object, ...]:
    return value if isinstance(value, tuple) else (value,)
