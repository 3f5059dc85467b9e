"""What came into the register since a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pobratim.register.rows import DocumentRow
from pobratim.storage.rows import briefs_named


@dataclass(frozen=True, slots=True)
class Arrivals:
    """The documents that were kept last, and how many came since the day."""

    since: date
    newest: tuple[DocumentRow, ...]
    total: int


def arrivals(since: date, count: int) -> Arrivals:
    """``count`` of the documents kept on that day or later, the last first; those not derived yet are counted only."""
    from pobratim.storage import models

    kept = models.Document.objects.filter(added__gte=since)
    ids = list(kept.order_by("-added", "-number").values_list("id", flat=True)[:count])
    rows = {row.id: row for row in briefs_named(ids) if isinstance(row, DocumentRow)}
    return Arrivals(since, tuple(rows[one] for one in ids if one in rows), kept.count())
