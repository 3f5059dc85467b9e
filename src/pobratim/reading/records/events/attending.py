"""Guests came, as what they did there says: «делегация Омска приняла участие в Дне города Бреста», «врачи из Омска
прошли стажировку в Бресте», «в Бресте выступил ансамбль из Омска»."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from pobratim.reading.once import union
from pobratim.reading.records.events.drafts import Draft, has_lemma, start_draft
from pobratim.reading.records.events.guests import stays
from pobratim.reading.records.events.levels import nearer
from pobratim.reading.records.events.story import Story
from pobratim.reading.records.events.taking_part import acting_stands
from pobratim.reading.records.events.where import in_other_clause, keeps_feast
from pobratim.reading.records.lexicon import events
from pobratim.reading.records.rows import row_from
from pobratim.reading.records.scenes import Scene
from pobratim.reading.records.stand import Stand


def attending(scene: Scene, story: Story) -> Iterator[Draft]:
    """The visit of those who did something in a place that is not theirs."""
    if not {"delegation", "place"} <= {stand.kind for stand in scene.stands}:
        return
    for index in scene.with_lemmas(doings()):
        if not _does(scene, index):
            continue
        coming = _coming(scene, index)
        place = _stage(scene, index, [stand.place for stand in coming])
        if not coming or place is None:
            continue
        draft = start_draft(scene, "visit", index, "event.attending", 0.72)
        if draft is None or draft.remote:
            continue
        guests = list(dict.fromkeys(nearer(scene, stand) for stand in coming))
        akin = scene.stands_of_document.akin
        if draft.status == "planned" and any(_is_there(scene, journey, guests, place) for journey in story.journeys):
            continue
        if any(akin(guest, place) for guest in guests) or (_is_land(scene, place) and not _is_sent(scene, coming[0])):
            continue  # «борцы Омска заняли первое место в Польше»
        draft.parties, draft.place, draft.sure = [*guests, place], place, True
        places = scene.stands_of_document.place_of_person
        draft.participants = [person for person in scene.people if places.get(person) in guests]
        yield draft
        return


def _is_there(scene: Scene, journey: Draft, guests: list[str], place: str) -> bool:
    """«(Делегация Омска находится в Беларуси.) Омичи примут участие в форуме в Бресте»: no other journey."""
    by_id, akin = scene.context.by_id, scene.stands_of_document.akin
    inside = journey.place is not None and journey.place != place and by_id[journey.place].type == "country"
    inside = inside and by_id[str(journey.place)].country == by_id[place].country
    return inside and journey.status == "held" and all(
        any(akin(guest, other) for other in journey.parties[:-1]) for guest in guests
    )


@cache
def doings() -> frozenset[str]:
    """The words for what guests do where they are, but for those of travelling."""
    return union(events().taking_part, events().attending).difference(events().verbs)


def _does(scene: Scene, index: int) -> bool:
    """Is it a verb, or the noun of «принять участие»?"""
    word = scene.tokens[index].word
    if word is None or word.pos != "NOUN":
        return word is not None and word.is_pos("VERB", "PRTS", "GRND")
    near = (*range(max(scene.sentence.first, index - 3), index), *range(index + 1, min(scene.sentence.last, index + 3)))
    return word.lemma == "участие" and any(has_lemma(scene, i, "принять", "принимать") for i in near)


def _coming(scene: Scene, index: int) -> list[Stand]:
    """Who did it: a delegation, a troupe, pupils of another place in the clause of the verb, as its subject."""
    first, last = scene.clauses.side_at(index)
    inside = [s for s in acting_stands(scene, index) if first <= scene.index_at(s.start) < last]
    groups = [s for s in inside if s.kind == "delegation" and s.role == "other" and _is_subject(scene, s, index)]
    groups = [stand for stand in groups if not stays(scene, stand)]
    return row_from(scene.context, inside[inside.index(groups[0]) :]) if groups else []


def _is_land(scene: Scene, place: str) -> bool:
    return scene.context.by_id[place].type == "country"


def _is_sent(scene: Scene, stand: Stand) -> bool:
    """A delegation, told so."""
    return any(token.lemma == "делегация" for token in scene.context.tokens_in(stand.start, stand.end))


def _is_subject(scene: Scene, stand: Stand, index: int) -> bool:
    """Can its noun be a nominative of the verb's number: «делегация Омска», not «делегацию Омска», nor the «делегации»
    of «темой стала подготовка визита делегации»?"""
    words = [token.word for token in scene.context.tokens_in(stand.start, stand.end) if token.word is not None]
    verb = scene.tokens[index].word
    one = verb is not None and verb.pos == "VERB" and not verb.is_plural_verb()
    return any(
        parse.case == "nomn" and parse.pos == "NOUN" and not (one and parse.number == "plur")
        for word in words[:2]
        for parse in word.parses
    )


def _stage(scene: Scene, index: int, guests: list[str]) -> str | None:
    """«в Бресте», «на Дне города Бреста», «в праздновании 300-летия Бреста», «в городе-побратиме Бресте»."""
    akin = scene.stands_of_document.akin
    places = [s for s in scene.stands if s.kind == "place" and not any(akin(s.place, guest) for guest in guests)]
    inside = [s for s in places if s.role in {"in", "to"} and not in_other_clause(scene, index, s)]
    feasts = [s for s in places if s.role == "other" and keeps_feast(scene, s)]
    return next((s.place for s in [*inside, *feasts]), None)
