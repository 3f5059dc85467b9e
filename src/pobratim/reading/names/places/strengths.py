"""How surely a place of the gazetteer is what a capitalised word means: a town has the name of many a person and of
many a common word."""

from __future__ import annotations

from collections.abc import Sequence

from pobratim.reading.names.names import titles
from pobratim.reading.names.places.gazetteer import GazetteerPlace
from pobratim.reading.names.places.placenames import (
    KNOWN,
    POSSIBLE,
    TAGGED,
    TYPED,
    WEAK,
    genitive_of,
    is_national,
    place_words,
)
from pobratim.reading.names.places.signs import called_behind, in_country, sign_of
from pobratim.reading.names.places.words import PART, may_be_unknown
from pobratim.reading.text.morph import Parse
from pobratim.reading.text.segments import Layout, Sentence, Token


def strength_of(
    layout: Layout,
    sentence: Sentence,
    i: int,
    length: int,
    place: GazetteerPlace,
    kinds: dict[int, str],
    *,
    typed: bool,
) -> int:
    """How surely the gazetteer's place is what the text means here."""
    tokens = layout.tokens
    token = tokens[i]
    if typed:
        return TYPED
    if place.type != "city" or length > 1:
        return KNOWN + 5
    parses = token.word.parses if token.word else ()
    geographic = any("Geox" in parse.tags for parse in parses)
    before = tokens[i - 1] if i else None
    if may_be_unknown(token) and before is not None and _owns(before) and genitive_of(token, place):
        return KNOWN
    kind = kinds.get(i)
    if kind == PART or (kind == kinds.get(i - 1) == "PER" and before is not None and _given(before)):
        return POSSIBLE  # «оркестр имени Леонида Иванова»
    if _dateline(tokens, i) or (before is not None and is_national(before)):
        return KNOWN
    if _is_visited_first(tokens, sentence, i):
        return KNOWN
    alone = kind == "PER" and kinds.get(i - 1) != "PER" and kinds.get(i + length) != "PER"
    if alone and place.population >= 100_000 and not geographic and may_be_unknown(token):
        return KNOWN  # «Оснабрюка»: the tagger takes it for a person, but a large town has the name
    if kind == "LOC" or (
        before is not None
        and before.lemma in titles()
        and genitive_of(token, place)
        and may_be_unknown(token)
    ):
        return KNOWN
    if kind == "ORG":
        return WEAK if geographic else POSSIBLE
    if may_be_unknown(token) and (
        sign_of(tokens, sentence, i, i + length)
        or in_country(tokens, sentence, i + length)
        or called_behind(tokens, sentence, i + length)
    ):
        return KNOWN
    if before is not None and before.lower in ("в", "во", "из") and _names_only(parses):
        return KNOWN if sign_of(tokens, sentence, i, i + length) else POSSIBLE
    if place.population >= 100_000 and geographic:
        return KNOWN if _only_place(parses) or (kind == "PER" and not _person_around(tokens, i)) else WEAK
    if geographic and place.population >= 5_000 and _only_place(parses):
        return TAGGED if kind is None or _person_around(tokens, i) else KNOWN
    signed = place.population >= _SIGNED and sign_of(tokens, sentence, i, i + length)
    if signed and _alone(tokens, sentence, i, i + length):
        return KNOWN  # «мэр Ниша», though «ниша» is a common word
    no_holder = before is not None and before.lemma not in titles()
    if alone and geographic and no_holder and _of_twins(tokens[sentence.first : sentence.last]):
        return TAGGED + 6  # «город-партнёр у нас есть: это Тутаев»
    if kind is None and place.population >= _LARGE and _alone(tokens, sentence, i, i + length):
        return TAGGED  # «Семей», «Бор»: large towns whose names are common words too
    return POSSIBLE


_LARGE = 70_000
"""People of a town that a capital alone, within a sentence, is enough to name."""


_SIGNED = 30_000
"""The same where the words before it say that it is a town."""


def _alone(tokens: Sequence[Token], sentence: Sentence, first: int, last: int) -> bool:
    """Does it stand within a sentence, no capital and no quotation mark beside it?"""
    end = sentence.last - (tokens[sentence.last - 1].text == ".")
    near = [tokens[j] for j in (first - 1, last) if sentence.first < j < end]
    return (
        first > sentence.first
        and not tokens[first].text.isupper()
        and not any(token.capital or token.text in "«»\"“”„.:-–—" for token in near)
    )


def _owns(before: Token) -> bool:
    """Does the word before a name say that it is a town's («делегация Кирова»)?"""
    return before.lemma in place_words("town", "owners")


def _is_visited_first(tokens: Sequence[Token], sentence: Sentence, i: int) -> bool:
    """«Кобрин посетили депутаты»: before a verb in the plural one name is its object, whoever may be called so too."""
    verb = tokens[i + 1].word if i == sentence.first and i + 1 < sentence.last else None
    if verb is None or not verb.is_plural_verb():
        return False
    return not verb.lemmas.isdisjoint(place_words("signs", "visited"))


def _dateline(tokens: Sequence[Token], i: int) -> bool:
    """«МИНСК, 12 фев», «Астрахань. 28 ноября.»: the name of a town at the beginning of a paragraph."""
    return (i == 0 or tokens[i].start > tokens[i - 1].end + 1 or tokens[i - 1].text in ".!?»") and (
        i + 2 < len(tokens) and tokens[i + 1].text in ",." and tokens[i + 2].text.isdigit()
    )


def _only_place(parses: Sequence[Parse]) -> bool:
    return all("Geox" in parse.tags for parse in parses if parse.score > 0.05)


def _names_only(parses: Sequence[Parse]) -> bool:
    """Is it a name and no common word («в Пушкино», «из Ершова»)?"""
    names = {"Surn", "Name", "Geox"}
    return bool(parses) and all(parse.tags & names for parse in parses if parse.score > 0.05)


def _person_around(tokens: Sequence[Token], i: int) -> bool:
    near = [tokens[j] for j in (i - 1, i + 1) if 0 <= j < len(tokens)]
    return any(token.word is not None and token.word.with_tags("Name") and token.capital for token in near)


def _given(token: Token) -> bool:
    return token.word is not None and bool(token.word.with_tags("Name"))


def _of_twins(words: Sequence[Token]) -> bool:
    return any(token.lemma in place_words("signs", "twins") for token in words)
