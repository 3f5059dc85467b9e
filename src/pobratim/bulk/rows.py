"""The rows of the output, `pobratim-bulk/1`: documents, claims and errors, and back to readings.

Lists of entities, slots and clues are JSON in a string, as `docs/reading.md` defines them: Parquet has no form for
slots that differ by type, and DuckDB, Polars and others open JSON.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from pobratim.gather import Gathered
from pobratim.model.errors import InputError
from pobratim.model.reading import FORMAT as READING
from pobratim.model.reading import Reading

if TYPE_CHECKING:
    import pyarrow

FORMAT = "pobratim-bulk/1"
_COMMON = frozenset({"id", "type", "evidence", "confidence", "rule"})
_DESCRIBED = (
    "id", "source", "address", "title", "publisher", "author", "language", "published", "published_basis",
    "modified", "modified_basis", "original_sha256", "text",
)  # fmt: skip


def schemas() -> dict[str, pyarrow.Schema]:
    """The tables and their columns; `docs/scale.md` says what each holds."""
    import pyarrow as pa

    needed = {"id", "name", "source", "language", "text", "reader"}
    documents = [
        *(pa.field(name, pa.string(), nullable=name not in needed) for name in ("id", "name", *_DESCRIBED[1:])),
        pa.field("original", pa.binary()),
        pa.field("reader", pa.string(), nullable=False),
        pa.field("relevance", pa.float64(), nullable=False),
        pa.field("entities", pa.string(), nullable=False),
        pa.field("notes", pa.list_(pa.string()), nullable=False),
        pa.field("clues", pa.string(), nullable=False),
    ]
    span = pa.struct([pa.field("start", pa.int32(), nullable=False), pa.field("end", pa.int32(), nullable=False)])
    claims = [
        pa.field("document", pa.string(), nullable=False),
        pa.field("number", pa.int32(), nullable=False),
        pa.field("record", pa.string(), nullable=False),
        pa.field("type", pa.string(), nullable=False),
        pa.field("slots", pa.string(), nullable=False),
        pa.field("evidence", pa.list_(span), nullable=False),
        pa.field("confidence", pa.float64(), nullable=False),
        pa.field("rule", pa.string(), nullable=False),
    ]
    errors = [
        pa.field("name", pa.string(), nullable=False),
        pa.field("reason", pa.string(), nullable=False),
        pa.field("advice", pa.string(), nullable=False),
    ]
    about = {"format": FORMAT}
    return {
        name: pa.schema(fields, metadata=about)
        for name, fields in (("documents", documents), ("claims", claims), ("errors", errors))
    }


def document_row(reading: Reading, gathered: Gathered, *, original: bool) -> dict[str, Any]:
    """The row of a document; with its ``original`` bytes where they are wanted."""
    values = reading.to_dict()
    return {
        **values["document"],
        "name": gathered.name,
        "original": gathered.original if original else None,
        "reader": reading.reader,
        "relevance": reading.relevance,
        "entities": _json(values["entities"]),
        "notes": list(reading.notes),
        "clues": _json(values.get("clues", [])),
    }


def claim_rows(reading: Reading) -> list[dict[str, Any]]:
    """A row for each record, in their order."""
    return [
        {
            "document": reading.document.id,
            "number": number,
            "record": record["id"],
            "type": record["type"],
            "slots": _json({name: value for name, value in record.items() if name not in _COMMON}),
            "evidence": [{"start": start, "end": end} for start, end in record["evidence"]],
            "confidence": record["confidence"],
            "rule": record["rule"],
        }
        for number, record in enumerate(reading.to_dict(rules=True)["records"])
    ]


def error_row(error: InputError) -> dict[str, Any]:
    return {"name": error.source, "reason": error.reason, "advice": error.advice}


def reading_of(document: dict[str, Any], claims: Iterable[dict[str, Any]]) -> Reading:
    """The reading that made these rows."""
    return Reading.from_dict(
        {
            "format": READING,
            "document": {name: document[name] for name in _DESCRIBED},
            "reader": document["reader"],
            "relevance": document["relevance"],
            "entities": json.loads(document["entities"]),
            "records": [
                {
                    "id": claim["record"],
                    "type": claim["type"],
                    **json.loads(claim["slots"]),
                    "evidence": [[span["start"], span["end"]] for span in claim["evidence"]],
                    "confidence": claim["confidence"],
                    "rule": claim["rule"],
                }
                for claim in sorted(claims, key=lambda claim: int(claim["number"]))
            ],
            "notes": document["notes"],
            "clues": json.loads(document["clues"]),
        }
    )


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
