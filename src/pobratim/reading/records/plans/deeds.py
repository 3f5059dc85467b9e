"""Deeds that a plan may be about: verbs that tell of no event and of no trade, promises, and their clauses."""

from __future__ import annotations

from pobratim.reading.once import union
from pobratim.reading.records.documents import is_document
from pobratim.reading.records.lexicon import documents, events, offers, partnerships
from pobratim.reading.records.lexicon import plans as words
from pobratim.reading.records.offers.items import item_after
from pobratim.reading.records.offers.objects import object_in_front
from pobratim.reading.records.plans.doubts import is_suggested
from pobratim.reading.records.plans.gatherings import HOLDING, SEVERAL, is_gathering, of_gathering
from pobratim.reading.records.plans.objects import nothing_follows
from pobratim.reading.records.plans.subjects import who_acts
from pobratim.reading.records.scenes import Scene
from pobratim.reading.text.morph import Word

_NOT_ONLY_EVENTS = frozenset(
    ["общаться", "работать", "проработать", "ознакомиться", "познакомиться", "знакомиться", "изучить", "изучать",
     "обменяться", "обмениваться"]
)
_NO_DEED = frozenset(
    ["назначение", "должность", "кандидатура", "участие",
     "сотрудничество", "отношение", "связь", "контакт", "партнёрство", "побратимство", "дружба", "работа",
     "взаимодействие", "программа", "план", "соглашение", "протокол", "меморандум", "договор", "контракт"]
)
_SCHEDULED = frozenset({"планироваться", "запланировать", "предполагаться"})
_NOT_ONLY_TRADE = frozenset({"работать", "обновить"})
_DECIDING = frozenset(
    ["планировать", "планироваться", "запланировать", "намерить", "намеренный", "намереваться", "намерение", "решить",
     "решено"]
)
_LEARNING = frozenset({"изучить", "изучать"})
_BUYING = frozenset({"закупить", "закупать", "купить", "приобрести", "приобретать", "докупить"})
WILL_BE = frozenset({"будет", "будут", "будем"})
_WHEN = frozenset({"если", "когда", "пока", "как"})
_POINTED = frozenset({"то", "того", "тому", "тем", "всё", "все", "том"})
_TAKES_PLACE = frozenset({"пройти", "состояться"})


def is_of_event(word: Word) -> bool:
    """«встретиться», «подписать»: a happening of the register, and no plan besides."""
    return any(lemma in events().verbs and lemma not in _NOT_ONLY_EVENTS for lemma in word.lemmas)


def is_trade(scene: Scene, index: int, trigger: int | None = None) -> bool:
    """«рассчитывают продавать мясо», «хотят перенять опыт»: that is an offer or a need.

    But who plans or has decided to buy something («планируют закупить автобусы») has a plan besides.
    """
    word = scene.tokens[index].word
    if word is None or word.lemmas & _NOT_ONLY_TRADE:
        return False
    decided = scene.tokens[trigger].word if trigger is not None else None
    if decided is not None and decided.lemmas & _DECIDING and word.lemmas & _BUYING:
        return False
    if word.lemmas & _LEARNING:
        return item_after(scene, index, kinds=frozenset({"experience", "technology"})) is not None
    if word.lemmas & offers().loose:
        return item_after(scene, index) is not None
    if word.lemmas & offers().sharing:
        return item_after(scene, index, kinds=frozenset({"experience"})) is not None
    return bool(word.lemmas & union(offers().gets, offers().gives, offers().goes, offers().learning))


def is_delivery(scene: Scene, first: int) -> bool:
    """«о (прямых) поставках автобусов»: an offer; «о сотрудничестве», «программу обменов»: no deed."""
    for i in range(first, min(first + 4, scene.sentence.last)):
        word = scene.tokens[i].word
        if word is not None and word.pos == "NOUN" and not word.lemmas & SEVERAL:
            if word.lemma == "работа" and i + 1 < scene.sentence.last and scene.tokens[i + 1].lower == "над":
                return False  # «работа над общим проектом»
            return bool(word.lemmas & union(offers().deliveries, offers().purchases, _NO_DEED))
    return False


def is_in_fields(scene: Scene, first: int) -> bool:
    """«(договорились) о сотрудничестве в сфере спорта и культуры»: several fields are named, one says too little."""
    for i in range(first, min(first + 4, scene.sentence.last - 1)):
        word = scene.tokens[i].word
        if word is not None and word.lemmas & _TOGETHER:
            following = scene.tokens[i + 1 : scene.sentence.last]
            within = any(token.lower == "в" for token in following[:2])
            return within and any(token.text == "," or token.lower == "и" for token in following[2:])
    return False


_TOGETHER = frozenset({"сотрудничество", "взаимодействие", "кооперация"})


