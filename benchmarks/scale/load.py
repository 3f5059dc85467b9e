"""Loading generated claims into the register: documents/s, size on disk, time to derive; in a process of its own."""

from __future__ import annotations

import resource
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.register.telling import tellings
from benchmarks.register.world import world
from pobratim.model.settings import Settings
from pobratim.storage.loading import Read


@dataclass(frozen=True, slots=True)
class Loading:
    """Times are of the processor, and for PostgreSQL of the clock too: its server is another process."""

    documents: int
    claims: int
    cpu_s: float
    wall_s: float
    bytes_: int
    derive_s: float | None
    peak_mib: float


def load(home: Path, database: str | None, count: int, *, derive: bool) -> Loading:
    """Load so many generated documents into the empty register of this home and database."""
    from pobratim import storage

    storage.setup(Settings(home=home, database=database))
    told = list(_readings(count))
    before = _database_size(home)
    cpu, wall = time.process_time(), time.monotonic()
    storage.load(told)
    cpu, wall = time.process_time() - cpu, time.monotonic() - wall
    claims = sum(len(reading.records) for reading, _, _ in told)
    del told
    size, derived = _database_size(home) - before, None
    if derive:
        started = time.process_time()
        storage.derive()
        derived = time.process_time() - started
    return Loading(count, claims, cpu, wall, size, derived, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def _readings(count: int, seed: int = 1) -> Iterator[Read]:
    for one in tellings(world(count, seed), count, seed):
        yield one.reading, None, one.reading.document.source


def _database_size(home: Path) -> int:
    """Bytes that the database takes."""
    from django.db import connection

    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT pg_database_size(current_database())")
            return int(cursor.fetchone()[0])
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return sum(path.stat().st_size for path in home.glob("register.sqlite3*"))
