"""Homes: the place that only an adjective names, where it says whose guests they are («тульская делегация», «турецкая
делегация» of a text that names no town of Turkey).

Such a place becomes an entity without mentions, as seats do (`seats`); where no record needs it, it is left out again.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pobratim.model.reading import PLACE_TYPES, Entity
from pobratim.reading.context import Found
from pobratim.reading.names.names import beyond, nationalities
from pobratim.reading.names.places.adjectives import irregular_place, is_made_from, is_ordinary
from pobratim.reading.names.places.gazetteer import GazetteerPlace, lookup
from pobratim.reading.names.places.placenames import place_words
from pobratim.reading.names.places.seats import candidates, implied
from pobratim.reading.text.segments import Layout

_LARGE = 100_000
"""People in a town that its adjective alone tells of."""


def with_homes(found: Found, layout: Layout) -> Found:
    """The same entities, with the homes of guests that nothing else in the text names."""
    entities = list(found.entities)
    for adjective in dict.fromkeys(_adjectives(found, layout)):
        if any(_told_by(adjective, entity) for entity in entities if entity.type in PLACE_TYPES):
            continue
        land = adjective in nationalities()
        place = _country(adjective, entities, layout) if land else _home(adjective)
        if place is not None and all(entity.geonames != place.geonames for entity in entities):
            entities.append(implied(f"e{len(entities) + 1}", place))
    return replace(found, entities=tuple(entities))


def _adjectives(found: Found, layout: Layout) -> Iterator[str]:
    """The adjectives in -ский before «делегация», «школьники» …, that are part of no name."""
    tokens = layout.tokens
    named = {i for mention in found.mentions for i in range(mention.first, mention.last)}
    for i, token in enumerate(tokens[1:], 1):
        before = tokens[i - 1]
        if token.lemma not in place_words("signs", "guests") or before.word is None or i - 1 in named:
            continue
        lemma = next((p.lemma for p in before.word.parses if p.pos == "ADJF"), "")
        if lemma.endswith(("ский", "цкий")) and not is_ordinary(lemma):
            yield lemma


def _told_by(adjective: str, entity: Entity) -> bool:
    return irregular_place(adjective) in (entity.name, *entity.aliases) or is_made_from(adjective, entity.name)


def _home(adjective: str) -> GazetteerPlace | None:
    """The large town that the adjective is made from, else the region."""
    named = irregular_place(adjective)
    names = [named] if named else [] if _is_of_area(adjective) else list(candidates(adjective))
    towns = [p for name in names for p in lookup(name) if p.type == "city" and p.population >= _LARGE]
    if towns:
        return max(towns, key=lambda place: place.population)
    heads = (f"{adjective[:-2]}ая область", f"{adjective} край")
    return next((p for name in heads for p in lookup(name) if p.type == "region"), None)


def _country(adjective: str, entities: list[Entity], layout: Layout) -> GazetteerPlace | None:
    """The country that the adjective is made from, if the text names no place of it but where it was written."""
    country = next((place for place in lookup(irregular_place(adjective) or "") if place.type == "country"), None)
    if country is None or any(e.country == country.country and not _only_sent_from(e, layout) for e in entities):
        return None
    return country


def _only_sent_from(place: Entity, layout: Layout) -> bool:
    """«15 декабря, Минск /Корр. …/»: does the place stand nowhere but before the agency that a text is from?"""
    behind = [layout.text[end : end + 2].lstrip() for _, end in place.mentions]
    return bool(behind) and all(text.startswith("/") for text in behind)


def _is_of_area(adjective: str) -> bool:
    """«уральская», «волжская»: of mountains, waters and wide lands, though a town may have such a name (Уральск)."""
    return any(is_made_from(adjective, area) for area in beyond())
