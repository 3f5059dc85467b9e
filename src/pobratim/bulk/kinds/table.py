"""Parquet: each row is an item, as the JSON object of its columns."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from pobratim.bulk.kinds.files import stamp_of
from pobratim.bulk.pieces import Item, Piece, Source, runs
from pobratim.gather.records import FIELDS
from pobratim.gather.refusal import Unreadable
from pobratim.model.errors import InputError
from pobratim.model.settings import Settings

_AT_ONCE = 32
"""Rows in memory."""


def cut(source: Source, settings: Settings) -> Iterator[Piece | InputError]:
    import pyarrow
    from pyarrow import parquet

    (path,) = source.paths
    try:
        with parquet.ParquetFile(path) as file:
            groups = [file.metadata.row_group(number).num_rows for number in range(file.metadata.num_row_groups)]
            if not _columns(file):
                raise Unreadable("no_fields")
    except (OSError, pyarrow.ArrowException):
        yield Unreadable("broken", kind="файл Parquet").as_error(path)
        return
    except Unreadable as refusal:
        yield refusal.as_error(path)
        return
    share, number = Path(path).stat().st_size // max(1, sum(groups)), 0
    for group, rows in enumerate(groups):
        for run, size in runs((row, share) for row in range(rows)):
            yield Piece(
                kind="table",
                source=source.number,
                number=number,
                paths=source.paths,
                stamp=stamp_of(path),
                first=run[0],
                begins=group,
                count=len(run),
                size=size,
            )
            number += 1


def items(piece: Piece, settings: Settings) -> Iterator[Item | InputError | None]:
    import pyarrow
    from pyarrow import parquet

    (path,) = piece.paths
    try:
        with parquet.ParquetFile(path, pre_buffer=False) as file:
            before = sum(file.metadata.row_group(number).num_rows for number in range(piece.begins))
            rows = _rows(file, piece.begins)
            for place, row in enumerate(islice(rows, piece.first, piece.first + piece.count), start=piece.first):
                data = json.dumps(row, ensure_ascii=False, default=_said).encode()
                yield Item(f"{path}:{before + place + 1}", data, "record")
    except (OSError, pyarrow.ArrowException) as error:
        raise Unreadable("broken", kind="файл Parquet").as_error(path) from error


def _columns(file: Any) -> list[str]:
    """The columns that say something of a document; empty where none has its words."""
    known = [name for names in FIELDS.values() for name in names if name in file.schema_arrow.names]
    return known if {"text", "html"} & set(known) else []


def _rows(file: Any, group: int) -> Iterator[dict[str, Any]]:
    for batch in file.iter_batches(batch_size=_AT_ONCE, row_groups=[group], columns=_columns(file)):
        yield from batch.to_pylist()


def _said(value: Any) -> str:
    """Days and moments as ISO has them, bytes as text."""
    if isinstance(value, bytes):
        return value.decode("utf-8", errors="replace")
    return str(value.isoformat()) if hasattr(value, "isoformat") else str(value)
