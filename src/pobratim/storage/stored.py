"""A row as its table holds it, and back.

Thousands of documents mention a capital, and each new one would write them all again: where they are many they stand
among the links of a place or an organization alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from pobratim.register import serial
from pobratim.register.brief import FEW
from pobratim.register.rows import Organization, Place, Row
from pobratim.storage import sql

MENTIONS = "mentions"
"""The role of the links to what a place, a person or an organization names and does not bring along."""


def is_mentioned_often(row: Row) -> bool:
    """Whether its documents stand among its links alone."""
    return isinstance(row, Place | Organization) and len(row.documents) > FEW


def as_stored(row: Row) -> dict[str, Any]:
    """What its table holds of the row."""
    held = serial.to_dict(row)
    if is_mentioned_often(row):
        del held["documents"]
    return held


def as_rows(stored: Iterable[tuple[str, dict[str, Any]]]) -> list[Row]:
    """The rows of which these tables hold this."""
    found = list(stored)
    documents = _mentioning([held["id"] for _, held in found if "documents" not in held])
    rows = (serial.from_dict(serial.ROW_OF_TABLE[table], held) for table, held in found)
    return [replace(row, documents=documents[row.id]) if row.id in documents else row for row in rows]


def _mentioning(ids: list[str]) -> dict[str, tuple[str, ...]]:
    """The documents that mention each of these places and organizations, sorted."""
    found: dict[str, list[str]] = defaultdict(list)
    query = f"SELECT row_id, target_id FROM storage_link WHERE role = '{MENTIONS}' AND row_id IN"
    for row, document in sql.rows_in(query, ids):
        found[row].append(document)
    return {row: tuple(sorted(documents)) for row, documents in found.items()}
