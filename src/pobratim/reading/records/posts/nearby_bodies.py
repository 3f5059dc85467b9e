"""Bodies that stand beside an office without being part of it: «ансамбль «Лад» (руководитель – Анна Котова)»,
«Завод «Луч». Гостей встретил директор Олег Рак», «представители Энского университета – ректор Пётр Лаптев»."""

from __future__ import annotations

from functools import cache

from pobratim.model.reading import Post
from pobratim.reading.context import Context, Mention
from pobratim.reading.data import load_toml
from pobratim.reading.names.organizations.heads import words as organization_words
from pobratim.reading.text.morph import word

_CLOSING = frozenset("»”“\"")
_BACK = 1
"""A body without which the office is told may be named so many sentences before."""


@cache
def _offices() -> dict[str, tuple[str, ...]]:
    """Office → what the name of its body has to say («» for any but an authority or a medium)."""
    return {office: tuple(parts) for office, parts in load_toml("records/seats.toml")["of_institutions"].items()}


def body_beside(context: Context, post: Post) -> str | None:
    """The body that is meant, None where none stands near."""
    start = post.evidence[0][0]
    bracketed = _before_bracket(context, start)
    if bracketed is not None:
        return bracketed.entity
    wanted = _offices().get(post.title)
    if wanted is None:
        return None
    sentence = context.sentence_at(start)
    for index in range(sentence.index, max(-1, sentence.index - _BACK - 1), -1):
        earlier = context.layout.sentences[index]
        if earlier.paragraph < sentence.paragraph - 1:
            break
        named = [m for m in context.mentions_in(earlier.start, start, "organization") if _fits(context, m, wanted)]
        if named:
            alone = len({mention.entity for mention in named}) == 1
            return named[-1].entity if alone or index == sentence.index else None
    return None


def _before_bracket(context: Context, start: int) -> Mention | None:
    """The body whose name ends before the bracket that the office stands in."""
    sentence = context.sentence_at(start)
    tokens = context.layout.tokens
    at = next(i for i in range(sentence.first, sentence.last) if tokens[i].end > start)
    while at > sentence.first and tokens[at].text not in "()":
        at -= 1
    if tokens[at].text != "(" or at == sentence.first:
        return None
    end = at - (tokens[at - 1].text in _CLOSING)
    named = context.mentions_in(sentence.start, tokens[at].start, "organization")
    return named[-1] if named and named[-1].last == end else None


def _fits(context: Context, mention: Mention, wanted: tuple[str, ...]) -> bool:
    entity = context.by_id[mention.entity]
    names = " ".join((entity.name, *entity.aliases)).lower()
    if wanted:
        return any(part in names for part in wanted)
    kinds = {word(part).lemma for part in names.split()}
    before = {token.lemma for token in context.layout.tokens[max(0, mention.first - 2) : mention.first]}
    return (kinds | before).isdisjoint(_NEVER) and not names.endswith("исполком")


_NEVER = (
    organization_words("authority", "heads") | organization_words("media", "heads") | {"белта", "тасс", "министерство"}
)
