"""Towns are twins of towns, lands of lands: whether two places are of one level."""

from __future__ import annotations

from pobratim.reading.records.lexicon import listed
from pobratim.reading.records.scenes import Scene


def are_of_one_level(scene: Scene, left: str, right: str) -> bool:
    """«сотрудничество городов-побратимов» means no town and an oblast, whichever two the document is about."""
    return is_wide(scene, left) == is_wide(scene, right)


def are_of_one_city(scene: Scene, left: str, right: str) -> bool:
    """«Ленинский район Бреста» and «Московский район Бреста»: one has no partner at home."""
    known = scene.stands_of_document
    names = [scene.context.by_id[place].name.split() for place in (left, right)]
    return all(known.is_district(place) for place in (left, right)) and names[0][-1] == names[1][-1]


def is_wide(scene: Scene, place: str) -> bool:
    """An oblast or a country; a district is of the level of towns."""
    entity = scene.context.by_id[place]
    return entity.type != "city" and _NARROW.isdisjoint(entity.name.lower().split())


_NARROW = listed("sides", "narrow")
