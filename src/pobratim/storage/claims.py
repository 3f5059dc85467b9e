"""What was read: originals, documents, readings and their claims. Append-only."""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pobratim.model.errors import NotFound
from pobratim.model.reading import FORMAT, Reading, record_to_dict
from pobratim.storage import sql
from pobratim.storage.fulltext import index
from pobratim.storage.home import originals
from pobratim.storage.sql import as_json

if TYPE_CHECKING:
    from pobratim.storage import models

_CHUNK = 200
"""Readings fetched at once."""
_LATELY = 64
_lately: dict[str, Reading] = {}
"""What this process has kept last, by digest: who derives next need not read it again."""
_VERSION = re.compile(r"(?P<name>.*?)(?P<version>\d+(?:\.\d+)*)")
"""A reader: its name, and the numbers of its version."""
_NO_SLOT = frozenset({"id", "type", "evidence", "confidence", "rule"})


def keep(reading: Reading, original: bytes | None, name: str) -> bool:
    """Keep a reading with its document and the original bytes; all of it or nothing.

    ``name`` is the original's name as the user knows it. False, and nothing done, when this reader or a later version
    of it has read this text before. A newer reader's reading becomes the current one; the older stays beside it.
    """
    from django.db import connection, transaction

    document = reading.document
    if is_known(document.id, reading.reader):
        return False
    # The file comes before the row: killed in between, a file nobody names is left, never a row without one.
    sha256 = None if original is None else keep_original(original)
    with transaction.atomic():
        is_new = sql.run(
            "INSERT INTO storage_document (id, text, original, name, added) VALUES (%s, %s, %s, %s, %s) "
            "ON CONFLICT (id) DO NOTHING",
            [document.id, document.text, sha256, name, date.today()],
        )
        # Locked: of two readers that read one document at once the later is the current one.
        locked = " FOR UPDATE" if connection.features.has_select_for_update else ""
        ((number,),) = sql.rows(f"SELECT number FROM storage_document WHERE id = %s{locked}", [document.id])
        if not is_new:
            if is_known(document.id, reading.reader):  # another was faster
                return False
            sql.run("UPDATE storage_reading SET current = %s WHERE document_id = %s AND current", [False, number])
        digest = _add_reading(number, reading)
        if is_new:
            index(number, document.title or "", document.text)
    _lately[digest] = reading
    if len(_lately) > _LATELY:
        del _lately[next(iter(_lately))]
    return True


def kept_lately(digest: str) -> Reading | None:
    """The reading of that digest, where this process has kept it just now."""
    return _lately.get(digest)


def count_kept() -> int:
    """How many documents are kept."""
    from pobratim.storage import models

    return models.Document.objects.count()


def is_known(document_id: str, reader: str) -> bool:
    """Has this version of the reader, or a later one, read the document with this id?"""
    readers = sql.rows(
        "SELECT reader FROM storage_reading JOIN storage_document ON number = document_id "
        "WHERE storage_document.id = %s",
        [document_id],
    )
    return any(is_as_new(known, reader) for known, in readers)


def is_as_new(reader: str, other: str) -> bool:
    """Whether a reader is the other one or a later version of it: «pobratim-reader/0.10» is later than 0.9."""
    ours, theirs = (_VERSION.fullmatch(one) for one in (reader, other))
    if ours is None or theirs is None or ours["name"] != theirs["name"]:
        return reader == other
    version, before = ([int(number) for number in one["version"].split(".")] for one in (ours, theirs))
    return version >= before


def known_originals(sha256: str) -> tuple[str, ...]:
    """Ids of the documents that were taken from the original with this sha256."""
    from pobratim.storage import models

    found = models.Document.objects.filter(original=sha256).order_by("id")
    return tuple(found.values_list("id", flat=True))


def document_taken_from(original: bytes) -> str | None:
    """The id of a document that was taken from this very file, if the register has one."""
    return next(iter(known_originals(hashlib.sha256(original).hexdigest())), None)


def reading_of(document_id: str) -> Reading:
    """The current reading of a document. Raises NotFound."""
    from pobratim.storage import models

    rows = models.Reading.objects.select_related("document").prefetch_related("claims")
    row = rows.filter(document__id=document_id, current=True).first()
    if row is None:
        raise NotFound(f"документа {document_id} в реестре нет; найдите его через поиск")
    return as_reading(row)


def readings_of(documents: Iterable[str]) -> Iterator[Reading]:
    """The current readings of these documents, as many as there are, in no order."""
    from pobratim.storage import models

    wanted = sorted(set(documents))
    rows = models.Reading.objects.select_related("document").prefetch_related("claims").filter(current=True)
    for start in range(0, len(wanted), _CHUNK):
        yield from map(as_reading, rows.filter(document__id__in=wanted[start : start + _CHUNK]))


