"""Writing derived rows, and only what differs from what is written already: of a row, its links, words and facets."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pobratim.register import serial
from pobratim.register.brief import brief
from pobratim.register.facets import Facets
from pobratim.register.identity import Judgement
from pobratim.register.outlets import outlet_of
from pobratim.register.parts import brought_by
from pobratim.register.rows import TABLES, DocumentRow, Organization, Person, Place, Row
from pobratim.storage.names import words_of

_AT_ONCE = 500
"""Ids that one query names."""
_LONGEST = 200
"""Characters of a value that a row can be chosen by."""
_NUMBER = {row.table: number for number, row in enumerate(TABLES)}

Pairs = Mapping[str, frozenset[tuple[str, str]]]


@dataclass(frozen=True, slots=True)
class _Written:
    """A row as the tables have it."""

    row: Row
    data: str
    links: frozenset[tuple[str, str]]
    """The rows that it names, each with the slot."""
    words: frozenset[str]
    facets: frozenset[tuple[str, str]]
    brief: str | None
    """As other rows name it (`pobratim.register.brief`), where that is shorter."""

    @property
    def digest(self) -> str:
        """Of all of it."""
        parts = [self.data, self.brief, sorted(self.links), sorted(self.words), sorted(self.facets)]
        return hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode()).hexdigest()


class _Writing:
    """Rows as they are to be written; ``rows`` are all of them, by their ids."""

    def __init__(self, rows: Mapping[str, Row], countries: Mapping[str, str]) -> None:
        self._rows = rows
        self._countries = countries
        self._facets = Facets(rows)
        self._published = _Published(rows)

    def of(self, row: Row) -> _Written:
        data = serial.to_dict(row)
        shorter = brief(row)
        return _Written(
            row=row,
            data=_json(data),
            links=frozenset(self._links(row, data)),
            words=frozenset(words_of(row)),
            facets=frozenset((name, value[:_LONGEST]) for name, value in self._facets.of(row)),
            brief=_json(serial.to_dict(shorter)) if shorter else None,
        )

    def _links(self, row: Row, data: Any) -> Iterator[tuple[str, str]]:
        """Which rows it names in which slot; a place's country code names the country's row.

        What does not come along with a row is in the slot ``mentions``: nobody who reads of a tie of Minsk needs all
        documents that name Minsk.
        """
        brought = set(brought_by(row, self._published)) if isinstance(row, Place | Person | Organization) else None
        for role, target in _named(data):
            if target != row.id and target in self._rows:
                yield (role if brought is None or target in brought else "mentions"), target
        country = self._countries.get(row.country or "") if isinstance(row, Place) else None
        if country not in (None, row.id):
            assert country is not None
            yield "country", country


class _Published(Mapping[str, "str | None"]):
    """When documents came out."""

    def __init__(self, rows: Mapping[str, Row]) -> None:
        self._rows = rows

    def __getitem__(self, document: str) -> str | None:
        row = self._rows[document]
        if not isinstance(row, DocumentRow):
            raise KeyError(document)
        return row.published

    def __iter__(self) -> Iterator[str]:
        return (one for one, row in self._rows.items() if isinstance(row, DocumentRow))

    def __len__(self) -> int:
        return sum(1 for _ in self)


def countries_of(rows: Iterable[Row]) -> dict[str, str]:
    """The place of each country, by its code."""
    countries = [row for row in rows if isinstance(row, Place) and row.type == "country"]
    return {row.country: row.id for row in sorted(countries, key=lambda row: row.id) if row.country}


def write_all(rows: Mapping[str, Row], judgements: Iterable[Judgement]) -> None:
    """Make the tables hold these rows and judgements, and nothing else."""
    from pobratim.storage import models

    known: dict[str, str] = dict(models.Row.objects.values_list("id", "digest"))
    _write(rows.values(), known.keys() - rows.keys(), _Writing(rows, countries_of(rows.values())), known)
    stored = {_judged(row): row.pk for row in models.Judgement.objects.all().iterator()}
    wanted = set(judgements)
    _delete(models.Judgement, [pk for one, pk in stored.items() if one not in wanted])
    _insert_judgements(wanted - stored.keys())


def write_changes(
    changed: Mapping[str, tuple[Row | None, Row | None]], rows: Mapping[str, Row], countries: Mapping[str, str]
) -> None:
    """Write the rows that changed (as they were, as they are), and those of which links or facets follow from these."""
    from pobratim.storage import models

    gone = {one for one, (_, now) in changed.items() if now is None}
    touched = {one: now for one, (_, now) in changed.items() if now is not None}
    for one in _following(changed, rows):
        touched.setdefault(one, rows[one])
    known: dict[str, str] = {}
    for ids in _portions(sorted(touched)):
        known.update(models.Row.objects.filter(id__in=ids).values_list("id", "digest"))
    _write(touched.values(), gone, _Writing(rows, countries), known)


def write_judgements(gone: Collection[Judgement], new: Collection[Judgement]) -> None:
    """Some judgements no longer hold, others do."""
    from pobratim.storage import models

    found: list[int] = []
    for lefts in _portions(sorted({one.left for one in gone})):
        stored = models.Judgement.objects.filter(left__in=lefts)
        found += [row.pk for row in stored if _judged(row) in gone]
    _delete(models.Judgement, found)
    _insert_judgements(new)


def _following(changed: Mapping[str, tuple[Row | None, Row | None]], rows: Mapping[str, Row]) -> set[str]:
    """Rows that name one of which something changed that their own links or facets tell."""
    from pobratim.storage import models

    told: list[str] = []
    codes: set[str | None] = set()
    for one, (before, now) in changed.items():
        if before and now and _told_elsewhere(before) != _told_elsewhere(now):
            told.append(one)
        countries = {row.country if isinstance(row, Place) and row.type == "country" else None for row in (before, now)}
        codes |= countries if len(countries) > 1 else set()
    following = {one for one, row in rows.items() if isinstance(row, Place) and row.country in codes - {None}} if (
        codes - {None}
    ) else set()
    for ids in _portions(told):
        following.update(models.Link.objects.filter(target__in=ids).values_list("row_id", flat=True))
    return following & rows.keys()


def _told_elsewhere(row: Row) -> tuple[str | None, ...]:
    """What facets and links of other rows tell of this one."""
    match row:
        case DocumentRow():
            return row.published, outlet_of(row)
        case Organization():
            return row.name, row.place
        case Place() | Person():
            return (row.name,)
    return ()


def _write(rows: Iterable[Row], gone: Collection[str], writing: _Writing, known: Mapping[str, str]) -> None:
    """Write those of the rows that differ from what is ``known`` by digest, and take away those that are ``gone``."""
    from pobratim.storage import models

    for batch in _batches(rows, _AT_ONCE):
        written = [(one, one.digest) for one in map(writing.of, batch)]
        new = [(one, digest) for one, digest in written if one.row.id not in known]
        other = [(one, digest) for one, digest in written if known.get(one.row.id, digest) != digest]
        _execute(
            'INSERT INTO storage_row (id, "table", position, data, brief, digest) VALUES (%s, %s, %s, %s, %s, %s)',
            [(one.row.id, one.row.table, _position(one.row), one.data, one.brief, digest) for one, digest in new],
        )
        _execute(
            "UPDATE storage_row SET data = %s, brief = %s, digest = %s WHERE id = %s",
            [(one.data, one.brief, digest, one.row.id) for one, digest in other],
        )
        changed = {one.row.id: one for one, _ in other}
        for table, slot in _PARTS.items():
            _write_parts(table, {one: slot(row) for one, row in changed.items()}, True)
            _write_parts(table, {one.row.id: slot(one) for one, _ in new}, False)
    for ids in _portions(sorted(gone)):
        for table in _PARTS:
            _execute_in(f"DELETE FROM {table} WHERE row_id IN", ids)
        models.Link.objects.filter(target__in=ids).delete()
        _execute_in("DELETE FROM storage_row WHERE id IN", ids)


_PARTS: dict[str, Callable[[_Written], frozenset[tuple[str, ...]]]] = {
    "storage_link": lambda one: frozenset(one.links),
    "storage_word": lambda one: frozenset((word,) for word in one.words),
    "storage_facet": lambda one: frozenset((one.row.table, *facet) for facet in one.facets),
}
"""What is written of a row in tables of their own."""
_COLUMNS = {
    "storage_link": ("role", "target_id"),
    "storage_word": ("word",),
    "storage_facet": ('"table"', "name", "value"),
}


def _write_parts(table: str, wanted: Mapping[str, frozenset[tuple[str, ...]]], known: bool) -> None:
    """Write what differs of the parts that rows have in a table; of rows not yet ``known`` all."""
    columns = _COLUMNS[table]
    stored: dict[tuple[str, ...], int] = {}
    for ids in _portions(sorted(wanted)) if known else ():
        found = _execute_in(f"SELECT id, row_id, {', '.join(columns)} FROM {table} WHERE row_id IN", ids)
        stored.update((tuple(values), pk) for pk, *values in found)
    all_wanted = {(one, *part) for one, parts in wanted.items() for part in parts}
    for numbers in _portions([pk for one, pk in stored.items() if one not in all_wanted]):
        _execute_in(f"DELETE FROM {table} WHERE id IN", numbers)
    places = ", ".join(["%s"] * (len(columns) + 1))
    _execute(
        f"INSERT INTO {table} (row_id, {', '.join(columns)}) VALUES ({places})", sorted(all_wanted - stored.keys())
    )


def _position(row: Row) -> str:
    """Rows are ordered table by table, in each by id; none of them depends on how many others there are."""
    return f"{_NUMBER[row.table]:02} {row.id}"


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


def _json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False)


def _judged(row: Any) -> Judgement:
    from pobratim.storage.decisions import as_judgement

    return as_judgement(row)


def _insert_judgements(new: Iterable[Judgement]) -> None:
    from pobratim.storage import models
    from pobratim.storage.decisions import judgement_rows

    models.Judgement.objects.bulk_create(judgement_rows(new), _AT_ONCE)


def _delete(model: Any, numbers: Sequence[int]) -> None:
    for portion in _portions(numbers):
        model.objects.filter(pk__in=portion).delete()


def _execute(statement: str, values: Sequence[tuple[Any, ...]]) -> None:
    from django.db import connection

    if values:
        with connection.cursor() as cursor:
            cursor.executemany(statement, values)


def _execute_in(statement: str, values: Sequence[Any]) -> list[tuple[Any, ...]]:
    """The statement, ending in ``IN``, with these values."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(f"{statement} ({', '.join(['%s'] * len(values))})", list(values))
        return list(cursor.fetchall()) if statement.startswith("SELECT") else []


def _portions(values: Sequence[Any]) -> Iterator[Sequence[Any]]:
    return (values[start : start + _AT_ONCE] for start in range(0, len(values), _AT_ONCE))


def _batches(rows: Iterable[Row], size: int) -> Iterator[list[Row]]:
    batch: list[Row] = []
    for row in rows:
        batch.append(row)
        if len(batch) == size:
            yield batch
            batch = []
    yield batch
