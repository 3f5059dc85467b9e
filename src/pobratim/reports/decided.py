"""What a person decided, in Russian: on the command line, in the journal of the pages."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from pobratim.register.decisions import Accept, Act, Answer, Correct, Merge, Reject, Seen, Split, State, Thing, Weigh
from pobratim.reports.words import ru

_LETTERS = 12
"""Letters of a document's id that tell it from others well enough."""


def short(reference: str) -> str:
    """A document, or a mention or claim of one (``<document>#<part>``), by the beginning of its id."""
    document, sign, part = reference.partition("#")
    return f"{document[:_LETTERS]}{sign}{part}"


def local(at: str) -> str:
    """«22.11.2026 10:15» of this machine's clock."""
    return datetime.fromisoformat(at).astimezone().strftime("%d.%m.%Y %H:%M")


def act_words(act: Act) -> str:
    """«исправить: встреча — Минск, Омск (3f9a2c…): дата = 2025-06-24»."""
    match act:
        case Accept(claim=claim):
            return f"принять: {_seen(claim)}"
        case State(claim=claim):
            return f"внести: {_seen(claim)}"
        case Reject(claim=claim):
            return f"отвергнуть: {_seen(claim)}"
        case Correct(claim=claim, slot=slot, value=value):
            return f"исправить: {_seen(claim)}: {slot} = {value_words(value)}"
        case Merge(left=left, right=right):
            return f"соединить: {_seen(left)} и {_seen(right)}"
        case Answer(commitment=commitment, answer=answer, outcome=outcome):
            return f"исход обещания: {_seen(commitment)} — {ru(outcome, 'outcome')}: {_seen(answer)}"
        case Weigh(outlet=outlet, kind=kind):
            return f"источник «{outlet}»: {ru(kind, 'outlet')}"
        case Split(left=left, others=others):
            return f"разделить: {_seen(left)} и {', '.join(map(_seen, others))}"


def value_words(value: Any) -> str:
    """The value of a slot as a decision keeps it: names, words, a date."""
    if isinstance(value, list | tuple):
        return ", ".join(map(value_words, value))
    return str(value["name"]) if isinstance(value, dict) else "пусто" if value is None else str(value)


def _seen(seen: Seen) -> str:
    document = short(seen.document)
    if isinstance(seen, Thing):
        return f"{seen.name} ({document})"
    values = [value for value in seen.slots.values() if isinstance(value, dict | list | tuple) and value]
    names = [value_words(one) for value in values for one in (value if isinstance(value, list | tuple) else [value])]
    return f"{ru(seen.type, 'record')} — {', '.join(dict.fromkeys(names))} ({document})"
