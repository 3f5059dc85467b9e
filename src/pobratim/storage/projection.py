"""The register as rows: derived from all current readings, replaced as a whole, read whole or in part."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from pobratim.register import serial
from pobratim.register.rows import DocumentRow, Register
from pobratim.register.rows import Row as RegisterRow
from pobratim.storage.claims import as_reading, current_readings
from pobratim.storage.names import words_of

if TYPE_CHECKING:
    from pobratim.storage import models

Progress = Callable[[int, int], None]
"""Called with how many readings are done and how many there are."""

_BATCH = 500

_PART = """
WITH RECURSIVE
near(id) AS (
    SELECT id FROM storage_row WHERE id IN ({seeds})
    UNION SELECT row_id FROM storage_link WHERE target_id IN ({seeds})
),
told(id) AS (
    SELECT id FROM near
    UNION SELECT beside.row_id FROM storage_link AS beside WHERE {beside} AND beside.role = 'documents'
        AND beside.target_id IN (
            SELECT target_id FROM storage_link JOIN near ON row_id = near.id WHERE role = 'documents'
        )
),
about(id) AS (
    SELECT id FROM told
    UNION SELECT row_id FROM storage_link JOIN told ON target_id = told.id WHERE role = 'on'
),
complete(id) AS (
    SELECT id FROM about
    UNION SELECT target_id FROM storage_link JOIN complete ON row_id = complete.id
)
SELECT storage_row.* FROM storage_row JOIN complete ON storage_row.id = complete.id
"""


def is_stale() -> bool:
    """Has anything been kept, or the program changed, since the register was derived?"""
    from pobratim.storage import models

    digests = models.Reading.objects.filter(current=True).values_list("digest", flat=True)
    derived = models.Derivation.objects.values_list("fingerprint", flat=True).first()
    return derived != _fingerprint(digests)


def derive(progress: Progress | None = None) -> None:
    """Derive the register from all current readings and replace its rows, all or none."""
    from pobratim import register
    from pobratim.storage import models

    total = models.Reading.objects.filter(current=True).count()
    digests, readings = [], []
    for done, row in enumerate(current_readings(), start=1):
        digests.append(row.digest)
        readings.append(as_reading(row))
        if progress:
            progress(done, max(done, total))
    _replace(register.derive(readings), _fingerprint(digests))


def whole_register() -> Register:
    """Every row of the register."""
    from pobratim.storage import models

    return _register(models.Row.objects.all())


def sizes() -> dict[str, int]:
    """How many rows each table of the register has."""
    from django.db.models import Count

    from pobratim.storage import models

    counted = models.Row.objects.values_list("table").annotate(Count("id"))
    return {**dict.fromkeys(serial.ROW_OF_TABLE, 0), **dict(counted)}


def part(ids: Iterable[str], *, beside: bool = False) -> Register:
    """The rows with these ids, those that name them, the conflicts on these, and whatever all these name.

    With ``beside`` also the rows that rest on the same documents: what is said there of neither, as in a
    quotation.
    """
    from pobratim.storage import models

    seeds = sorted(set(ids))
    if not seeds:
        return Register()
    query = _PART.format(seeds=", ".join(["%s"] * len(seeds)), beside=int(beside))
    return _register(models.Row.objects.raw(query, seeds * 2))


def documents() -> list[DocumentRow]:
    """The documents of the register."""
    from pobratim.storage import models

    return list(_register(models.Row.objects.filter(table=DocumentRow.table)).documents)


def _register(rows: Iterable[models.Row]) -> Register:
    tables: dict[str, list[RegisterRow]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: row.position):
        tables[row.table].append(as_row(row))
    return Register(**{table: tuple(found) for table, found in tables.items()})  # type: ignore[arg-type]


def as_row(row: models.Row) -> RegisterRow:
    """The register's row that was stored."""
    return serial.from_dict(serial.ROW_OF_TABLE[row.table], row.data)


def _fingerprint(digests: Iterable[str]) -> str:
    """Of the readings and of the program that derives from them."""
    parts = [version("pobratim"), *sorted(digests)]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def _replace(register: Register, fingerprint: str) -> None:
    from django.db import transaction

    from pobratim.storage import models

    rows = [
        models.Row(id=row.id, table=row.table, position=position, data=serial.to_dict(row))
        for position, row in enumerate(register.rows())
    ]
    known = {row.id for row in rows}
    links = [
        models.Link(row_id=row.id, target_id=target, role=role)
        for row in rows
        for role, target in sorted(set(_named(row.data)))
        if target in known and target != row.id
    ]
    words = [
        models.Word(row_id=row.id, word=word) for row in register.rows() for word in sorted(words_of(row))
    ]
    with transaction.atomic():
        for model in (models.Word, models.Link, models.Row, models.Derivation):
            model.objects.all().delete()
        models.Row.objects.bulk_create(rows, _BATCH)
        models.Link.objects.bulk_create(links, _BATCH)
        models.Word.objects.bulk_create(words, _BATCH)
        models.Derivation.objects.create(fingerprint=fingerprint)


def _named(data: Any, role: str = "") -> Iterator[tuple[str, str]]:
    """Every string in a row's data with the slot it stands in: (``posts.place``, an id perhaps)."""
    if isinstance(data, str):
        yield role, data
    elif isinstance(data, list):
        for item in data:
            yield from _named(item, role)
    elif isinstance(data, dict):
        for name, value in data.items():
            yield from _named(value, f"{role}.{name}" if role else name)
