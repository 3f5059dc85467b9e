"""What an undated text tells in the words of a dated one: all of it, or how old a town is."""

from __future__ import annotations

from collections.abc import Iterator

from pobratim.model import edtf
from pobratim.register.dating.facts import Facts
from pobratim.register.dating.jubilees import jubilees_in
from pobratim.register.dating.narrowing import YEARS, Clued, Constraint
from pobratim.register.rows import Because

_LAST_MONTH = 12


def reprinted(clued: Clued, facts: Facts) -> Iterator[Constraint]:
    """A reprint comes out within days; in December perhaps in the next year."""
    source = clued.source
    published = facts.published(source.original) if source.original != source.id else None
    year, (_, last) = edtf.year_of(published), edtf.bounds(published)
    if year is None or last is None:
        return
    years = {year, year + 1} if last.month == _LAST_MONTH else {year}
    reason = f"перепечатка; источник вышел: {edtf.in_russian(published)}"
    yield Constraint(frozenset(years), (Because(reason=reason, document=source.original),))


def same_jubilee(clued: Clued, facts: Facts) -> Iterator[Constraint]:
    """The town is as old as a dated source says, or so many years older or younger."""
    source = clued.source
    for jubilee in jubilees_in(source, facts.known):
        found = facts.jubilees.year_of(jubilee)
        if found is None:
            continue
        year, told = found
        first, last = jubilee.span
        words = " ".join(source.document.text[first:last].split())
        yield Constraint(YEARS & {year}, (
            Because(reason=f"«{words}» — возраст города", document=source.id, span=jubilee.span),
            Because(reason=f"{told.jubilee.age} лет ему было в {told.year} году", document=told.document,
                    span=told.jubilee.span),
        ))
