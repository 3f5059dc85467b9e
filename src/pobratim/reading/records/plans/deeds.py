"""Deeds that a plan may be about: verbs that tell of no event, promises, and what stands around them."""

from __future__ import annotations

from pobratim.reading.once import union
from pobratim.reading.records.documents import is_document
from pobratim.reading.records.lexicon import events, offers, partnerships
from pobratim.reading.records.lexicon import plans as words
from pobratim.reading.records.offers.items import item_after
from pobratim.reading.records.offers.phrases import hangs_on_preposition, is_date
from pobratim.reading.records.plans.doubts import is_suggested
from pobratim.reading.records.plans.subjects import who_acts
from pobratim.reading.records.scenes import Scene
from pobratim.reading.text.morph import Word, word
from pobratim.reading.text.segments import Token

_NOT_ONLY_EVENTS = frozenset(
    ["общаться", "работать", "проработать", "ознакомиться", "познакомиться", "знакомиться", "изучить", "изучать",
     "обменяться", "обмениваться"]
)
_NO_DEED = frozenset(
    ["назначение", "должность", "кандидатура", "участие",
     "сотрудничество", "партнёрство", "побратимство", "дружба", "работа", "взаимодействие", "программа", "план",
     "соглашение", "протокол", "меморандум", "договор", "контракт"]
)
_SEVERAL = frozenset({"ряд", "пакет", "множество", "часть", "рабочий"})
_SCHEDULED = frozenset({"планироваться", "запланировать", "предполагаться"})
_NOT_ONLY_TRADE = frozenset({"работать", "обновить"})
_SHOWN = frozenset({"работать", "экспонироваться", "демонстрироваться", "продолжаться"})
WILL_BE = frozenset({"будет", "будут", "будем"})
_WHEN = frozenset({"если", "когда", "пока", "как"})
_POINTED = frozenset({"то", "того", "тому", "тем", "всё", "все", "том"})
_TAKES_PLACE = frozenset({"пройти", "состояться"})
_PRONOUNS = frozenset({"он", "она", "оно", "они"})
_HOLDING = frozenset(
    ["провести", "проводить", "организовать", "состояться", "устроить", "собрать", "перенести", "отложить",
     "совершить", "начать", "продолжить"]
)
_GATHERINGS = frozenset(
    {"переговоры", "встреча", "церемония", "заседание", "матч", "концерт", "подписание", "миссия", "выступление"}
)


def infinitive_after(scene: Scene, index: int, *, whatever: bool = False) -> int | None:
    """The infinitive that the word governs, of a deed that is no event («в два раза увеличить»).

    Behind one that tells of an event another may go on («предложил подписать договор, а также наладить обмены»).
    """
    named = {i for m in scene.context.mentions_in(*scene.span, "person") for i in range(m.first, m.last)}
    for i in range(index + 1, min(scene.sentence.last, index + 9)):
        word = scene.tokens[i].word
        if word is None:
            following = scene.tokens[i + 1].text if i + 1 < scene.sentence.last else ""
            told = scene.tokens[i].text[0].isdigit() or (scene.tokens[i].text == "," and following[:1].isdigit())
            if told or i in named:
                continue
            if i == index + 1 and scene.tokens[index].lemma == "идея":
                return _behind_needed(scene, i)
            return _behind_gerund(scene, i, whatever=whatever)
        if word.pos == "INFN":
            return i if whatever or _is_deed(scene, i, word) else _joined_infinitive(scene, i)
        if any(p.pos == "VERB" and p.score > 0.5 for p in word.parses):
            return None
    return None


def _behind_gerund(scene: Scene, comma: int, *, whatever: bool) -> int | None:
    """«намерен, используя опыт соседей, | развивать туризм»: right behind the comma that ends the gerund's phrase."""
    following = scene.tokens[comma + 1].word if comma + 1 < scene.sentence.last else None
    if scene.tokens[comma].text != "," or following is None or following.pos != "GRND":
        return None
    closing = (i for i in range(comma + 2, scene.sentence.last - 1) if scene.tokens[i].text == ",")
    at = next(closing, scene.sentence.last - 1) + 1
    word = scene.tokens[at].word if at < scene.sentence.last else None
    return at if word is not None and word.pos == "INFN" and (whatever or _is_deed(scene, at, word)) else None


