"""What a side wants from another: things, and to learn how they do it."""

from __future__ import annotations

from collections.abc import Iterator

from pobratim.model.reading import PLACE_TYPES
from pobratim.reading.names.places.adjectives import place_of_adjective
from pobratim.reading.once import union
from pobratim.reading.records.clauses import has_lemma_between, is_noun, item_between
from pobratim.reading.records.lexicon import events
from pobratim.reading.records.lexicon import offers as words
from pobratim.reading.records.offers.items import is_mutual, item_after, item_before
from pobratim.reading.records.offers.phrases import Item, phrase_from
from pobratim.reading.records.offers.sides import (
    at_whose,
    beneficiary,
    completed,
    given_to,
    made_by,
    of_place,
    subject_of,
)
from pobratim.reading.records.offers.telling import Told, bounded, found_at, offer_of, told
from pobratim.reading.records.scenes import Scene
from pobratim.reading.text.morph import Word
from pobratim.reading.triggers import needs

_GETTING_TO_KNOW = frozenset({"познакомиться", "знакомиться", "ознакомиться", "ознакомление", "знакомство"})
_LIKING = frozenset({"знать", "ценить", "оценить", "полюбить", "любить", "распробовать"})
_KNOW_HOW = frozenset({"experience", "technology"})
_THINGS = frozenset({"goods", "technology"})
_ATTRACTING = frozenset(
    {"вызвать", "привлечь", "привлекать", "вызывать", "представлять", "проявить", "проявлять", "выразить"}
)
_LOOKING = frozenset({"смотреть", "приглядываться", "приглядеться", "посматривать"})
_ABSTRACT = ("ние", "тие", "ция", "сия", "сть", "ство", "зм", "ка", "ект", "акт", "язь")
_SEEN = frozenset({"посмотреть", "увидеть", "узнать", "понять", "изучить"})
_TAKING_PART = frozenset({"участвовать", "поучаствовать", "помочь", "помогать"})
_PUT_TO_USE = frozenset({"внедрить", "использовать"})


@needs(lambda: words().needing)
def wanted(scene: Scene) -> Iterator[Told]:
    """«заинтересованы в закупке лифтов», «нуждается в автобусах», «ищет поставщиков», «ждут баранину»."""
    for index in found_at(scene, words().needing):
        item = _wanted_item(scene, index)
        if item is None or not _can_be_wanted(scene, index, item):
            continue
        goal = given_to(scene, index, item) if has_lemma_between(scene, index, item.first, words().deliveries) else None
        subject = subject_of(scene, index, item)
        if goal is not None and subject != goal and not _attracts(scene, index):
            yield offer_of(scene, index, "offer", item, True, "offer.wants_to_deliver", 0.66)
        elif (whose := _whose_need(scene, index)) is not None:
            has, wants = completed(scene, made_by(scene, index, item), whose)
            yield told(scene, "need", has, wants, item, "offer.wanted", 0.76)
        elif _attracts(scene, index):
            has, wants = completed(scene, made_by(scene, index, item), _attracted(scene, index))
            yield told(scene, "need", has, wants, item, "offer.attracts", 0.74)
        else:
            yield offer_of(scene, index, "need", item, False, "offer.wanted", 0.76)


@needs(lambda: words().useful)
def useful(scene: Scene) -> Iterator[Told]:
    """«городу нужны троллейбусы», «пермякам пригодится опыт», «интересен опыт коллег», «востребованы лифты»."""
    for index in found_at(scene, words().useful):
        word = scene.tokens[index].word
        if word is None or word.pos not in {"ADJS", "PRTS", "VERB", "PRED", "ADVB"} or _governs_verb(scene, index):
            continue
        if scene.tokens[index - 1].lower in {"не", "чтобы"}:
            continue  # «не такие участки, чтобы требовалась большая техника»
        item = _people_after(scene, index) or bounded(item_after(scene, index), index) or item_before(scene, index)
        if item is not None:
            has, wants = completed(scene, made_by(scene, index, item), beneficiary(scene, item))
            if has is not None or wants is not None:
                yield told(scene, "need", has, wants, item, "offer.useful", 0.66)


@needs(frozenset({"пользоваться"}))
def popular(scene: Scene) -> Iterator[Told]:
    """«минские тракторы пользуются спросом у омских аграриев», «наибольшим спросом пользуются тракторы»."""
    for index in found_at(scene, frozenset({"пользоваться"})):
        near = scene.tokens[max(scene.sentence.first, index - 2) : index + 4]
        if not any(token.lemma in {"спрос", "популярность"} for token in near):
            continue
        item = item_before(scene, index) or item_after(scene, index, kinds=frozenset({"goods"}))
        if item is not None and item.kind == "goods":
            has, wants = completed(scene, of_place(scene, item), at_whose(scene, index))
            yield told(scene, "need", has, wants, item, "offer.popular", 0.6)


