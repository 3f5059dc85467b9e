"""What the register does not know and an officer should ask, in Russian."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from pobratim.model import edtf
from pobratim.register.naming import title, value, word
from pobratim.register.rows import AgreementRow, Conflict, Happening, Register, Row, Tie


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenQuestion:
    """Something the register does not know and an officer should ask: a missing date, a contradiction."""

    kind: str
    """`undated`, `no_since`, `conflict`, `no_period` or `planned_past`."""
    row: str
    """The id of the row the question is about."""
    text: str
    """The question, in Russian, for a person."""


def open_questions(
    register: Register, rows: Iterable[Row], day: date | None = None
) -> tuple[OpenQuestion, ...]:
    """The questions that the rows leave open, kind by kind.

    What is past is told by ``day``, else by the newest document of the register, never by the clock.
    """
    asked, known = list(rows), _Known(register, day or newest_day(register))
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
        values = " или ".join(value(one.value, row.slot) for one in row.values)
        yield OpenQuestion(
            kind="conflict", row=row.id, text=f"Источники расходятся: {title(known.register, row)} — {values}?"
        )


def no_since(known: _Known, row: Row) -> Iterator[OpenQuestion]:
    """A partnership of which nobody says since when."""
    if isinstance(row, Tie):
        for stage in row.history:
            if stage.since is None and stage.status != "planned":
                sides = " и ".join(known.register.name(party) for party in row.parties)
                text = f"С какого времени {sides} — {word('stage', stage.kind)}?"
                yield OpenQuestion(kind="no_since", row=row.id, text=text)


def no_period(known: _Known, row: Row) -> Iterator[OpenQuestion]:
    """A road map or plan of which nobody says for how long it is."""
    if isinstance(row, AgreementRow) and row.kind in ("roadmap", "plan") and row.period is None:
        text = f"На какой срок: {title(known.register, row)}?"
        yield OpenQuestion(kind="no_period", row=row.id, text=text)


def undated(known: _Known, row: Row) -> Iterator[OpenQuestion]:
    """A happening without a year."""
    if not isinstance(row, Happening) or any(edtf.bounds(row.date)) or row.status == "cancelled":
        return
    what = title(known.register, row)
    if row.status == "planned":
        text = f"На когда намечено: {what}?"
    elif row.date:
        text = f"В каком году это было: {what.removesuffix(', год не указан')}?"
    else:
        text = f"Когда это было: {what}?"
    yield OpenQuestion(kind="undated", row=row.id, text=text)


def planned_past(known: _Known, row: Row) -> Iterator[OpenQuestion]:
    """Planned for a day that newer documents have left behind, and nobody says whether it was held."""
    if isinstance(row, Happening) and row.status == "planned" and known.is_over(row.date):
        text = f"Состоялось ли намеченное: {title(known.register, row)}?"
        yield OpenQuestion(kind="planned_past", row=row.id, text=text)


RULES: tuple[Rule, ...] = (conflict, no_since, no_period, planned_past, undated)


def newest_day(register: Register) -> date | None:
    """The last day on which a document of the register came out."""
    days = (edtf.bounds(document.published)[1] for document in register.documents)
    return max((day for day in days if day), default=None)
