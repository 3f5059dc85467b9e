"""Merging items that rules judge to be one: people, happenings, agreements, commitments.

A rule looks at two items and gives a verdict, or None when it has nothing to say; rules stand in one ordered list
and the first verdict decides. Which pairs may be the same is for the items' blocking keys to say, so the work grows
with the blocks, not with all pairs. Before two groups are joined the rules are asked of every pair across them that
meets in a block.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, combinations, product
from typing import Generic, Protocol, TypeVar

from pobratim.register.identity import DIFFERENT, LIKELY, SURE, UNSURE, Groups, Judgement, Verdict, judgement

ROUNDS = 3
"""How often poorer items look for their only match: what was joined tells more than its parts."""
_AS_GOOD = 0.05
"""Matches whose scores differ by no more are equally good."""


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


@dataclass(frozen=True)
class Method(Generic[I]):
    """How items of a kind meet, are judged and are merged."""

    blocks: Blocking[I]
    rules: Sequence[Rule[I]]
    merge: Callable[[Sequence[I]], I]

    def judged(self, left: I, right: I) -> Judged[I] | None:
        """What the first rule that has a word says of two items, the one of the lesser id first."""
        for rule in self.rules:
            verdict = rule(left, right)
            if verdict is not None:
                return Judged(left, right, (left.id, right.id), verdict, rule.__name__)
        return None


@dataclass(frozen=True, slots=True)
class Meeting:
    """The blocks in which an item can be met: those in which it seeks itself, and the others."""

    seeks: frozenset[Hashable]
    waits: frozenset[Hashable]

    @classmethod
    def of(cls, blocks: Iterable[Block]) -> Meeting:
        found = list(blocks)
        seeks = frozenset(block.key for block in found if block.seeks)
        return cls(seeks, frozenset(block.key for block in found if not block.seeks) - seeks)

    def meets(self, other: Meeting) -> bool:
        """Whether there is a block in which both can be met and one of them seeks."""
        seeks = self.seeks
        return not (
            seeks.isdisjoint(other.seeks) and seeks.isdisjoint(other.waits) and self.waits.isdisjoint(other.seeks)
        )


class Resolver(Generic[I]):
    """Merges items that are the same. It remembers what it asked, so that items given again cost little."""

    def __init__(self, method: Method[I]) -> None:
        self._judge = Asking(method)
        self._merge = _remembering(method.merge)

    def resolve(self, items: Sequence[I], given: Sequence[Judgement] = ()) -> Resolved[I]:
        """First the sure pairs, then each poorer item with its only match.

        What people have judged, ``given`` on members of the items, comes before all and is never overruled.
        """
        judgements: list[Judgement] = []
        merged = join_given(items, self._merge, given, judgements)
        merged = join(merged, self._judge, sure, self._merge, judgements, given)
        for _ in range(ROUNDS):
            judgements = [one for one in judgements if one.judgement != "unsure"]  # what was joined tells more
            merged = join(merged, self._judge, only_match, self._merge, judgements, given)
        return Resolved(tuple(merged), tuple(judgements))


def _remembering(merge: Callable[[Sequence[I]], I]) -> Callable[[Sequence[I]], I]:
    """The same, and the same object for the same objects."""
    known: dict[tuple[int, ...], tuple[tuple[I, ...], I]] = {}

    def merged(items: Sequence[I]) -> I:
        key = tuple(map(id, items))
        if key not in known:
            known[key] = tuple(items), merge(items)
        return known[key][1]

    return merged


def join_given(
    items: Sequence[I],
    merge: Callable[[Sequence[I]], I],
    given: Sequence[Judgement],
    judgements: list[Judgement],
) -> Sequence[I]:
    """The items, those merged that people judged to be one; adds what they judged."""
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
class Judged(Generic[I]):
    """Two items, and what the rules say of them."""

    left: I
    right: I
    ids: tuple[str, str]
    """Theirs, the lesser first."""
    verdict: Verdict
    by: str

    def other(self, item_id: str) -> I:
        return self.right if self.ids[0] == item_id else self.left

    def looked_for_by(self, item_id: str) -> bool:
        """Whether the other item is at least as well known."""
        other = self.other(item_id)
        return other.rank >= (self.left if other is self.right else self.right).rank


Choice = Callable[["_Pairs[I]"], Iterator[tuple[Judged[I], bool]]]


class _Pairs(Generic[I]):
    """The pairs of some items that may be the same, the likelier first, and by the ids of their items."""

    def __init__(self, items: Sequence[I], judge: Asking[I]) -> None:
        self._judge = judge
        self._items = {item.id: item for item in items}
        self.all = sorted(judge.pairs(self._items), key=lambda pair: (-pair.verdict.score, pair.ids))
        self.of: dict[str, list[Judged[I]]] = defaultdict(list)
        for pair in self.all:
            for one in pair.ids:
                self.of[one].append(pair)

    def score(self, a: str, b: str) -> float | None:
        """What the rules say of any two of the items; None where none has a word."""
        return self._judge.score(self._items[a], self._items[b])

    def differ(self, a: str, b: str) -> bool:
        """Whether the two meet in a block and a rule says that they are not the same."""
        if not self._judge.meet(self._items[a], self._items[b]):
            return False
        score = self.score(a, b)
        return score is not None and score <= DIFFERENT


def join(
    items: Sequence[I],
    judge: Asking[I],
    choice: Choice[I],
    merge: Callable[[Sequence[I]], I],
    judgements: list[Judgement],
    given: Sequence[Judgement],
) -> list[I]:
    """The items, those merged that ``choice`` takes and nothing speaks against; adds the judgements made."""
    pairs = _Pairs(items, judge)
    groups = Groups(pairs.differ)
    holder = {member: item.id for item in items for member in item.members} if given else {}
    for one in given:
        left, right = holder.get(one.left), holder.get(one.right)
        if one.judgement == "different" and left and right and left != right:
            groups.hold_apart(left, right)
    for pair, decided in choice(pairs):
        if not decided:
            judgements.append(judgement(*pair.ids, pair.verdict, pair.by, unsure=True))
        elif groups.join(*pair.ids):
            judgements.append(judgement(*pair.ids, pair.verdict, pair.by))
    return _merged(items, groups, merge)


class Asking(Generic[I]):
    """Asks the rules of each pair, once."""

    def __init__(self, method: Method[I]) -> None:
        self._method = method
        self._asked: dict[tuple[int, int], tuple[I, I, Judged[I] | None]] = {}
        """By identity: what is merged is another object and asked anew; holding both keeps that sure."""
        self._meetings: dict[int, tuple[I, Meeting]] = {}

    def meet(self, a: I, b: I) -> bool:
        """Whether the two share a block in which one of them seeks."""
        return self._meeting(a).meets(self._meeting(b))

    def _meeting(self, item: I) -> Meeting:
        if id(item) not in self._meetings:
            self._meetings[id(item)] = item, Meeting.of(self._method.blocks(item))
        return self._meetings[id(item)][1]

    def pairs(self, items: Mapping[str, I]) -> Iterator[Judged[I]]:
        """The pairs that meet in a block and may be the same."""
        seen: set[tuple[str, str]] = set()
        for ids in _meeting(items, self._method.blocks):
            if ids not in seen:
                seen.add(ids)
                found = self._ask(items[ids[0]], items[ids[1]])
                if found is not None and found.verdict.score >= UNSURE:
                    yield found

    def score(self, a: I, b: I) -> float | None:
        """What the rules say of two items; None where none has a word."""
        found = self._ask(*((a, b) if a.id < b.id else (b, a)))
        return None if found is None else found.verdict.score

    def _ask(self, left: I, right: I) -> Judged[I] | None:
        key = (id(left), id(right))
        if key not in self._asked:
            self._asked[key] = left, right, self._method.judged(left, right)
        return self._asked[key][2]


def _meeting(items: Mapping[str, I], blocks: Blocking[I]) -> Iterator[tuple[str, str]]:
    """The ids of pairs that a block brings together, the lesser first."""
    seeking: dict[Hashable, set[str]] = defaultdict(set)
    sought: dict[Hashable, set[str]] = defaultdict(set)
    for one, item in items.items():
        for block in blocks(item):
            (seeking if block.seeks else sought)[block.key].add(one)
    for key, seekers in seeking.items():
        for left, right in chain(combinations(seekers, 2), product(seekers, sought.get(key, ()))):
            if left != right:
                yield (left, right) if left < right else (right, left)


def sure(pairs: _Pairs[I]) -> Iterator[tuple[Judged[I], bool]]:
    return ((pair, True) for pair in pairs.all if pair.verdict.score >= SURE)


def only_match(pairs: _Pairs[I]) -> Iterator[tuple[Judged[I], bool]]:
    """Pairs of an item with those it fits best; undecided where these differ among themselves."""
    clear: dict[tuple[str, str], bool] = {}
    alike: dict[frozenset[str], bool] = {}
    for item_id, found in pairs.of.items():
        likely = [pair for pair in found if pair.verdict.score >= LIKELY and pair.looked_for_by(item_id)]
        best = [pair for pair in likely if pair.verdict.score >= likely[0].verdict.score - _AS_GOOD]
        # Items that all fit each other ask for the same company: it is looked through once.
        company = frozenset((item_id, *(pair.other(item_id).id for pair in best)))
        if company not in alike:
            scores = (pairs.score(a, b) for a, b in combinations(company, 2))
            alike[company] = all(score is None or score >= LIKELY for score in scores)
        for pair in best:
            clear[pair.ids] = alike[company] and clear.get(pair.ids, True)
    for pair in pairs.all:
        if pair.ids in clear or UNSURE <= pair.verdict.score < LIKELY:
            yield pair, clear.get(pair.ids, False)
