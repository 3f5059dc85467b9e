"""What could be known on a day: the readings of what documents had said by then."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from pobratim.model import edtf
from pobratim.model.reading import Reading


def known_on(
    readings: Iterable[Reading], day: date, published: Mapping[str, str | None], added: Mapping[str, date]
) -> list[Reading]:
    """The readings of the documents that were `known_by` the day, in their order."""
    known = known_by(day, published, added)
    return [one for one in readings if one.document.id in known]


def known_by(day: date, published: Mapping[str, str | None], added: Mapping[str, date]) -> frozenset[str]:
    """The ids of the documents that surely were out on the day.

    ``published`` has the date of each document as the whole register knows it, stated or inferred: one of which only
    the year is known counts from the end of that year. A document without a year counts from the day on which it was
    ``added`` to the register; without that day too, it is known on no day.
    """
    since = {
        document: edtf.bounds(published.get(document))[1] or added.get(document)
        for document in published.keys() | added.keys()
    }
    return frozenset(document for document, known in since.items() if known is not None and known <= day)
