"""One at a time, where the register as a whole is changed: its tables, its derivation, its restoring.

Single documents and decisions need none of this: they are transactions, and wait for each other by themselves.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

Waiting = Callable[[], None]
"""Called once when somebody else turns out to be at it."""

_FILE = "lock.sqlite3"
_KEY = 0x706F627261  # «pobra»: the number by which PostgreSQL knows the lock, in each database for itself
_PAUSE = 0.2
"""Seconds between two tries."""


@contextmanager
def alone(waiting: Waiting | None = None) -> Iterator[None]:
    """Only one process (or thread) of all that use this register gets in; the others wait.

    The lock of one that was killed is free at once. Not to be taken again by who holds it.
    """
    from django.db import connection

    take, free = _in_postgresql() if connection.vendor == "postgresql" else _in_file()
    try:
        if not take():
            if waiting:
                waiting()
            while not take():
                time.sleep(_PAUSE)
        yield
    finally:
        free()


def _in_file() -> tuple[Callable[[], bool], Callable[[], None]]:
    """How to try to take the lock of the home, and how to give it back."""
    from django.conf import settings

    lock = sqlite3.connect(Path(settings.POBRATIM_HOME) / _FILE, timeout=0, isolation_level=None)

    def take() -> bool:
        try:
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
                raise
            return False
        return True

    return take, lock.close


def _in_postgresql() -> tuple[Callable[[], bool], Callable[[], None]]:
    """The same for the lock of the database, which its server gives back when we are gone."""
    from django.db import Error, connection

    def ask(question: str) -> bool:
        with connection.cursor() as cursor:
            cursor.execute(question, [_KEY])
            return bool(cursor.fetchone()[0])

    def free() -> None:
        with suppress(Error):  # the connection is gone, and the lock with it
            ask("SELECT pg_advisory_unlock(%s)")

    return lambda: ask("SELECT pg_try_advisory_lock(%s)"), free
