"""What is told of a place, a tie, a person or an organization, kind by kind: some of it, how much, and how much a year.

Nothing here grows with what is told but the counting, which is remembered until the register changes.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Any, Protocol

from pobratim.register.facets import Among, at
from pobratim.register.rows import (
    AgreementRow,
    Commitment,
    DocumentRow,
    FigureRow,
    Happening,
    OfferRow,
    Organization,
    Person,
    QuoteRow,
    Tie,
    TopicRow,
)
from pobratim.storage.choosing import Choice
from pobratim.storage.fingerprint import derived_from

if TYPE_CHECKING:
    from django.db.models import QuerySet

FACTS = tuple(row.table for row in (Happening, AgreementRow, Commitment, OfferRow, FigureRow, TopicRow))
NAMED = tuple(row.table for row in (Person, Organization, Tie))
"""Ordered by how many documents tell of them, the rest by day."""
BY_YEAR = tuple(row.table for row in (AgreementRow, Happening, Commitment))
"""Those that are counted by year."""
_REMEMBERED = 1024
_SUBJECTS = 64
"""Of which the ids of all that names them are remembered."""

Days = tuple[str, str]
"""The first and the last day, as ISO has them."""


class Told(Protocol):
    """What is told of a subject."""

    @property
    def tables(self) -> tuple[str, ...]:
        """The kinds of rows."""
        ...

    def ids(self, table: str, start: int, count: int, days: Days | None = None) -> list[str]:
        """Some rows of a kind, the newest first; where ``days`` are given, those of these days."""
        ...

    def first(self, count: int) -> dict[str, list[str]]:
        """The first rows of every kind."""
        ...

    def count(self, table: str) -> int: ...

    def years(self, table: str) -> dict[str, int]:
        """How many rows of a kind, one of `BY_YEAR`, are of each year."""
        ...


@dataclass(frozen=True, slots=True)
class AtPlaces:
    """Of one place, or of two: what names both."""

    places: tuple[str, ...]

    @property
    def tables(self) -> tuple[str, ...]:
        return (*FACTS, *NAMED) if len(self.places) == 1 else FACTS

    def choice(self, table: str) -> Choice:
        return Choice((table,), tuple(Among("place", frozenset((one,))) for one in self.places))

    def ids(self, table: str, start: int, count: int, days: Days | None = None) -> list[str]:
        if len(self.places) == 2:
            rows = _of_both(derived_from(), self.places).rows.get(table, ())
            wanted = (row for day, row in rows if days is None or (day and days[0] <= day <= days[1]))
            return list(islice(wanted, start, start + count))
        place = self.places[0]
        first, last = (at(place, days[0]), at(place, days[1])) if days else (at(place, "0"), at(place, "~"))
        dated = _at((table,)).filter(value__gte=first, value__lte=last).order_by("-value", "-row_id")
        ids = list(dated.values_list("row_id", flat=True)[start : start + count])
        if days is None and len(ids) < count and table not in NAMED:
            beyond = max(0, start - dated.count()) if not ids else 0
            undated = _at((table,)).filter(value=at(place)).order_by("row_id").values_list("row_id", flat=True)
            ids += undated[beyond : beyond + count - len(ids)]
        return ids

    def first(self, count: int) -> dict[str, list[str]]:
        if len(self.places) == 2:
            return {table: self.ids(table, 0, count) for table in self.tables}
        return _first_at(self.tables, self.places[0], count)

    def count(self, table: str) -> int:
        if len(self.places) == 2:
            return len(_of_both(derived_from(), self.places).rows.get(table, ()))
        return _counts_at(derived_from(), self.tables, self.places[0]).get(table, 0)

    def years(self, table: str) -> dict[str, int]:
        if len(self.places) == 2:
            return _of_both(derived_from(), self.places).years.get(table, {})
        return _years_at(derived_from(), self.places[0]).get(table, {})

    def told_on(self, days: Days, tables: tuple[str, ...]) -> list[tuple[str, str]]:
        """The facts of these kinds that rest on a document of these days, as tables and ids."""
        from django.db import connection

        with connection.cursor() as cursor:
            cursor.execute(_TOLD_ON.format(tables=", ".join(["%s"] * len(tables))), [*tables, self.places[0], *days])
            return cursor.fetchall()


_TOLD_ON = """
SELECT DISTINCT named."table", named.row_id FROM storage_facet AS named CROSS JOIN storage_link AS told
    CROSS JOIN storage_facet AS day
WHERE named."table" IN ({tables}) AND named.name = 'place' AND named.value = %s
    AND told.row_id = named.row_id AND told.role = 'documents'
    AND day.row_id = told.target_id AND day.name = 'day' AND day.value >= %s AND day.value <= %s
