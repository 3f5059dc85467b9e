"""Guests called by the land around their town: «(Пришла группа из Ельца.) Гости из Липецкой области видели завод»."""

from __future__ import annotations

from dataclasses import replace

from pobratim.reading.context import Context
from pobratim.reading.records.events.drafts import Draft
from pobratim.reading.records.stands import Stands

_DURING = frozenset({"tour", "days", "other", "forum"})


def as_they_came(context: Context, stands: Stands, drafts: list[Draft]) -> list[Draft]:
    """The drafts with the town whose guests came before in the place of its land, where only guests stand for that."""
    visits = [d for d in drafts if d.kind == "visit" and not d.background and d.place is not None]
    return [_as_came(context, stands, draft, visits) if draft.kind in _DURING else draft for draft in drafts]


def _as_came(context: Context, stands: Stands, draft: Draft, visits: list[Draft]) -> Draft:
    for land in draft.parties:
        if context.by_id[land].type != "region" or not _is_of_guests(stands, draft, land):
            continue
        towns = {town for visit in visits for town in _towns_of(context, stands, draft, land, visit)}
        if len(towns) == 1:
            town = towns.pop()
            return replace(draft, parties=[town if place == land else place for place in draft.parties])
    return draft


def _towns_of(context: Context, stands: Stands, draft: Draft, land: str, visit: Draft) -> list[str]:
    """The towns of the land that an earlier visit to the same hosts brought guests from."""
    others = [place for place in draft.parties if place != land]
    same = any(stands.akin(place, str(visit.place)) for place in others)
    before = visit.evidence[0][0] < draft.evidence[0][0] and visit.status == draft.status
    if not same or not before or land in visit.parties:
        return []
    guests = [place for place in visit.parties if place != visit.place and place not in draft.parties]
    return [place for place in guests if context.by_id[place].type == "city" and stands.contain(place, land)]


def _is_of_guests(stands: Stands, draft: Draft, land: str) -> bool:
    """Does a delegation, and no official, stand for the land where the happening is told?"""
    if any(stands.place_of_person.get(person) == land for person in draft.participants):
        return False
    told = [s for s in stands.all if s.place == land and any(a <= s.start < b for a, b in draft.evidence)]
    return bool(told) and all(stand.kind == "delegation" for stand in told)
