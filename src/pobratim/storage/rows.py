"""The derived register, read whole or in the part that a view needs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from pobratim.model import edtf
from pobratim.register import serial
from pobratim.register.rows import DocumentRow, Place, Register, Row, Tie
from pobratim.storage import shelf
from pobratim.storage.fingerprint import derived_from
from pobratim.storage.stored import as_rows

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from pobratim.storage import models

ROAD_MAP = "road_map"
"""The rule of claims that `pobratim.exchange.roadmap.claims` makes."""
_NAMED = ("places", "people", "organizations")
_AT_ONCE = 500
"""Ids that one query names: databases take so many and not many more."""
_ABOUT = """
WITH RECURSIVE
near(id) AS (
    SELECT id FROM storage_row WHERE id IN ({seeds})
    UNION SELECT row_id FROM storage_link WHERE target_id IN ({seeds})
),
side(id) AS (
    SELECT DISTINCT target_id FROM near JOIN storage_link ON row_id = near.id WHERE role = 'parties'
),
facts(id) AS (
    SELECT id FROM near
    UNION SELECT target_id FROM storage_link WHERE row_id IN ({seeds}) AND role = 'mentions'
    UNION SELECT row_id FROM storage_link JOIN near ON target_id = near.id WHERE role = 'speaker'
    UNION SELECT tie.id FROM storage_row AS tie
        JOIN storage_link AS one ON one.row_id = tie.id AND one.role = 'parties'
        JOIN storage_link AS two ON two.row_id = tie.id AND two.role = 'parties' AND one.target_id < two.target_id
        WHERE tie."table" = 'ties' AND one.target_id IN (SELECT id FROM side)
            AND two.target_id IN (SELECT id FROM side)
),
"""
"""What is about some rows: ``facts``."""

_ON_TIE = """
WITH RECURSIVE
told(id) AS (
    SELECT document.target_id FROM storage_row
        JOIN storage_link AS one ON one.row_id = storage_row.id AND one.role = 'parties' AND one.target_id = %s
        JOIN storage_link AS two ON two.row_id = storage_row.id AND two.role = 'parties' AND two.target_id = %s
        JOIN storage_link AS document ON document.row_id = storage_row.id AND document.role = 'documents'
    WHERE storage_row."table" = 'ties'
),
of_others(tie, document) AS (
    SELECT DISTINCT link.row_id, told.id FROM told CROSS JOIN storage_link AS link CROSS JOIN storage_row AS tie
    WHERE link.target_id = told.id AND link.role = 'documents' AND tie.id = link.row_id AND tie."table" = 'ties'
        AND 1 = (SELECT COUNT(*) FROM storage_link AS side
            WHERE side.row_id = tie.id AND side.role = 'parties' AND side.target_id IN (%s, %s))
),
"""
"""What documents of their tie ``told``, and which of them tell of other ties of the two places."""

_TIE_FACTS = """
around(id) AS (
    SELECT target_id FROM storage_link WHERE row_id IN (%s, %s) AND role IN ('within', 'country')
),
near(id, name, alone) AS (
    SELECT DISTINCT named.id, named."table", told.id NOT IN (SELECT document FROM of_others)
    FROM told CROSS JOIN storage_link AS link CROSS JOIN storage_row AS named
    WHERE link.target_id = told.id AND link.role IN ('documents', 'posts.documents', 'mentions')
        AND named.id = link.row_id AND named."table" NOT IN ('ties', 'conflicts')
),
facts(id) AS (
    SELECT id FROM storage_row WHERE id IN (%s, %s)
    UNION SELECT id FROM told
    UNION SELECT id FROM near WHERE name = 'quotes'
        OR alone AND (SELECT COALESCE(MAX(CASE WHEN named.id IN (%s, %s) OR named.id IN (SELECT id FROM around)
            THEN 0 ELSE 1 END), 0) FROM storage_link AS link JOIN storage_row AS named ON named.id = link.target_id
            WHERE link.row_id = near.id AND link.role IN ('parties', 'actors', 'from', 'to')
                AND named."table" = 'places') = 0
        OR name NOT IN ('places', 'people', 'organizations', 'documents')
        AND (SELECT MAX(CASE WHEN link.target_id IN (%s, %s) THEN 1 ELSE 0 END)
            + MAX(CASE WHEN link.target_id IN (SELECT id FROM around) THEN 1 ELSE 0 END)
            FROM storage_link AS link WHERE link.row_id = near.id) = 2
    UNION SELECT one.row_id FROM storage_link AS one JOIN storage_link AS two ON two.row_id = one.row_id
        WHERE one.target_id = %s AND two.target_id = %s
),
"""
"""What may be about two places: ``facts`` that name both, or one and what lies around the other, or that a document
tells which is about no other tie of theirs."""

_PART = """
part(id) AS (
    SELECT id FROM facts
    UNION SELECT row_id FROM storage_link JOIN facts ON target_id = facts.id WHERE role = 'on'
    UNION SELECT id FROM storage_row WHERE id IN ({besides})
    UNION SELECT target_id FROM storage_link JOIN part ON row_id = part.id WHERE role <> 'mentions'
)
SELECT storage_row.id FROM storage_row JOIN part ON storage_row.id = part.id ORDER BY storage_row.position
"""
"""These, what contradicts them, and whatever they all name."""


def all_rows() -> Register:
    """Every row of the register."""
    from pobratim.storage import models

    return _register(models.Row.objects.all())


def rows_of_tables(*tables: str, sorts: Iterable[str] = ()) -> Register:
    """Every row of these tables, and of all others those of some sorts."""
    from django.db.models import Q

    from pobratim.storage import models

    of_sorts = models.Facet.objects.filter(table__in=serial.ROW_OF_TABLE, name="sort", value__in=sorted(sorts))
    return _register(models.Row.objects.filter(Q(table__in=tables) | Q(pk__in=of_sorts.values("row"))))


def part(ids: Iterable[str], *, besides: Iterable[str] = ()) -> Register:
    """The rows about these ids, the rows ``besides``, and whatever all those name.

    About them are the rows with these ids and those that name them, then what is said by people among these,
    ties of the places that these join, and contradictions on any of these.
    """
    seeds, others = sorted(set(ids)), sorted(set(besides))
    query = (_ABOUT + _PART).format(seeds=_placeholders(seeds), besides=_placeholders(others))
    return _found(query, [*seeds, *seeds, *seeds, *others])


def part_on_tie(left: str, right: str, *, besides: Iterable[str] = ()) -> Register:
    """The rows about what joins two places, the rows ``besides``, and whatever all those name.

    About it are the rows that name both places or are told in a document that is about no other tie of theirs, and
    contradictions on any of these. Other ties of the two are there with these documents alone.
    """
    others = sorted(set(besides))
    sides = sorted((left, right), key=_count_naming)  # begun with the rarer
    register = _found(_ON_TIE + _TIE_FACTS + _PART.format(besides=_placeholders(others)), [*sides * 7, *others])
    return replace(register, ties=(*register.ties, *_others_told(sides, register)))


def _others_told(sides: list[str], register: Register) -> Iterator[Tie]:
    """The other ties of two places of which documents of their own tie tell, with these documents."""
    from django.db import connection

    documents: dict[str, list[str]] = defaultdict(list)
    with connection.cursor() as cursor:
        cursor.execute(_ON_TIE.rstrip().rstrip(",") + " SELECT tie, document FROM of_others", sides * 2)
        for tie, document in cursor.fetchall():
            documents[tie].append(document)
    for tie in briefs_named(documents):
        if isinstance(tie, Tie) and register.get(tie.id) is None:
            yield replace(tie, documents=tuple(sorted(documents[tie.id])))


def _count_naming(row_id: str) -> int:
    """How many links there are to the row."""
    from pobratim.storage import models

    return models.Link.objects.filter(target=row_id).count()


def newest_document() -> str | None:
    """The id of the document that came out last; None where none is dated."""
    from pobratim.storage import models

    return models.Derivation.objects.values_list("newest", flat=True).first()


def newest_first(documents: Iterable[str]) -> list[str]:
    """The ids of these documents by the day on which they came out; of which it is not known, they come last."""
    from pobratim.storage import models

    days: dict[str, str] = dict.fromkeys(documents, "")
    ids = sorted(days)
    for start in range(0, len(ids), _AT_ONCE):
        told = models.Facet.objects.filter(row__in=ids[start : start + _AT_ONCE], name="day")
        days.update(told.values_list("row_id", "value"))
    return sorted(days, key=lambda one: (days[one], one), reverse=True)


def documents() -> list[DocumentRow]:
    """The documents of the register."""
    from pobratim.storage import models

    return list(_register(models.Row.objects.filter(table=DocumentRow.table)).documents)


def row(row_id: str) -> Row | None:
    """The row with that id; None where there is none."""
    from pobratim.storage import models

    found = models.Row.objects.filter(id=row_id).first()
    return as_rows([(found.table, found.data)])[0] if found else None


def road_maps() -> list[DocumentRow]:
    """The documents whose measures were read from the table of a road map, the newest first."""
    found = [row for row in rows_named(_with_measures(derived_from())) if isinstance(row, DocumentRow)]
    return sorted(found, key=lambda row: (edtf.sort_key(row.published), row.id))


@lru_cache(maxsize=1)
def _with_measures(fingerprint: str | None) -> frozenset[str]:
    """The documents that claims of measures rest on; all claims are passed through for it."""
    from pobratim.storage import models

    claims = models.Claim.objects.filter(rule=ROAD_MAP, reading__current=True)
    return frozenset(claims.values_list("reading__document__id", flat=True).distinct())


def rows_named(ids: Iterable[str]) -> list[Row]:
    """The rows with these ids, as many as there are."""
    return shelf.whole(ids)


def briefs_named(ids: Iterable[str]) -> list[Row]:
    """The same as others name them: without what grows with the documents (`pobratim.register.brief`)."""
    return shelf.in_brief(ids)


def places_named(ids: Iterable[str]) -> tuple[Place, ...]:
    """The places among the rows with these ids, in brief."""
    return tuple(row for row in briefs_named(ids) if isinstance(row, Place))


def count_telling(ids: Iterable[str]) -> dict[str, int]:
    """How many documents tell of each of these places, people, organizations and ties."""
    from pobratim.storage import models

    told = models.Facet.objects.filter(row__in=sorted(set(ids)), name="told").values_list("row_id", "value")
    return {row: int(count) for row, count in told}


_SAID_IN = """
SELECT DISTINCT said.id, said.position FROM storage_link AS told CROSS JOIN storage_row AS said
WHERE told.target_id IN ({documents}) AND told.role = 'documents'
    AND said.id = told.row_id AND said."table" = 'quotes'
