"""The rows of a register in the making, and which of them a change has touched."""

from __future__ import annotations

from collections.abc import Hashable, Iterable

from pobratim.register.rows import Row
from pobratim.register.table import Table


class Rows:
    """Rows by their ids, each made by an owner: an item, a group of claims, a document."""

    def __init__(self) -> None:
        self.by_id: Table[str, Row] = Table()
        self._owner: Table[str, Hashable] = Table()
        self._owned: Table[Hashable, tuple[str, ...]] = Table()
        self.before: dict[str, Row | None] = {}
        """The rows that have come, changed or gone since `settle`, as they were."""

    def settle(self) -> None:
        """What has changed so far is known."""
        self.before = {}

    def put(self, owner: Hashable, rows: Iterable[Row]) -> None:
        """These are the rows of the owner from now on; without any the owner is no more."""
        made = {row.id: row for row in rows}
        for one in self._owned.pop(owner, ()):
            if one not in made and self._owner.get(one) == owner:
                self._note(one)
                del self.by_id[one], self._owner[one]
        for one, row in made.items():
            if self.by_id.get(one) != row:
                self._note(one)
                self.by_id[one] = row
            self._owner[one] = owner
        if made:
            self._owned[owner] = tuple(made)

    def of(self, owner: Hashable) -> list[Row]:
        """The rows of the owner, in their order."""
        return [self.by_id[one] for one in self._owned.get(owner, ())]

    def _note(self, one: str) -> None:
        self.before.setdefault(one, self.by_id.get(one))

    def changed(self) -> Iterable[tuple[Row | None, Row | None]]:
        """What has changed since `settle`: each row as it was and as it is."""
        for one, before in self.before.items():
            now = self.by_id.get(one)
            if before != now:
                yield before, now
