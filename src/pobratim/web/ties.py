"""Ties as tables and the map show them: what they are, since when, how busy."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from pobratim.model import edtf
from pobratim.register.rows import Register, Stage, Tie


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

    @property
    def activity(self) -> int:
        return self.happenings + len(self.tie.documents)


def standing(tie: Tie) -> Stage | None:
    """The stage that holds: of the active ones a twinning goes before a partnership."""
    active = [stage for stage in tie.history if stage.status == "active"]
    return next((stage for stage in active if stage.kind == "twin"), active[-1] if active else None)


def tie_lines(register: Register) -> list[TieLine]:
    """Every tie of the register, the busiest first."""
    shared = _shared_happenings(register)
    ties_of = Counter(party for tie in register.ties for party in tie.parties)
    lines = []
    for tie in register.ties:
        stage = standing(tie)
        lines.append(
            TieLine(
                tie,
                sides=_sides(register, tie, ties_of),
                kind=stage.kind if stage else "other",
                since=stage.since if stage else None,
                happenings=shared[frozenset(tie.parties)],
            )
        )
    return sorted(lines, key=lambda line: (-line.activity, edtf.sort_key(line.tie.last_seen), line.tie.id))


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
