"""Plans named by nouns: what is in the plans, aimed at, talked over or given attention to."""

from __future__ import annotations

from collections.abc import Iterator

from pobratim.model.reading import Plan
from pobratim.reading.once import union
from pobratim.reading.records.clauses import is_noun
from pobratim.reading.records.lexicon import events
from pobratim.reading.records.lexicon import plans as words
from pobratim.reading.records.plans.deeds import WILL_BE, in_relative_clause, is_delivery, is_trade
from pobratim.reading.records.plans.doubts import is_hoped, is_wondered
from pobratim.reading.records.plans.gatherings import is_gathering
from pobratim.reading.records.plans.infinitives import is_deed
from pobratim.reading.records.plans.objects import next_noun
from pobratim.reading.records.plans.told import plans_told
from pobratim.reading.records.scenes import Scene
from pobratim.reading.text.segments import DASHES
from pobratim.reading.triggers import needs

ATTENDING = frozenset({"уделить", "уделять"})
_TALKED = frozenset({"обсудить", "обсуждаться", "обсуждать"})
_DIRECTLY = 3
"""«обсудили (скорое) открытие склада»: what was talked over stands right behind the verb."""
_DECISIONS = frozenset({"решение", "предложение", "инициатива", "идея"})
_READINESS = frozenset({"готовность", "заинтересованность"})
_THEMES = frozenset({"тема", "вопрос", "предмет", "изучить", "рассмотреть", "проработать", "оценить"})
_GOING_ON = frozenset({"вестись", "вести", "идти", "начать", "начаться"})
_GOES = frozenset({"идёт", "идет", "шла"})
_STEPS = frozenset({"шагом", "этапом", "результатом", "итогом", "проектом", "задачей", "направлением", "направлениями"})
_POSSIBLE = frozenset({"можно", "реализовать", "возможно"})
_EXCHANGES = frozenset({"обмен", "стажировка", "обучение", "подготовка"})
_INFINITIVE = frozenset({"INFN"})
_IS = frozenset({"являться", "быть", "стать", "остаться", "оставаться"})


@needs(frozenset({"план", "перспектива"}))
def in_plans(scene: Scene) -> Iterator[Plan]:
    """«В планах – создание музейного маршрута», «в ближайших планах сторон – обмен студентами»."""
    tokens = scene.tokens
    for index in range(scene.sentence.first + 1, scene.sentence.last):
        if tokens[index].lower not in {"планах", "перспективе"}:
            continue
        first = index + 2 if _is_whose(scene, index + 1) else index + 1
        if tokens[index].lower == "планах" and _is_told_right_after(scene, first):
            yield from plans_told(scene, index, first, first, "plan.in_plans", 0.6)
            continue
        for i in range(index + 1, min(index + 6, scene.sentence.last - 1)):
            if tokens[i].text in {"—", "–", "-", ":"} or tokens[i].lower in {"и", "также"}:
                deed = i + 1
                if not is_gathering(scene, deed) and not is_delivery(scene, deed) and _may_be_subject(scene, deed):
                    yield from plans_told(scene, index, deed, deed, "plan.in_plans", 0.66)
                break


@needs(frozenset({"цель", "приоритет", "задача"}))
def aimed_at(scene: Scene) -> Iterator[Plan]:
    """«Одним из приоритетов является наращивание поставок», «целью поездки было создание склада»."""
    tokens = scene.tokens
    for index in scene.with_lemmas(frozenset({"цель", "приоритет", "задача"})):
        for i in range(index + 1, min(index + 6, scene.sentence.last - 1)):
            word = tokens[i].word
            stands = tokens[i].text in DASHES or (word is not None and bool(word.lemmas & _IS))
            if stands:
                first = next_noun(scene, i)
                joined = any(tokens[j].lower in {",", "и", "будем"} for j in range(index + 1, i + 1))
                deed = i + 1 if tokens[i + 1].is_mostly(_INFINITIVE) and not joined else None
                if deed is not None and _is_aim(scene, deed):
                    yield from plans_told(scene, i, deed, deed, "plan.aimed_at", 0.56)
                elif first is not None and is_made(scene, first):
                    yield from plans_told(scene, index, first, first, "plan.aimed_at", 0.56)
                break


