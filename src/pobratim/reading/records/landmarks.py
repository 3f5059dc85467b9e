"""Places that nobody acts for: those from which another is reckoned («в 15 км от Москвы»), and those in the name of a
happening («Купалье» («Александрия собирает друзей»))."""

from __future__ import annotations

import re

from pobratim.reading.context import Context, Mention
from pobratim.reading.text.segments import DESCRIBING, Token

_DISTANCE = re.compile(
    r"км|километр\w*|неподал[её]ку|недалеко|поодаль|вдали|езды"
    r"|(?:(?:юго|северо)-)?(?:запад|восток|юг|север)у"
)
_NEARER = re.compile(r"(?:(?:юго|северо)-)?(?:западнее|восточнее|южнее|севернее)")
_REACH = 3
"""Tokens from «км», «западу» to «от» («в 20 км к западу | от»)."""


def is_landmark(context: Context, mention: Mention) -> bool:
    """«в 20 км от Гродно», «неподалёку от города Лиды», «к западу от Омска», «южнее Минска»: nobody of it acts."""
    tokens = context.layout.tokens
    first = context.sentence_at(mention.start).first
    index = mention.first - 1
    while index > first and _goes_before_name(tokens[index]):
        index -= 1
    if index < first:
        return False
    if _NEARER.fullmatch(tokens[index].lower):
        return True
    if tokens[index].lower != "от":
        return False
    before = tokens[max(first, index - _REACH) : index]
    return any(_DISTANCE.fullmatch(token.lower) for token in before)


def is_slogan(context: Context, mention: Mention) -> bool:
    """«праздник «Купалье» («| Александрия собирает друзей»)»: the second name of what the first names."""
    tokens, first = context.layout.tokens, context.sentence_at(mention.start).first
    opening = [token.text for token in tokens[max(first, mention.first - 3) : mention.first]]
    return len(opening) == _BRACKETED and opening[0] in _CLOSING and opening[1] == "(" and opening[2] in _OPENING


def is_seat_of_mission(context: Context, mention: Mention) -> bool:
    """«руководитель отделения посольства Беларуси в | Уфе | Иван Лаптев»: where his office is, in the midst of it."""
    tokens, sentence = context.layout.tokens, context.sentence_at(mention.start)
    if not any(person.first == mention.last for person in context.mentions_in(mention.end, sentence.end, "person")):
        return False
    for token in reversed(tokens[max(sentence.first, mention.first - _OFFICE) : mention.first]):
        word = token.word
        if word is None or word.pos in {"VERB", "PRTS", "GRND", "INFN"}:
            return False
        if not word.lemmas.isdisjoint(_MISSIONS):
            return True
    return False


_OFFICE = 9
"""Tokens from «посольство» to the town that a branch of it is in."""
_MISSIONS = frozenset({"посольство", "консульство", "генконсульство", "представительство"})
_BRACKETED = 3
"""Signs between two names in quotation marks, the second in brackets."""
_OPENING, _CLOSING = frozenset('«"“'), frozenset('»"”')


def _goes_before_name(token: Token) -> bool:
    return token.is_mostly(DESCRIBING) or (token.word is not None and not token.word.lemmas.isdisjoint(_TOWN))


_TOWN = frozenset({"город", "столица", "посёлок", "поселок", "село"})
