"""Searches that people keep for another day, each their own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from pobratim.model.errors import NotFound

MOST = 100
"""Of one person; the last ones are shown."""


@dataclass(frozen=True, slots=True)
class Saved:
    """A search: the end of its address."""

    number: int
    name: str
    query: str


def save_search(name: str, query: str, *, by: str, at: datetime) -> int:
    """Keep a search; its number. One of the same name is replaced."""
    from django.db import transaction

    from pobratim.storage import models

    with transaction.atomic():
        models.SavedSearch.objects.filter(name=name, by=by).delete()
        row = models.SavedSearch.objects.create(
            name=name, query=query, by=by, at=at.astimezone(UTC).replace(tzinfo=None)
        )
    return int(row.pk)


def saved_searches(by: str) -> list[Saved]:
    """The searches of one person, by name."""
    from pobratim.storage import models

    rows = models.SavedSearch.objects.filter(by=by).order_by("name", "pk")[:MOST]
    return [Saved(row.pk, row.name, row.query) for row in rows]


def forget_search(number: int, *, by: str) -> None:
    """Give up a search of one's own. Raises NotFound."""
    from pobratim.storage import models

    if not models.SavedSearch.objects.filter(pk=number, by=by).delete()[0]:
        raise NotFound(f"сохранённого поиска № {number} у вас нет")