ORDER BY said.position LIMIT %s
"""
"""SQLite joins in this order where it is told to: else it may begin with all that was ever said."""


def quotes_told_in(documents: Iterable[str], most: int) -> list[str]:
    """The ids of what was said in these documents, at most so many."""
    from django.db import connection

    told = sorted(set(documents))
    with connection.cursor() as cursor:
        cursor.execute(_SAID_IN.format(documents=_placeholders(told)), [*told, most])
        return [one for one, _position in cursor.fetchall()]


def sentences_told_in(documents: Iterable[str], most: int) -> Iterator[tuple[str, list[str]]]:
    """The ids of these rows, each with the sentences it rests on."""
    from pobratim.storage import models

    links = models.Link.objects.filter(role="documents", target__in=sorted(set(documents)))
    facts = models.Row.objects.filter(pk__in=links.values("row")).exclude(table__in=_NAMED)
    for row, data in facts.order_by("position").values_list("pk", "data")[:most]:
        yield row, [one["text"] for one in data.get("evidence", ())]


def filed_under(document: str) -> dict[str, Row]:
    """The row, in brief, that each record of the document's reading supports."""
    from django.db.models import TextField
    from django.db.models.functions import Cast

    from pobratim.storage import models

    claim = f'"{document}#'
    rows = models.Row.objects.filter(pk__in=models.Link.objects.filter(target=document).values("row"))
    written = rows.annotate(text=Cast("data", TextField())).filter(text__contains=claim).values_list("pk", "text")
    records = {pk: [part.partition('"')[0] for part in text.split(claim)[1:]] for pk, text in written}
    return {record: row for row in briefs_named(records) for record in records[row.id]}


