"""Offers, needs and supplies: what one side has for, wants from or has got from another.

What has been done is a supply («закупили», «поставляет»); what is meant, wanted or to come is an offer of who gives
(«готовы поставлять») or a need of who gets («намерены закупить»).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from pobratim.model.reading import Offer, Quote
from pobratim.reading.context import Context
from pobratim.reading.once import union
from pobratim.reading.records.clauses import item_between
from pobratim.reading.records.lexicon import offers as words
from pobratim.reading.records.offers.contracts import contracted, so_many, wanted_in_shops
from pobratim.reading.records.offers.fairs import at_fair
from pobratim.reading.records.offers.items import is_mutual, item_after
from pobratim.reading.records.offers.needs import (
    asked_how,
    fetched,
    learned,
    liked,
    popular,
    taught,
    useful,
    wanted,
    wished,
)
from pobratim.reading.records.offers.nouns import is_adjective, kind_of
from pobratim.reading.records.offers.people import other_side
from pobratim.reading.records.offers.phrases import Item, phrase_from
from pobratim.reading.records.offers.sides import completed
from pobratim.reading.records.offers.telling import Told, bounded, found_at, infinitive_between, offer_of, told
from pobratim.reading.records.offers.trades import (
    in_use,
    made_for,
    on_shelves,
    passively_traded,
    sent_back,
    serving,
    staples,
    to_deliver,
    traded,
)
from pobratim.reading.records.scenes import Scene, scenes
from pobratim.reading.records.stands import Stands
from pobratim.reading.text.furniture import is_furniture
from pobratim.reading.text.segments import Token
from pobratim.reading.triggers import Gate, needs

_THINGS = frozenset({"goods", "technology"})
_KNOW_HOW = frozenset({"experience", "technology"})
_TOLD_OF = frozenset({"рассказать", "рассказывать"})
_TRYING = frozenset({"испытать", "опробовать", "протестировать", "попробовать"})
_SHOWS = frozenset({"выставка", "экспозиция", "форум", "презентация", "площадка", "гость", "делегация"})
_NEAR = 6
_TWO = 2
_OF_SOMEBODY = frozenset({"offer.shown", "offer.in_use", "offer.serving", "offer.liked"})
_READY = frozenset({"готовый", "готов"})
_STAY = frozenset({"tourism", "service", "experience"})
_BACK = frozenset({"обратно", "взамен", "навстречу", "очередь", "наоборот"})
_FIELDS = frozenset({"сфера", "область", "направление", "вопрос"})


def find_offers(context: Context, stands: Stands, quotes: list[Quote]) -> list[Offer]:
    """The offers of a document, each item once."""
    found: list[Offer] = []
    for scene in scenes(context, stands, quotes):
        if scene.in_title or is_furniture(scene.context.layout.text, scene.sentence.start):
            continue  # it says again what the text says
        taken: list[tuple[int, int]] = []
        for rule in _GATE.open_for(context, scene.sentence):
            for read, span in rule(scene):
                offer = _carried_on(scene, read, found)
                unknown = offer.from_ is None and offer.to is None
                if unknown and (len(stands.pair) < _TWO or offer.rule in _OF_SOMEBODY):
                    continue  # nobody knows between whom
                if any(start < span[1] and span[0] < end for start, end in taken):
                    continue
                taken.append(span)
                known = next((other for other in found if _same(offer, other)), None)
                if known is None:
                    found.append(offer)
                elif _says_more(offer, known):
                    found[found.index(known)] = offer
    return found


@needs(frozenset({"предложить"}))
def something_to_offer(scene: Scene) -> Iterator[Told]:
    """«Есть что предложить и в плане оздоровления …»: the item may stand in the next sentence."""
    tokens = scene.tokens
    for index in found_at(scene, frozenset({"предложить"})):
        if index < 2 or tokens[index - 1].lower != "что":
            continue
        for i in range(index + 1, min(len(tokens) - 3, index + 16)):
            if tokens[i].lower == "плане" and tokens[i - 1].lower == "в":
                last = next((j for j in range(i, len(tokens)) if tokens[j].text in {".", ";", "!"}), i + 1)
                heads = (tokens[j].word for j in range(i + 1, last))
                kind = next((k for word in heads if word is not None and (k := kind_of(word))), "service")
                item = Item(i + 1, last, kind, item_between(scene, i + 1, last))
                yield offer_of(scene, index, "offer", item, True, "offer.something_to_offer", 0.66)
                break


@needs(lambda: words().offering)
def offered(scene: Scene) -> Iterator[Told]:
    """«готовы предложить семена», «предложил соседям новые технологии»."""
    for index in found_at(scene, words().offering):
        item = item_after(scene, index, direct=True)
        if item is not None and not infinitive_between(scene, index, item.first):
            yield offer_of(scene, index, "offer", item, True, "offer.offered", 0.76)
        elif (tried := _tried(scene, index)) is not None:
            yield offer_of(scene, index, "offer", tried, True, "offer.to_try", 0.68)


def _tried(scene: Scene, index: int) -> Item | None:
    """«предложил соседям испытать новый комбайн»: goods that they may have."""
    following = range(index + 1, min(index + _NEAR, scene.sentence.last))
    verb = next((i for i in following if scene.tokens[i].lemma in _TRYING), None)
    return item_after(scene, verb, kinds=frozenset({"goods"})) if verb is not None else None


@needs(lambda: words().showing)
def shown(scene: Scene) -> Iterator[Told]:
    """«фабрики представили обувь», «показали образцы техники»: known goods only."""
    for index in found_at(scene, words().showing):
        word = scene.tokens[index].word
        if word is None or word.pos not in {"VERB", "PRTS", "INFN"}:
            continue
        ready = any(t.lemma in _READY for t in scene.tokens[max(scene.sentence.first, index - 3) : index + 3])
        if "показать" in word.lemmas and not (ready and word.pos == "INFN"):
            continue
        item = bounded(item_after(scene, index, direct=ready, kinds=None if ready else _THINGS), index)
        if item is not None:
            there = word.pos == "PRTS" and not _is_at_show(scene)
            yield offer_of(scene, index, "supply" if there else "offer", item, True, "offer.shown", 0.6)


def _is_at_show(scene: Scene) -> bool:
    """On a stand or at a forum, not in the shops («в Омске широко представлена минская обувь»)."""
    if scene.all_event_names or scene.with_lemmas(union(words().fairs, _SHOWS)):
        return True
    return any(True for kind in ("forum", "meeting") for _ in scene.trigger_nouns(kind))


@needs(lambda: words().sharing)
def shared(scene: Scene) -> Iterator[Told]:
    """«поделится опытом благоустройства», «рассказали об опыте»."""
    for index in found_at(scene, words().sharing):
        told_of = scene.tokens[index].lemma in _TOLD_OF
        item = item_after(scene, index, kinds=frozenset({"experience"}) if told_of else _KNOW_HOW)
        if item is not None and not is_mutual(scene, item):
            yield offer_of(scene, index, "offer", item, True, "offer.shared", 0.78)


@needs(lambda: words().hosting)
def hosted(scene: Scene) -> Iterator[Told]:
    """«готовы принять студентов на обучение», «пригласил на лечение в санатории»."""
    tokens = scene.tokens
    for index in found_at(scene, words().hosting):
        for i in range(index + 1, min(scene.sentence.last, index + 8)):
            word = tokens[i].word
            kind = kind_of(word) if word is not None else None
            if kind in _STAY and _preceding(scene, i).lower in {"на", "для"}:
                item = phrase_from(scene, i, str(kind))
                if item is not None:
                    yield offer_of(scene, index, "offer", item, True, "offer.hosted", 0.68)
                break


@needs(frozenset({"оздоровление", "лечение"}))
def recreation(scene: Scene) -> Iterator[Told]:
    """«обсудили оздоровление школьников в санаториях области»: rest that one side gives the other's people."""
    for index in found_at(scene, frozenset({"оздоровление", "лечение"})):
        word = scene.tokens[index].word
        if word is None or word.pos != "NOUN" or _preceding(scene, index).lemma in _FIELDS:
            continue
        item = phrase_from(scene, index, "tourism")
        if item is not None and item.last - item.first > 2:
            places = [s.place for s in scene.stands if s.start >= scene.tokens[index].start]
            has, wants = completed(scene, places[0] if places else None, None)
            yield told(scene, "offer", has, wants, item, "offer.recreation", 0.6)


