"""Documents that make twins: no country is a side of theirs, but the place in it that the text is about."""

from __future__ import annotations

import re
from dataclasses import replace

from pobratim.model.reading import Agreement, Span
from pobratim.reading.records.stands import Stands

_MAKING_TWINS = re.compile(r"побратим|породн")


def without_countries(stands: Stands, found: list[Agreement]) -> list[Agreement]:
    """«соглашение о побратимстве Омска подписано, мэр поблагодарил Болгарию»: of the town of that country which the
    document is about; so are those told with it in one sentence, between the same sides."""
    twins: dict[tuple[Span, tuple[str, ...]], tuple[str, ...]] = {
        (one.evidence[0], one.parties): _nearer(stands, one.parties)
        for one in found
        if len(one.parties) == 2 and _MAKING_TWINS.search((one.subject or "").lower())
    }
    return [replace(one, parties=twins.get((one.evidence[0], one.parties), one.parties)) for one in found]


def _nearer(stands: Stands, parties: tuple[str, ...]) -> tuple[str, ...]:
    """The sides, the one country among them as the first place in it that is told of and of the other's level."""
    by_id = stands.context.by_id
    countries = [party for party in parties if by_id[party].type == "country"]
    if len(countries) != 1:
        return parties
    other = next(party for party in parties if party != countries[0])
    inside = (
        place
        for place in stands.focus
        if place != other
        and by_id[place].type == by_id[other].type
        and stands.country_of(place) == by_id[countries[0]].country
        and not stands.contain(place, other)
    )
    place = next(inside, countries[0])
    return tuple(place if party == countries[0] else party for party in parties)