@needs(lambda: words().learning)
def learned(scene: Scene) -> Iterator[Told]:
    """«перенять опыт благоустройства у Минска», «изучают практику», «познакомились с опытом»."""
    for index in found_at(scene, words().learning):
        word = scene.tokens[index].word
        done = word is not None and word.pos == "PRTS"
        item = item_before(scene, index) if done else item_after(scene, index, kinds=_KNOW_HOW)
        if item is None or item.kind not in _KNOW_HOW or is_mutual(scene, item) or _is_of_goods(scene, item):
            continue
        if item.kind == "experience" or not (_puts_to_use(scene, index) or _is_of_tour(scene, index)):
            yield offer_of(scene, index, "need", item, False, "offer.learned", 0.74)


def _is_of_goods(scene: Scene, item: Item) -> bool:
    """«познакомились с новыми моделями комбайнов»: kinds of goods, not of doing things."""
    nouns = [i for i in range(item.first, item.last) if is_noun(scene, i)]
    if len(nouns) < _MODEL_OF or scene.tokens[nouns[0]].lemma != "модель":
        return False
    return words().kinds.get(scene.tokens[nouns[1]].lemma) == "goods"


_MODEL_OF = 2


@needs(frozenset({"опыт"}))
def fetched(scene: Scene) -> Iterator[Told]:
    """«приехали за опытом благоустройства»."""
    tokens = scene.tokens
    for index in found_at(scene, frozenset({"опыт"})):
        item = phrase_from(scene, index, "experience")
        if item is None or tokens[index].lower != "опытом" or tokens[item.first - 1].lower != "за":
            continue
        yield offer_of(scene, item.first - 1, "need", item, False, "offer.fetched", 0.66)


@needs(frozenset({"поучиться", "учиться", "научиться"}))
def taught(scene: Scene) -> Iterator[Told]:
    """«у белорусов стоит поучиться чистоте улиц», «этому опыту будем учиться»: what is learned is in the dative."""
    for index in found_at(scene, frozenset({"поучиться", "учиться", "научиться"})):
        last = scene.sentence.last
        for i in range(index + 1, min(index + 4, last)):
            word = scene.tokens[i].word
            if word is None or word.pos not in {"NOUN", "ADJF", "PRTF"}:
                break
            if word.pos == "NOUN":
                if any(parse.case == "datv" for parse in word.parses) and "inan" in word.parses[0].tags:
                    item = phrase_from(scene, i, "experience")
                    if item is not None:
                        yield offer_of(scene, index, "need", item, False, "offer.taught", 0.6)
                break


@needs(lambda: union(words().sharing, _TAKING_PART))
def wished(scene: Scene) -> Iterator[Told]:
    """«заинтересован в том, чтобы омичи поделились наработками, помогли с ремонтом котельных»."""
    tokens = scene.tokens
    for index in found_at(scene, union(words().sharing, _TAKING_PART)):
        before = range(scene.sentence.first + 1, index)
        chosen = [i for i in before if tokens[i].lower == "чтобы"]
        if not chosen or not has_lemma_between(scene, scene.sentence.first, chosen[0], words().needing):
            continue
        shares = bool(tokens[index].word and tokens[index].word.lemmas & words().sharing)  # type: ignore[union-attr]
        item = item_after(scene, index, kinds=frozenset({"experience"}) if shares else frozenset({"service"}))
        if item is not None:
            has = _first_named(scene, chosen[0], index) or subject_of(scene, index, item)
            asking = scene.people[0] if scene.people else None
            who = scene.stands_of_document.place_of_person.get(asking) if asking else None
            yield told(scene, "need", *completed(scene, has, who if who != has else None), item, "offer.wished", 0.62)


@needs(_LIKING)
def liked(scene: Scene) -> Iterator[Told]:
    """«на Вятке хорошо знают белорусские тракторы», «омичи полюбили минскую обувь»: goods that are there already."""
    for index in found_at(scene, _LIKING):
        item = bounded(item_after(scene, index, kinds=frozenset({"goods"})), index)
        if item is None or scene.tokens[item.last - 1].lemma in {"товар", "продукция"}:
            continue
        has = of_place(scene, item) or _first_named(scene, index, item.first)
        if has is not None:
            who = subject_of(scene, index, item)
            yield told(scene, "supply", *completed(scene, has, who if who != has else None), item, "offer.liked", 0.6)


