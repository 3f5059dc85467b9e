"""A post as one sentence has it."""

from __future__ import annotations

from dataclasses import dataclass

from pobratim.model.reading import Post
from pobratim.reading.context import Context, Mention
from pobratim.reading.records.titles.titles import Title


@dataclass(frozen=True, slots=True)
class Held:
    """A post as one sentence has it, and the general word for its place («город» in «мэр города»)."""

    post: Post
    general: str = ""
    elsewhere: bool = False
    """Does an adjective say that it is of a place the text does not name («британский премьер»)?"""


def held(context: Context, person: Mention, title: Title, rule: str, confidence: float) -> Held:
    """The post that the title says the person holds; evidence from the one to the other."""
    tokens = context.layout.tokens
    start = min(tokens[title.first].start, person.start)
    end = max(tokens[title.last - 1].end, person.end)
    post = Post(
        person=person.entity,
        title=title.words,
        organization=title.organization,
        place=title.place,
        evidence=((start, end),),
        confidence=confidence,
        rule=rule,
    )
    return Held(post, title.general, _of_another(context, title))


def _of_another(context: Context, title: Title) -> bool:
    """«британский премьер»: of a place that the text has as an adjective only, so that no other is meant."""
    tokens = context.layout.tokens
    if title.place or title.first == context.sentence_at(tokens[title.first].start).first:
        return False
    before = tokens[title.first - 1]
    if before.word is None or context.mentions_in(before.start, before.end):
        return False
    return before.word.is_pos("ADJF") and before.lemma.endswith(("ский", "ской", "цкий"))
