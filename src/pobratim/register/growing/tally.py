"""Judgements as they come and go: one may be made at several steps, and stands as long as one of them makes it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from pobratim.register.identity import Judgement


class Tally:
    """How often each judgement is made."""

    def __init__(self) -> None:
        self._times: Counter[Judgement] = Counter()

    def update(self, gone: Iterable[Judgement], new: Iterable[Judgement]) -> None:
        """Some are no longer made, others are."""
        self._times.update(new)
        self._times.subtract(gone)
        for one in gone:
            if self._times[one] == 0:
                del self._times[one]

    def all(self) -> list[Judgement]:
        """Each once, sorted."""
        return sorted(self._times, key=lambda one: (one.left, one.right, one.by, one.judgement))
