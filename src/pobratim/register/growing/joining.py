"""Items that rules judge to be one (`pobratim.register.resolving`), joined anew only where some have changed.

What one item can change are those it is linked to by pairs that may be one, before and after sure pairs were joined:
each step keeps its pairs, and does again the parts of items that a changed pair holds together.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Generic, TypeVar

from pobratim.register.growing.index import Index
from pobratim.register.growing.meetings import Meetings
from pobratim.register.growing.once import Once
from pobratim.register.growing.parts import Parts, Redone, itself
from pobratim.register.identity import SURE, UNSURE, Judgement
from pobratim.register.resolving import (
    ROUNDS,
    Choice,
    Item,
    Judged,
    Method,
    Resolved,
    join_given,
    only_match,
    sure,
)
from pobratim.register.table import Table

I = TypeVar("I", bound=Item)  # noqa: E741


@dataclass(frozen=True, slots=True)
class Changed(Generic[I]):
    """Items that came, changed, or are no more (None), by their ids; judgements that no longer hold, and new ones."""

    items: Mapping[str, I | None]
    gone: Sequence[Judgement]
    new: Sequence[Judgement]


class Given:
    """What people judged, by the ends of each judgement."""

    def __init__(self, judgements: Sequence[Judgement]) -> None:
        self.judgements = tuple(judgements)
        self.ends = frozenset(end for one in judgements for end in (one.left, one.right))

    def among(self, items: Iterable[Item]) -> list[Judgement]:
        """Those of which both ends are in these items, in their order."""
        return self.among_ids(member for item in items for member in item.members) if self.ends else []

    def among_ids(self, ids: Iterable[str]) -> list[Judgement]:
        """Those of which both ends are among these ids, in their order."""
        here = self.ends.intersection(ids) if self.ends else self.ends
        return [one for one in self.judgements if one.left in here and one.right in here]

    def apart_from(self, other: Given) -> frozenset[str]:
        """The ends of what only one of the two has, or has in another way."""
        mine, theirs = set(self.judgements), set(other.judgements)
        return frozenset(end for one in mine ^ theirs for end in (one.left, one.right))


NOTHING_GIVEN = Given(())


class Links:
    """The keys under which mentions hang together, and what people judged of them."""

    def __init__(self) -> None:
        self._index: Index[Hashable] = Index()
        self.given = NOTHING_GIVEN

    def put(self, one: str, keys: Iterable[Hashable]) -> None:
        """The mention has these keys from now on; one without any is no more."""
        self._index.put(one, keys)

    def give(self, given: Given) -> frozenset[str]:
        """People judge this from now on; returns the ends of what they judge otherwise."""
        before, self.given = self.given, given
        return frozenset() if before is given else before.apart_from(given)

    def of(self, one: str) -> Iterator[Hashable]:
        """What a mention hangs together with others by."""
        yield from self._index.keys(one)
        if one in self.given.ends:
            yield from (pair for pair in self.given.judgements if one in (pair.left, pair.right))

    def linked(self, key: Hashable) -> Iterable[str]:
        """The mentions that hang together by it."""
        return (key.left, key.right) if isinstance(key, Judgement) else self._index.under(key)


def changed_items(redone: Redone[Resolved[I]]) -> Changed[I]:
    """The items and judgements that differ between what was and what is."""
    before = {item.id: item for part in redone.gone for item in part.items}
    after = {item.id: item for part in redone.new for item in part.items}
    items: dict[str, I | None] = dict.fromkeys(before.keys() - after.keys())
    items.update((one, item) for one, item in after.items() if before.get(one) is not item)
    return Changed(
        items,
        [one for part in redone.gone for one in part.judgements],
        [one for part in redone.new for one in part.judgements],
    )


class _ByGiven(Generic[I]):
    """Joins what people judged to be one."""

    def __init__(self, method: Method[I]) -> None:
        self._merge = method.merge
        self._given = NOTHING_GIVEN
        self._holder: Table[str, str] = Table()
        """The items of members that do not give them their id."""
        self.parts: Parts[I, Resolved[I]] = Parts(self._links, self._linked, self._solve)

    def update(self, changed: Mapping[str, I | None], given: Given, touched: Set[str]) -> Changed[I]:
        """``touched`` are items, as they were, of which people judge otherwise now."""
        self._given = given
        for one in changed:
            before = self.parts.items.get(one)
            for member in before.members if before else ():
                self._holder.pop(member, None)
        for one, item in changed.items():
            self._holder.update((member, one) for member in (item.members if item else ()) if member != one)
        return changed_items(self.parts.update(changed, touched - changed.keys()))

    def holder(self, member: str) -> str | None:
        """The item of a mention or claim."""
        found = self._holder.get(member, member)
        return found if found in self.parts.items else None

    def _links(self, one: str) -> Iterable[Hashable]:
        if not self._given.ends:
            return ()
        members = self._given.ends.intersection(self.parts.items[one].members)
        return [pair for pair in self._given.judgements if pair.left in members or pair.right in members]

    def _linked(self, key: Hashable) -> Iterable[str]:
        assert isinstance(key, Judgement)
        return [one for end in (key.left, key.right) if (one := self.holder(end)) is not None]

    def _solve(self, items: list[I]) -> Resolved[I]:
        return join_given(items, self._merge, self._given.among(items))


class _ByPairs(Generic[I]):
    """Joins pairs that the rules judge to be one, of those that ``choice`` takes."""

    def __init__(
        self, method: Method[I], choice: Choice[I], least: float, once: Once, before: _ByPairs[I] | None = None
    ) -> None:
        self._method = method
        self._once = once
        self._choice = choice
        self._least = least
        """From this score on a pair holds two items together."""
        self._before = before
        """Where pairs of items that have not been joined since were asked."""
        self._given = NOTHING_GIVEN  # what people judged; what they judge otherwise is told with each change
        self.meetings: Meetings = Meetings(before.meetings if before else None)
        self._pairs: Table[str, dict[str, Judged[I]]] = Table()
        """The pairs that may be one, by both ids."""
        self.parts: Parts[I, Resolved[I]] = Parts(self._links, itself, self._solve)

    def update(self, changed: Mapping[str, I | None], given: Given, touched: Set[str]) -> Changed[I]:
        """``touched`` are items, as they were, of which people judge otherwise now."""
        self._given = given
        touched = touched | self._forget(changed)
        new = {one: item for one, item in changed.items() if item is not None}
        for one, item in changed.items():
            self._place(one, item)
        items = _Both(new, self.parts.items)
        for one in new:
            for other in self._to_ask(one):
                if other != one and not (other in new and other < one):
                    left, right = items[min(one, other)], items[max(one, other)]
                    if self._method.may_be_one(left, right):
                        self._ask(left, right)
        return changed_items(self.parts.update(changed, touched - changed.keys()))

    def _forget(self, changed: Iterable[str]) -> set[str]:
        """Take items out of their pairs; returns those they were paired with."""
        paired: set[str] = set()
        for one in changed:
            for other in self._pairs.pop(one, ()):
                if other in self._pairs:
                    self._pairs[other].pop(one, None)
                    paired.add(other)
        return paired

    def _place(self, one: str, item: I | None) -> None:
        """Put an item where it can be met."""
        if item is None:
            self.meetings.drop(one)
        elif self._before and self._before.parts.items.get(one) is item:
            self.meetings.put_as_before(one)
        else:
            self.meetings.put(one, self._once(self._method.meeting, item, of=(item,)))

    def _to_ask(self, one: str) -> Set[str]:
        """The items that an item meets, but for those of which is known already what to think."""
        meeting = self.meetings[one]
        if self._before is None or one not in self.meetings.as_before:
            return self.meetings.met(meeting)
        for other, pair in self._before.pairs_of(one).items():
            if other in self.meetings.as_before:
                self._put(pair)
        return self.meetings.met_here(meeting)

    def pairs_of(self, one: str) -> Mapping[str, Judged[I]]:
        """The pairs of an item that may be one, by the other."""
        return self._pairs.get(one, {})

    def _ask(self, left: I, right: I) -> None:
        found = self._once(self._method.judged, left, right, of=(left, right))
        if found is not None and found.verdict.score >= UNSURE:
            self._put(found)

    def _put(self, pair: Judged[I]) -> None:
        left, right = pair.ids
        self._pairs.setdefault(left, {})[right] = pair
        self._pairs.setdefault(right, {})[left] = pair

    def _links(self, one: str) -> Iterator[str]:
        pairs = self._pairs.get(one, {})
        return (other for other, pair in pairs.items() if pair.verdict.score >= self._least)

    def _solve(self, items: list[I]) -> Resolved[I]:
        if len(items) == 1:
            return Resolved(tuple(items), ())
        given = tuple(self._given.among(items))
        found = self._pairs, self.meetings
        return self._once(
            self._method.joined, items, self._choice, *found, self._merged, given, of=items, by=(self._choice, given)
        )

    def _merged(self, items: Sequence[I]) -> I:
        return self._once(self._method.merge, items, of=items)


class Joining(Generic[I]):
    """Items merged as far as people and the rules say, kept up as they change."""

    def __init__(self, method: Method[I], once: Once) -> None:
        self._given = NOTHING_GIVEN
        self._told: _ByGiven[I] = _ByGiven(method)
        self._steps: list[_ByPairs[I]] = [_ByPairs(method, sure, SURE, once)]
        for _ in range(ROUNDS):
            self._steps.append(_ByPairs(method, only_match, UNSURE, once, self._steps[-1]))

    def update(self, changed: Mapping[str, I | None], given: Given) -> Changed[I]:
        """Items that are new, have changed, or are no more (None), and what people judged now."""
        touched = self._touched(self._given.apart_from(given)) if given is not self._given else [set()] * _STEPS
        self._given = given
        found = self._told.update(changed, given, touched[0])
        gone, new = [*found.gone], [*found.new]
        for step, others in zip(self._steps, touched[1:], strict=True):
            found = step.update(found.items, given, others)
            gone += _lasting(found.gone, step is self._steps[-1])
            new += _lasting(found.new, step is self._steps[-1])
        return Changed(found.items, gone, new)

    def _touched(self, ends: Set[str]) -> list[set[str]]:
        """The items of these mentions or claims, step by step: what one step made of an item is an item of the next."""
        found: list[set[str]] = [set() for _ in range(_STEPS)]
        for end in ends:
            one = self._told.holder(end)
            for number, parts in enumerate((self._told.parts, *(step.parts for step in self._steps))):
                if one is None:
                    break
                found[number].add(one)
                one = next((item.id for item in parts.found_with(one).items if end in item.members), None)
        return found


_STEPS = ROUNDS + 2
"""People's judgements, sure pairs, and the rounds of those that only match."""


def _lasting(judgements: Sequence[Judgement], is_last: bool) -> Sequence[Judgement]:
    """Of who is unsure the last step tells: what was joined in between may have told more."""
    return judgements if is_last else [one for one in judgements if one.judgement != "unsure"]


class _Both(Mapping[str, I]):
    """New items before the old ones of the same ids."""

    def __init__(self, new: Mapping[str, I], old: Mapping[str, I]) -> None:
        self._new, self._old = new, old

    def __getitem__(self, one: str) -> I:
        return self._new[one] if one in self._new else self._old[one]

    def __iter__(self) -> Iterator[str]:
        return iter({**self._old, **self._new})

    def __len__(self) -> int:
        return len({**self._old, **self._new})
