"""Writing derived rows, and only what differs from what is written already: of a row, its links, words and facets."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence, Set

from pobratim.register.brief import FEW
from pobratim.register.identity import Judgement
from pobratim.register.outlets import outlet_of
from pobratim.register.rows import TABLES, DocumentRow, Organization, Person, Place, Row
from pobratim.storage import sql
from pobratim.storage.decisions import add_judgements, as_judgement, remove_judgements
from pobratim.storage.written import Before, Writing, Written, countries_of, flat

Changed = Mapping[str, tuple[Row | None, Row | None]]
"""Rows as they were and as they are, by their ids."""
_NUMBER = {row.table: number for number, row in enumerate(TABLES)}

def write_all(rows: Mapping[str, Row], judgements: Iterable[Judgement]) -> None:
    """Make the tables hold these rows and judgements, and nothing else."""
    from pobratim.storage import models

    known: dict[str, str] = dict(models.Row.objects.values_list("id", "digest"))
    _write(rows.values(), known.keys() - rows.keys(), Writing(rows, countries_of(rows.values())), known)
    stored = {as_judgement(row) for row in models.Judgement.objects.all().iterator()}
    wanted = set(judgements)
    write_judgements(stored - wanted, wanted - stored)


def write_changes(changed: Changed, rows: Mapping[str, Row], countries: Mapping[str, str]) -> None:
    """Write the rows that changed (as they were, as they are), and those of which links or facets follow from these."""
    gone = {one for one, (_, now) in changed.items() if now is None}
    touched = {one: now for one, (_, now) in changed.items() if now is not None}
    codes = _other_countries(changed)
    for one in _following(changed, rows, codes):
        touched.setdefault(one, rows[one])
    known = dict(sql.rows_in("SELECT id, digest FROM storage_row WHERE id IN", sorted(touched)))
    if codes:
        _write(touched.values(), gone, Writing(rows, countries), known)
    else:  # which countries there are is the same as before
        sources = _sources(touched.values()) if _same_outlets(changed) else {}
        _write(touched.values(), gone, Writing(rows, countries, Before(rows, changed), sources), known)


def write_judgements(gone: Collection[Judgement], new: Collection[Judgement]) -> None:
    """Some judgements no longer hold, others do."""
    remove_judgements(gone)
    add_judgements(new)


def _same_outlets(changed: Changed) -> bool:
    """Whether each document that was there, and still is, came from the outlet from which it came."""
    return all(
        outlet_of(before) == outlet_of(now)
        for before, now in changed.values() if isinstance(before, DocumentRow) and isinstance(now, DocumentRow)
    )


def _sources(rows: Iterable[Row]) -> dict[str, set[str]]:
    """The outlets that rows of many documents are written with."""
    found: dict[str, set[str]] = {}
    often = sorted(row.id for row in rows if len(row.documents) > FEW)
    query = "SELECT row_id, value FROM storage_facet WHERE name = 'source' AND row_id IN"
    for one, source in sql.rows_in(query, often):
        found.setdefault(one, set()).add(source)
    return found


def _other_countries(changed: Changed) -> frozenset[str]:
    """The codes of countries whose rows have come, gone or another code now."""
    codes: set[str] = set()
    for both in changed.values():
        countries = {row.country if isinstance(row, Place) and row.type == "country" else None for row in both}
        codes |= {code for code in countries if code} if len(countries) > 1 else set()
    return frozenset(codes)


def _following(changed: Changed, rows: Mapping[str, Row], codes: Collection[str]) -> set[str]:
    """Rows that name one of which something changed that their own links or facets tell."""
    told = [
        one for one, (before, now) in changed.items()
        if before and now and _told_elsewhere(before) != _told_elsewhere(now)
    ]
    inside = (one for one, row in rows.items() if isinstance(row, Place) and row.country in codes) if codes else ()
    following = set(inside)
    following.update(one for one, in sql.rows_in("SELECT row_id FROM storage_link WHERE target_id IN", told))
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


def _write(
    rows: Iterable[Row],
    gone: Collection[str],
    writing: Writing,
    known: Mapping[str, str],
) -> None:
    """Write those of the rows that differ from what is ``known`` by digest, and take away those that are ``gone``.

    Where it is known how the rows were before, what a row of thousands of documents names is not read to see what is
    new.
    """
    for batch in _batches(rows, sql.AT_ONCE):
        written = list(map(writing.of, batch))
        new = [one for one in written if one.row.id not in known]
        other = [one for one in written if known.get(one.row.id, one.digest) != one.digest]
        sql.run_each(
            'INSERT INTO storage_row (id, "table", position, data, brief, digest) VALUES (%s, %s, %s, %s, %s, %s)',
            [(one.row.id, one.row.table, _position(one.row), one.data, one.brief, one.digest) for one in new],
        )
        sql.run_each(
            "UPDATE storage_row SET data = %s, brief = %s, digest = %s WHERE id = %s",
            [(one.data, one.brief, one.digest, one.row.id) for one in other],
        )
        for table, slot in _PARTS.items():
            _write_parts(table, {one.row.id: slot(one) for one in other}, True)
            _write_parts(table, {one.row.id: slot(one) for one in new}, False)
        _write_parts("storage_link", {one.row.id: flat(writing.links(one.row)) for one in new}, False)
        if writing.knows_before:
            _write_links(other, writing)
        else:
            _write_parts("storage_link", {one.row.id: flat(writing.links(one.row)) for one in other}, True)
    ids = sorted(gone)
    for table in ("storage_link", *_PARTS):
        sql.run_in(f"DELETE FROM {table} WHERE row_id IN", ids)
    sql.run_in("DELETE FROM storage_link WHERE target_id IN", ids)
    sql.run_in("DELETE FROM storage_row WHERE id IN", ids)


_PARTS: dict[str, Callable[[Written], Set[tuple[str, ...]]]] = {
    "storage_word": lambda one: {(word,) for word in one.words},
    "storage_facet": lambda one: {(one.row.table, *facet) for facet in one.facets},
}
"""What is written of a row in tables of their own, beside its links."""
_COLUMNS = {
    "storage_link": ("role", "target_id"),
    "storage_word": ("word",),
    "storage_facet": ('"table"', "name", "value"),
}


def _write_parts(table: str, wanted: Mapping[str, Set[tuple[str, ...]]], known: bool) -> None:
    """Write what differs of the parts that rows have in a table; of rows not yet ``known`` all."""
    columns = _COLUMNS[table]
    of = sorted(wanted) if known else []
    found = sql.rows_in(f"SELECT id, row_id, {', '.join(columns)} FROM {table} WHERE row_id IN", of)
    stored = {one[1:]: one[0] for one in found}
    all_wanted = {(one, *part) for one, parts in wanted.items() for part in parts}
    sql.run_in(f"DELETE FROM {table} WHERE id IN", [pk for one, pk in stored.items() if one not in all_wanted])
    _insert(table, sorted(all_wanted - stored.keys()))


def _write_links(written: Iterable[Written], writing: Writing) -> None:
    """Write the links of rows that are written already, as far as they differ from what was before."""
    gone: list[tuple[str, ...]] = []
    new: list[tuple[str, ...]] = []
    for one in written:
        lost, come = writing.other_links(one)
        gone += ((one.row.id, *link) for link in sorted(flat(lost)))
        new += ((one.row.id, *link) for link in sorted(flat(come)))
    sql.run_each("DELETE FROM storage_link WHERE row_id = %s AND role = %s AND target_id = %s", gone)
    _insert("storage_link", new)


def _insert(table: str, values: Sequence[tuple[str, ...]]) -> None:
    sql.insert(table, ("row_id", *_COLUMNS[table]), values)


def _position(row: Row) -> str:
    """Rows are ordered table by table, in each by id; none of them depends on how many others there are."""
    return f"{_NUMBER[row.table]:02} {row.id}"


def _batches(rows: Iterable[Row], size: int) -> Iterator[list[Row]]:
    batch: list[Row] = []
    for row in rows:
        batch.append(row)
        if len(batch) == size:
            yield batch
            batch = []
    yield batch
