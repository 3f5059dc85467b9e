"""Rows in memory, chosen by their facets as those of the database are."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Generic, TypeVar

from pobratim.register.facets import Among, Between, Condition, Facets, Lacks
from pobratim.register.rows import Row

R = TypeVar("R", bound=Row)


class Chosen(Generic[R]):
    """Rows in an order; for every value of a facet it is known which of them have it."""

    def __init__(self, rows: Sequence[R], facets: Facets) -> None:
        self._rows = rows
        where: dict[str, dict[str, list[int]]] = {}
        for number, row in enumerate(rows):
            for name, value in facets.of(row):
                where.setdefault(name, {}).setdefault(value, []).append(number)
        self._where = {name: dict(sorted(values.items())) for name, values in where.items()}

    def found(self, conditions: Iterable[Condition]) -> list[R]:
        """Those that meet all conditions, in their order."""
        meeting = [set(self._meeting(condition)) for condition in conditions]
        if not meeting:
            return list(self._rows)
        return [self._rows[number] for number in sorted(set.intersection(*meeting))]

    def values(self, name: str) -> list[str]:
        """All values of a facet, sorted."""
        return list(self._where.get(name, ()))

    def _meeting(self, condition: Condition) -> Iterator[int] | set[int]:
        where = self._where.get(condition.name, {})
        match condition:
            case Among(values=wanted):
                return chain.from_iterable(where.get(value, ()) for value in wanted)
            case Between(first=first, last=last):
                known = list(where)
                within = known[bisect_left(known, first) : bisect_right(known, last)]
                return chain.from_iterable(where[value] for value in within)
            case Lacks():
                return set(range(len(self._rows))).difference(*where.values())
