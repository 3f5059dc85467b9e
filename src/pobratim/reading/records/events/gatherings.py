"""Forums and days: events with a name of their own, or of a kind that is held in public.

«XXI Форум межрегионального сотрудничества», «седьмое заседание рабочей группы», «Дни Минска в Ташкенте».
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from pobratim.reading.names.places.adjectives import place_of_adjective
from pobratim.reading.records.authorities import is_authority
from pobratim.reading.records.event_names import EventName, city_days, event_names, is_number
from pobratim.reading.records.events.drafts import (
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
from pobratim.reading.records.events.story import Story, speaks_of_guests
from pobratim.reading.records.place_kinds import PLACE_NOUNS
from pobratim.reading.records.scenes import Scene

_RECEIVING = frozenset({"принимать", "принять", "площадка", "столица"})
_SAME = 12
"""Sentences back to which «участвовали в форуме» refers."""
_TAKING_PART = frozenset(
    {"участие", "участвовать", "приехать", "прибыть", "открыть", "выступить", "выступать", "возглавить"}
)


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


def city_day(scene: Scene, story: Story) -> Iterator[Draft]:
    """«гости побывали на Дне города», «приедут в Омск на День города»: a feast that guests come to."""
    for name in city_days(scene):
        draft = start_draft(scene, "days", name.head, "event.city_day", 0.72)
        going = any(True for _ in scene.trigger_verbs("visit")) or sentence_has(scene, _TAKING_PART)
        if draft is None or (draft.status == "planned" and not going):
            continue
        inside = scene.context.places_in(name.start, name.end)
        to = next((s.place for s in scene.stands if s.kind == "place" and s.role in {"in", "to"}), None)
        there = nearest(scene, [nearer(scene, s) for s in acting_stands(scene, name.head) if s.kind != "place"])
        antecedent = scene.stands_of_document.place_of_person.get(scene.antecedent or "")
        there = [antecedent] if antecedent and not there else there
        journey = story.journey(scene, there or None, draft.status)
        told = bool(there) or speaks_of_guests(scene) or story.last(scene, "visit", within=1) is not None
        draft.place = inside[0].entity if inside else to or (journey.place if journey is not None else None)
        guests = [place for place in there if place != draft.place]
        if not guests and journey is not None and told:
            guests = [place for place in journey.parties if place != draft.place]
        pair = scene.stands_of_document.pair
        if not guests and draft.place in pair and any(True for _ in scene.trigger_verbs("signing")):
            guests = [place for place in pair if place != draft.place]
        if draft.place is None or not guests:
            continue
        draft.parties, draft.title = [*guests, draft.place], name.title
        draft.participants = [p for p in participants(scene, name.head) if scene.speaker is None]
        yield draft


def _is_shared(scene: Scene, name: EventName) -> bool:
    """A festival or tournament of two places or more, or one that people from elsewhere come to."""
    places = {stand.place for stand in scene.stands}
    return len(places) >= 2 or bool(scene.context.places_in(name.start, name.end)) or (
        _of_both(scene) or _come_to(scene, name)
    )


def _come_to(scene: Scene, name: EventName) -> bool:
    """«омские шахматисты приехали на турнир», «дети из Омска выступили на фестивале»: people of another place."""
    if not any(s.kind == "delegation" and s.end <= name.start for s in scene.stands):
        return False
    return any(True for _ in scene.trigger_verbs("visit")) or sentence_has(scene, _TAKING_PART)


def _of_both(scene: Scene) -> bool:
    """«команды двух городов», «слёт городов-побратимов»: of the places the document is about."""
    words = scene.tokens[scene.sentence.first : scene.sentence.last]
    return any(
        (left.lower in _BOTH and right.word is not None and right.word.lemmas & PLACE_NOUNS)
        or (right.word is not None and right.word.lemmas & _TWINS)
        for left, right in pairwise(words)
    )


_BOTH = frozenset({"двух", "обоих", "обеих", "оба", "обе", "два", "две"})
_TWINS = frozenset({"город-побратим", "побратим", "город-партнёр", "город-партнер"})


def _gathering(scene: Scene, story: Story, name: EventName, kind: str) -> Iterator[Draft]:
    draft = start_draft(scene, kind, name.head, f"event.{kind}", 0.86)
    if draft is None or _is_occasion(scene, name):
        return
    draft.title = name.title
    inner = _place_in_name(scene, name)
    draft.place = inner or _place_outside(scene, name) or _receiving(scene, name) or _to(scene, name)
    if draft.status != "planned" or sentence_has(scene, _TAKING_PART):
        draft.participants = participants(scene, name.head)
    draft.parties = _sides(scene, story, draft, name)
    draft.organizations = [
        mention.entity for mention in scene.organizations if mention.start < name.start and _organizes(scene)
    ] or _exhibitors(scene, name)
    if len(draft.parties) < 2 and kind == "days" and _is_away(scene, draft):
        draft.parties = [*draft.parties, str(draft.place)]
    if len(draft.parties) < 2:
        complete_pair(scene, draft)
    if name.title is None:
        draft.confidence -= 0.12
    if draft.parties:
        yield draft


def _is_occasion(scene: Scene, name: EventName) -> bool:
    """«поездка приурочена к выставке», «накануне форума»: it only says when something else was."""
    first = next(i for i in range(scene.sentence.first, scene.sentence.last) if scene.tokens[i].start >= name.start)
    if scene.tokens[first - 1].lower in {"накануне", "преддверии"} and first > scene.sentence.first:
        return True
    before = scene.tokens[max(scene.sentence.first, name.head - 6) : name.head]
    return any(token.word and token.word.lemmas & {"приурочить", "приуроченный"} for token in before)


def _place_in_name(scene: Scene, name: EventName) -> str | None:
    """«Дни Минска в Ташкенте»; not «Сделано в Омске», which only calls a fair so."""
    for stand in scene.stands:
        if stand.role == "in" and name.start <= stand.start < name.end:
            between = scene.context.tokens_in(scene.tokens[name.head].end, stand.start)
            return None if any(token.text in {"«", '"', "“"} for token in between) else stand.place
    return None


def _is_away(scene: Scene, draft: Draft) -> bool:
    """«Дни Омска в Бресте»: the town where they are takes part."""
    place, parties = draft.place, draft.parties
    if place is None or len(parties) != 1 or place == parties[0]:
        return False
    by_id = scene.context.by_id
    abroad = by_id[place].country != by_id[parties[0]].country or by_id[parties[0]].type != "country"
    return abroad and by_id[place].type != "country" and not scene.stands_of_document.contain(place, parties[0])


def _place_outside(scene: Scene, name: EventName) -> str | None:
    """Where the sentence says it is, apart from the name itself."""
    place = place_in(scene, name.head)
    inside = [s for s in scene.stands if name.start <= s.start < name.end and s.place == place]
    outside = [s for s in scene.outer_stands if s.place == place]
    return place if outside or not inside else None


def _sides(scene: Scene, story: Story, draft: Draft, name: EventName) -> list[str]:
    """Whose event it is: the places of its name, else who is there, else whose forum or visit was told before."""
    named = {m.entity for m in scene.context.places_in(name.start, name.end)}
    inside = list(dict.fromkeys(s.place for s in scene.stands if name.start <= s.start < name.end and s.place in named))
    if len(inside) >= 2 or (inside and draft.kind == "days"):
        return inside
    acting = acting_stands(scene, name.head)
    there = nearest(scene, [nearer(scene, stand) for stand in acting if stand.kind != "place"])
    if name.title is None:
        there = list(dict.fromkeys([*there, *_beside(scene, name)]))
    before = _of_series(scene, story, name, draft.kind)
    if before is not None:
        return list(before.parties)
    main = story.last(scene, draft.kind, within=_SAME)
    if name.title is None and main is not None and main.title and there and sentence_has(scene, _TAKING_PART):
        draft.title, draft.place, draft.rule = main.title, draft.place or main.place, "event.joined"
        return list(dict.fromkeys([*main.parties, *there]))
    if len(there) >= 2:
        return there
    before = story.last(scene, draft.kind) or _journey_to(scene, story, there, draft.place)
    if before is not None and set(there) <= set(before.parties):
        draft.confidence -= 0.06
        return list(before.parties)
    pair = scene.stands_of_document.pair
    shared = draft.kind == "forum" or _of_both(scene) or _come_to(scene, name)
    if shared and len(pair) == 2 and set(there) <= set(pair):
        draft.confidence -= 0.1
        return list(pair)
    return there or inside


def _journey_to(scene: Scene, story: Story, there: list[str], place: str | None) -> Draft | None:
    """The journey told, if it went where the event is."""
    journey = story.journey(scene, there or None)
    if journey is None or place is None or journey.place is None or journey.place == place:
        return journey
    near = scene.stands_of_document.contain(journey.place, place)
    whole = scene.context.by_id[journey.place]
    around = whole.type == "country" and whole.country == scene.context.by_id[place].country
    return journey if near or around else None


def _of_series(scene: Scene, story: Story, name: EventName, kind: str) -> Draft | None:
    """«Следующий, XI Форум регионов», «следующее заседание комиссии»: one of the series told of before."""
    before = scene.tokens[max(scene.sentence.first, name.head - 5) : name.head]
    pointing = any(token.word and token.word.lemmas & _SERIAL for token in before)
    if not pointing and not any(is_number(token) for token in before):
        return None
    head = scene.tokens[name.head].lemma
    same = [d for d in story.drafts if d.kind == kind and len(d.parties) >= 2 and head in _words(d.title)]
    return same[0] if same else None


_SERIAL = frozenset({"следующий", "прошлый", "предыдущий", "очередной", "последний"})


def _words(title: str | None) -> list[str]:
    return (title or "").lower().split()


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


def _exhibitors(scene: Scene, name: EventName) -> list[str]:
    """«на выставке технику показали «Луч» и «Заря»»: the companies that show what they make."""
    if scene.tokens[name.head].lemma not in _SHOWS or not sentence_has(scene, _SHOWING):
        return []
    by_id = scene.context.by_id
    named = [m.entity for m in scene.organizations if not is_authority(by_id[m.entity])]
    return list(dict.fromkeys(named)) if len(set(named)) >= 2 else []


_SHOWS = frozenset({"выставка", "ярмарка", "выставка-ярмарка", "экспозиция"})
_SHOWING = frozenset({"показать", "показывать", "представить", "представлять", "участвовать", "выставить"})


def _organizes(scene: Scene) -> bool:
    """Is somebody said to hold or arrange the event?"""
    return any(
        token.word and token.word.lemmas & {"провести", "организовать", "проводить"}
        for token in scene.tokens[scene.sentence.first : scene.sentence.last]
    )
