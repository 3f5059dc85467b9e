"""Rows chosen by their facets, a page at a time, and how many there are of each value."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from pobratim.register.facets import Among, Between, Condition, Facet, Lacks, holds
from pobratim.register.rows import TABLES, Row
from pobratim.storage.fingerprint import derived_from
from pobratim.storage.rows import briefs_named

if TYPE_CHECKING:
    from django.db.models import Q, QuerySet

_REMEMBERED = 1024
_SEARCHES = 16
"""Of which the facets of all that was found are remembered."""
_AT_ONCE = 500
_OF_ONE_VALUE = frozenset(("day", "due", "told", "called", "status", "proposed"))
"""Facets of which no row has two values."""
_TABLES = tuple(table.table for table in TABLES)


@dataclass(frozen=True, slots=True)
class Choice:
    """Rows of some tables (all, where none is named) that meet every condition."""

    tables: tuple[str, ...] = ()
    conditions: tuple[Condition, ...] = ()
    within: frozenset[str] | None = None
    """Only rows with these ids, where given."""

    def and_(self, *conditions: Condition) -> Choice:
        return Choice(self.tables, (*self.conditions, *conditions), self.within)


def chosen(choice: Choice, *, by: str = "day", newest: bool = True, start: int = 0, count: int = 50) -> list[Row]:
    """Some of the rows, in brief, in the order of their facet ``by``; those without it come last.

    ``by`` is a facet of which no row has two values.
    """
    ids = chosen_ids(choice, by=by, newest=newest, start=start, count=count)
    rows = {row.id: row for row in briefs_named(ids)}
    return [rows[one] for one in ids]


def chosen_ids(choice: Choice, *, by: str = "day", newest: bool = True, start: int = 0, count: int = 50) -> list[str]:
    """The ids of these rows.

    Where many fit, they are read along the index of the order; where few do, these are sorted: a page costs much the
    same in a large register as in a small one.
    """
    if choice.within is not None:
        return _in_order(_fitting(choice), by, newest)[start : start + count]
    about = [type(one) for one in choice.conditions if one.name == by]
    has, lacks = Between in about, Lacks in about
    ids: list[str] = []
    if not lacks:
        ordered = _along(choice, by) if _is_common(choice, by, start + count) else _sorted(choice, by)
        way = "-" if newest else ""
        ordered = ordered.order_by(f"{way}value", f"{way}row_id")
        ids = list(ordered.values_list("row_id", flat=True)[start : start + count])
    if not has and len(ids) < count:
        known = 0 if lacks else count_chosen(choice.and_(Between(by)))
        rows, key = _rows(choice if lacks else choice.and_(Lacks(by)))
        skipped = max(0, start - known)
        others = rows.order_by(key).values_list(key, flat=True).distinct()
        ids += others[skipped : skipped + count - len(ids)]
    return ids


def count_chosen(choice: Choice) -> int:
    """How many rows there are."""
    if choice.within is not None:
        return len(_fitting(choice))
    return _count(derived_from(), choice)


def tables_chosen(choice: Choice) -> dict[str, int]:
    """How many rows of each table there are."""
    if choice.within is not None:
        return dict(Counter(one.table for one in _fitting(choice)))
    return dict(_by_table(derived_from(), choice))


def values_chosen(choice: Choice, *names: str, count: int = 100) -> dict[str, list[tuple[str, int]]]:
    """The values of each facet among the rows with how many rows have each, the commonest first."""
    if choice.within is not None:
        few = _fitting(choice)
        counted = {name: Counter(value for one in few for value in one.values(name)) for name in names}
        return {name: _commonest(found.items(), count) for name, found in counted.items()}
    return {name: list(values) for name, values in _values(derived_from(), choice, names, count)}


@lru_cache(maxsize=_REMEMBERED)
def _count(fingerprint: str | None, choice: Choice) -> int:
    """The same for the same register."""
    rows, key = _rows(choice)
    first = _narrowest(choice)
    return int(rows.count() if first is None or _is_met_once(first) else rows.values(key).distinct().count())


@lru_cache(maxsize=_REMEMBERED)
def _by_table(fingerprint: str | None, choice: Choice) -> tuple[tuple[str, int], ...]:
    from django.db.models import Count

    rows, key = _rows(choice)
    return tuple(rows.order_by().values_list("table").annotate(Count(key, distinct=key == "row_id")))


@lru_cache(maxsize=_REMEMBERED)
def _values(
    fingerprint: str | None, choice: Choice, names: tuple[str, ...], count: int
) -> tuple[tuple[str, tuple[tuple[str, int], ...]], ...]:
    from django.db.models import Count

    from pobratim.storage import models

    facets = models.Facet.objects.filter(table__in=choice.tables or _TABLES, name__in=names)
    if choice.conditions:
        rows, key = _rows(choice)
        facets = models.Facet.objects.filter(name__in=names, row__in=rows.values(key))
    found: dict[str, list[tuple[str, int]]] = {name: [] for name in names}
    for name, value, rows_of_it in facets.order_by().values_list("name", "value").annotate(Count("pk")):
        found[name].append((value, rows_of_it))
    return tuple((name, tuple(_commonest(values, count))) for name, values in found.items())


def _commonest(values: Iterable[tuple[str, int]], count: int) -> list[tuple[str, int]]:
    return sorted(values, key=lambda pair: (-pair[1], pair[0]))[:count]


@dataclass(frozen=True, slots=True)
class _One:
    """One of few rows, with its facets."""

    id: str
    table: str
    facets: tuple[Facet, ...]

    def values(self, name: str) -> list[str]:
        return [value for one, value in self.facets if one == name]


def _fitting(choice: Choice) -> list[_One]:
    """Of the rows that are named, which are few, those that are chosen: told without the database."""
    assert choice.within is not None
    tables = choice.tables or _TABLES
    few = _named(derived_from(), choice.within)
    return [one for one in few if one.table in tables and all(holds(c, one.facets) for c in choice.conditions)]


@lru_cache(maxsize=_SEARCHES)
def _named(fingerprint: str | None, ids: frozenset[str]) -> tuple[_One, ...]:
    from pobratim.storage import models

    found: dict[str, list[Facet]] = defaultdict(list)
    tables: dict[str, str] = {}
    wanted = sorted(ids)
    for part in (wanted[start : start + _AT_ONCE] for start in range(0, len(wanted), _AT_ONCE)):
        tables |= dict(models.Row.objects.filter(pk__in=part).values_list("pk", "table"))
        for row, name, value in models.Facet.objects.filter(row__in=part).values_list("row_id", "name", "value"):
            found[row].append((name, value))
    return tuple(_One(row, table, tuple(found[row])) for row, table in tables.items())


def _in_order(rows: Iterable[_One], by: str, newest: bool) -> list[str]:
    """The ids in the order of a facet; those without it last."""
    keyed = [(one.values(by), one.id) for one in rows]
    known = sorted(((values[0], row) for values, row in keyed if values), reverse=newest)
    return [row for _value, row in known] + sorted(row for values, row in keyed if not values)


def _rows(choice: Choice) -> tuple[QuerySet[Any], str]:
    """What is asked for, and the field that is a row's id: begun with the condition that fewest rows meet."""
    from pobratim.storage import models

    tables = choice.tables or _TABLES
    first = _narrowest(choice)
    if first is None:
        rows, key = models.Row.objects.filter(table__in=tables), "pk"
    else:
        rows, key = models.Facet.objects.filter(_meets(first), table__in=tables), "row_id"
    return _narrowed(rows, choice, key, first), key


