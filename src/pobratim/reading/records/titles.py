"""Official titles in the text: «первый заместитель председателя», «мэр», «глава администрации».

A title is a chain of heads with their modifiers, then what it is the office of: words, organizations,
places. `posts` ties titles to names; `stands` reads them as standing for their place.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from pobratim.model.reading import PLACE_TYPES
from pobratim.reading.adjectives import place_of_adjective
from pobratim.reading.context import Context, Mention
from pobratim.reading.data import load_toml
from pobratim.reading.morph import Word
from pobratim.reading.records.title_words import (
    INSIDE_PREPOSITIONS,
    in_nominative,
    place_after,
    words_end,
)
from pobratim.reading.segments import Sentence, Token

_LONGEST = 28
"""Tokens between a title's head and the name; longer ones are lists, not titles."""


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


@dataclass(frozen=True, slots=True)
class _Lists:
    heads: frozenset[str]
    trades: frozenset[str]
    short: frozenset[str]
    modifiers: frozenset[str]
    representing: frozenset[str]
    of_bodies: frozenset[str]
    honours: frozenset[str]
    never: frozenset[str]


@cache
def lists() -> _Lists:
    """The title words of `data/records/titles.toml`."""
    tables = load_toml("records/titles.toml")
    of_bodies = frozenset(tables["of_bodies"])
    return _Lists(
        heads=frozenset(tables["heads"]) | frozenset(tables["trades"]) | of_bodies | {word for word in tables["former"] if "-" in word},
        trades=frozenset(tables["trades"]),
        short=frozenset(tables["short"]),
        modifiers=frozenset(tables["modifiers"]) | {w for w in tables["former"] if "-" not in w},
        representing=frozenset(tables["representing"]["heads"]),
        of_bodies=of_bodies,
        honours=frozenset(tables["honours"]),
        never=frozenset(tables["never"]),
    )


def titles_in(context: Context, sentence: Sentence) -> list[Title]:
    """Every title of the sentence, named person or not, left to right."""
    tokens = context.layout.tokens
    spans = _mentions_by_token(context, sentence)
    titles: list[Title] = []
    index = sentence.first
    while index < sentence.last:
        end = _heads_end(tokens, index, sentence.last, spans)
        if end == index:
            index += 1
            continue
        title = _title(context, sentence, spans, index, end)
        if title is not None:
            titles.append(title)
            end = max(end, title.last)
        index = end
    return titles


def is_head(tokens: list[Token], index: int, spans: dict[int, Mention]) -> bool:
    """Is the token a title's head (and not «во главе с», not part of a name)?"""
    word = tokens[index].word
    if word is None or index in spans:
        return False
    if word.form in lists().short:
        return index + 1 < len(tokens) and tokens[index + 1].text == "."
    if word.form not in lists().heads and word.lemmas.isdisjoint(lists().heads) and not _former(word):
        return False
    if word.pos in {"PREP", "CONJ", "PRCL"}:
        return False  # «после» is no ambassador
    if not any(p.pos == "NOUN" or "Subx" in p.tags or p.pos == "PRTF" for p in word.parses):
        return False
    return not (word.form == "главе" and index and tokens[index - 1].lower == "во")


def _former(word: Word) -> bool:
    """«экс-глава»: an office with a word before it that the list need not have."""
    return word.form.startswith("экс-") and any(lemma.removeprefix("экс-") in lists().heads for lemma in word.lemmas)


def _heads_end(tokens: list[Token], first: int, limit: int, spans: dict[int, Mention]) -> int:
    """Where the chain of heads ends: «заместителя | председателя», «зам. | генерального директора»;
    ``first`` if none begins there."""
    if not is_head(tokens, first, spans):
        return first
    end = _behind(tokens, first)
    while end < limit:
        index = end
        while index + 1 < limit and index not in spans and is_modifier(tokens[index]) and index - end < 3:
            index += 1
        if not is_head(tokens, index, spans) or not _may_be(tokens[index], "gent", "ablt"):
            break
        if index > end and not _may_be(tokens[index], "gent"):
            break
        end = _behind(tokens, index)
    return end


