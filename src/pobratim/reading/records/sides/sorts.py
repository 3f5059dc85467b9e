"""Sides of one sort: a city signs with a city, and who governs two places signs for that of the other side's sort."""

from __future__ import annotations

from pobratim.reading.records.scenes import Scene


def of_one_sort(scene: Scene, parties: tuple[str, ...]) -> tuple[str, ...]:
    """«мэр Омска и его белорусский коллега», «меморандумы Омска с городами Казахстана»: of a country that stands
    for places of the other side's sort, those that the document names; a city signs with no country."""
    by_id = scene.context.by_id
    kinds = {by_id[place].type for place in parties} - {"country"}
    if kinds == {"city", "region"}:
        return _of_one_level(scene, parties)
    if len(parties) != 2 or len(kinds) != 1:
        return parties
    told = {stand.place for stand in scene.stands if stand.kind == "delegation"}
    near: list[str] = []
    for place in parties:
        inside = _inside(scene, place, *kinds) if kinds == {"city"} or place in told else []
        near += inside if inside and by_id[place].type == "country" else [place]
    return tuple(dict.fromkeys(near))


def _of_one_level(scene: Scene, parties: tuple[str, ...]) -> tuple[str, ...]:
    """«мэр Читы и губернатор Восточного аймака – мэр Чойбалсана»: who governs two places signs for that of the other
    side's sort."""
    by_id, document = scene.context.by_id, scene.stands_of_document
    here = set(scene.people)
    for region in (place for place in parties if by_id[place].type == "region"):
        heads = {post.person for post in document.posts if post.place == region and post.person in here}
        offices = {post.place for post in document.posts if post.person in heads and post.place is not None}
        cities = [place for place in offices if by_id[place].type == "city"]
        others = set(parties) - {region, *cities}
        if len(cities) == len(others) == 1 and {by_id[place].type for place in others} == {"city"}:
            return tuple(dict.fromkeys(cities[0] if side == region else side for side in parties))
    return parties


def _inside(scene: Scene, country: str, kind: str) -> list[str]:
    """The places of that sort in the country that the document is about, where they are one or «городами» are told."""
    by_id = scene.context.by_id
    here = {stand.place for stand in scene.stands if stand.role == "in"}
    inside = [by_id[place] for place in scene.stands_of_document.focus if place not in here]
    fitting = [e.id for e in inside if e.type == kind and e.country == by_id[country].country]
    if len(fitting) == 1:
        return fitting
    words = [token.word for token in scene.tokens[scene.sentence.first : scene.sentence.last] if token.word]
    number = next((n for word in words for n in map(_NUMBERS.get, word.lemmas) if n is not None), None)
    told = scene.with_lemmas(frozenset({"город"})) and number in {None, len(fitting)}
    return fitting if told else []


_NUMBERS = {"два": 2, "три": 3, "четыре": 4, "пять": 5}