@needs(frozenset({"есть", "быть", "иметься"}))
def they_have(scene: Scene) -> Iterator[Told]:
    """«у них есть интересные технологии, например, по водоснабжению»; the next sentence may go on."""
    tokens = scene.tokens
    for index in range(scene.sentence.first, scene.sentence.last):
        word = tokens[index].word
        if word is None or word.form not in {"есть", "имеются"}:
            continue
        for i in range(index + 1, min(scene.sentence.last, index + 5)):
            noun = tokens[i].word
            kind = kind_of(noun) if noun is not None else None
            if kind is None or kind == "goods":
                continue
            item = phrase_from(scene, i, kind)
            if item is None:
                continue
            more = _for_example(scene)
            theirs = any(token.lower in {"них", "коллег"} for token in tokens[scene.sentence.first : index])
            whole = Item(item.first, item.last, kind, f"{item.text} {more}" if more else item.text)
            yield offer_of(scene, index, "offer", whole, not theirs, "offer.they_have", 0.66)
            break


@needs(frozenset({"востребовать", "востребованный"}))
def in_demand(scene: Scene) -> Iterator[Told]:
    """«выпуск пассажирской техники, которая востребована у коллег»: the goods named before."""
    for index in found_at(scene, frozenset({"востребовать", "востребованный"})):
        if not any(t.lemma == "который" for t in scene.tokens[scene.sentence.first : index]):
            continue
        for i in range(index - 1, scene.sentence.first - 1, -1):
            word = scene.tokens[i].word
            if word is not None and kind_of(word) == "goods" and not word.lemmas & {"продукция", "товар"}:
                item = phrase_from(scene, i, "goods", index)
                if item is not None:
                    yield offer_of(scene, index, "offer", item, True, "offer.in_demand", 0.62)
                break