"""
"""SQLite joins in this order where it is told to: a place has fewer facts than a year has documents."""


@dataclass(frozen=True, slots=True)
class Linked:
    """Of those whom rows name in a slot (in any, where none is told)."""

    targets: tuple[str, ...]
    role: str = ""

    @property
    def tables(self) -> tuple[str, ...]:
        return (*FACTS, QuoteRow.table)

    def ids(self, table: str, start: int, count: int, days: Days | None = None) -> list[str]:
        rows = _by_day(derived_from(), self).get(table, ())
        wanted = (row for day, row in rows if days is None or days[0] <= day <= days[1])
        return list(islice(wanted, start, start + count))

    def first(self, count: int) -> dict[str, list[str]]:
        return {table: self.ids(table, 0, count) for table in self.tables}

    def count(self, table: str) -> int:
        return len(_by_day(derived_from(), self).get(table, ()))

    def years(self, table: str) -> dict[str, int]:
        return dict(_by_year(derived_from(), self, table))

    def _rows(self) -> QuerySet[Any]:
        from pobratim.storage import models

        links = models.Link.objects.filter(target__in=list(self.targets))
        return (links.filter(role=self.role) if self.role else links.exclude(role="mentions")).values("row")


def _at(tables: tuple[str, ...]) -> QuerySet[Any]:
    """The facets that put rows of these kinds in order at their places."""
    from pobratim.storage import models

    return models.Facet.objects.filter(table__in=tables, name="at")


_FIRST_AT = """
SELECT * FROM (SELECT "table", value, row_id FROM storage_facet
    WHERE "table" = %s AND name = 'at' AND value >= %s AND value <= %s ORDER BY value DESC, row_id DESC LIMIT %s) AS one
"""
_UNDATED_AT = """
SELECT * FROM (SELECT "table", value, row_id FROM storage_facet
    WHERE "table" = %s AND name = 'at' AND value = %s ORDER BY row_id LIMIT %s) AS one
"""


def _first_at(tables: tuple[str, ...], place: str, count: int) -> dict[str, list[str]]:
    """The first rows of each of these kinds at a place, by one question; those of no day come last."""
    from django.db import connection

    parts: list[tuple[str, tuple[Any, ...]]] = [
        (_FIRST_AT, (table, at(place, "0"), at(place, "~"), count)) for table in tables
    ]
    parts += [(_UNDATED_AT, (table, at(place), count)) for table in tables if table not in NAMED]
    dated: dict[str, list[tuple[str, str]]] = {table: [] for table in tables}
    undated: dict[str, list[str]] = {table: [] for table in tables}
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(query for query, _ in parts), [one for _, values in parts for one in values])
        for table, value, row in cursor.fetchall():
            if value == at(place):
                undated[table].append(row)
            else:
                dated[table].append((value, row))
    return {
        table: [row for _, row in sorted(rows, reverse=True)][:count]
        + sorted(undated[table])[: max(0, count - len(rows))]
        for table, rows in dated.items()
    }


@lru_cache(maxsize=_REMEMBERED)
def _counts_at(fingerprint: str | None, tables: tuple[str, ...], place: str) -> dict[str, int]:
    """How many rows of each kind there are at a place."""
    from django.db.models import Count

    named = _at(tables).filter(value__gte=at(place), value__lte=at(place, "~"))
    return dict(named.order_by().values_list("table").annotate(Count("pk")))


@lru_cache(maxsize=_REMEMBERED)
def _years_at(fingerprint: str | None, place: str) -> dict[str, dict[str, int]]:
    """How many rows of the kinds `BY_YEAR` at the place are of each year."""
    from django.db.models import Count

    from pobratim.storage import models

    named = _at(BY_YEAR).filter(value__gte=at(place), value__lte=at(place, "~"))
    found: dict[str, dict[str, int]] = {table: {} for table in BY_YEAR}
    years = models.Facet.objects.filter(table__in=BY_YEAR, name="year", row__in=named.values("row"))
    for table, year, rows in years.order_by().values_list("table", "value").annotate(Count("pk")):
        found[table][year] = rows
    return found


_LINKED = """
SELECT DISTINCT named."table", named.id, day.value FROM storage_link AS link
    JOIN storage_row AS named ON named.id = link.row_id
    LEFT JOIN storage_facet AS day ON day.row_id = named.id AND day.name = 'day'
WHERE link.target_id IN ({targets}) AND {role}
"""


_BOTH_NAMED = """
SELECT one."table", one.row_id, day.value, year.value FROM storage_facet AS one
    JOIN storage_facet AS other ON other.row_id = one.row_id AND other.name = 'place' AND other.value = %s
    LEFT JOIN storage_facet AS day ON day.row_id = one.row_id AND day.name = 'day'
    LEFT JOIN storage_facet AS year ON year.row_id = one.row_id AND year.name = 'year'
