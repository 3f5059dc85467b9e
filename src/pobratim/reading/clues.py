"""What an undated text says of its own year, for others to conclude it (`pobratim.register.dating`).

«24 июня» lies in it, «24 июня прошлого года» a year before; «два года назад стали побратимами» tells how long ago the
tie began. Which of a text's expressions of the latter kind date which record is found by reading the text once more
as if it were of some year, and seeing where that year came in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import permutations

from pobratim.model import edtf
from pobratim.model.reading import Agreement, Clue, Event, Partnership, Record
from pobratim.reading.context import Context, DateMention
from pobratim.reading.dates import find_dates
from pobratim.reading.dates import words as w
from pobratim.reading.records.steps import find_dated

_SLOTS: tuple[tuple[type[Record], str], ...] = ((Event, "date"), (Agreement, "signed"), (Partnership, "since"))
_BEFORE = re.compile(rf"{w.WEEKDAY_BEFORE}$")
_BEHIND = re.compile(rf"\s*{w.WEEKDAY_BEHIND}\b")
_REACH = 16
"""Letters that the longest weekday takes with what stands around it."""
_SOME_YEAR = 2020
"""The year a text is read in where it states none itself."""


def find_clues(context: Context, records: tuple[Record, ...]) -> tuple[Clue, ...]:
    """The expressions that lean on the year of the text, in its order; none where that year is known."""
    leaning = [date for date in context.dates if date.years is not None]
    days = [_of_day(context, date) for date in leaning if date.edtf is not None]
    spans = [date for date in leaning if date.edtf is None]
    lengths = list(_of_lengths(context, records, spans)) if spans and records else []
    return tuple(sorted([*days, *lengths], key=lambda clue: (clue.span, clue.record or "")))


def _of_day(context: Context, date: DateMention) -> Clue:
    """«24 июня», «во вторник, 17 июня»."""
    assert date.years is not None
    text = context.layout.text
    before = text[max(0, date.start - _REACH) : date.start].lower()
    beside = _BEFORE.search(before) or _BEHIND.match(text[date.end : date.end + 2 * _REACH].lower())
    weekday = w.weekday(beside["weekday"]) if beside else None
    return Clue(span=(date.start, date.end), kind=date.kind, date=date.edtf, years=date.years, weekday=weekday)


def _of_lengths(context: Context, records: tuple[Record, ...], spans: list[DateMention]) -> Iterator[Clue]:
    """«два года назад», «уже 14 лет», «в прошлом году»: which record each of them dates."""
    waiting = [(record, slot) for record in records if (slot := _empty_slot(record, spans)) is not None]
    if not waiting:
        return
    year = _some_year(context)
    document = replace(context.document, published=f"{year:04d}", published_basis="inferred")
    dated = replace(context, document=document, dates=find_dates(context.layout, document))
    told = {_who(record): record for record in find_dated(dated)}
    for record, slot in waiting:
        value = getattr(told.get(_who(record)), slot, None)
        if value is None or not value.isdecimal():
            continue
        at = int(value)
        near = [span for span in spans if _stands_in(span, record)]
        fitting = [span for span in near if span.years == at - year] or list(_counted_from(near, at - year))
        if len(fitting) == 1:
            span = fitting[0]
            ago = context.text((span.start, span.end)).lower().endswith("назад")
            yield Clue(
                span=(span.start, span.end), kind="ago" if ago else span.kind, years=at - year, record=record.id
            )


def _counted_from(spans: list[DateMention], years: int) -> Iterator[DateMention]:
    """«В минувшем году исполнилось 15 лет»: the years that, with those of another expression, are so many."""
    for span, step in permutations(spans, 2):
        if span.kind == "anniversary" and step.kind == "point" and (span.years or 0) + (step.years or 0) == years:
            yield span


def _empty_slot(record: Record, spans: list[DateMention]) -> str | None:
    """The slot for the date of a record that has none, though one of the spans stands in its sentences."""
    slot = next((slot for kind, slot in _SLOTS if isinstance(record, kind)), None)
    empty = slot is not None and getattr(record, slot) is None
    return slot if empty and any(_stands_in(span, record) for span in spans) else None


def _stands_in(span: DateMention, record: Record) -> bool:
    return any(first <= span.start and span.end <= last for first, last in record.evidence)


def _some_year(context: Context) -> int:
    """The last year that the text states, as it is hardly older."""
    stated = (edtf.year_of(date.edtf) for date in context.dates if date.edtf and date.kind == "point")
    return max((year for year in stated if year is not None), default=_SOME_YEAR)


def _who(record: Record) -> tuple[object, ...]:
    """What a record is about, whatever its date."""
    return type(record), getattr(record, "kind", None), getattr(record, "parties", ()), record.evidence
