"""The same happening told by a dated outlet: «24 июня» of an undated text and 24 June 2025 of another."""

from __future__ import annotations

from collections.abc import Iterator

from pobratim.model import edtf
from pobratim.model.reading import Event
from pobratim.register.claims import Claim
from pobratim.register.dating.facts import Facts
from pobratim.register.dating.narrowing import Clued, Constraint
from pobratim.register.rows import Because

_HALF = 6
"""A day without a year is the nearest: of what was in the second half a text of the next year may tell so."""


def same_happening(clued: Clued, facts: Facts) -> Iterator[Constraint]:
    """The year of a happening of which the text names the day alone, or the next one, or the one before."""
    for record in clued.source.records:
        if not isinstance(record, Event) or record.date is None or not record.date.startswith("XXXX"):
            continue
        row = facts.happening(Claim(clued.source, record).id)
        clue = clued.clue_of(record.date)
        if row is None or clue is None:
            continue
        year = edtf.year_of(row.date)
        assert year is not None
        month = int(record.date[5:7])
        text = year - clue.years
        years = {text}
        if clue.years == 0 and record.status == "held" and month > _HALF:
            years.add(text + 1)
        if clue.years == 0 and record.status == "planned" and month <= _HALF:
            years.add(text - 1)
        evidence = next((one for one in row.evidence if one.document != clued.source.id), None)
        yield Constraint(frozenset(years), (
            clued.because(f"«{clued.words(clue)}»: о том же событии рассказывает другой источник", clue),
            Because(
                reason=f"событие было {edtf.in_russian(row.date)}",
                document=evidence.document if evidence else None,
                span=evidence.span if evidence else None,
            ),
        ))
