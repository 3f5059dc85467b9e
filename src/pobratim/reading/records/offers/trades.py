"""Goods that change hands: bought, delivered, on the roads already, or to be."""

from __future__ import annotations

from collections.abc import Iterator

from pobratim.reading.names.places.adjectives import place_of_adjective
from pobratim.reading.once import union
from pobratim.reading.records.lexicon import offers as words
from pobratim.reading.records.offers.contracts import is_contracted
from pobratim.reading.records.offers.ends import MONEY
from pobratim.reading.records.offers.items import item_after, item_before
from pobratim.reading.records.offers.nouns import is_adjective
from pobratim.reading.records.offers.objects import has_pronoun, object_in_front, of_relative, told_before
from pobratim.reading.records.offers.phrases import Item
from pobratim.reading.records.offers.sides import beneficiary, completed, given_to, of_place, subject_of
from pobratim.reading.records.offers.telling import Told, found_at, infinitive_between, offer_of, told
from pobratim.reading.records.scenes import Scene
from pobratim.reading.text.segments import DASHES
from pobratim.reading.triggers import needs

_TRADED = frozenset({"экспорт", "импорт", "поставка", "товар", "ввоз"})
_PARTNERS = frozenset({"соседей", "партнёров", "партнеров", "побратима", "побратимов", "коллег"})
_AIMED = frozenset({"направить"})
_SET_ASIDE = frozenset({"выделить", "направить", "отправить"})
_BEGUN = frozenset({"начать", "удаться", "позволить", "стать", "продолжать"})
_SHELVES = frozenset({"прилавок", "полка", "магазин", "супермаркет", "гипермаркет", "витрина"})
_LYING = frozenset({"занимать", "занять", "есть", "быть", "лежать", "стоять", "продаваться", "появиться", "найти"})
_BACK = frozenset({"обратно", "взамен", "навстречу"})
_SHORT = frozenset({"ADJS", "VERB", "PRED"})
_MADE = frozenset({"собрать", "изготовить", "произвести", "выпустить", "построить", "закупить", "приобрести", "купить"})


@needs(lambda: union(words().gets, words().gives))
def traded(scene: Scene) -> Iterator[Told]:
    """«закупили автобусы», «поставляет шины», «намерены приобрести», «будет поставлено 20 машин»."""
    both = union(words().gets, words().gives)
    for index in found_at(scene, both):
        word = scene.tokens[index].word
        if word is None or not word.is_pos("VERB", "INFN", "PRTS", "PRTF", "GRND") or _negated(scene, index):
            continue
        if word.pos == "NOUN":
            continue
        if _is_purpose(scene, index) or _is_to_many(scene, index):
            continue
        strict = not word.lemmas & words().loose
        following = scene.tokens[min(index + 1, scene.sentence.last - 1)].lower
        if word.pos == "PRTS" and word.lemmas & _AIMED and following == "на":
            continue  # «соглашение направлено на обмен технологиями»
        if has_pronoun(scene, index):
            item = told_before(scene, index)
        else:
            front = of_relative(scene, index) or object_in_front(scene, index)
            made = word.pos == "PRTF" and "pssv" in word.parses[0].tags  # «закупленных к чемпионату мира»
            item = front or item_after(scene, index, strict=strict and not made, direct=not strict)
        if item is None and word.pos in {"PRTS", "PRTF"} and "actv" not in word.parses[0].tags:
            item = item_before(scene, index)
        if item is None or item.kind in {"experience", "tourism"} or infinitive_between(scene, index, item.first):
            continue
        if item.kind == "service" and word.lemmas & _SET_ASIDE:
            continue  # «выделили участки для строительства дорог»
        if word.pos == "PRTF" and item.kind != "goods" and word.lemmas & words().loose:
            continue  # «дома по технологии, используемой в Минске»
        gets = bool(word.lemmas & words().gets)
        if gets and _is_still_to_come(scene, index) and scene.with_lemmas(words().fairs):
            continue  # «на ярмарке можно будет купить сыры»: what is sold there
        passive = word.pos in {"PRTS", "PRTF"}
        if not _is_still_to_come(scene, index):
            yield offer_of(scene, index, "supply", item, not gets, "offer.supplied", 0.76, agentless=passive)
        elif gets:
            yield offer_of(scene, index, "need", item, False, "offer.to_get", 0.74, agentless=passive)
        else:
            yield offer_of(scene, index, "offer", item, True, "offer.to_give", 0.74, agentless=passive)


