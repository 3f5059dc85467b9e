"""What is found of the same things is found once in an update: rounds of dating differ in few documents."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from typing import Any, TypeVar

T = TypeVar("T")

_MANY = 50
"""Documents that change at once; of more the rounds have little in common that is worth remembering."""


class Once:
    """Remembers what functions give, until the update ends."""

    def __init__(self) -> None:
        self._found: dict[Hashable, tuple[Any, tuple[object, ...]]] = {}
        self._remembers = False

    def begin(self, documents: int) -> None:
        """An update begins that looks at so many documents."""
        self._remembers = documents <= _MANY

    def end(self) -> None:
        self._found.clear()

    def __call__(
        self, function: Callable[..., T], *values: Any, of: Iterable[object], by: Hashable = None
    ) -> T:
        """What the function gives of these values: the same for the same things (``of``, none of which ever changes),
        and what else it asks for is equal (``by``)."""
        if not self._remembers:
            return function(*values)
        things = tuple(of)
        key = (function, by, *map(id, things))
        if key not in self._found:
            self._found[key] = function(*values), things  # kept, so that no other thing gets their ids
        found: T = self._found[key][0]
        return found
