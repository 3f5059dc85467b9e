"""Lands named by their adjectives and people, in documents that name no place inside them.

«Белорусская делегация» comes, where a town is named beside, mostly from that town; where none is, from Belarus.
"""

from __future__ import annotations

from pobratim.reading.context import Context
from pobratim.reading.names.places.adjectives import place_of_adjective
from pobratim.reading.names.places.inhabitants import place_of_inhabitants


def lands_alone(context: Context) -> dict[str, list[int]]:
    """Id of such a country → where its adjective or its people are told («белорусские артисты», «белорусы»)."""
    places = [entity for entity in context.found.entities if entity.type in {"city", "region"}]
    lands = {entity.id: entity.country for entity in context.found.entities if entity.type == "country"}
    alone = {land for land, code in lands.items() if all(place.country != code for place in places)}
    found: dict[str, list[int]] = {}
    for token in context.layout.tokens if alone else ():
        land = place_of_adjective(context, token) or place_of_inhabitants(context, token)
        if land in alone:
            found.setdefault(land, []).append(token.start)
    return found
