"""Bodies told together: two that share their place («Совета депутатов и администрации Энска»), and several that share
their head («Полоцкого и Новополоцкого горисполкомов»)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pobratim.reading.names.names import Name
from pobratim.reading.names.organizations.bare import kinds
from pobratim.reading.names.organizations.heads import (
    adjectival,
    adjectives_before,
    governs,
    head_of,
    in_genitive,
    masculine,
    of_gender,
    phrase,
    plural,
    proper_adjective,
    singular,
    spelled,
)
from pobratim.reading.text.segments import Layout, Token

SHARED = 84
_FARTHEST = 4
"""Words of the first body between its head and the «и»."""


def of_one_place(layout: Layout, names: Sequence[Name]) -> Iterator[Name]:
    """«депутаты | Думы и администрации Энска»: the body before «и» is of the same place."""
    tokens = layout.tokens
    taken = {i for name in names for i in range(name.first, name.last)}
    for name in names:
        joint, seat = name.first - 1, name.seat
        if seat is None or seat.last - seat.first < 1 or seat.first <= name.first or joint < 1:
            continue
        if tokens[joint].lower != "и" or not any(map(governs, tokens[name.first : seat.first])):
            continue
        head = next((i for i in range(joint - 1, max(-1, joint - _FARTHEST), -1) if governs(tokens[i])), None)
        if head is not None and tokens[head].lemma.endswith("исполком") and seat.country != "BY":
            continue
        if head is None or head in taken or plural(tokens[head]) or not _one_case(tokens[head], tokens[name.first]):
            continue
        first = adjectives_before(tokens, head, max(0, head - _FARTHEST))
        if not taken.isdisjoint(range(first, joint)) or not _all_genitive(tokens[head + 1 : joint]):
            continue
        if seat.type == "country" and any(token.lemma in kinds() for token in tokens[head + 1 : joint]):
            continue  # «мэрия города и посольство Италии»
        place = spelled(tokens[seat.first : name.last])
        shown = " ".join([phrase(tokens[first : head + 1]), *(t.text for t in tokens[head + 1 : joint]), place])
        yield Name(first, joint, "organization", shown, SHARED, seat=seat)


def _one_case(one: Token, other: Token) -> bool:
    cases = [{p.case for p in token.word.parses if p.case} if token.word else set() for token in (one, other)]
    return not cases[0].isdisjoint(cases[1])


def _all_genitive(between: Sequence[Token]) -> bool:
    return all(token.word is not None and token.text.islower() and in_genitive(token) for token in between)


def of_one_head(layout: Layout) -> Iterator[Name]:
    """«Минского и Брестского облисполкомов», «Гродненская и Омская торгово-промышленные палаты»: one each."""
    tokens = layout.tokens
    for sentence in layout.sentences:
        for joint in range(sentence.first + 1, sentence.last - 2):
            if tokens[joint].text != "и" or not tokens[joint + 1].lower.endswith(_PROPER):
                continue
            head = joint + 2
            while head < sentence.last - 1 and tokens[head].text.islower() and adjectival(tokens[head]):
                head += 1
            body = head_of(tokens[head]) or tokens[head].lemma.endswith("исполком")
            owners = list(_row(tokens, joint + 2, sentence.first)) if body and _several(tokens, head) else []
            if len(owners) > 1:
                yield from (_one(tokens, owner, joint + 2, head, last=owner == owners[0]) for owner in owners)


def _several(tokens: Sequence[Token], head: int) -> bool:
    """«горисполкомов», «торгово-промышленные палаты»: a plural, by itself or by its adjective."""
    before = tokens[head - 1].word if adjectival(tokens[head - 1]) and tokens[head - 1].text.islower() else None
    return plural(tokens[head]) or (before is not None and all(p.number == "plur" for p in before.parses[:3]))


def _row(tokens: Sequence[Token], end: int, start: int) -> Iterator[int]:
    """The capitalised adjectives before ``end`` joined by «и» and commas, from right to left."""
    at = end - 1
    while at >= start and proper_adjective(tokens[at]) and tokens[at].lower.endswith(_PROPER):
        yield at
        if at - 2 < start or tokens[at - 1].lower not in ("и", ","):
            return
        at -= 2


_PROPER = ("ского", "цкого", "ский", "цкий", "ская", "цкая", "ской", "цкой", "ским", "цким", "ском", "цком",
           "ское", "цкое", "скую", "цкую")  # fmt: skip


def _one(tokens: Sequence[Token], owner: int, rest: int, head: int, *, last: bool) -> Name:
    noun = singular(tokens[head])
    adjectives = [masculine(tokens[owner].text), *(token.text for token in tokens[rest:head])]
    name = " ".join([*of_gender(adjectives, noun), noun])
    return Name(owner, head + 1 if last else owner + 1, "organization", name, SHARED)