def asked_how(scene: Scene) -> Iterator[Told]:
    """«хотим посмотреть, как соседи убирают снег», «интересно, как устроены слушания»."""
    tokens = scene.tokens
    for index in range(scene.sentence.first, scene.sentence.last - 3):
        word = tokens[index].word
        if word is None or tokens[index + 1].text != "," or tokens[index + 2].lower != "как":
            continue
        if tokens[index + 3].lower == "можно" and index + 4 < scene.sentence.last and _compares(tokens[index + 4].word):
            continue  # «увидеть как можно больше»
        asks = "интересно" in word.lemmas or (word.pos == "INFN" and word.lemmas & _SEEN)
        if not asks:
            continue
        last = scene.clauses.end_at(index + 3)
        last = next((i for i in range(index + 3, last) if tokens[i].text == ","), last)
        item = Item(index + 3, last, "experience", item_between(scene, index + 3, last))
        there = [s.place for s in scene.stands if s.role == "in" and s.start > tokens[index].start]
        if item.text and there:
            yield told(scene, "need", *completed(scene, there[0], None), item, "offer.asked_how", 0.62)
        elif item.text:
            yield offer_of(scene, index, "need", item, False, "offer.asked_how", 0.6)


# ---------------------------------------------------------------- what the rules share


def _wanted_item(scene: Scene, index: int) -> Item | None:
    """«заинтересованы в …», «интерес к …», «ищет поставщиков …», «ждут …», «просят прислать …»."""
    tokens = scene.tokens
    word = tokens[index].word
    assert word is not None
    last = scene.sentence.last
    if word.lemmas & {"просить", "попросить", "просьба"}:
        for i in range(index + 1, min(index + 8, last)):
            after = tokens[i].word
            if after is not None and after.pos == "INFN":
                if after.lemmas & _TAKING_PART:
                    return None
                if after.lemmas & {"оказать", "оказывать"}:
                    return _help_after(scene, i)
                return item_after(scene, i) or _people_after(scene, i)
        return item_after(scene, index) if any(t.lower == "о" for t in tokens[index + 1 : index + 3]) else None
    if word.lemmas & {"искать"}:
        near = range(index + 1, min(index + 6, last))
        dealer = next((i for i in near if tokens[i].lemma in {"поставщик", "производитель"}), None)
        return item_after(scene, dealer, strict=True) if dealer is not None else item_after(scene, index)
    if word.lemmas & {"внимание", "интерес"} and word.pos == "NOUN":
        near = range(index + 1, min(index + 7, last))
        attracting = [i for i in near if tokens[i].lemma in _ATTRACTING]
        if not attracting and tokens[index].lemma == "внимание":
            return None
        at = attracting[0] if attracting else index
        return item_after(scene, at, kinds=_THINGS | _KNOW_HOW)
    if word.pos == "NOUN" and word.lemmas & (_NEEDS | {"спрос"}):
        of_whom = range(index + 1, min(index + 4, last))  # «потребность края в технике»
        stands = next((i for i in of_whom if tokens[i].lower in {"на", "в"}), None)
        return item_after(scene, stands) if stands is not None and not _is_abstract(scene, stands + 1) else None
    if word.pos in {"ADJS", "PRTS", "ADJF"} and word.lemmas & {"заинтересовать", "заинтересованный"}:
        return item_after(scene, index) or _deliveries_after(scene, index) or _things_after(scene, index)
    if word.lemmas & _LOOKING:
        ahead = index + 1 < last and tokens[index + 1].lower == "на"
        return bounded(item_after(scene, index, kinds=frozenset({"goods"})), index) if ahead else None
    if word.pos == "VERB" and word.lemmas & {"заинтересовать", "интересовать"}:
        return item_after(scene, index) or item_before(scene, index)
    if word.lemmas & {"рассчитывать"}:
        return _help_after(scene, index) if scene.tokens[index + 1].lower == "на" else None
    return item_after(scene, index)


def _whose_need(scene: Scene, index: int) -> str | None:
    """«потребность (города) Омска в технике»: the place right behind the noun."""
    word = scene.tokens[index].word
    if word is None or word.pos != "NOUN" or not word.lemmas & _NEEDS:
        return None
    named = (m for i in range(index + 1, min(index + 3, scene.sentence.last)) if (m := scene.mention_at(i)) is not None)
    mention = next(named, None)
    return mention.entity if mention and scene.context.by_id[mention.entity].type in PLACE_TYPES else None


_NEEDS = frozenset({"запрос", "потребность", "заинтересованность"})


def _help_after(scene: Scene, index: int) -> Item | None:
    """«рассчитывают на помощь специалистов при ремонте», «просят оказать …»: what help it is must be told."""
    near = range(index + 1, min(index + 4, scene.sentence.last))
    head = next((i for i in near if scene.tokens[i].lemma in _HELP), None)
    if head is None:
        return None
    item = phrase_from(scene, head, "service")
    return item if item is not None and item.last > head + 1 else None


_HELP = frozenset({"помощь", "содействие", "поддержка"})


