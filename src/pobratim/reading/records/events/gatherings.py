"""Forums and days: events with a name of their own, or of a kind that is held in public.

«XXI Форум межрегионального сотрудничества», «седьмое заседание рабочей группы», «Дни Минска в Ташкенте».
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from pobratim.reading.names.places.adjectives import place_meant
from pobratim.reading.records.authorities import is_authority
from pobratim.reading.records.event_names import EventName
from pobratim.reading.records.events.drafts import Draft, has_lemma, is_one_of, sentence_has, start_draft
from pobratim.reading.records.events.gathering_sides import (
    SAME,
    SHOWS,
    competitors,
    is_sale,
    sides_of,
)
from pobratim.reading.records.events.happenings import is_congratulated_on, is_custom
from pobratim.reading.records.events.invitations import asks_to
from pobratim.reading.records.events.levels import nearer
from pobratim.reading.records.events.story import Story, speaks_of_guests
from pobratim.reading.records.events.taking_part import acting_stands, participants, reminding
from pobratim.reading.records.events.tie_feasts import friendship_days
from pobratim.reading.records.events.told_behind import told_behind
from pobratim.reading.records.events.where import complete_pair, here, nearest, place_in
from pobratim.reading.records.feast_names import city_days
from pobratim.reading.records.lexicon import events, listed
from pobratim.reading.records.place_kinds import PLACE_NOUNS, TWIN_NOUNS
from pobratim.reading.records.scenes import Scene

_RECEIVING = frozenset({"принимать", "принять", "собрать", "собирать", "площадка", "столица"})


def forum(scene: Scene, story: Story) -> Iterator[Draft]:
    """«XXI Форум межрегионального сотрудничества», «седьмое заседание рабочей группы», «Белагро»."""
    for name in scene.event_names["forum"]:
        yield from gathering(scene, story, name)


def days(scene: Scene, story: Story) -> Iterator[Draft]:
    """«Дни Минска в Ташкенте», «фестиваль городов-побратимов»."""
    for name in [*scene.event_names["days"], *friendship_days(scene)]:
        if not has_lemma(scene, name.head, "день", "неделя") and not _is_shared(scene, name):
            continue
        yield from gathering(scene, story, name, "days")


def city_day(scene: Scene, story: Story) -> Iterator[Draft]:
    """«гости побывали на Дне города», «приедут в Омск на День города»: a feast that guests come to."""
    for name in city_days(scene):
        if asks_to(scene, name) or is_custom(scene) or is_congratulated_on(scene, name):
            continue
        draft = start_draft(scene, "days", name.head, "event.city_day", 0.72)
        going = any(True for _ in scene.trigger_verbs("visit")) or sentence_has(scene, events().taking_part)
        if draft is None or (draft.status == "planned" and not going):
            continue
        inside = scene.context.places_in(name.start, name.end)
        to = next((s.place for s in scene.stands if s.kind == "place" and s.role in {"in", "to"}), None)
        there = nearest(scene, [nearer(scene, s) for s in acting_stands(scene, name.head) if s.kind != "place"])
        antecedent = scene.stands_of_document.place_of_person.get(scene.antecedent or "")
        there = [antecedent] if antecedent and not there else there
        journey = story.journey(scene, there or None, draft.status)
        journey = journey or story.journey_to(scene, there)  # «мэр принял гостей, прибывших на День города»
        told = bool(there) or speaks_of_guests(scene) or story.last(scene, "visit", within=1) is not None
        draft.place = inside[0].entity if inside else to or (journey.place if journey is not None else None)
        if to is not None and draft.place is not None and scene.stands_of_document.contain(to, draft.place):
            draft.place = to  # «на 70-летие Крыма в Симферополь прибыли …»
        elif _is_feast_of_land(scene, draft.place, journey):
            draft.place = journey.place  # type: ignore[union-attr]
        pair = scene.stands_of_document.pair
        if draft.place is None and len(there) == 1 and len(pair) == 2 and there[0] in pair:
            draft.place = pair[1] if pair[0] == there[0] else pair[0]
        draft.place = draft.place or _celebrating(scene)
        there = there or _came_after(scene, draft.place)
        guests = [place for place in there if place != draft.place]
        if not guests and journey is not None and told:
            guests = [place for place in journey.parties if place != draft.place]
        if not guests and draft.place in pair and any(True for _ in scene.trigger_verbs("signing")):
            guests = [place for place in pair if place != draft.place]
        if draft.place is None or not guests:
            continue
        draft.parties, draft.title = [*guests, draft.place], name.title
        draft.participants = [p for p in participants(scene, name.head) if scene.speaker is None]
        yield draft


def _is_feast_of_land(scene: Scene, place: str | None, journey: Draft | None) -> bool:
    """«посетила Светлогорск в дни 60-летия освобождения Беларуси»: the feast of a land, in the town visited."""
    if place is None or journey is None or journey.place is None or scene.context.by_id[place].type != "country":
        return False
    return journey.place != place and scene.stands_of_document.akin(journey.place, place)


def _celebrating(scene: Scene) -> str | None:
    """«Брест отметил День города»: whose feast it is, the one place of the sentence."""
    if not sentence_has(scene, _FEASTING):
        return None
    places = {s.place for s in scene.outer_stands if s.kind == "place" and s.role == "other"}
    return places.pop() if len(places) == 1 else None


def _came_after(scene: Scene, place: str | None) -> list[str]:
    """«… Поздравить жителей приехали делегации Омска и Твери.»: the guests that the sentence after tells of."""
    after = scene.after
    if place is None or after is None or not sentence_has(after, _COMING):
        return []
    akin = scene.stands_of_document.akin
    return nearest(after, [s.place for s in after.outer_stands if s.kind == "delegation" and not akin(s.place, place)])


_FEASTING = listed("feasts", "celebrating")
_COMING = frozenset({"приехать", "прибыть", "поздравить", "гость"})


def _is_shared(scene: Scene, name: EventName) -> bool:
    """A festival or tournament of two places or more, or one that people from elsewhere come to."""
    places = {stand.place for stand in scene.stands}
    if len(places) >= 2 or scene.context.places_in(name.start, name.end) or _of_both(scene, name):
        return True
    return _is_of_town_elsewhere(scene, name, places) or bool(competitors(scene))


def _is_of_town_elsewhere(scene: Scene, name: EventName, places: set[str]) -> bool:
    """«(В Бресте прошёл) вечер | омской поэзии»: an adjective right behind the noun, of a town that it is not in."""
    following = scene.tokens[name.head + 1 : min(scene.sentence.last, name.head + 3)]
    made = next((place for token in following if (place := place_meant(scene.context, token)) is not None), None)
    return made is not None and made not in places and bool(places) and scene.context.by_id[made].type != "country"


def _of_both(scene: Scene, name: EventName) -> bool:
    """«команды двух городов», «слёт городов-побратимов», «совместный концерт»: of the places of the document."""
    words = scene.tokens[scene.sentence.first : scene.sentence.last]
    before = scene.tokens[max(scene.sentence.first, name.head - 3) : name.head]
    if any(token.word is not None and token.word.lemmas & _JOINT for token in before) or _held_together(scene, name):
        return True
    return any(
        (left.lower in _BOTH and right.word is not None and right.word.lemmas & PLACE_NOUNS)
        or (right.word is not None and right.word.lemmas & TWIN_NOUNS)
        for left, right in pairwise(words)
    )


def _held_together(scene: Scene, name: EventName) -> bool:
    """«фестиваль «Лира», который города | организовали вместе»: by more than one, told behind the name."""
    behind = scene.tokens[scene.index_at(name.end) : min(scene.sentence.last, scene.index_at(name.end) + _TOGETHER)]
    which = next((i for i, token in enumerate(behind) if token.word and "который" in token.word.lemmas), None)
    if which is None or which > 2:
        return False
    verbs = [t for t in behind[which:] if t.word is not None and t.word.lemmas & _HOLDING and t.word.is_plural_verb()]
    return bool(verbs) and any(token.lower in {"вместе", "совместно", "сообща"} for token in behind[which:])


_HOLDING = frozenset({"организовать", "организовывать", "провести", "проводить", "устроить", "устраивать"})
_TOGETHER = 10
"""Tokens behind the name in which it is told who holds it."""
_JOINT = frozenset({"совместный", "такой", "объединённый", "объединенный"})
_BOTH = frozenset({"двух", "обоих", "обеих", "оба", "обе", "два", "две"})


def gathering(scene: Scene, story: Story, name: EventName, kind: str = "forum") -> Iterator[Draft]:
    """The forum or the days of that name."""
    draft = start_draft(scene, kind, name.head, f"event.{kind}", 0.86)
    behind = told_behind(scene, name)
    if draft is None or (behind is None and _is_occasion(scene, name, kind)) or _is_this_one(scene, story, name):
        return
    draft.title = name.title
    if behind is not None and draft.status != "cancelled":
        draft.status, draft.date, draft.basis = behind.status, behind.date, behind.basis
    elif draft.status == "planned" and _is_past(scene, name):
        draft.status, draft.date, draft.basis, draft.background = "held", None, None, True
    if _is_spoken_of(scene, name) and (told := story.last(scene, kind, within=SAME)) is not None:
        draft.status = told.status if told.title == name.title else draft.status
    inner = _place_in_name(scene, name) or (behind.place if behind is not None else None)
    draft.place = inner or _place_outside(scene, name) or _receiving(scene, name) or _to(scene, name) or here(scene)
    if draft.status != "planned" or sentence_has(scene, events().taking_part):
        draft.participants = participants(scene, name.head)
    draft.participants = [p for p in draft.participants if p not in reminding(scene, name.head)]
    shared = kind == "forum" or _of_both(scene, name)
    draft.parties = sides_of(scene, story, draft, name, shared=shared)
    draft.organizations = [
        mention.entity for mention in scene.organizations if mention.start < name.start and _organizes(scene)
    ] or _exhibitors(scene, name)
    if len(draft.parties) < 2 and (kind == "days" or is_sale(scene, name)) and _is_away(scene, draft):
        draft.parties = [*draft.parties, str(draft.place)]
    if len(draft.parties) < 2:
        complete_pair(scene, draft)
    elif kind == "days" and draft.place not in draft.parties and _has_guests(scene, draft):
        draft.parties = [*draft.parties, str(draft.place)]
    if name.title is None:
        draft.confidence -= 0.12
    if draft.parties:
        yield draft


def _is_past(scene: Scene, name: EventName) -> bool:
    """«обсудят план, | принятый на форуме «Мост»»: in the phrase of a participle that tells what was done."""
    clause = scene.clauses.below_at(name.head)
    if clause is None or clause.kind != "participle" or clause.verb is None:
        return False
    word = scene.tokens[clause.verb].word
    return word is not None and word.parses[0].has("PRTF", "past")


def _has_guests(scene: Scene, draft: Draft) -> bool:
    """«В Бресте прошёл праздник. Среди гостей – делегации Омска и Твери»: with guests the town takes part too."""
    if draft.place is None or scene.context.by_id[draft.place].type != "city":
        return False
    after = scene.after
    behind = (after, after.after) if after is not None else ()
    return any(one is not None and sentence_has(one, _GUESTS) for one in behind)


_GUESTS = frozenset({"гость"})


def _is_this_one(scene: Scene, story: Story, name: EventName) -> bool:
    """«Сегодняшняя | конференция – новый импульс отношений», said at the meeting told of just before: no other one."""
    meant = name.head > scene.sentence.first and is_one_of(scene, name.head - 1, _THIS)
    return meant and story.last(scene, "meeting", "forum") is not None


_THIS = frozenset({"сегодняшний", "нынешний", "этот", "данный"})


def _is_spoken_of(scene: Scene, name: EventName) -> bool:
    """«рассказал о проведении Дней Минска»: whether they were or will be is told elsewhere."""
    first = max(scene.sentence.first, scene.index_at(name.start) - 3)
    return any(token.lower in {"о", "об"} for token in scene.tokens[first : name.head])


def _is_occasion(scene: Scene, name: EventName, kind: str) -> bool:
    """«поездка приурочена к выставке», «накануне форума»: it only says when something else was."""
    first = next(i for i in range(scene.sentence.first, scene.sentence.last) if scene.tokens[i].start >= name.start)
    if scene.tokens[first - 1].lower in {"накануне", "преддверии"} and first > scene.sentence.first:
        return True
    if kind == "days" and scene.tokens[first - 1].lower in {"к", "ко"} and not has_lemma(scene, name.head, "день"):
        return True  # «готовит команду к чемпионату»
    before = scene.tokens[max(scene.sentence.first, name.head - 6) : name.head]
    tied = any(token.word and token.word.lemmas & {"приурочить", "приуроченный"} for token in before)
    return tied and not _held_together(scene, name)


def _place_in_name(scene: Scene, name: EventName) -> str | None:
    """«Дни Минска в Ташкенте»; not «Сделано в Омске», which only calls a fair so."""
    for stand in scene.stands:
        if stand.role == "in" and name.start <= stand.start < name.end:
            between = scene.context.tokens_in(scene.tokens[name.head].end, stand.start)
            quoted = any(token.text in {"«", '"', "“"} for token in between)
            return None if quoted and not _DAYS_OF.match(name.title or "") else stand.place
    return None


_DAYS_OF = re.compile(r"(?:Дни|Неделя) ")
"""«форум «Дни экономики Омска в Бресте»»: such a name tells where they are."""


def _is_away(scene: Scene, draft: Draft) -> bool:
    """«Дни Омска в Бресте»: the town where they are takes part."""
    place, parties = draft.place, draft.parties
    if place is None or len(parties) != 1 or place == parties[0]:
        return False
    by_id = scene.context.by_id
    abroad = by_id[place].country != by_id[parties[0]].country or by_id[parties[0]].type != "country"
    whole = by_id[place].type == "country" and by_id[place].country == by_id[parties[0]].country
    return abroad and not whole and not scene.stands_of_document.contain(place, parties[0])


def _place_outside(scene: Scene, name: EventName) -> str | None:
    """Where the sentence says it is, apart from the name itself."""
    place = place_in(scene, name.head)
    inside = [s for s in scene.stands if name.start <= s.start < name.end and s.place == place]
    outside = [s for s in scene.outer_stands if s.place == place]
    return place if outside or not inside else None


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
    if scene.tokens[name.head].lemma not in SHOWS or not sentence_has(scene, _SHOWING):
        return []
    by_id = scene.context.by_id
    named = [m.entity for m in scene.organizations if not is_authority(by_id[m.entity])]
    return list(dict.fromkeys(named)) if len(set(named)) >= 2 else []


_SHOWING = frozenset({"показать", "показывать", "представить", "представлять", "участвовать", "выставить"})


def _organizes(scene: Scene) -> bool:
    """Is somebody said to hold or arrange the event?"""
    return any(
        token.word and token.word.lemmas & {"провести", "организовать", "проводить"}
        for token in scene.tokens[scene.sentence.first : scene.sentence.last]
    )
