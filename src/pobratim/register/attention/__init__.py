"""What needs a person: one list, the most urgent first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from pobratim.register.attention.anniversaries import anniversaries
from pobratim.register.attention.doubts import contradictions, undated_documents, unsure
from pobratim.register.attention.item import KINDS, Case, Item, Kind, Rule, days_between
from pobratim.register.attention.papers import lapsed, lapsing
from pobratim.register.attention.promises import overdue_commitments, overdue_happenings, silent_commitments
from pobratim.register.attention.rhythms import asleep
from pobratim.register.identity import Judgement
from pobratim.register.rows import Register

__all__ = ["KINDS", "WITHIN", "Item", "Kind", "attention"]

WITHIN = 6
"""Months ahead, unless told."""

RULES: tuple[Rule, ...] = (
    overdue_commitments,
    overdue_happenings,
    lapsed,
    lapsing,
    contradictions,
    silent_commitments,
    asleep,
    anniversaries,
    undated_documents,
    unsure,
)
"""What may need a person."""


def attention(
    register: Register,
    judgements: Iterable[Judgement],
    today: date,
    *,
    within: int = WITHIN,
    names: Mapping[str, str] | None = None,
) -> tuple[Item, ...]:
    """Everything that needs a person on the day ``today``, looking ``within`` months ahead.

    The nearest to today first, whether ahead or behind: what falls due next week and what fell due last week go before
    what lies years back; what has no day comes last. ``names`` are those of the mentions that judgements speak of.
    """
    case = Case(register, tuple(judgements), today, within, names or {})
    found = [one for rule in RULES for one in rule(case)]

    def urgency(one: Item) -> tuple[bool, int, int, str, str]:
        far = 0 if one.day is None else abs(days_between(today, one.day))
        return one.day is None, far, KINDS.index(one.kind), one.what, one.row

    return tuple(sorted(found, key=urgency))
