"""Zip archives: each file in them is an item, in the order of their names."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pobratim import gather
from pobratim.bulk.kinds.files import stamp_of
from pobratim.bulk.pieces import Item, Piece, Source, runs
from pobratim.model.errors import InputError
from pobratim.model.settings import Settings


def cut(source: Source, settings: Settings) -> Iterator[Piece | InputError]:
    (path,) = source.paths
    try:
        count = gather.count_packed(Path(path), settings) or 0
    except InputError as error:
        yield error
        return
    share = Path(path).stat().st_size // max(1, count)
    for number, (places, size) in enumerate(runs((place, share) for place in range(count))):
        yield Piece(
            kind="archive",
            source=source.number,
            number=number,
            paths=source.paths,
            stamp=stamp_of(path),
            first=places[0],
            count=len(places),
            size=size,
        )


def items(piece: Piece, settings: Settings) -> Iterator[Item | InputError | None]:
    for found in gather.packed(Path(piece.paths[0]), piece.first, piece.first + piece.count, settings):
        yield found if isinstance(found, InputError) else Item(*found, form="member")
