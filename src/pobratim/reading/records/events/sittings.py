"""Groups and commissions that come together, told without «заседание»: «в Омске собралась рабочая группа»."""

from __future__ import annotations

from collections.abc import Iterator

from pobratim.reading.records.event_names import EventName
from pobratim.reading.records.events.drafts import Draft, has_lemma
from pobratim.reading.records.events.gatherings import gathering
from pobratim.reading.records.events.story import Story
from pobratim.reading.records.scenes import Scene
from pobratim.reading.triggers import needs

_SITTING = frozenset({"собраться", "собираться", "заседать"})
_BODIES = frozenset({"группа", "комиссия", "комитет", "совет"})
_OF_BOTH = frozenset(
    ["совместный", "смешанный", "межправительственный", "межрегиональный", "российско-белорусский",
     "белорусско-российский", "координационный"]
)  # fmt: skip
"""What describes a body in which two sides sit."""
_ON = frozenset({"сотрудничество", "взаимодействие"})
_PURPOSE = 8
"""Tokens from the body to what it is for."""


@needs(_SITTING)
def sitting(scene: Scene, story: Story) -> Iterator[Draft]:
    """«В Омске собралась рабочая группа по сотрудничеству Омской области и Беларуси»: its session."""
    if scene.with_lemmas(frozenset({"заседание", "сессия"})) or not scene.with_lemmas(_SITTING):
        return
    for index in scene.with_lemmas(_BODIES):
        word = scene.tokens[index].word
        before = range(max(scene.sentence.first, index - 3), index)
        behind = range(index + 1, min(scene.sentence.last, index + _PURPOSE))
        if word is None or not any(parse.case == "nomn" for parse in word.parses):
            continue
        if any(has_lemma(scene, i, *_OF_BOTH) for i in before) or any(has_lemma(scene, i, *_ON) for i in behind):
            name = EventName(scene.tokens[index].start, scene.tokens[index].end, index, None)
            yield from gathering(scene, story, name)
            return

