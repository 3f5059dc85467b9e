"""What is too long to be read whole, as a paginator wants it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

T = TypeVar("T")


class Counted(Generic[T]):
    """Items that are counted by one question and read a page at a time by another."""

    def __init__(self, count: Callable[[], int], read: Callable[[int, int], Sequence[T]]) -> None:
        """``read`` is given the first item that is wanted and how many."""
        self._count, self._read = count, read

    def __len__(self) -> int:
        return self._count()

    def __getitem__(self, part: slice) -> Sequence[T]:
        return self._read(part.start, part.stop - part.start)