def _behind(tokens: list[Token], head: int) -> int:
    """The token after a head and the stop of its abbreviation («зам.»)."""
    return head + 1 + (tokens[head].lower in lists().short)


def _may_be(token: Token, *cases: str) -> bool:
    return token.lower in lists().short or bool(token.word and any(p.case in cases for p in token.word.parses))


def _title(
    context: Context, sentence: Sentence, spans: dict[int, Mention], first: int, head_end: int
) -> Title | None:
    tokens = context.layout.tokens
    start = _with_modifiers(tokens, first, sentence)
    last = _complement_end(context, tokens, spans, head_end, sentence.last)
    mentions = _mentions_between(spans, head_end, last)
    organization = next((m for m in mentions if context.by_id[m.entity].type == "organization"), None)
    lemma = _head_lemma(tokens[first])
    if organization is None and lemma in lists().of_bodies:
        return None
    places = tuple(m.entity for m in mentions if context.by_id[m.entity].type in PLACE_TYPES)
    place = place_after(context, mentions, organization)
    end, general = words_end(context, head_end, last, mentions)
    alone = lemma in lists().trades and not mentions and not _joined(tokens, last, sentence.last, spans)
    if place is None and organization is None and start > sentence.first:
        place = place_of_adjective(context, tokens[start - 1])  # «смоленский градоначальник»
    words = in_nominative(tokens[start:end], first - start)
    if words in lists().never or (alone and words == lemma):
        return None
    return Title(
        first=start,
        last=last,
        head=first,
        lemma=lemma,
        plural=_plural(tokens[first].word, several=len(places) > 1 and organization is None),
        words=words,
        organization=organization.entity if organization else None,
        place=place,
        places=places,
        general=general,
    )


def _joined(tokens: list[Token], last: int, limit: int, spans: dict[int, Mention]) -> bool:
    """Does another title follow that says of what («основатель и директор завода»)?"""
    at = last + 1
    while at < limit and is_modifier(tokens[at]):
        at += 1
    return last < limit and tokens[last].lower == "и" and at < limit and is_head(tokens, at, spans)


def _head_lemma(token: Token) -> str:
    assert token.word is not None
    forms = (token.lower, token.lemma, *sorted(token.word.lemmas))
    return next((form for form in forms if form.removeprefix("экс-") in lists().heads), "")


def _with_modifiers(tokens: list[Token], first: int, sentence: Sentence) -> int:
    """Where the title begins: «первый заместитель», «чрезвычайный и полномочный посол», «и. о. мэра»."""
    start = first
    while start > sentence.first:
        before = tokens[max(sentence.first, start - 4) : start]
        if is_modifier(before[-1]):
            start -= 1
        elif len(before) > 1 and before[-1].lower == "и" and is_modifier(before[-2]):
            start -= 2
        elif [token.lower for token in before] == _ACTING:
            start -= 4
        else:
            break
    return start


_ACTING = ["и", ".", "о", "."]


def is_modifier(token: Token) -> bool:
    """Is it a word that belongs to the head after it («первый», «генеральный»)?"""
    return token.word is not None and not token.word.lemmas.isdisjoint(lists().modifiers)


def _complement_end(context: Context, tokens: list[Token], spans: dict[int, Mention], start: int, limit: int) -> int:
    """Where what the title is of ends: at a verb, a sign, a person, another title."""
    index = start
    limit = min(limit, start + _LONGEST)
    named = False
    while index < limit:
        mention = spans.get(index)
        if mention is not None:
            if context.by_id[mention.entity].type == "person":
                break
            named = True
            index = mention.last
            continue
        token = tokens[index]
        if token.word is None:
            closing = _sign_end(tokens, spans, index, start, limit)
            if closing is None:
                break
            index = closing
            continue
        if is_head(tokens, index, spans) and (named or not _inside(tokens, index, start)):
            break
        if not _complements(token, tokens, index, start):
            break
        index += 1
    while index > start and tokens[index - 1].lower in INSIDE_PREPOSITIONS | {"и"}:
        index -= 1
    return index


