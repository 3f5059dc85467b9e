"""Quotes: who says what, in direct and in indirect speech."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from pobratim.model.reading import Post, Quote, Span
from pobratim.reading.context import Context
from pobratim.reading.quotes import according, dashes, dialogue, enclosed, indirect, interview, named
from pobratim.reading.quotes.talk import Talk
from pobratim.reading.records.posts.posts import find_posts

__all__ = ["find_quotes", "spoken_spans"]

QUOTE_RULES: tuple[Callable[[Talk], Iterator[Quote | None]], ...] = (
    interview.answers,
    dialogue.turns,
    named.under_name,
    dashes.after_dash,
    named.beside_name,
    named.name_and_marks,
    enclosed.in_marks,
    named.headline,
    dashes.unmarked,
    indirect.told_that,
    indirect.facts_told,
    according.according_to,
    indirect.as_told,
    indirect.of_this,
    indirect.then_told,
    indirect.noted,
    enclosed.fragment,
)
"""Direct speech first: what stands inside it is nobody's indirect speech."""


def find_quotes(context: Context, posts: Sequence[Post] | None = None) -> list[Quote]:
    """The quotes of a document in the order of its text; ``posts`` tell whom «мэр Омска» means."""
    talk = Talk(context, find_posts(context) if posts is None else posts)
    for rule in QUOTE_RULES:
        talk.add(_new(talk, rule(talk)))
    return sorted(talk.quotes, key=lambda quote: quote.spans[0])


def _new(talk: Talk, found: Iterable[Quote | None]) -> Iterator[Quote]:
    """What says nothing that another quote of the same kind says already."""
    for quote in found:
        if quote is None:
            continue
        spans = quote.spans
        taken = (s for other in talk.quotes if other.kind == quote.kind for s in other.spans)
        if not any(start < spans[-1][1] and spans[0][0] < end for start, end in taken):
            yield quote


def spoken_spans(quotes: Iterable[Quote]) -> list[Span]:
    """The spans of direct speech, in the order of the text."""
    return sorted(span for quote in quotes if quote.kind == "direct" for span in quote.spans)
