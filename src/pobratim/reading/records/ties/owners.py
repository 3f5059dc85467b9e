"""Several places of which each has twins: «У Омска, Тары и Бреста появились побратимы»."""

from __future__ import annotations

from pobratim.reading.records.rows import row_from
from pobratim.reading.records.scenes import Scene
from pobratim.reading.records.sides.hubs import owns
from pobratim.reading.records.ties.pair import Pair


def owners_in_row(scene: Scene) -> list[str]:
    """«У | Омска, Тары и Бреста | появились побратимы»: those who have some, which are none of each other's."""
    stands = [stand for stand in scene.stands if stand.kind == "place"]
    first = next((number for number, stand in enumerate(stands) if owns(scene, stand)), None)
    return [stand.place for stand in row_from(scene.context, stands[first:])] if first is not None else []


def respectively(scene: Scene, owners: list[str]) -> list[Pair]:
    """«У Омска и Тары есть побратимы: Лида и Брест | соответственно»: each with the one that stands in its place."""
    words = scene.tokens[scene.sentence.first : scene.sentence.last]
    if len(owners) < 2 or not any(token.lower == "соответственно" for token in words):
        return []
    by_id = scene.context.by_id
    named = dict.fromkeys(stand.place for stand in scene.stands if stand.kind == "place")
    others = [place for place in named if place not in owners and by_id[place].type != "country"]
    return [Pair(two) for two in zip(owners, others, strict=True)] if len(owners) == len(others) else []
