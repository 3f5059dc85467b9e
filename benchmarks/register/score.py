"""What was joined against what is one in truth: pairs of mentions and of claims."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.register.telling import Told
from pobratim.register.rows import Register

Sets = Mapping[str, str]
"""By the id of a mention or claim, the row it is in."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs joined, of these rightly, and pairs that are one in truth."""

    joined: int
    right: int
    true: int

    @property
    def precision(self) -> float:
        return self.right / self.joined if self.joined else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.true if self.true else 1.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def pairs(found: Mapping[str, str], truth: Mapping[str, object]) -> Pairs:
    """Of the ids that both know; what no truth stands for (None) is one with nothing."""
    known = [(found[one], one if truth[one] is None else truth[one]) for one in truth if one in found]
    return Pairs(
        joined=_pairs(Counter(row for row, _ in known).values()),
        right=_pairs(Counter(known).values()),
        true=_pairs(Counter(thing for _, thing in known).values()),
    )


def _pairs(sizes: Iterable[int]) -> int:
    return sum(size * (size - 1) // 2 for size in sizes)


@dataclass(frozen=True, slots=True)
class Score:
    """Pairs of people, organizations and happenings, and how many places hold mentions of several levels."""

    people: Pairs
    organizations: Pairs
    happenings: Pairs
    cross_level: int


def score(register: Register, of_mention: Sets, told: Sequence[Told]) -> Score:
    """The register's figures; ``of_mention`` tells the row of each mention."""
    of_claim = {claim: row.id for row in register.happenings for claim in row.claims}
    levels: dict[str, set[str]] = {}
    for one in told:
        for entity, level in one.levels.items():
            row = of_mention.get(f"{one.reading.document.id}#{entity}")
            if row is not None:
                levels.setdefault(row, set()).add(level)
    return Score(
        people=pairs(of_mention, _truth(told, "people")),
        organizations=pairs(of_mention, _truth(told, "bodies")),
        happenings=pairs(of_claim, _truth(told, "deeds")),
        cross_level=sum(len(found) > 1 for found in levels.values()),
    )


def _truth(told: Sequence[Told], what: str) -> dict[str, object]:
    return {
        f"{one.reading.document.id}#{part}": None if thing == -1 else thing
        for one in told
        for part, thing in getattr(one, what).items()
    }
