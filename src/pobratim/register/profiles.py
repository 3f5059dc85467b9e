"""People as they are compared: names taken apart, and what is known of a person so far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from typing import NamedTuple

from pobratim.register.claims import Mention
from pobratim.register.text import words

FULL, INITIAL, SURNAME = 2, 1, 0
"""How much of a name is known: given name, its first letter, or the surname alone."""
_IN_OFFICE = 400
"""Days before the first and after the last document about a person within which a shorter name may be theirs."""


class Name(NamedTuple):
    """A person's name as it is compared; ``given`` is a name, one letter, or empty."""

    surname: str
    given: str

    @property
    def known(self) -> int:
        return min(len(self.given), FULL)


@dataclass(frozen=True)
class Profile:
    """What is known of a person (so far: of some mentions that are surely one person)."""

    mentions: tuple[str, ...]
    spellings: frozenset[tuple[str, str]]
    """How documents spell the name, each with the document whose words it repeats."""
    names: frozenset[Name]
    offices: frozenset[tuple[str, str]]
    """Titles of posts, each with the place or the organization where it is held."""
    homes: frozenset[str]
    """The places where posts are held."""
    towns: frozenset[str]
    """Those of them that are no countries."""
    around: frozenset[str]
    """The regions and countries in which the homes lie."""
    organizations: frozenset[str]
    ties: frozenset[tuple[str, str]]
    """Pairs of places in whose dealings the person appears."""
    documents: frozenset[str]
    named: frozenset[str]
    """The organizations that its documents name."""
    days: tuple[int, int] | None
    """The first and the last day on which documents name it, as ordinals, as far as they state their day."""

    @property
    def id(self) -> str:
        return self.mentions[0]

    @property
    def members(self) -> tuple[str, ...]:
        return self.mentions

    @cached_property
    def known(self) -> int:
        return max(name.known for name in self.names)

    @cached_property
    def surnames(self) -> frozenset[str]:
        return frozenset(name.surname for name in self.names)

    @property
    def rank(self) -> tuple[int, ...]:
        return self.known, bool(self.homes or self.organizations)

    @cached_property
    def given(self) -> frozenset[str]:
        """Full given names."""
        return frozenset(name.given for name in self.names if name.known == FULL)

    @cached_property
    def initials(self) -> frozenset[str]:
        """First letters of given names."""
        return frozenset(name.given[0] for name in self.names if name.given)

    def shares_office_place(self, other: Profile) -> bool:
        return not (self.homes.isdisjoint(other.homes) and self.organizations.isdisjoint(other.organizations))

    def serves_elsewhere(self, other: Profile) -> bool:
        """Whether both are told to serve somewhere, and neither where the other does nor around it."""
        apart = self.homes and other.homes and not self.shares_office_place(other)
        return bool(apart) and self.homes.isdisjoint(other.around) and other.homes.isdisjoint(self.around)

    def of_one_time(self, other: Profile) -> bool:
        """Whether documents name both about the same time; nobody can say so where none has a day."""
        if self.days is None or other.days is None:
            return False
        return max(self.days[0] - other.days[1], other.days[0] - self.days[1]) <= _IN_OFFICE

    def shares_company(self, other: Profile) -> bool:
        return not (self.ties.isdisjoint(other.ties) and self.documents.isdisjoint(other.documents))


def parse_name(text: str) -> Name:
    """«Владимир Кухарев», «В. Кухарев», «В.Е. Кухарев», «Кухарев», «Владимир Евгеньевич Кухарев»."""
    parts = words(text)
    if not parts:
        return Name(text, "")
    given = parts[0] if len(parts) > 1 else ""
    return Name(parts[-1], _given_names().get(given, given))


@cache
def _given_names() -> dict[str, str]:
    """Each known spelling of a given name and the one it is compared by."""
    table = files("pobratim.register").joinpath("data/given_names.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in table.splitlines() if line and not line.startswith("#")]
    return {spelling: row[0] for row in rows for spelling in row}


def merge(profiles: Sequence[Profile]) -> Profile:
    """The union of profiles of one person."""
    return Profile(
        mentions=tuple(sorted(mention for profile in profiles for mention in profile.mentions)),
        spellings=frozenset().union(*(profile.spellings for profile in profiles)),
        names=frozenset().union(*(profile.names for profile in profiles)),
        offices=frozenset().union(*(profile.offices for profile in profiles)),
        homes=frozenset().union(*(profile.homes for profile in profiles)),
        towns=frozenset().union(*(profile.towns for profile in profiles)),
        around=frozenset().union(*(profile.around for profile in profiles)),
        organizations=frozenset().union(*(profile.organizations for profile in profiles)),
        ties=frozenset().union(*(profile.ties for profile in profiles)),
        documents=frozenset().union(*(profile.documents for profile in profiles)),
        named=frozenset().union(*(profile.named for profile in profiles)),
        days=_span([profile.days for profile in profiles if profile.days]),
    )


def _span(stretches: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    """From the first day to the last."""
    if not stretches:
        return None
    return min(first for first, _ in stretches), max(last for _, last in stretches)


def names_of(mention: Mention) -> frozenset[Name]:
    """The fullest names by which one document calls a person; shorter ones would join strangers."""
    entity = mention.entity
    names = {parse_name(name) for name in (entity.name, *entity.aliases)}
    known = max(name.known for name in names)
    return frozenset(name for name in names if name.known == known)