def _behind_needed(scene: Scene, comma: int) -> int | None:
    """«(высказали идею), что нужно | создать склад»."""
    tokens, last = scene.tokens, min(comma + _NEEDED_REACH, scene.sentence.last)
    if comma + 1 >= last or tokens[comma].text != "," or tokens[comma + 1].lower != "что":
        return None
    needed = next((i for i in range(comma + 2, last) if tokens[i].lower in _NEEDED), None)
    if needed is None or needed + 1 >= scene.sentence.last:
        return None
    word = tokens[needed + 1].word
    return needed + 1 if word is not None and word.pos == "INFN" and _is_deed(scene, needed + 1, word) else None


_NEEDED = frozenset({"нужно", "необходимо", "надо", "следует", "стоит", "можно"})
_NEEDED_REACH = 6


def _joined_infinitive(scene: Scene, index: int) -> int | None:
    """The infinitive that «и», «а также» or a comma joins to the one at the token («подписать план и создать …»)."""
    for i in range(index + 1, scene.sentence.last):
        word = scene.tokens[i].word
        if word is not None and (word.pos == "VERB" or word.lemma == "который"):
            return None
        if word is None or word.pos != "INFN":
            continue
        joined = scene.tokens[i - 1].lower in {",", "и", "также"}
        return i if joined and _is_deed(scene, i, word) else None
    return None


def participle_after(scene: Scene, index: int) -> int | None:
    """«будет создана группа»."""
    for i in range(index + 1, min(scene.sentence.last, index + 4)):
        word = scene.tokens[i].word
        if word is None:
            return None
        if word.pos == "PRTS":
            return i if _is_deed(scene, i, word) else None
    return None


def _is_deed(scene: Scene, index: int, word: Word) -> bool:
    """Something done that is no event of the register: no visit, no signing, no holding of a forum."""
    if word.lemmas & union(words().never_infinitive, offers().passive) or _is_of_event(word):
        return False
    return not (word.lemmas & _HOLDING and is_gathering(scene, index + 1))


def _is_of_event(word: Word) -> bool:
    return any(lemma in events().verbs and lemma not in _NOT_ONLY_EVENTS for lemma in word.lemmas)


def is_trade(scene: Scene, index: int) -> bool:
    """«рассчитывают продавать мясо», «хотят перенять опыт»: that is an offer or a need."""
    word = scene.tokens[index].word
    if word is None or word.lemmas & _NOT_ONLY_TRADE:
        return False
    if word.lemmas & offers().loose:
        return item_after(scene, index) is not None
    if word.lemmas & offers().sharing:
        return item_after(scene, index, kinds=frozenset({"experience"})) is not None
    return bool(word.lemmas & union(offers().gets, offers().gives, offers().goes, offers().learning))


def is_gathering(scene: Scene, first: int) -> bool:
    """Is the next noun a single event («переговоры с заводом», «визит делегации»)?"""
    for i in range(first, min(first + 7, scene.sentence.last)):
        word = scene.tokens[i].word
        if word is None or word.pos != "NOUN" or (i > first and hangs_on_preposition(scene, i)):
            continue
        if word.lemmas & _SEVERAL or word.lemma == "проведение":
            continue
        days = "день" in word.lemmas and (scene.tokens[i].capital or scene.tokens[i].lower == "дни")
        if days or word.lemmas & _GATHERINGS:
            return True
        return not word.lemmas.isdisjoint(events().nouns) and scene.is_singular(i)
    return False


def is_only_event(scene: Scene, first: int) -> bool:
    """«запланированы визиты», «ряд мероприятий», «намечены варианты»: what is only to happen or to be thought of."""
    for i in range(first, min(first + 4, scene.sentence.last)):
        word = scene.tokens[i].word
        if word is not None and word.lemma == "совместный":
            return False
        if word is not None and word.pos == "NOUN" and not word.lemmas & _SEVERAL:
            return bool(word.lemmas & _HAPPENINGS)
    return False


_HAPPENINGS = frozenset({"мероприятие", "визит", "встреча", "поездка", "переговоры", "вариант"})


