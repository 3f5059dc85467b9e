"""Which of the people whose posts are known an office without a name means: «глава региона», «мэр Омска»."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pobratim.model.reading import Post
from pobratim.reading.context import Context
from pobratim.reading.names.places.adjectives import country_of, place_meant
from pobratim.reading.names.places.placenames import level_of
from pobratim.reading.records.titles.titles import Title
from pobratim.reading.text.morph import word
from pobratim.reading.text.segments import ADJECTIVE
from pobratim.reading.text.speech import vocabulary

_AHEAD = 3
"""Tokens after an office's head that may say what it is the head of."""
_LED = re.compile(
    r"делегаци\w*[^.!?\n]{0,80}?(?:возглав\w+|во главе с|под руководством)|возглав\w+[^.!?\n]{0,60}?делегаци\w*"
)
_NEAR = 90
"""Characters around «возглавил делегацию» in which its head is named."""


def likeness(context: Context, title: Title, post: Post) -> int:
    """How well an office without a name fits a post: 3 for the same office, and for the same place."""
    words = post.title.split()
    score = 3 if vocabulary().short_offices.get(title.lemma, title.lemma) in words[:4] else 0
    leaders = vocabulary().leaders
    if not score and title.lemma in leaders and words and words[0] in leaders:
        score = 1
    seats = context.found.seats
    place = title.place or seats.get(title.organization or "")
    held = post.place or seats.get(post.organization or "")
    if place and held:
        score += 3 if place == held else -4
    elif score and (wanted := _level(context, title)) and (has := _level_of(context, post, held)):
        score += 2 if wanted == has else -3 if score == 1 else 0
    return score


def of_place(context: Context, posts: Sequence[Post], index: int) -> set[str]:
    """«белорусский | коллега»: those whose office is in the place that the adjective before the role names; of a
    country those too whose place, in none that is known, may lie there."""
    tokens = context.layout.tokens
    before = tokens[index - 1] if index else None
    if before is None or not before.is_mostly(ADJECTIVE):
        return set()
    place = place_meant(context, before)
    named = context.by_id[place] if place is not None else None
    country = country_of(before) or (named.country if named is not None and named.type == "country" else None)
    held = [(post.person, post.place or context.found.seats.get(post.organization or "")) for post in posts]
    if country is None:
        return {person for person, at in held if at is not None and at == place}
    lands = {person: context.by_id[at].country for person, at in held if at is not None}
    fitting = {person for person, land in lands.items() if land == country}
    return fitting or {person for person, land in lands.items() if land is None}


def _level(context: Context, title: Title) -> str:
    """«region» of «глава области», «city» of «градоначальник», '' where the office says nothing."""
    levels = vocabulary().levels
    if title.lemma in levels:
        return levels[title.lemma]
    after = context.layout.tokens[title.head + 1 : title.head + 1 + _AHEAD]
    return next((levels[token.lemma] for token in after if token.lemma in levels), "")


def _level_of(context: Context, post: Post, held: str | None) -> str:
    levels = vocabulary().levels
    if held is not None:
        return level_of(context.by_id[held])
    lemmas = [word(part).lemma for part in post.title.split()]
    return next((levels[lemma] for lemma in lemmas if lemma in levels), "")


def head_of_delegation(context: Context) -> str | None:
    """Whom the text names as the one who leads the delegation, where it is one alone."""
    heads = set()
    for found in _LED.finditer(context.layout.text.lower()):
        people = context.mentions_in(found.start() - _NEAR, found.end() + _NEAR, "person")
        after = [m for m in people if m.start >= found.end()]
        before = [m for m in people if m.end <= found.start()]
        if after or before:
            heads.add((after[:1] or before[-1:])[0].entity)
    return heads.pop() if len(heads) == 1 else None
