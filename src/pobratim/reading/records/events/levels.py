"""Of which level a side is: whether people called by a land or a town stand for it or for a place in or around it.

What the text says decides, in this order: by what name it called the same people before, for which land an official
of theirs acts, which one place of the land it is about; else they stand for the place that they are called by.
"""

from __future__ import annotations

from itertools import pairwise

from pobratim.reading.names.places.adjectives import is_made_from
from pobratim.reading.records.rows import row_from
from pobratim.reading.records.scenes import Scene
from pobratim.reading.records.sides.alike import lies_around_town
from pobratim.reading.records.stand import Stand


def nearer(scene: Scene, stand: Stand) -> str:
    """Whom «китайская делегация», «китайцы», «омская делегация» mean, in a document about them."""
    if stand.kind != "delegation":
        return stand.place
    if scene.context.by_id[stand.place].type == "country":
        return _in_land(scene, stand)
    by_adjective = not scene.context.places_in(stand.start, stand.end)
    if scene.context.by_id[stand.place].type == "city" and by_adjective:
        return _called_before(scene, stand) or _around(scene, stand.place) or stand.place
    return stand.place


def governed(scene: Scene) -> frozenset[str]:
    """Oblasts and the like for which somebody stands here by office: whose side they are, whatever town of theirs a
    journey went to."""
    by_id = scene.context.by_id
    lands = {s.place for s in scene.stands if s.kind == "person" and by_id[s.place].type == "region"}
    return frozenset(land for land in lands if not lies_around_town(by_id[land]))


# ---------------------------------------------------------------- called by a land


def _in_land(scene: Scene, stand: Stand) -> str:
    """«китайская делегация»: the one place of China the document is about, or China."""
    row = _row_of_countries(scene, stand)
    inner = [_inside(scene, other, stand.start) for other in row]
    return str(inner[row.index(stand.place)]) if all(inner) else stand.place


def _inside(scene: Scene, country: str, position: int) -> str | None:
    """The one place of the country that the document is about; not the stage of something told later, and none where
    an official acts for the country itself and nobody for the place."""
    known = scene.stands_of_document
    code = scene.context.by_id[country].country
    inner = [place for place in known.focus if place != country and known.country_of(place) == code]
    later = {stand.place for stand in known.all if stand.role == "in" and stand.start > position}
    inner = [p for p in inner if p in known.acting and (p not in later or any(_is_apart(s, p) for s in known.all))]
    if _is_represented(scene, country) and not any(_sends(scene, place) for place in inner):
        return None
    distinct = [p for p in inner if not any(known.contain(p, q) for q in inner[: inner.index(p)])]
    return distinct[0] if len(distinct) == 1 else None


def _is_apart(stand: Stand, place: str) -> bool:
    return stand.place == place and stand.role != "in"


def _is_represented(scene: Scene, land: str) -> bool:
    """Does a named official stand for the land itself?"""
    told = (s for s in scene.stands_of_document.all if s.place == land)
    return any(stand.kind == "person" and stand.entity is not None for stand in told)


def _sends(scene: Scene, place: str) -> bool:
    """Do people or authorities stand for the place?"""
    return any(s.place == place and s.kind != "place" for s in scene.stands_of_document.all)


def _row_of_countries(scene: Scene, stand: Stand) -> list[str]:
    """«делегации из Болгарии | и Словакии»: those of a row are of one level; the country alone where it is in none."""
    by_id = scene.context.by_id
    row = [stand.place]
    for left, right in pairwise(scene.stands):
        countries = by_id[left.place].type == by_id[right.place].type == "country" and left.place != right.place
        if countries and stand in (left, right) and len(row_from(scene.context, [left, right])) > 1:
            row += [left.place if right is stand else right.place]
    return row


# ---------------------------------------------------------------- called by a town


def _called_before(scene: Scene, stand: Stand) -> str | None:
    """«(Прибыла делегация Омской области.) | Омские гости»: the name by which the text called the same people last."""
    context = scene.context
    words = [token.word for token in context.tokens_in(stand.start, stand.end) if token.word is not None]
    said = [parse.lemma for word in words for parse in word.parses if parse.pos == "ADJF"]
    for before in reversed(scene.stands_of_document.all):
        by_name = before.kind == "delegation" and bool(context.places_in(before.start, before.end))
        if before.start >= stand.start or not by_name or context.is_title(context.sentence_at(before.start)):
            continue
        place = context.by_id[before.place]
        if place.id == stand.place or (place.type == "region" and any(is_made_from(one, place.name) for one in said)):
            return place.id
    return None


def _around(scene: Scene, city: str) -> str | None:
    """«пермяки», «пермская делегация» in a document about Пермский край: the land, if it is not about the city."""
    known = scene.stands_of_document
    lands = [p for p in known.pair if scene.context.by_id[p].type == "region" and known.same_area(p, city)]
    return lands[0] if lands and city not in known.pair else None
