"""Plans: what the sides mean to do, apart from planned events and documents.

A plan begins at a word of intention («планируют», «предстоит», «договорились», «намерены»); its action
is what follows in the clause, with an object that stands before it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pobratim.model.reading import Event, Plan, Quote
from pobratim.reading.context import Context
from pobratim.reading.records.clauses import clause_end, words_between
from pobratim.reading.records.lexicon import plans as words
from pobratim.reading.records.plan_deeds import (
    in_relative_clause,
    infinitive_after,
    is_delivery,
    is_gathering,
    is_promise,
    is_trade,
    nothing_follows,
    object_before,
    participle_after,
    start_of_clause,
)
from pobratim.reading.records.scenes import Scene, scenes
from pobratim.reading.records.stands import Stands
from pobratim.reading.records.topics import topics_in

_DUE_KINDS = frozenset({"until", "period", "point"})
_SHORTEST = 2
"""Words of an action; a shorter one says nothing."""
_POINTING = frozenset({"этот", "это", "данный"})
_WILL_BE = frozenset({"будет", "будут", "будем"})


def find_plans(context: Context, stands: Stands, quotes: list[Quote], events: list[Event]) -> list[Plan]:
    """The plans of a document; a planned event of the same words is no plan besides."""
    planned = [span for event in events if event.status == "planned" for span in event.evidence]
    found: list[Plan] = []
    for scene in scenes(context, stands, quotes):
        if scene.in_title:
            continue  # it says again what the text says
        for rule in PLAN_RULES:
            for plan in rule(scene):
                if not _is_event(plan, planned) and not any(_same(plan, other) for other in found):
                    found.append(plan)
    return found


def intended(scene: Scene) -> Iterator[Plan]:
    """«планируют расширять связи», «предстоит работать над …», «намерены открыть центр»."""
    for index in _triggers(scene, words().intention):
        deed = infinitive_after(scene, index)
        if deed is not None and not is_trade(scene, deed):
            yield from _plan(scene, index, deed, _from_trigger(index, deed), "plan.intended", 0.72)


def agreed(scene: Scene) -> Iterator[Plan]:
    """«договорились обмениваться опытом», «договорились об открытии центра», «согласовали проведение»."""
    for index in _triggers(scene, words().agreement):
        deed = infinitive_after(scene, index)
        if deed is not None:
            yield from _plan(scene, index, deed, _from_trigger(index, deed), "plan.agreed", 0.72)
            continue
        first = _after_preposition(scene, index)
        if first is not None and not is_delivery(scene, first) and not is_gathering(scene, first):
            yield from _plan(scene, index, first, first, "plan.agreed", 0.66)


def scheduled(scene: Scene) -> Iterator[Plan]:
    """«запланировано проведение …», «планируется обмен опытом», «предусмотрены поставки»."""
    for index in _triggers(scene, words().schedule):
        if infinitive_after(scene, index, whatever=True) is None:
            first = _next_noun(scene, index)
            if first is not None and not is_gathering(scene, first) and not is_delivery(scene, first):
                yield from _plan(scene, index, first, first, "plan.scheduled", 0.62)


def in_plans(scene: Scene) -> Iterator[Plan]:
    """«В планах – создание музейного маршрута», «в ближайших планах сторон – обмен студентами»."""
    tokens = scene.tokens
    for index in range(scene.sentence.first + 1, scene.sentence.last):
        if tokens[index].lower not in {"планах", "перспективе"}:
            continue
        for i in range(index + 1, min(index + 6, scene.sentence.last - 1)):
            if tokens[i].text in {"—", "–", "-", ":"}:
                if not is_gathering(scene, i + 1):
                    yield from _plan(scene, index, i + 1, i + 1, "plan.in_plans", 0.66)
                break


def considered(scene: Scene) -> Iterator[Plan]:
    """«рассматривается возможность открытия рейса», «прорабатывается вопрос создания центра»."""
    tokens = scene.tokens
    for index in _triggers(scene, words().considered | words().discussion):
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
        if word is None or not word.parses or scene.mention_at(index) is not None:
            continue
        if word.form in _WILL_BE:
            deed = infinitive_after(scene, index) or participle_after(scene, index)
            if deed is not None and not is_trade(scene, deed) and not in_relative_clause(scene, index):
                first = _whole(scene, index, deed)
                yield from _plan(scene, index, deed, deed if first == index else first, "plan.will_be", 0.56)
        elif is_promise(scene, index, word):
            yield from _plan(scene, index, index, _whole(scene, index, index), "plan.future", 0.52)


def joint_measures(scene: Scene) -> Iterator[Plan]:
    """«шла речь о совместных мероприятиях, которые можно реализовать …»."""
    tokens = scene.tokens
    for index in range(scene.sentence.first, scene.sentence.last - 1):
        word, following = tokens[index].word, tokens[index + 1].word
        if word is None or following is None or word.lemma != "совместный":
            continue
        if following.lemmas.isdisjoint(words().measures) or not _discussed(scene, index):
            continue
        yield from _plan(scene, index, index, index, "plan.joint_measures", 0.66, through=True)


PlanRule = Callable[[Scene], Iterator[Plan]]

PLAN_RULES: tuple[PlanRule, ...] = (intended, agreed, scheduled, in_plans, considered, future, joint_measures)


# ---------------------------------------------------------------- what the rules share


def _triggers(scene: Scene, lemmas: frozenset[str]) -> Iterator[int]:
    for index in range(scene.sentence.first, scene.sentence.last):
        word = scene.tokens[index].word
        if word is not None and not word.lemmas.isdisjoint(lemmas):
            yield index


def _whole(scene: Scene, index: int, deed: int) -> int:
    """Where the action begins: at the verb, or with an object that stands before it and has no subject beside."""
    word = scene.tokens[index].word
    own = word is not None and any("1per" in p.tags for p in word.parses)
    return start_of_clause(scene, index) if own or nothing_follows(scene, deed) else index


def _from_trigger(index: int, deed: int) -> int:
    """What stands between the word of intention and its infinitive belongs to the action."""
    return index + 1 if deed > index + 1 else deed


def _after_preposition(scene: Scene, index: int) -> int | None:
    """«об открытии …», «о поставках …», or the object itself («согласовали проведение …»)."""
    for i in range(index + 1, min(scene.sentence.last, index + 5)):
        word = scene.tokens[i].word
        if word is None:
            return None
        if word.form in {"о", "об"}:
            following = scene.tokens[i + 1] if i + 1 < scene.sentence.last else None
            return i + 1 if following is not None and following.lower not in {"том", "этом", "чём", "чем"} else None
        if word.form == "с":
            continue
    return _next_noun(scene, index) if _is_transitive(scene, index) else None


def _is_transitive(scene: Scene, index: int) -> bool:
    word = scene.tokens[index].word
    return word is not None and bool(word.lemmas & words().takes_object)


def _next_noun(scene: Scene, index: int) -> int | None:
    for i in range(index + 1, min(scene.sentence.last, index + 4)):
        word = scene.tokens[i].word
        if word is None or (word.is_pos("PREP") and word.form != "на"):
            return None
        if word.is_pos("NOUN", "ADJF") and word.form not in {"также", "и"}:
            return i
    return None


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
    last = scene.sentence.last if through else clause_end(scene, deed)
    last = _without_reference(scene, deed, last)
    action = words_between(scene, first, last)
    start = start_of_clause(scene, trigger)
    if rule == "plan.intended" and nothing_follows(scene, deed) and object_before(scene, trigger, start):
        action = f"{words_between(scene, start, trigger)} {action}"
    if sum(word.isalpha() for word in action.replace("-", "").split()) < _SHORTEST:
        return
    yield Plan(
        actors=_actors(scene, trigger),
        action=action,
        due=_due(scene, first, last),
        topics=topics_in(scene.tokens[first:last]),
        evidence=(scene.span,),
        confidence=confidence,
        rule=rule,
    )


def _without_reference(scene: Scene, deed: int, last: int) -> int:
    """«обмениваться делегациями по этому направлению»: what points back says nothing by itself."""
    for i in range(last - 2, deed + 1, -1):
        if scene.tokens[i].lemma in _POINTING and scene.tokens[i - 1].lower in {"в", "по", "на"} and last - i <= 3:
            return i - 1
    return last


def _actors(scene: Scene, trigger: int) -> tuple[str, ...]:
    """Whose places or firms stand before the verb; the speaker's own; else the document's pair."""
    position = scene.tokens[trigger].start
    before = [stand for stand in scene.stands if stand.end <= position and stand.role in {"other", "between"}]
    if before:
        return tuple(dict.fromkeys(stand.place for stand in before))[:2]
    firms = [m.entity for m in scene.organizations if m.end <= position and scene.speaker is None]
    if firms:
        return tuple(dict.fromkeys(firms))[:2]
    return scene.stands_of_document.pair or ((scene.speaker_place,) if scene.speaker_place else ())


def _due(scene: Scene, first: int, last: int) -> str | None:
    """«до конца 2026 года» anywhere in the sentence; «в 2027 году», «на 2026–2028 годы» in the action.

    A single date before the action counts as well: «В мае откроется магазин». A term is told by its last day.
    """
    start, end = scene.tokens[first].start, scene.tokens[last - 1].end
    dates = [d for d in scene.context.dates_in(*scene.span) if d.edtf and d.kind in _DUE_KINDS]
    until = [date for date in dates if date.kind == "until"]
    inside = [date for date in dates if start <= date.start < end]
    before = dates if len(dates) == 1 and dates[0].end <= start else []
    chosen = (until or inside or before)[:1]
    return (chosen[0].edtf or "").removeprefix("../") or None if chosen else None


def _is_event(plan: Plan, planned: list[tuple[int, int]]) -> bool:
    """Is what is scheduled a planned event of the same sentence?"""
    if plan.rule != "plan.scheduled":
        return False
    return any(start <= plan.evidence[0][0] and plan.evidence[0][1] <= end for start, end in planned)


def _same(left: Plan, right: Plan) -> bool:
    """One action within the other: found by two rules or told twice."""
    return left.action in right.action or right.action in left.action
