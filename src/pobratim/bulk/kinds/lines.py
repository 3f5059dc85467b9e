"""JSON lines: each line is an object with a text and what is known of it. May be packed with gzip."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from typing import IO

from pobratim.bulk.kinds.files import stamp_of
from pobratim.bulk.pieces import Item, Piece, Source, runs
from pobratim.gather.refusal import Unreadable
from pobratim.model.errors import InputError, trouble_of_disk
from pobratim.model.settings import Settings

_BROKEN = (OSError, EOFError, zlib.error)


def cut(source: Source, settings: Settings) -> Iterator[Piece | InputError]:
    """Pieces of a plain file say where their lines are; those of a packed one hold them."""
    (path,) = source.paths
    stamp, packed = stamp_of(path), path.lower().endswith(".gz")
    failed: list[InputError] = []
    with ExitStack() as opened:
        try:
            raw = opened.enter_context(Path(path).open("rb"))
        except OSError:
            yield Unreadable("no_access").as_error(path)
            return
        file = opened.enter_context(closing(gzip.GzipFile(fileobj=raw))) if packed else raw

        def units() -> Iterator[tuple[tuple[int, int, bytes], int]]:
            position = read = 0
            try:
                for number, (line, length) in enumerate(_lines(file, settings.max_file_bytes), start=1):
                    at = raw.tell() if packed else position + length
                    yield (position, number, line if packed else b""), max(at - read, len(line) if packed else 0)
                    position, read = position + length, at
            except _BROKEN:
                failed.append(Unreadable("broken", kind="файл").as_error(path))

        done = 0
        for number, (run, size) in enumerate(runs(units())):
            reached = raw.tell() if packed else 0
            yield Piece(
                kind="lines",
                source=source.number,
                number=number,
                paths=source.paths,
                stamp=stamp,
                first=run[0][0],
                begins=run[0][1],
                count=len(run),
                size=reached - done if packed else size,
                items=tuple(_item(path, at, line) for _, at, line in run) if packed else (),
            )
            done = reached
    yield from failed


def items(piece: Piece, settings: Settings) -> Iterator[Item | InputError | None]:
    (path,) = piece.paths
    try:
        with Path(path).open("rb") as file:
            file.seek(piece.first)
            lines = _lines(file, settings.max_file_bytes)
            for number, (line, _) in zip(range(piece.begins, piece.begins + piece.count), lines, strict=False):
                yield _item(path, number, line)
    except OSError as error:
        raise Unreadable("busy", detail=trouble_of_disk(error)).as_error(path) from error


def _item(path: str, number: int, line: bytes) -> Item | None:
    return Item(f"{path}:{number}", line, "record") if line.strip() else None


def _lines(file: IO[bytes] | gzip.GzipFile, limit: int) -> Iterator[tuple[bytes, int]]:
    """Each line with its length in bytes; of one longer than ``limit`` only the beginning, too long as well."""
    while line := file.readline(limit + 1):
        length, end = len(line), line.endswith(b"\n")
        while not end and (more := file.readline(limit)):
            length, end = length + len(more), more.endswith(b"\n")
        yield line, length
