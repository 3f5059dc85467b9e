"""What is told by year, as tables: fields of cooperation, and all the kinds of rows where very much is told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from pobratim.model import edtf
from pobratim.register.dossier import Dossier
from pobratim.register.rows import DocumentRow
from pobratim.reports.words import ru
from pobratim.storage import Shown
from pobratim.web.timeline import STRIP

LEVELS = 5
MOST_YEARS = 16
"""The last ones; what is older is added up in one column before them."""

Counts = Mapping[str, Mapping[int, int]]
"""For each row of the table how many there are of each year."""


@dataclass(frozen=True, slots=True)
class Cell:
    count: int
    level: int
    """0 of nothing to `LEVELS` of the fullest."""
    year: int | None = None
    """None of the column of all that is older."""


@dataclass(frozen=True, slots=True)
class Heat:
    """A table: a row a field, or a kind; a column a year."""

    years: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Cell, ...]], ...]


def fields(shown: Shown, as_of: date | None = None) -> Heat | None:
    """How many documents of each year name each field, the field named most first; None of fewer than two years.

    As of a day, the documents that had come out by then.
    """
    counts: Counts = _numbered(shown.fields()) if shown.told else _of(shown.dossier, as_of or date.max)
    return _table(dict(sorted(counts.items(), key=lambda pair: (-sum(pair[1].values()), ru(pair[0], "topic")))))


def years(shown: Shown) -> Heat | None:
    """How much of each kind is told of each year, where that is too much for a strip; else None."""
    if not shown.is_much:
        return None
    counts = _numbered({table: shown.years(table) for table in STRIP})
    return _table({table: by_year for table, by_year in counts.items() if by_year})


def _of(dossier: Dossier, until: date) -> Counts:
    named: dict[str, dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
    for field, year, document in _named(dossier, until):
        named[field][year].add(document)
    return {field: {year: len(found) for year, found in by_year.items()} for field, by_year in named.items()}


def _numbered(counts: Mapping[str, Mapping[str, int]]) -> Counts:
    return {row: {int(year): count for year, count in by_year.items()} for row, by_year in counts.items()}


def _table(counts: Counts) -> Heat | None:
    known = {year for by_year in counts.values() for year in by_year}
    if len(known) < 2:
        return None
    last = max(known)
    first = max(min(known), last - MOST_YEARS + 1)
    older = min(known) < first
    fullest = max(count for by_year in counts.values() for count in by_year.values())

    def cells(by_year: Mapping[int, int]) -> Iterator[Cell]:
        if older:
            yield _cell(sum(count for year, count in by_year.items() if year < first), fullest)
        yield from (_cell(by_year.get(year, 0), fullest, year) for year in range(first, last + 1))

    return Heat(
        ((_("до %(day)s") % {"day": first},) if older else ()) + tuple(map(str, range(first, last + 1))),
        tuple((row, tuple(cells(by_year))) for row, by_year in counts.items()),
    )


def _cell(count: int, fullest: int, year: int | None = None) -> Cell:
    return Cell(count, min(LEVELS, -(-count * LEVELS // fullest)), year)


def _named(dossier: Dossier, until: date) -> Iterator[tuple[str, int, str]]:
    """Each field that a document of a known year names, one that may have come out by that day."""
    for row in dossier.topics:
        for document in row.documents:
            found = dossier.register.get(document)
            first, last = edtf.bounds(found.published if isinstance(found, DocumentRow) else None)
            if first and last and first.year == last.year and first <= until:
                yield row.topic, first.year, document
