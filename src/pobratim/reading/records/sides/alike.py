"""A town and the district or okrug around it, told of by turns: one side, under the name its own sentence gives."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from pobratim.model.reading import Entity, Span
from pobratim.reading.records.stands import Stands

_AROUND = frozenset({"район", "округ", "уезд", "муниципалитет", "община", "улус"})
"""Common nouns in the names of what lies around a town and may stand for it; an oblast never does."""


def same_sides(stands: Stands, left: Sequence[str], right: Sequence[str]) -> bool:
    """«Горки и Зерноград», «Горецкий и Зерноградский районы»: the same two sides?"""
    if len(left) != 2 or len(right) != 2:
        return False
    return any(_are_alike(stands, left, order) for order in (right, right[::-1]))


def under_one_name(stands: Stands, told: Sequence[tuple[tuple[str, ...], float]]) -> list[tuple[str, ...]]:
    """Sides and the weight of their telling → for each the same two sides as the weightiest telling names them.

    Two places of one level (two towns, two districts) go before a town and a district.
    """
    weights: dict[tuple[str, ...], float] = {}
    for parties, weight in told:
        weights[parties] = max(weight, weights.get(parties, weight))
    ranked = sorted(weights, key=lambda parties: _rank(stands, parties, weights[parties]), reverse=True)
    names = {one: next((two for two in ranked if same_sides(stands, one, two)), one) for one in weights}
    return [names[parties] for parties, _ in told]


def of_headline(stands: Stands, parties: Sequence[str], told: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """The sides of a headline («хоким Намангана», «в Самаре») as the news names them, where it names one such pair
    (Наманганская, Самарская область): one side the same, the other inside it or around it."""
    fitting = {
        tuple(other)
        for other in told
        if len(other) == len(parties) == 2
        and set(other) != set(parties)
        and any(_overlap(stands, parties, order) for order in (other, other[::-1]))
    }
    return fitting.pop() if len(fitting) == 1 else tuple(parties)


def of_topic(stands: Stands, spans: Sequence[Span]) -> tuple[str, ...]:
    """The two places of «обсуждалось сотрудничество | между городами Омск и Брест», where one pair is told so; else ().
    """
    context = stands.context
    told: dict[frozenset[str], tuple[str, ...]] = {}
    for span in spans:
        words = pairwise(context.tokens_in(*span))
        if not any(noun.word is not None and noun.word.lemmas & _TIES for noun, by in words if by.lower == "между"):
            continue
        places = tuple(dict.fromkeys(stand.place for stand in stands.inside(span) if stand.role == "between"))
        if len(places) == 2:
            told[frozenset(places)] = places
    return next(iter(told.values())) if len(told) == 1 else ()


_TIES = frozenset({"сотрудничество", "связь", "взаимодействие", "отношение", "партнёрство", "партнерство"})


def _overlap(stands: Stands, left: Sequence[str], right: Sequence[str]) -> bool:
    twos = list(zip(left, right, strict=True))
    apart = [two for two in twos if two[0] != two[1]]
    types = {stands.context.by_id[place].type for two in apart for place in two}
    return len(apart) == 1 and types == {"city", "region"} and stands.contain(*apart[0])


def lies_around_town(region: Entity) -> bool:
    """Is it a district, an okrug or a like land that may stand for its town?"""
    return not _AROUND.isdisjoint(region.name.lower().split())


def _rank(stands: Stands, parties: Sequence[str], weight: float) -> tuple[bool, int, float]:
    """Two of one level first, a district of a city («Киевский район Донецка») before the city."""
    return is_level(stands, parties), sum(stands.is_district(place) for place in parties), weight


def _are_alike(stands: Stands, left: Sequence[str], right: Sequence[str]) -> bool:
    """Both by name, or one by name and the other a town and a district of one oblast (Горки, Горецкий район)."""
    twos = list(zip(left, right, strict=True))
    named = [_is_one(stands, *two) for two in twos]
    unnamed = [two for two, one in zip(twos, named, strict=True) if not one]
    return not unnamed or (any(named) and all(_may_be_one(stands, *two) for two in unnamed))


def _may_be_one(stands: Stands, left: str, right: str) -> bool:
    """A town and a district around it whose names begin alike (Горки, Горецкий)."""
    names = [stands.context.by_id[place].name.lower().split() for place in (left, right)]
    around = [not _AROUND.isdisjoint(name) for name in names]
    return around.count(True) == 1 and names[0][0][:3] == names[1][0][:3] and stands.contain(left, right)


def _is_one(stands: Stands, left: str, right: str) -> bool:
    if left == right:
        return True
    around = [stands.context.by_id[place].name.lower().split() for place in (left, right)]
    return any(not _AROUND.isdisjoint(name) for name in around) and stands.same_area(left, right)


def is_level(stands: Stands, parties: Sequence[str]) -> bool:
    """Two towns, or two districts."""
    return len({stands.context.by_id[place].type for place in parties}) == 1
