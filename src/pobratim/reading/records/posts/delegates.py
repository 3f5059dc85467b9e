"""People told to come with a delegation: they are of its place, wherever the delegation goes."""

from __future__ import annotations

from itertools import pairwise

from pobratim.reading.context import Context
from pobratim.reading.once import union
from pobratim.reading.records.delegations import delegations
from pobratim.reading.records.lexicon import events
from pobratim.reading.text.segments import Sentence, Token

_COMING = frozenset(["возглавить", "возглавлять", "войти", "входить", "состав", "представлять", "представить", "число"])
"""«делегацию возглавил …», «в состав делегации вошли …», «в составе делегации – …»."""
_MEETING = frozenset({"встретиться", "встречаться", "побеседовать", "пообщаться", "переговорить"})
_GUESTS = frozenset({"гость", "гостья", "коллега", "побратим"})
_LEADING = 16
"""Characters that hold «во главе с»."""
_BACK = 2
"""A delegation without its place is the one of a sentence so few before."""


def home_of_delegate(context: Context, position: int) -> str | None:
    """The place whose delegation those named at ``position`` come with, None where they are told of otherwise."""
    sentence = context.sentence_at(position)
    tokens = context.tokens_in(sentence.start, position)
    lemmas = {token.lemma for token in tokens if token.word is not None}
    if lemmas.isdisjoint(events().delegation) or (lemmas.isdisjoint(_COMING) and not _leads(context, position)):
        return None
    homes = _homes(context, sentence, position) or _seats(context, sentence, position)
    for index in range(sentence.index - 1, max(-1, sentence.index - 1 - _BACK), -1):
        homes = homes or _homes(context, context.layout.sentences[index], position)
    return homes[-1] if homes else None


def _leads(context: Context, position: int) -> bool:
    """«делегация Омской области во главе с | губернатором»."""
    before = [token.lower for token in context.tokens_in(position - _LEADING, position)]
    return before[-3:] == ["во", "главе", "с"] or before[-3:] == ["во", "главе", "со"]


def _seats(context: Context, sentence: Sentence, position: int) -> list[str]:
    """«делегацию администрации Ленинского района»: the seat of the body that sent it."""
    named = context.mentions_in(sentence.start, position, "organization")
    tokens = context.layout.tokens
    sent = [m for m in named if not events().delegation.isdisjoint(t.lemma for t in tokens[m.first - 3 : m.first])]
    return [seat for m in sent if (seat := context.found.seats.get(m.entity))]


def welcomes(context: Context, position: int) -> bool:
    """«гостей встречал …», «делегацию приняла …»: is whoever is named at ``position`` at home?"""
    sentence = context.sentence_at(position)
    tokens = context.tokens_in(sentence.start, position)
    lemmas = {token.lemma for token in tokens if token.word is not None}
    guests = union(_GUESTS, events().delegation)
    if not lemmas.isdisjoint(events().greeting):
        told = not lemmas.isdisjoint(guests)
        if told or (any(token.lower in _THEM for token in tokens) and _are_told(context, sentence, guests)):
            return True
    return not lemmas.isdisjoint(_MEETING) and _with_guests(context, sentence, tokens, guests)


_THEM = frozenset({"их", "её", "ее", "ним"})


def _are_told(context: Context, sentence: Sentence, guests: frozenset[str]) -> bool:
    """«Омск посетили гости из Бреста. | Их | встретил …»."""
    before = context.layout.sentences[sentence.index - 1] if sentence.index else None
    return before is not None and bool(context.with_lemmas(before, guests))


def _with_guests(context: Context, sentence: Sentence, tokens: list[Token], guests: frozenset[str]) -> bool:
    """«С гостями встретился …», «с ней побеседовал …» of the delegation told of just before."""
    for lead, following in pairwise(tokens):
        if lead.lower not in {"с", "со"}:
            continue
        if following.lemma in guests:
            return True
        if following.lower in {"ней", "ними"} and sentence.index > 0:
            return bool(context.with_lemmas(context.layout.sentences[sentence.index - 1], guests))
    return False


def _homes(context: Context, sentence: Sentence, position: int) -> list[str]:
    tokens = context.layout.tokens
    return [c.place for c in delegations(context, sentence, set()) if tokens[c.first].start < position]