OfferRule = Callable[[Scene], Iterator[Told]]

OFFER_RULES: tuple[OfferRule, ...] = (
    something_to_offer,
    wished,
    wanted,
    learned,
    fetched,
    taught,
    asked_how,
    sent_back,
    shared,
    traded,
    passively_traded,
    to_deliver,
    made_for,
    at_fair,
    offered,
    hosted,
    recreation,
    they_have,
    in_demand,
    useful,
    popular,
    liked,
    in_use,
    serving,
    on_shelves,
    staples,
    contracted,
    so_many,
    wanted_in_shops,
    shown,
)
_GATE = Gate(OFFER_RULES)


# ---------------------------------------------------------------- what the rules share


def _preceding(scene: Scene, index: int) -> Token:
    """The token before the noun phrase whose head stands at ``index``."""
    first = index
    while first > scene.sentence.first + 1 and is_adjective(scene, first - 1):
        first -= 1
    return scene.tokens[max(first - 1, scene.sentence.first)]


def _for_example(scene: Scene) -> str:
    """The sentence that goes on: «Например, по водоснабжению и водоотведению»."""
    following = scene.sentence.index + 1
    sentences = scene.context.layout.sentences
    if following >= len(sentences) or sentences[following].paragraph != scene.sentence.paragraph:
        return ""
    tokens = scene.context.layout.tokens_of(sentences[following])
    if len(tokens) < 3 or tokens[0].lower != "например":
        return ""
    words_: list[str] = []
    for token in tokens[1:]:
        if token.text in {",", "—", "–", "."}:
            if words_:
                break
            continue
        words_.append(token.text)
    return " ".join(words_)


def _same(left: Offer, right: Offer) -> bool:
    """One item within the other, told twice; what is had already may be wanted again."""
    a, b = left.item.lower(), right.item.lower()
    return (a in b or b in a) and (left.direction == "supply") == (right.direction == "supply")


def _carried_on(scene: Scene, offer: Offer, found: list[Offer]) -> Offer:
    """«Омск поставляет в Минск муку. | Экспортируется также рыба»: between whom, is told in the sentence before."""
    if offer.from_ or offer.to:
        return _with_the_partner_before(scene, offer, found)
    back = any(token.lower in _BACK for token in scene.context.layout.tokens_of(scene.sentence))
    if scene.told_before is not None and not back:
        last = next((other for other in reversed(found) if other.evidence == (scene.told_before.span,)), None)
        if last is not None and last.from_ and last.to:
            return replace(offer, from_=last.from_, to=last.to)
    host = _host_of_pair(scene)
    if offer.kind == "experience" and offer.direction == "need" and host is not None:
        return replace(offer, from_=host, to=other_side(scene, host))  # guests learn from their hosts
    return offer


def _with_the_partner_before(scene: Scene, offer: Offer, found: list[Offer]) -> Offer:
    """«Омская область поставляет в Беларусь муку. | Импортирует мебель»: from there, where no place is named again."""
    named = scene.context.places_in(*scene.span) or scene.organizations or scene.stands
    if scene.told_before is None or named:
        return offer
    before = next((other for other in reversed(found) if other.evidence == (scene.told_before.span,)), None)
    if before is None or not before.from_ or not before.to:
        return offer
    if offer.to in {before.from_, before.to} and offer.from_ not in {before.from_, before.to}:
        return replace(offer, from_=before.to if offer.to == before.from_ else before.from_)
    if offer.from_ in {before.from_, before.to} and offer.to not in {before.from_, before.to}:
        return replace(offer, to=before.to if offer.from_ == before.from_ else before.from_)
    return offer


def _host_of_pair(scene: Scene) -> str | None:
    """Which of the two places the guests came to, be it told by its country alone («визит в Беларусь»)."""
    by_id, host, pair = scene.context.by_id, scene.stands_of_document.host, scene.stands_of_document.pair
    if host is None or host in pair:
        return host
    inside = [place for place in pair if by_id[host].type == "country" and by_id[place].country == by_id[host].country]
    return inside[0] if len(inside) == 1 else None


def _says_more(offer: Offer, known: Offer) -> bool:
    """«белорусские автобусы на газомоторном топливе» behind «автобусы»: the fuller item, and both sides."""
    fuller = len(offer.item) > len(known.item) and offer.direction == known.direction
    return fuller and offer.from_ is not None and offer.to is not None
