"""Whose gathering it is: the places of its name, whose people and teams are there, or whose visit was told."""

from __future__ import annotations

from pobratim.model.reading import PLACE_TYPES, Entity
from pobratim.reading.names.places.adjectives import country_of, place_meant, place_of_adjective, places_of_pair
from pobratim.reading.once import union
from pobratim.reading.records.event_names import EventName, is_number, of_culture
from pobratim.reading.records.events.drafts import Draft, has_lemma, sentence_has
from pobratim.reading.records.events.levels import nearer
from pobratim.reading.records.events.story import Story
from pobratim.reading.records.events.taking_part import acting_stands
from pobratim.reading.records.events.where import nearest
from pobratim.reading.records.lexicon import events, listed
from pobratim.reading.records.rows import joined_pair
from pobratim.reading.records.scenes import Scene

SAME = 12
"""Sentences back to which «участвовали в форуме» refers."""


def sides_of(scene: Scene, story: Story, draft: Draft, name: EventName, *, shared: bool) -> list[str]:
    """Whose event it is: the places of its name, else who is there, else whose forum or visit was told before.

    ``shared``: is it of the places that the document is about, where nobody else is told?
    """
    named = {m.entity for m in scene.context.places_in(name.start, name.end) if not is_quoted(scene, name, m.start)}
    inside = list(dict.fromkeys(s.place for s in scene.stands if name.start <= s.start < name.end and s.place in named))
    if len(inside) >= 2 or (inside and draft.kind == "days"):
        return inside
    if draft.kind == "forum" and (of := _of_cooperation(scene, name)):
        return of
    if draft.kind == "days" and (owner := of_culture(scene, name.head, name.end)) is not None:
        return [owner]
    if draft.kind == "days" and (guest := _of_its_land(scene, name, draft.place)) is not None:
        return [guest]
    if draft.kind == "forum" and (pair := _by_adjective(scene, name)):
        return list(pair)
    acting = acting_stands(scene, name.head)
    there = nearest(scene, [nearer(scene, stand) for stand in acting if stand.kind != "place"])
    if name.title is None or (draft.kind == "days" and len(there) < 2):
        there = list(dict.fromkeys([*there, *beside(scene, name)]))
        there = _as_guests(scene, story, nearest(scene, there)) if is_sale(scene, name) else there
    if draft.kind == "days" and len(there) < 2:
        there = list(dict.fromkeys([*there, *competitors(scene)]))
    if draft.kind == "forum" and name.title is None and len(there) < 2:
        came = _delegations_after(scene)
        host = [draft.place] if came and draft.place is not None else []
        there = list(dict.fromkeys([*there, *came, *host]))
    before = _of_series(scene, story, name, draft.kind)
    if before is not None:
        return list(before.parties)
    main = story.last(scene, draft.kind, within=SAME)
    if name.title is None and main is not None and main.title and there and sentence_has(scene, events().taking_part):
        draft.title, draft.place, draft.rule = main.title, draft.place or main.place, "event.joined"
        return list(dict.fromkeys([*main.parties, *there]))
    if len(there) >= 2:
        return there
    if draft.kind == "forum" and (hosts := _hosts(scene, name)):
        return hosts
    before = story.last(scene, draft.kind) or _journey_to(scene, story, there, draft.place)
    if before is not None and set(there) <= set(before.parties):
        draft.confidence -= 0.06
        return list(before.parties)
    pair = scene.stands_of_document.pair
    if shared and len(pair) == 2 and set(there) <= set(pair):
        draft.confidence -= 0.1
        return list(pair)
    return there or inside


def _of_its_land(scene: Scene, name: EventName, place: str | None) -> str | None:
    """«Дни | белорусской | культуры» in a document of Омск and Брест: the one of the two that lies in the land."""
    last = scene.index_at(name.end)
    lands = {land for token in scene.tokens[name.head + 1 : last + 1] if (land := country_of(token)) is not None}
    by_id = scene.context.by_id
    inside = [p for p in scene.stands_of_document.pair if p != place and by_id[p].country in lands]
    return inside[0] if len(inside) == 1 and place is not None and by_id[place].country not in lands else None


def _of_cooperation(scene: Scene, name: EventName) -> list[str]:
    """«заседание рабочей группы по сотрудничеству Омской области | с Республикой Беларусь», «… совета делового
    сотрудничества региона с областями и городами Беларуси»: those two, wherever it meets and whoever comes."""
    if not has_lemma(scene, name.head, *_OF_STATES):
        return []
    behind = range(name.head + 1, min(scene.sentence.last, name.head + _BODY))
    at = next((i for i in behind if has_lemma(scene, i, *_COOPERATION)), None)
    if at is None or any(scene.tokens[i].lower in _ENDING for i in range(name.head + 1, at)):
        return []
    last = next((i for i in range(at + 1, scene.sentence.last) if _ends_name(scene, i)), scene.sentence.last)
    start, end = scene.tokens[at].start, scene.tokens[last - 1].end
    several = any(scene.tokens[i].lower in _SEVERAL for i in range(at, last))
    listed = [place_of_adjective(scene.context, t, governed=True) for t in scene.tokens[at:last] if several]
    named = [e.id for e in scene.context.found.entities if e.type in PLACE_TYPES and _stands_in(e, start, end)]
    held = [s.place for s in scene.stands if s.kind == "organization" and start < s.end and s.start < end]
    places = list(dict.fromkeys(place for place in [*named, *held, *listed] if place is not None))
    akin = scene.stands_of_document.akin
    sides = [one for one in places if not any(akin(one, other) for other in places[: places.index(one)])]
    return sides if len(sides) == 2 else []