def is_delivery(scene: Scene, first: int) -> bool:
    """«о (прямых) поставках автобусов»: an offer; «о сотрудничестве», «программу обменов»: no deed."""
    for i in range(first, min(first + 4, scene.sentence.last)):
        word = scene.tokens[i].word
        if word is not None and word.pos == "NOUN" and not word.lemmas & _SEVERAL:
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
    if _is_of_event(word) or in_relative_clause(scene, index):
        return False
    if word.lemmas & _HOLDING and (nothing_follows(scene, index) or is_gathering(scene, index + 1)):
        return False
    if word.lemmas & offers().learning or _begins_trade(scene, index):
        return False
    if is_suggested(scene, index) or (word.lemmas & words().beginnings and of_gathering(scene, index, index)):
        return False
    if _is_agreed(scene, index):
        return not (word.lemmas & _TAKES_PLACE and nothing_follows(scene, index))
    if word.lemmas & union(words().never_future, words().never_infinitive) or _in_programme(scene, index):
        return False
    if any("1per" in parse.tags for parse in verbs):
        return True
    return scene.speaker is not None or who_acts(scene, index)


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


def of_gathering(scene: Scene, index: int, deed: int) -> bool:
    """«форум планируется провести», «заседание откроется»: an event is the subject, or the object that goes first."""
    word = scene.tokens[deed].word
    if word is None or not word.lemmas & union(_HOLDING, _SHOWN, words().beginnings):
        return False
    first = scene.clauses.begin_at(index)
    if word.lemmas & words().beginnings and is_gathering(scene, deed + 1):
        return True  # «на площади Мира откроется ярмарка»
    if word.lemma == "работать" and any(t.lower in _PRONOUNS for t in scene.tokens[first:index]):
        return True  # «она будет работать до мая»: the fair told of before
    within = (i for i in range(first, index) if _is_free_noun(scene, i))
    around = (i for i in range(scene.sentence.first, first) if _is_free_noun(scene, i))
    subject = next(within, None) or next(around, None)
    if subject is None:
        return is_gathering(scene, deed + 1)
    return is_gathering(scene, subject)


def only_holds(action: str) -> bool:
    """«провести презентацию», «проведут показ»: something is held, and nothing else is done."""
    told = [w for part in action.split() if (w := word(part.strip(",.«»"))).pos in {"INFN", "VERB"}]
    return len(told) == 1 and bool(told[0].lemmas & _HOLDING)


def is_show(scene: Scene, index: int, deed: int) -> bool:
    """«будут организованы мастер-классы», «в парке будет работать выставка»: a feast's or a fair's programme."""
    word = scene.tokens[deed].word
    if word is None or word.lemmas.isdisjoint(_SHOWING):
        return False
    first, last = scene.clauses.begin_at(index), scene.clauses.end_at(deed)
    nouns = (scene.tokens[i].word for i in range(first, last) if _is_free_noun(scene, i))
    return any(not noun.lemmas.isdisjoint(words().shows) or _ends_in_show(noun) for noun in nouns if noun is not None)


_SHOWING = _HOLDING | _SHOWN | {"оформить", "развернуть", "представить", "показать", "открыть", "открыться"}


def _ends_in_show(noun: Word) -> bool:
    """«фотовыставка», «мини-концерт», «фотозона»."""
    return any(noun.lemma.endswith(show) for show in words().shows if len(show) >= _LONG)


_LONG = 6
"""Letters of a show's word that may end a longer one."""


def is_tie_or_signing(scene: Scene, deed: int) -> bool:
    """«возможность подписания договора», «намерены стать побратимами»: a planned document or tie, and no plan."""
    word = scene.tokens[deed].word
    if word is None:
        return False
    following = scene.tokens[deed + 1 : min(deed + 5, scene.sentence.last)]
    signs = not word.lemmas.isdisjoint({"подписание", "заключение", "подписать", "заключить"})
    if signs and any(is_document(scene.tokens, deed + 1 + n) for n in range(len(following))):
        return True
    if not word.lemmas.isdisjoint({"сделать", "стать", "установление", "установить", "объявить", "появиться"}):
        span = scene.tokens[deed + 1 : min(deed + 9, scene.sentence.last)]
        return any(token.word is not None and not token.word.lemmas.isdisjoint(partnerships().twin) for token in span)
    return False


