"""A decision in one Russian line."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from pobratim.register.decisions import Accept, Act, Answer, Correct, Merge, Reject, Seen, Split, Thing
from pobratim.reports.words import ru
from pobratim.storage import Entry

_LETTERS = 12
"""Letters of a document's id that tell it from others well enough."""


def short(reference: str) -> str:
    """A document, or a mention or claim of one (``<document>#<part>``), by the beginning of its id."""
    document, sign, part = reference.partition("#")
    return f"{document[:_LETTERS]}{sign}{part}"


def described(entry: Entry) -> str:
    """«№ 3 · 22.11.2026 10:15 · Иванова · соединить: … · потому что …»."""
    decision = entry.decision
    parts = [f"№ {decision.number}", _local(decision.at), decision.by, _act(decision.act)]
    if decision.why:
        parts.append(f"потому что: {decision.why}")
    if entry.undone_at is not None:
        parts.append(f"отменено {_local(entry.undone_at)}, {entry.undone_by}")
    return " · ".join(parts)


def _local(at: str) -> str:
    """«22.11.2026 10:15» of this machine's clock."""
    return datetime.fromisoformat(at).astimezone().strftime("%d.%m.%Y %H:%M")


def _act(act: Act) -> str:
    match act:
        case Accept(claim=claim):
            return f"принять: {_seen(claim)}"
        case Reject(claim=claim):
            return f"отвергнуть: {_seen(claim)}"
        case Correct(claim=claim, slot=slot, value=value):
            return f"исправить: {_seen(claim)}: {slot} = {_value(value)}"
        case Merge(left=left, right=right):
            return f"соединить: {_seen(left)} и {_seen(right)}"
        case Answer(commitment=commitment, answer=answer, outcome=outcome):
            return f"исход обещания: {_seen(commitment)} — {ru(outcome, 'outcome')}: {_seen(answer)}"
        case Split(left=left, others=others):
            return f"разделить: {_seen(left)} и {', '.join(map(_seen, others))}"


def _seen(seen: Seen) -> str:
    document = short(seen.document)
    if isinstance(seen, Thing):
        return f"{seen.name} ({document})"
    values = [value for value in seen.slots.values() if isinstance(value, dict | list) and value]
    names = [_value(one) for value in values for one in (value if isinstance(value, list) else [value])]
    return f"{ru(seen.type, 'record')} — {', '.join(dict.fromkeys(names))} ({document})"


def _value(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(map(_value, value))
    return str(value["name"]) if isinstance(value, dict) else "пусто" if value is None else str(value)
