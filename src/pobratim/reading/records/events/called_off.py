"""What a heading or a plan names and the next sentence calls off: «Дни Омска. Праздник отменили из-за паводка»."""

from __future__ import annotations

from collections.abc import Iterator

from pobratim.reading.records.calling_off import calls_off
from pobratim.reading.records.events.drafts import Draft
from pobratim.reading.records.events.followups import again
from pobratim.reading.records.events.story import Story
from pobratim.reading.records.lexicon import events, noun_kinds
from pobratim.reading.records.scenes import Scene
from pobratim.reading.triggers import needs

_KINDS = {"праздник": "days", "торжество": "days", "поездка": "visit"}
"""Words that mean what was named before, beside those that tell of its kind by themselves."""


@needs(lambda: events().cancelled)
def called_off(scene: Scene, story: Story) -> Iterator[Draft]:
    """«(Визит делегации Омска.) | Поездку пришлось отменить»: the one named just before is not held.

    One that was told to be held, by a verb of its own, is another.
    """
    tokens = scene.tokens
    if scene.outer_stands or not any(calls_off(tokens, index) for index in scene.with_lemmas(events().cancelled)):
        return
    if scene.dates and any(scene.span in draft.evidence for draft in story.drafts):
        return  # «Визит готовили к марту, но поездку пришлось отменить» tells of one of its own
    event = story.last(scene, *_kinds_named(scene), within=1)
    if event is None or (event.status == "held" and _is_told_by_a_verb(scene, event)):
        return
    for told in (event, *story.journeys):
        if told.evidence[0] == event.evidence[0] and told.kind == event.kind:
            told.status = "cancelled"
    yield again(scene, event, "event.called_off", [])


def _kinds_named(scene: Scene) -> set[str]:
    """The kinds of what the sentence's nouns mean."""
    words = [token.word for token in scene.tokens[scene.sentence.first : scene.sentence.last] if token.word is not None]
    lemmas = {lemma for word in words if word.pos == "NOUN" for lemma in word.lemmas}
    meant = {kind for lemma, kind in _KINDS.items() if lemma in lemmas}
    return meant.union(*(noun_kinds(lemma) for lemma in lemmas))


def _is_told_by_a_verb(scene: Scene, event: Draft) -> bool:
    before = scene.context.sentence_at(event.evidence[-1][0])
    said = scene.context.layout.tokens[before.first : before.last]
    return any(token.word is not None and token.word.pos in {"VERB", "PRTS"} for token in said)
