"""What people of the places do together beside talks and feasts: wreaths, trees, exercises (`other`).

«Гости возложили цветы к мемориалу», «побратимы посадили аллею», «учения спасателей двух областей».
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from pobratim.model.reading import PLACE_TYPES
from pobratim.reading.data import load_toml
from pobratim.reading.names.places.adjectives import place_meant
from pobratim.reading.once import union
from pobratim.reading.records.events.drafts import Draft, sentence_has, start_draft
from pobratim.reading.records.events.levels import nearer
from pobratim.reading.records.events.story import Story, speaks_of_guests
from pobratim.reading.records.events.taking_part import acting_stands, participants
from pobratim.reading.records.events.where import nearest, place_in
from pobratim.reading.records.lexicon import events, listed
from pobratim.reading.records.scenes import Scene
from pobratim.reading.text.segments import Token
from pobratim.reading.triggers import needs


@dataclass(frozen=True, slots=True)
class Action:
    """A kind of joint action: its words of doing, and what one of them needs beside it."""

    name: str
    words: frozenset[str]
    things: frozenset[str]
    held: frozenset[str]
    """Nouns that tell of a happening only beside a word of holding («учения прошли»)."""
    spoken_of: frozenset[str]
    """Nouns that tell of one only as a ceremony or beside a word of holding («на церемонии открытия завода»)."""
    brought: frozenset[str]
    """Verbs that tell of one only where one of the memorials stands in the sentence."""
    memorials: frozenset[str]


@cache
def _held() -> frozenset[str]:
    return union(events().happening, events().planned, _HOLDING)


_HOLDING = frozenset({"провести", "проводить"})


def _is_held(scene: Scene, index: int) -> bool:
    """«учения прошли», «участие в учениях»."""
    before = scene.tokens[max(scene.sentence.first, index - 4) : index]
    joined = any(token.word is not None and token.word.lemmas & {"участие", "участвовать"} for token in before)
    return joined or sentence_has(scene, _held())


def _is_ceremony(scene: Scene, index: int) -> bool:
    """«церемония открытия», «участие в открытии», «состоялось открытие»; not «обсудили открытие»."""
    before = scene.tokens[max(scene.sentence.first, index - 4) : index]
    held = any(token.word is not None and not token.word.lemmas.isdisjoint(_CEREMONIAL) for token in before)
    return held and not any(i < index for i in scene.with_lemmas(_TALKED_OF))


_CEREMONIAL = listed("gatherings", "ceremonial")
_TALKED_OF = listed("gatherings", "talked_of")


def _without_its_town(scene: Scene, parties: list[str]) -> list[str]:
    """«губернатор области и посол Беларуси открыли в Омске консульство»: the town is where it is opened."""
    acting = {stand.place for stand in scene.stands if stand.kind in {"person", "delegation"}}
    akin = scene.stands_of_document.akin
    return [p for p in parties if p in acting or not any(akin(p, other) for other in parties if other != p)]


def _by_owner(scene: Scene, draft: Draft, index: int) -> None:
    """«В Омске открылось консульство | Беларуси»: whose it is, and where."""
    end = scene.tokens[min(scene.sentence.last, index + _BESIDE + 2) - 1].end
    akin, seats = scene.stands_of_document.akin, scene.context.found.seats
    told = [mention.entity for mention in scene.context.mentions_in(scene.tokens[index].end, end)]
    owners = [seats.get(entity, entity) for entity in told]
    owners = [owner for owner in owners if scene.context.by_id[owner].type in PLACE_TYPES]
    owners = [owner for owner in owners if draft.place is not None and not akin(owner, draft.place)]
    if owners and draft.place is not None:
        draft.parties = [owners[0], draft.place]


@cache
def _actions() -> tuple[Action, ...]:
    return tuple(
        Action(
            name,
            frozenset(word for part in _PARTS for word in table.get(part, ())),
            frozenset(table.get("things", ())),
            frozenset(table.get("held", ())),
            frozenset(table.get("spoken_of", ())),
            frozenset(table.get("brought", ())),
            frozenset(table.get("memorials", ())),
        )
        for name, table in load_toml("records/actions.toml").items()
    )


_PARTS = ("verbs", "nouns", "held", "spoken_of", "brought")


@cache
def _words() -> frozenset[str]:
    return frozenset().union(*(action.words for action in _actions()))


@needs(_words)
def action(scene: Scene, story: Story) -> Iterator[Draft]:
    """The joint actions of the sentence, each once."""
    told: set[str] = set()
    for index in scene.with_lemmas(_words()):
        kind = next((action for action in _actions() if _is_told(scene, index, action)), None)
        if kind is None or kind.name in told:
            continue
        draft = start_draft(scene, "other", index, f"event.{kind.name}", 0.72)
        if draft is None or (scene.tokens[index].lemma in kind.held and not _is_held(scene, index)):
            continue
        if scene.tokens[index].lemma in kind.spoken_of and not _is_ceremony(scene, index):
            continue
        draft.place = place_in(scene, index)
        _sides(scene, story, draft, index)
        if kind.spoken_of:
            draft.parties = _without_its_town(scene, draft.parties)
        if kind.spoken_of and len(set(draft.parties)) < 2:
            _by_owner(scene, draft, index)
        if len(set(draft.parties)) >= 2:
            told.add(kind.name)
            yield draft


_BESIDE = 6
"""Tokens between the word of doing and what it is done to."""


def _is_told(scene: Scene, index: int, action: Action) -> bool:
    """Is it a word of this action, with one of its things close by?"""
    word = scene.tokens[index].word
    if word is None or not word.lemmas & action.words or not word.parses:
        return False
    if word.parses[0].lemma not in action.words or word.pos == "PRTF":
        return False
    if action.spoken_of and word.pos == "PRTS" and word.parses[0].number == "plur" and not scene.dates:
        return False  # «в Омске открыты магазины из Бреста»: there they are
    if word.lemmas & action.brought and not sentence_has(scene, action.memorials):
        return False
    below = scene.clauses.below_at(index)
    if below is not None and below.kind != "participle" and not _tells_ceremony(scene, below.first):
        return False  # «посетили город, где открыли памятник»
    first, last = max(scene.sentence.first, index - _BESIDE), min(scene.sentence.last, index + _BESIDE + 1)
    near = scene.tokens[first:last]
    if action.spoken_of and scene.before is not None and any(token.lemma == "церемония" for token in near):
        before = scene.before.sentence  # «Открылось консульство. В церемонии открытия …»
        near = [*near, *scene.tokens[before.first : before.last]]
    if action.spoken_of:
        near = [token for token in near if not _says_where(token)]
        if scene.speaker is not None:
            return False
    return not action.things or any(token.word is not None and token.word.lemmas & action.things for token in near)


def _tells_ceremony(scene: Scene, first: int) -> bool:
    """«церемония, | на которой открыли бюст»: the clause tells what was done there."""
    opening = scene.tokens[first : first + 3]
    where = any(token.lower in {"где", "которой", "котором"} for token in opening)
    before = scene.tokens[max(scene.sentence.first, first - 3) : first]
    return where and any(token.word is not None and token.word.lemmas & _CEREMONIES for token in before)


_CEREMONIES = frozenset({"церемония", "митинг", "торжество"})


def _says_where(token: Token) -> bool:
    """«в выставочном | центре открылась …»: where something else was opened."""
    return token.word is not None and bool(token.word.parses) and all(p.case == "loct" for p in token.word.parses)


def _sides(scene: Scene, story: Story, draft: Draft, index: int) -> None:
    """Guests and hosts: who acts in the sentence, with the journey that is being told."""
    acting = [s for s in acting_stands(scene, index) if s.kind != "place" or s.role in {"with", "between"}]
    there = story.as_told(scene, nearest(scene, [*(nearer(scene, s) for s in acting), *_peoples(scene)]))
    draft.participants = participants(scene, index)
    if len(there) < 2 and (there or speaks_of_guests(scene) or _in_programme(scene) or _goes_on(scene, story)):
        journey = story.journey(scene, there or None, draft.status) or story.journey_to(scene, there)
        if journey is not None and (not there or set(there) <= set(journey.parties)):
            there, draft.place = _at(scene, journey.parties, draft.place), draft.place or journey.place
            draft.participants = draft.participants or list(journey.participants)
        elif there and draft.place is not None and not scene.stands_of_document.akin(draft.place, there[0]):
            there = [*there, draft.place]  # «в Бресте цветы возложила делегация Омска»
    draft.parties = there


def _at(scene: Scene, parties: list[str], place: str | None) -> list[str]:
    """The guests and the town of the region they visit in which it happens."""
    by_id, contain = scene.context.by_id, scene.stands_of_document.contain
    if place is None or by_id[place].type != "city" or place in parties:
        return list(parties)
    return [*parties[:-1], place if contain(parties[-1], place) else parties[-1]]


def _peoples(scene: Scene) -> list[str]:
    """«российско-китайские учения»: whose they are by their adjectives."""
    tokens = scene.tokens[scene.sentence.first : scene.sentence.last]
    found = [place_meant(scene.context, t) for t in tokens]
    return [place for place in found if place is not None]


def _in_programme(scene: Scene) -> bool:
    """«в программе визита возложение цветов», «визит начался с возложения цветов»."""
    nouns = events().nouns
    return any("visit" in nouns.get(scene.tokens[i].lemma, ()) for i in scene.with_lemmas(frozenset(nouns)))


def _goes_on(scene: Scene, story: Story) -> bool:
    """Was the visit, or what happened during it, told just before, and nobody else is named here?"""
    last = story.last(scene, "visit", "meeting", "tour", "other", within=2)
    if last is None or any(stand.kind != "place" or stand.role != "in" for stand in scene.stands):
        return False
    return all(last.place is not None and scene.stands_of_document.akin(s.place, last.place) for s in scene.stands)
