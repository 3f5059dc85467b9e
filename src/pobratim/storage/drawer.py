"""The derived register beside its tables, put away so that a new process goes on from it (`register.growing.away`).

A file that may be deleted at any time: it only spares deriving again. Whoever reads or writes it is alone at it.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from pobratim.register.growing.away import Page, Thing

T = TypeVar("T")

FILE = "derived.sqlite3"
_TABLES = """
CREATE TABLE note (name TEXT PRIMARY KEY, value BLOB) WITHOUT ROWID;
CREATE TABLE page (number INTEGER PRIMARY KEY, packed BLOB);
CREATE TABLE thing (number INTEGER PRIMARY KEY, packed BLOB);
"""


class UnreadableError(Exception):
    """The file is not whole: derive anew."""


class FileDrawer:
    """A file with the parts of a register. Its methods raise `UnreadableError`."""

    def __init__(self, path: Path, mark: str) -> None:
        """``mark`` tells of which program the parts are; of another one there are none."""
        self._path = path
        self._mark = mark
        self._file: sqlite3.Connection | None = None
        self._stamp = b""

    def open(self) -> bool:
        """Whether there is a register of this program."""
        if not self._path.exists():
            return False
        self._file = sqlite3.connect(self._path, isolation_level=None, check_same_thread=False)
        self._stamp = self.stamp()
        return bool(self._note("mark") == self._mark.encode())

    def is_current(self) -> bool:
        """Whether nobody has put anything away since it was opened or written here."""
        if not self._path.exists():
            return False
        other = FileDrawer(self._path, self._mark)
        other.open()
        found = other._stamp == self._stamp
        other.close()
        return found

    def close(self) -> None:
        if self._file is not None:
            self._file.close()

    def stamp(self) -> bytes:
        """Another one after each writing."""
        return self._note("stamp")

    def is_worn(self) -> bool:
        """Whether half of the things are such that nothing holds any more."""
        return self.last() > 2 * int(self._note("whole"))

    def root(self) -> bytes:
        return self._note("root")

    def page(self, table: int, page: int) -> bytes:
        return self._blob("SELECT packed FROM page WHERE number = ?", (_number(table, page),))

    def thing(self, number: int) -> bytes:
        return self._blob("SELECT packed FROM thing WHERE number = ?", (number,))

    def last(self) -> int:
        """The highest number of a thing."""
        if self._file is None:
            return 0
        return int(self._asked(lambda file: file.execute("SELECT coalesce(max(number), 0) FROM thing").fetchone()[0]))

    def put(self, root: bytes, pages: Iterable[Page], things: Iterable[Thing]) -> None:
        """Write these; where the file was not opened, they are all of it."""
        if self._file is None:
            self._write_whole(root, pages, things)
        else:
            self._asked(lambda file: self._write(file, root, pages, things))

    def _write_whole(self, root: bytes, pages: Iterable[Page], things: Iterable[Thing]) -> None:
        made = self._path.with_suffix(".new")
        made.unlink(missing_ok=True)
        file = sqlite3.connect(made, isolation_level=None)
        try:
            file.execute("PRAGMA journal_mode = OFF")  # killed before its end it has not got its name
            file.execute("PRAGMA synchronous = OFF")
            file.executescript(_TABLES)
            self._write(file, root, pages, things)
            file.execute("INSERT INTO note SELECT 'whole', coalesce(max(number), 0) FROM thing")
            file.execute("INSERT INTO note VALUES ('mark', ?)", (self._mark.encode(),))
        except BaseException:
            file.close()
            made.unlink()
            raise
        file.close()
        with made.open("rb") as written:
            os.fsync(written.fileno())
        made.replace(self._path)

    def _write(
        self, file: sqlite3.Connection, root: bytes, pages: Iterable[Page], things: Iterable[Thing]
    ) -> None:
        file.execute("BEGIN IMMEDIATE")
        try:
            numbered = ((_number(table, page), packed) for table, page, packed in pages)
            file.executemany("INSERT OR REPLACE INTO page VALUES (?, ?)", numbered)
            file.executemany("INSERT OR REPLACE INTO thing VALUES (?, ?)", things)
            stamp = os.urandom(16)
            file.executemany("INSERT OR REPLACE INTO note VALUES (?, ?)", [("root", root), ("stamp", stamp)])
            file.execute("COMMIT")
        except BaseException:
            with suppress(sqlite3.Error):
                file.execute("ROLLBACK")
            raise
        self._stamp = stamp

    def _note(self, name: str) -> bytes:
        return self._blob("SELECT value FROM note WHERE name = ?", (name,))

    def _blob(self, question: str, values: tuple[object, ...]) -> bytes:
        found = self._asked(lambda file: file.execute(question, values).fetchone())
        if found is None:
            raise UnreadableError(f"{self._path}: {question} {values}")
        blob: bytes = found[0]
        return blob

    def _asked(self, question: Callable[[sqlite3.Connection], T]) -> T:
        assert self._file is not None
        try:
            return question(self._file)
        except sqlite3.Error as error:
            raise UnreadableError(f"{self._path}: {error}") from error


def _number(table: int, page: int) -> int:
    """Of a page among those of all tables."""
    return table << 32 | page
