"""Values that are made again only where what they are made from has changed."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

V = TypeVar("V")


class Kept(Generic[V]):
    """Remembers under each key a value and what it was made from."""

    def __init__(self) -> None:
        self._known: dict[Hashable, tuple[tuple[object, ...], V]] = {}

    def get(self, key: Hashable, given: tuple[object, ...], make: Callable[[], V]) -> V:
        """The value of the key, the same object as long as ``given`` stays equal."""
        known = self._known.get(key)
        if known is None or known[0] != given:
            known = self._known[key] = given, make()
        return known[1]
