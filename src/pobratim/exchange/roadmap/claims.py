"""The measures of a road map as plans of its reading: so they are commitments of the register like any other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pobratim.exchange.roadmap.parties import same, sides_in
from pobratim.model.errors import InputError
from pobratim.model.reading import Event, Plan, Reading, Record, Span
from pobratim.model.settings import Settings
from pobratim.storage.rows import ROAD_MAP

_SURE = 0.99


def with_measures(reading: Reading, original: bytes, settings: Settings) -> Reading:
    """The reading with a plan for each measure, where the original is a DOCX with a table of them.

    Each plan rests on its row of the table; the plans that the reader took from these rows give way, and what would
    happen by them is planned: a road map tells what is to be done, never what was. An undated
    document is of the day of signing that its heading names. A table that cannot be understood changes nothing:
    `reading.read` says what is wrong with it.
    """
    if not original.startswith(b"PK"):
        return reading
    from pobratim.exchange.roadmap.reading import read  # here, for most documents need no DOCX parser

    try:
        roadmap = read(original, reading.document.source, settings)
    except InputError:
        return reading
    text = reading.document.text
    found: list[tuple[Span, Plan]] = []
    position = 0
    for measure in roadmap.measures:
        start = text.find(measure.action, position)
        if start < 0:
            continue
        position = start + len(measure.action)
        row = _line(text, start)
        found.append((row, Plan(
            action=measure.action, due=measure.term.due, evidence=(row,), confidence=_SURE, rule=ROAD_MAP
        )))
    if not found:
        return reading
    actors = _parties(reading, roadmap.title)
    rows = [row for row, _ in found]
    kept = [
        _still_to_come(record) if _is_of_one(record, rows) else record for record in reading.records
        if not (isinstance(record, Plan) and _is_of_one(record, rows))
    ]
    last = max((int(digits) for record in reading.records if (digits := record.id[1:]).isdecimal()), default=0)
    plans = [
        replace(plan, id=f"r{number}", actors=actors) for number, (_, plan) in enumerate(found, start=last + 1)
    ]
    document = reading.document
    if document.published is None and roadmap.signed:
        document = replace(document, published=roadmap.signed, published_basis="inferred")
    return replace(reading, document=document, records=(*kept, *plans))


def _line(text: str, position: int) -> Span:
    """The line of the text around a position: the row of the table."""
    start = text.rfind("\n", 0, position) + 1
    end = text.find("\n", position)
    return start, len(text) if end < 0 else end


def _parties(reading: Reading, title: str) -> tuple[str, ...]:
    """The entities of the reading that are the two sides of the heading."""
    found = (next((own.id for own in reading.entities if same(own, side)), None) for side in sides_in(title))
    parties = tuple(one for one in found if one)
    return parties if len(parties) == 2 else ()


def _is_of_one(record: Record, rows: Sequence[Span]) -> bool:
    """Whether the record rests on one of the rows alone."""
    return any(_within(record.evidence, row) for row in rows)


def _still_to_come(record: Record) -> Record:
    return replace(record, status="planned") if isinstance(record, Event) and record.status == "held" else record


def _within(evidence: tuple[Span, ...], row: Span) -> bool:
    return all(row[0] <= start and end <= row[1] for start, end in evidence)