@needs(lambda: words().agreement | {"план", "работа"})
def planned_for(scene: Scene) -> Iterator[Plan]:
    """«наметили планы по реализации проектов», «ведётся работа по созданию комитета»."""
    tokens = scene.tokens
    for index in scene.with_lemmas(words().agreement | {"план", "работа"}):
        word = tokens[index].word
        near = tokens[max(scene.sentence.first, index - 3) : index]
        if tokens[index].lemma == "работа" and not any(token.lemma in _GOING_ON for token in near):
            continue
        if word is None or word.pos != "NOUN" or index + 2 >= scene.sentence.last or tokens[index + 1].lower != "по":
            continue
        if is_made(scene, index + 2):
            yield from plans_told(scene, index, index + 2, index + 2, "plan.planned_for", 0.56)


@needs(frozenset({"внимание"}))
def attended_to(scene: Scene) -> Iterator[Plan]:
    """«особое внимание уделят обмену школьниками»: what it is given to stands in the dative."""
    tokens = scene.tokens
    for index in scene.with_lemmas(ATTENDING):
        word = tokens[index].word
        near = tokens[max(scene.sentence.first, index - 3) : min(index + 4, scene.sentence.last)]
        if word is None or not any(token.lemma == "внимание" for token in near):
            continue
        to_come = tokens[index - 1].lower in WILL_BE or any("futr" in parse.tags for parse in word.parses)
        to_come = to_come or (word.pos == "INFN" and _is_meant(scene, index))
        first = next((i for i in range(index + 1, min(index + 5, scene.sentence.last)) if _is_given(scene, i)), None)
        if to_come and first is not None and not is_gathering(scene, first):
            whole = word.pos == "INFN" and any(token.lemma == "внимание" for token in tokens[index:first])
            begin = index if whole else first  # «намерены уделять больше внимания обменам»
            if not whole and is_delivery(scene, first):
                continue
            yield from plans_told(scene, begin, begin, begin, "plan.attended_to", 0.56)


@needs(lambda: union(words().considered, words().discussion))
def considered(scene: Scene) -> Iterator[Plan]:
    """«рассматривается возможность открытия рейса», «прорабатывается вопрос создания центра»."""
    tokens = scene.tokens
    for index in scene.with_lemmas(union(words().considered, words().discussion)):
        for i in range(index + 1, min(index + 4, scene.sentence.last - 2)):
            word = tokens[i].word
            if word is None or word.lemmas.isdisjoint(words().possibility):
                continue
            if _is_talk(scene, index) and ("возможность" not in word.lemmas or not scene.is_singular(i)):
                continue
            first = i + 2 if tokens[i + 1].lower in {"о", "об", "по"} else i + 1
            following = tokens[first].word
            if following is None or following.pos == "PREP":
                break  # «проработать вопрос | с заводом»
            held = is_gathering(scene, first) or is_delivery(scene, first)
            if following.is_pos("NOUN", "ADJF", "INFN") and not held:
                yield from plans_told(scene, index, first, first, "plan.considered", 0.56)
            break


@needs(frozenset({"возможность"}))
def made_possible(scene: Scene) -> Iterator[Plan]:
    """«темой переговоров стала возможность открытия музея», «изучена возможность запуска рейса»."""
    tokens = scene.tokens
    for index in scene.with_lemmas(frozenset({"возможность"})):
        word = tokens[index + 1].word if index + 1 < scene.sentence.last else None
        if word is None or not scene.is_singular(index) or not word.lemmas & words().creation:
            continue
        talked = any(t.lemma in _THEMES or t.lemma in words().discussion for t in tokens[scene.sentence.first : index])
        if talked and not is_gathering(scene, index + 1):
            yield from plans_told(scene, index, index + 1, index + 1, "plan.considered", 0.56)


