"""The derived register is put away in the home, so that the next process goes on from it and derives nothing again."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from pathlib import Path

from pobratim.register.growing.away import Away
from pobratim.storage.drawer import FILE, FileDrawer, UnreadableError
from pobratim.storage.kept import Kept, PutAway, nothing_thrown_away
from pobratim.storage.program import way_of_keeping

MANY = 500
"""Documents from which on it takes longer to derive them than to take out what was derived."""
_OFTEN = 32
"""Changes after which a process that goes on puts away what they changed."""


def take() -> Kept | None:
    """The register that was put away in this home by this program; None where there is none."""
    drawer = FileDrawer(_path(), way_of_keeping())
    try:
        if not drawer.open():
            return None
        away = Away(drawer)
        stand, digests, growing, sum_of_digests, fingerprint = away.take()
    except UnreadableError:
        drawer.close()
        forget()
        return None
    return Kept(stand, digests, growing, sum_of_digests, fingerprint, PutAway(drawer, away))


def put(known: Kept) -> None:
    """Put away what was derived, where that is worth it; what fails leaves nothing put away.

    A process that adds one document does so at once. One that goes on does so from time to time: what has changed since
    or, where it has derived all by itself, all.
    """
    documents = known.stand.readings
    if documents < MANY:
        return
    known.changes += 1
    taken = known.put_away
    try:
        if taken is not None and not taken.drawer.is_worn():
            if known.changes % _OFTEN == 1:
                taken.away.put(_parts(known))
        elif known.changes % max(_OFTEN, documents // 10) == 1:
            with nothing_thrown_away():
                Away(FileDrawer(_path(), way_of_keeping())).put(_parts(known))
    except (OSError, sqlite3.Error, UnreadableError):  # the disk may be full; what counts is written
        with suppress(OSError):
            forget(known)


def _parts(known: Kept) -> tuple[object, ...]:
    return known.stand, known.digests, known.growing, known.sum_of_digests, known.fingerprint


def forget(known: Kept | None = None) -> None:
    """Nobody goes on from what was put away, nor does whoever has taken out ``known``. Raises OSError."""
    if known is not None and known.put_away is not None:
        known.put_away.drawer.close()
    _path().unlink(missing_ok=True)


def _path() -> Path:
    from django.conf import settings

    return Path(settings.POBRATIM_HOME) / FILE
