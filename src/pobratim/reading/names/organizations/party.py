"""Committees of parties, the authorities of socialist countries: «горком КПК Хуньчуня», «Даляньский горком КПК»,
«партком города Маньчжурия», «ЦК Компартии Кубы», «комитет КПВ провинции Куангнинь»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pobratim.reading.names.names import Name
from pobratim.reading.names.organizations.heads import (
    adjectival,
    adjectives_before,
    by_first,
    in_genitive,
    phrase,
    proper_adjective,
    spelled,
    words,
)
from pobratim.reading.text.segments import Layout, Sentence, Token

PARTY = 88


def party_committees(layout: Layout, places: Sequence[Name]) -> Iterator[Name]:
    """The committees with their party and their place; one of the three may be left out."""
    tokens = layout.tokens
    starts = by_first(places)
    committees = words("party", "committees")
    for sentence in layout.sentences:
        for i in range(sentence.first, sentence.last):
            if tokens[i].lemma in committees or tokens[i].text == "ЦК":
                name = _at(tokens, sentence, i, starts)
                if name is not None:
                    yield name


def _at(tokens: Sequence[Token], sentence: Sentence, i: int, starts: dict[int, Name]) -> Name | None:
    first = adjectives_before(tokens, i, sentence.first)
    while first > sentence.first and tokens[first - 1].lemma in words("party", "levels"):
        first -= 1
    end, inner = _party_end(tokens, i + 1, sentence.last, starts)
    told = end > i + 1
    if tokens[i].lemma == "комитет" and not told:
        return None
    at = end
    if at < sentence.last and tokens[at].lower == "по":
        at += 1
    while at < sentence.last and tokens[at].text.islower() and adjectival(tokens[at]):
        at += 1  # «приграничного города Хэйхэ»
    while at < sentence.last and tokens[at].lemma in words("party", "kinds"):
        at += 1
    place = starts.get(at)
    if place is not None and (at > end or in_genitive(tokens[at])):
        inner = [*inner, place]
    else:
        at, place = end, None
    if not (told or place or (first < i and proper_adjective(tokens[first]))):
        return None
    head = phrase(tokens[first : i + 1])
    party = spelled(tokens[i + 1 : end])
    last = place.last if place is not None else end
    rest = spelled(tokens[i + 1 : last])
    names = [f"{head} {rest}".strip()]
    if place is not None:
        names.append(" ".join(part for part in (head, party, spelled(tokens[place.first : last])) if part))
    if tokens[i].lemma == "комитет" and place is None and first == i:
        names.extend(_PARTIES.get(party, ()))
    seat = inner[-1] if inner else None
    aliases = tuple(name for name in dict.fromkeys(names[1:]) if name != names[0])
    return Name(first, last, "organization", names[0], PARTY, aliases=aliases, seat=seat, inner=inner)


_CPC = ("КПК", "Коммунистическая партия Китая")
_PARTIES = {"КПК": _CPC, "Коммунистической партии Китая": _CPC}
"""A committee of which no place is told is the party's."""


def _party_end(tokens: Sequence[Token], at: int, stop: int, starts: dict[int, Name]) -> tuple[int, list[Name]]:
    """Where the party's name that begins at ``at`` ends, and the country in it; ``at`` where none stands there."""
    if at < stop and tokens[at].text in words("party", "short"):
        return at + 1, []
    end = at
    while end < stop and end - at < 2 and tokens[end].lemma in words("party", "adjectives"):
        end += 1
    if end >= stop or tokens[end].lemma not in words("party", "heads"):
        return at, []
    end += 1
    country = starts.get(end)
    if country is not None and country.type == "country":
        return country.last, [country]
    return end, []
