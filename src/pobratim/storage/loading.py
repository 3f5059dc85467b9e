"""Many readings into the register at once, to the same end as keeping them one by one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from pobratim.model.reading import Reading
from pobratim.storage.claims import claim_values, is_as_new, keep_original, reading_values
from pobratim.storage.fulltext import index
from pobratim.storage.pouring import numbers, pour

Read = tuple[Reading, bytes | None, str]
"""A reading, the original bytes where they are to be had, and the original's name as the user knows it."""
_BATCH = 500
_CHARACTERS = 5_000_000
"""Of all texts of a batch."""


@dataclass(slots=True)
class Loaded:
    """How a load went, in documents."""

    new: int = 0
    known: int = 0
    """Read by this reader before, or earlier in the same load."""
    irrelevant: int = 0
    """Of the new ones."""


def load(readings: Iterable[Read], progress: Callable[[int], None] | None = None) -> Loaded:
    """Keep all readings, some hundred in each transaction; ``progress`` hears how many are done.

    As with `keep`, what this reader or a later one has read before is passed over, and a newer reader's reading becomes
    the current one. Killed in between, it goes on where it was when it is called again.
    """
    loaded, done = Loaded(), 0
    for batch in _batches(readings):
        _keep(batch, loaded)
        done += len(batch)
        if progress:
            progress(done)
    return loaded


def _batches(readings: Iterable[Read]) -> Iterator[list[Read]]:
    batch: list[Read] = []
    characters = 0
    for one in readings:
        batch.append(one)
        characters += len(one[0].document.text)
        if len(batch) == _BATCH or characters > _CHARACTERS:
            yield batch
            batch, characters = [], 0
    if batch:
        yield batch


def _keep(batch: list[Read], loaded: Loaded) -> None:
    from django.db import transaction

    from pobratim.storage import models

    first: dict[str, Read] = {}
    for one in batch:
        first.setdefault(one[0].document.id, one)
    # Files come before rows: killed in between, files nobody names are left, never a row without one.
    originals = {id_: keep_original(one[1]) for id_, one in first.items() if one[1] is not None}
    with transaction.atomic():
        _nobody_else()
        known = models.Reading.objects.filter(document__id__in=first).values_list("document__id", "reader")
        before = {id_ for id_, reader in known if is_as_new(reader, first[id_][0].reader)}
        fresh = {id_: one for id_, one in first.items() if id_ not in before}
        stored = dict(models.Document.objects.filter(id__in=fresh).values_list("id", "number"))
        models.Reading.objects.filter(document__in=stored.values(), current=True).update(current=False)
        unseen = [id_ for id_ in fresh if id_ not in stored]
        stored |= zip(unseen, numbers(models.Document, len(unseen)), strict=True)
        _pour(models.Document, (
            {"number": stored[id_], "id": id_, "text": fresh[id_][0].document.text,
             "original": originals.get(id_), "name": fresh[id_][2], "added": date.today()}
            for id_ in unseen
        ))  # fmt: skip
        rows = dict(zip(fresh, numbers(models.Reading, len(fresh)), strict=True))
        _pour(models.Reading, (
            {"id": rows[id_], "document_id": stored[id_], "current": True, **reading_values(reading)}
            for id_, (reading, _, _) in fresh.items()
        ))  # fmt: skip
        claims = [(id_, values) for id_, (reading, _, _) in fresh.items() for values in claim_values(reading)]
        keys = numbers(models.Claim, len(claims))
        _pour(models.Claim, (
            {"id": key, "reading_id": rows[id_], **values}
            for key, (id_, values) in zip(keys, claims, strict=True)
        ))  # fmt: skip
        for id_ in unseen:
            document = fresh[id_][0].document
            index(stored[id_], document.title or "", document.text)
    loaded.new += len(fresh)
    loaded.known += len(batch) - len(fresh)
    loaded.irrelevant += sum(reading.relevance < 0.5 for reading, _, _ in fresh.values())


def _pour(model: object, rows: Iterable[dict[str, object]]) -> None:
    """Insert rows that all have the same slots."""
    rows = list(rows)
    if rows:
        for _ in pour(model, list(rows[0]), [list(row.values()) for row in rows]):
            pass


def _nobody_else() -> None:
    """Nobody keeps a document until the transaction ends; SQLite has seen to it when it began."""
    from django.db import connection

    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("LOCK TABLE storage_document, storage_reading IN SHARE ROW EXCLUSIVE MODE")
