"""The part of a register that a view needs: some rows, and whatever they name."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import Any, get_args, get_type_hints

from pobratim.model import edtf
from pobratim.register.rows import TABLES, Evidence, Organization, Person, Place, Register, Row

_NAMING = frozenset({
    "place", "within", "parties", "participants", "organizations", "organization", "speaker", "from_", "to",
    "actors", "named", "signatories", "documents", "reprints", "reprint_of", "on", "replaces", "document", "row",
    "restated", "speakers",
})
"""The slots that hold ids of rows."""


def part_of(register: Register, rows: Iterable[Row]) -> Register:
    """The rows, what they name, what that names, and so on, each in its table and order.

    Of the documents that mention a place, a person or an organization only those are among it that `brought_by` says.
    """
    published = {row.id: row.published for row in register.documents}
    waiting = list(rows)
    wanted = {row.id for row in waiting}
    while waiting:
        new = set(brought_by(waiting.pop(), published)) - wanted
        wanted |= new
        waiting += [found for one in new if (found := register.get(one))]
    tables: dict[str, Any] = {
        table.table: tuple(row for row in getattr(register, table.table) if row.id in wanted)
        for table in TABLES
    }
    return Register(**tables)


def joined(registers: Iterable[Register]) -> Register:
    """The rows of all of them, each once, in the order in which they come."""
    tables: dict[str, dict[str, Row]] = {table.table: {} for table in TABLES}
    for register in registers:
        for row in register.rows():
            tables[row.table].setdefault(row.id, row)
    return Register(**{table: tuple(rows.values()) for table, rows in tables.items()})  # type: ignore[arg-type]


def brought_by(row: Row, published: Mapping[str, str | None]) -> Iterator[str]:
    """The ids of the rows that come along with it: all that it names.

    A place, a person or an organization leaves the documents that mention it where they are: there may be thousands.
    Only the first sentence that gives a person a post and the newest one (by when documents were ``published``) bring
    theirs.
    """
    if isinstance(row, Place | Organization):
        yield from (one for slot, ids in named_in(row).items() if slot != "documents" for one in ids)
    elif isinstance(row, Person):
        for post in row.posts:
            yield from filter(None, (post.organization, post.place))
            for said in post.evidence[:1], sorted(post.evidence, key=_newest_first(published))[:1]:
                yield from (one.document for one in said)
    else:
        yield from named_by(row)


def _newest_first(published: Mapping[str, str | None]) -> Callable[[Evidence], tuple[int, int, int]]:
    return lambda said: edtf.sort_key(published.get(said.document))


def named_by(value: Any) -> Iterator[str]:
    """The ids that a row, or a part of one, names in its slots."""
    for ids in named_in(value).values():
        yield from ids


def named_in(value: Any) -> dict[str, set[str]]:
    """The ids that a row, or a part of one, names, by the slots as `pobratim.register.serial` calls them.

    A slot of a part goes by the part's too: ``posts.place``.
    """
    paths = _paths(type(value))  # type: ignore[arg-type]
    return {name: ids for name, around, slot in paths if (ids := _ids(value, around, slot))}


def _ids(value: Any, around: tuple[str, ...], slot: str) -> set[str]:
    found: set[str] = set()
    parts = [value]
    for step in around:
        parts = [part for whole in parts for part in getattr(whole, step)]
    for part in parts:
        held = getattr(part, slot)
        if isinstance(held, tuple):
            found.update(held)
        elif held:
            found.add(held)
    return found


@cache
def _paths(kind: type) -> tuple[tuple[str, tuple[str, ...], str], ...]:
    """The slots of a dataclass and its parts that hold ids: the name outside, the slots that lead there, the slot."""
    hints = get_type_hints(kind)
    found: list[tuple[str, tuple[str, ...], str]] = []
    for slot in (one.name for one in dataclasses.fields(kind)):
        name, part = slot.rstrip("_"), next(iter(get_args(hints[slot])), None)
        if slot in _NAMING:
            found.append((name, (), slot))
        elif dataclasses.is_dataclass(part):
            inside = _paths(part)  # type: ignore[arg-type]
            found += ((f"{name}.{end}", (slot, *around), last) for end, around, last in inside)
    return tuple(found)
