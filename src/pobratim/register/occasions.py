"""What each document is news of: the newest agreement it speaks of, and whether that was signed just then.

Two documents about one visit rarely share its date, but they share what was signed there.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pobratim.model import edtf
from pobratim.register.claims import Source
from pobratim.register.rows import AgreementRow

JUST_SIGNED = 62
"""Days within which a signing is news."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """The newest agreement of a document, and whether the document came out when it was signed."""

    agreement: str
    fresh: bool


def occasion_of(source: Source, agreements: Iterable[AgreementRow]) -> Occasion | None:
    """The occasion of a document that tells of these agreements, if one of them is dated."""
    days = ((edtf.bounds(row.signed or row.period)[0], row) for row in agreements)
    newest = max(((day, row.id, row) for day, row in days if day), key=lambda one: one[:2], default=None)
    return Occasion(newest[1], _is_fresh(newest[2], source.published)) if newest else None


def _is_fresh(row: AgreementRow, published: str | None) -> bool:
    """Signed within two months of the day of publication, or for a term that begins this year or next."""
    told, _ = edtf.bounds(published)
    signed, _ = edtf.bounds(row.signed)
    begins, _ = edtf.bounds(row.period)
    if told is None:
        return False
    if signed:
        return abs((told - signed).days) <= JUST_SIGNED
    return begins is not None and told.year <= begins.year <= told.year + 1
