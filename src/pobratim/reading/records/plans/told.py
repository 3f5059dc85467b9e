"""A plan as it is told: its action in pieces, by when, by whom; what is denied or says nothing is none."""

from __future__ import annotations

from collections.abc import Iterator

from pobratim.model.reading import Plan
from pobratim.reading.once import union
from pobratim.reading.records.clauses import is_noun, item_between, words_between
from pobratim.reading.records.lexicon import plans as words
from pobratim.reading.records.offers.nouns import hangs_on_preposition, is_date
from pobratim.reading.records.place_kinds import PLACE_NOUNS
from pobratim.reading.records.plans.deeds import WILL_BE, is_tie_or_signing
from pobratim.reading.records.plans.doubts import is_of_costs, is_vague
from pobratim.reading.records.plans.objects import nothing_follows, object_before, points_back
from pobratim.reading.records.plans.pieces import actors, due, pieces
from pobratim.reading.records.scenes import Scene
from pobratim.reading.records.topics import topics_in
from pobratim.reading.text.morph import word

_WITH_OBJECT_BEFORE = frozenset({"plan.intended", "plan.agreed"})
_MEANT = frozenset({"план", "замысел", "задумка", "идея", "намерение"})
_SHORTEST = 2
"""Words of an action; a shorter one says nothing."""


def plans_told(
    scene: Scene,
    trigger: int,
    deed: int,
    first: int,
    rule: str,
    confidence: float,
    *,
    through: bool = False,
    lead: int | None = None,
) -> Iterator[Plan]:
    """``through``: the action goes on to the end of the sentence; ``lead``: it begins there, before the trigger."""
    if _is_denied(scene, trigger, deed) or is_of_costs(scene, deed) or is_vague(scene, deed):
        return
    if is_tie_or_signing(scene, deed) or points_back(scene, deed) or _is_of_relative(scene, trigger, deed):
        return
    if through:
        found = [(first, scene.sentence.last)]
    else:
        found = pieces(scene, first, deed) if first < scene.sentence.last else [(trigger, trigger)]
    for number, (begin, last) in enumerate(found):
        if number and _says_nothing(scene, begin, last):
            continue
        action = _in_nominative(scene, begin, last) if begin == deed else words_between(scene, begin, last)
        told = [*range(begin, last)]
        if lead is not None and not number:
            told = [*range(lead, trigger), *told]
            action = f"{words_between(scene, lead, trigger)} {action}".strip()
        start = scene.clauses.begin_at(trigger)
        verb = scene.tokens[trigger].word
        noun = verb is None or verb.pos == "NOUN"  # «принято решение увеличить выпуск»
        done = scene.tokens[deed].word
        takes = done is not None and any("tran" in parse.tags for parse in done.parses)
        alone = number == 0 and takes and rule in _WITH_OBJECT_BEFORE and nothing_follows(scene, deed)
        if rule in _WITH_OBJECT_BEFORE and _lacks_object(scene, deed) and not object_before(scene, trigger, start):
            continue  # «планы, которые теперь предстоит реализовать на практике»
        if alone and not noun and object_before(scene, trigger, start):
            if any(scene.tokens[i].lemma == "который" for i in range(start, trigger)):
                continue  # «поставки, объём которых предстоит нарастить»
            nouns = (scene.tokens[i].lemma for i in range(start, trigger) if is_noun(scene, i))
            if next(nouns, "") in union(words().vague, _MEANT):
                continue  # «замыслы предстоит воплотить»
            action = f"{words_between(scene, start, trigger)} {action}"
            told = [*range(start, trigger), *told]
        if begin < deed and _is_of_vague(scene, begin, deed):
            continue  # «точку в споре поставят осенью»
        if _is_too_short(action) or not _tells_of_something(scene, told) or _is_only_together(scene, told):
            continue
        yield Plan(
            actors=actors(scene, trigger, deed, max(last, deed + 1)),
            action=action,
            due=due(scene, told[0], told[-1] + 1),
            topics=topics_in(scene.tokens[begin:last]),
            evidence=(scene.span,),
            confidence=confidence,
            rule=rule,
        )


def _is_of_relative(scene: Scene, trigger: int, deed: int) -> bool:
    """«поставки, объём которых предстоит нарастить, (и обмены)»: the verb ends the clause, its object is outside."""
    if deed + 1 >= scene.sentence.last or scene.tokens[deed + 1].text != ",":
        return False
    before = range(scene.clauses.begin_at(trigger), trigger)
    return any(scene.tokens[i].lemma == "который" for i in before)


