"""Ties as tables and the map show them: what they are, since when, how busy."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache, partial

from pobratim import storage
from pobratim.model import edtf
from pobratim.register.moment import Moment
from pobratim.register.rows import Register, Stage, Tie
from pobratim.storage import Tied
from pobratim.web.then import register_of, then


@dataclass(frozen=True, slots=True)
class TieLine:
    """One tie in a table."""

    tie: Tie
    sides: tuple[str, str]
    """Its places, the one with more ties first: a city's ties read alike, one under the other."""
    kind: str
    since: str | None
    happenings: int
    """In how many happenings both places took part."""
    documents: int

    @property
    def activity(self) -> int:
        return self.happenings + self.documents


def standing(tie: Tie) -> Stage | None:
    """The stage that holds: of the active ones a twinning goes before a partnership."""
    active = [stage for stage in tie.history if stage.status == "active"]
    return next((stage for stage in active if stage.kind == "twin"), active[-1] if active else None)


def tie_lines(register: Register) -> list[TieLine]:
    """Every tie of the register, the busiest first."""
    shared = _shared_happenings(register)
    counted = (Tied(tie, len(tie.documents), shared[frozenset(tie.parties)]) for tie in register.ties)
    return lines_of(counted, register)


def lines_of(ties: Iterable[Tied], names: Register) -> list[TieLine]:
    """The ties as lines, the busiest first; ``names`` has their places."""
    ties = list(ties)
    ties_of = Counter(party for one in ties for party in one.tie.parties)
    lines = []
    for one in ties:
        stage = standing(one.tie)
        lines.append(
            TieLine(
                one.tie,
                sides=_sides(names, one.tie, ties_of),
                kind=stage.kind if stage else "other",
                since=stage.since if stage else None,
                happenings=one.happenings,
                documents=one.documents,
            )
        )
    return sorted(lines, key=lambda line: (-line.activity, edtf.sort_key(line.tie.last_seen), line.tie.id))


def ties_and_places(moment: Moment) -> tuple[list[TieLine], Register]:
    """Every tie at the moment, the busiest first, and their places. Raises Looking."""
    if not moment:
        return _of_now(storage.derived_from())
    register = register_of(moment)
    return then("ties", moment, None, partial(tie_lines, register)), register


@lru_cache(maxsize=1)
def _of_now(fingerprint: str | None) -> tuple[list[TieLine], Register]:
    """The same for the same register."""
    ties = storage.tied()
    places = Register(places=storage.places_named(party for one in ties for party in one.tie.parties))
    return lines_of(ties, places), places


def _sides(register: Register, tie: Tie, ties_of: Counter[str]) -> tuple[str, str]:
    first, second = sorted(tie.parties, key=lambda party: (-ties_of[party], register.name(party), party))
    return first, second


def _shared_happenings(register: Register) -> Counter[frozenset[str]]:
    """How many happenings each pair of places shares."""
    shared: Counter[frozenset[str]] = Counter()
    for happening in register.happenings:
        parties = sorted(set(happening.parties))
        shared.update(
            frozenset((left, right)) for index, left in enumerate(parties) for right in parties[index + 1 :]
        )
    return shared


forget = _of_now.cache_clear
"""Look anew."""