@needs(lambda: words().passive)
def passively_traded(scene: Scene) -> Iterator[Told]:
    """«пряжа будет поставляться на фабрику», «в Омск экспортируется мясо»."""
    for index in found_at(scene, words().passive):
        item = item_before(scene, index) or item_after(scene, index, strict=True)
        if item is not None:
            direction = "offer" if _is_still_to_come(scene, index) else "supply"
            yield offer_of(scene, index, direction, item, True, "offer.passively_traded", 0.72, agentless=True)


@needs(lambda: words().goes)
def in_use(scene: Scene) -> Iterator[Told]:
    """«на улицах работают автобусы МАЗ», «парк пополнился трамваями из Минска»: it tells where they come from."""
    for index in found_at(scene, words().goes):
        item = item_after(scene, index, kinds=frozenset({"goods"})) or item_before(scene, index)
        if item is not None and item.kind == "goods" and _has_origin(scene, item):
            direction = "offer" if _is_still_to_come(scene, index) else "supply"  # «машины выйдут на поля»
            yield offer_of(scene, index, direction, item, False, "offer.in_use", 0.66, agentless=True)


@needs(lambda: words().serves)
def serving(scene: Scene) -> Iterator[Told]:
    """«техника «Амкодора» убирает улицы», «в школы возят детей минские автобусы»."""
    for index in found_at(scene, words().serves):
        item = item_before(scene, index) or item_after(scene, index, kinds=frozenset({"goods"}))
        if item is None or item.kind != "goods" or not _has_origin(scene, item):
            continue
        if item.first < index or of_place(scene, item) is not None:
            yield offer_of(scene, index, "supply", item, False, "offer.serving", 0.6, agentless=True)


@needs(_SHELVES)
def on_shelves(scene: Scene) -> Iterator[Told]:
    """«овощи из Маньчжурии занимают половину прилавка», «минская обувь есть в каждом магазине»."""
    if not scene.with_lemmas(_SHELVES):
        return
    for index in range(scene.sentence.first, scene.sentence.last):
        word = scene.tokens[index].word
        if word is None or not word.lemmas & _LYING or scene.tokens[index - 1].lower == "не":
            continue
        item = item_before(scene, index)
        if item is not None and item.kind == "goods" and (has := _origin(scene, item)) is not None:
            there = [s.place for s in scene.stands if s.place != has and s.start > scene.tokens[item.first].start]
            yield told(scene, "supply", *completed(scene, has, there[-1] if there else None), item, "offer.sold", 0.6)


@needs(lambda: union(words().goes, words().gives, words().serves))
def sent_back(scene: Scene) -> Iterator[Told]:
    """«обратно везут запчасти», «в обратную сторону уходят мёд и лес»: from where the other goods go."""
    for index in found_at(scene, union(words().goes, words().gives, words().serves)):
        tokens = scene.tokens[max(scene.sentence.first, index - 4) : index + 3]
        if not any(t.lower in _BACK or t.lemma == "обратный" for t in tokens):
            continue
        item = item_after(scene, index, kinds=frozenset({"goods"}))
        if item is not None:
            if (buyer := _who_buys(scene, index, item)) is not None:
                yield told(scene, "supply", *completed(scene, buyer, None), item, "offer.sent_back", 0.64)
                continue
            sources = [s.place for s in scene.stands if s.role == "from"]
            goals = [s.place for s in scene.stands if s.role in {"to", "in"}]
            has, wants = next(iter(goals), None), next(iter(sources), None)
            yield told(scene, "supply", *completed(scene, has, wants), item, "offer.sent_back", 0.64)


@needs(lambda: words().making)
def made_for(scene: Scene) -> Iterator[Told]:
    """«изготовит для Омска двадцать вагонов»: it says for whom."""
    for index in found_at(scene, words().making):
        word = scene.tokens[index].word
        item = item_after(scene, index, kinds=frozenset({"goods"}))
        for_whom = {token.lower for token in scene.tokens[index + 1 : index + 10]}
        if word is None or not word.is_pos("VERB", "INFN", "PRTS") or item is None or "для" not in for_whom:
            continue
        if given_to(scene, index, item) is not None or for_whom & _PARTNERS:
            direction = "offer" if _is_still_to_come(scene, index) else "supply"
            yield offer_of(scene, index, direction, item, True, "offer.made_for", 0.66)


