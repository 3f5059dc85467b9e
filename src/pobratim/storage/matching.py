"""Needs beside what others have, found once for each derivation of the register."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from pobratim.register.answers import World
from pobratim.register.matching import Match, matches
from pobratim.register.moment import NOW, Moment
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


@lru_cache(maxsize=_REMEMBERED)
def _matched(fingerprint: str | None, moment: Moment) -> tuple[Placed, ...]:
    """The same for the same register."""
    register = whole_register(moment)
    world = World.of(register)
    return tuple(Placed(one, world.sides((one.needer, one.provider))[0]) for one in matches(register))


forget = _matched.cache_clear
"""Find them anew."""
