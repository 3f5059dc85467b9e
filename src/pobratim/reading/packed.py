"""Tables packed by the scripts of ``training/`` into arrays, so that they are there without being taken apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np

from pobratim.reading.data import path


def load(name: str, *wanted: str) -> dict[str, Any]:
    """The arrays of the data file of this name by their own names; all of them, or those ``wanted``."""
    with path(name).open("rb") as file, np.load(file) as arrays:
        return {key: arrays[key] for key in wanted or arrays}


def lines(letters: Any) -> list[str]:
    """The strings that were packed as the bytes of lines."""
    return letters.tobytes().decode().split("\n")  # type: ignore[no-any-return]


def numbered(values: Sequence[str]) -> dict[str, int]:
    """Each string → its number."""
    return dict(zip(values, range(len(values)), strict=True))


class Several:
    """For each number some numbers, in order: ``values[starts[n]:starts[n + 1]]``."""

    def __init__(self, values: Any, starts: Any) -> None:
        self._values = memoryview(values)
        self._starts = memoryview(starts)

    def __getitem__(self, number: int) -> memoryview:
        return self._values[self._starts[number] : self._starts[number + 1]]


def pack_lines(strings: Iterable[object]) -> Any:
    """The bytes that `lines` reads."""
    return np.frombuffer("\n".join(map(str, strings)).encode(), np.uint8)


def pack_several(name: str, rows: Iterable[Sequence[int]]) -> dict[str, Any]:
    """The two arrays that `Several` is made of, under the name and the name with ``_starts``."""
    values: list[int] = []
    starts = [0]
    for row in rows:
        values += row
        starts.append(len(values))
    return {name: np.array(values, np.uint32), f"{name}_starts": np.array(starts, np.uint32)}
