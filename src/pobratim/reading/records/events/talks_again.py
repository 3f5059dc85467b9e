"""Talks of people whom the sentence does not name: «Последний раз делегации встречались в мае», «Они обсудили …»."""

from __future__ import annotations

from collections.abc import Iterator

from pobratim.reading.records.events.drafts import Draft, start_draft
from pobratim.reading.records.events.story import Story
from pobratim.reading.records.events.where import place_in
from pobratim.reading.records.lexicon import listed
from pobratim.reading.records.scenes import Scene
from pobratim.reading.text.segments import leading
from pobratim.reading.triggers import needs

_DISCUSSING = frozenset({"обсудить", "обсуждать", "поговорить", "договориться"})
_MEETING = frozenset({"встретиться", "встречаться", "увидеться", "повстречаться", "встреча", "переговоры"})
_SIDES = listed("sides", "sides")


@needs(_MEETING)
def met_before(scene: Scene, story: Story) -> Iterator[Draft]:
    """«Последний раз делегации встречались осенью 2023 года в Вязьме», «Предыдущая встреча сторон прошла в мае»: of the
    two whose happening was told before, where the sentence names nobody else who came."""
    if scene.speaker is not None or scene.in_title or _is_told(scene, story):
        return
    if any(stand.kind != "place" or stand.role not in {"in", "to"} for stand in scene.outer_stands):
        return
    sides = _two_told(scene, story)
    if len(sides) != 2:
        return
    for index in scene.with_lemmas(_MEETING):
        draft = start_draft(scene, "meeting", index, "event.met_before", 0.72) if _is_of_sides(scene, index) else None
        if draft is None or draft.status != "held" or draft.date is None:
            continue
        draft.parties, draft.place = sides, place_in(scene, index)
        yield draft
        return


def _is_of_sides(scene: Scene, index: int) -> bool:
    """«делегации | встречались», «встречались | главы городов», «встреча | делегаций»: all of them, in the plural."""
    word = scene.tokens[index].word
    if word is None:
        return False
    if word.pos == "NOUN":
        return _is_plural_of(scene, index + 1, "gent")
    if not word.is_plural_verb():
        return False
    before = leading(scene.tokens, index - 1, scene.sentence.first) if index > scene.sentence.first else index
    return any(_is_plural_of(scene, at, "nomn") for at in (index - 1, before, index + 1))


def _is_plural_of(scene: Scene, at: int, case: str) -> bool:
    if not scene.sentence.first <= at < scene.sentence.last:
        return False
    word = scene.tokens[at].word
    if word is None or word.lemmas.isdisjoint(_SIDES):
        return False
    return any(p.pos == "NOUN" and p.number == "plur" and p.case in {case, "gent"} for p in word.parses)


def _is_told(scene: Scene, story: Story) -> bool:
    """Did another rule make a meeting of this sentence?"""
    return any(draft.kind == "meeting" and scene.span in draft.evidence for draft in story.drafts)


def _two_told(scene: Scene, story: Story) -> list[str]:
    """The two sides that everything told before is of; none where several pairs are told of."""
    told = [*story.drafts, *story.journeys]
    sides = {frozenset(draft.parties) for draft in told if draft.evidence[0][0] < scene.sentence.start}
    pairs = [sorted(pair) for pair in sides if len(pair) == 2]
    akin = scene.stands_of_document.akin
    one = pairs and all(all(any(akin(place, other) for other in pairs[0]) for place in pair) for pair in pairs)
    return pairs[0] if one else []


@needs(_DISCUSSING)
def they_talked(scene: Scene, story: Story) -> Iterator[Draft]:
    """«(Форум открыли мэр Омска Пётр Лаптев и аким Павлодара Асхат Ержанов.) В тот же день они обсудили …»: the two
    officials of the sentence before, where it is told of no meeting of theirs."""
    before = scene.before
    if before is None or scene.speaker is not None or _is_told(scene, story) or _is_told(before, story):
        return
    place_of = scene.stands_of_document.place_of_person
    people = [m.entity for m in scene.context.mentions_in(*before.span, "person") if m.entity in place_of]
    people = list(dict.fromkeys(people))
    sides = list(dict.fromkeys(place_of[person] for person in people))
    if len(people) != 2 or len(sides) != 2 or scene.stands_of_document.akin(*sides) or scene.people:
        return
    for index in scene.with_lemmas(_DISCUSSING):
        word = scene.tokens[index].word
        they = index > scene.sentence.first and scene.tokens[index - 1].lower == "они"
        if word is None or not word.is_plural_verb() or not they:
            continue
        draft = start_draft(scene, "meeting", index, "event.they_talked", 0.74)
        if draft is not None and draft.status == "held":
            told = story.last(scene, "forum", "days", "signing", "tour", "other", within=1)
            draft.parties, draft.participants = sides, people
            draft.place = place_in(scene, index) or (told.place if told is not None else None)
            yield draft
        return
