"""Places that are named only to say how far and in which direction from them another lies: «в 15 км от Москвы»."""

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


def _goes_before_name(token: Token) -> bool:
    return token.is_mostly(DESCRIBING) or (token.word is not None and not token.word.lemmas.isdisjoint(_TOWN))


_TOWN = frozenset({"город", "столица", "посёлок", "поселок", "село"})