@needs(_DECISIONS)
def decided_on(scene: Scene) -> Iterator[Plan]:
    """«принято решение о создании рабочей группы», «поступило предложение об открытии кафе»."""
    tokens = scene.tokens
    for index in scene.with_lemmas(_DECISIONS):
        first = index + 2
        if first >= scene.sentence.last or tokens[index + 1].lower not in {"о", "об"} or not is_noun(scene, index):
            continue
        made = is_made(scene, first, exchanged=True)
        if made and not is_gathering(scene, first) and not is_hoped(scene, index):
            yield from plans_told(scene, index, first, first, "plan.decided_on", 0.56)


@needs(_READINESS)
def ready_for(scene: Scene) -> Iterator[Plan]:
    """«выразили готовность к обмену школьниками», «заинтересованность в проведении общих уроков»."""
    tokens = scene.tokens
    for index in scene.with_lemmas(_READINESS):
        if index + 2 >= scene.sentence.last or tokens[index + 1].lower not in {"к", "в"}:
            continue
        noun = next((i for i in range(index + 2, min(index + 5, scene.sentence.last)) if is_noun(scene, i)), None)
        word = tokens[noun].word if noun is not None else None
        made = union(words().creation, words().growth, _EXCHANGES)
        if word is not None and word.lemmas & made and not is_gathering(scene, index + 2):
            yield from plans_told(scene, index, index + 2, index + 2, "plan.ready_for", 0.54)


@needs(_TALKED | {"речь", "стать"})
def to_be_created(scene: Scene) -> Iterator[Plan]:
    """«речь идёт об открытии центра», «обсудили открытие склада», «следующим шагом станет открытие центра»."""
    tokens = scene.tokens
    for index in range(scene.sentence.first, scene.sentence.last - 3):
        going_on = tokens[index].lower == "речь" and {t.lower for t in tokens[index + 1 : index + 4]} & _GOES
        talked = tokens[index].lemma in _TALKED
        begin = scene.clauses.begin_at(index)
        step = tokens[index].lower == "станет" and {t.lower for t in tokens[begin:index]} & _STEPS
        if not (going_on or talked or step):
            continue
        reach = index + (_DIRECTLY if talked else 7)
        for i in range(index + 1, min(scene.clauses.end_at(index) if going_on else reach, scene.sentence.last)):
            word = tokens[i].word
            made = words().creation if talked else union(words().creation, _EXCHANGES)
            if word is not None and word.lemmas & made and tokens[i + 1].text not in {",", "."}:
                yield from plans_told(scene, index, i, i, "plan.to_be_created", 0.58)
                break


@needs(WILL_BE | {"быть"})
def there_will_be(scene: Scene) -> Iterator[Plan]:
    """«В мае будет обмен опытом между школами»: a noun of a deed is the subject."""
    tokens = scene.tokens
    for index in range(scene.sentence.first, scene.sentence.last - 2):
        if tokens[index].lower not in WILL_BE or is_hoped(scene, index) or in_relative_clause(scene, index):
            continue
        first = index + 1
        noun = next((i for i in range(first, min(first + 3, scene.sentence.last)) if is_noun(scene, i)), None)
        word = tokens[noun].word if noun is not None else None
        if noun is None or word is None or word.lemmas.isdisjoint(union(words().creation, words().growth, _EXCHANGES)):
            continue
        qualified = all((w := tokens[i].word) is not None and w.is_pos("ADJF", "PRTF") for i in range(first, noun))
        if qualified and any(parse.case == "nomn" for parse in word.parses):
            yield from plans_told(scene, index, first, first, "plan.there_will_be", 0.54)


@needs(frozenset({"совместный"}))
def joint_measures(scene: Scene) -> Iterator[Plan]:
    """«шла речь о совместных мероприятиях, которые можно реализовать …»."""
    tokens = scene.tokens
    for index in range(scene.sentence.first, scene.sentence.last - 1):
        word, following = tokens[index].word, tokens[index + 1].word
        if word is None or following is None or word.lemma != "совместный":
            continue
        if following.lemmas.isdisjoint(words().measures) or not _discussed(scene, index):
            continue
        possible = any(i > index for i in scene.with_lemmas(union(words().intention, _POSSIBLE)))
        if not possible or is_wondered(scene, index):
            continue  # «обсудили совместные мероприятия» alone
        yield from plans_told(scene, index, index, index, "plan.joint_measures", 0.66, through=True)