def _stands_in(place: Entity, start: int, end: int) -> bool:
    """Is the place named among these characters, be it within the name of a body?"""
    return any(start <= first < end for first, _ in place.mentions)


def _ends_name(scene: Scene, index: int) -> bool:
    token = scene.tokens[index]
    return token.lower in _ENDING or (token.word is not None and token.word.pos in {"VERB", "PRTS", "GRND"})


_COOPERATION = ("сотрудничество", "взаимодействие")
_ENDING = frozenset({"в", "во", "на", "под", "при", ":", "(", "–", "—", "где", "который", "которое", "состоявшееся"})
"""Words that end the name of a body."""
_SEVERAL = frozenset({"областей", "областями", "районов", "районами", "краёв", "краев"})
"""«… Гродненской и Калининградской областей»."""
_BODY = 8
"""Tokens from «заседание» to what its body is for."""


def _by_adjective(scene: Scene, name: EventName) -> tuple[str, ...]:
    """«заседание Российско-Монгольской комиссии», «узбекско-азербайджанский бизнес-форум»; a «российско-китайская
    ярмарка» is of the two regions that hold it."""
    if not has_lemma(scene, name.head, *_OF_STATES):
        return ()
    first = max(scene.sentence.first, name.head - 2)
    named = [t for t in scene.tokens[first : scene.sentence.last] if t.start < name.end]
    return next((pair for token in named if (pair := places_of_pair(scene.context, token))), ())


_OF_STATES = listed("gatherings", "of_states")


def _hosts(scene: Scene, name: EventName) -> list[str]:
    """«Омская область и Беларусь | провели заседание рабочей группы»: the two that are its subject."""
    head = scene.tokens[name.head].start
    before = [s for s in scene.stands if s.kind == "place" and s.role == "other" and s.end <= head]
    row = joined_pair(scene.context, before)
    if not row:
        return []
    first = scene.index_at(row[0].start)
    verb = next((i for i in scene.clauses.verbs if i > first), None)
    word = scene.tokens[verb].word if verb is not None else None
    plural = word is not None and word.is_plural_verb()
    behind = verb is not None and scene.index_at(row[1].end) == verb
    return [stand.place for stand in row] if plural and behind else []


def is_quoted(scene: Scene, name: EventName, start: int) -> bool:
    """«фестиваль «Александрия зовёт»»: a place in the words that call the feast so is no side of it."""
    between = scene.context.tokens_in(scene.tokens[name.head].end, start)
    return any(token.text in {"«", '"', "“"} for token in between)


def _as_guests(scene: Scene, story: Story, places: list[str]) -> list[str]:
    """«ярмарка белорусских товаров» while guests from Минск are here: theirs."""
    by_id, akin = scene.context.by_id, scene.stands_of_document.akin
    guests = [guest for journey in story.journeys for guest in journey.parties[:-1] if by_id[guest].type != "country"]

    def meant(place: str) -> str:
        inner = list(dict.fromkeys(guest for guest in guests if by_id[place].type == "country" and akin(place, guest)))
        return inner[0] if len(inner) == 1 else place

    return list(dict.fromkeys(meant(place) for place in places))


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


def is_sale(scene: Scene, name: EventName) -> bool:
    """«ярмарка белорусских товаров»: without a name of its own, of those who come and of where it is."""
    return name.title is None and has_lemma(scene, name.head, *SHOWS)


SHOWS = listed("gatherings", "shows")


def beside(scene: Scene, name: EventName) -> list[str]:
    """«бизнес-миссия могилевских предприятий в Ивановскую область»: places and adjectives around the word."""
    first, last = max(scene.sentence.first, name.head - 3), min(scene.sentence.last, name.head + 7)
    start, end = scene.tokens[first].start, scene.tokens[last - 1].end
    near = scene.tokens[first:last]
    made = [place_meant(scene.context, t) for t in near]
    places = [s for s in scene.stands if start <= s.start < end and s.kind == "place" and s.role != "in"]
    going = [s.place for s in places if not (name.start <= s.start < name.end and is_quoted(scene, name, s.start))]
    return [place for place in [*made, *going] if place is not None]


def _delegations_after(scene: Scene) -> list[str]:
    """«(В Рязани открылся форум.) Приехали делегации из 30 городов, в том числе из Бреста и Ташкента»."""
    after = scene.after
    if after is None or not after.with_lemmas(events().delegation) or not sentence_has(after, events().taking_part):
        return []
    return nearest(after, [s.place for s in after.outer_stands if s.kind == "delegation" or s.role == "from"])


def competitors(scene: Scene) -> list[str]:
    """«За кубок поборются команды Бреста и Твери», «Среди почётных гостей – делегации Омска и Твери»: whose people take
    part, told in the next two sentences."""
    after = scene.after
    for _ in range(_AFTER):
        if after is None:
            return []
        if sentence_has(after, union(events().taking_part, events().competing)):
            told = [stand.place for stand in after.outer_stands if stand.role not in {"in", "to"}]
        else:
            guests = sentence_has(after, _GUESTS)
            told = [stand.place for stand in after.outer_stands if guests and stand.kind == "delegation"]
        if told:
            return nearest(after, told)
        after = after.after
    return []


_GUESTS = frozenset({"гость"})
_AFTER = 2
"""Sentences after the one that names a feast in which its guests are told."""
