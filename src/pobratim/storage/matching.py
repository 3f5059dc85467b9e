"""Needs beside what others have, found once for each derivation of the register."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from pobratim.register.answers import World
from pobratim.register.decisions import Decision, Told, Tried
from pobratim.register.matching import Match, matches
from pobratim.register.moment import NOW, Moment
from pobratim.register.rows import OfferRow, Organization, Place, Row
from pobratim.register.text import normal
from pobratim.storage.fingerprint import derived_from
from pobratim.storage.moments import whole_register

_REMEMBERED = 4


@dataclass(frozen=True, slots=True)
class Placed:
    """A match, and the places of both sides."""

    match: Match
    places: frozenset[str]


def matched(moment: Moment = NOW) -> tuple[Placed, ...]:
    """All matches of the register as of the moment, the likeliest first."""
    return _matched(derived_from(), moment)


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
def _matched(fingerprint: str | None, moment: Moment) -> tuple[Placed, ...]:
    """The same for the same register."""
    register = whole_register(moment)
    world = World.of(register)
    return tuple(Placed(one, world.sides((one.needer, one.provider))[0]) for one in matches(register))


forget = _matched.cache_clear
"""Find them anew."""
