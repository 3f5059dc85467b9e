"""Who meets as the head of a body: «ректор Псковского университета встретилась с ректором Полоцкого университета»."""

from __future__ import annotations

from collections.abc import Iterator

from pobratim.reading.names.places.adjectives import place_of_adjective
from pobratim.reading.records.authorities import is_authority
from pobratim.reading.records.events.drafts import Draft
from pobratim.reading.records.scenes import Scene


def bring_in_bodies(scene: Scene, draft: Draft) -> None:
    """The bodies whose heads take part, and the towns that their names tell, where no two places are told."""
    if len(set(draft.parties)) >= 2:
        return
    akin = scene.stands_of_document.akin
    bodies = list(dict.fromkeys(_led(scene, draft.participants)))
    parties = list(draft.parties)
    for place in (place for body in bodies for place in _town(scene, body)):
        if not any(akin(place, party) for party in parties):
            parties.append(place)
    draft.parties = parties
    if parties and len(bodies) > 1:  # of no towns are «солисты «Центра» и «Телевизора» встретятся на сцене»
        draft.organizations = list(dict.fromkeys([*draft.organizations, *bodies]))


def _led(scene: Scene, people: list[str]) -> Iterator[str]:
    """The bodies other than authorities that these persons lead or come from, as their posts tell."""
    known = scene.stands_of_document
    for person in people:
        if person in known.place_of_person:
            continue
        for post in known.posts:
            heads = post.person == person and not _HEADING.isdisjoint(post.title.split())
            body = post.organization if heads else None
            if body is not None and not is_authority(scene.context.by_id[body]):
                yield body


_HEADING = frozenset({"ректор", "проректор", "директор", "гендиректор", "декан", "президент", "председатель"})


def _town(scene: Scene, body: str) -> Iterator[str]:
    """The town that the body's name tells: «Псковский университет», «театр Пскова», «школа № 5 | Пскова»."""
    places = scene.context.places_in(*scene.span)
    for mention in scene.context.mentions_in(*scene.span, "organization"):
        if mention.entity != body:
            continue
        made = (place_of_adjective(scene.context, token) for token in scene.tokens[mention.first : mention.last])
        yield from (place for place in made if place is not None)
        yield from (place.entity for place in places if mention.first < place.first <= mention.last)
