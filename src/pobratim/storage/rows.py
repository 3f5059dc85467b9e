"""The derived register, read whole or in the part that a view needs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from pobratim.model import edtf
from pobratim.register import serial
from pobratim.register.rows import DocumentRow, Place, Register, Row

if TYPE_CHECKING:
    from pobratim.storage import models

ROAD_MAP = "road_map"
"""The rule of claims that `pobratim.exchange.roadmap.claims` makes."""
_AT_ONCE = 500
"""Ids that one query names: databases take so many and not many more."""
_PART = """
WITH RECURSIVE
near(id) AS (
    SELECT id FROM storage_row WHERE id IN ({seeds})
    UNION SELECT row_id FROM storage_link WHERE target_id IN ({seeds})
),
facts(id) AS (
    SELECT id FROM near
    UNION SELECT row_id FROM storage_link JOIN near ON target_id = near.id WHERE role = 'speaker'
    UNION SELECT tie.id FROM near
        JOIN storage_link AS party ON party.row_id = near.id AND party.role = 'parties'
        JOIN storage_link AS tied ON tied.target_id = party.target_id AND tied.role = 'parties'
        JOIN storage_row AS tie ON tie.id = tied.row_id AND tie."table" = 'ties'
),
part(id) AS (
    SELECT id FROM facts
    UNION SELECT row_id FROM storage_link JOIN facts ON target_id = facts.id WHERE role = 'on'
    UNION SELECT id FROM storage_row WHERE id IN ({besides})
    UNION SELECT target_id FROM storage_link JOIN part ON row_id = part.id
)
SELECT storage_row.* FROM storage_row JOIN part ON storage_row.id = part.id
"""


def all_rows() -> Register:
    """Every row of the register."""
    from pobratim.storage import models

    return _register(models.Row.objects.all())


def part(ids: Iterable[str], *, besides: Iterable[str] = ()) -> Register:
    """The rows about these ids, the rows ``besides``, and whatever all those name.

    About them are the rows with these ids and those that name them, then what is said by people among these,
    ties of the places that these join, and contradictions on any of these.
    """
    from pobratim.storage import models

    seeds, others = sorted(set(ids)), sorted(set(besides))
    query = _PART.format(seeds=_placeholders(seeds), besides=_placeholders(others))
    return _register(models.Row.objects.raw(query, [*seeds, *seeds, *others]))


def newest_document() -> str | None:
    """The id of the document that came out last; None where none is dated."""
    from pobratim.storage import models

    return models.Derivation.objects.values_list("newest", flat=True).first()


def documents_on_tie(left: str, right: str) -> list[str]:
    """The ids of the documents that tie two places."""
    from pobratim.storage import models

    ties = models.Row.objects.filter(table="ties")
    for place in (left, right):
        ties = ties.filter(links__role="parties", links__target=place)
    links = models.Link.objects.filter(row__in=ties, role="documents")
    return list(links.values_list("target", flat=True))


def documents() -> list[DocumentRow]:
    """The documents of the register."""
    from pobratim.storage import models

    return list(_register(models.Row.objects.filter(table=DocumentRow.table)).documents)


def row(row_id: str) -> Row | None:
    """The row with that id; None where there is none."""
    from pobratim.storage import models

    found = models.Row.objects.filter(id=row_id).first()
    return as_row(found) if found else None


def road_maps() -> list[DocumentRow]:
    """The documents whose measures were read from the table of a road map, the newest first."""
    from pobratim.storage import models

    claims = models.Claim.objects.filter(rule=ROAD_MAP, reading__current=True)
    ids = set(claims.values_list("reading__document__id", flat=True).distinct())
    found = [row for row in rows_named(ids) if isinstance(row, DocumentRow)]
    return sorted(found, key=lambda row: (edtf.sort_key(row.published), row.id))


def rows_named(ids: Iterable[str]) -> list[Row]:
    """The rows with these ids, as many as there are."""
    from pobratim.storage import models

    return [as_row(row) for row in models.Row.objects.filter(id__in=sorted(set(ids)))]


def places_named(ids: Iterable[str]) -> tuple[Place, ...]:
    """The places among the rows with these ids."""
    return tuple(row for row in rows_named(ids) if isinstance(row, Place))


def with_names(rows: Iterable[Row]) -> Register:
    """These rows, in their order, and the rows that they name, one step far."""
    from pobratim.storage import models

    rows = list(rows)
    ids = [row.id for row in rows]
    named: dict[str, Row] = {row.id: row for row in rows}
    for start in range(0, len(ids), _AT_ONCE):
        found = models.Row.objects.filter(linked_from__row__in=ids[start : start + _AT_ONCE]).distinct()
        named.update((row.id, as_row(row)) for row in found if row.id not in named)
    tables: dict[str, list[Row]] = defaultdict(list)
    for row in named.values():
        tables[row.table].append(row)
    return Register(**{table: tuple(found) for table, found in tables.items()})  # type: ignore[arg-type]


def sizes() -> dict[str, int]:
    """How many rows each table of the register has."""
    from django.db.models import Count

    from pobratim.storage import models

    counted = models.Row.objects.values_list("table").annotate(Count("id"))
    return {**dict.fromkeys(serial.ROW_OF_TABLE, 0), **dict(counted)}


def as_row(row: models.Row) -> Row:
    """The register's row that was stored."""
    return serial.from_dict(serial.ROW_OF_TABLE[row.table], row.data)


def _placeholders(values: Sequence[str]) -> str:
    return ", ".join(["%s"] * len(values))


def _register(rows: Iterable[models.Row]) -> Register:
    tables: dict[str, list[Row]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: row.position):
        tables[row.table].append(as_row(row))
    return Register(**{table: tuple(found) for table, found in tables.items()})  # type: ignore[arg-type]
