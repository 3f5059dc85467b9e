"""Groups and commissions that come together, told without «заседание»: «в Омске собралась рабочая группа»."""

from __future__ import annotations

from collections.abc import Iterator

from pobratim.reading.records.event_names import EventName
from pobratim.reading.records.events.drafts import Draft, has_lemma
from pobratim.reading.records.events.gatherings import gathering
from pobratim.reading.records.events.story import Story
from pobratim.reading.records.lexicon import listed
from pobratim.reading.records.scenes import Scene
from pobratim.reading.triggers import needs

_SITTING = listed("gatherings", "sitting")
_BODIES = listed("gatherings", "bodies")
_OF_BOTH = listed("gatherings", "of_both")
"""What describes a body in which two sides sit."""
_ON = listed("gatherings", "of_work")
_PURPOSE = 8
"""Tokens from the body to what it is for."""


@needs(_SITTING)
def sitting(scene: Scene, story: Story) -> Iterator[Draft]:
    """«В Омске собралась рабочая группа по сотрудничеству Омской области и Беларуси»: its session."""
    if scene.with_lemmas(frozenset({"заседание", "сессия"})) or not scene.with_lemmas(_SITTING):
        return
    for index in scene.with_lemmas(_BODIES):
        before = range(max(scene.sentence.first, index - 3), index)
        behind = range(index + 1, min(scene.sentence.last, index + _PURPOSE))
        if not scene.tokens[index].is_case("nomn"):
            continue
        if any(has_lemma(scene, i, *_OF_BOTH) for i in before) or any(has_lemma(scene, i, *_ON) for i in behind):
            name = EventName(scene.tokens[index].start, scene.tokens[index].end, index, None)
            yield from gathering(scene, story, name)
            return
