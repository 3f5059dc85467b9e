"""Anniversaries ahead: of twinnings, partnerships and agreements."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pobratim.model import edtf
from pobratim.register.attention.item import Case, Item
from pobratim.register.naming import counted, heading, names, word
from pobratim.register.rows import Evidence, Ids

EVERY = 5
"""Years."""


@dataclass(frozen=True)
class _Jubilee:
    row: str
    parties: Ids
    what: str
    began: str | None
    evidence: tuple[Evidence, ...]
    documents: Ids


def anniversaries(case: Case) -> Iterator[Item]:
    """Each fifth year of what still stands, on a day (month, year) that touches the months ahead.

    What is known by its year alone has its anniversary all that year. An agreement signed on the day on which the tie
    began has none of its own.
    """
    told: set[tuple[Ids, str]] = set()
    for one in (*_stages(case), *_agreements(case)):
        found = _ahead(case, one.began)
        if found is None or (one.parties, found[0]) in told:
            continue
        due, years = found
        told.add((one.parties, due))
        why = f"{counted(years, 'год', 'года', 'лет')}: начало — {edtf.in_russian(one.began)}"
        yield Item(
            kind="anniversary", row=one.row, what=one.what, why=why, due=due,
            evidence=_telling(one.evidence, due, years), documents=one.documents,
        )


def _telling(evidence: tuple[Evidence, ...], due: str, years: int) -> tuple[Evidence, ...]:
    """The sentences, those that name the year of the beginning first."""
    year = str(int(due[:4]) - years)
    return tuple(sorted(evidence, key=lambda one: year not in one.text))


def _stages(case: Case) -> Iterator[_Jubilee]:
    for tie in case.register.ties:
        for stage in tie.history:
            if stage.status == "active":
                what = f"{names(case.register, tie.parties)} — {word('stage', stage.kind)}"
                yield _Jubilee(tie.id, tie.parties, what, stage.since, stage.evidence, stage.documents)


def _agreements(case: Case) -> Iterator[_Jubilee]:
    for row in case.register.agreements:
        if case.standings[row.id] in ("signed", "in force"):
            yield _Jubilee(
                row.id, row.parties, heading(case.register, row), row.signed, row.evidence, row.documents
            )


def _ahead(case: Case, began: str | None) -> tuple[str, int] | None:
    """The next anniversary and the years, if it touches the months ahead; as exact as the beginning is known."""
    point = edtf.parse(began) if began else None
    if not isinstance(point, edtf.Point) or not point.knows_year or point.qualifier:
        return None
    for year in range(case.today.year, case.horizon.year + 1):
        years = year - int(point.year)
        due = _in_year(point, year)
        first, last = edtf.bounds(due)
        assert first and last
        if years > 0 and years % EVERY == 0 and first <= case.horizon and case.today <= last:
            return due, years
    return None


def _in_year(point: edtf.Point, year: int) -> str:
    """29 February is kept on the 28th where the year has none."""
    due = str(edtf.Point(f"{year:04d}", point.month, point.day))
    return due if edtf.is_valid(due) else str(edtf.Point(f"{year:04d}", point.month, 28))
