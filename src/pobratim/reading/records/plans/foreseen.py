"""Plans that are scheduled or that a document foresees, told by a noun."""

from __future__ import annotations

from collections.abc import Iterator

from pobratim.model.reading import Plan
from pobratim.reading.records.documents import is_document
from pobratim.reading.records.lexicon import plans as words
from pobratim.reading.records.plans.deeds import is_delivery
from pobratim.reading.records.plans.gatherings import is_gathering, is_only_event
from pobratim.reading.records.plans.infinitives import infinitive_after, listed_nouns
from pobratim.reading.records.plans.named import is_made
from pobratim.reading.records.plans.objects import next_noun
from pobratim.reading.records.plans.told import plans_told
from pobratim.reading.records.scenes import Scene
from pobratim.reading.triggers import needs

_GRANTED = frozenset({"предусмотреть", "предусматриваться"})


@needs(lambda: words().schedule)
def scheduled(scene: Scene) -> Iterator[Plan]:
    """«запланировано проведение …», «планируется обмен опытом», «предусмотрены поставки»."""
    for index in scene.with_lemmas(words().schedule):
        first = next_noun(scene, index)
        if first is None or _governs_verb(scene, index) or not _foresees(scene, index, first):
            continue
        if (deed := listed_nouns(scene, first)) is not None:
            yield from plans_told(scene, index, deed, deed, "plan.listed", 0.6)
        elif not (is_gathering(scene, first) or is_delivery(scene, first) or is_only_event(scene, first)):
            yield from plans_told(scene, index, first, first, "plan.scheduled", 0.62)


def _governs_verb(scene: Scene, index: int) -> bool:
    """«планируют открыть рейс», «поздравить город планируют делегации»: an infinitive tells the deed."""
    before = (scene.tokens[i].word for i in range(scene.clauses.begin_at(index), index))
    in_front = any(word is not None and word.pos == "INFN" for word in before)
    return in_front or infinitive_after(scene, index, whatever=True) is not None


def _foresees(scene: Scene, index: int, first: int) -> bool:
    """Not «предстоящие соревнования», «миллион рублей предусмотрен на ремонт», «отдых предполагает труд», «направить
    письмо», «программа включает экскурсии»."""
    word = scene.tokens[index].word
    if word is None:
        return True
    if "предстоять" in word.lemmas and word.pos != "VERB":
        return False
    if scene.tokens[first - 1].lower == "на" and word.lemmas & _GRANTED:
        return False
    if "направить" in word.lemmas and (word.pos != "PRTS" or _is_sent(scene, index)):
        return False
    if word.lemmas & _OF_DOCUMENTS and not _is_in_document(scene, index):
        return False
    return "включать" not in word.lemmas or is_made(scene, first, exchanged=True)


def _is_sent(scene: Scene, index: int) -> bool:
    """«(договор) направлен на …» aims at it; all else is sent."""
    return index + 1 >= scene.sentence.last or scene.tokens[index + 1].lower != "на"


def _is_in_document(scene: Scene, index: int) -> bool:
    """«документ предполагает …», «сотрудничество предполагает …»: what can foresee something."""
    first = scene.clauses.begin_at(index)
    tokens, before = scene.tokens, range(first, index)
    told = any(tokens[i].lemma in _FORESEEING or tokens[i].lower in _MEANT for i in before)
    return told or any(is_document(tokens, i) for i in before)


_OF_DOCUMENTS = frozenset({"предполагать", "подразумевать", "направить", "включать"})
_FORESEEING = frozenset({"документ", "проект", "сотрудничество", "партнёрство", "взаимодействие", "план", "программа"})
_MEANT = frozenset({"он", "она", "оно", "они"})
