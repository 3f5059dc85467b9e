"""Institutions known by a number: «гимназия № 12», «детская школа искусств № 3», «10-я городская больница»; several
told together: «гимназий № 11 и 1»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pobratim.reading.names.names import Name
from pobratim.reading.names.organizations.heads import (
    gender_of,
    in_genitive,
    of_gender,
    phrase,
    plural,
    pronoun,
    singular,
    small_caps,
    words,
)
from pobratim.reading.text.segments import Layout, Token

NUMBERED = 86
_SIGNS = frozenset({"№", "N", "#"})
_ORDINAL = re.compile(r"\d{1,3}-(?:[а-яё]{1,2}|ую|ая|ый|ой|го)$")
_ORDINAL_ENDINGS = {"femn": "я", "neut": "е"}
_FARTHEST = 4
"""Words between the head and its number («школа | олимпийского резерва | № 2»)."""


def numbered(layout: Layout) -> Iterator[Name]:
    """A head with «№ 5» behind it or «5-я» before it, with the adjectives and the subject between."""
    tokens = layout.tokens
    heads = words("institution", "numbered")
    for sentence in layout.sentences:
        for i in range(sentence.first, sentence.last):
            token = tokens[i]
            if token.word is None or not (token.lemma in heads or token.lower in heads):
                continue
            last = _number_behind(tokens, i + 1, sentence.last)
            if last is not None and (more := list(_more(tokens, last, sentence.last, several=plural(token)))):
                yield from _several(tokens, _front(tokens, i, sentence.first), i, last, more)
            elif plural(token):
                continue
            elif last is not None:
                yield _name(tokens, _front(tokens, i, sentence.first), i, last)
            elif (first := _ordinal_before(tokens, i, sentence.first)) is not None:
                yield _name(tokens, first, i, i + 1)


def _number_behind(tokens: Sequence[Token], at: int, stop: int) -> int | None:
    """Where «№ 12» ends, words in the genitive before it."""
    end = min(stop, at + _FARTHEST)
    while at < end and tokens[at].word is not None and tokens[at].text.islower() and in_genitive(tokens[at]):
        at += 1
    if at + 1 < stop and tokens[at].text in _SIGNS and tokens[at + 1].text.isdigit():
        return at + 2
    return None


def _more(tokens: Sequence[Token], at: int, stop: int, *, several: bool) -> Iterator[int]:
    """The tokens of further numbers: «№ 11 | и № 1», behind a plural «№ 11 | , 12 и 14»."""
    while at + 1 < stop and tokens[at].lower in (",", "и"):
        signed = tokens[at + 1].text in _SIGNS
        number = at + 1 + signed
        if not (signed or several) or number >= stop or not tokens[number].text.isdigit():
            return
        yield number
        at = number + 1


def _several(tokens: Sequence[Token], first: int, head: int, last: int, more: Sequence[int]) -> Iterator[Name]:
    noun = singular(tokens[head])
    adjectives = of_gender([token.text for token in tokens[first:head]], noun)
    subject = [token.text for token in tokens[head + 1 : last - 2]]
    for begin, end in ((first, last), *((number, number + 1) for number in more)):
        number = tokens[end - 1].text
        full = " ".join([*adjectives, noun, *subject, "№", number])
        short = f"{noun} № {number}"
        yield Name(begin, end, "organization", full, NUMBERED, aliases=(short,) if short != full else ())


def _front(tokens: Sequence[Token], head: int, start: int) -> int:
    """Where the adjectives of the head begin («детской художественной | школе № 1»)."""
    while head > start and _adjective(tokens[head - 1]):
        head -= 1
    return head


def _adjective(token: Token) -> bool:
    return token.word is not None and token.word.pos in ("ADJF", "PRTF") and not pronoun(token)


def _ordinal_before(tokens: Sequence[Token], head: int, start: int) -> int | None:
    first = _front(tokens, head, start)
    while first < head and not _ORDINAL.match(tokens[first].text):
        first += 1
    if first == head and head > start and _ORDINAL.match(tokens[head - 1].text):
        first = head - 1
    elif first == head and _front(tokens, head, start) > start:
        before = _front(tokens, head, start) - 1
        if _ORDINAL.match(tokens[before].text):
            first = before
    return first if first < head else None


def _name(tokens: Sequence[Token], first: int, head: int, last: int) -> Name:
    rest = [small_caps(token.text) for token in tokens[head + 1 : last]]
    whole = phrase(tokens[first : head + 1])
    if _ORDINAL.match(tokens[first].text):
        number = tokens[first].text.split("-")[0]
        described = phrase(tokens[first + 1 : head + 1])
        whole = f"{number}-{_ORDINAL_ENDINGS.get(gender_of(described), 'й')} {described}"
    full = " ".join([whole, *rest])
    short = " ".join([phrase(tokens[head : head + 1]), *rest])
    return Name(
        first, last, "organization", full, NUMBERED, aliases=(short,) if short != full and last > head + 1 else ()
    )
