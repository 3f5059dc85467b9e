"""WARC and WET, plain or packed: each page that came with success is an item, with its address.

Requests, notes and answers other than 200 are no documents, and neither are pictures, sound and programs.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import IO, Any

from pobratim.bulk.kinds.files import stamp_of
from pobratim.bulk.pieces import Item, Piece, Source, runs
from pobratim.gather.refusal import Unreadable
from pobratim.gather.unpacking import too_large
from pobratim.model.errors import InputError
from pobratim.model.settings import Settings

_Unit = tuple[int, int, "Item | InputError | None"]
"""Bytes to a record, its number, and the item where it has to be held."""
_READ = (
    "text/html",
    "application/xhtml",
    "text/plain",
    "application/pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml",
)
"""Beginnings of content types."""


def cut(source: Source, settings: Settings) -> Iterator[Piece | InputError]:
    """Pieces say where their records are; those of a stream packed as one whole hold them."""
    (path,) = source.paths
    failed: list[InputError] = []
    stamp, total = stamp_of(path), Path(path).stat().st_size
    with Path(path).open("rb") as file:
        packed = not _is_seekable(path)

        def units() -> Iterator[tuple[_Unit, int]]:
            reached = 0
            try:
                for number, record in enumerate(_records(file, http=packed)):
                    at = record.stream_pos
                    item = _item(path, record, settings) if packed else None
                    held = len(item.data or b"") if isinstance(item, Item) else 0
                    yield (at, number, item), max(at - reached, held)
                    reached = at
            except (OSError, ValueError):
                failed.append(Unreadable("broken", kind="файл WARC").as_error(path))

        number = 0
        run: list[_Unit] = []
        for following, _ in runs(units()):
            if run:
                yield _piece(source, stamp, number, run, following[0][0], packed)
                number += 1
            run = following
        if run:
            yield _piece(source, stamp, number, run, total, packed)
    yield from failed


def items(piece: Piece, settings: Settings) -> Iterator[Item | InputError | None]:
    (path,) = piece.paths
    try:
        with Path(path).open("rb") as file:
            file.seek(piece.first)
            for record in islice(_records(file, http=True), piece.count):
                yield _item(path, record, settings)
    except (OSError, ValueError) as error:
        raise Unreadable("broken", kind="файл WARC").as_error(path) from error


def _piece(source: Source, stamp: str, number: int, run: list[_Unit], end: int, packed: bool) -> Piece:
    return Piece(
        kind="warc",
        source=source.number,
        number=number,
        paths=source.paths,
        stamp=stamp,
        first=run[0][0],
        begins=run[0][1],
        count=len(run),
        size=max(0, end - run[0][0]),
        items=tuple(item for _, _, item in run) if packed else (),
    )


def _records(file: IO[bytes], *, http: bool) -> Iterator[Any]:
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    wanted = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
    records = ArchiveIterator(file, record_types=wanted, parse_http=http, auto_decode="all" if http else "none")
    yield from records


def _is_seekable(path: str) -> bool:
    """Can reading begin at any record? Not where the file was packed as one stream."""
    with Path(path).open("rb") as file, suppress(OSError, ValueError):
        first = list(islice(_records(file, http=False), 2))
        if len(first) < 2:
            return True
        file.seek(first[1].stream_pos)
        again = next(_records(file, http=False), None)
        return again is not None and again.record_id == first[1].record_id
    return False


def _item(path: str, record: Any, settings: Settings) -> Item | InputError | None:
    """The body of a record with its address."""
    address = record.headers.get("WARC-Target-URI") or ""
    if record.is_http and record.http_headers is not None and record.http_headers.status_code != 200:
        return None
    kind = (record.http_content_type if record.is_http else record.headers.get("Content-Type")) or ""
    if kind and not kind.lower().startswith(_READ):
        return None
    name = f"{path}/{address}"
    try:
        data = record.reader.read(settings.max_file_bytes + 1)
    except (OSError, ValueError):
        return Unreadable("broken", kind="запись WARC").as_error(name)
    if len(data) > settings.max_file_bytes:
        return too_large(settings).as_error(name)
    return Item(name, data, "page", address) if data else None
