"""Visits of both sides, and of people who are sent: «взаимные визиты», «обменялись делегациями», «направит группу»."""

from __future__ import annotations

from collections.abc import Iterator

from pobratim.reading.records.events.drafts import Draft, start_draft
from pobratim.reading.records.events.story import Story
from pobratim.reading.records.events.taking_part import acting_stands
from pobratim.reading.records.lexicon import events
from pobratim.reading.records.scenes import Scene
from pobratim.reading.text.morph import Word
from pobratim.reading.triggers import needs


@needs(frozenset({"взаимный", "обменный"}))
def mutual(scene: Scene, story: Story) -> Iterator[Draft]:
    """«планируются взаимные визиты делегаций»: both will come, of the two places named or told of."""
    for index in scene.plural_nouns("visit"):
        before = scene.tokens[index - 1].word if index > scene.sentence.first else None
        if before is None or before.lemmas.isdisjoint({"взаимный", "обменный"}):
            continue
        draft = start_draft(scene, "visit", index, "event.mutual", 0.74)
        named = [s.place for s in acting_stands(scene, index) if s.role not in {"in", "to"}]
        places = list(dict.fromkeys(named)) or list(scene.stands_of_document.pair)
        if draft is not None and draft.status == "planned" and len(places) == 2 and scene.with_lemmas(events().planned):
            draft.parties = places
            yield draft


@needs(frozenset({"обменяться"}))
def exchange(scene: Scene, story: Story) -> Iterator[Draft]:
    """«в 2016 году города обменялись делегациями», «Омск и Брест обменялись визитами»: both came."""
    for index in scene.with_lemmas(frozenset({"обменяться"})):
        near = scene.tokens[index + 1 : min(scene.sentence.last, index + 4)]
        if not any(token.word and token.word.lemmas & {"делегация", "визит"} for token in near):
            continue
        draft = start_draft(scene, "visit", index, "event.exchange", 0.78)
        named = [s.place for s in acting_stands(scene, index) if s.role in {"other", "with", "between"}]
        places = list(dict.fromkeys(named)) or list(scene.stands_of_document.pair)
        if draft is not None and len(places) == 2 and (draft.date is not None or draft.status == "planned"):
            draft.parties = places
            yield draft


@needs(lambda: events().sending)
def sending(scene: Scene, story: Story) -> Iterator[Draft]:
    """«Омск направит в Брест группу врачей», «отправим туда молодых инженеров»: who is sent travels."""
    for index in scene.with_lemmas(events().sending):
        after = scene.tokens[index + 1 : min(scene.sentence.last, index + 8)]
        sent = any(t.word and t.word.lemmas & events().delegation and _is_object(t.word) for t in after)
        draft = start_draft(scene, "visit", index, "event.sending", 0.74) if sent else None
        if draft is None:
            continue
        before = [s.place for s in acting_stands(scene, index) if s.end <= scene.tokens[index].start]
        home = before[-1] if before else scene.speaker_place
        going = [s.place for s in scene.stands if s.kind == "place" and s.role in {"in", "to"} and s.place != home]
        there = any(token.lower == "туда" for token in after)
        place = next(iter([*going, *(_told_there(scene, home) if there else [])]), None)
        if home is not None and place is not None:
            draft.parties, draft.place = [home, place], place
            yield draft


def _told_there(scene: Scene, home: str | None) -> list[str]:
    """Where «туда» is: «В Омске …» of the sentence before, else the other place the document is about."""
    before = scene.before.stands if scene.before is not None else []
    named = [stand.place for stand in before if stand.kind == "place" and stand.role == "in"]
    return [place for place in [*named, *scene.stands_of_document.pair] if place != home]


def _is_object(word: Word) -> bool:
    return any(parse.pos == "NOUN" and parse.case == "accs" for parse in word.parses)
