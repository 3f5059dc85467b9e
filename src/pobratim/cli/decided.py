"""A decision in one Russian line."""

from __future__ import annotations

from pobratim.reports.decided import act_words, local
from pobratim.storage import Entry


def described(entry: Entry) -> str:
    """«№ 3 · 22.11.2026 10:15 · Иванова · соединить: … · потому что …»."""
    decision = entry.decision
    parts = [f"№ {decision.number}", local(decision.at), decision.by, act_words(decision.act)]
    if decision.why:
        parts.append(f"потому что: {decision.why}")
    if entry.undone_at is not None:
        parts.append(f"отменено {local(entry.undone_at)}, {entry.undone_by}")
    return " · ".join(parts)
