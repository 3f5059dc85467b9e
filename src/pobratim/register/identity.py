"""Judging which mentions are one thing: verdicts of small rules, joined into groups with their reasons.

The same machinery serves people and happenings. A rule looks at two items and gives a verdict, or None
when it has nothing to say; rules stand in one ordered list and the first verdict decides. Which pairs are
looked at is for the items' blocking keys to say, so the work grows with the blocks, not with all pairs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, combinations, product
from typing import Generic, Literal, Protocol, TypeVar

SURE = 0.9
"""From this score on two items are the same whatever else is around."""
LIKELY = 0.6
"""From this score on they are the same if nothing else fits as well; otherwise nobody can tell yet."""
UNSURE = 0.5
"""Between this score and `LIKELY` a person should look at them."""
DIFFERENT = 0.2
"""Up to this score they are two, and nothing may join them."""

_AS_GOOD = 0.05
"""Matches whose scores differ by no more are equally good."""


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


class Item(Protocol):
    """What is judged. ``rank`` tells how much is known of it: the poorer item looks for the richer."""

    @property
    def id(self) -> str: ...

    @property
    def rank(self) -> tuple[int, ...]: ...

    @property
    def members(self) -> Iterable[str]:
        """Ids of the mentions or claims it is made of."""
        ...


I = TypeVar("I", bound=Item)  # noqa: E741
Rule = Callable[[I, I], Verdict | None]


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
    """Disjoint sets of ids. Ids held apart never meet in one set."""

    def __init__(self) -> None:
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
        if any(self._root.get(foe, foe) == root for one in moving for foe in self._apart.get(one, ())):
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


@dataclass(frozen=True, slots=True)
class Key:
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


@dataclass(frozen=True, slots=True)
class Block:
    """Where an item can be met. Two items of a block are compared when at least one of them seeks there."""

    key: Hashable
    seeks: bool = True


Blocking = Callable[[I], Iterable[Block]]


@dataclass(frozen=True, slots=True)
class Resolved(Generic[I]):
    """Items merged as far as the rules allow, sorted by id, and the judgements that led there."""

    items: tuple[I, ...]
    judgements: tuple[Judgement, ...]


def resolve(
    items: Sequence[I],
    blocks: Blocking[I],
    rules: Sequence[Rule[I]],
    merge: Callable[[Sequence[I]], I],
    given: Sequence[Judgement] = (),
) -> Resolved[I]:
    """Merge the items that are the same: first the sure pairs, then each poorer item with its only match.

    What people have judged, ``given`` on members of the items, comes before all and is never overruled.
    """
    judge = _Judge(blocks, rules)
    judgements: list[Judgement] = []
    merged = _join_given(items, merge, given, judgements)
    merged = _join(merged, judge, _sure, merge, judgements, given)
    merged = _join(merged, judge, _only_match, merge, judgements, given)
    return Resolved(tuple(merged), tuple(judgements))


def _join_given(
    items: Sequence[I],
    merge: Callable[[Sequence[I]], I],
    given: Sequence[Judgement],
    judgements: list[Judgement],
) -> Sequence[I]:
    holder = {member: item.id for item in items for member in item.members} if given else {}
    told = [(one, holder[one.left], holder[one.right]) for one in given if {one.left, one.right} <= holder.keys()]
    if not told:
        return items
    groups = Groups()
    for one, left, right in told:
        if one.judgement == "different" and left != right:
            groups.hold_apart(left, right)
    judgements += [one for one, _, _ in told]
    for one, left, right in told:
        if one.judgement == "same":
            groups.join(left, right)
    return _merged(items, groups, merge)


def _merged(items: Sequence[I], groups: Groups, merge: Callable[[Sequence[I]], I]) -> list[I]:
    by_id = {item.id: item for item in items}
    sets = ([by_id[one] for one in found] for found in groups.gather(by_id))
    return [found[0] if len(found) == 1 else merge(found) for found in sets]


@dataclass(frozen=True, slots=True)
class _Judged(Generic[I]):
    left: I
    right: I
    verdict: Verdict
    by: str

    @property
    def ids(self) -> tuple[str, str]:
        return self.left.id, self.right.id

    def other(self, item_id: str) -> I:
        return self.right if self.left.id == item_id else self.left

    def looked_for_by(self, item_id: str) -> bool:
        """Whether the other item is at least as well known."""
        other = self.other(item_id)
        return other.rank >= (self.left if other is self.right else self.right).rank


Choice = Callable[["_Pairs[I]"], Iterator[tuple[_Judged[I], bool]]]


class _Pairs(Generic[I]):
    """All judged pairs, by the ids of their items."""

    def __init__(self, judged: Iterable[_Judged[I]]) -> None:
        self.all = sorted(judged, key=lambda pair: (-pair.verdict.score, pair.left.id, pair.right.id))
        self.of: dict[str, list[_Judged[I]]] = defaultdict(list)
        self._scores: dict[tuple[str, str], float] = {}
        for pair in self.all:
            self.of[pair.left.id].append(pair)
            self.of[pair.right.id].append(pair)
            self._scores[pair.left.id, pair.right.id] = pair.verdict.score

    def score(self, a: str, b: str) -> float:
        """0 where no rule had a word."""
        return self._scores.get((min(a, b), max(a, b)), 0.0)


def _join(
    items: Sequence[I],
    judge: _Judge[I],
    choice: Choice[I],
    merge: Callable[[Sequence[I]], I],
    judgements: list[Judgement],
    given: Sequence[Judgement],
) -> list[I]:
    pairs = _Pairs(judge.pairs(items))
    groups = Groups()
    holder = {member: item.id for item in items for member in item.members} if given else {}
    for one in given:
        left, right = holder.get(one.left), holder.get(one.right)
        if one.judgement == "different" and left and right and left != right:
            groups.hold_apart(left, right)
    for pair in pairs.all:
        if pair.verdict.score <= DIFFERENT:
            groups.hold_apart(pair.left.id, pair.right.id)
    for pair, decided in choice(pairs):
        if not decided:
            judgements.append(judgement(pair.left.id, pair.right.id, pair.verdict, pair.by, unsure=True))
        elif groups.join(pair.left.id, pair.right.id):
            judgements.append(judgement(pair.left.id, pair.right.id, pair.verdict, pair.by))
    return _merged(items, groups, merge)


class _Judge(Generic[I]):
    """Asks the rules of each pair, once."""

    def __init__(self, blocks: Blocking[I], rules: Sequence[Rule[I]]) -> None:
        self._blocks = blocks
        self._rules = rules
        self._asked: dict[tuple[int, int], tuple[I, I, _Judged[I] | None]] = {}
        """By identity: what is merged is another object and asked anew; holding both keeps that sure."""

    def pairs(self, items: Sequence[I]) -> Iterator[_Judged[I]]:
        """The verdict on each pair that meets in a block and of which some rule has a word."""
        ordered = sorted(items, key=lambda item: item.id)
        seen: set[tuple[int, int]] = set()
        for left, right in _meeting(ordered, self._blocks):
            key = (id(left), id(right))
            if left is right or key in seen:
                continue
            seen.add(key)
            if key not in self._asked:
                self._asked[key] = (left, right, self._ask(left, right))
            _, _, judged = self._asked[key]
            if judged:
                yield judged

    def _ask(self, left: I, right: I) -> _Judged[I] | None:
        for rule in self._rules:
            verdict = rule(left, right)
            if verdict is not None:
                return _Judged(left, right, verdict, rule.__name__)
        return None


def _meeting(items: Sequence[I], blocks: Blocking[I]) -> Iterator[tuple[I, I]]:
    """Pairs that a block brings together, of each pair the earlier item first."""
    seeking: dict[Hashable, list[int]] = defaultdict(list)
    sought: dict[Hashable, list[int]] = defaultdict(list)
    for number, item in enumerate(items):
        for block in blocks(item):
            (seeking if block.seeks else sought)[block.key].append(number)
    for key, seekers in seeking.items():
        for left, right in chain(combinations(seekers, 2), product(seekers, sought.get(key, ()))):
            yield items[min(left, right)], items[max(left, right)]


def _sure(pairs: _Pairs[I]) -> Iterator[tuple[_Judged[I], bool]]:
    return ((pair, True) for pair in pairs.all if pair.verdict.score >= SURE)


def _only_match(pairs: _Pairs[I]) -> Iterator[tuple[_Judged[I], bool]]:
    """Pairs of an item with those it fits best; undecided where these differ among themselves."""
    clear: dict[tuple[str, str], bool] = {}
    alike: dict[frozenset[str], bool] = {}
    for item_id, found in pairs.of.items():
        likely = [pair for pair in found if pair.verdict.score >= LIKELY and pair.looked_for_by(item_id)]
        best = [pair for pair in likely if pair.verdict.score >= likely[0].verdict.score - _AS_GOOD]
        # Items that all fit each other ask for the same company: it is looked through once.
        company = frozenset((item_id, *(pair.other(item_id).id for pair in best)))
        if company not in alike:
            alike[company] = all(pairs.score(a, b) >= LIKELY for a, b in combinations(company, 2))
        for pair in best:
            clear[pair.ids] = alike[company] and clear.get(pair.ids, True)
    for pair in pairs.all:
        if pair.ids in clear or UNSURE <= pair.verdict.score < LIKELY:
            yield pair, clear.get(pair.ids, False)