def _along(choice: Choice, by: str) -> QuerySet[Any]:
    """All that have the facet ``by``, in its order; each is asked for the conditions."""
    from pobratim.storage import models

    rows = models.Facet.objects.filter(table__in=choice.tables or _TABLES, name=by)
    for condition in choice.conditions:
        if condition.name == by:
            rows = rows.filter(_meets(condition))
    others = tuple(one for one in choice.conditions if one.name != by)
    return _narrowed(rows, Choice(choice.tables, others), "row_id")


def _sorted(choice: Choice, by: str) -> QuerySet[Any]:
    """The facets ``by`` of the rows that meet the conditions."""
    from pobratim.storage import models

    rows, key = _rows(choice)
    return models.Facet.objects.filter(name=by, row__in=rows.values(key))


def _is_common(choice: Choice, by: str, wanted: int) -> bool:
    """Whether the first ``wanted`` are sooner met along the order than all that fit are sorted."""
    everything = count_chosen(Choice(choice.tables, (Between(by),)))
    return any(count(choice) ** 2 > wanted * everything for count in (_at_least, count_chosen))


def _at_least(choice: Choice) -> int:
    """How many rows fit at least: as many as cannot all be among those that fail one of the conditions."""
    sizes = [count_chosen(Choice(choice.tables, (one,))) for one in choice.conditions]
    everything = count_chosen(Choice(choice.tables))
    return max(0, sum(sizes) - everything * (len(sizes) - 1)) if sizes else everything


def _narrowed(rows: QuerySet[Any], choice: Choice, key: str, but: Condition | None = None) -> QuerySet[Any]:
    from django.db.models import Exists, OuterRef

    from pobratim.storage import models

    for condition in choice.conditions:
        if condition is but:
            continue
        of_row = models.Facet.objects.filter(row=OuterRef(key))
        if isinstance(condition, Lacks):
            rows = rows.filter(~Exists(of_row.filter(name=condition.name)))
        else:
            rows = rows.filter(Exists(of_row.filter(_meets(condition))))
    return rows


def _is_met_once(condition: Condition) -> bool:
    """Whether a row meets the condition by one of its facets and no more: then they need not be told apart."""
    return condition.name in _OF_ONE_VALUE or (isinstance(condition, Among) and len(condition.values) == 1)


def _meets(condition: Condition) -> Q:
    """What a facet must be for its row to meet the condition."""
    from django.db.models import Q

    match condition:
        case Among(name=name, values=values):
            return Q(name=name, value__in=sorted(values))
        case Between(name=name, first=first, last=last):
            return Q(name=name, value__gte=first, value__lte=last)
        case Lacks():
            raise ValueError("no facet stands for the lack of one")


def _narrowest(choice: Choice) -> Condition | None:
    """The condition that fewest rows meet, of those that a facet can stand for."""
    standing = [one for one in choice.conditions if not isinstance(one, Lacks)]
    if len(standing) < 2:
        return standing[0] if standing else None
    fingerprint, tables = derived_from(), choice.tables or _TABLES
    return min(standing, key=lambda one: _size(fingerprint, tables, one))


@lru_cache(maxsize=_REMEMBERED)
def _size(fingerprint: str | None, tables: tuple[str, ...], condition: Condition) -> int:
    """How many facets of the tables meet the condition alone."""
    from pobratim.storage import models

    return models.Facet.objects.filter(_meets(condition), table__in=tables).count()


def forget() -> None:
    """Count anew."""
    for remembered in (_count, _by_table, _values, _size, _named):
        remembered.cache_clear()
