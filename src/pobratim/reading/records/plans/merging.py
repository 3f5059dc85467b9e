"""Which plans are one, told twice."""

from __future__ import annotations

import re

from pobratim.model.reading import Plan

_TOLD_AGAIN, _ALIKE = 4, 0.9
"""Of so many words so great a share must return in what is the same plan told again."""
_STEM, _SHORT_WORD = 5, 3
_BACKWARD = frozenset({"их", "его", "её", "ее", "это"})


def same(left: Plan, right: Plan) -> bool:
    """One action within the other: found by two rules or told twice."""
    if left.action in right.action or right.action in left.action:
        return True
    few, many = sorted((_stems(left.action), _stems(right.action)), key=len)
    return len(few) >= _TOLD_AGAIN and len(few & many) >= _ALIKE * len(few)


def _stems(action: str) -> set[str]:
    """The beginnings of the longer words, which inflection leaves alone."""
    return {word[:_STEM] for word in re.findall(r"\w+", action.lower()) if len(word) > _SHORT_WORD}


def goes_with(plan: Plan, other: Plan) -> bool:
    """«… и будем контролировать их выполнение»: it points back to the plan told in the same sentence."""
    return plan.evidence == other.evidence and not _BACKWARD.isdisjoint(plan.action.split())
