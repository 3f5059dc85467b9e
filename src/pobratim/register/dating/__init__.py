"""When undated documents were written: by what they say of their own year and what others say of the same.

Each clue leaves some years possible. Where all together leave one, the document is of that year, `inferred`, with the
clues that led there as its reasons; where they leave more, or none, it stays undated.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from pobratim.register.claims import Source
from pobratim.register.dating.facts import Facts
from pobratim.register.dating.happened import known_as_past, same_happening, same_news
from pobratim.register.dating.narrowing import YEARS, Clued, Constraint
from pobratim.register.dating.redating import in_year
from pobratim.register.dating.since import years_since
from pobratim.register.dating.stated import told_as_past, told_as_to_come, weekdays
from pobratim.register.dating.terms import terms_of_office
from pobratim.register.rows import Because

__all__ = ["Facts", "date_documents"]

Narrowing = Callable[[Clued, Facts], Iterable[Constraint]]

NARROWINGS: tuple[Narrowing, ...] = (
    years_since,
    same_happening,
    same_news,
    weekdays,
    told_as_past,
    known_as_past,
    told_as_to_come,
    terms_of_office,
)
"""What narrows the years; each tells the years that it leaves possible, and why."""


def date_documents(sources: Iterable[Source], facts: Facts) -> dict[str, Source]:
    """The undated sources whose year ``facts`` let one conclude, dated, by document id."""
    found = {}
    for source in sources:
        if source.records and source.dating == () and _lacks_year(source):
            clued = Clued(source)
            constraints = [one for narrowing in NARROWINGS for one in narrowing(clued, facts)]
            year, because = _only_year(constraints)
            if year is not None:
                told = frozenset(one.record for one in constraints if one.record is not None)
                found[source.id] = in_year(clued, year, because, told)
    return found


def _lacks_year(source: Source) -> bool:
    return source.published is None or source.published.startswith("XXXX")


def _only_year(constraints: Iterable[Constraint]) -> tuple[int | None, tuple[Because, ...]]:
    """The only year that all leave possible, with the reasons that were needed."""
    left = YEARS
    because: list[Because] = []
    for one in sorted(constraints, key=lambda one: len(one.years)):
        if not left <= one.years:
            left &= one.years
            because += one.because
    return (next(iter(left)), tuple(because)) if len(left) == 1 else (None, ())