def _is_whose(scene: Scene, index: int) -> bool:
    """«в планах | городов | …»."""
    word = scene.tokens[index].word if index < scene.sentence.last else None
    return word is not None and word.pos == "NOUN" and bool(word.lemmas & _SIDES) and word.parses[0].case == "gent"


_SIDES = frozenset({"город", "сторона", "побратим", "район", "регион", "партнёр", "область", "муниципалитет", "вуз"})


def _is_told_right_after(scene: Scene, first: int) -> bool:
    """«в планах | новые проекты», not «в планах | сторон – …»: an adjective and its noun in the nominative."""
    tokens = scene.tokens
    if first + 1 >= scene.sentence.last or not is_noun(scene, first + 1) or scene.mention_at(first) is not None:
        return False
    adjective, noun = tokens[first].word, tokens[first + 1].word
    nominative = adjective is not None and adjective.pos == "ADJF" and any(p.case == "nomn" for p in adjective.parses)
    fits = noun is not None and any(p.case == "nomn" for p in noun.parses)
    return nominative and fits and not is_gathering(scene, first) and not is_delivery(scene, first)


def _may_be_subject(scene: Scene, first: int) -> bool:
    """Not «(закупку автобусов, а в перспективе –) и троллейбусов»: the noun stands in the nominative."""
    nouns = (w for i in range(first, min(first + 4, scene.sentence.last)) if (w := scene.tokens[i].word) is not None)
    noun = next((word for word in nouns if word.pos == "NOUN"), None)
    return noun is None or any(parse.case == "nomn" for parse in noun.parses)


def is_made(scene: Scene, first: int, *, exchanged: bool = False) -> bool:
    """«(масштабное) создание склада», «наращивание поставок», «реализация проектов»: it brings about more.

    ``exchanged``: an exchange does as well.
    """
    made = union(words().creation, words().growth, _EXCHANGES if exchanged else frozenset())
    for i in range(first, min(first + 3, scene.sentence.last)):
        word = scene.tokens[i].word
        if word is None or not word.is_pos("ADJF", "NOUN"):
            return False
        if word.pos == "NOUN":
            return bool(word.lemmas & made)
    return False


def _is_meant(scene: Scene, infinitive: int) -> bool:
    """«намерены (особое внимание) | уделить …», «решено уделить …»."""
    return any(max(scene.sentence.first, infinitive - _MEANT_REACH) <= i for i in scene.with_lemmas(words().intention)
               if i < infinitive)


_MEANT_REACH = 6


def _is_aim(scene: Scene, deed: int) -> bool:
    """«(цель встречи –) увеличить выпуск», not «(цель поездки –) ознакомиться с городом»."""
    word = scene.tokens[deed].word
    if word is None or not is_deed(scene, deed) or is_trade(scene, deed):
        return False
    return not any(lemma in events().verbs for lemma in word.lemmas)


def _is_given(scene: Scene, index: int) -> bool:
    """A noun of a deed in the dative, or its adjective."""
    word = scene.tokens[index].word
    if word is None or not word.is_pos("NOUN", "ADJF") or scene.mention_at(index) is not None:
        return False
    return any(p.case == "datv" and "anim" not in p.tags and not p.lemma.endswith("сть") for p in word.parses)


def _is_talk(scene: Scene, index: int) -> bool:
    """«обсудили»: of all that is talked about only «возможность …» is a plan."""
    word = scene.tokens[index].word
    return word is not None and bool(word.lemmas & words().discussion)


def _discussed(scene: Scene, index: int) -> bool:
    return any(
        token.word and not token.word.lemmas.isdisjoint(words().discussion)
        for token in scene.tokens[scene.sentence.first : index]
    )
