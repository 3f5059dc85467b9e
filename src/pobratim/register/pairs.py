"""Which pairs of places a document says have to do with each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import TypeVar

from pobratim.model.reading import Agreement, Event, Partnership, Plan, Record
from pobratim.register.claims import Claim, Source
from pobratim.register.known import Known
from pobratim.register.places import Places
from pobratim.register.rows import AgreementRow, Happening

Pair = tuple[str, str]
"""Ids of two places, the lesser first."""

MOST_PARTIES = 5
"""A gathering of more places than this (a forum of thirty cities) ties no two of them."""


R = TypeVar("R", Happening, AgreementRow)


@dataclass(frozen=True)
class PairClaim:
    """A claim that makes two places a pair."""

    pair: Pair
    claim: Claim[Record]


def by_pair(rows: Iterable[R]) -> dict[frozenset[str], list[R]]:
    """The rows by each pair of their parties, in their order."""
    found: dict[frozenset[str], list[R]] = defaultdict(list)
    for row in rows:
        for pair in combinations(sorted(set(row.parties)), 2):
            found[frozenset(pair)].append(row)
    return found


def pairs_in(source: Source, known: Known) -> list[PairClaim]:
    """The pairs of one document with the claims that make them.

    A place and the region or country it lies in are no pair. A pair with a country gives way where the
    document names a nearer one: Ростов and Беларусь, where Ростов and Минск stand beside.
    """
    found = [
        PairClaim(pair, claim)
        for claim in source.claims_in_order()
        for pair in _pairs_of(source, claim.record, known)
    ]
    pairs = {one.pair for one in found}
    too_wide = {pair for pair in pairs if _has_nearer(pair, pairs, known.places)}
    return [one for one in found if one.pair not in too_wide]


def _pairs_of(source: Source, record: Record, known: Known) -> Iterator[Pair]:
    places = sorted(known.places_among(known.rows(source, _parties(record))))
    if len(places) > MOST_PARTIES and not isinstance(record, Partnership | Agreement):
        return
    for left, right in combinations(places, 2):
        if not known.places.contains(left, right) and not known.places.contains(right, left):
            yield left, right


def _parties(record: Record) -> Iterable[str]:
    match record:
        case Partnership() | Agreement() | Event():
            return record.parties
        case Plan():
            return record.actors
        case _:
            return ()


def _has_nearer(pair: Pair, pairs: Iterable[Pair], places: Places) -> bool:
    if not any(places.is_country(place) for place in pair):
        return False
    return any(other != pair and lies_in(other, pair, places) for other in pairs)


def lies_in(inner: Pair, outer: Pair, places: Places) -> bool:
    """Whether each place of ``inner`` is one of ``outer`` or lies in it, one in each."""
    (a, b), (x, y) = inner, outer
    straight = places.contains(x, a) and places.contains(y, b)
    return straight or (places.contains(x, b) and places.contains(y, a))