def _sign_end(tokens: list[Token], spans: dict[int, Mention], index: int, start: int, limit: int) -> int | None:
    """Where the words go on after a sign that does not end them: quotation marks, brackets, the stop of an
    abbreviation, the comma of a list («по культуре, спорту и туризму»)."""
    text = tokens[index].text
    if text == "(":
        closing = next((i for i in range(index + 1, min(limit, index + 6)) if tokens[i].text == ")"), None)
        return closing + 1 if closing is not None else None
    if text in {"«", "„", "“", '"'}:
        ends = (i for i in range(index + 1, min(limit, index + 9)) if tokens[i].text in {"»", "“", "”", '"'})
        closing = next(ends, None)
        named = closing is not None and not any(i in spans for i in range(index, closing))
        return closing + 1 if named and closing is not None else index + 1
    if text in {"»", "№", "”"}:
        return index + 1
    if text == "." and index > start and tokens[index - 1].lower in _ABBREVIATED:
        return index + 1
    if text == "," and index > start and _list_goes_on(tokens, spans, index, limit):
        return index + 1
    return None


_ABBREVIATED = frozenset({"г", "гор", "обл", "р", "им", "пос", "ул"})


def _list_goes_on(tokens: list[Token], spans: dict[int, Mention], comma: int, limit: int) -> bool:
    """Do only small words in one row follow up to an «и» with its word («…, спорту и туризму»)?"""
    for index in range(comma + 1, min(limit, comma + 9)):
        token = tokens[index]
        if token.text == ",":
            continue
        if token.word is None or token.capital or index in spans or is_head(tokens, index, spans):
            return False
        if token.lower == "и":
            after = tokens[index + 1] if index + 1 < limit else None
            return index > comma + 1 and after is not None and not after.capital and _oblique(after)
        if not _oblique(token) and token.lower not in INSIDE_PREPOSITIONS:
            return False
    return False


def _oblique(token: Token) -> bool:
    return token.word is not None and any(
        p.pos in {"NOUN", "ADJF", "PRTF"} and p.case in {"gent", "datv", "loct"} for p in token.word.parses
    )


def _inside(tokens: list[Token], index: int, start: int) -> bool:
    """Is the head part of what another title is of («совет директоров», «пресс-служба губернатора»)?"""
    before, head = tokens[index - 1], tokens[index].word
    if index == start or before.word is None or before.word.pos != "NOUN" or head is None:
        return False
    return head.form != head.lemma and any(parse.case == "gent" for parse in head.parses)


_COMPLEMENT_CASES = frozenset({"gent", "datv", "ablt", "loct", "accs"})
_NEVER_COMPLEMENT = frozenset({"VERB", "INFN", "PREP", "CONJ"})


def _complements(token: Token, tokens: list[Token], index: int, start: int) -> bool:
    word = token.word
    assert word is not None
    if word.form in INSIDE_PREPOSITIONS or word.form.isdigit():
        return word.form not in {"с", "со", "у"}
    if word.form == "и":
        return index > start
    if not word.parses or (token.text.isupper() and 1 < len(token.text) < 6):
        return True
    return any(
        parse.pos in {"NOUN", "ADJF", "PRTF", "NUMR"} and parse.case in _COMPLEMENT_CASES for parse in word.parses
    ) and not any(parse.pos in _NEVER_COMPLEMENT and parse.score > 0.5 for parse in word.parses)


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
    """Is it a plural, or may it be one where ``several`` places follow («главы Омска и Минска»)?"""
    if word is None or not word.parses:
        return False
    if several and not any(p.case == "nomn" and p.number == "sing" for p in word.parses):
        return any(p.case == "nomn" and p.number == "plur" for p in word.parses)
    return all(parse.number == "plur" for parse in word.parses)