WHERE one."table" IN ({tables}) AND one.name = 'place' AND one.value = %s
"""


@dataclass(frozen=True, slots=True)
class _Both:
    """What names two places, by the table: rows with their days, and how many rows are of each year."""

    rows: dict[str, list[tuple[str, str]]]
    years: dict[str, dict[str, int]]


@lru_cache(maxsize=_SUBJECTS)
def _of_both(fingerprint: str | None, places: tuple[str, ...]) -> _Both:
    """The facts that name both places, and their tie: newest first, of no day last."""
    from django.db import connection

    named = (*FACTS, Tie.table)
    tables = ", ".join(["%s"] * len(named))
    days: dict[str, dict[str, str]] = {table: {} for table in named}
    years: dict[str, dict[str, int]] = {table: {} for table in BY_YEAR}
    rarer, other = sorted(places, key=lambda place: sum(_counts_at(fingerprint, FACTS, place).values()))
    with connection.cursor() as cursor:
        cursor.execute(_BOTH_NAMED.format(tables=tables), [other, *named, rarer])
        for table, row, day, year in cursor.fetchall():  # a row of several years comes once for each
            days[table][row] = day or ""
            if year and table in years:
                years[table][year] = years[table].get(year, 0) + 1
    return _Both({table: _newest_first(rows) for table, rows in days.items()}, years)


def _newest_first(days: dict[str, str]) -> list[tuple[str, str]]:
    """The rows with their days, those of no day last."""
    dated = sorted(((day, row) for row, day in days.items() if day), reverse=True)
    return dated + sorted((day, row) for row, day in days.items() if not day)


@lru_cache(maxsize=_SUBJECTS)
def _by_day(fingerprint: str | None, linked: Linked) -> dict[str, list[tuple[str, str]]]:
    """The rows of each table with their days, the newest first, those of no day last."""
    from django.db import connection

    if not linked.targets:
        return {}
    targets = ", ".join(["%s"] * len(linked.targets))
    query = _LINKED.format(targets=targets, role="link.role = %s" if linked.role else "link.role <> 'mentions'")
    found: dict[str, list[tuple[str, str]]] = {}
    with connection.cursor() as cursor:
        cursor.execute(query, [*linked.targets, *filter(None, (linked.role,))])
        for table, row, day in cursor.fetchall():
            found.setdefault(table, []).append((day or "", row))
    return {table: sorted(rows, reverse=True) for table, rows in found.items()}


@lru_cache(maxsize=_REMEMBERED)
def _by_year(fingerprint: str | None, linked: Linked, table: str) -> tuple[tuple[str, int], ...]:
    from django.db.models import Count

    from pobratim.storage import models

    years = models.Facet.objects.filter(table=table, name="year", row__in=linked._rows())
    return tuple(years.order_by().values_list("value").annotate(Count("pk")))


def told_on(days: Days) -> frozenset[str]:
    """The documents that came out on these days."""
    from pobratim.storage import models

    found = models.Facet.objects.filter(table=DocumentRow.table, name="day", value__gte=days[0], value__lte=days[1])
    return frozenset(found.values_list("row_id", flat=True))


_FIELDS = """
SELECT field.value, year.value, COUNT(DISTINCT document.target_id) FROM storage_facet AS place
    JOIN storage_facet AS field ON field.row_id = place.row_id AND field.name = 'field'
    JOIN storage_link AS document ON document.row_id = place.row_id AND document.role = 'documents'
    JOIN storage_facet AS year ON year.row_id = document.target_id AND year.name = 'year'
WHERE place."table" = 'topics' AND place.name = 'place' AND place.value = %s {both}
    AND NOT EXISTS (SELECT 1 FROM storage_facet AS or_year WHERE or_year.row_id = document.target_id
        AND or_year.name = 'year' AND or_year.value <> year.value)
GROUP BY 1, 2
"""
"""Documents that may be of two years are of none."""
_BOTH = """AND EXISTS (SELECT 1 FROM storage_facet AS other
    WHERE other.row_id = place.row_id AND other.name = 'place' AND other.value = %s)"""


def fields_by_year(places: Iterable[str]) -> dict[str, dict[str, int]]:
    """How many documents of each year name each field of cooperation of these places."""
    found: dict[str, dict[str, int]] = {}
    for field, year, documents in _fields(derived_from(), tuple(places)):
        found.setdefault(field, {})[year] = documents
    return found


@lru_cache(maxsize=_REMEMBERED)
def _fields(fingerprint: str | None, places: tuple[str, ...]) -> tuple[tuple[str, str, int], ...]:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(_FIELDS.format(both=_BOTH if len(places) > 1 else ""), places)
        return tuple(cursor.fetchall())


def forget() -> None:
    """Count anew."""
    for remembered in (_of_both, _counts_at, _years_at, _by_day, _by_year, _fields):
        remembered.cache_clear()