def _is_abstract(scene: Scene, first: int) -> bool:
    """«(заинтересованность) в совместном развитии транспорта»: the first noun is nothing that is delivered."""
    nouns = (w for t in scene.tokens[first : first + _NEAR] if (w := t.word) is not None and w.pos == "NOUN")
    noun = next(nouns, None)
    return noun is not None and bool(noun.lemmas & words().abstract)


_NEAR = 4


def _first_named(scene: Scene, first: int, last: int) -> str | None:
    """The place or firm named last between two tokens: «чтобы специалисты «Водоканала» поделились»."""
    for i in range(last - 1, first, -1):
        mention = scene.mention_at(i)
        if mention is not None and scene.context.by_id[mention.entity].type != "person":
            return mention.entity
        place = place_of_adjective(scene.context, scene.tokens[i])
        if place is not None:
            return place
    return None


def _things_after(scene: Scene, index: int) -> Item | None:
    """«заинтересованы в домокомплектах»: things in the plural that no list knows."""
    following = range(index + 2, min(index + 5, scene.sentence.last))
    if index + 1 >= scene.sentence.last or scene.tokens[index + 1].lower != "в":
        return None
    for i in following:
        word = scene.tokens[i].word
        if word is None or word.pos not in {"ADJF", "NOUN"} or scene.mention_at(i) is not None:
            return None
        if word.pos == "NOUN":
            parse = word.parses[0]
            known = word.lemmas & (words().abstract | words().measures | events().nouns.keys())
            thing = parse.number == "plur" and "inan" in parse.tags and not parse.lemma.endswith(_ABSTRACT)
            return phrase_from(scene, i, "goods") if thing and not known else None
    return None


def _can_be_wanted(scene: Scene, index: int, item: Item) -> bool:
    """Not «здание нуждается в ремонте», «участников ждут экскурсии»."""
    word = scene.tokens[index].word
    assert word is not None
    if "нуждаться" in word.lemmas and item.kind == "service":
        return False
    return "ждать" not in word.lemmas or item.kind in {"goods", "experience"}


def _governs_verb(scene: Scene, index: int) -> bool:
    """«нужно оформить бумаги»."""
    near = scene.tokens[index + 1 : min(index + 4, scene.sentence.last)]
    words_ = [token.word for token in near]
    neuter = scene.tokens[index].lower.endswith("о")
    return neuter and any(word is not None and word.pos == "INFN" for word in words_)


def _deliveries_after(scene: Scene, index: int) -> Item | None:
    """«заинтересованы в закупке сеялок»: the noun makes sure that goods follow."""
    nouns = union(words().deliveries, words().purchases)
    for i in range(index + 1, min(index + 6, scene.sentence.last)):
        word = scene.tokens[i].word
        if word is not None and word.lemmas & nouns:
            return item_after(scene, i, strict=True)
    return None


def _people_after(scene: Scene, index: int) -> Item | None:
    """«просят прислать специалистов»: people are wanted for what they know."""
    for i in range(index + 1, min(index + 4, scene.sentence.last)):
        word = scene.tokens[i].word
        if word is not None and word.lemmas & words().people:
            return phrase_from(scene, i, "experience")
    return None


def _attracts(scene: Scene, index: int) -> bool:
    """«гостей заинтересовали станки», «внимание привлекли автобусы»: what is wanted is the subject."""
    word = scene.tokens[index].word
    assert word is not None
    if word.pos == "VERB":
        return bool(word.lemmas & {"заинтересовать", "интересовать", "заинтересовывать"})
    return "внимание" in word.lemmas or (
        "интерес" in word.lemmas
        and any(t.lemma in _ATTRACTING for t in scene.tokens[index + 1 : index + 6])
    )


def _attracted(scene: Scene, index: int) -> str | None:
    """Whom it attracts: «белорусскую сторону», «нас», «гостей из Омска» before the verb."""
    if scene.speaker_place:
        return scene.speaker_place
    position = scene.tokens[index].start
    for i in range(index + 1, min(index + 4, scene.sentence.last - 1)):
        if scene.tokens[i].lower == "для":  # «интерес для омичей представляют …»
            after = [s for s in scene.stands if s.start >= scene.tokens[i].start]
            return after[0].place if after else None
    before = [s for s in scene.stands if s.start < position and s.role in {"other", "from"}]
    return before[-1].place if before else None



def _compares(word: Word | None) -> bool:
    return word is not None and word.is_pos("COMP", "ADVB")


def _is_of_tour(scene: Scene, index: int) -> bool:
    """«познакомились с технологией производства»: what guests of a plant are shown."""
    word = scene.tokens[index].word
    return word is not None and bool(word.lemmas & _GETTING_TO_KNOW)


def _puts_to_use(scene: Scene, index: int) -> bool:
    """«внедрить технологии»: by that alone they are nobody else's."""
    word = scene.tokens[index].word
    return word is not None and bool(word.lemmas & _PUT_TO_USE)
