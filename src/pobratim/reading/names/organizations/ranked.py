"""Bodies known by their rank, of which a town or region has one: «областная филармония», «городской комитет по
физкультуре»; which town's or region's the text tells elsewhere. Those of a nation with their subject: «сербский союз
ветеранов»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pobratim.reading.names.names import Name, nationalities
from pobratim.reading.names.organizations.bare import kinds
from pobratim.reading.names.organizations.complements import complement
from pobratim.reading.names.organizations.heads import (
    adjectival,
    by_first,
    phrase,
    plural,
    pronoun,
    proper_adjective,
    spelled,
    words,
)
from pobratim.reading.names.organizations.quoted import OPEN
from pobratim.reading.names.places.genitives import genitive
from pobratim.reading.names.places.placenames import level_of
from pobratim.reading.once import union
from pobratim.reading.text.segments import Layout, Sentence, Token

RANKED, RULED = 44, 84


def ranked(layout: Layout, places: Sequence[Name]) -> Iterator[Name]:
    """The bodies in small letters whose first adjective is their rank."""
    tokens = layout.tokens
    starts = by_first(places)
    heads = union(words("ranked", "alone"), words("ranked", "with_more"))
    for sentence in layout.sentences:
        for i in range(sentence.first + 1, sentence.last):
            if tokens[i].lemma in heads and tokens[i].text.islower() and not plural(tokens[i]):
                name = _at(tokens, sentence, i, starts, places)
                if name is not None:
                    yield name


def _at(
    tokens: Sequence[Token], sentence: Sentence, i: int, starts: dict[int, Name], places: Sequence[Name]
) -> Name | None:
    first = i
    while first > sentence.first and adjectival(tokens[first - 1]) and not pronoun(tokens[first - 1]):
        first -= 1
        if tokens[first].lemma in union(words("visited", "ranks"), nationalities()):
            break
    rank = tokens[first]
    if any(token.lemma == "исполнительный" for token in tokens[first:i]):
        return None  # `committees` finds them
    if rank.lemma not in union(words("visited", "ranks"), nationalities()) or (rank.capital and first > sentence.first):
        return None
    own = first > sentence.first and proper_adjective(tokens[first - 1])
    about = complement(tokens, tokens[i].lemma, i + 1, sentence.last, starts)
    end = about.end if about.seat is None else i + 1
    if end < sentence.last and (tokens[end].text in OPEN or end in starts):
        return None  # its name or its place stands there
    told = end > i + 1 or first + 1 < i
    if tokens[i].lemma in words("ranked", "with_more") and not told:
        return None
    if tokens[i].lemma == "центр" and end > i + 1 and tokens[i + 1].lower in ("в", "во"):
        return None  # «достижения областного центра в сфере туризма»: the town
    if rank.lemma in nationalities() and end == i + 1:
        return None  # «сербский союз ветеранов» is one, «польский музей» is none
    whole = phrase([replace(rank, text=rank.lower), *tokens[first + 1 : i + 1]])
    name = f"{whole} {spelled(tokens[i + 1 : end])}".strip()
    if own:  # «Полоцкий районный отдел культуры»
        whole = phrase(tokens[first - 1 : i + 1])
        name = f"{whole} {spelled(tokens[i + 1 : end])}".strip()
        return Name(first - 1, end, "organization", name, RULED) if told else None
    owner = _owner(kinds().get(rank.lemma, ""), places)
    aliases = [f"{name} {genitive(owner.name)}"] if owner is not None else []
    if owner is not None and owner.type == "region":  # «Амурская областная филармония»
        aliases.append(f"{_agreeing(owner.name.split()[0], whole)} {name}")
    return Name(first, end, "organization", name, RANKED, aliases=tuple(aliases), seat=owner)


def _owner(kind: str, places: Sequence[Name]) -> Name | None:
    """The only place of that kind in the text."""
    fitting = {place.name: place for place in places if level_of(place) == kind and place.type != "country"}
    return next(iter(fitting.values())) if len(fitting) == 1 else None


def _agreeing(adjective: str, whole: str) -> str:
    ending = whole.split()[0][-2:]
    return adjective[:-2] + {"ой": "ий", "ый": "ий"}.get(ending, ending)
