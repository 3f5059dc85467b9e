"""Needs beside what others have, found once for each derivation of the register."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from pobratim.register.answers import World
from pobratim.register.decisions import Decision, Told, Tried
from pobratim.register.facets import Among, Facets
from pobratim.register.matching import Match, matches
from pobratim.register.moment import NOW, Moment
from pobratim.register.rows import OfferRow, Organization, Place, Register, Row
from pobratim.register.text import normal
from pobratim.storage.choosing import Choice, chosen_ids, count_chosen, values_chosen
from pobratim.storage.fingerprint import derived_from
from pobratim.storage.moments import whole_register
from pobratim.storage.rows import places_named, rows_of_tables

NEWEST = 300
"""Needs that are looked at where no place is asked about."""
_REMEMBERED = 4
_ALL = 1_000_000
_NEEDS = Choice((OfferRow.table,), (Among("sort", frozenset(("need",))),))
_TABLES = ("offers", "commitments", "agreements", "places", "organizations", "ties")
"""What needs are met by, what was tried, and whose all that is; of happenings only `_TOUR`."""
_TOUR = "tour"


@dataclass(frozen=True, slots=True)
class Placed:
    """A match, and the places of both sides."""

    match: Match
    places: frozenset[str]


def matched(moment: Moment = NOW, place: str = "") -> tuple[Placed, ...]:
    """The likeliest matches of the newest needs of the register as of the moment; with a place all of its matches, what
    it needs and what it has. The likeliest come first."""
    return _matched(derived_from(), moment, place)


def count_needs() -> int:
    """How many needs the register knows."""
    return count_chosen(_NEEDS)


def places_of_offers() -> tuple[Place, ...]:
    """The places that need or have something, by their names."""
    found = values_chosen(Choice((OfferRow.table,)), "place", count=_ALL)["place"]
    return tuple(sorted(places_named(one for one, _count in found), key=lambda row: (row.name, row.id)))


def tried_by_hand(need: Row | None, provider: Row | None, decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """Those of the decisions that tell what was tried to have this need met by this provider."""
    if not isinstance(need, OfferRow) or not isinstance(provider, Place | Organization):
        return ()
    names = {normal(name) for name in (provider.name, *provider.aliases)}
    return tuple(
        one for one in decisions
        if isinstance(one.act, Tried) and normal(one.act.provider) in names and _is_need(need, one.act.need)
    )


def _is_need(row: OfferRow, told: Told) -> bool:
    """Whether the row rests on the words in which the need was seen."""
    return any(
        one.document == told.document and one.span[0] < end and start < one.span[1]
        for one in row.evidence for start, end in told.evidence
    )


@lru_cache(maxsize=_REMEMBERED)
def _matched(fingerprint: str | None, moment: Moment, place: str) -> tuple[Placed, ...]:
    """The same for the same register."""
    register = whole_register(moment) if moment else _register(fingerprint)
    needs = None if place else frozenset(_newest_then(register) if moment else chosen_ids(_NEEDS, count=NEWEST))
    world = World.of(register)
    found = matches(register, (place,) if place else None, needs)
    return tuple(Placed(one, world.sides((one.needer, one.provider))[0]) for one in found)


@lru_cache(maxsize=1)
def _register(fingerprint: str | None) -> Register:
    """The part of the register in which matches are found: whoever asks about one place asks about others."""
    return rows_of_tables(*_TABLES, sorts=(_TOUR,))


def _newest_then(register: Register) -> list[str]:
    """The newest needs of a register of another day."""
    facets = Facets(register.by_id)
    days = {row.id: dict(facets.of(row)).get("day", "") for row in register.offers if row.direction == "need"}
    return sorted(days, key=lambda one: (days[one], one), reverse=True)[:NEWEST]


def forget() -> None:
    """Find them anew."""
    _matched.cache_clear()
    _register.cache_clear()
