"""Tables of which only those pages are taken out that are asked for."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, ItemsView, Iterator, KeysView, Mapping, ValuesView
from dataclasses import fields, is_dataclass
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar
from zlib import crc32

from pobratim.register.table import Table

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")

_MIX = 1_000_003
_ALL = (1 << 64) - 1
_NOWHERE: Any = object()
_UNCHANGING = (str, int, float, bool, type(None), tuple, frozenset)

Entries = dict[int, bytes]
"""What stands on a page: at each place (`place_of`) the keys that belong there with their values, folded."""


class Paged(Table[K, V]):
    """A table that was put away: ``take`` gives the entries of a page, of which there are ``pages``.

    What is looked at, changed or put in has its page taken out first, and its place unfolded; whoever goes through all
    of it unfolds all.
    """

    def __init__(
        self,
        pages: int,
        take: Callable[[int], Entries],
        unfold: Callable[[bytes], Mapping[K, V]],
        away: object = None,
    ) -> None:
        super().__init__()
        self.pages = pages
        self.away = away
        """Where it was put."""
        self._take = take
        self._unfold = unfold
        self._away = set(range(pages))
        self._folded: Entries = {}
        """What is out and nobody has looked at; all else that is out stands in the table itself."""
        self.touched: set[int] = set()
        """The pages that may be otherwise now."""

    def on(self, pages: Collection[int]) -> dict[int, tuple[dict[K, V], Entries]]:
        """What stands on these pages, which are out: what somebody has looked at, and the others, folded."""
        found: dict[int, tuple[dict[K, V], Entries]] = {page: ({}, {}) for page in pages}
        if not found:
            return found
        for key, value in dict.items(self):
            if (page := place_of(key) % self.pages) in found:
                found[page][0][key] = value
        for place, packed in self._folded.items():
            if (page := place % self.pages) in found:
                found[page][1][place] = packed
        return found

    def settle(self) -> None:
        """What has changed so far is put away; only where values can change nobody knows."""
        out = self.on(self.touched)
        self.touched = {page for page, (seen, _) in out.items() if any(map(_changes, seen.values()))}

    def _open(self, place: int) -> None:
        """Take out what stands at a place, and unfold it."""
        page = place % self.pages
        if page in self._away:
            self._away.discard(page)
            self._folded.update(self._take(page))
        packed = self._folded.pop(place, None)
        if packed is not None:
            entries = self._unfold(packed)
            dict.update(self, entries)
            if any(map(_changes, entries.values())):
                self.touched.add(page)

    def _is_there(self, key: K) -> bool:
        """Whether the key, which is not in the table itself, is there once its place is open."""
        if not self._away and not self._folded:
            return False
        self._open(place_of(key))
        return dict.__contains__(self, key)

    def _bring_all(self) -> None:
        for page in list(self._away):
            self._away.discard(page)
            self._folded.update(self._take(page))
        for place in list(self._folded):
            self._open(place)

    def _touch(self, key: K) -> None:
        place = place_of(key)
        self._open(place)
        self.touched.add(place % self.pages)

    def __missing__(self, key: K) -> V:
        if not self._is_there(key):
            raise KeyError(key)
        return dict.__getitem__(self, key)

    def __contains__(self, key: object) -> bool:
        return dict.__contains__(self, key) or self._is_there(key)  # type: ignore[arg-type]

    def get(self, key: K, default: Any = None) -> Any:
        found = dict.get(self, key, _NOWHERE)
        if found is _NOWHERE:
            return dict.__getitem__(self, key) if self._is_there(key) else default
        return found

    def __setitem__(self, key: K, value: V) -> None:
        self._touch(key)
        dict.__setitem__(self, key, value)

    def __delitem__(self, key: K) -> None:
        self._touch(key)
        dict.__delitem__(self, key)

    def pop(self, key: K, *default: Any) -> Any:
        if default and key not in self:
            return default[0]
        found = self[key]
        del self[key]
        return found

    def setdefault(self, key: K, default: Any = None) -> Any:
        if key not in self:
            self[key] = default
        return self[key]

    def update(self, *others: Any, **more: Any) -> None:
        for key, value in dict(*others, **more).items():
            self[key] = value

    def __bool__(self) -> bool:
        while self._away and not (dict.__len__(self) or self._folded):
            page = self._away.pop()
            self._folded.update(self._take(page))
        return bool(dict.__len__(self) or self._folded)

    def __len__(self) -> int:
        self._bring_all()
        return dict.__len__(self)

    def __iter__(self) -> Iterator[K]:
        self._bring_all()
        return dict.__iter__(self)

    def keys(self) -> KeysView[K]:  # type: ignore[override]
        """As a view that asks for what it is held against, and does not go through all."""
        return KeysView(self)

    def values(self) -> ValuesView[V]:  # type: ignore[override]
        return ValuesView(self)

    def items(self) -> ItemsView[K, V]:  # type: ignore[override]
        return ItemsView(self)


def _changes(value: object) -> bool:
    """Whether a value can be changed where it stands."""
    return not isinstance(value, _UNCHANGING) and not is_dataclass(value)


def place_of(key: Any) -> int:
    """A number for a key: the same in every process, and for equal keys. Raises TypeError for what is no such key."""
    if isinstance(key, str):
        return crc32(key.encode())
    if isinstance(key, tuple):
        found = len(key)
        for part in key:
            found = (found * _MIX + place_of(part)) & _ALL
        return found
    if isinstance(key, frozenset):
        return sum(map(place_of, key)) & _ALL
    if key is None:
        return 1
    if isinstance(key, int):
        return key & _ALL
    if isinstance(key, float):
        return place_of(int(key) if key == int(key) else repr(key))
    if isinstance(key, type):
        return place_of(key.__qualname__)
    if is_dataclass(key):
        return place_of(_two_slots(key.__class__)(key))
    raise TypeError(f"no key of a table that is put away: {key!r}")


@cache
def _two_slots(kind: Any) -> attrgetter[Any]:
    """Of what has many slots the first two tell enough to be on different pages."""
    return attrgetter(*[one.name for one in fields(kind)][:2])
