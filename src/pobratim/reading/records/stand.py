"""What stands for a place, and how it is named there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from pobratim.reading.records.roles import Role

Kind = Literal["person", "organization", "delegation", "place"]


@dataclass(frozen=True, slots=True)
class Stand:
    """Something in the text that stands for a place. ``entity`` is the person or organization, if any."""

    start: int
    end: int
    place: str
    kind: Kind
    role: Role
    entity: str | None = None


def first_of_each(stands: Iterable[Stand]) -> list[Stand]:
    """The first stand of each place, in order."""
    first: dict[str, Stand] = {}
    for stand in stands:
        first.setdefault(stand.place, stand)
    return list(first.values())
