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
from pobratim.reading.phrases import nominative
from pobratim.reading.segments import Sentence, Token

DASHES = frozenset("-–—−")
_INSIDE_PREPOSITIONS = frozenset({"по", "в", "во", "на", "при", "за", "от", "у", "для", "с", "со", "над"})
_LONGEST = 24
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


@dataclass(frozen=True, slots=True)
class _Lists:
    heads: frozenset[str]
    modifiers: frozenset[str]
    representing: frozenset[str]


@cache
def lists() -> _Lists:
    """The title words of `data/records/titles.toml`."""
    tables = load_toml("records/titles.toml")
    return _Lists(
        heads=frozenset(tables["heads"]) | {word for word in tables["former"] if "-" in word},
        modifiers=frozenset(tables["modifiers"]) | {w for w in tables["former"] if "-" not in w},
        representing=frozenset(tables["representing"]["heads"]),
    )


def titles_in(context: Context, sentence: Sentence) -> list[Title]:
    """Every title of the sentence, named person or not, left to right."""
    tokens = context.layout.tokens
    spans = _mentions_by_token(context, sentence)
    titles: list[Title] = []
    index = sentence.first
    while index < sentence.last:
        if not is_head(tokens, index, spans):
            index += 1
            continue
        end = index + 1
        while end < sentence.last and is_head(tokens, end, spans):
            end += 1
        title = _title(context, sentence, spans, index, end)
        titles.append(title)
        index = max(end, title.last)
    return titles


def is_head(tokens: list[Token], index: int, spans: dict[int, Mention]) -> bool:
    """Is the token a title's head (and not «во главе с», not part of a name)?"""
    word = tokens[index].word
    if word is None or index in spans or word.lemmas.isdisjoint(lists().heads):
        return False
    if not any(p.pos == "NOUN" or "Subx" in p.tags or p.pos == "PRTF" for p in word.parses):
        return False
    return not (word.form == "главе" and index and tokens[index - 1].lower == "во")


def _title(context: Context, sentence: Sentence, spans: dict[int, Mention], first: int, head_end: int) -> Title:
    tokens = context.layout.tokens
    start = _with_modifiers(tokens, first, sentence)
    last = _complement_end(context, tokens, spans, head_end, sentence.last)
    mentions = _mentions_between(spans, head_end, last)
    organization = next((m for m in mentions if context.by_id[m.entity].type == "organization"), None)
    places = [m for m in mentions if context.by_id[m.entity].type in PLACE_TYPES]
    place = places[0].entity if places else None
    if organization is not None:
        seat = context.found.seats.get(organization.entity)
        place = seat or (places[0].entity if places and places[0].first > organization.first else None)
    words_end = mentions[0].first if mentions else last
    while words_end > head_end and tokens[words_end - 1].lower in _INSIDE_PREPOSITIONS | DASHES | {"и", ","}:
        words_end -= 1
    # «губернатор этого региона», «глава нашего города»: the pronoun ends the title
    pronouns = (i for i in range(head_end, words_end) if _is_pronoun(tokens[i]))
    words_end = next(pronouns, words_end)
    adjacent = bool(mentions) and mentions[0].first == words_end > head_end
    if adjacent and _is_generic(tokens[words_end - 1]):
        words_end -= 1  # «глава города Смоленска» is «глава» of Smolensk
    if place is None and organization is None and start > sentence.first:
        place = place_of_adjective(context, tokens[start - 1])  # «смоленский градоначальник»
    words = [token.text for token in tokens[start:words_end]]
    if organization is not None and organization is mentions[0]:
        words += _administration(context.by_id[organization.entity].name)
    return Title(
        first=start,
        last=last,
        head=first,
        lemma=_head_lemma(tokens[first]),
        plural=_only_plural(tokens[first].word),
        words=_clean_title(words),
        organization=organization.entity if organization else None,
        place=place,
        places=tuple(m.entity for m in places),
    )


def _head_lemma(token: Token) -> str:
    assert token.word is not None
    return next((lemma for lemma in (token.lemma, *sorted(token.word.lemmas)) if lemma in lists().heads), "")


def _is_pronoun(token: Token) -> bool:
    return token.word is not None and any("Apro" in parse.tags for parse in token.word.parses)


def _is_generic(token: Token) -> bool:
    return token.word is not None and token.word.lemma in {"город", "область", "район", "край", "республика"}


def _administration(name: str) -> list[str]:
    """«глава администрации Екатеринбурга»: the administration belongs to the title."""
    return ["администрации"] if name.lower().startswith("администрация") else []


def _clean_title(words: list[str]) -> str:
    lowered = [word.lower() for word in words]
    singular = " ".join(nominative(lowered, keep_number=False))
    singular = singular.replace(" - ", "-").replace(" , ", ", ").replace("и . о .", "и. о.")
    return singular.strip(" ,-–—")


def _with_modifiers(tokens: list[Token], first: int, sentence: Sentence) -> int:
    """Where the title begins: «первый заместитель», «чрезвычайный и полномочный посол», «и. о. мэра»."""
    start = first
    while start > sentence.first:
        before = tokens[max(sentence.first, start - 4) : start]
        if _is_modifier(before[-1]):
            start -= 1
        elif len(before) > 1 and before[-1].lower == "и" and _is_modifier(before[-2]):
            start -= 2
        elif [token.lower for token in before] == _ACTING:
            start -= 4
        else:
            break
    return start


_ACTING = ["и", ".", "о", "."]


def _is_modifier(token: Token) -> bool:
    return token.word is not None and not token.word.lemmas.isdisjoint(lists().modifiers)


def _complement_end(context: Context, tokens: list[Token], spans: dict[int, Mention], start: int, limit: int) -> int:
    """Where what the title is of ends: at a verb, a sign, a person, another title."""
    index = start
    while index < min(limit, start + _LONGEST):
        mention = spans.get(index)
        if mention is not None:
            if context.by_id[mention.entity].type == "person":
                break
            index = mention.last
            continue
        token = tokens[index]
        if token.word is None:
            if token.text == "(":
                closing = _closing(tokens, index, limit)
                if closing is not None:
                    index = closing + 1
                    continue
            if token.text in {"«", "»", '"', "№", "“", "”"}:
                index += 1
                continue
            break
        if is_head(tokens, index, spans):
            break
        if not _complements(token, tokens, index, start):
            break
        index += 1
    while index > start and tokens[index - 1].lower in _INSIDE_PREPOSITIONS | {"и"}:
        index -= 1
    return index


_COMPLEMENT_CASES = frozenset({"gent", "datv", "ablt", "loct", "accs"})
_NEVER_COMPLEMENT = frozenset({"VERB", "INFN", "PREP", "CONJ"})


def _complements(token: Token, tokens: list[Token], index: int, start: int) -> bool:
    word = token.word
    assert word is not None
    if word.form in _INSIDE_PREPOSITIONS or word.form.isdigit():
        return word.form not in {"с", "со", "у"}
    if word.form == "и":
        return index > start
    if not word.parses:
        return True
    return any(
        parse.pos in {"NOUN", "ADJF", "PRTF", "NUMR"} and parse.case in _COMPLEMENT_CASES for parse in word.parses
    ) and not any(parse.pos in _NEVER_COMPLEMENT and parse.score > 0.5 for parse in word.parses)


def _closing(tokens: list[Token], index: int, limit: int) -> int | None:
    return next((i for i in range(index + 1, min(limit, index + 6)) if tokens[i].text == ")"), None)


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


def _only_plural(word: Word | None) -> bool:
    return bool(word and word.parses and all(parse.number == "plur" for parse in word.parses))
