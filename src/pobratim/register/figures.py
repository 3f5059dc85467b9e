"""Figures: one row a quantity of the same parties, period and unit, with the values that sources give."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from pobratim.model.reading import Figure
from pobratim.register.claims import Claim, dated
from pobratim.register.conflicts import Said, Settled, settle_value
from pobratim.register.evidence import documents_of, evidence_of, ids_of
from pobratim.register.known import Known
from pobratim.register.rows import Conflict, FigureRow
from pobratim.register.text import digest

Quantity = tuple[str, tuple[str, ...], str | None, str | None]
"""Metric, parties, period and unit."""
Claims = list[Claim[Figure]]


def figure_key(claim: Claim[Figure], known: Known) -> Quantity:
    """What a figure is of."""
    figure = claim.record
    parties = known.rows(claim.source, figure.parties)
    period = dated(figure.period) or (_month(claim) if figure.unit == _TWINS else None)
    return figure.metric, parties, period, figure.unit


_TWINS = "twin_cities"
"""The unit of how many twins a place has: as of the month of the document that says it."""


_MONTH = re.compile(r"\d{4}-\d\d")


def _month(claim: Claim[Figure]) -> str | None:
    published = claim.source.published
    return published[: len("2023-10")] if published and _MONTH.match(published) else None


def same_figure(quantity: Quantity, claims: Claims) -> Iterator[Claims]:
    """The claims that speak of one figure.

    A metric of named parties and period has one value, whatever sources say; figures of another kind, or of
    nobody or no time in particular, are the same only when their values are.
    """
    metric, parties, period, unit = quantity
    contents: dict[tuple[object, ...], Claims] = defaultdict(list)
    for claim in claims:
        nobody = None if parties else claim.source.original
        contents[claim.record.value, claim.record.change, claim.record.trend, nobody].append(claim)
    told = [document for found in contents.values() for document in documents_of(found)]
    one_a_document = len(told) == len(set(told))
    if parties and period and (metric != "other" or unit == _TWINS) and one_a_document:
        yield claims
    else:
        yield from contents.values()


def figure_id(quantity: Quantity) -> str:
    """The id that a figure of the quantity would have."""
    return f"figure-{digest(*quantity)}"


def figure_row(row_id: str, quantity: Quantity, claims: Claims) -> tuple[FigureRow, list[Conflict]]:
    metric, parties, period, unit = quantity
    value = _settled(claims, "value")
    change = _settled(claims, "change")
    trend = _settled(claims, "trend")
    row = FigureRow(
        id=row_id,
        metric=metric,
        parties=parties,
        value=float(value.value) if value.value else None,
        unit=unit,
        period=period,
        change=float(change.value) if change.value else None,
        trend=trend.value,
        documents=documents_of(claims),
        claims=ids_of(claims),
        evidence=evidence_of(claims),
    )
    conflicts = (
        value.conflict(row_id, "value"), change.conflict(row_id, "change"), trend.conflict(row_id, "trend")
    )
    return row, [conflict for conflict in conflicts if conflict]


def _settled(claims: Sequence[Claim[Figure]], slot: str) -> Settled:
    values = ((getattr(claim.record, slot), claim) for claim in claims)
    return settle_value(Said(_plain(value), claim) for value, claim in values if value is not None)


def _plain(value: float | str) -> str:
    """A number without exponent and needless zeros; words as they are."""
    if isinstance(value, str):
        return value
    return f"{value:.6f}".rstrip("0").rstrip(".")
