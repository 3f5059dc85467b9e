"""What a person decided, in Russian: on the command line, in the journal of the pages."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from pobratim.model import edtf
from pobratim.register.decisions import (
    Accept,
    Act,
    Answer,
    Correct,
    Merge,
    Reject,
    Seen,
    Split,
    State,
    Thing,
    Tried,
    Weigh,
)
from pobratim.reports.wording import when
from pobratim.reports.words import ru

DATES = frozenset({"date", "due", "since", "until", "signed", "period", "published"})
"""Slots that hold a date."""
CODES = frozenset({"kind", "status", "direction", "metric", "trend", "outcome", "topic", "topics"})
"""Slots that hold a code of the register."""
_LETTERS = 12
"""Letters of a document's id that tell it from others well enough."""


def short(reference: str) -> str:
    """A document, or a mention or claim of one (``<document>#<part>``), by the beginning of its id."""
    document, sign, part = reference.partition("#")
    return f"{document[:_LETTERS]}{sign}{part}"


def local(at: str) -> str:
    """«22.11.2026 10:15» of this machine's clock."""
    return datetime.fromisoformat(at).astimezone().strftime("%d.%m.%Y %H:%M")


def act_words(act: Act, seen: Callable[[Seen], str] | None = None) -> str:
    """«исправить: встреча — Минск, Омск (3f9a2c…): дата — 24 июня 2025 года».

    ``seen`` says how the things decided on are named; unless told, with the beginnings of their documents' ids.
    """
    named = seen or seen_in
    match act:
        case Accept(claim=claim):
            return f"принять: {named(claim)}"
        case State(claim=claim):
            return f"внести: {named(claim)}"
        case Reject(claim=claim):
            return f"отвергнуть: {named(claim)}"
        case Correct(claim=claim, slot=slot, value=value):
            return f"исправить: {named(claim)}: {ru(slot, 'slot')} — {value_words(value, slot)}"
        case Merge(left=left, right=right):
            return f"соединить: {named(left)} и {named(right)}"
        case Answer(commitment=commitment, answer=answer, outcome=outcome):
            return f"исход обещания: {named(commitment)} — {ru(outcome, 'outcome')}: {named(answer)}"
        case Weigh(outlet=outlet, kind=kind):
            return f"источник «{outlet}»: {ru(kind, 'outlet')}"
        case Tried(need=need, provider=provider):
            return f"пробовали: {named(need)} — {provider}"
        case Split(left=left, others=others):
            return f"разделить: {named(left)} и {', '.join(map(named, others))}"


def value_words(value: Any, slot: str = "") -> str:
    """The value of a slot as a decision keeps it: names, words, a date."""
    if isinstance(value, list | tuple):
        return ", ".join(value_words(one, slot) for one in value)
    if isinstance(value, str) and slot in DATES and edtf.is_valid(value):
        return when(value)
    if isinstance(value, str) and slot in CODES:
        return ru(value)
    return str(value["name"]) if isinstance(value, dict) else "пусто" if value is None else str(value)


def seen_in(seen: Seen) -> str:
    """What was decided on, and in which document: «встреча — Минск, Омск (3f9a2c…)»."""
    return f"{seen_words(seen)} ({short(seen.document)})"


def seen_words(seen: Seen) -> str:
    """What was decided on: «встреча — Минск, Омск»."""
    if isinstance(seen, Thing):
        return seen.name
    values = [value if isinstance(value, list | tuple) else (value,) for value in seen.slots.values()]
    names = dict.fromkeys(str(one["name"]) for several in values for one in several if isinstance(one, dict))
    return " — ".join(filter(None, (ru(seen.type, "record"), ", ".join(names))))
