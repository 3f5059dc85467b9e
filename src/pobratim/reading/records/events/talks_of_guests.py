"""Talks of the guests told of, whom the sentence leaves unsaid: «С мэром Бреста обсудили …», «В администрации говорили
о …»."""

from __future__ import annotations

from collections.abc import Iterator

from pobratim.reading.records.authorities import governs
from pobratim.reading.records.events.drafts import Draft, start_draft
from pobratim.reading.records.events.meetings import tells_of_inner, with_public
from pobratim.reading.records.events.story import Story
from pobratim.reading.records.events.taking_part import participants
from pobratim.reading.records.events.where import nearest
from pobratim.reading.records.lexicon import events
from pobratim.reading.records.scenes import Scene
from pobratim.reading.records.stand import Stand
from pobratim.reading.text.morph import is_known
from pobratim.reading.triggers import needs


@needs(lambda: events().talking)
def talks_of_guests(scene: Scene, story: Story) -> Iterator[Draft]:
    """A verb of talking in the plural without a subject, on a journey told: those who came, and their hosts."""
    if scene.in_title or not story.journeys or tells_of_inner(scene) or scene.with_lemmas(_RESULTS):
        return
    for index in scene.with_lemmas(events().talking):
        if not _without_subject(scene, index) or with_public(scene, index):
            continue
        hosts = [stand for stand in scene.stands if stand.kind == "person" and _is_with(scene, stand)]
        met = _met(scene)
        journey = _journey(scene, story, hosts)
        if journey is None or not (hosts or met or in_house(scene)):
            continue
        draft = start_draft(scene, "meeting", index, "event.talks_of_guests", 0.7)
        if draft is None or draft.status != journey.status or draft.background != journey.background:
            continue
        draft.parties = [*journey.parties[:-1], *(nearest(scene, [s.place for s in hosts]) or journey.parties[-1:])]
        draft.participants = list(dict.fromkeys([*journey.participants, *met, *participants(scene, index)]))
        draft.place = journey.place
        yield draft
        return


_RESULTS = frozenset({"итог"})
"""«Итоги поездки обсудили в правительстве»: at home, when they were back."""


def _without_subject(scene: Scene, index: int) -> bool:
    """«обсудили»: a past plural, and nobody in the nominative in its clause."""
    word = scene.tokens[index].word
    if word is None or not any(p.pos == "VERB" and p.number == "plur" and p.has("past") for p in word.parses):
        return False
    first, last = scene.clauses.stretch_at(index)
    for i in range(first, last):
        other = scene.tokens[i].word
        if other is None or not other.parses or i == index:
            continue
        if scene.mention_at(i) is not None and not is_known(other.form):
            continue  # a name that no dictionary has says nothing of its case
        nominative = any(p.case == "nomn" and p.pos in {"NOUN", "NPRO"} and p.score > _LIKELY for p in other.parses)
        if nominative and not other.is_case("accs"):
            return False
    return True


_LIKELY = 0.2


def _met(scene: Scene) -> list[str]:
    """«С секретарём Роберто Моралесом обсудили»: whoever is named behind «с», whatever the office."""
    found: list[str] = []
    for mention in scene.context.mentions_in(*scene.span, "person"):
        before = scene.tokens[max(scene.sentence.first, mention.first - _TITLE) : mention.first]
        if any(token.lower in {"с", "со"} for token in before) and not scene.clauses.has_verb(
            max(scene.sentence.first, mention.first - _TITLE), mention.first
        ):
            found.append(mention.entity)
    return list(dict.fromkeys(found))


def _is_with(scene: Scene, stand: Stand) -> bool:
    """«с губернатором провинции», «с мэром Бреста Петром Лаптевым»: the preposition stands before the title."""
    if stand.role == "with":
        return True
    before = scene.context.tokens_in(scene.sentence.start, stand.start)[-_TITLE:]
    return any(token.lower in {"с", "со"} for token in before)


_TITLE = 8


def in_house(scene: Scene) -> bool:
    """«в администрации», «в мэрии», «в ратуше»: at the authority of the hosts."""
    tokens = scene.tokens
    for index in range(scene.sentence.first + 1, scene.sentence.last):
        word = tokens[index].word
        if word is None or tokens[index - 1].lower not in {"в", "во"}:
            continue
        if governs(word.lemmas) and word.is_case("loct"):
            return True
    return False


def _journey(scene: Scene, story: Story, hosts: list[Stand]) -> Draft | None:
    """The journey told before, to the land of those talked with."""
    journey = story.journey(scene)
    if journey is None or journey.evidence[0][0] > scene.sentence.start:
        return None
    akin = scene.stands_of_document.akin
    country = scene.stands_of_document.country_of
    lands = {country(journey.parties[-1])}
    near = all(akin(stand.place, journey.parties[-1]) or country(stand.place) in lands for stand in hosts)
    apart = all(not akin(stand.place, guest) for stand in hosts for guest in journey.parties[:-1])
    return journey if near and apart else None
