"""What is only held or shown: visits, talks, fairs and the programme of a feast are events, and no plans besides."""

from __future__ import annotations

from pobratim.reading.once import union
from pobratim.reading.records.lexicon import events
from pobratim.reading.records.lexicon import plans as words
from pobratim.reading.records.offers.nouns import hangs_on_preposition
from pobratim.reading.records.scenes import Scene
from pobratim.reading.text.morph import Word, word

SEVERAL = frozenset({"ряд", "пакет", "множество", "часть", "рабочий"})
_PRONOUNS = frozenset({"он", "она", "оно", "они"})
HOLDING = frozenset(
    ["провести", "проводить", "организовать", "состояться", "устроить", "собрать", "перенести", "отложить",
     "совершить", "начать", "продолжить"]
)
_GATHERINGS = frozenset(
    {"переговоры", "встреча", "церемония", "заседание", "матч", "концерт", "подписание", "миссия", "выступление"}
)
_SHOWN = frozenset({"работать", "экспонироваться", "демонстрироваться", "продолжаться"})


def is_gathering(scene: Scene, first: int) -> bool:
    """Is the next noun a single event («переговоры с заводом», «визит делегации»)?"""
    for i in range(first, min(first + 7, scene.sentence.last)):
        word = scene.tokens[i].word
        if word is None or word.pos != "NOUN" or (i > first and hangs_on_preposition(scene, i)):
            continue
        if word.lemmas & SEVERAL or word.lemma == "проведение":
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
        if word is not None and word.pos == "NOUN" and not word.lemmas & SEVERAL:
            return bool(word.lemmas & _HAPPENINGS)
    return False


_HAPPENINGS = frozenset({"мероприятие", "визит", "встреча", "поездка", "переговоры", "вариант"})


def of_gathering(scene: Scene, index: int, deed: int) -> bool:
    """«форум планируется провести», «заседание откроется»: an event is the subject, or the object that goes first."""
    word = scene.tokens[deed].word
    if word is None or not word.lemmas & union(HOLDING, _SHOWN, words().beginnings):
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
    return len(told) == 1 and bool(told[0].lemmas & HOLDING)


def is_show(scene: Scene, index: int, deed: int) -> bool:
    """«будут организованы мастер-классы», «в парке будет работать выставка»: a feast's or a fair's programme."""
    word = scene.tokens[deed].word
    if word is None or word.lemmas.isdisjoint(union(_SHOWING, words().beginnings)):
        return False
    first, last = scene.clauses.begin_at(index), scene.clauses.end_at(deed)
    if any(scene.tokens[i].lemma == "совместный" for i in range(first, last)):
        return False  # «города будут проводить совместные конкурсы»
    nouns = (scene.tokens[i].word for i in range(first, last) if _is_free_noun(scene, i))
    return any(not noun.lemmas.isdisjoint(words().shows) or _ends_in_show(noun) for noun in nouns if noun is not None)


_SHOWING = HOLDING | _SHOWN | {"оформить", "развернуть", "представить", "показать", "открыть", "открыться"}


def _ends_in_show(noun: Word) -> bool:
    """«фотовыставка», «мини-концерт», «фотозона»."""
    return any(noun.lemma.endswith(show) for show in words().shows if len(show) >= _LONG)


_LONG = 6
"""Letters of a show's word that may end a longer one."""


def _is_free_noun(scene: Scene, index: int) -> bool:
    word = scene.tokens[index].word
    return word is not None and word.pos == "NOUN" and not hangs_on_preposition(scene, index)
