"""Plans: what the sides mean to do, apart from planned events and documents.

A plan begins at a word of intention («планируют», «предстоит», «договорились», «намерены»); its action
is what follows in the clause, with an object that stands before it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from pobratim.model.reading import Event, Plan, Quote
from pobratim.reading.context import Context
from pobratim.reading.once import union
from pobratim.reading.records.clauses import words_between
from pobratim.reading.records.lexicon import plans as words
from pobratim.reading.records.plans.deeds import (
    in_relative_clause,
    infinitive_after,
    infinitive_before,
    is_delivery,
    is_gathering,
    is_in_fields,
    is_promise,
    is_show,
    is_tie_or_signing,
    is_trade,
    next_noun,
    nothing_follows,
    object_before,
    object_of,
    of_gathering,
    participle_after,
)
from pobratim.reading.records.plans.doubts import is_asked, is_history, is_hoped, is_of_costs, is_state, is_vague
from pobratim.reading.records.plans.merging import goes_with, same
from pobratim.reading.records.plans.pieces import actors, due, pieces
from pobratim.reading.records.plans.subjects import who_acts
from pobratim.reading.records.scenes import Scene, scenes
from pobratim.reading.records.stands import Stands
from pobratim.reading.records.topics import topics_in
from pobratim.reading.text.furniture import is_furniture
from pobratim.reading.text.segments import DASHES
from pobratim.reading.triggers import Gate, needs

_SHORTEST = 2
"""Words of an action; a shorter one says nothing."""
_TALKED = frozenset({"обсудить", "обсуждаться", "обсуждать"})
_DIRECTLY = 3
"""«обсудили (скорое) открытие склада»: what was talked over stands right behind the verb."""
_GOES = frozenset({"идёт", "идет"})
_STEPS = frozenset({"шагом", "этапом", "результатом", "итогом", "проектом", "задачей"})
_POSSIBLE = frozenset({"можно", "реализовать", "возможно"})
_IS = frozenset({"являться", "быть", "стать", "остаться", "оставаться"})
_WILL_BE = frozenset({"будет", "будут", "будем"})


def find_plans(context: Context, stands: Stands, quotes: list[Quote], events: list[Event]) -> list[Plan]:
    """The plans of a document; a planned event of the same words is no plan besides."""
    planned = [span for event in events if event.status == "planned" for span in event.evidence]
    found: list[Plan] = []
    for scene in scenes(context, stands, quotes):
        if scene.in_title or is_asked(scene) or is_furniture(scene.context.layout.text, scene.sentence.start):
            continue  # a title says again what the text says
        for rule in _GATE.open_for(context, scene.sentence):
            for plan in rule(scene):
                told = any(same(plan, other) or goes_with(plan, other) for other in found)
                if not told and not _is_event(plan, planned):
                    found.append(plan)
    return found


@needs(lambda: words().intention)
def intended(scene: Scene) -> Iterator[Plan]:
    """«планируют расширять связи», «предстоит работать над …», «намерены открыть центр»."""
    for index in scene.with_lemmas(words().intention):
        deed = infinitive_after(scene, index)
        if deed is not None and not is_trade(scene, deed) and not of_gathering(scene, index, deed):
            yield from _plan(scene, index, deed, _from_trigger(scene, index, deed), "plan.intended", 0.72)


@needs(lambda: words().intention)
def resolved(scene: Scene) -> Iterator[Plan]:
    """«Взаимодействовать решено в медицине и спорте», «открыть филиал планируют в мае»."""
    for index in scene.with_lemmas(words().intention):
        deed = infinitive_before(scene, index)
        if deed is not None and infinitive_after(scene, index, whatever=True) is None:
            for plan in _plan(scene, index, deed, index + 1, "plan.resolved", 0.66):
                yield replace(plan, action=f"{words_between(scene, deed, index)} {plan.action}")


@needs(lambda: words().agreement)
def agreed(scene: Scene) -> Iterator[Plan]:
    """«договорились обмениваться опытом», «договорились об открытии центра», «согласовали проведение»."""
    for index in scene.with_lemmas(words().agreement):
        if is_history(scene, index):
            continue
        deed = infinitive_after(scene, index)
        if deed is not None:
            yield from _plan(scene, index, deed, _from_trigger(scene, index, deed), "plan.agreed", 0.72)
            continue
        first = object_of(scene, index)
        if first is None or is_gathering(scene, first):
            continue
        if is_in_fields(scene, first) or not is_delivery(scene, first):
            yield from _plan(scene, index, first, first, "plan.agreed", 0.66)


@needs(lambda: words().schedule)
def scheduled(scene: Scene) -> Iterator[Plan]:
    """«запланировано проведение …», «планируется обмен опытом», «предусмотрены поставки»."""
    for index in scene.with_lemmas(words().schedule):
        if infinitive_after(scene, index, whatever=True) is None:
            first = next_noun(scene, index)
            word = scene.tokens[index].word
            if word is not None and "предстоять" in word.lemmas and word.pos != "VERB":
                continue  # «предстоящие соревнования»
            if _infinitive_in_front(scene, index):
                continue  # «поздравить город планируют делегации»
            if first is not None and not is_gathering(scene, first) and not is_delivery(scene, first):
                yield from _plan(scene, index, first, first, "plan.scheduled", 0.62)


@needs(frozenset({"план", "перспектива"}))
def in_plans(scene: Scene) -> Iterator[Plan]:
    """«В планах – создание музейного маршрута», «в ближайших планах сторон – обмен студентами»."""
    tokens = scene.tokens
    for index in range(scene.sentence.first + 1, scene.sentence.last):
        if tokens[index].lower not in {"планах", "перспективе"}:
            continue
        for i in range(index + 1, min(index + 6, scene.sentence.last - 1)):
            if tokens[i].text in {"—", "–", "-", ":"} or tokens[i].lower in {"и", "также"}:
                if not is_gathering(scene, i + 1) and not is_delivery(scene, i + 1):
                    yield from _plan(scene, index, i + 1, i + 1, "plan.in_plans", 0.66)
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
                if first is not None and _is_made(scene, first):
                    yield from _plan(scene, index, first, first, "plan.aimed_at", 0.56)
                break


@needs(lambda: words().agreement | {"план"})
def planned_for(scene: Scene) -> Iterator[Plan]:
    """«наметили планы по реализации проектов», «договорённость по созданию комитета»."""
    tokens = scene.tokens
    for index in scene.with_lemmas(words().agreement | {"план"}):
        word = tokens[index].word
        if word is None or word.pos != "NOUN" or index + 2 >= scene.sentence.last or tokens[index + 1].lower != "по":
            continue
        if _is_made(scene, index + 2):
            yield from _plan(scene, index, index + 2, index + 2, "plan.planned_for", 0.56)


@needs(frozenset({"внимание"}))
def attended_to(scene: Scene) -> Iterator[Plan]:
    """«особое внимание уделят обмену школьниками»: what it is given to stands in the dative."""
    tokens = scene.tokens
    for index in scene.with_lemmas(frozenset({"уделить", "уделять"})):
        word = tokens[index].word
        near = tokens[max(scene.sentence.first, index - 3) : min(index + 4, scene.sentence.last)]
        if word is None or not any(token.lemma == "внимание" for token in near):
            continue
        to_come = tokens[index - 1].lower in _WILL_BE or any("futr" in parse.tags for parse in word.parses)
        first = next((i for i in range(index + 1, min(index + 5, scene.sentence.last)) if _is_given(scene, i)), None)
        if to_come and first is not None and not is_gathering(scene, first) and not is_delivery(scene, first):
            yield from _plan(scene, index, first, first, "plan.attended_to", 0.56)


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
            if following is not None and following.is_pos("NOUN", "ADJF", "INFN") and not is_delivery(scene, first):
                yield from _plan(scene, index, first, first, "plan.considered", 0.56)
            break


def future(scene: Scene) -> Iterator[Plan]:
    """«будем обмениваться делегациями», «завод увеличит поставки», «специалистов направим в ноябре»."""
    for index in range(scene.sentence.first, scene.sentence.last):
        word = scene.tokens[index].word
        if word is None or word.pos != "VERB" or scene.mention_at(index) is not None:
            continue
        if word.form in _WILL_BE:
            deed = infinitive_after(scene, index) or participle_after(scene, index)
            if deed is None or is_trade(scene, deed) or in_relative_clause(scene, index):
                continue
            if is_show(scene, index, deed):
                continue
            if scene.tokens[deed].lemma == "работать" and of_gathering(scene, index, deed):
                continue
            if not is_state(scene, deed) and not is_hoped(scene, index):
                first = _whole(scene, index, deed)
                yield from _plan(scene, index, deed, deed if first == index else first, "plan.will_be", 0.56)
        elif is_promise(scene, index, word) and not is_hoped(scene, index) and not is_show(scene, index, index):
            yield from _plan(scene, index, index, _whole(scene, index, index), "plan.future", 0.52)


@needs(frozenset({"смочь", "мочь"}))
def possible(scene: Scene) -> Iterator[Plan]:
    """«города смогут приглашать друг друга», «в городе может появиться цех»."""
    for index in scene.with_lemmas(frozenset({"смочь", "мочь"})):
        deed = infinitive_after(scene, index)
        if deed is None or in_relative_clause(scene, index) or is_hoped(scene, index) or is_trade(scene, deed):
            continue
        word = scene.tokens[deed].word
        begins = word is not None and bool(word.lemmas & words().beginnings)
        may = scene.tokens[index].lemma == "мочь"
        if (may and begins) or (not may and who_acts(scene, index)):
            yield from _plan(scene, index, deed, index if begins else deed, "plan.possible", 0.5)


@needs(_TALKED | {"речь", "стать"})
def to_be_created(scene: Scene) -> Iterator[Plan]:
    """«речь идёт об открытии центра», «обсудили открытие склада», «следующим шагом станет открытие центра»."""
    tokens = scene.tokens
    for index in range(scene.sentence.first, scene.sentence.last - 3):
        going_on = tokens[index].lower == "речь" and {t.lower for t in tokens[index + 1 : index + 4]} & _GOES
        talked = tokens[index].lemma in _TALKED
        step = tokens[index].lower == "станет" and {t.lower for t in tokens[index - 2 : index]} & _STEPS
        if not (going_on or talked or step):
            continue
        reach = _DIRECTLY if talked else 7
        for i in range(index + 1, min(index + reach, scene.sentence.last)):
            word = tokens[i].word
            if word is not None and word.lemmas & words().creation:
                yield from _plan(scene, index, i, i, "plan.to_be_created", 0.58)
                break


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
        if not any(i > index for i in scene.with_lemmas(union(words().intention, _POSSIBLE))):
            continue  # «обсудили совместные мероприятия» alone
        yield from _plan(scene, index, index, index, "plan.joint_measures", 0.66, through=True)


PlanRule = Callable[[Scene], Iterator[Plan]]

PLAN_RULES: tuple[PlanRule, ...] = (
    intended,
    resolved,
    agreed,
    scheduled,
    in_plans,
    aimed_at,
    planned_for,
    attended_to,
    considered,
    to_be_created,
    future,
    possible,
    joint_measures,
)
_GATE = Gate(PLAN_RULES)


# ---------------------------------------------------------------- what the rules share


def _is_made(scene: Scene, first: int) -> bool:
    """«(масштабное) создание склада», «наращивание поставок», «реализация проектов»: it brings about more."""
    for i in range(first, min(first + 3, scene.sentence.last)):
        word = scene.tokens[i].word
        if word is None or not word.is_pos("ADJF", "NOUN"):
            return False
        if word.pos == "NOUN":
            return bool(word.lemmas & union(words().creation, words().growth))
    return False


def _is_given(scene: Scene, index: int) -> bool:
    """A noun of a deed in the dative, or its adjective."""
    word = scene.tokens[index].word
    if word is None or not word.is_pos("NOUN", "ADJF") or scene.mention_at(index) is not None:
        return False
    return any(p.case == "datv" and "anim" not in p.tags and not p.lemma.endswith("сть") for p in word.parses)


def _whole(scene: Scene, index: int, deed: int) -> int:
    """Where the action begins: at the verb, or with an object that stands before it and has no subject beside."""
    word = scene.tokens[index].word
    own = word is not None and any("1per" in p.tags for p in word.parses)
    done = scene.tokens[deed].word
    own = own or (deed > index and done is not None and done.pos == "PRTS")
    return scene.clauses.begin_at(index) if own or nothing_follows(scene, deed) else index


def _infinitive_in_front(scene: Scene, index: int) -> bool:
    words_before = (scene.tokens[i].word for i in range(scene.clauses.begin_at(index), index))
    return any(word is not None and word.pos == "INFN" for word in words_before)


def _from_trigger(scene: Scene, index: int, deed: int) -> int:
    """What stands between the word of intention and its infinitive belongs to the action, but for whom it is told to
    («предложил гостям из Минска создать …») and another infinitive («подписать план и создать …»)."""
    for i in range(index + 1, deed):
        word, mention = scene.tokens[i].word, scene.mention_at(i)
        named = mention is not None and scene.context.by_id[mention.entity].type == "person"
        told_to = i == index + 1 and word is not None and word.pos == "NOUN" and word.parses[0].case == "datv"
        if named or told_to or (word is not None and word.pos == "INFN"):
            return deed
    return index + 1


def _is_talk(scene: Scene, index: int) -> bool:
    """«обсудили»: of all that is talked about only «возможность …» is a plan."""
    word = scene.tokens[index].word
    return word is not None and bool(word.lemmas & words().discussion)


def _discussed(scene: Scene, index: int) -> bool:
    return any(
        token.word and not token.word.lemmas.isdisjoint(words().discussion)
        for token in scene.tokens[scene.sentence.first : index]
    )


def _plan(
    scene: Scene, trigger: int, deed: int, first: int, rule: str, confidence: float, *, through: bool = False
) -> Iterator[Plan]:
    if _is_denied(scene, trigger, deed) or is_of_costs(scene, deed) or is_vague(scene, deed):
        return
    if is_tie_or_signing(scene, deed):
        return
    found = [(first, scene.sentence.last)] if through else pieces(scene, first, deed)
    for number, (begin, last) in enumerate(found):
        if number and _says_nothing(scene, begin, last):
            continue
        action = words_between(scene, begin, last)
        start = scene.clauses.begin_at(trigger)
        verb = scene.tokens[trigger].word
        noun = verb is None or verb.pos == "NOUN"  # «принято решение увеличить выпуск»
        alone = number == 0 and rule == "plan.intended" and nothing_follows(scene, deed)
        if alone and not noun and object_before(scene, trigger, start):
            action = f"{words_between(scene, start, trigger)} {action}"
        if sum(word.isalpha() for word in action.replace("-", "").split()) < _SHORTEST:
            continue
        yield Plan(
            actors=actors(scene, trigger),
            action=action,
            due=due(scene, begin, last),
            topics=topics_in(scene.tokens[begin:last]),
            evidence=(scene.span,),
            confidence=confidence,
            rule=rule,
        )


def _says_nothing(scene: Scene, first: int, last: int) -> bool:
    """«создадим совет и вернёмся к вопросу через год»: of the further deeds one may be none."""
    for token in scene.tokens[first:last]:
        if token.word is not None and token.word.pos == "VERB":
            return bool(token.word.lemmas & words().never_future)
    return False


def _is_denied(scene: Scene, trigger: int, deed: int) -> bool:
    """«не планируют», «не разочаруем»."""
    return any(i > scene.sentence.first and scene.tokens[i - 1].lower == "не" for i in (trigger, deed))


def _is_event(plan: Plan, planned: list[tuple[int, int]]) -> bool:
    """Is what is scheduled a planned event of the same sentence?"""
    if plan.rule != "plan.scheduled":
        return False
    return any(start <= plan.evidence[0][0] and plan.evidence[0][1] <= end for start, end in planned)
