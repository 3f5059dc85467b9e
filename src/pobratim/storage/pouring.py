"""Many rows into a table at once, past the models: COPY in PostgreSQL, plain inserts in SQLite."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any


def pour(model: Any, names: Sequence[str], rows: Iterable[Sequence[Any]]) -> Iterator[None]:
    """Insert the rows as they are, past all that a model does when it is saved; yields for each.

    ``names`` are the attributes of the columns that the rows have; the others get their defaults.
    """
    from django.db import connection

    fields = model._meta.concrete_fields
    places = {name: place for place, name in enumerate(names)}

    def value(field: Any, row: Sequence[Any]) -> Any:
        kept = field.to_python(row[places[field.attname]]) if field.attname in places else field.get_default()
        return field.get_db_prep_save(kept, connection)

    columns = ", ".join(connection.ops.quote_name(field.column) for field in fields)
    into = f"{connection.ops.quote_name(model._meta.db_table)} ({columns})"
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY {into} FROM STDIN") as copy:
                for row in rows:
                    copy.write_row([value(field, row) for field in fields])
                    yield
        else:
            statement = f"INSERT INTO {into} VALUES ({', '.join(['%s'] * len(fields))})"
            for row in rows:
                cursor.execute(statement, [value(field, row) for field in fields])
                yield


def numbers(model: Any, count: int) -> list[int]:
    """So many primary keys that no other row has or gets; in SQLite only until the transaction ends."""
    from django.db import connection

    table, key = model._meta.db_table, model._meta.pk.column
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "SELECT nextval(pg_get_serial_sequence(%s, %s)) FROM generate_series(1, %s)", [table, key, count]
            )
            return [number for (number,) in cursor.fetchall()]
        cursor.execute("SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = %s", [table])
        (last,) = cursor.fetchone()
        return list(range(last + 1, last + 1 + count))
