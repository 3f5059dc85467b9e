"""Rows chosen by their facets, a page at a time, and how many there are of each value."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from pobratim.register.facets import Among, Between, Condition, Lacks
from pobratim.register.rows import Row
from pobratim.storage.projection import derived_from
from pobratim.storage.rows import rows_named

if TYPE_CHECKING:
    from django.db.models import QuerySet

_REMEMBERED = 256


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
    """Some of the rows, in the order of their facet ``by``; those without it come last.

    ``by`` is a facet of which no row has two values. The first ones are read along its index, so that a page costs the
    same in a large register as in a small one.
    """
    about = [type(one) for one in choice.conditions if one.name == by]
    has, lacks = Between in about, Lacks in about
    ids: list[str] = []
    if not lacks:
        key = "-facets__value" if newest else "facets__value"
        ids = _ids(_rows(choice).filter(facets__name=by).order_by(key, "position"), start, count)
    if not has and len(ids) < count:
        known = 0 if lacks else count_chosen(choice.and_(Between(by)))
        others = _rows(choice if lacks else choice.and_(Lacks(by))).order_by("position")
        ids += _ids(others, max(0, start - known), count - len(ids))
    rows = {row.id: row for row in rows_named(ids)}
    return [rows[one] for one in ids]


def _ids(rows: QuerySet[Any], start: int, count: int) -> list[str]:
    """Ids alone: what is sorted stays small."""
    return list(rows.values_list("pk", flat=True)[start : start + count])


def count_chosen(choice: Choice) -> int:
    """How many rows there are."""
    return _count(derived_from(), choice)


def tables_chosen(choice: Choice) -> dict[str, int]:
    """How many rows of each table there are."""
    return dict(_tables(derived_from(), choice))


def values_chosen(choice: Choice, *names: str, count: int = 100) -> dict[str, list[tuple[str, int]]]:
    """The values of each facet among the rows with how many rows have each, the commonest first."""
    return {name: list(values) for name, values in _values(derived_from(), choice, names, count)}


@lru_cache(maxsize=_REMEMBERED)
def _count(fingerprint: str | None, choice: Choice) -> int:
    """The same for the same register."""
    return int(_rows(choice).count())


@lru_cache(maxsize=_REMEMBERED)
def _tables(fingerprint: str | None, choice: Choice) -> tuple[tuple[str, int], ...]:
    from django.db.models import Count

    return tuple(_rows(choice).order_by().values_list("table").annotate(Count("pk")))


@lru_cache(maxsize=_REMEMBERED)
def _values(
    fingerprint: str | None, choice: Choice, names: tuple[str, ...], count: int
) -> tuple[tuple[str, tuple[tuple[str, int], ...]], ...]:
    from django.db.models import Count

    from pobratim.storage import models

    facets = models.Facet.objects.filter(name__in=names)
    if choice != Choice():
        facets = facets.filter(row__in=_rows(choice).values("pk"))
    found: dict[str, list[tuple[str, int]]] = {name: [] for name in names}
    for name, value, rows in facets.values_list("name", "value").annotate(Count("pk")):
        found[name].append((value, rows))
    return tuple(
        (name, tuple(sorted(values, key=lambda pair: (-pair[1], pair[0]))[:count])) for name, values in found.items()
    )


def _rows(choice: Choice) -> QuerySet[Any]:
    from pobratim.storage import models

    rows = models.Row.objects.all()
    if choice.tables:
        rows = rows.filter(table__in=choice.tables)
    if choice.within is not None:
        rows = rows.filter(pk__in=sorted(choice.within))
    for condition in choice.conditions:
        rows = _meeting(rows, condition)
    return rows


def _meeting(rows: QuerySet[Any], condition: Condition) -> QuerySet[Any]:
    from pobratim.storage import models

    facets = models.Facet.objects.filter(name=condition.name)
    match condition:
        case Among(values=values):
            return rows.filter(pk__in=facets.filter(value__in=sorted(values)).values("row"))
        case Between(first=first, last=last):
            return rows.filter(pk__in=facets.filter(value__gte=first, value__lte=last).values("row"))
        case Lacks():
            return rows.exclude(pk__in=facets.values("row"))


def forget() -> None:
    """Count anew."""
    _count.cache_clear()
    _values.cache_clear()
    _tables.cache_clear()
