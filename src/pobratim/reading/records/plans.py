"""Plans: what the sides mean to do, apart from planned events and documents.

A plan begins at a word of intention («планируют», «предстоит», «договорились», «намерены»); its action
is what follows in the clause.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pobratim.model.reading import Event, Plan, Quote
from pobratim.reading.context import Context
from pobratim.reading.morph import Word
from pobratim.reading.records.clauses import clause_end, words_between
from pobratim.reading.records.lexicon import plans as words
from pobratim.reading.records.scenes import Scene, scenes
from pobratim.reading.records.stands import Stands
from pobratim.reading.records.topics import topics_in

_DUE_KINDS = frozenset({"until", "period", "point"})
_SHORTEST = 3
"""Words of an action; a shorter one says nothing."""


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
        first = _first_infinitive(scene, index)
        if first is not None:
            yield from _plan(scene, index, first, "plan.intended", 0.76)


def agreed(scene: Scene) -> Iterator[Plan]:
    """«договорились обмениваться опытом», «договорились об открытии центра», «согласовали проведение»."""
    for index in _triggers(scene, words().agreement):
        first = _first_infinitive(scene, index)
        if first is None:
            first = _after_preposition(scene, index)
        if first is not None:
            yield from _plan(scene, index, first, "plan.agreed", 0.7)


def scheduled(scene: Scene) -> Iterator[Plan]:
    """«запланировано проведение …», «планируется обмен опытом», «предусмотрены поставки»."""
    for index in _triggers(scene, words().schedule):
        if _first_infinitive(scene, index) is None:
            first = _next_noun(scene, index)
            if first is not None:
                yield from _plan(scene, index, first, "plan.scheduled", 0.68)


def future(scene: Scene) -> Iterator[Plan]:
    """«будем обмениваться делегациями», «завод увеличит поставки», «мы заложим в документы задачи»."""
    for index in range(scene.sentence.first, scene.sentence.last):
        word = scene.tokens[index].word
        if word is None or not word.parses:
            continue
        parse = word.parses[0]
        if not _is_future(word) or word.lemmas & words().never_future:
            continue
        if parse.lemma == "быть":
            first = _first_infinitive(scene, index)
            if first is not None:
                yield from _plan(scene, index, first, "plan.future", 0.5)
        elif scene.speaker is not None or _subject_acts(scene, index):
            yield from _plan(scene, index, index, "plan.future", 0.5)


def _is_future(word: Word) -> bool:
    """A verb that can only be read as future («реализуем» may be present)."""
    verbs = [parse for parse in word.parses if parse.pos == "VERB"]
    return word.pos == "VERB" and all("futr" in parse.tags for parse in verbs)


def joint_measures(scene: Scene) -> Iterator[Plan]:
    """«шла речь о совместных мероприятиях, которые можно реализовать …»."""
    tokens = scene.tokens
    for index in range(scene.sentence.first, scene.sentence.last - 1):
        word, following = tokens[index].word, tokens[index + 1].word
        if word is None or following is None or word.lemma != "совместный":
            continue
        if following.lemmas.isdisjoint(words().measures) or not _discussed(scene, index):
            continue
        yield from _plan(scene, index, index, "plan.joint_measures", 0.7, through=True)


PlanRule = Callable[[Scene], Iterator[Plan]]

PLAN_RULES: tuple[PlanRule, ...] = (intended, agreed, scheduled, future, joint_measures)


# ---------------------------------------------------------------- what the rules share


def _triggers(scene: Scene, lemmas: frozenset[str]) -> Iterator[int]:
    for index in range(scene.sentence.first, scene.sentence.last):
        word = scene.tokens[index].word
        if word is not None and not word.lemmas.isdisjoint(lemmas):
            yield index


def _first_infinitive(scene: Scene, index: int) -> int | None:
    """The infinitive that the word governs, with what stands between («в два раза увеличить»)."""
    for i in range(index + 1, min(scene.sentence.last, index + 7)):
        word = scene.tokens[i].word
        if word is None:
            return None
        if any(p.pos == "INFN" for p in word.parses):
            if word.lemmas & words().never_future:
                return None
            return index + 1 if i > index + 1 else i
        if any(p.pos == "VERB" and p.score > 0.5 for p in word.parses):
            return None
    return None


def _after_preposition(scene: Scene, index: int) -> int | None:
    """«об открытии …», «о поставках …», or the object itself («согласовали проведение …»)."""
    for i in range(index + 1, min(scene.sentence.last, index + 5)):
        word = scene.tokens[i].word
        if word is None:
            return None
        if word.form in {"о", "об"}:
            return i + 1
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


def _subject_acts(scene: Scene, index: int) -> bool:
    """A place, a person or an organization stands before the verb in the sentence."""
    before = scene.context.mentions_in(scene.sentence.start, scene.tokens[index].start)
    return bool(before)


def _discussed(scene: Scene, index: int) -> bool:
    return any(
        token.word and not token.word.lemmas.isdisjoint(words().discussion)
        for token in scene.tokens[scene.sentence.first : index]
    )


def _plan(
    scene: Scene, trigger: int, first: int, rule: str, confidence: float, *, through: bool = False
) -> Iterator[Plan]:
    last = scene.sentence.last if through else clause_end(scene, first)
    while last > first and scene.tokens[last - 1].word is None:
        last -= 1
    action = words_between(scene, first, last)
    if sum(token.word is not None for token in scene.tokens[first:last]) < _SHORTEST:
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
    return any(start <= plan.evidence[0][0] and plan.evidence[0][1] <= end for start, end in planned)


def _same(left: Plan, right: Plan) -> bool:
    """One action within the other: found by two rules or told twice."""
    return left.action in right.action or right.action in left.action