@needs(lambda: words().staples)
def staples(scene: Scene) -> Iterator[Told]:
    """«основу экспорта составляют тракторы и шины», «среди востребованных товаров – мебель»."""
    tokens = scene.tokens
    for index in found_at(scene, words().staples):
        for i in range(index + 1, min(index + 10, scene.sentence.last - 1)):
            word = tokens[i].word
            stands = tokens[i].text in DASHES or (word is not None and word.pos == "VERB")
            if not stands:
                continue
            named = {lemma for token in tokens[index:i] if token.word for lemma in token.word.lemmas}
            item = item_after(scene, i, kinds=frozenset({"goods"}))
            if item is not None and named & _TRADED:
                buys = bool(named & words().purchases)
                whose = (place_of_adjective(scene.context, tokens[j]) for j in range(index + 1, i))
                if (place := next((p for p in whose if p is not None), None)) is not None and not buys:
                    yield told(scene, "supply", *completed(scene, place, None), item, "offer.staples", 0.6)
                    break  # «основу белорусских поставок составляют …»
                yield offer_of(scene, index, "supply", item, not buys, "offer.staples", 0.6)
            if item is not None or word is None:
                break  # «среди товаров, которые Омск поставляет, – шины»: behind the dash, not behind the verb


@needs(lambda: union(words().deliveries, words().purchases))
def to_deliver(scene: Scene) -> Iterator[Told]:
    """«увеличение поставок сельхозтехники», «договорились о закупке лифтов», «продолжатся поставки самосвалов»."""
    for index in found_at(scene, union(words().deliveries, words().purchases)):
        word = scene.tokens[index].word
        if word is None or not word.is_pos("NOUN") or _ends_range(scene, index):
            continue
        handed = "передача" in word.lemmas  # «передача автобусов», not «передача знаний»
        item = item_after(scene, index, strict=not handed, kinds=frozenset({"goods"}) if handed else None)
        if item is None or item.kind in {"experience", "tourism"} or _is_only_measured(scene, item):
            continue
        buys = bool(word.lemmas & words().purchases)
        if _is_needed(scene, index):
            has, wants = completed(scene, None, beneficiary(scene, item))
            yield told(scene, "need", has, wants, item, "offer.to_be_delivered", 0.7)
        elif _is_going_on(scene, index) or scene.tokens[index + 1].text in DASHES:  # «а импорта – мебель»
            yield offer_of(scene, index, "supply", item, not buys, "offer.delivered", 0.64, agentless=True)
        elif not buys and _is_counted_on(scene, index):
            yield offer_of(scene, index, "need", item, False, "offer.to_be_delivered", 0.66)
        elif is_contracted(scene, index):
            yield offer_of(scene, index, "supply", item, not buys, "offer.contracted", 0.64, agentless=True)
        elif buys:
            yield offer_of(scene, index, "need", item, False, "offer.to_buy", 0.7)
        else:
            yield offer_of(scene, index, "offer", item, True, "offer.to_deliver", 0.72, agentless=True)


# ---------------------------------------------------------------- what the rules share


def _who_buys(scene: Scene, index: int, item: Item) -> str | None:
    """«Омск закупает мебель, взамен отправляет | шины»: who buys gives in return."""
    word = scene.tokens[index].word
    if word is None or word.lemmas.isdisjoint(words().gives):
        return None
    buying = [i for i in found_at(scene, words().gets) if i < index and _is_told_by_verb(scene, i)]
    return subject_of(scene, buying[0], item) if buying else None


def _is_told_by_verb(scene: Scene, index: int) -> bool:
    word = scene.tokens[index].word
    return word is not None and word.pos == "VERB"


def _is_only_measured(scene: Scene, item: Item) -> bool:
    """«экспорт товаров области составил 40 млн долларов»: what goods, is not told; a figure."""
    if not any(scene.tokens[i].lemma in {"товар", "продукция"} for i in range(item.first, item.last)):
        return False
    adjectives = [i for i in range(item.first, item.last) if is_adjective(scene, i)]
    if any(place_of_adjective(scene.context, scene.tokens[i]) is None for i in adjectives):
        return False
    return any(token.lemma in MONEY or token.text == "%" for token in scene.tokens[item.last : scene.sentence.last])


def _ends_range(scene: Scene, index: int) -> bool:
    """«от машиностроения до поставок продовольствия»: how wide the field is."""
    before = scene.tokens[max(scene.sentence.first, index - 12) : index]
    return bool(before) and before[-1].lower == "до" and any(token.lower == "от" for token in before)


