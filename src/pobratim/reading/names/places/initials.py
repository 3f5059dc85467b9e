"""Initials that several lands have: «Глава РБ» in a text from Уфа is no head of Belarus.

Which land is meant is told by what else the text names: the land itself, its towns, its people, its head.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from pobratim.reading.data import load_toml
from pobratim.reading.names.names import Name
from pobratim.reading.names.places.gazetteer import GazetteerPlace, by_id, lookup
from pobratim.reading.names.places.placenames import KNOWN, name_of
from pobratim.reading.text.segments import Layout

_ITSELF = 3
"""What naming the land weighs beside one of its towns or a word of it."""


@dataclass(frozen=True, slots=True)
class _Land:
    place: GazetteerPlace
    words: tuple[str, ...]
    """Dictionary forms that speak of it."""


@dataclass(frozen=True, slots=True)
class _Initials:
    lands: tuple[_Land, ...]
    by: str
    """The name of the land meant where nothing tells; '' for none."""


def told_by_initials(layout: Layout, names: Sequence[Name]) -> list[Name]:
    """The names, with those of initials of several lands for the land that is meant, if any is."""
    known, _ = _table()
    at = [i for initials in known for i in layout.by_lemma.get(initials.lower(), ()) if layout.tokens[i].text in known]
    if not at:
        return list(names)
    others = [name for name in names if not (name.last == name.first + 1 and name.first in at)]
    return [*others, *_meant(layout, others, at)]


def _meant(layout: Layout, names: Sequence[Name], at: Sequence[int]) -> Iterator[Name]:
    known, foreign = _table()
    taken = {i for name in names for i in range(name.first, name.last)}
    for i in at:
        initials, sent = known[layout.tokens[i].text], i > 0 and layout.tokens[i - 1].lemma in foreign
        lands = [one for one in initials.lands if not sent or one.place.type == "country"]
        weights = [_weight(layout, names, one) for one in lands]
        most = max(weights, default=0)
        meant = [one for one, weight in zip(lands, weights, strict=True) if weight == most]
        if not most or len(meant) > 1:
            meant = [one for one in lands if one.place.name == initials.by]
        if meant and i not in taken:
            yield name_of(meant[0].place, i, i + 1, KNOWN)


def _weight(layout: Layout, names: Sequence[Name], land: _Land) -> int:
    """How much the text speaks of the land."""
    words = sum(len(layout.by_lemma.get(word, ())) for word in land.words)
    return words + sum(_share(name, land.place) for name in names)


def _share(name: Name, land: GazetteerPlace) -> int:
    if name.geonames == land.geonames and name.name == land.name:
        return _ITSELF
    if land.type == "country":
        return int(name.country == land.country)
    place = by_id(name.geonames) if name.geonames is not None else None
    return int(place is not None and place.type == "city" and place.admin == land.admin)


@cache
def _table() -> tuple[dict[str, _Initials], frozenset[str]]:
    """Initials → the lands that have them, and the words before the initials of a state."""
    table = load_toml("places/initials.toml")
    found = {}
    for initials, told in table["initials"].items():
        lands = tuple(_Land(_land(one["place"]), tuple(one["words"])) for one in told["places"])
        found[initials] = _Initials(lands, told.get("by", ""))
    return found, frozenset(table["foreign"])


def _land(name: str) -> GazetteerPlace:
    return next(place for place in lookup(name) if place.type in ("country", "region"))
