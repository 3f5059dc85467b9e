"""Any row of the register in a few words, for lists of questions, contradictions and news."""

from __future__ import annotations

from pobratim.model import edtf
from pobratim.model.document import Document, called, file_name
from pobratim.register.rows import (
    AgreementRow,
    Commitment,
    Conflict,
    DocumentRow,
    FigureRow,
    Happening,
    OfferRow,
    QuoteRow,
    Register,
    Row,
    Tie,
    TopicRow,
)
from pobratim.reports.wording import quoted, sentence
from pobratim.web.ties import TieLine
from pobratim.web.words import ru, when

_LONGEST = 160
"""Characters of what somebody said."""


def headline(register: Register, row: Row | TieLine | str) -> str:
    """«Встреча: Минск — Омск, 24 июня 2025 года». An id is looked up; an unknown one comes back."""
    found = register.get(row) if isinstance(row, str) else row

    def joined(ids: tuple[str, ...]) -> str:
        return " — ".join(register.name(row_id) for row_id in ids)

    match found:
        case Happening():
            return _line(ru(found.kind, "event"), found.title or joined(found.parties), found.date)
        case AgreementRow():
            return _line(ru(found.kind, "agreement"), joined(found.parties) or found.subject, found.signed)
        case Commitment():
            return _line(ru("plan", "record"), found.action, found.due)
        case OfferRow():
            return _line(ru(found.direction, "direction"), found.item, None)
        case FigureRow():
            return _line(ru(found.metric, "metric"), joined(found.parties), found.period)
        case QuoteRow():
            return f"{register.name(found.speaker)}: {_cut(found.text)}"
        case TopicRow():
            return _line(ru(found.topic, "topic"), joined(found.parties), None)
        case Tie():
            return joined(found.parties)
        case TieLine():
            return joined(found.sides)
        case DocumentRow():
            return title(found)
        case Conflict():
            return _line(ru(found.slot, "slot"), headline(register, found.on), None)
        case None:
            return str(row)
    return register.name(found.id)


def day_of(row: Row) -> str | None:
    """When it was, is due, or came out: EDTF, as the row has it."""
    match row:
        case Happening():
            return row.date
        case AgreementRow():
            return row.signed
        case Commitment():
            return row.due
        case FigureRow():
            return row.period
        case DocumentRow():
            return row.published
        case Tie():
            return row.last_seen
    return None


def title(document: Document | DocumentRow) -> str:
    """How a document is named: by its title, else by its file, without the folders it was in."""
    return called(document.title, document.source)


def origin(document: Document | DocumentRow) -> str:
    """Who published it, else the file it came from; nothing where its name says as much."""
    return document.publisher or (file_name(document.source) if document.title else "")


def value(register: Register, slot: str, text: str) -> str:
    """One value of a contradiction in words: a date, the name of an id, the word for a code."""
    if register.get(text):
        return register.name(text)
    if edtf.is_valid(text) and slot not in ("value", "change"):
        return when(text)
    return ru(text)


def _cut(text: str) -> str:
    """The beginning of what somebody said."""
    return quoted(f"{text[:_LONGEST].rsplit(' ', 1)[0]}…" if len(text) > _LONGEST else text)


def _line(kind: str, what: str | None, date: str | None) -> str:
    told = ", ".join(filter(None, (what, when(date) if date else "")))
    return f"{sentence(kind)}: {told}" if told else sentence(kind)
