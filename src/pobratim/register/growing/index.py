"""Keys and what stands under them, and ids that are told apart, both kept up as things come and go."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Set
from typing import Generic, TypeVar

from pobratim.register.table import Table
from pobratim.register.text import digest

K = TypeVar("K", bound=Hashable)

_NONE: frozenset[str] = frozenset()


class Buckets(Generic[K]):
    """Which things stand under a key. Most keys have but one, which stands there without a set."""

    def __init__(self) -> None:
        self._things: Table[K, str | set[str]] = Table()

    def move(self, thing: str, gone: Iterable[K], new: Iterable[K]) -> None:
        """The thing stands no longer under some keys, and under others now."""
        things = self._things
        for key in gone:
            held = things[key]
            if isinstance(held, str):
                del things[key]
            else:
                held.discard(thing)
                if len(held) == 1:
                    things[key] = held.pop()
        for key in new:
            held = things.setdefault(key, thing)
            if not isinstance(held, str):
                held.add(thing)
            elif held != thing:
                things[key] = {held, thing}

    def under(self, key: K) -> Set[str]:
        """The things under the key."""
        held = self._things.get(key, _NONE)
        return frozenset((held,)) if isinstance(held, str) else held

    def gather(self, keys: frozenset[K], into: set[str]) -> None:
        """Add what stands under these keys."""
        for key in self._things.keys() & keys:
            held = self._things[key]
            if isinstance(held, str):
                into.add(held)
            else:
                into |= held


class Index(Generic[K]):
    """Which things stand under a key, and under which keys a thing stands."""

    def __init__(self) -> None:
        self._keys: Table[str, frozenset[K]] = Table()
        self._things: Buckets[K] = Buckets()

    def put(self, thing: str, keys: Iterable[K]) -> None:
        """The thing stands under these keys from now on, and under no others."""
        new, old = frozenset(keys), self._keys.get(thing, frozenset())
        self._things.move(thing, old - new, new - old)
        if new:
            self._keys[thing] = new
        else:
            self._keys.pop(thing, None)

    def under(self, key: K) -> Set[str]:
        """The things under the key."""
        return self._things.under(key)

    def keys(self, thing: str) -> frozenset[K]:
        """The keys of the thing."""
        return self._keys.get(thing, frozenset())


class Naming(Generic[K]):
    """An id for each key, as `pobratim.register.text.distinct_ids` gives them to all at once."""

    def __init__(self) -> None:
        self._wishes: Table[K, tuple[str, object]] = Table()
        self._wished: Table[str, set[K]] = Table()
        self.ids: Table[K, str] = Table()

    def update(self, changed: Mapping[K, tuple[str, object] | None]) -> dict[K, str | None]:
        """Keys with the id they would have and their content, or None where they are no more.

        Returns the keys whose id has come, changed or gone, with the ids that they had.
        """
        looked_at: set[str] = set()
        for key, new in changed.items():
            old = self._wishes.pop(key, None)
            if old is not None:
                self._wished[old[0]].discard(key)
                looked_at.add(old[0])
            if new is not None:
                self._wishes[key] = new
                self._wished.setdefault(new[0], set()).add(key)
                looked_at.add(new[0])
        renamed: dict[K, str | None] = {}
        for key, new in changed.items():
            if new is None and key in self.ids:
                renamed[key] = self.ids.pop(key)
        for wish in looked_at:
            keys = self._wished[wish]
            for key in keys:
                found = wish if len(keys) == 1 else f"{wish}-{digest(self._wishes[key][1])}"
                if self.ids.get(key) != found:
                    renamed[key] = self.ids.get(key)
                    self.ids[key] = found
            if not keys:
                del self._wished[wish]
        return renamed
