"""What the register does not know and an officer should ask, in Russian."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from pobratim.model import edtf
from pobratim.register.rows import (
    AgreementRow,
    Commitment,
    Conflict,
    FigureRow,
    Happening,
    Register,
    Row,
    Tie,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenQuestion:
    """Something the register does not know and an officer should ask: a missing date, a contradiction."""

    kind: str
    """`undated`, `no_since`, `conflict`, `no_period` or `planned_past`."""
    row: str
    """The id of the row the question is about."""
    text: str
    """The question, in Russian, for a person."""


def open_questions(register: Register, rows: Iterable[Row]) -> tuple[OpenQuestion, ...]:
    """The questions that the rows leave open, kind by kind.

    What is past is told by the newest document of the register, never by the clock.
    """
    asked, known = list(rows), _Known(register, newest_day(register))
    return tuple(question for rule in RULES for row in asked for question in rule(known, row))


@dataclass(frozen=True, slots=True)
class _Known:
    register: Register
    newest: date | None

    def is_over(self, value: str | None) -> bool:
        _, last = edtf.bounds(value)
        return last is not None and self.newest is not None and last < self.newest


Rule = Callable[[_Known, Row], Iterator[OpenQuestion]]


def conflict(known: _Known, row: Row) -> Iterator[OpenQuestion]:
    """Sources give different values."""
    if isinstance(row, Conflict):
        about = known.register.get(row.on)
        values = " или ".join(_value(value.value, row.slot) for value in row.values)
        title = _title(known.register, about) if about else ""
        what = ", ".join(filter(None, (title, _word("slot", row.slot))))
        yield OpenQuestion(kind="conflict", row=row.id, text=f"Источники расходятся: {what} — {values}?")


def no_since(known: _Known, row: Row) -> Iterator[OpenQuestion]:
    """A partnership of which nobody says since when."""
    if isinstance(row, Tie):
        for stage in row.history:
            if stage.since is None and stage.status != "planned":
                sides = " и ".join(known.register.name(party) for party in row.parties)
                text = f"С какого времени {sides} — {_word('stage', stage.kind)}?"
                yield OpenQuestion(kind="no_since", row=row.id, text=text)


def no_period(known: _Known, row: Row) -> Iterator[OpenQuestion]:
    """A road map or plan of which nobody says for how long it is."""
    if isinstance(row, AgreementRow) and row.kind in ("roadmap", "plan") and row.period is None:
        text = f"На какой срок: {_title(known.register, row)}?"
        yield OpenQuestion(kind="no_period", row=row.id, text=text)


def undated(known: _Known, row: Row) -> Iterator[OpenQuestion]:
    """A happening without a year."""
    if not isinstance(row, Happening) or any(edtf.bounds(row.date)) or row.status == "cancelled":
        return
    title = _title(known.register, row)
    if row.status == "planned":
        text = f"На когда намечено: {title}?"
    elif row.date:
        text = f"В каком году это было: {title.removesuffix(', год не указан')}?"
    else:
        text = f"Когда это было: {title}?"
    yield OpenQuestion(kind="undated", row=row.id, text=text)


def planned_past(known: _Known, row: Row) -> Iterator[OpenQuestion]:
    """Planned for a day that newer documents have left behind, and nobody says whether it was held."""
    if isinstance(row, Happening) and row.status == "planned" and known.is_over(row.date):
        text = f"Состоялось ли намеченное: {_title(known.register, row)}?"
        yield OpenQuestion(kind="planned_past", row=row.id, text=text)


RULES: tuple[Rule, ...] = (conflict, no_since, no_period, planned_past, undated)


def newest_day(register: Register) -> date | None:
    """The last day on which a document of the register came out."""
    days = (edtf.bounds(document.published)[1] for document in register.documents)
    return max((day for day in days if day), default=None)


def _title(register: Register, row: Row) -> str:
    """A row in a few words: «встреча (Минск, Омск), 24 июня 2025 года»."""
    match row:
        case Happening():
            kind, when, sides = _word("happening", row.kind), row.date, row.parties or row.participants
        case AgreementRow():
            kind, when, sides = _word("agreement", row.kind), row.signed, row.parties
        case Commitment():
            return f"«{row.action}»"
        case FigureRow():
            kind, when, sides = _word("metric", row.metric), row.period, row.parties
        case Tie():
            return _names(register, row.parties)
        case _:
            return register.name(row.id)
    named = " ".join(filter(None, (kind, _quoted(row), f"({_names(register, sides)})" if sides else "")))
    return ", ".join(filter(None, (named, edtf.in_russian(when))))


def _quoted(row: Row) -> str:
    return f"«{row.title}»" if isinstance(row, Happening) and row.title else ""


def _names(register: Register, ids: Sequence[str]) -> str:
    return ", ".join(register.name(one) for one in ids)


def _value(value: str, slot: str) -> str:
    if slot not in ("value", "change") and edtf.is_valid(value):
        return edtf.in_russian(value)
    return _word("value", value)


def _word(group: str, code: str) -> str:
    return _words()[group].get(code, code)


@cache
def _words() -> dict[str, dict[str, str]]:
    text = files("pobratim.register").joinpath("data/words.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