def is_promise(scene: Scene, index: int, word: Word) -> bool:
    """A verb that can only be read as future («реализуем» may be present), said by or of somebody who acts."""
    verbs = [parse for parse in word.parses if parse.pos == "VERB"]
    if word.pos != "VERB" or not all(parse.tags & {"futr", "impr"} for parse in verbs):
        return False
    if any("2per" in parse.tags or ("impr" in parse.tags and "excl" in parse.tags) for parse in verbs):
        return False  # «подписывайтесь», «выделите фрагмент»: said to the reader
    if is_of_event(word) or in_relative_clause(scene, index):
        return False
    if any(scene.tokens[i].lower == "если" for i in range(scene.sentence.first, index)):
        return False  # «если договорятся, откроют магазин»
    if word.lemmas & HOLDING and (nothing_follows(scene, index) or is_gathering(scene, index + 1)):
        return False
    if word.lemmas & offers().learning or _begins_trade(scene, index):
        return False
    if word.lemmas & _SENDING and any(scene.tokens[i].lemma in _VISITORS for i in _clause(scene, index)):
        return False  # «делегации направят три города»: a visit
    if word.lemmas & offers().gives and _is_of_goods(scene, index):
        return False  # «завод поставит двадцать лифтов»: an offer
    if is_suggested(scene, index) or (word.lemmas & words().beginnings and of_gathering(scene, index, index)):
        return False
    if _is_agreed(scene, index):
        return not (word.lemmas & _TAKES_PLACE and nothing_follows(scene, index))
    if word.lemmas & union(words().never_future, words().never_infinitive) or _in_programme(scene, index):
        return False
    if any("1per" in parse.tags for parse in verbs):
        return True
    if word.lemmas.isdisjoint(words().deeds):
        return False
    return scene.speaker is not None or who_acts(scene, index)


_VISITORS = frozenset({"делегация", "делегат", "посланец", "посланник", "гость", "представитель", "артист", "участник"})
_SENDING = frozenset({"направить", "направлять", "прислать", "отправить"})


def _is_of_goods(scene: Scene, index: int) -> bool:
    """«(завод) поставит лифты», «лифты поставит (завод)»."""
    behind = item_after(scene, index, kinds=frozenset({"goods"}))
    return behind is not None or object_in_front(scene, index) is not None


def _clause(scene: Scene, index: int) -> range:
    return range(scene.clauses.begin_at(index), scene.clauses.end_at(index))


def _in_programme(scene: Scene, index: int) -> bool:
    """«Гости посетят завод, проведут дегустацию и примут участие в форуме»: a deed among those of a visit."""
    tokens, last = scene.tokens, scene.sentence.last
    first = next((i for i in range(index, scene.sentence.first, -1) if _parts(scene, i)), scene.sentence.first)
    last = next((i for i in range(index + 1, last) if _parts(scene, i)), last)
    told = (tokens[i].word for i in range(first, last) if i != index)
    return any(w is not None and w.lemmas & words().of_programmes and not w.is_pos("GRND", "PRTF") for w in told)


def _parts(scene: Scene, index: int) -> bool:
    """«…, а осенью школы начнут переписку»: another clause begins."""
    tokens = scene.tokens
    return tokens[index].text == ";" or (tokens[index].lower in {"а", "но"} and tokens[index - 1].text == ",")


def _is_agreed(scene: Scene, index: int) -> bool:
    """«договорились, что через год выйдем на сто миллионов», «планируется, что врачи пройдут стажировку»."""
    tokens = scene.tokens
    for i in range(index - 1, scene.sentence.first + 1, -1):
        if tokens[i].lower == "что" and tokens[i - 1].text == ",":
            before = tokens[max(scene.sentence.first, i - 4) : i]
            told = union(words().agreement, _SCHEDULED)
            return any(token.word and token.word.lemmas & told for token in before)
    return False


def is_tie_or_signing(scene: Scene, deed: int) -> bool:
    """«возможность подписания договора», «намерены стать побратимами»: a planned document or tie, and no plan."""
    word = scene.tokens[deed].word
    if word is None:
        return False
    following = scene.tokens[deed + 1 : min(deed + 5, scene.sentence.last)]
    signs = not word.lemmas.isdisjoint({"подписание", "заключение", "подписать", "заключить"})
    if signs and any(is_document(scene.tokens, deed + 1 + n) for n in range(len(following))):
        return True
    near = range(deed + 1, deed + 1 + min(_NEAR, len(following)))
    if word.lemmas & documents().preparing and any(
        is_document(scene.tokens, i) or scene.tokens[i].lemma in _PROGRAMMES for i in near
    ):
        return True  # «намерены подготовить (проект) соглашения»
    if word.lemmas & {"установить", "установление", "устанавливать"} and any(
        token.word is not None and token.word.lemmas & _RELATIONS
        for token in scene.tokens[deed + 1 : min(deed + 9, scene.sentence.last)]
    ):
        return True  # «намерены установить (партнёрские) отношения»
    if word.lemmas & _OF_TIES:
        span = scene.tokens[deed + 1 : min(deed + 9, scene.sentence.last)]
        return any(token.word is not None and not token.word.lemmas.isdisjoint(partnerships().twin) for token in span)
    return False


_NEAR = 3
_PROGRAMMES = frozenset({"программа", "план", "сценарий"})
_OF_TIES = frozenset(
    ["сделать", "стать", "войти", "пополнить", "установление", "установить", "объявить", "появиться"]
)
_RELATIONS = frozenset({"отношение", "связь", "контакт", "партнёрство", "побратимство", "дружба"})


def _begins_trade(scene: Scene, index: int) -> bool:
    """«продолжит покупать технику»."""
    return is_trade(scene, index + 1) if index + 1 < scene.sentence.last else False


def in_relative_clause(scene: Scene, index: int) -> bool:
    """«…, который сделает», «если …», «чтобы …»: no plan of its own; nor «о том, что сделает».

    But «протокол, по которому создадут комиссию» tells what is planned.
    """
    clause = scene.clauses.below_at(index)
    opening = scene.tokens[clause.first].word if clause is not None else None
    if clause is not None and clause.kind != "participle" and opening is not None and opening.form != "по":
        told = scene.tokens[clause.first].lower in {"что", "чего", "чем"}
        return not told or scene.tokens[clause.first - 2].lower in _POINTED
    opens = scene.tokens[scene.sentence.first : index]
    return any(token.lower in _WHEN for token in opens[:2]) and not any(token.text == "," for token in opens)
