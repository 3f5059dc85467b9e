"""The reader: a Document in, a Reading out. Pure: the same document gives the same reading."""

from __future__ import annotations

from dataclasses import replace

from pobratim.model import edtf
from pobratim.model.document import Document
from pobratim.model.language import detect
from pobratim.model.reading import Reading
from pobratim.reading import READER
from pobratim.reading.clues import find_clues
from pobratim.reading.context import Context
from pobratim.reading.dates import find_dates
from pobratim.reading.names.entities import find_entities
from pobratim.reading.names.places.homes import with_homes
from pobratim.reading.names.places.seats import with_seats, without_idle_places
from pobratim.reading.records.steps import find_records
from pobratim.reading.relevance import THRESHOLD, relevance
from pobratim.reading.shown import DOUBTFUL, shows_cooperation
from pobratim.reading.text.hyphens import with_plain_hyphens
from pobratim.reading.text.legible import is_russian, without_foreign_paragraphs
from pobratim.reading.text.segments import lay_out


def read_document(document: Document, *, whatever: bool = False, proposed: bool = False) -> Reading:
    """Everything the reader takes out of a document.

    A document in another language than Russian is kept with a note and no facts; an irrelevant one
    keeps its entities and has no records, unless they are wanted ``whatever`` it is about (measuring does).
    Events that are rather not there are left out, unless all that rules have ``proposed`` is wanted (training does).
    """
    plain = with_plain_hyphens(document.text)
    if document.language != "ru" and is_russian(plain, document.language):
        document = replace(document, language="ru")
    if document.language != "ru":
        return Reading(document=document, relevance=0.0, reader=READER, notes=(_unread(document.language),))
    text = without_foreign_paragraphs(plain)
    layout = lay_out(text)
    found = with_homes(with_seats(find_entities(layout)), layout)
    context = Context(document, layout, found, find_dates(layout, document))
    score = relevance(context)
    records = find_records(context, proposed=proposed) if whatever or score >= DOUBTFUL else ()
    if DOUBTFUL <= score < THRESHOLD and shows_cooperation(records, found.entities, score):
        score = THRESHOLD
    records = records if whatever or score >= THRESHOLD else ()
    entities, records = without_idle_places(found.entities, records)
    notes = (_PARTLY_READ,) if text != plain else ()
    return Reading(
        document=document,
        relevance=score,
        entities=entities,
        records=records,
        reader=READER,
        notes=notes,
        clues=find_clues(context, records) if records else (),
    )


def read(text: str, published: str | None = None) -> Reading:
    """Read one Russian text.

    ``published`` is the day, month or year of publication (EDTF); relative dates are reckoned from it. Raises
    `ValueError` where it is no such date.
    """
    document = Document(text=text, source="", language=detect(text))
    if published is not None:
        if not edtf.is_valid(published):
            raise ValueError(f"published: {published!r} is no date; write it as 2024-05-17, 2024-05 or 2024")
        document = replace(document, published=published, published_basis="stated")
    return read_document(document)


_PARTLY_READ = "абзацы на другом языке пока не читаются"


def _unread(language: str) -> str:
    return f"язык документа ({language}) пока не читается: документ хранится и находится поиском"
