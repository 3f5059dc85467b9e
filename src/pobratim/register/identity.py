"""Judging which mentions are one thing: verdicts and judgements, groups of what is the same, keys that only one has."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

SURE = 0.9
"""From this score on two items are the same whatever else is around."""
LIKELY = 0.6
"""From this score on they are the same if nothing else fits as well; otherwise nobody can tell yet."""
UNSURE = 0.5
"""Between this score and `LIKELY` a person should look at them."""
DIFFERENT = 0.2
"""Up to this score they are two, and nothing may join them."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one rule says of two items: how likely they are the same, and why (in Russian)."""

    score: float
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """Two mentions or claims are the same, different, or nobody can tell yet.

    ``left`` and ``right`` are ids of mentions (``<document>#<entity>``) or claims
    (``<document>#<record>``), the lesser first; ``by`` names the rule.
    """

    left: str
    right: str
    judgement: Literal["same", "different", "unsure"]
    score: float
    reasons: tuple[str, ...]
    by: str


def judgement(left: str, right: str, verdict: Verdict, by: str, *, unsure: bool = False) -> Judgement:
    """A verdict as a judgement on two ids."""
    first, second = sorted((left, right))
    kind: Literal["same", "different", "unsure"] = (
        "unsure" if unsure else "different" if verdict.score <= DIFFERENT else "same"
    )
    return Judgement(
        left=first, right=second, judgement=kind, score=verdict.score, reasons=(verdict.reason,), by=by
    )


class Groups:
    """Disjoint sets of ids. Ids held apart, by name or because ``differ`` says so, never meet in one set."""

    def __init__(self, differ: Callable[[str, str], bool] | None = None) -> None:
        self._differ = differ
        self._root: dict[str, str] = {}
        self._members: dict[str, list[str]] = {}
        self._apart: dict[str, set[str]] = {}

    def given(self, judgements: Iterable[Judgement]) -> Iterator[Judgement]:
        """Begin with what people have judged; yields what they join."""
        for one in judgements:
            if one.judgement == "different":
                self.hold_apart(one.left, one.right)
        for one in judgements:
            if one.judgement == "same" and self.join(one.left, one.right):
                yield one

    def hold_apart(self, left: str, right: str) -> None:
        self._apart.setdefault(left, set()).add(right)
        self._apart.setdefault(right, set()).add(left)

    def join(self, left: str, right: str) -> bool:
        """Put both in one set; False when they are in one already, or members are held apart."""
        root, other = self._root.get(left, left), self._root.get(right, right)
        if root == other:
            return False
        if len(self._members.get(root, ())) < len(self._members.get(other, ())):
            root, other = other, root
        moving = self._members.get(other, [other])
        if not self._apart.keys().isdisjoint(moving) and any(
            self._root.get(foe, foe) == root for one in moving for foe in self._apart.get(one, ())
        ):
            return False
        if self._differ and any(self._differ(one, two) for one in moving for two in self._members.get(root, [root])):
            return False
        self._members.setdefault(root, [root]).extend(moving)
        self._members.pop(other, None)
        self._root.update(dict.fromkeys(moving, root))
        return True

    def gather(self, ids: Iterable[str]) -> list[list[str]]:
        """The sets that ``ids`` fall into, each sorted, sorted by their least ids."""
        sets: dict[str, list[str]] = {}
        for one in sorted(ids):
            sets.setdefault(self._root.get(one, one), []).append(one)
        return list(sets.values())


class Key(NamedTuple):
    """A key that only mentions of one thing share, and the reason for which they are the same."""

    key: Hashable
    score: float
    reason: str
    by: str


def join_by_keys(
    ids: Iterable[str], keys: Callable[[str], Iterable[Key]], groups: Groups
) -> Iterator[Judgement]:
    """Join all ids that share a key; a judgement for each join. Linear in the number of keys."""
    first_with: dict[Hashable, str] = {}
    for one in ids:
        for key in keys(one):
            other = first_with.setdefault(key.key, one)
            if other != one and groups.join(other, one):
                yield judgement(other, one, Verdict(key.score, key.reason), key.by)
