"""What questions and notices call the rows of the register, in Russian."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from pobratim.model import edtf
from pobratim.register.rows import (
    AgreementRow,
    Commitment,
    Conflict,
    FigureRow,
    Happening,
    OfferRow,
    Register,
    Row,
    Tie,
)


def title(register: Register, row: Row) -> str:
    """A row in a few words: «встреча (Минск, Омск), 24 июня 2025 года»."""
    match row:
        case Happening():
            kind, when, sides = word("happening", row.kind), row.date, row.parties or row.participants
        case AgreementRow():
            kind, when, sides = word("agreement", row.kind), row.signed, row.parties
        case Commitment():
            return f"«{row.action}»"
        case OfferRow():
            return f"«{row.item}»"
        case FigureRow():
            kind, when, sides = word("metric", row.metric), row.period, row.parties
        case Tie():
            return " — ".join(register.name(one) for one in row.parties)
        case Conflict():
            about = register.get(row.on)
            return ", ".join(filter(None, (title(register, about) if about else "", word("slot", row.slot))))
        case _:
            return register.name(row.id)
    named = " ".join(filter(None, (kind, _quoted(row), f"({names(register, sides)})" if sides else "")))
    return ", ".join(filter(None, (named, edtf.in_russian(when))))


def heading(register: Register, row: Row) -> str:
    """The same with a capital: «Встреча (Минск, Омск), 24 июня 2025 года»."""
    words = title(register, row)
    return words[:1].upper() + words[1:]


def _quoted(row: Row) -> str:
    return f"«{row.title}»" if isinstance(row, Happening) and row.title else ""


def names(register: Register, ids: Sequence[str]) -> str:
    """«Минск, Омск»."""
    return ", ".join(register.name(one) for one in ids)


def value(said: str, slot: str) -> str:
    """A value of a contradiction: a date in words, the word for a code."""
    if slot not in ("value", "change") and edtf.is_valid(said):
        return edtf.in_russian(said)
    return word("value", said)


def word(group: str, code: str) -> str:
    """The word for a code in a group of ``data/words.toml``; a code without one comes back."""
    return _words()[group].get(code, code)


def counted(number: int, one: str, few: str, many: str) -> str:
    """«1 день», «2 дня», «5 дней»."""
    last, last_two = number % 10, number % 100
    form = one if last == 1 and last_two != 11 else few if last in (2, 3, 4) and last_two not in (12, 13, 14) else many
    return f"{number} {form}"


@cache
def _words() -> dict[str, dict[str, str]]:
    text = files("pobratim.register").joinpath("data/words.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