def _is_needed(scene: Scene, index: int) -> bool:
    """«нам нужны прямые поставки овощей»: the word of need stands right before."""
    before = scene.tokens[max(scene.sentence.first, index - 3) : index]
    return any(t.word is not None and t.word.lemmas & words().useful and t.word.pos in _SHORT for t in before)


def _is_counted_on(scene: Scene, index: int) -> bool:
    """«Омск рассчитывает на поставки мебели»: who gets it is the subject."""
    before = scene.tokens[max(scene.sentence.first, index - 4) : index]
    return any(token.lemma == "рассчитывать" for token in before) and any(token.lower == "на" for token in before)


def _is_to_many(scene: Scene, index: int) -> bool:
    """«экспортирует обувь в 20 стран (мира)»: to all the world."""
    tokens = scene.tokens
    countries = (i for i in range(index + 1, scene.clauses.end_at(index)) if tokens[i].lemma == "страна")
    return any(tokens[i - 1].text[0].isdigit() or tokens[i - 1].lower in {"многие", "десятки"} for i in countries)


def _is_purpose(scene: Scene, index: int) -> bool:
    """«чтобы купить барана»."""
    return any(token.lower == "чтобы" for token in scene.tokens[max(scene.sentence.first, index - 4) : index])


def _negated(scene: Scene, index: int) -> bool:
    return index > scene.sentence.first and scene.tokens[index - 1].lower == "не"


def _is_still_to_come(scene: Scene, index: int) -> bool:
    """Is the trade meant, wanted or promised, not done: a future, «бы», or an infinitive of a wish?"""
    tokens = scene.tokens
    word = tokens[index].word
    assert word is not None
    verb = next((p for p in word.parses if p.pos in {"VERB", "INFN", "PRTS", "PRTF", "GRND"}), word.parses[0])
    before = tokens[max(scene.sentence.first, index - 8) : index]
    near = tokens[max(scene.sentence.first, index - 4) : index + 2]
    if any(t.lower in {"бы", "будет", "будут", "будем"} for t in near):
        return True
    if "futr" in verb.tags and not any("pres" in p.tags for p in word.parses):
        return True
    if verb.pos == "INFN":
        begun = [t.word for t in before if t.word is not None and t.word.lemmas & _BEGUN]
        return not begun or any("futr" in p.tags for p in begun[-1].parses)  # «начали», but «начнут поставлять»
    if verb.pos == "PRTS":
        return any(t.word and t.word.lemmas & {"планироваться", "запланировать"} for t in before)
    return False


def _is_going_on(scene: Scene, index: int) -> bool:
    """«начались поставки», «поставки налажены»."""
    near = scene.tokens[max(scene.sentence.first, index - 4) : min(scene.sentence.last, index + 12)]
    for token in near:
        if token.word and token.word.lemmas & words().done:
            parse = token.word.parses[0]
            if "futr" not in parse.tags and parse.pos in {"VERB", "PRTS"}:
                return True
    return False


def _origin(scene: Scene, item: Item) -> str | None:
    """«овощи из Маньчжурии», «минская обувь»."""
    place = of_place(scene, item)
    if place is not None:
        return place
    first, last = scene.tokens[item.first].start, scene.tokens[min(item.last + 4, scene.sentence.last) - 1].end
    return next((s.place for s in scene.stands if s.role == "from" and first <= s.start < last), None)


def _has_origin(scene: Scene, item: Item) -> bool:
    """«автобусы МАЗ», «белорусские комбайны», «трамваи из Минска», «собранные в Гродно»."""
    tokens = scene.tokens
    if any(stand.role == "from" for stand in scene.stands):
        return True
    last = min(scene.sentence.last, item.last + 4)
    for i in range(item.first, last):
        word = tokens[i].word
        mention = scene.mention_at(i)
        if place_of_adjective(scene.context, tokens[i]) is not None and i < item.last:
            return True
        if mention is not None and scene.context.by_id[mention.entity].type == "organization":
            return True
        if mention is not None and tokens[i - 1].lower == "из":
            return True
        if word is not None and word.is_pos("PRTF") and word.lemmas & _MADE:
            return True
        if tokens[i].lower == "производства" and tokens[i - 1].lemma.endswith("ский"):
            return True  # «троллейбусы белорусского производства»
    return False
