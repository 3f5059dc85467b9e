"""Places that the register has no document about, as a plan may name them: those that the gazetteer knows.

Each has the id that its row would have, so that a plan leads to the row as soon as documents tell of the place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from pobratim import storage
from pobratim.reading.names.places.gazetteer import GazetteerPlace, by_id, gazetteer, lookup
from pobratim.register.places import PlaceKey
from pobratim.register.rows import Place

_ID = re.compile(r"geo-(\d{1,9})")
_MUCH_LARGER = 10
"""Times: of two cities of one name people mean the larger, if it is so much larger."""


def exactly(name: str) -> list[Place]:
    """The places that are called just so, or have that id, the likeliest first."""
    if given := _ID.fullmatch(name):
        found = by_id(int(given[1]))
        return [_place(found)] if found else []
    return _likely(lookup(name))


def in_any_case(name: str) -> list[Place]:
    """The places whose name that is in any case form: «Саратова», «Нижнего Новгорода»."""
    words = name.split()
    if len(words) == 1:
        found = [place for _key, place in gazetteer().inflected(words[0])]
    else:
        length, places = gazetteer().phrases(words)
        found = places if length == len(words) else []
    return _likely(sorted(dict.fromkeys(found), key=lambda place: -place.population))


def places(ids: Iterable[str]) -> tuple[Place, ...]:
    """The places with these ids: rows of the register, in brief, else such as the gazetteer has."""
    ids = tuple(dict.fromkeys(ids))
    known = storage.places_named(ids)
    missing = set(ids).difference(row.id for row in known)
    return (*known, *(place for one in ids if one in missing and _ID.fullmatch(one) for place in exactly(one)))


def strangers(ids: Iterable[str]) -> tuple[Place, ...]:
    """Those of these places that the register has no row of."""
    ids = tuple(ids)
    known = {row.id for row in storage.places_named(ids)}
    return tuple(place for place in places(ids) if place.id not in known)


def region_of(place: Place) -> str:
    """The name of the region around a city, as far as the gazetteer knows it."""
    found = by_id(place.geonames) if place.geonames and place.type == "city" else None
    return next((one.name for one in gazetteer().regions(found.admin) if one.name != place.name), "") if found else ""


def _likely(found: list[GazetteerPlace]) -> list[Place]:
    """The first of the kind that comes first, and others of that kind unless it is much larger."""
    known = [place for place in found if place.geonames]
    rest = [place for place in known[1:] if place.type == known[0].type]
    near = [place for place in rest if place.population * _MUCH_LARGER > known[0].population]
    return [_place(place) for place in (*known[:1], *near)]


def _place(found: GazetteerPlace) -> Place:
    return Place(
        id=PlaceKey(found.geonames).row_id,
        type=found.type,  # type: ignore[arg-type]  # the gazetteer has no others
        name=found.name,
        geonames=found.geonames,
        country=found.country or None,
        lat=found.lat,
        lon=found.lon,
    )