def with_names(rows: Iterable[Row], slots: Collection[str] = ()) -> Register:
    """These rows, in their order, and in brief the rows that they name (in these slots, or in all), one step far."""
    from pobratim.storage import models

    rows = list(rows)
    ids = [row.id for row in rows]
    named: dict[str, Row] = {row.id: row for row in rows}
    for start in range(0, len(ids), _AT_ONCE):
        links = models.Link.objects.filter(row__in=ids[start : start + _AT_ONCE]).exclude(role="mentions")
        if slots:
            links = links.filter(role__in=sorted(slots))
        targets = set(links.values_list("target_id", flat=True)).difference(named)
        named.update((row.id, row) for row in briefs_named(targets))
    return _together(named.values())


def briefly(rows: QuerySet[Any]) -> Iterator[Row]:
    """The rows of a query in brief."""
    from django.db.models.functions import Coalesce

    from pobratim.storage.models import Json

    shown = rows.annotate(shown=Coalesce("brief", "data", output_field=Json()))
    for table, data in shown.values_list("table", "shown"):
        yield serial.from_dict(serial.ROW_OF_TABLE[table], data)


def sizes() -> dict[str, int]:
    """How many rows each table of the register has."""
    from django.db.models import Count

    from pobratim.storage import models

    counted = models.Row.objects.values_list("table").annotate(Count("id"))
    return {**dict.fromkeys(serial.ROW_OF_TABLE, 0), **dict(counted)}


def _placeholders(values: Sequence[str]) -> str:
    return ", ".join(["%s"] * len(values)) or "NULL"  # PostgreSQL knows no empty list


def _found(query: str, values: Sequence[str]) -> Register:
    """The rows whose ids a query gives, in its order."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(query, values)
        ids = [row for (row,) in cursor.fetchall()]
    rows = {row.id: row for row in rows_named(ids)}
    return _together(rows[one] for one in ids if one in rows)


def _register(rows: Iterable[models.Row]) -> Register:
    return _together(as_rows((row.table, row.data) for row in sorted(rows, key=lambda row: row.position)))


def _together(rows: Iterable[Row]) -> Register:
    """The register of these rows, in their order."""
    tables: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        tables[row.table].append(row)
    return Register(**{table: tuple(found) for table, found in tables.items()})  # type: ignore[arg-type]
