"""Official titles in the text: «первый заместитель председателя», «мэр», «глава администрации».

A title is a chain of heads with their modifiers, then what it is the office of: words, organizations,
places. `posts` ties titles to names; `stands` reads them as standing for their place.
"""

from __future__ import annotations

from dataclasses import dataclass

from pobratim.model.reading import PLACE_TYPES
from pobratim.reading.context import Context, Mention
from pobratim.reading.names.places.adjectives import place_of_adjective
from pobratim.reading.records.titles.heads import head_lemma, heads_end, is_head, is_modifier, lists, may_be_head
from pobratim.reading.records.titles.reach import complement_end
from pobratim.reading.records.titles.words import in_nominative, land_sent_to, place_after, words_end
from pobratim.reading.text.morph import Word
from pobratim.reading.text.segments import Sentence, Token


@dataclass(frozen=True, slots=True)
class Title:
    """A title in the text: tokens ``first`` to ``last`` (excluded)."""

    first: int
    last: int
    head: int
    """The token of the leftmost head."""
    lemma: str
    """Its dictionary form."""
    plural: bool
    words: str
    """The title in the nominative, in small letters."""
    organization: str | None
    place: str | None
    places: tuple[str, ...]
    general: str = ""
    """The word for a place that the text leaves unnamed: «город» in «мэр города», '' if none."""
    of_towns: bool = False
    """Whether it is of several: «главы городов»."""


def titles_in(context: Context, sentence: Sentence) -> list[Title]:
    """Every title of the sentence, named person or not, left to right."""
    tokens_of_sentence = sentence.first, sentence.last
    if tokens_of_sentence not in context.titles:
        context.titles[tokens_of_sentence] = _found_in(context, sentence)
    return context.titles[tokens_of_sentence]


def _found_in(context: Context, sentence: Sentence) -> list[Title]:
    tokens = context.layout.tokens
    spans = _mentions_by_token(context, sentence)
    titles: list[Title] = []
    index = sentence.first
    while index < sentence.last:
        word = tokens[index].word
        if word is None or not may_be_head(word.form):
            index += 1
            continue
        end = heads_end(tokens, index, sentence.last, spans)
        if end == index + 1 and is_modifier(tokens[index]) and end < sentence.last and is_head(tokens, end, spans):
            end = index  # «управляющий директор»
        if end == index:
            index += 1
            continue
        title = _title(context, sentence, spans, index, end)
        if title is not None:
            titles.append(title)
            end = max(end, title.last)
        index = end
    return titles


_OF_REGIONS = frozenset({"губернатор", "вице-губернатор"})
_SENT = frozenset({"полпред", "представитель", "уполномоченный"})
"""Whom a land or its president sends to a part of it; «премьер-министр Украины в Киеве» only was there."""


def _title(
    context: Context, sentence: Sentence, spans: dict[int, Mention], first: int, head_end: int
) -> Title | None:
    tokens = context.layout.tokens
    start = _with_modifiers(tokens, first, sentence)
    last = complement_end(context, tokens, spans, head_end, sentence.last)
    mentions = _mentions_between(spans, head_end, last)
    organization = next((m for m in mentions if context.by_id[m.entity].type == "organization"), None)
    lemma = head_lemma(tokens[first])
    if organization is None and lemma in lists().of_bodies:
        return None
    places = tuple(m.entity for m in mentions if context.by_id[m.entity].type in PLACE_TYPES)
    place = land_sent_to(context, mentions) if lemma in _SENT and organization is None else None
    place = place or place_after(context, mentions, organization)
    end, general = words_end(context, head_end, last, mentions)
    alone = lemma in lists().trades and not mentions and not _joined(tokens, last, sentence.last, spans)
    if place is None and organization is None and start > sentence.first:
        # «смоленский градоначальник»
        place = place_of_adjective(context, tokens[start - 1], governed=lemma in _OF_REGIONS)
    words = in_nominative(tokens[start:end], first - start)
    field = _field(context, organization.last, last) if organization is not None else ""
    if field and not lists().deputies.isdisjoint(words.split()):
        words = f"{words} {field}"
    if words in lists().never or (alone and words == lemma):
        return None
    of_towns = any(token.lower in _TOWNS for token in tokens[head_end:last])
    return Title(
        first=start,
        last=last,
        head=first,
        lemma=lemma,
        plural=_plural(tokens[first].word, several=(len(places) > 1 or of_towns) and organization is None),
        words=words,
        organization=organization.entity if organization else None,
        place=place,
        places=places,
        general=general,
        of_towns=of_towns,
    )


_TOWNS = frozenset({"городов", "районов", "регионов", "областей", "муниципалитетов"})


def _field(context: Context, first: int, last: int) -> str:
    """«(заместитель председателя райисполкома) | по социальным вопросам»: what of, told behind the body."""
    tokens = context.layout.tokens[first:last]
    while tokens and tokens[0].text in "»\"”“":
        tokens = tokens[1:]
    if len(tokens) < 2 or tokens[0].lower != "по" or any(token.word is None or token.capital for token in tokens):
        return ""
    return "" if context.mentions_in(tokens[0].start, tokens[-1].end) else " ".join(token.lower for token in tokens)


def _joined(tokens: list[Token], last: int, limit: int, spans: dict[int, Mention]) -> bool:
    """Does another title follow that says of what («основатель и директор завода»)?"""
    at = last + 1
    while at < limit and is_modifier(tokens[at]):
        at += 1
    return last < limit and tokens[last].lower == "и" and at < limit and is_head(tokens, at, spans)


def _with_modifiers(tokens: list[Token], first: int, sentence: Sentence) -> int:
    """Where the title begins: «первый заместитель», «чрезвычайный и полномочный посол», «и. о. мэра»."""
    start = first
    while start > sentence.first:
        before = tokens[max(sentence.first, start - 4) : start]
        if is_modifier(before[-1]):
            start -= 1
        elif len(before) > 1 and before[-1].lower == "и" and is_modifier(before[-2]):
            start -= 2
        elif [token.lower for token in before] in _ACTING:
            start -= 4
        else:
            break
    return start


_ACTING = (["и", ".", "о", "."], ["и", ".", "п", "."])
"""«и. о.», «и. п.»: who performs the duties or wields the powers."""


def _mentions_by_token(context: Context, sentence: Sentence) -> dict[int, Mention]:
    return {
        index: mention
        for mention in context.mentions_in(sentence.start, sentence.end)
        for index in range(mention.first, mention.last)
    }


def _mentions_between(spans: dict[int, Mention], first: int, last: int) -> list[Mention]:
    found: list[Mention] = []
    for index in range(first, last):
        mention = spans.get(index)
        if mention is not None and mention not in found:
            found.append(mention)
    return found


def _plural(word: Word | None, *, several: bool) -> bool:
    """Is it a plural, or may it be one where ``several`` places follow («главы Омска и Минска», «главы городов»)?"""
    if word is None or not word.parses or word.form in lists().short:
        return False
    if several and not any(p.case == "nomn" and p.number == "sing" for p in word.parses):
        return any(p.number == "plur" and p.case != "accs" for p in word.parses)
    return all(parse.number == "plur" for parse in word.parses)
