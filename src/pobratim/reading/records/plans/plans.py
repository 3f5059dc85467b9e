"""Plans: what the sides mean to do, apart from planned events and documents.

A plan begins at a word of intention («планируют», «предстоит», «договорились», «намерены»); its action
is what follows in the clause, with an object that stands before it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from pobratim.model.reading import Agreement, Event, Plan, Quote
from pobratim.reading.context import Context
from pobratim.reading.once import union
from pobratim.reading.records.clauses import is_noun
from pobratim.reading.records.lexicon import plans as words
from pobratim.reading.records.plans.beginnings import behind_subject, from_trigger, whole
from pobratim.reading.records.plans.deeds import (
    WILL_BE,
    in_relative_clause,
    is_delivery,
    is_in_fields,
    is_promise,
    is_trade,
)
from pobratim.reading.records.plans.doubts import (
    is_asked,
    is_history,
    is_hoped,
    is_past,
    is_possible,
    is_state,
    is_wondered,
    was_meant,
)
from pobratim.reading.records.plans.foreseen import scheduled
from pobratim.reading.records.plans.gatherings import is_gathering, is_show, of_gathering, only_holds
from pobratim.reading.records.plans.infinitives import (
    infinitive_after,
    infinitive_before,
    joined_infinitive,
    listed_after,
    participle_after,
)
from pobratim.reading.records.plans.merging import goes_with, same
from pobratim.reading.records.plans.named import (
    ATTENDING,
    aimed_at,
    attended_to,
    considered,
    decided_on,
    in_plans,
    joint_measures,
    made_possible,
    planned_for,
    ready_for,
    there_will_be,
    to_be_created,
)
from pobratim.reading.records.plans.objects import next_noun, object_of
from pobratim.reading.records.plans.subjects import who_acts
from pobratim.reading.records.plans.told import plans_told
from pobratim.reading.records.scenes import Scene, scenes
from pobratim.reading.records.stands import Stands
from pobratim.reading.text.furniture import is_furniture
from pobratim.reading.triggers import Gate, needs


def find_plans(
    context: Context, stands: Stands, quotes: list[Quote], events: list[Event], agreements: Sequence[Agreement] = ()
) -> list[Plan]:
    """The plans of a document; a planned event of the same words is no plan besides."""
    planned = [span for event in events if event.status == "planned" for span in event.evidence]
    told = [scene for scene in scenes(context, stands, quotes) if not is_asked(scene)]
    told = [scene for scene in told if not is_furniture(context.layout.text, scene.sentence.start)]
    found: list[Plan] = []
    for scene in told:
        if not scene.in_title:
            _add_plans(scene, planned, found)
    if not found:  # a title says again what the text says, where that says it
        for scene in told:
            if scene.in_title:
                _add_plans(scene, planned, found, only="plan.intended")
    return [_of_those_who_signed(context, plan, stands, agreements) for plan in found]


def _add_plans(scene: Scene, planned: list[tuple[int, int]], found: list[Plan], only: str | None = None) -> None:
    """The further plans of one sentence, of one rule ``only``."""
    for rule in _GATE.open_for(scene.context, scene.sentence):
        for plan in rule(scene):
            again = any(same(plan, other) or goes_with(plan, other) for other in found)
            if not again and not _is_event(plan, planned) and only in {None, plan.rule}:
                found.append(plan)


def _of_those_who_signed(context: Context, plan: Plan, stands: Stands, agreements: Sequence[Agreement]) -> Plan:
    """«Договор предусматривает обмен студентами»: of the two universities whose one document the text is about,
    where the sentence names none of the places that it would be of otherwise."""
    signed = {agreement.parties for agreement in agreements if len(agreement.parties) > 1}
    if len(signed) != 1 or plan.actors != stands.pair:
        return plan
    (parties,) = signed
    firms = all(context.by_id[party].type == "organization" for party in parties)
    named = any(m.entity in plan.actors for span in plan.evidence for m in context.mentions_in(*span))
    return replace(plan, actors=parties) if firms and not named else plan


@needs(lambda: words().intention)
def intended(scene: Scene) -> Iterator[Plan]:
    """«планируют расширять связи», «предстоит работать над …», «намерены открыть центр»."""
    for index in scene.with_lemmas(words().intention):
        if was_meant(scene, index) or (is_past(scene, index) and is_history(scene, index)):
            continue
        deed = infinitive_after(scene, index)
        if deed is not None and is_trade(scene, deed, index):
            deed = joined_infinitive(scene, deed)  # «готов поставлять лифты, а также построить склад»
        if deed is not None and scene.tokens[deed].lemma in ATTENDING:
            continue  # told by ``attended_to``
        if deed is not None and is_show(scene, index, deed) and _is_of_one(scene, deed):
            continue  # «предложили провести выставку»
        if deed is not None and not is_trade(scene, deed, index) and not of_gathering(scene, index, deed):
            yield from plans_told(scene, index, deed, from_trigger(scene, index, deed), "plan.intended", 0.72)


@needs(frozenset({"план"}))
def with_a_plan(scene: Scene) -> Iterator[Plan]:
    """«поделился планами пригласить школьников»: the infinitive stands right behind the noun."""
    for index in scene.with_lemmas(frozenset({"план"})):
        deed = infinitive_after(scene, index)
        if deed == index + 1 and not is_trade(scene, deed) and not of_gathering(scene, index, deed):
            yield from plans_told(scene, index, deed, deed, "plan.with_a_plan", 0.62)


@needs(lambda: words().intention)
def resolved(scene: Scene) -> Iterator[Plan]:
    """«Взаимодействовать решено в медицине и спорте», «открыть филиал планируют в мае»."""
    for index in scene.with_lemmas(words().intention):
        word = scene.tokens[index].word
        deed = infinitive_before(scene, index)
        if deed is None or (word is not None and word.pos == "NOUN"):
            continue  # «привнести в театр новые решения»
        if infinitive_after(scene, index, whatever=True) is None and listed_after(scene, index) is None:
            tail = behind_subject(scene, index + 1)
            yield from plans_told(scene, index, deed, tail, "plan.resolved", 0.66, lead=deed)


@needs(lambda: union(words().intention, words().agreement))
def listed(scene: Scene) -> Iterator[Plan]:
    """«договорились о следующем: создать совет, …», «сотрудничать намерены так: открыть …»."""
    for index in scene.with_lemmas(union(words().intention, words().agreement)):
        deed = listed_after(scene, index)
        if deed is not None and not is_trade(scene, deed):
            yield from plans_told(scene, index, deed, deed, "plan.listed", 0.66)


@needs(lambda: words().agreement)
def agreed(scene: Scene) -> Iterator[Plan]:
    """«договорились обмениваться опытом», «договорились об открытии центра», «согласовали проведение»."""
    for index in scene.with_lemmas(words().agreement):
        if is_history(scene, index):
            continue
        deed = infinitive_after(scene, index)
        if deed is not None:
            yield from plans_told(scene, index, deed, from_trigger(scene, index, deed), "plan.agreed", 0.72)
            continue
        first = object_of(scene, index)
        if first is None or is_gathering(scene, first):
            continue
        if is_in_fields(scene, first) or not is_delivery(scene, first):
            yield from plans_told(scene, index, first, first, "plan.agreed", 0.66)


def future(scene: Scene) -> Iterator[Plan]:
    """«будем обмениваться делегациями», «завод увеличит поставки», «специалистов направим в ноябре»."""
    for index in range(scene.sentence.first, scene.sentence.last):
        word = scene.tokens[index].word
        if word is None or word.pos != "VERB" or scene.mention_at(index) is not None or is_wondered(scene, index):
            continue
        if word.form in WILL_BE:
            if _goes_on(scene, index):
                continue
            deed = infinitive_after(scene, index) or participle_after(scene, index)
            if deed is None or is_trade(scene, deed) or in_relative_clause(scene, index):
                continue
            if is_show(scene, index, deed) or not _is_done(scene, index, deed) or is_possible(scene, index):
                continue
            if scene.tokens[deed].lemma == "работать" and of_gathering(scene, index, deed):
                continue
            if not is_state(scene, deed) and not is_hoped(scene, index):
                first = whole(scene, index, deed)
                yield from plans_told(scene, index, deed, deed if first == index else first, "plan.will_be", 0.56)
        elif is_promise(scene, index, word) and not is_hoped(scene, index) and not is_show(scene, index, index):
            yield from plans_told(scene, index, index, whole(scene, index, index), "plan.future", 0.52)


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
        done = word is not None and bool(word.lemmas & words().deeds)
        if (may and begins) or (not may and done and who_acts(scene, index)):
            yield from plans_told(scene, index, deed, index if begins else deed, "plan.possible", 0.5)


def _is_done(scene: Scene, index: int, deed: int) -> bool:
    """«будут обмениваться студентами», «будет создана группа»; of others than the speaker a deed must be told."""
    word = scene.tokens[deed].word
    return scene.tokens[index].lower == "будем" or (word is not None and bool(word.lemmas & words().deeds))


PlanRule = Callable[[Scene], Iterator[Plan]]

PLAN_RULES: tuple[PlanRule, ...] = (
    intended,
    with_a_plan,
    resolved,
    listed,
    agreed,
    scheduled,
    in_plans,
    aimed_at,
    planned_for,
    attended_to,
    considered,
    made_possible,
    ready_for,
    decided_on,
    to_be_created,
    future,
    possible,
    there_will_be,
    joint_measures,
)
_GATE = Gate(PLAN_RULES)


# ---------------------------------------------------------------- what the rules share


def _is_of_one(scene: Scene, deed: int) -> bool:
    """«провести выставку», not «провести форумы, выставки, ярмарки»."""
    noun = next_noun(scene, deed)
    while noun is not None and not is_noun(scene, noun) and noun + 1 < scene.sentence.last:
        noun += 1
    return noun is not None and scene.is_singular(noun)


def _goes_on(scene: Scene, index: int) -> bool:
    """«продолжат обмены, в том числе | будут …»: of the deed told before."""
    first = scene.clauses.begin_at(index)
    return tuple(token.lower for token in scene.tokens[first : first + 3]) == ("в", "том", "числе")


def _is_event(plan: Plan, planned: list[tuple[int, int]]) -> bool:
    """Is what is scheduled, or to be held, a planned event of the same sentence?"""
    if plan.rule != "plan.scheduled" and not only_holds(plan.action):
        return False
    if plan.rule == "plan.scheduled" and "," in plan.action:
        return False  # «организация визитов, обмен информацией, поддержка школ»
    return any(start <= plan.evidence[0][0] and plan.evidence[0][1] <= end for start, end in planned)
