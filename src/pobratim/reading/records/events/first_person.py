"""Notes in the first person: «Вчера вернулся из Бреста» in the channel of Омск's mayor is said by him."""

from __future__ import annotations

from dataclasses import replace

from pobratim.reading.context import Context
from pobratim.reading.records.scenes import Scene
from pobratim.reading.records.stands import Stands
from pobratim.reading.text.segments import Token

_OWN = frozenset({"я", "мы", "мой", "наш"})
_HEADING = 2
"""Paragraphs at the top among which the author names himself."""
_ENOUGH = 2


def as_said(context: Context, stands: Stands, told: list[Scene]) -> list[Scene]:
    """The scenes of such a note as direct speech of its author; those of any other document as they are."""
    author = _author(context, stands)
    if author is None or sum(_is_own(scene) for scene in told if scene.speaker is None) < _ENOUGH:
        return told
    return [scene if scene.speaker or scene.in_title else replace(scene, speaker=author) for scene in told]


def _author(context: Context, stands: Stands) -> str | None:
    """«Мэр Омска Пётр Лаптев» as a heading: the one official named there, whom the rest never speaks of."""
    end = len(context.document.text)
    for paragraph in context.layout.paragraphs[:_HEADING]:
        if any(context.clauses_of(sentence).verbs for sentence in context.layout.sentences_of(paragraph)):
            continue  # a heading has no verb
        named = {m.entity for m in context.mentions_in(paragraph.start, paragraph.end, "person")}
        officials = named & stands.place_of_person.keys()
        if len(officials) == 1:
            author = officials.pop()
            below = context.mentions_in(paragraph.end, end, "person")
            return author if all(mention.entity != author for mention in below) else None
    return None


def _is_own(scene: Scene) -> bool:
    """Does the sentence say «я», «мы», «наш», or has it a verb in the first person?"""
    return any(_is_first_person(token) for token in scene.tokens[scene.sentence.first : scene.sentence.last])


def _is_first_person(token: Token) -> bool:
    if token.word is None or not token.word.parses:
        return False
    return bool(token.word.lemmas & _OWN) or (token.word.pos == "VERB" and "1per" in token.word.parses[0].tags)
