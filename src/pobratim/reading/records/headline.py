"""The one place that the headline names: «Связи Омска: итоги года» is about Омск, whoever is named in between."""

from __future__ import annotations

from pobratim.reading.context import Context


def place_of_headline(context: Context) -> str | None:
    """The place of a headline that names no other; None without a headline."""
    sentences = context.layout.sentences
    if not sentences or not context.is_title(sentences[0]):
        return None
    named = {mention.entity for mention in context.places_in(sentences[0].start, sentences[0].end)}
    return named.pop() if len(named) == 1 else None
