"""Agreements whose term is over or will soon be, and nothing has taken their place."""

from __future__ import annotations

from collections.abc import Iterator

from pobratim.model import edtf
from pobratim.register.agreement_terms import successors
from pobratim.register.attention.item import Case, Item, item
from pobratim.register.naming import heading


def lapsed(case: Case) -> Iterator[Item]:
    """Its term is over."""
    for row in case.register.agreements:
        if case.standings[row.id] == "lapsed":
            why = f"срок действия истёк: {edtf.in_russian(row.period)}; нового документа в реестре нет"
            yield item("lapsed", row, heading(case.register, row), why, due=_end(row.period))


def lapsing(case: Case) -> Iterator[Item]:
    """Its term ends within the months ahead; the last day counts."""
    after = successors(case.register)
    for row in case.register.agreements:
        end = edtf.bounds(row.period)[1]
        ahead = end is not None and case.today <= end <= case.horizon
        if ahead and row.id not in after and case.standings[row.id] in ("in force", "to begin"):
            why = f"срок действия истекает: {edtf.in_russian(row.period)}; нового документа в реестре нет"
            yield item("lapsing", row, heading(case.register, row), why, due=_end(row.period))


def _end(period: str | None) -> str | None:
    """The end of a term as exact as it is stated."""
    value = edtf.parse(period) if period else None
    return str(value.end) if isinstance(value, edtf.Interval) else period