def original_of(document_id: str) -> tuple[Path, str]:
    """The kept original file of a document and the name the user knows it by. Raises NotFound."""
    from pobratim.storage import models

    document = models.Document.objects.filter(id=document_id).first()
    if document is None or document.original is None:
        raise NotFound(f"исходного файла документа {document_id} в реестре нет")
    return path_of(document.original), document.name


def current_readings(among: Sequence[int] | None = None, last: int | None = None) -> Iterator[models.Reading]:
    """The rows of all current readings, or of those with these numbers, documents and claims fetched with them.

    Sorted by document id; those up to the number ``last``, if that is given.
    """
    from pobratim.storage import models

    rows = models.Reading.objects.filter(current=True).order_by("document__id")
    rows = rows.select_related("document").prefetch_related("claims")
    if last is not None:
        rows = rows.filter(id__lte=last)
    if among is None:
        return rows.iterator(chunk_size=_CHUNK)
    portions = (among[start : start + _CHUNK] for start in range(0, len(among), _CHUNK))
    return (row for portion in portions for row in rows.filter(id__in=portion))


def as_reading(row: models.Reading) -> Reading:
    """The reading that was kept in ``row``, with the rule of each record."""
    claims = sorted(row.claims.all(), key=lambda claim: claim.number)
    return Reading.from_dict(
        {
            "format": FORMAT,
            "document": {**row.described, "text": row.document.text},
            "reader": row.reader,
            "relevance": row.relevance,
            "entities": row.entities,
            "records": [
                {
                    "id": claim.record,
                    "type": claim.type,
                    **claim.slots,
                    "evidence": claim.evidence,
                    "confidence": claim.confidence,
                    "rule": claim.rule,
                }
                for claim in claims
            ],
            "notes": row.notes,
            "clues": row.clues,
        }
    )


def _add_reading(document: int, reading: Reading) -> str:
    """Its digest."""
    values = reading_values(reading)
    sql.run(
        "INSERT INTO storage_reading "
        "(document_id, current, reader, described, relevance, entities, notes, clues, digest) "
        "VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s)",
        [
            document, True, values["reader"], as_json(values["described"]), values["relevance"],
            as_json(values["entities"]), as_json(values["notes"]), as_json(values["clues"]), values["digest"],
        ],
    )  # fmt: skip
    ((number,),) = sql.rows(
        "SELECT id FROM storage_reading WHERE document_id = %s AND reader = %s", [document, reading.reader]
    )
    sql.insert(
        "storage_claim",
        ("reading_id", "number", "record", "type", "slots", "evidence", "confidence", "rule"),
        [
            (
                number, claim["number"], claim["record"], claim["type"], as_json(claim["slots"]),
                as_json(claim["evidence"]), claim["confidence"], claim["rule"],
            )
            for claim in claim_values(reading)
        ],
    )  # fmt: skip
    digest: str = values["digest"]
    return digest


def reading_values(reading: Reading) -> dict[str, Any]:
    """What the row of a reading says besides its document."""
    values = reading.to_dict()
    described: dict[str, Any] = values["document"]
    del described["id"], described["text"]
    return {
        "reader": reading.reader,
        "described": described,
        "relevance": reading.relevance,
        "entities": values["entities"],
        "notes": list(reading.notes),
        "clues": values.get("clues", []),
        "digest": hashlib.sha256(reading.to_json(rules=True).encode()).hexdigest(),
    }


def claim_values(reading: Reading) -> list[dict[str, Any]]:
    """What the rows of its claims say besides it."""
    return [
        {
            "number": number,
            "record": record.id,
            "type": record.type,
            "slots": {name: value for name, value in record_to_dict(record).items() if name not in _NO_SLOT},
            "evidence": record.evidence,
            "confidence": record.confidence,
            "rule": record.rule,
        }
        for number, record in enumerate(reading.records)
    ]


def keep_original(content: bytes) -> str:
    """Store the bytes under their sha256, whole or not at all; returns the sha256."""
    sha256 = hashlib.sha256(content).hexdigest()
    path = path_of(sha256)
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle, incoming = tempfile.mkstemp(prefix=".incoming-", dir=originals())
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            Path(incoming).replace(path)
        except OSError:  # a full disk: nothing half-written stays on it
            Path(incoming).unlink(missing_ok=True)
            raise
    return sha256


def path_of(sha256: str) -> Path:
    return originals() / sha256[:2] / sha256
