"""What the text itself states: years told of as past or as to come, a day with its weekday."""

from __future__ import annotations

from collections.abc import Iterator

from pobratim.model import edtf
from pobratim.model.reading import Agreement, Event, Partnership, Plan, Record
from pobratim.register.claims import dated
from pobratim.register.dating.facts import Facts
from pobratim.register.dating.narrowing import YEARS, Clued, Constraint, from_year, until_year
from pobratim.register.rows import Because

_DAYS = ("понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье")


def told_as_past(clued: Clued, facts: Facts) -> Iterator[Constraint]:
    """No text is older than what it tells of as done."""
    done = [(year, record) for record in clued.source.records if (year := _done(record)) is not None]
    if done:
        year, record = max(done, key=lambda one: (one[0], one[1].id))
        yield _bounded(clued, from_year(year), record, f"уже состоялось: {year} год")


def told_as_to_come(clued: Clued, facts: Facts) -> Iterator[Constraint]:
    """No text is younger than what it tells of as still to come."""
    done = [record for record in clued.source.records if _done(record) is not None]
    ahead = [
        (year, record)
        for record in clued.source.records
        if (year := _to_come(record)) is not None and not any(_share_sentence(record, other) for other in done)
    ]
    if ahead:
        year, record = min(ahead, key=lambda one: (one[0], one[1].id))
        yield _bounded(clued, until_year(year), record, f"ещё предстоит: {year} год")


def _share_sentence(a: Record, b: Record) -> bool:
    """«Карта подписана в 2024 году, по ней идёт работа»: what was done dates the sentence, not what is to come."""
    return any(first < last and start < end for first, end in a.evidence for start, last in b.evidence)


def _bounded(clued: Clued, years: frozenset[int], record: Record, reason: str) -> Constraint:
    return Constraint(years, (Because(reason=reason, document=clued.source.id, span=record.evidence[0]),))


def _done(record: Record) -> int | None:
    match record:
        case Event(status="held"):
            return _first_year(record.date) if record.date_basis == "stated" else None
        case Agreement(status="signed"):
            return _first_year(record.signed) if record.signed_basis == "stated" else None
        case Partnership(status="active"):
            return _first_year(record.since) if record.since_basis == "stated" else None
        case _:
            return None


def _to_come(record: Record) -> int | None:
    match record:
        case Event(status="planned"):
            return _last_year(record.date) if record.date_basis == "stated" else None
        case Plan():
            return _last_year(record.due)
        case _:
            return None


def _first_year(value: str | None) -> int | None:
    first, _ = edtf.bounds(dated(value))
    return first.year if first else None


def _last_year(value: str | None) -> int | None:
    _, last = edtf.bounds(dated(value))
    return last.year if last else None


def weekdays(clued: Clued, facts: Facts) -> Iterator[Constraint]:
    """«во вторник, 17 июня»: the years in which that day is a Tuesday."""
    for clue in clued.source.reading.clues:
        if clue.weekday is None or clue.date is None or len(clue.date) != len("XXXX-06-17"):
            continue
        month, day = int(clue.date[5:7]), int(clue.date[8:10])
        years = frozenset(
            year - clue.years for year in YEARS if edtf.falls_on(year, month, day, clue.weekday)
        )
        reason = f"«{clued.words(clue)}» — {_DAYS[clue.weekday]}"
        yield Constraint(years & YEARS, (clued.because(reason, clue),))
