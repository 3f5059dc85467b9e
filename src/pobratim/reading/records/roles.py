"""The role of a place in its sentence, as the preposition before it has it: «в Омск», «из Бреста», «с Лидой»."""

from __future__ import annotations

from typing import Literal

from pobratim.reading.context import Context
from pobratim.reading.records.place_kinds import PLACE_NOUNS, TWIN_NOUNS
from pobratim.reading.text.morph import Word

Role = Literal["in", "to", "from", "with", "between", "other"]

_PREPOSITION_ROLE: dict[str, Role] = {"из": "from", "с": "with", "со": "with", "между": "between"}


def role_before(context: Context, first: int, last: int, place: str) -> Role:
    """The role that the preposition before the words gives, looking over adjectives and «город»."""
    tokens = context.layout.tokens
    first = _before_whose_twin(context, first)
    if _locates_house(context, first, last):
        return "in"
    for index in range(first - 1, max(-1, first - 4), -1):
        word = tokens[index].word
        if word is None:
            return "other"
        if word.form in {"в", "во", "на"}:
            name = tokens[last - 1].word
            cases = name.cases if name else set()
            return "to" if "loct" not in cases and "accs" in cases else "in"
        if word.form == "по" and context.by_id[place].type != "city":
            return "in"  # «поездка по Беларуси»
        if word.form in _PREPOSITION_ROLE:
            return _PREPOSITION_ROLE[word.form]
        nominative = tokens[last - 1].lower == context.by_id[place].name.lower()  # «в городе-побратиме | Кореличи»
        twin = not word.lemmas.isdisjoint(TWIN_NOUNS) and (nominative or not _may_own(tokens[last - 1].word))
        generic = twin or word.lemma in PLACE_NOUNS
        if not generic and not word.lemmas.isdisjoint(_HEADS):
            continue
        if not generic and (tokens[index].capital or not word.is_pos("ADJF", "NUMR")):
            return "other"
    return "other"


def _locates_house(context: Context, first: int, last: int) -> bool:
    """«в выставочном центре «Луч» (| Минская область)»: where the house lies that something is in."""
    tokens = context.layout.tokens
    if first < _LEAST or last >= len(tokens) or (tokens[first - 1].text, tokens[last].text) != ("(", ")"):
        return False
    if tokens[first - 2].text not in {"»", '"', "”"}:
        return False
    before = context.tokens_in(context.sentence_at(tokens[first].start).start, tokens[first - 2].start)
    return any(token.lower in {"в", "во", "на"} for token in before[-_HOUSE:])


_LEAST = 3
_HOUSE = 9
"""Tokens from «в», «на» to the closing quotation mark of the house's name."""


def _before_whose_twin(context: Context, first: int) -> int:
    """«в город-побратим Твери | Оснабрюк»: the first token of «город-побратим», whose owner is named between."""
    tokens = context.layout.tokens
    for index in range(first - 2, max(-1, first - 4), -1):
        word = tokens[index].word
        if word is not None and not word.lemmas.isdisjoint(TWIN_NOUNS):
            between = context.places_in(tokens[index].end, tokens[first].start)
            return index if between and between[-1].last == first else first
    return first


_HEADS = frozenset({"руководство", "власть", "правительство", "администрация", "мэрия"})
"""Common nouns for those who govern a place: «соглашения с | руководством Хорезмской области»."""


def _may_own(name: Word | None) -> bool:
    """«(в город-побратим) Твери»: a genitive may say whose twin it is, «(в городе-побратиме) Светлом» does not."""
    return name is None or name.is_case("gent")
