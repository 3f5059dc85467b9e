"""What a large input is cut into: sources, pieces of them, and the items of a piece.

A piece is the unit of work: it is done whole by one worker, its results become files of its name, and what a killed run
had finished is told by these names. So the same inputs are always cut in the same way, however many workers there are.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, TypeVar

from pobratim.model.errors import InputError

Kind = Literal["files", "archive", "lines", "table", "warc"]
Form = Literal["file", "member", "record", "page"]
T = TypeVar("T")

MOST = 256
"""Items of a piece: enough that there are not too many files, few enough that little is lost with a killed run."""
MOST_BYTES = 32 * 1024 * 1024
"""Bytes of a piece, all but its last item."""
_FEWEST = 8
_DOUBLINGS = 5
"""8 become 256."""


@dataclass(frozen=True, slots=True)
class Item:
    """One input as it lies in its source, not parsed yet: what parsing does to a worker is then laid to its charge."""

    name: str
    """As the user knows it."""
    data: bytes | None = None
    """None: the file on disk that has this name."""
    form: Form = "file"
    """A file, a file of an archive, a JSON object, or a page (a body that came from an address)."""
    address: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One large file, or a run of ordinary ones, in the order of the inputs."""

    number: int
    kind: Kind
    paths: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Consecutive items of a source, and how to come to them. What ``first`` counts depends on the kind."""

    kind: Kind
    source: int
    number: int
    """In its source."""
    paths: tuple[str, ...]
    stamp: str
    """Sizes and times of change of the files: another file of the same name is another piece."""
    first: int = 0
    """Bytes to the first item (lines, warc), its place in the archive, its row in the row group (table)."""
    begins: int = 0
    """The number of the first item in the source (lines, warc), the number of the row group (table)."""
    count: int
    size: int
    """Bytes of the input that it stands for: they tell how far a run is."""
    items: tuple[Item | InputError | None, ...] = ()
    """The items themselves, where a compressed stream can only be read from its beginning."""

    @property
    def name(self) -> str:
        """Sorted by their names pieces are in the order of the inputs."""
        return f"{self.source:07}-{self.number:07}"

    @property
    def digest(self) -> str:
        """The same for the same items of unchanged files."""
        told = (self.kind, self.paths, self.stamp, self.first, self.begins, self.count)
        return hashlib.sha256(repr(told).encode()).hexdigest()[:32]


def runs(units: Iterable[tuple[T, int]]) -> Iterator[tuple[list[T], int]]:
    """Units with their sizes in bytes → runs of them with theirs; small ones first, so that few are shared too."""
    run: list[T] = []
    number = size = 0
    for unit, bytes_ in units:
        run.append(unit)
        size += bytes_
        if len(run) >= _FEWEST << min(number // _FEWEST, _DOUBLINGS) or size >= MOST_BYTES:
            yield run, size
            run, size, number = [], 0, number + 1
    if run:
        yield run, size