def _is_free_noun(scene: Scene, index: int) -> bool:
    word = scene.tokens[index].word
    return word is not None and word.pos == "NOUN" and not hangs_on_preposition(scene, index)


def infinitive_before(scene: Scene, index: int) -> int | None:
    """«Взаимодействовать решено в …»: the infinitive opens the clause."""
    for i in range(scene.clauses.begin_at(index), index):
        word = scene.tokens[i].word
        if word is not None and word.pos == "INFN":
            return i if _is_deed(scene, i, word) and not is_trade(scene, i) else None
        if word is None or word.pos in {"NOUN", "VERB", "NPRO", "GRND"}:
            return None
    return None


def _begins_trade(scene: Scene, index: int) -> bool:
    """«продолжит покупать технику»."""
    return is_trade(scene, index + 1) if index + 1 < scene.sentence.last else False


def in_relative_clause(scene: Scene, index: int) -> bool:
    """«…, который сделает», «если …», «чтобы …»: no plan of its own; nor «о том, что сделает».

    But «протокол, по которому создадут комиссию» tells what is planned.
    """
    clause = scene.clauses.below_at(index)
    opening = scene.tokens[clause.first].word if clause is not None else None
    if clause is not None and clause.kind != "participle" and opening is not None and opening.pos != "PREP":
        told = scene.tokens[clause.first].lower in {"что", "чего", "чем"}
        return not told or scene.tokens[clause.first - 2].lower in _POINTED
    opens = scene.tokens[scene.sentence.first : index]
    return any(token.lower in _WHEN for token in opens[:2]) and not any(token.text == "," for token in opens)


def nothing_follows(scene: Scene, deed: int) -> bool:
    """No object follows: «… запустить через два года», «… будет создана»."""
    for i in range(deed + 1, scene.clauses.end_at(deed)):
        word = scene.tokens[i].word
        if word is not None and word.pos == "NOUN" and not hangs_on_preposition(scene, i):
            governed = scene.tokens[i - 1].word
            genitive = any(parse.case == "gent" for parse in word.parses)
            # «через два года», «в области спорта»; not «запустить в республике рейс»
            return governed is not None and governed.pos == "NOUN" and genitive
    return True


def object_of(scene: Scene, index: int) -> int | None:
    """«об открытии …», «о поставках …», or the object itself («согласовали проведение …»)."""
    for i in range(index + 1, min(scene.sentence.last, index + 7)):
        word = scene.tokens[i].word
        if scene.mention_at(i) is not None:
            continue  # «договорённости между Омском и Минском о …»
        if word is None:
            return None
        if word.form in {"о", "об"}:
            following = scene.tokens[i + 1] if i + 1 < scene.sentence.last else None
            return i + 1 if following is not None and following.lower not in {"том", "этом", "чём", "чем"} else None
        if word.form == "с":
            continue
    return next_noun(scene, index) if _is_transitive(scene, index) else None


def _is_transitive(scene: Scene, index: int) -> bool:
    word = scene.tokens[index].word
    return word is not None and bool(word.lemmas & words().takes_object)


def next_noun(scene: Scene, index: int) -> int | None:
    for i in range(index + 1, min(scene.sentence.last, index + 4)):
        word = scene.tokens[i].word
        if word is None or (word.is_pos("PREP") and word.form != "на"):
            return None
        if word.form == "порядка" and i + 1 < scene.sentence.last and _is_number(scene.tokens[i + 1]):
            continue  # «порядка шести направлений»
        if word.is_pos("NOUN", "ADJF") and word.form not in {"также", "и"}:
            return i
    return None


def _is_number(token: Token) -> bool:
    return token.text[0].isdigit() or (token.word is not None and token.word.is_pos("NUMR"))


def object_before(scene: Scene, trigger: int, first: int) -> bool:
    """«Сборку комбайнов рассчитываем запустить»: a noun before the verb that is not its subject."""
    word = scene.tokens[trigger].word
    for i in range(first, trigger):
        noun = scene.tokens[i].word
        if noun is None or noun.pos != "NOUN" or hangs_on_preposition(scene, i) or is_date(scene, i):
            continue
        if word is not None and any("1per" in p.tags for p in word.parses):
            return True
        numbers = {p.number for p in word.parses} if word is not None else set()
        return not any(p.case == "nomn" and p.number in numbers for p in noun.parses)
    return False
