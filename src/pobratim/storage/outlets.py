"""The sources of the register's documents, and what kind each counts as."""

from __future__ import annotations

from dataclasses import dataclass

from pobratim.register.claims import Kind
from pobratim.register.decisions import Decision, Weigh
from pobratim.register.outlets import kind_of
from pobratim.register.rows import DocumentRow
from pobratim.register.text import normal
from pobratim.storage.choosing import Choice, values_chosen
from pobratim.storage.decisions import standing_decisions
from pobratim.storage.rows import rows_named

_MOST = 100_000


@dataclass(frozen=True, slots=True)
class Outlet:
    """A publisher, or the host of an address where no publisher is told."""

    name: str
    documents: int
    kind: Kind
    """What it counts as."""
    by_words: Kind
    """What its name and addresses tell."""
    decision: Decision | None
    """By which a person set the kind."""


def outlet_names() -> list[tuple[str, int]]:
    """Every outlet with the number of its documents, the busiest first."""
    return values_chosen(Choice((DocumentRow.table,)), "source", count=_MOST)["source"]


def outlets(names: list[tuple[str, int]]) -> list[Outlet]:
    """These outlets, in their order."""
    set_by = {normal(one.act.outlet): one for one in standing_decisions() if isinstance(one.act, Weigh)}
    samples = _samples([name for name, _documents in names])
    found = []
    for name, documents in names:
        decision = set_by.get(normal(name))
        sample = samples.get(name) or DocumentRow(id="", source="", publisher=name)
        by_words = kind_of(sample, {})
        kind = decision.act.kind if decision and isinstance(decision.act, Weigh) else by_words
        found.append(Outlet(name, documents, kind, by_words, decision))
    return found


def _samples(names: list[str]) -> dict[str, DocumentRow]:
    """A document of each."""
    from django.db.models import Min

    from pobratim.storage import models

    facets = models.Facet.objects.filter(table=DocumentRow.table, name="source", value__in=names)
    of = {row: name for name, row in facets.order_by().values_list("value").annotate(Min("row"))}
    return {of[row.id]: row for row in rows_named(of) if isinstance(row, DocumentRow)}
