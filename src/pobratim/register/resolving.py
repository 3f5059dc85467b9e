"""Merging items that rules judge to be one: people, happenings, agreements, commitments.

First those that people judged to be one, then the sure pairs, then, `ROUNDS` times, each poorer item with its only
match (`pobratim.register.growing.joining` goes through these steps).

A rule looks at two items and gives a verdict, or None when it has nothing to say; rules stand in one ordered list
and the first verdict decides. Which pairs may be the same is for the items' blocking keys to say, so the work grows
with the blocks, not with all pairs. Before two groups are joined the rules are asked of every pair across them that
meets in a block.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Generic, NamedTuple, Protocol, TypeVar

from pobratim.register.identity import DIFFERENT, LIKELY, SURE, UNSURE, Groups, Judgement, Verdict, judgement

ROUNDS = 3
"""How often poorer items look for their only match: what was joined tells more than its parts."""


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


class Block(NamedTuple):
    """Where an item can be met. Two items of a block are compared when at least one of them seeks there.

    In a block with something ``around`` (places, organizations) those meet who also have some of that in common.
    """

    key: Hashable
    seeks: bool = True
    around: frozenset[Hashable] | None = None


Blocking = Callable[[I], Iterable[Block]]
Scores = Callable[[I, I], float | None]
"""What the rules say of two items; None where none has a word."""


@dataclass(frozen=True, slots=True)
class Resolved(Generic[I]):
    """Items merged, sorted by id, and the judgements that led there."""

    items: tuple[I, ...]
    judgements: tuple[Judgement, ...]


@dataclass(frozen=True)
class Method(Generic[I]):
    """How items of a kind meet, are judged and are merged."""

    blocks: Blocking[I]
    rules: Sequence[Rule[I]]
    merge: Callable[[Sequence[I]], I]
    likelier: Callable[[Sequence[I], Scores[I]], Collection[I]] | None = None
    """Which of several items that an item fits equally well are likelier, and one; none where nobody can tell."""
    margin: float = 0.05
    """Matches whose scores differ by no more are equally good."""
    hopeless: Callable[[I, I], bool] | None = None
    """Tells at a glance pairs of which no rule says that they may be one: the rules are not asked for these."""

    def may_be_one(self, left: I, right: I) -> bool:
        """Whether it is worth asking the rules."""
        return self.hopeless is None or not self.hopeless(left, right)

    def judged(self, left: I, right: I) -> Judged[I] | None:
        """What the first rule that has a word says of two items, the one of the lesser id first."""
        for rule in self.rules:
            verdict = rule(left, right)
            if verdict is not None:
                return Judged(left, right, (left.id, right.id), verdict, rule.__name__)
        return None

    def meeting(self, item: I) -> Meeting:
        """Where an item can be met."""
        return Meeting.of(self.blocks(item))

    def joined(
        self,
        items: Sequence[I],
        choice: Choice[I],
        found: Mapping[str, Mapping[str, Judged[I]]],
        meetings: Met,
        merge: Callable[[Sequence[I]], I],
        given: Sequence[Judgement],
    ) -> Resolved[I]:
        """The items, those merged that ``choice`` takes of their pairs and nothing that people judged speaks against.

        ``found`` has all pairs that may be one, by both ids, ``meetings`` where each item can be met: both follow from
        the items.
        """
        return join(items, Pairs(items, self, found, meetings), choice, merge, given)


@dataclass(frozen=True, slots=True)
class Meeting:
    """The blocks in which an item can be met: those in which it seeks itself, and the others.

    ``alike`` are those where it meets whoever has something ``around`` in common with it.
    """

    seeks: frozenset[Hashable]
    waits: frozenset[Hashable]
    alike: frozenset[Hashable] = frozenset()
    around: frozenset[Hashable] = frozenset()

    @classmethod
    def of(cls, blocks: Iterable[Block]) -> Meeting:
        found = list(blocks)
        seeks = frozenset([key for key, seeks, around in found if seeks and around is None])
        waits = frozenset([key for key, seeks, around in found if not seeks and around is None])
        alike = [(key, around) for key, _, around in found if around]
        common = frozenset[Hashable]().union(*{around for _, around in alike})
        return cls(seeks, waits - seeks, frozenset([key for key, _ in alike]), common)

    def meets(self, other: Meeting) -> bool:
        """Whether there is a block in which both can be met and one of them seeks."""
        seeks = self.seeks
        return self.meets_alike(other) or not (
            seeks.isdisjoint(other.seeks) and seeks.isdisjoint(other.waits) and self.waits.isdisjoint(other.seeks)
        )

    def meets_alike(self, other: Meeting) -> bool:
        """Whether both have a block in common, and something around."""
        return not (self.alike.isdisjoint(other.alike) or self.around.isdisjoint(other.around))


def join_given(items: Sequence[I], merge: Callable[[Sequence[I]], I], given: Sequence[Judgement]) -> Resolved[I]:
    """The items, those merged that people judged to be one, and what they judged."""
    holder = {member: item.id for item in items for member in item.members} if given else {}
    told = [(one, holder[one.left], holder[one.right]) for one in given if {one.left, one.right} <= holder.keys()]
    groups = Groups()
    for one, left, right in told:
        if one.judgement == "different" and left != right:
            groups.hold_apart(left, right)
    for one, left, right in told:
        if one.judgement == "same":
            groups.join(left, right)
    merged = _merged(items, groups, merge) if told else items
    return Resolved(tuple(merged), tuple(one for one, _, _ in told))


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


Choice = Callable[["Pairs[I]"], Iterator[tuple[Judged[I], bool]]]


class Met(Protocol):
    """Where items can be met, by their ids."""

    def __getitem__(self, one: str) -> Meeting: ...


class Pairs(Generic[I]):
    """The pairs of some items that may be the same, the likelier first, and by the ids of their items.

    ``found`` has all such pairs, by both ids, ``meetings`` where each item can be met.
    """

    def __init__(
        self,
        items: Sequence[I],
        method: Method[I],
        found: Mapping[str, Mapping[str, Judged[I]]],
        meetings: Met,
    ) -> None:
        self._method = method
        self.margin = method.margin
        self._items = {item.id: item for item in items}
        self._meetings = meetings
        here = (pair for one in self._items for other, pair in found.get(one, {}).items() if one < other)
        among = [pair for pair in here if pair.ids[1] in self._items]
        self.all = sorted(among, key=lambda pair: (-pair.verdict.score, pair.ids))
        self.of: dict[str, list[Judged[I]]] = defaultdict(list)
        for pair in self.all:
            for one in pair.ids:
                self.of[one].append(pair)
        self._scores: dict[tuple[str, str], float | None] = {pair.ids: pair.verdict.score for pair in self.all}

    def score(self, a: str, b: str) -> float | None:
        """What the rules say of any two of the items; None where none has a word."""
        ids = (a, b) if a < b else (b, a)
        if ids not in self._scores:
            judged = self._method.judged(self._items[ids[0]], self._items[ids[1]])
            self._scores[ids] = judged.verdict.score if judged else None
        return self._scores[ids]

    def leave_out(self, apart: Collection[tuple[str, str]]) -> None:
        """Forget pairs (the lesser id first) that people judged to differ: they are no rivals of others."""
        self.all = [pair for pair in self.all if pair.ids not in apart]
        for one in {one for ids in apart for one in ids if one in self.of}:
            self.of[one] = [pair for pair in self.of[one] if pair.ids not in apart]

    def likelier(self, item_id: str, best: Sequence[Judged[I]]) -> list[Judged[I]]:
        """Of equally good matches those that are likelier for other reasons; they are one."""
        if self._method.likelier is None:
            return []
        others = {pair.other(item_id).id: pair for pair in best}
        found = self._method.likelier([pair.other(item_id) for pair in best], lambda a, b: self.score(a.id, b.id))
        return [others[one.id] for one in found]

    def differ(self, a: str, b: str) -> bool:
        """Whether the two meet in a block and a rule says that they are not the same."""
        if not self._meetings[a].meets(self._meetings[b]):
            return False
        score = self.score(a, b)
        return score is not None and score <= DIFFERENT


def join(
    items: Sequence[I],
    pairs: Pairs[I],
    choice: Choice[I],
    merge: Callable[[Sequence[I]], I],
    given: Sequence[Judgement],
) -> Resolved[I]:
    """The items, those merged that ``choice`` takes of the pairs and nothing speaks against.

    What people have judged, ``given`` on members of the items, is never overruled.
    """
    judgements: list[Judgement] = []
    groups = Groups(pairs.differ)
    holder = {member: item.id for item in items for member in item.members} if given else {}
    apart: set[tuple[str, str]] = set()
    for one in given:
        left, right = holder.get(one.left), holder.get(one.right)
        if one.judgement == "different" and left and right and left != right:
            groups.hold_apart(left, right)
            apart.add((min(left, right), max(left, right)))
    if apart:
        pairs.leave_out(apart)
    for pair, decided in choice(pairs):
        if not decided:
            judgements.append(judgement(*pair.ids, pair.verdict, pair.by, unsure=True))
        elif groups.join(*pair.ids):
            judgements.append(judgement(*pair.ids, pair.verdict, pair.by))
    return Resolved(tuple(_merged(items, groups, merge)), tuple(judgements))


def sure(pairs: Pairs[I]) -> Iterator[tuple[Judged[I], bool]]:
    """Pairs that are the same whatever else is around."""
    return ((pair, True) for pair in pairs.all if pair.verdict.score >= SURE)


def only_match(pairs: Pairs[I]) -> Iterator[tuple[Judged[I], bool]]:
    """Pairs of an item with those it fits best; undecided where these differ among themselves."""
    clear: dict[tuple[str, str], bool] = {}
    alike: dict[frozenset[str], bool] = {}
    for item_id, found in pairs.of.items():
        likely = [pair for pair in found if pair.verdict.score >= LIKELY and pair.looked_for_by(item_id)]
        best = [pair for pair in likely if pair.verdict.score >= likely[0].verdict.score - pairs.margin]
        # Items that all fit each other ask for the same company: it is looked through once.
        company = frozenset((item_id, *(pair.other(item_id).id for pair in best)))
        if company not in alike:
            scores = (pairs.score(a, b) for a, b in combinations(company, 2))
            alike[company] = all(score is None or score >= LIKELY for score in scores)
        if not alike[company]:
            likelier = pairs.likelier(item_id, best)
            clear.update((pair.ids, clear.get(pair.ids, True)) for pair in likelier)
            best = [pair for pair in best if pair not in likelier]
        for pair in best:
            clear[pair.ids] = alike[company] and clear.get(pair.ids, True)
    for pair in pairs.all:
        if pair.ids in clear or UNSURE <= pair.verdict.score < LIKELY:
            yield pair, clear.get(pair.ids, False)
