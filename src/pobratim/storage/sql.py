"""Statements past the models: one more document takes dozens of them, and each costs more there than in the database.

Both databases understand them; values stand in them as ``%s``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

AT_ONCE = 500
"""Values that one statement names."""

Values = Sequence[Any]

as_json = json.JSONEncoder(ensure_ascii=False).encode
"""A value as `models.Json` writes it."""


def rows(statement: str, values: Values = ()) -> list[tuple[Any, ...]]:
    """What the statement finds."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return list(cursor.fetchall())


def rows_in(statement: str, values: Values) -> Iterator[tuple[Any, ...]]:
    """What a statement that ends in ``IN`` finds with these values, however many."""
    for portion in _portions(values):
        yield from rows(f"{statement} {_among(portion)}", portion)


def run(statement: str, values: Values = ()) -> int:
    """How many rows the statement has changed."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return int(cursor.rowcount)


def run_in(statement: str, values: Values) -> None:
    """Run a statement that ends in ``IN`` with these values, however many."""
    for portion in _portions(values):
        run(f"{statement} {_among(portion)}", portion)


def run_each(statement: str, values: Sequence[Values]) -> None:
    """Run the statement with each of these values."""
    from django.db import connection

    if values:
        with connection.cursor() as cursor:
            cursor.executemany(statement, values)


def insert(table: str, columns: Sequence[str], values: Sequence[Values]) -> None:
    """Put rows of these columns into a table."""
    run_each(f"INSERT INTO {table} ({', '.join(columns)}) VALUES {_among(columns)}", values)


def _portions(values: Values) -> Iterator[Values]:
    return (list(values[start : start + AT_ONCE]) for start in range(0, len(values), AT_ONCE))


def _among(values: Values) -> str:
    return f"({', '.join(['%s'] * len(values))})"
