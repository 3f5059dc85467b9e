"""When undated documents were written: by what they say of their own year and what others say of the same.

Each clue leaves some years possible. Where all together leave one, the document is of that year, `inferred`, with the
clues that led there as its reasons; where they leave more, or none, it stays undated.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator

from pobratim.model.reading import Partnership, Post
from pobratim.register.claims import Source
from pobratim.register.dating.facts import Facts
from pobratim.register.dating.happened import (
    just_signed,
    known_as_past,
    same_day_of_signing,
    same_happening,
    same_news,
)
from pobratim.register.dating.jubilees import asked_jubilees
from pobratim.register.dating.narrowing import YEARS, Clued, Constraint
from pobratim.register.dating.redating import in_year
from pobratim.register.dating.repeated import reprinted, same_jubilee
from pobratim.register.dating.since import years_since
from pobratim.register.dating.stated import told_as_past, told_as_to_come, weekdays
from pobratim.register.dating.terms import terms_of_office
from pobratim.register.known import Known
from pobratim.register.rows import Because

__all__ = ["Facts", "asked", "date_document", "is_open"]

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
    same_jubilee,
    reprinted,
)
"""What narrows the years; each tells the years that it leaves possible, and why."""


HINTS: tuple[Narrowing, ...] = (just_signed, same_day_of_signing)
"""What tells one year of few that are left, and by itself proves nothing."""
_FEW = len(YEARS) // 6
"""As many as a weekday leaves."""


def is_open(source: Source) -> bool:
    """Whether it is a document that counts, has no year and was not dated before."""
    return bool(source.records) and source.dating == () and _lacks_year(source)


def date_document(source: Source, facts: Facts) -> Source | None:
    """The undated source, dated, where ``facts`` let one conclude its year; else None."""
    clued = Clued(source)
    constraints = [one for narrowing in NARROWINGS for one in narrowing(clued, facts)]
    left, because = _left(constraints)
    if 1 < len(left) <= _FEW:
        left, because = _left([*constraints, *(one for hint in HINTS for one in hint(clued, facts))])
    if len(left) != 1:
        return None
    (year,) = left
    return in_year(clued, year, because, frozenset(one.record for one in constraints if one.record is not None))


def asked(source: Source, known: Known) -> Iterator[Hashable]:
    """What of the facts could date the source."""
    yield "document", source.original
    yield from asked_jubilees(source, known)
    for record in source.records:
        yield "claim", f"{source.id}#{record.id}"
        if isinstance(record, Partnership):
            yield "tie", frozenset(known.rows(source, record.parties))
        elif isinstance(record, Post):
            yield "person", known.row(source, record.person)
            for seat in known.rows(source, filter(None, (record.place, record.organization))):
                yield "office", record.title, seat


def _lacks_year(source: Source) -> bool:
    return source.published is None or source.published.startswith("XXXX")


def _left(constraints: Iterable[Constraint]) -> tuple[frozenset[int], tuple[Because, ...]]:
    """The years that all leave possible, with the reasons that were needed."""
    left = YEARS
    because: list[Because] = []
    for one in sorted(constraints, key=lambda one: len(one.years)):
        if not left <= one.years:
            left &= one.years
            because += one.because
    return left, tuple(because)
