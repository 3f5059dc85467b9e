"""Goods told in other ways: a contract for them, so many units of them bought, what people want to see in the shops."""

from __future__ import annotations

from collections.abc import Iterator

from pobratim.reading.once import union
from pobratim.reading.records.lexicon import offers as words
from pobratim.reading.records.lexicon import plans
from pobratim.reading.records.offers.items import item_after
from pobratim.reading.records.offers.nouns import hangs_on_preposition, kind_of
from pobratim.reading.records.offers.phrases import phrase_from
from pobratim.reading.records.offers.telling import Told, found_at, offer_of
from pobratim.reading.records.scenes import Scene
from pobratim.reading.text.segments import Token
from pobratim.reading.triggers import needs

_CONTRACTS = frozenset({"контракт", "госконтракт", "договор", "заказ"})
_GOODS = frozenset({"goods"})
_SEEING = frozenset({"видеть", "увидеть"})
_WANTING = frozenset({"хотеть", "хотеться", "рад"})
_SHELVES = frozenset({"прилавок", "полка", "магазин"})
_NEAR = 6


@needs(_CONTRACTS)
def contracted(scene: Scene) -> Iterator[Told]:
    """«исполнен контракт на двадцать трамваев»: the goods stand right behind «на»."""
    for index in found_at(scene, _CONTRACTS):
        if index + 2 >= scene.sentence.last or scene.tokens[index + 1].lower != "на":
            continue
        item = item_after(scene, index + 1, kinds=_GOODS)
        between = (scene.tokens[i] for i in range(index + 2, item.first if item is not None else 0))
        if item is not None and all(_counts(token) for token in between):
            ordered = scene.tokens[index].lemma == "заказ"  # «получил заказ на двадцать прицепов»: still to be made
            direction = "offer" if ordered or is_to_be_made(scene, index) else "supply"
            yield offer_of(scene, index, direction, item, True, "offer.contracted", 0.62, agentless=not ordered)


def _counts(token: Token) -> bool:
    """«двадцать», «20», «партию»."""
    number = token.text[0].isdigit() or (token.word is not None and token.word.is_pos("NUMR"))
    return number or token.lemma in words().measures


def is_to_be_made(scene: Scene, index: int) -> bool:
    """«планируется заключить контракт», «подпишут контракт»: it is still to come."""
    for i in range(scene.clauses.begin_at(index), index):
        word = scene.tokens[i].word
        if word is None:
            continue
        if word.lemmas & plans().intention or "futr" in word.parses[0].tags or word.pos == "INFN":
            return True
    return False


def is_contracted(scene: Scene, index: int) -> bool:
    """«контракт на поставку автобусов»: bought already, if it is made."""
    tokens = scene.tokens
    if index - 2 < scene.sentence.first or tokens[index - 1].lower != "на" or tokens[index - 2].lemma not in _CONTRACTS:
        return False
    return not is_to_be_made(scene, index - 2)


@needs(lambda: union(words().gets, words().gives))
def so_many(scene: Scene) -> Iterator[Told]:
    """«минской техники за год закуплено 80 единиц»: the goods in the genitive before, their number behind."""
    for index in found_at(scene, union(words().gets, words().gives)):
        word = scene.tokens[index].word
        if word is None or word.pos != "PRTS" or not word.form.endswith("о") or not _counted(scene, index):
            continue
        for i in range(index - 1, scene.clauses.begin_at(index) - 1, -1):
            noun = scene.tokens[i].word
            if noun is None or kind_of(noun) != "goods" or hangs_on_preposition(scene, i):
                continue
            item = phrase_from(scene, i, "goods", index)
            if item is not None and any(parse.case == "gent" for parse in noun.parses):
                gets = bool(word.lemmas & words().gets)
                yield offer_of(scene, index, "supply", item, not gets, "offer.so_many", 0.66, agentless=True)
            break


def _counted(scene: Scene, index: int) -> bool:
    """«(закуплено) уже 80 единиц»."""
    following = scene.tokens[index + 1 : min(index + _NEAR, scene.sentence.last)]
    return any(token.lemma in words().measures for token in following) and any(_counts(token) for token in following)


@needs(_SEEING)
def wanted_in_shops(scene: Scene) -> Iterator[Told]:
    """«жители хотели бы видеть на прилавках больше минского сыра»."""
    tokens = scene.tokens
    for index in found_at(scene, _SEEING):
        before = tokens[max(scene.sentence.first, index - _NEAR) : index]
        near = range(index + 1, min(index + _NEAR, scene.sentence.last))
        shelf = next((i for i in near if tokens[i].lemma in _SHELVES), None)
        if shelf is None or not any(token.lemma in _WANTING for token in before):
            continue
        item = item_after(scene, shelf, kinds=_GOODS)
        if item is not None:
            yield offer_of(scene, index, "need", item, False, "offer.wanted_in_shops", 0.6)
