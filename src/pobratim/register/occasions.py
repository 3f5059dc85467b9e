"""What each document is news of: the newest agreement it speaks of, and whether that was signed just then.

Two documents about one visit rarely share its date, but they share what was signed there.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pobratim.model import edtf
from pobratim.register.claims import Source
from pobratim.register.rows import AgreementRow

_JUST_SIGNED = 62
"""Days within which a signing is news."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """The newest agreement of a document, and whether the document came out when it was signed."""

    agreement: str
    fresh: bool


def occasions(sources: Iterable[Source], agreements: Iterable[AgreementRow]) -> dict[str, Occasion]:
    """The occasion of each document that speaks of a dated agreement, by the document's id."""
    newest: dict[str, tuple[int, AgreementRow]] = {}
    for row in agreements:
        day, _ = edtf.bounds(row.signed or row.period)
        for document in row.documents if day else ():
            found = (day.toordinal() if day else 0, row)
            if document not in newest or (found[0], row.id) > (newest[document][0], newest[document][1].id):
                newest[document] = found
    published = {source.id: source.published for source in sources}
    return {
        document: Occasion(row.id, _is_fresh(row, published[document]))
        for document, (_, row) in newest.items()
    }


def _is_fresh(row: AgreementRow, published: str | None) -> bool:
    """Signed within two months of the day of publication, or for a term that begins this year or next."""
    told, _ = edtf.bounds(published)
    signed, _ = edtf.bounds(row.signed)
    begins, _ = edtf.bounds(row.period)
    if told is None:
        return False
    if signed:
        return abs((told - signed).days) <= _JUST_SIGNED
    return begins is not None and told.year <= begins.year <= told.year + 1
