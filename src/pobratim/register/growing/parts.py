"""What hangs together is worked out together, apart from all else; only parts that a change touches are done again."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from pobratim.register.table import Table

I = TypeVar("I")  # noqa: E741
O = TypeVar("O")  # noqa: E741


@dataclass(frozen=True, slots=True)
class Redone(Generic[O]):
    """The results that no longer hold, and those that hold now, part by part."""

    gone: list[O]
    new: list[O]


class Parts(Generic[I, O]):
    """Items in parts that nothing links, and what each part gives.

    ``links`` are the keys under which an item hangs together with others, ``linked`` the items under a key; both look
    at what has changed already. ``solve`` gets the items of one part, sorted by their ids.
    """

    def __init__(
        self,
        links: Callable[[str], Iterable[Hashable]],
        linked: Callable[[Hashable], Iterable[str]],
        solve: Callable[[list[I]], O],
    ) -> None:
        self.items: Table[str, I] = Table()
        self._links = links
        self._linked = linked
        self._solve = solve
        self._part_of: Table[str, str] = Table()
        self._members: Table[str, list[str]] = Table()
        """Of parts of more than one item, by the least of them."""
        self._found: Table[str, O] = Table()

    def update(self, changed: Mapping[str, I | None], touched: Iterable[str] = ()) -> Redone[O]:
        """Items that are new, have changed, or are no more (None); ``touched`` are others whose parts to do again."""
        gone: list[O] = []
        loose: set[str] = set()
        for one in (*changed, *touched):
            self._loosen(one, loose, gone)
        for one, item in changed.items():
            if item is None:
                self.items.pop(one, None)
                loose.discard(one)
            else:
                self.items[one] = item
                loose.add(one)
        new = []
        while loose:
            members = self._hanging_together(loose.pop(), loose, gone)
            found = self._solve([self.items[one] for one in members])
            part = members[0]
            self._found[part] = found
            if len(members) > 1:
                self._members[part] = members
                self._part_of.update(dict.fromkeys(members, part))
            new.append(found)
        return Redone(gone, new)

    def found_with(self, one: str) -> O:
        """What the part of an item gives."""
        return self._found[self._part_of.get(one, one)]

    def _loosen(self, one: str, loose: set[str], gone: list[O]) -> None:
        """Take the part of an item, if it is in one, to pieces."""
        part = self._part_of.get(one, one)
        if part in self._found:
            members = self._members.pop(part, None)
            if members is None:
                loose.add(one)
            else:
                loose.update(members)
                for member in members:
                    del self._part_of[member]
            gone.append(self._found.pop(part))

    def _hanging_together(self, start: str, loose: set[str], gone: list[O]) -> list[str]:
        members, waiting = {start}, [start]
        seen: set[Hashable] = set()
        while waiting:
            for key in self._links(waiting.pop()):
                if key in seen:
                    continue
                seen.add(key)
                for other in self._linked(key):
                    if other not in members and other in self.items:
                        self._loosen(other, loose, gone)
                        members.add(other)
                        waiting.append(other)
        loose -= members
        return sorted(members)


def itself(key: Hashable) -> tuple[str]:
    """What stands under a key that is the id of a thing."""
    return (str(key),)
