"""Rows as they were read, kept until the register changes: pages name the same people and places over and over."""

from __future__ import annotations

import json
from collections.abc import Iterable
from itertools import islice
from threading import Lock

from pobratim.register import serial
from pobratim.register.rows import Row
from pobratim.storage.fingerprint import derived_from
from pobratim.storage.stored import as_rows

MOST = 6000
"""Rows that are kept, in brief and whole; of more the longest kept go."""
_AT_ONCE = 10_000
"""Ids that one query names: SQLite takes 32 766."""
_WHOLE = "data"
_BRIEF = "COALESCE(brief, data)"


class _Shelf:
    """The rows of one register, in brief or whole, by their ids."""

    def __init__(self, fingerprint: str | None) -> None:
        self.fingerprint = fingerprint
        self._rows: dict[str, dict[str, Row]] = {_WHOLE: {}, _BRIEF: {}}
        self._lock = Lock()

    def rows(self, ids: Iterable[str], form: str) -> list[Row]:
        kept = self._rows[form]
        found = {one: kept.get(one) for one in sorted(set(ids))}
        missing = [one for one, row in found.items() if row is None]
        for start in range(0, len(missing), _AT_ONCE):
            found.update((row.id, row) for row in _read(missing[start : start + _AT_ONCE], form))
        if missing and derived_from() != self.fingerprint:
            return [row for row in found.values() if row is not None]  # what was read may be of the next register
        with self._lock:
            kept.update((one, row) for one in missing if (row := found[one]) is not None)
            for oldest in list(islice(kept, max(0, len(kept) - MOST))):
                del kept[oldest]
        return [row for row in found.values() if row is not None]


_shelf = _Shelf(None)


def in_brief(ids: Iterable[str]) -> list[Row]:
    """The rows with these ids, as many as there are, as others name them (`pobratim.register.brief`)."""
    return _now().rows(ids, _BRIEF)


def whole(ids: Iterable[str]) -> list[Row]:
    """The same with all that is known of them."""
    return _now().rows(ids, _WHOLE)


def _now() -> _Shelf:
    global _shelf
    fingerprint = derived_from()
    shelf = _shelf
    if shelf.fingerprint != fingerprint:  # whoever still reads an older register fills a shelf that nobody sees
        shelf = _shelf = _Shelf(fingerprint)
    return shelf


def _read(ids: list[str], form: str) -> list[Row]:
    """Without the cost of a model for each."""
    from django.db import connection

    places = ", ".join(["%s"] * len(ids))
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT "table", CAST({form} AS text) FROM storage_row WHERE id IN ({places})', ids)
        found = [(table, json.loads(data)) for table, data in cursor.fetchall()]
    if form == _WHOLE:
        return as_rows(found)
    return [serial.from_dict(serial.ROW_OF_TABLE[table], held) for table, held in found]


def forget() -> None:
    """Read anew."""
    global _shelf
    _shelf = _Shelf(None)
