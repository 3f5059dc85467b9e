"""From what the user names to sources and pieces, and from a piece to its items."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from types import ModuleType

from pobratim import gather
from pobratim.bulk.kinds import archive, files, lines, table, warc
from pobratim.bulk.pieces import Item, Kind, Piece, Source
from pobratim.model.errors import InputError
from pobratim.model.settings import Settings

_KINDS: dict[Kind, ModuleType] = {"files": files, "archive": archive, "lines": lines, "table": table, "warc": warc}
_ENDINGS: dict[Kind, tuple[str, ...]] = {
    "lines": (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz"),
    "table": (".parquet",),
    "warc": (".warc", ".wet", ".warc.gz", ".wet.gz", ".warc.zst", ".wet.zst"),
}
"""What the bytes do not tell. All else is a zip archive or an ordinary file."""
_MOST_FILES = 10_000
"""Of a source: a folder may hold more than there is memory for their names."""


def sources(inputs: Iterable[str | Path], settings: Settings) -> Iterator[Source | InputError]:
    """The sources of all inputs in their order, and an error for each input that is not to be had."""
    number = 0
    run: list[str] = []
    for found in gather.files(inputs):
        kind = None if isinstance(found, InputError) else _kind(found, settings)
        if run and (kind != "files" or len(run) == _MOST_FILES):
            yield Source(number=number, kind="files", paths=tuple(run))
            number, run = number + 1, []
        if isinstance(found, InputError):
            yield found
        elif kind == "files":
            run.append(str(found))
        elif kind:
            yield Source(number=number, kind=kind, paths=(str(found),))
            number += 1
    if run:
        yield Source(number=number, kind="files", paths=tuple(run))


def size(inputs: Iterable[str | Path]) -> int:
    """Bytes of all files of the inputs."""
    total = 0
    for found in gather.files(inputs):
        if not isinstance(found, InputError):
            total += int(files.stamp_of(str(found)).partition(":")[0] or 0)
    return total


def cut(source: Source, settings: Settings) -> Iterator[Piece | InputError]:
    """The pieces of a source, always the same as long as its files are."""
    yield from _KINDS[source.kind].cut(source, settings)


def items(piece: Piece, settings: Settings) -> Iterator[Item | InputError | None]:
    """The items of a piece (`pobratim.bulk.kinds`). Raises InputError where nothing further can be had."""
    yield from piece.items or _KINDS[piece.kind].items(piece, settings)


def _kind(path: Path, settings: Settings) -> Kind:
    name = path.name.lower()
    for kind, endings in _ENDINGS.items():
        if name.endswith(endings):
            return kind
    try:
        return "files" if gather.count_packed(path, settings) is None else "archive"
    except InputError:
        return "files"  # whoever reads it says what is wrong
