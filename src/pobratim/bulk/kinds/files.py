"""Ordinary files: each is one item, and may still hold several documents (a letter with its attachments)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pobratim.bulk.pieces import Item, Piece, Source, runs
from pobratim.model.errors import InputError
from pobratim.model.settings import Settings


def cut(source: Source, settings: Settings) -> Iterator[Piece | InputError]:
    for number, (paths, size) in enumerate(runs((path, _size(path)) for path in source.paths)):
        yield Piece(
            kind="files",
            source=source.number,
            number=number,
            paths=tuple(paths),
            stamp=" ".join(map(stamp_of, paths)),
            count=len(paths),
            size=size,
        )


def items(piece: Piece, settings: Settings) -> Iterator[Item | InputError | None]:
    yield from map(Item, piece.paths)


def stamp_of(path: str) -> str:
    """Size and time of change; empty where the file is not to be had (whoever opens it says why)."""
    try:
        told = Path(path).stat()
    except (OSError, ValueError):
        return ""
    return f"{told.st_size}:{told.st_mtime_ns}"


def _size(path: str) -> int:
    return int(stamp_of(path).partition(":")[0] or 0)
