"""Claims of one content, kept up as documents come and go."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from typing import Any, Generic, TypeVar

from pobratim.model.reading import Record
from pobratim.register.claims import Claim, Source
from pobratim.register.table import Table

R = TypeVar("R", bound=Record)
T = TypeVar("T")


def itself(claim: Claim[R]) -> Claim[R]:
    """For whoever wants to know no more of a claim than the claim."""
    return claim


class Grouped(Generic[R, T]):
    """Claims of one type by a key; those without one (None) are left out. ``told`` is what is kept of each."""

    def __init__(
        self, record_type: type[R], key: Callable[[Claim[R]], Hashable | None], told: Callable[[Claim[R]], T]
    ) -> None:
        self._type = record_type
        self._key = key
        self._told = told
        self._keys: Table[str, set[Hashable]] = Table()
        self._claims: Table[Hashable, dict[str, list[T]]] = Table()

    def update(self, sources: Mapping[str, Source | None]) -> set[Any]:
        """Look at these documents anew (None where one is no more); returns the keys of which claims have changed."""
        touched: set[Hashable] = set()
        for document, source in sources.items():
            for key in self._keys.pop(document, ()):
                found = self._claims[key]
                del found[document]
                if not found:
                    del self._claims[key]
                touched.add(key)
            keys: set[Hashable] = set()
            for claim in source.claims.get(self._type, ()) if source else ():
                key = self._key(claim)
                if key is not None:
                    self._claims.setdefault(key, {}).setdefault(document, []).append(self._told(claim))
                    keys.add(key)
            if keys:
                self._keys[document] = keys
            touched |= keys
        return touched

    def claims(self, key: Hashable) -> list[T]:
        """What is kept of the claims of a key, by document and place in it."""
        found = self._claims.get(key, {})
        return [claim for document in sorted(found) for claim in found[document]]
