"""What this process has derived, so that it can go on from there, and what has been kept in the tables since."""

from __future__ import annotations

import gc
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from pobratim.model.reading import Reading
from pobratim.register.decisions import Decision
from pobratim.register.growing import Growing
from pobratim.register.growing.away import Away
from pobratim.register.table import Table
from pobratim.storage import sql
from pobratim.storage.claims import as_reading, current_readings, kept_lately
from pobratim.storage.decisions import standing_decisions, standing_numbers
from pobratim.storage.drawer import FileDrawer

_ALL = 1 << 256
_MANY = 10_000
"""Rows of a register that takes time to be looked through for garbage."""


@dataclass(frozen=True, slots=True)
class Stand:
    """How far the readings have come, none of which is ever changed or erased: how many, and the last."""

    readings: int
    last: int

    @classmethod
    def of(cls, written: str) -> Stand | None:
        """The stand with which such a text begins; None where none is written."""
        found = re.match(r"(\d+) (\d+) ", written)
        return cls(int(found[1]), int(found[2])) if found else None

    def __str__(self) -> str:
        return f"{self.readings} {self.last}"


@dataclass(frozen=True, slots=True)
class PutAway:
    """A register in a file, and what of it is out."""

    drawer: FileDrawer
    away: Away


@dataclass
class Kept:
    """A derived register, and the readings it is from."""

    stand: Stand
    digests: Table[str, str]
    """Of the current readings, by document."""
    growing: Growing
    sum_of_digests: int
    """Does not depend on their order, and follows from the one before with every change."""
    fingerprint: str | None = None
    put_away: PutAway | None = None
    """Where it was taken out."""
    changes: int = 0
    """Since this process has it."""
    _decisions: Sequence[Decision] = ()

    @classmethod
    def of(cls, stand: Stand, digests: Mapping[str, str], growing: Growing) -> Kept:
        """What was derived from readings of these digests."""
        return cls(stand, Table(digests), growing, sum_of(digests.values()))

    def decisions(self) -> Sequence[Decision]:
        """Those that hold now; none ever changes, so they are read where others do."""
        if [one.number for one in self._decisions] != standing_numbers():
            self._decisions = standing_decisions()
        return self._decisions

    def put(self, document: str, digest: str) -> None:
        """The document is read anew."""
        before = self.digests.get(document, "0")
        self.digests[document] = digest
        self.sum_of_digests = (self.sum_of_digests + int(digest, 16) - int(before, 16)) % _ALL


def sum_of(digests: Iterable[str]) -> int:
    """The same in whatever order they come."""
    return sum(int(digest, 16) for digest in digests) % _ALL


_known: dict[tuple[object, ...], Kept] = {}
"""By the register in use; at most one, which may be large."""


def keep(known: Kept) -> None:
    """Remember what was derived of the register in use."""
    _known.clear()
    _known[_register_in_use()] = known
    if known.put_away is None and len(known.growing.rows) >= _MANY:
        gc.freeze()  # it stays: to look through it for garbage takes seconds, and none is there


@contextmanager
def nothing_thrown_away() -> Iterator[None]:
    """Derives from nothing without looking for garbage in cycles, of which there is none that counts."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def take() -> Kept | None:
    """What was derived of the register in use, if this process did; forgotten until it is kept again.

    Whoever fails half-way so leaves nothing half-done behind.
    """
    known = _known.pop(_register_in_use(), None)
    if known is None or (known.put_away and not known.put_away.drawer.is_current()):  # another process has gone on
        forget()
        return None
    return known


def forget() -> None:
    """Derive anew."""
    _known.clear()
    if gc.get_freeze_count():
        gc.unfreeze()
        gc.collect()


def stand() -> Stand:
    """How far the readings have come."""
    # Each by itself: SQLite then counts pages and not rows.
    ((readings, last),) = sql.rows(
        "SELECT (SELECT COUNT(*) FROM storage_reading), (SELECT MAX(id) FROM storage_reading)"
    )
    return Stand(readings, last or 0)


def changed_since(known: Kept, *, last: int | None = None) -> dict[str, Reading | None]:
    """The current readings that differ from those of ``known``, by document, or None where one has gone; notes them.

    With ``last`` nothing is taken for granted of what ``known`` comes from, and later readings are left out.
    """
    from pobratim.storage import models

    now = stand()
    later = sql.rows(
        "SELECT storage_reading.id, storage_document.id, digest, current FROM storage_reading "
        "JOIN storage_document ON number = document_id WHERE storage_reading.id > %s AND storage_reading.id <= %s",
        [known.stand.last, now.last],
    ) if last is None else []
    gone: list[str] = []
    found: Iterable[tuple[int, str, str]]
    if last is None and known.stand.readings + len(later) == now.readings:
        found = [(number, document, digest) for number, document, digest, is_current in later if is_current]
    else:  # one came late with a lesser number, or the register is another: all are compared
        current = models.Reading.objects.filter(current=True).values_list("id", "document__id", "digest")
        documents = {document: (number, digest) for number, document, digest in current}
        gone = [document for document in known.digests if document not in documents]
        found = [
            (number, document, digest) for document, (number, digest) in documents.items()
            if known.digests.get(document) != digest and (last is None or number <= last)
        ]
    changed: dict[str, Reading | None] = dict.fromkeys(gone)
    numbers = []
    for number, document, digest in found:
        reading = kept_lately(digest)
        if reading is None:
            numbers.append(number)
        else:
            changed[document] = reading
            known.put(document, digest)
    for row in current_readings(numbers) if numbers else ():
        changed[row.document.id] = as_reading(row)
        known.put(row.document.id, row.digest)
    for document in gone:
        known.put(document, "0")
        del known.digests[document]
    known.stand = now if last is None else Stand(models.Reading.objects.filter(id__lte=last).count(), last)
    return changed


def _register_in_use() -> tuple[object, ...]:
    from django.conf import settings

    return settings.POBRATIM_HOME, settings.POBRATIM_DATABASE

