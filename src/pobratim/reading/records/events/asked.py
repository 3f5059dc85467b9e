"""What one side asks the other to, though nothing is settled: «предложил провести Дни Омска в Бресте», «пригласил
делегацию приехать в Омск», «пригласил в гости мэра Омска». It is told as planned, and trees say whether it is believed.
"""

from __future__ import annotations

from collections.abc import Iterator

from pobratim.reading.records.event_names import EventName
from pobratim.reading.records.events.drafts import Draft, has_lemma, start_draft
from pobratim.reading.records.events.invitations import invites
from pobratim.reading.records.events.story import Story
from pobratim.reading.records.events.where import nearer
from pobratim.reading.records.scenes import Scene
from pobratim.reading.records.stands import Stand
from pobratim.reading.triggers import needs

_PROPOSING = frozenset({"предложить", "предлагать", "предложение"})
_INVITING = frozenset({"пригласить", "приглашать", "приглашение", "позвать"})
_HOLDING = frozenset({"провести", "проводить", "организовать", "устроить", "проведение"})
_DAYS = frozenset({"день", "неделя", "декада", "месячник"})
_COMING = frozenset({"приехать", "посетить", "побывать", "прибыть", "прилететь", "съездить"})
_VISITING = frozenset({"визит", "гость"})
_REACH = 24
"""Tokens from the asking to the days proposed."""
_NEAR = 14
"""Tokens from the asking to the word of coming."""


@needs(_PROPOSING)
def proposed_days(scene: Scene, story: Story) -> Iterator[Draft]:
    """«предложил провести Дни Омска в Бресте и Дни Бреста в Омске»: days with a name, of a place or of a thing."""
    asking = next(iter(scene.with_lemmas(_PROPOSING)), None)
    if asking is None:
        return
    for name in scene.event_names["days"]:
        if name.title is None or not asking < name.head < asking + _REACH or not has_lemma(scene, name.head, *_DAYS):
            continue
        if not any(asking < index < name.head for index in scene.with_lemmas(_HOLDING)):
            continue
        draft = start_draft(scene, "days", name.head, "event.proposed_days", 0.7, status="planned")
        if draft is None:
            continue
        draft.title, draft.place = name.title, _stage(scene, name)
        owners = [s.place for s in scene.stands if name.start <= s.start < name.end and s.role != "in"]
        asked = [nearer(scene, s) for s in scene.stands if s.kind in {"person", "delegation"} and s.role == "other"]
        others = [place for place in [*asked, *scene.stands_of_document.pair] if place != draft.place]
        draft.parties = _two([*owners[:1], *([draft.place] if draft.place else []), *others], scene)
        if len(draft.parties) == 2:
            yield draft


def _stage(scene: Scene, name: EventName) -> str | None:
    """«Дни Омска | в Бресте», «провести | в Бресте | Дни Омска»: within or behind the name, else before it."""
    inside = [s for s in scene.stands if s.kind == "place" and s.role == "in"]
    behind = [s.place for s in inside if s.start >= name.start]
    return next(iter(behind or [s.place for s in inside]), None)


def _two(places: list[str], scene: Scene) -> list[str]:
    """The first two that are no one side."""
    akin = scene.stands_of_document.akin
    first = places[:1]
    return [*first, *[place for place in places[1:] if not any(akin(place, one) for one in first)][:1]]


@needs(_INVITING)
def asked_to_come(scene: Scene, story: Story) -> Iterator[Draft]:
    """«пригласил делегацию приехать в Омск», «вручил приглашение посетить Омск», «пригласил в гости мэра Омска»."""
    for asking in scene.with_lemmas(_INVITING):
        coming = _coming(scene, asking) if invites(scene, asking) else None
        if coming is None:
            continue
        hosts = [s.place for s in _hosts(scene, asking)] or [p for p in [scene.speaker_place] if p is not None]
        place = _asked_where(scene, asking, coming) or next(iter(hosts), None)
        guests = [s for s in _asked(scene, asking) if place is not None and not scene.stands_of_document.akin(s.place, place)]
        draft = start_draft(scene, "visit", asking, "event.asked_to_come", 0.66, status="planned")
        if draft is None or place is None:
            continue
        journey = story.journey_between(scene, [place])
        known = list(journey.parties) if journey is not None else list(scene.stands_of_document.pair)
        akin = scene.stands_of_document.akin
        homes = list(dict.fromkeys(nearer(scene, s) for s in guests)) or [p for p in known if not akin(p, place)][:1]
        if homes:
            draft.parties, draft.place = [*homes, place], place
            draft.participants = list(dict.fromkeys(s.entity for s in guests if s.entity is not None))
            yield draft


def _coming(scene: Scene, asking: int) -> int | None:
    """The word that says that they are to come: «посетить», «в гости», «с визитом»."""
    last = min(scene.sentence.last, asking + _NEAR)
    for index in range(asking + 1, last):
        word, before = scene.tokens[index].word, scene.tokens[index - 1]
        if word is None:
            continue
        if word.pos == "INFN" and word.lemmas & _COMING:
            return index
        if "визит" in word.lemmas and any(t.lower in {"с", "со"} for t in scene.tokens[asking:index]):
            return index
        if word.form == "гости" and before.lower == "в":
            return index
    return None


def _asked_where(scene: Scene, asking: int, coming: int) -> str | None:
    """«приехать в Омск», «посетить Омск»: the place behind the asking that they are to come to."""
    direct = has_lemma(scene, coming, "посетить")
    for stand in scene.stands:
        if stand.kind != "place" or stand.start < scene.tokens[asking].end:
            continue
        if stand.role in {"to", "in"} or (direct and stand.role == "other" and stand.start > scene.tokens[coming].end):
            return stand.place
    return None


def _hosts(scene: Scene, asking: int) -> list[Stand]:
    """Who asks: the official or authority named before."""
    start = scene.tokens[asking].start
    return [s for s in scene.stands if s.kind in {"person", "organization"} and s.end <= start and s.role == "other"]


def _asked(scene: Scene, asking: int) -> list[Stand]:
    """Who is asked: the delegation or official named behind."""
    end = scene.tokens[asking].end
    return [s for s in scene.stands if s.kind in {"delegation", "person"} and s.start >= end]