def _lacks_object(scene: Scene, deed: int) -> bool:
    """«реализовать на практике», not «работать на стройке», «научить студентов»."""
    word = scene.tokens[deed].word
    if word is None or word.pos != "INFN":
        return False
    return all("tran" in parse.tags for parse in word.parses if parse.pos == "INFN") and nothing_follows(scene, deed)


def _is_of_vague(scene: Scene, first: int, last: int) -> bool:
    """Is the first noun before the verb one of which nothing is said to be done?"""
    nouns = (i for i in range(first, last) if is_noun(scene, i) and not is_date(scene, i))
    noun = next(nouns, None)
    return noun is not None and scene.tokens[noun].lemma in words().vague and not hangs_on_preposition(scene, noun)


def _is_too_short(action: str) -> bool:
    """«обменяемся», «будут работать»: it tells of whom or of what nothing."""
    words_ = [word.lower() for word in action.replace("-", "").split() if word.isalpha()]
    will = next((i for i, word in enumerate(words_) if word in WILL_BE), None)
    if will is not None and len(words_) == will + 2 and words_[-1].endswith(("ть", "ться", "ти")):
        return True  # «города будут сотрудничать»
    if _is_only_more(words_):
        return True
    return len([word for word in words_ if word not in WILL_BE]) < _SHORTEST


def _is_only_more(told: list[str]) -> bool:
    """«развитие сотрудничества», «укреплять дружеские связи»: that it goes on, and nothing of what is done."""
    first, *rest = map(word, told) if told else [word("")]
    if first.pos == "NOUN" and rest and rest[-1].lemmas & words().more:
        first, rest = rest[-1], [first, *rest[:-1]]  # «сотрудничество развивать»
    between = next((i for i, other in enumerate(rest) if other.form == "между"), len(rest))
    rest = rest[:between]  # «развитие сотрудничества между городами»
    others = [other for other in rest if other.lemmas.isdisjoint(_OF_BONDS | PLACE_NOUNS)]
    return bool(first.lemmas & words().more) and len(others) == 1 and bool(others[0].lemmas & words().bonds)


_OF_BONDS = frozenset(
    ["многосторонний", "международный", "межрегиональный", "добрососедский", "партнёрский", "партнерский",
     "дальнейший", "взаимовыгодный", "дружеский", "дружественный", "тесный", "двусторонний", "взаимный", "наш"]
)


def _tells_of_something(scene: Scene, told: list[int]) -> bool:
    """«обменяться врачами», not «начнут уже», «проведут у себя 20 декабря», «намерены их расширять»: a noun is told."""
    nouns = [i for i in told if is_noun(scene, i) and not is_date(scene, i) and scene.tokens[i].lemma not in _ASIDE]
    return bool(nouns) and (len(nouns) > 1 or scene.tokens[nouns[0]].lemma not in words().creation)  # «открытие пятого»


_ASIDE = frozenset({"раз", "образ", "очередь", "ближайшее", "время", "дальнейшее", "будущее"})
"""Nouns of «ещё раз», «таким образом», «в свою очередь», «в ближайшее время»."""


def _is_only_together(scene: Scene, told: list[int]) -> bool:
    """«сотрудничать с Омском», «взаимодействовать долго и плодотворно»: in what, is not told."""
    at = next((i for i in told if (w := scene.tokens[i].word) is not None and w.lemmas & _TOGETHER), None)
    if at is None:
        return False
    others = (w for i in told if i != at and (w := scene.tokens[i].word) is not None)
    if any(other.is_pos("INFN") and other.pos == "INFN" for other in others):
        return False
    behind = scene.tokens[at:told[-1] + 1]
    return not topics_in(behind)


_TOGETHER = frozenset({"сотрудничать", "взаимодействовать", "дружить", "кооперироваться", "контактировать"})


def _in_nominative(scene: Scene, first: int, last: int) -> str:
    """«(договорились) о проведении взаимных дней» → «проведение взаимных дней»; a verb stays as it is."""
    opening, told = scene.tokens[first].word, words_between(scene, first, last)
    if opening is None or opening.pos not in {"NOUN", "ADJF"} or '"' in told:
        return told  # which of two straight marks opens is told by the text alone
    return item_between(scene, first, last)


def _says_nothing(scene: Scene, first: int, last: int) -> bool:
    """«создадим совет и вернёмся к вопросу через год»: of the further deeds one may be none."""
    for token in scene.tokens[first:last]:
        if token.word is not None and token.word.pos == "VERB":
            return bool(token.word.lemmas & words().never_future)
    return False


def _is_denied(scene: Scene, trigger: int, deed: int) -> bool:
    """«не планируют», «не разочаруем»."""
    return any(i > scene.sentence.first and scene.tokens[i - 1].lower == "не" for i in (trigger, deed))
