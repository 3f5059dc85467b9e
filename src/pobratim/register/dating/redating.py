"""An undated document once its year is known: its days without a year get theirs."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import replace
from typing import Any, TypeVar

from pobratim.model import edtf
from pobratim.model.reading import Agreement, Event, Partnership, Plan, Record
from pobratim.register.claims import Source
from pobratim.register.dating.narrowing import Clued
from pobratim.register.rows import Because

_TURN = (1, 12)
"""In these months «5 января» and «20 декабря» may lie in the year before or after the text's."""
_OPEN = "XXXX"
_SLOTS: dict[type[Record], str] = {Event: "date", Agreement: "signed", Partnership: "since", Plan: "due"}


def in_year(clued: Clued, year: int, because: tuple[Because, ...], told_from: Container[str]) -> Source:
    """The source, published in ``year`` as inferred from ``because``, its claims dated as far as that tells.

    ``told_from`` are the records that the year was concluded from.
    """
    source = clued.source
    document = source.document
    told = document.published or clued.own_day or _OPEN
    published = f"{year:04d}{told[len(_OPEN):]}"
    reading = replace(
        source.reading,
        document=replace(document, published=published, published_basis="inferred"),
        records=tuple(_dated(record, year, clued, told_from) for record in source.reading.records),
    )
    return replace(source, reading=reading, dating=because)


R = TypeVar("R", bound=Record)


def _dated(record: R, year: int, clued: Clued, told: Container[str]) -> R:
    slot = _SLOTS.get(type(record))
    said = getattr(record, slot) if slot else None
    found = _of_day(said, year, clued) if said else _of_length(record, year, clued, told)
    if slot is None or found is None or not edtf.is_valid(found):  # «29 февраля»
        return record
    slots: dict[str, Any] = {slot: found} if isinstance(record, Plan) else {slot: found, f"{slot}_basis": "inferred"}
    return replace(record, **slots)


def _of_day(said: str, year: int, clued: Clued) -> str | None:
    clue = clued.clue_of(said) if said.startswith(_OPEN) else None
    if clue is None or (clue.years == 0 and int(said[5:7]) in _TURN and said != clued.own_day):
        return None
    return said.replace(_OPEN, f"{year + clue.years:04d}")


def _of_length(record: Record, year: int, clued: Clued, told: Container[str]) -> str | None:
    """«уже 14 лет»: the year it began."""
    years = {clue.years for clue in clued.clues_for(record)}
    return f"{year + years.pop():04d}" if len(years) == 1 and record.id not in told else None
