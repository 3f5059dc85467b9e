"""A name put right in one fact, and in the other facts of its document that have it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pobratim.register.decisions import Told
from pobratim.web.hand.slots import SLOTS

_NAMING = ("thing", "things")
Key = tuple[str, str]
"""Type and name."""


@dataclass(frozen=True, slots=True)
class Renamed:
    """Who or what was named, and who or what is named instead, as a slot of a claim has it."""

    before: Key
    after: Mapping[str, Any]


def renamed(before: Told, slots: Mapping[str, Any]) -> Iterator[Renamed]:
    """The names for which these ``slots`` have one other each; of several nobody knows which stands for which."""
    for slot in _naming(before.type):
        were, are = _things(before.slots.get(slot)), _things(slots.get(slot))
        gone, come = were.keys() - are.keys(), are.keys() - were.keys()
        if len(gone) == len(come) == 1:
            yield Renamed(gone.pop(), are[come.pop()])


def corrections(told: Told, names: Iterable[Renamed]) -> Iterator[tuple[str, Any]]:
    """The slots of another claim that have one of the old names, with the new one in its place."""
    instead = {name.before: name.after for name in names}
    for slot in _naming(told.type):
        value = told.slots.get(slot)
        things = _things(value)
        if not instead.keys().isdisjoint(things):
            right = [instead.get(key, thing) for key, thing in things.items()]
            yield slot, right if isinstance(value, (list, tuple)) else right[0]


def shares_a_name(told: Told, other: Told) -> bool:
    """Whether the two claims name somebody or something in common."""
    return not _named(told).isdisjoint(_named(other))


def _named(told: Told) -> set[Key]:
    return {key for slot in _naming(told.type) for key in _things(told.slots.get(slot))}


def _naming(kind: str) -> list[str]:
    return [slot.name for slot in SLOTS[kind] if slot.kind in _NAMING]


def _things(value: Any) -> dict[Key, Mapping[str, Any]]:
    """What a slot names, in its order."""
    several = value if isinstance(value, (list, tuple)) else [] if value is None else [value]
    return {(one["type"], one["name"]): one for one in several}
