"""Fields of cooperation by year: how many documents name each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from pobratim.model import edtf
from pobratim.register.dossier import Dossier
from pobratim.register.rows import DocumentRow
from pobratim.reports.words import ru

LEVELS = 5
MOST_YEARS = 16
"""The last ones; what is older is added up in one column before them."""


@dataclass(frozen=True, slots=True)
class Cell:
    count: int
    level: int
    """0 of nothing to `LEVELS` of the fullest."""


@dataclass(frozen=True, slots=True)
class Heat:
    """A table: a row a field, a column a year."""

    years: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Cell, ...]], ...]


def heat(dossier: Dossier) -> Heat | None:
    """The table, the field named most first; None where fewer than two years are known."""
    named: dict[str, dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
    for field, year, document in _named(dossier):
        named[field][year].add(document)
    known = {year for years in named.values() for year in years}
    if len(known) < 2:
        return None
    last = max(known)
    first = max(min(known), last - MOST_YEARS + 1)
    older = min(known) < first
    fullest = max(len(documents) for years in named.values() for documents in years.values())

    def cells(years: dict[int, set[str]]) -> Iterator[Cell]:
        if older:
            yield _cell(len(set().union(*(years[year] for year in years if year < first))), fullest)
        yield from (_cell(len(years.get(year, ())), fullest) for year in range(first, last + 1))

    rows = sorted(named.items(), key=lambda pair: (-len(set().union(*pair[1].values())), ru(pair[0], "topic")))
    return Heat(
        ((f"до {first}",) if older else ()) + tuple(map(str, range(first, last + 1))),
        tuple((field, tuple(cells(years))) for field, years in rows),
    )


def _cell(count: int, fullest: int) -> Cell:
    return Cell(count, min(LEVELS, -(-count * LEVELS // fullest)))


def _named(dossier: Dossier) -> Iterator[tuple[str, int, str]]:
    """Each field that a document of a known year names."""
    for row in dossier.topics:
        for document in row.documents:
            found = dossier.register.get(document)
            first, last = edtf.bounds(found.published if isinstance(found, DocumentRow) else None)
            if first and last and first.year == last.year:
                yield row.topic, first.year, document
