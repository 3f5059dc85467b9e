"""Of which tie a document speaks where it names but a part of it: «в 2024 году делегация побывала в Ташкенте».

Who reads an article about Омск and Ташкент takes this for a delegation of Омск, «Россия» in it for Омск, and «Омская
область» for what may be Омск. So reports are compared by these sides; what a row tells are the sides that were named.
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from itertools import permutations

from pobratim.model.reading import Agreement, Event, Figure, Partnership, Plan, Topic
from pobratim.register.claims import Source
from pobratim.register.known import Known
from pobratim.register.places import Places

Tie = tuple[str, str]

_WITH_PARTIES = (Event, Partnership, Agreement, Topic, Figure)


def sides_of(
    source: Source, parties: Sequence[str], known: Known, serving: Container[str] = ()
) -> Mapping[str, frozenset[str]]:
    """Each side with what may stand for it: its country, and the region by which the document names it.

    A side that is not named, or by its region or country alone, is that of the only tie of the document that fits.
    Those ``serving`` are regions whose own people took part.
    """
    places = known.places
    sides = {party: places.side(party) for party in parties}
    for party, meant in meant_by(source, parties, known).items():
        if party != meant and party not in serving:
            del sides[party]
            sides[meant] = places.side(meant) | {party}
        elif party not in parties:
            sides[party] = places.side(party)
    return sides


def meant_by(source: Source, parties: Sequence[str], known: Known) -> Mapping[str, str]:
    """Both sides of the only tie that fits, by the parties that are told and, of a side that is not, by itself.

    Nothing where no tie fits, or several, or no side is named itself: a forum of two countries is not one of their
    cities. Two cities leave nothing to ask.
    """
    places = known.places
    if not 0 < len(parties) <= 2 or (len(parties) == 2 and all(places.by_id[one].type == "city" for one in parties)):
        return {}
    near = (tie for tie in _ties_in(source, known) if not set(tie).isdisjoint(parties))
    ways = [way for tie in near if (way := _way(parties, tie, places))]
    return ways[0] if len(ways) == 1 else {}


def _ties_in(source: Source, known: Known) -> list[Tie]:
    """The pairs of cities or regions that records of the document name together; of a city and its region, the city."""
    told = [claim.record.parties for one in _WITH_PARTIES for claim in source.claims.get(one, ())]
    told += [claim.record.actors for claim in source.claims.get(Plan, ())]
    named = (known.places_among(known.rows(source, parties)) for parties in set(told))
    ties = {(pair[0], pair[1]) for pair in named if len(pair) == 2 and _is_tie(known.places, *pair)}
    return [tie for tie in ties if not any(other != tie and _way(tie, other, known.places) for other in ties)]


def _is_tie(places: Places, a: str, b: str) -> bool:
    countries = places.is_country(a) or places.is_country(b)
    return not (countries or places.contains(a, b) or places.contains(b, a))


def _way(told: Sequence[str], tie: Tie, places: Places) -> Mapping[str, str] | None:
    """What each party means, if all are of the tie: itself, or the city that lies in it; who is not named, itself."""
    for one in permutations(tie):
        if all(places.contains(*pair) for pair in zip(told, one, strict=False)):
            return dict(zip(told, one, strict=False)) | {other: other for other in one[len(told):]}
    return None
