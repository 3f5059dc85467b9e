"""Judgements as they come and go: one may be made at several steps, and stands as long as one of them makes it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from pobratim.register.identity import Judgement
from pobratim.register.table import Table


class Tally:
    """How often each judgement is made."""

    def __init__(self) -> None:
        self._times: Table[Judgement, int] = Table()
        self.touched: set[Judgement] = set()
        """Those that are made more or less often since `settle`."""

    def settle(self) -> None:
        """What has changed so far is known."""
        self.touched = set()

    def update(self, gone: Iterable[Judgement], new: Iterable[Judgement]) -> None:
        """Some are no longer made, others are."""
        gone, new = _differing(list(gone), list(new))
        times = Counter(new)
        times.subtract(gone)
        changed = {one: more for one, more in times.items() if more}
        self.touched.update(changed)
        for one, more in changed.items():
            now = self._times.get(one, 0) + more
            if now:
                self._times[one] = now
            else:
                self._times.pop(one, None)

    def __contains__(self, one: Judgement) -> bool:
        return one in self._times

    def all(self) -> Iterable[Judgement]:
        """Each once."""
        return self._times.keys()


def _differing(gone: list[Judgement], new: list[Judgement]) -> tuple[list[Judgement], list[Judgement]]:
    """Without what is the same at the beginnings and the ends: of a part of thousands of mentions one is added."""
    first, most = 0, min(len(gone), len(new))
    while first < most and gone[first] == new[first]:
        first += 1
    last, most = 0, most - first
    while last < most and gone[-1 - last] == new[-1 - last]:
        last += 1
    return gone[first : len(gone) - last], new[first : len(new) - last]
