"""The folder of the results: Parquet files of whole pieces, and the manifest that says which pieces are done.

    DIR/manifest.jsonl      what the run is of; then a line for each piece that is done
    DIR/documents/*.parquet  DIR/claims/*.parquet  DIR/errors/*.parquet

A file gets its name when it is whole; the line in the manifest follows when all files of a piece are there. So what a
killed run left is either done or not there.
"""

from __future__ import annotations

import json
import os
import time
import uuid
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from itertools import groupby
from pathlib import Path
from typing import IO, Any

from pobratim.bulk.pieces import Piece
from pobratim.bulk.reading import RELEVANT, Found
from pobratim.bulk.rows import FORMAT, error_row, reading_of, schemas
from pobratim.model.errors import PobratimError, trouble_of_disk
from pobratim.model.reading import Reading

TABLES = ("documents", "claims", "errors")
_MANIFEST = "manifest.jsonl"
_HALF = ".part-"
_OLD = 3600
"""Seconds after which nobody goes on writing a half-written file."""
_AT_ONCE = 64
"""Rows in memory."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """A piece that is done: a line of the manifest."""

    piece: str
    digest: str
    size: int
    documents: int = 0
    relevant: int = 0
    claims: int = 0
    repeated: int = 0
    sifted: int = 0
    errors: int = 0


@dataclass(slots=True)
class Totals:
    """Sums over pieces."""

    pieces: int = 0
    size: int = 0
    documents: int = 0
    relevant: int = 0
    claims: int = 0
    repeated: int = 0
    sifted: int = 0
    errors: int = 0

    def add(self, done: Done, times: int = 1) -> None:
        """Count a piece in, or with -1 out again."""
        self.pieces += times
        for name in ("size", "documents", "relevant", "claims", "repeated", "sifted", "errors"):
            setattr(self, name, getattr(self, name) + times * getattr(done, name))


def write(folder: Path, piece: Piece, found: Found) -> Done:
    """Write the files of a piece, each whole or not at all. Raises OSError."""
    rows = {
        "documents": [document for document, _ in found.documents.values()],
        "claims": [claim for _, claims in found.documents.values() for claim in claims],
        "errors": [error_row(error) for error in found.errors],
    }
    for table, schema in schemas().items():
        path = folder / table / f"{piece.name}.parquet"
        if rows[table]:
            _write(path, rows[table], schema)
        else:
            path.unlink(missing_ok=True)  # of a piece that was another before the input changed
    return Done(
        piece=piece.name,
        digest=piece.digest,
        size=piece.size,
        documents=len(rows["documents"]),
        relevant=sum(row["relevance"] >= RELEVANT for row in rows["documents"]),
        claims=len(rows["claims"]),
        repeated=found.repeated,
        sifted=found.sifted,
        errors=len(found.errors),
    )


def _write(path: Path, rows: list[dict[str, Any]], schema: Any) -> None:
    import pyarrow
    from pyarrow import parquet

    half = path.with_name(f"{_HALF}{uuid.uuid4().hex}")
    try:
        with half.open("wb") as file:
            parquet.write_table(pyarrow.Table.from_pylist(rows, schema), file, compression="zstd")
            file.flush()
            os.fsync(file.fileno())
        half.replace(path)
    finally:
        half.unlink(missing_ok=True)


@dataclass(slots=True)
class Manifest:
    """Which pieces are done. One process writes it; `open_manifest` makes it."""

    folder: Path
    done: dict[str, Done]
    """The pieces that are done by their names."""
    totals: Totals
    _file: IO[bytes] = field(repr=False)

    def has(self, piece: Piece) -> bool:
        """Is this very piece done? One of an input that has changed since is not."""
        before = self.done.get(piece.name)
        return before is not None and before.digest == piece.digest

    def add(self, done: Done) -> None:
        """Keep that a piece is done, its files being there."""
        self._append(asdict(done))
        self._count(done.piece, done)

    def finish(self, seen: set[str] | None) -> None:
        """Keep that nothing is left to do. Pieces that are not ``seen`` any more go, where all there are were seen."""
        for name in self.done.keys() - seen if seen is not None else ():
            for table in TABLES:
                (self.folder / table / f"{name}.parquet").unlink(missing_ok=True)
            self._append({"piece": name, "gone": True})
            self._count(name, None)
        self._append({"finished": True})

    def close(self) -> None:
        self._file.close()

    def _count(self, name: str, done: Done | None) -> None:
        """Let this be what is known of a piece."""
        before = self.done.pop(name, None)
        if before:
            self.totals.add(before, -1)
        if done:
            self.done[name] = done
            self.totals.add(done)

    def _append(self, line: dict[str, Any]) -> None:
        self._file.write(json.dumps(line, ensure_ascii=False).encode() + b"\n")
        self._file.flush()
        os.fsync(self._file.fileno())


def open_manifest(folder: Path, about: dict[str, Any]) -> Manifest:
    """The manifest of a folder, made where there is none. Raises PobratimError where the folder holds another result.

    ``about`` says what the result is of: only the same may be gone on with.
    """
    try:
        for table in TABLES:
            (folder / table).mkdir(parents=True, exist_ok=True)
        _sweep(folder)
        path = folder / _MANIFEST
        if not path.exists() and any((folder / "documents").iterdir()):
            raise PobratimError(f"в папке {folder} есть части, но нет {_MANIFEST}; укажите другую папку")
        told, pieces, _ = _lines(path)
        if told is not None and (differs := [name for name in about if told.get(name) != about[name]]):
            raise PobratimError(
                f"в папке {folder} результат другой работы (иначе: {', '.join(_ABOUT[name] for name in differs)}); "
                "укажите пустую папку или те же входы и параметры"
            )
        file = path.open("ab")
        if path.read_bytes()[-1:] not in (b"", b"\n"):
            file.write(b"\n")  # after half a line of a killed run
    except OSError as error:
        raise PobratimError(f"в папку {folder} не записать ({trouble_of_disk(error)}); укажите другую") from error
    manifest = Manifest(folder, {}, Totals(), file)
    if told is None:
        manifest._append({"format": FORMAT, **about})
    for done in pieces.values():
        manifest._count(done.piece, done)
    return manifest


_ABOUT = {
    "inputs": "входы",
    "places": "папка, из которой они названы",
    "reader": "версия программы чтения",
    "sieve": "--sieve",
    "originals": "--originals",
}


def totals(folder: Path) -> tuple[Totals, bool]:
    """What a folder of results holds, and whether the run that made it came to its end. Raises PobratimError."""
    told, pieces, finished = _lines(folder / _MANIFEST)
    if told is None:
        raise PobratimError(f"в папке {folder} нет результата pobratim bulk; укажите ту, что была в его -o")
    found = Totals()
    for done in pieces.values():
        found.add(done)
    return found, finished


def readings(folder: Path) -> Iterator[tuple[Reading, bytes | None, str]]:
    """Every reading with its original, where that was kept, and its name, in the order of the inputs.

    Raises PobratimError where a file is broken or missing.
    """
    import pyarrow

    _, pieces, _ = _lines(folder / _MANIFEST)
    for name in sorted(name for name, done in pieces.items() if done.documents):
        try:
            yield from _of_piece(folder, name, pieces[name].claims > 0)
        except (OSError, pyarrow.ArrowException, KeyError, ValueError) as error:
            raise PobratimError(
                f"часть {name} в папке {folder} повреждена ({error}); удалите папку и повторите pobratim bulk"
            ) from error


def _of_piece(folder: Path, name: str, has_claims: bool) -> Iterator[tuple[Reading, bytes | None, str]]:
    claims = groupby(_rows(folder / "claims" / f"{name}.parquet") if has_claims else (), lambda row: row["document"])
    document, own = next(claims, (None, ()))
    for row in _rows(folder / "documents" / f"{name}.parquet"):
        if row["id"] == document:
            reading = reading_of(row, own)
            document, own = next(claims, (None, ()))
        else:
            reading = reading_of(row, ())
        yield reading, row["original"], row["name"]


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    from pyarrow import parquet

    with parquet.ParquetFile(path) as file:
        for batch in file.iter_batches(batch_size=_AT_ONCE):
            yield from batch.to_pylist()


def _lines(path: Path) -> tuple[dict[str, Any] | None, dict[str, Done], bool]:
    """What the run is of (None: nothing is there), its pieces by name, and whether it came to its end."""
    about: dict[str, Any] | None = None
    pieces: dict[str, Done] = {}
    finished = False
    for line in path.read_bytes().split(b"\n") if path.exists() else ():
        try:
            values = json.loads(line)
        except ValueError:
            continue  # the last line of a killed run
        finished = "finished" in values
        if "format" in values:
            about = values
        elif "gone" in values:
            pieces.pop(values["piece"], None)
        elif "piece" in values:
            pieces[values["piece"]] = Done(**values)
    if about is not None and about["format"] != FORMAT:
        raise PobratimError(f"{path}: формат {about['format']}, а нужен {FORMAT}; обновите программу")
    return about, pieces, finished


def _sweep(folder: Path) -> None:
    """Remove what killed runs left half-written."""
    for table in TABLES:
        for path in (folder / table).glob(f"{_HALF}*"):
            if time.time() - path.stat().st_mtime > _OLD:
                path.unlink(missing_ok=True)
