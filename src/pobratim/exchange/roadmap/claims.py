"""The measures of a road map as plans of its reading: so they are commitments of the register like any other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from pobratim.exchange.roadmap.parties import same, sides_in
from pobratim.model.errors import InputError
from pobratim.model.reading import Agreement, Event, Offer, Plan, Reading, Record, Span
from pobratim.model.settings import Settings
from pobratim.storage.rows import ROAD_MAP

_SURE = 0.99


def with_measures(reading: Reading, original: bytes, settings: Settings) -> Reading:
    """The reading with a plan for each measure, where the original is a DOCX with a table of them.

    Each plan rests on its row of the table; the plans that the reader took from these rows give way, and what would
    happen by them is planned: a road map tells what is to be done, never what was, whether a record rests on one row,
    on several or on words outside too. An undated document is of the day of signing that its heading names. A table
    that cannot be understood changes nothing: `reading.read` says what is wrong with it.
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
    tables = list(dict.fromkeys(_table(text, row) for row, _ in found))
    terms = {row: plan.due for row, plan in found}
    kept = [
        _beside(record, tables, terms) for record in reading.records
        if not (isinstance(record, Plan) and any(_within(record.evidence, row) for row in terms))
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


def _table(text: str, row: Span) -> Span:
    """The table in which the row stands: its lines are one paragraph, whatever the order of the columns."""
    start = text.rfind("\n\n", 0, row[0])
    end = text.find("\n\n", row[1])
    return (0 if start < 0 else start + 2), (len(text) if end < 0 else end)


def _beside(record: Record, tables: Sequence[Span], terms: Mapping[Span, str | None]) -> Record:
    """The record as what stands in the tables leaves it.

    What rests on them alone is still to come; what is told outside of them as well was so without them.
    """
    told = tuple(span for span in record.evidence if not any(_within((span,), table) for table in tables))
    if told == record.evidence:
        return record
    if told:
        return replace(record, evidence=told) if _is_done(record) else record
    return _still_to_come(record, next((due for row, due in terms.items() if _within(record.evidence[:1], row)), None))


def _is_done(record: Record) -> bool:
    match record:
        case Event(status="held") | Agreement(status="signed"):
            return True
    return False


def _still_to_come(record: Record, due: str | None) -> Record:
    """What a row tells as done is what it plans; a day that it does not name is not that of the row before it."""
    match record:
        case Event():
            planned = replace(record, status="planned") if record.status == "held" else record
            of_another = record.date_basis == "inferred" and due is not None
            return replace(planned, date=due, date_basis="stated") if of_another else planned
        case Agreement(status="signed", rule="agreement.signed"):  # not one that the row only refers to
            return replace(record, status="planned")
        case Offer(direction="supply"):
            return replace(record, direction="offer")
    return record


def _within(evidence: tuple[Span, ...], row: Span) -> bool:
    return all(row[0] <= start and end <= row[1] for start, end in evidence)
