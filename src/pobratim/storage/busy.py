"""Every tie with how busy it is."""

from __future__ import annotations

from dataclasses import dataclass

from pobratim.register.rows import Tie

_SHARED = """
SELECT one.target_id, two.target_id, COUNT(*) FROM storage_row AS happening
    JOIN storage_link AS one ON one.row_id = happening.id AND one.role = 'parties'
    JOIN storage_link AS two ON two.row_id = happening.id AND two.role = 'parties' AND one.target_id < two.target_id
WHERE happening."table" = 'happenings' GROUP BY one.target_id, two.target_id
"""


@dataclass(frozen=True, slots=True)
class Tied:
    """A tie in brief, how many documents tell of it, and in how many happenings both places took part."""

    tie: Tie
    documents: int
    happenings: int


def tied() -> tuple[Tied, ...]:
    """All ties, in the order of their ids."""
    from django.db import connection

    from pobratim.storage import models
    from pobratim.storage.rows import briefly

    ties = [row for row in briefly(models.Row.objects.filter(table=Tie.table)) if isinstance(row, Tie)]
    told = models.Facet.objects.filter(table=Tie.table, name="told").values_list("row_id", "value")
    documents = {row: int(count) for row, count in told}
    with connection.cursor() as cursor:
        cursor.execute(_SHARED)
        shared = {frozenset((left, right)): count for left, right, count in cursor.fetchall()}
    return tuple(
        Tied(tie, documents.get(tie.id, 0), shared.get(frozenset(tie.parties), 0))
        for tie in sorted(ties, key=lambda tie: tie.id)
    )
