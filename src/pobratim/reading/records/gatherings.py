"""Forums and days: events with a name of their own, or of a kind that is held in public.

«XXI Форум межрегионального сотрудничества», «седьмое заседание рабочей группы», «Дни Минска в Ташкенте».
"""

from __future__ import annotations

from collections.abc import Iterator

from pobratim.reading.adjectives import place_of_adjective
from pobratim.reading.records.drafts import (
    Draft,
    acting_stands,
    complete_pair,
    has_lemma,
    nearer,
    nearest,
    participants,
    place_in,
    sentence_has,
    start_draft,
)
from pobratim.reading.records.names_of_events import EventName, event_names
from pobratim.reading.records.scenes import Scene
from pobratim.reading.records.story import Story

_RECEIVING = frozenset({"принимать", "принять", "площадка", "столица"})
_TAKING_PART = frozenset({"участие", "участвовать", "приехать", "прибыть", "открыть", "выступить", "возглавить"})


def forum(scene: Scene, story: Story) -> Iterator[Draft]:
    """«XXI Форум межрегионального сотрудничества», «седьмое заседание рабочей группы», «Белагро»."""
    for name in event_names(scene, "forum"):
        yield from _gathering(scene, story, name, "forum")


def days(scene: Scene, story: Story) -> Iterator[Draft]:
    """«Дни Минска в Ташкенте», «фестиваль городов-побратимов»."""
    for name in event_names(scene, "days"):
        if not has_lemma(scene, name.head, "день") and not _is_shared(scene, name):
            continue
        yield from _gathering(scene, story, name, "days")


def _is_shared(scene: Scene, name: EventName) -> bool:
    """A festival or tournament of two places or more, or one that people from elsewhere come to."""
    places = {stand.place for stand in scene.stands}
    return len(places) >= 2 or bool(scene.context.places_in(name.start, name.end))


def _gathering(scene: Scene, story: Story, name: EventName, kind: str) -> Iterator[Draft]:
    draft = start_draft(scene, kind, name.head, f"event.{kind}", 0.86)
    if draft is None:
        return
    draft.title = name.title
    inner = [s.place for s in scene.stands if s.role == "in" and name.start <= s.start < name.end]
    draft.place = inner[0] if inner else place_in(scene, name.head) or _receiving(scene, name) or _to(scene, name)
    if draft.status != "planned" or sentence_has(scene, _TAKING_PART):
        draft.participants = participants(scene, name.head)
    draft.parties = _sides(scene, story, draft, name)
    draft.organizations = [
        mention.entity for mention in scene.organizations if mention.start < name.start and _organizes(scene)
    ]
    if len(draft.parties) < 2:
        complete_pair(scene, draft)
    if name.title is None:
        draft.confidence -= 0.12
    if draft.parties:
        yield draft


def _sides(scene: Scene, story: Story, draft: Draft, name: EventName) -> list[str]:
    """Whose event it is: the places of its name, else who is there, else whose forum or visit was told before."""
    inside = list(dict.fromkeys(m.entity for m in scene.context.places_in(name.start, name.end)))
    if len(inside) >= 2 or (inside and draft.kind == "days"):
        return inside
    acting = acting_stands(scene, name.head)
    there = nearest(scene, [nearer(scene, stand) for stand in acting if stand.kind != "place"])
    if name.title is None:
        there = list(dict.fromkeys([*there, *_beside(scene, name)]))
    if len(there) >= 2:
        return there
    before = story.last(scene, draft.kind) or story.journey(scene, there or None)
    if before is not None and set(there) <= set(before.parties):
        draft.confidence -= 0.06
        return list(before.parties)
    pair = scene.stands_of_document.pair
    if draft.kind == "forum" and len(pair) == 2 and set(there) <= set(pair):
        draft.confidence -= 0.1
        return list(pair)
    return there or inside


def _beside(scene: Scene, name: EventName) -> list[str]:
    """«бизнес-миссия могилевских предприятий в Ивановскую область»: places and adjectives around the word."""
    first, last = max(scene.sentence.first, name.head - 3), min(scene.sentence.last, name.head + 7)
    start, end = scene.tokens[first].start, scene.tokens[last - 1].end
    made = [place_of_adjective(scene.context, token) for token in scene.tokens[first:last]]
    going = [s.place for s in scene.stands if start <= s.start < end and s.kind == "place" and s.role != "in"]
    return [place for place in [*made, *going] if place is not None]


def _receiving(scene: Scene, name: EventName) -> str | None:
    """«Брест принимал форум», «форум принимал Брест», «Брест станет площадкой форума»: who receives it."""
    if not sentence_has(scene, _RECEIVING):
        return None
    places = [s for s in scene.stands if s.kind == "place" and s.role == "other"]
    places = [s for s in places if s.end <= name.start or s.start >= name.end]
    cities = [s.place for s in places if scene.context.by_id[s.place].type == "city"]
    return cities[0] if len(set(cities)) == 1 else None


def _to(scene: Scene, name: EventName) -> str | None:
    """«бизнес-миссия в Ивановскую область», «отправилась на форум в Брест»: the place after the name."""
    after = [s for s in scene.stands if s.kind == "place" and s.role == "to" and s.start >= name.start]
    return after[0].place if after else None


def _organizes(scene: Scene) -> bool:
    """Is somebody said to hold or arrange the event?"""
    return any(
        token.word and token.word.lemmas & {"провести", "организовать", "проводить"}
        for token in scene.tokens[scene.sentence.first : scene.sentence.last]
    )
