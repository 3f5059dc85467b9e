"""One record a person and office: when two posts of a person are the same one, and what is kept of both; the table
of seats that offices have."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from pobratim.model.reading import Post
from pobratim.reading.data import load_toml


@dataclass(frozen=True, slots=True)
class Seats:
    """The words of `data/records/seats.toml`."""

    kinds: dict[str, str]
    authorities: dict[str, str]
    governing: frozenset[str]
    ungoverning: frozenset[str]
    of_anything: frozenset[str]
    of_places: frozenset[str]
    shared: frozenset[str]
    with_governors: frozenset[str]
    general: dict[str, str]
    expanded: dict[str, str]
    countries: dict[str, tuple[str, ...]]
    nowhere: dict[str, tuple[str, ...]]
    heads_of_state: dict[str, str]


@cache
def seats() -> Seats:
    tables = load_toml("records/seats.toml")
    return Seats(
        dict(tables["offices"]),
        dict(tables["authorities"]),
        frozenset(tables["governing"]["words"]),
        frozenset(tables["governing"]["bodies"]) | frozenset(tables["bodies"]["any_company"]),
        frozenset(tables["governing"]["of_anything"]),
        frozenset(tables["governing"]["of_places"]),
        frozenset(tables["shared"]["words"]),
        frozenset(tables["shared"]["with_governors"]),
        dict(tables["general"]),
        dict(tables["expanded"]),
        {word: tuple(countries) for word, countries in tables["countries"].items()},
        {word: tuple(countries) for word, countries in tables["nowhere"].items()},
        dict(tables["heads_of_state"]),
    )


def in_full(title: str) -> str:
    """«зампред правительства» → «заместитель председателя правительства»."""
    return " ".join(seats().expanded.get(word, word) for word in title.split())


def same_office(left: Post, right: Post) -> bool:
    """Are they one office of one person, as far as the two say where it is?"""
    if left.person != right.person:
        return False
    first, second = in_full(left.title), in_full(right.title)
    if first.split()[:1] != second.split()[:1] and not (_within(first, second) or _says_head(first, second)):
        return False
    places = left.place == right.place or left.place is None or right.place is None
    bodies = left.organization == right.organization or left.organization is None or right.organization is None
    return places and bodies


def _within(left: str, right: str) -> bool:
    return f" {left} " in f" {right} " or f" {right} " in f" {left} "


def _says_head(left: str, right: str) -> bool:
    """«губернатор области» and «глава региона»: who governs a place is its head."""
    one, other = left.split(), right.split()
    plain = {one[0], other[0]} > {"глава"} and "администрации" not in one + other
    return plain and all(words[0] in seats().governing for words in (one, other))


def _fullness(title: str) -> tuple[bool, int, int]:
    """«губернатор» says more than «глава региона»; else more words do."""
    words = title.split()
    return words[0] != "глава", len(words), len(title)


def fuller(left: Post, right: Post) -> Post:
    """One post of two that are the same: the fullest title, whichever says where."""
    title = max(left.title, right.title, key=_fullness)
    if (left.organization is None) != (right.organization is None):
        title = left.title if left.organization else right.title  # «председатель горисполкома» says no more
    surer = left if left.confidence >= right.confidence else right
    return replace(
        surer,
        title=title,
        organization=left.organization or right.organization,
        place=surer.place or left.place or right.place,
        evidence=tuple(dict.fromkeys(left.evidence + right.evidence)),
    )
