"""What a sentence says of each document it names: signed, to be signed, no longer in force, or referred to."""

from __future__ import annotations

from itertools import pairwise
from typing import Literal

from pobratim.reading.once import union
from pobratim.reading.records.awaited import is_aim, is_refused
from pobratim.reading.records.clauses import has_lemma_between, is_noun
from pobratim.reading.records.documents import DocumentName
from pobratim.reading.records.lexicon import documents, events
from pobratim.reading.records.scenes import Scene
from pobratim.reading.text.morph import Parse
from pobratim.reading.text.segments import FINITE, INFINITIVE

DocumentStatus = Literal["signed", "planned", "ended"]

_NEAR = 8
"""Tokens between a participle and the document it belongs to."""


def is_referred(scene: Scene, name: DocumentName) -> bool:
    """«в соответствии с дорожной картой», «в рамках Соглашения», «для реализации соглашения»."""
    for index in range(name.first - 1, max(scene.sentence.first, name.first - 7) - 1, -1):
        word = scene.tokens[index].word
        if word is None:
            return False
        if scene.tokens[index].is_mostly(FINITE):
            return False  # «в его рамках подписано | соглашение»
        if not word.lemmas.isdisjoint(documents().references):
            return True
        if word.form == "по" and name.kind in {"roadmap", "plan"} and index >= name.first - 3:
            return True  # «сотрудничать по новой дорожной карте»
    return False


def is_prepared(scene: Scene, name: DocumentName) -> bool:
    """«готовили соглашение», «проект договора», «План стороны подготовят до конца января»."""
    for index in range(name.first - 1, max(scene.sentence.first, name.first - 4) - 1, -1):
        word = scene.tokens[index].word
        if _is_worked_on(scene, index):
            return True
        if word is None or not word.lemmas.isdisjoint(documents().references):
            break
        if not word.lemmas.isdisjoint(documents().settling):
            return is_future(scene, index) or (word.pos == "INFN" and _is_due(scene, index))
        if _is_drawn_up(scene, name, index):
            return False
        if not word.lemmas.isdisjoint(documents().preparing):
            if word.pos == "INFN" and _is_wished(scene, index):
                return False  # «мы готовы подготовить план»
            return "составить" not in word.lemmas or is_future(scene, index)
    last = scene.sentence.last if _is_elided(scene, name) else scene.clauses.stretch_at(name.first)[1]
    for index in range(name.last, last):
        word = scene.tokens[index].word
        if word is not None and not word.lemmas.isdisjoint(documents().preparing):
            return is_future(scene, index) or (word.form.endswith("ся") and "pres" in word.parses[0].tags)
    return False


def _is_drawn_up(scene: Scene, name: DocumentName, index: int) -> bool:
    """«по итогам встречи разработана | дорожная карта», «стороны выработали план»: what the sides have, they adopted;
    a draft or an agreement is still to be signed."""
    word = scene.tokens[index].word
    if word is None or name.kind not in {"plan", "roadmap"} or word.lemmas.isdisjoint(documents().adopting):
        return False
    return word.parses[0].has("past") and not is_future(scene, index)


def _is_worked_on(scene: Scene, index: int) -> bool:
    """«идёт работа по | заключению | соглашения», «цель визита – заключение договора»."""
    word = scene.tokens[index].word
    making = word is not None and not word.lemmas.isdisjoint({"заключение", "подписание"})
    if making and is_aim(scene, index):
        return True
    before = scene.tokens[max(scene.sentence.first, index - 2) : index]
    return making and [t.lemma for t in before] in (["работа", "по"], ["работа", "над"])


def _is_due(scene: Scene, index: int) -> bool:
    """«должны | согласовать», «предстоит утвердить», «договорились принять»."""
    before = scene.tokens[max(scene.sentence.first, index - 4) : index]
    return any(token.word and token.word.lemmas & documents().due for token in before)


def is_joint(scene: Scene, name: DocumentName, end: int, period: str | None) -> bool:
    """«план сотрудничества», «программа совместных действий», «план Омска и Бреста», «план на 2026–2028 годы»; not
    «план развития Омска до 2030 года»."""
    if name.kind != "plan" or has_lemma_between(scene, name.first, end, documents().joint):
        return True
    first, last = scene.clauses.stretch_at(name.first)
    if has_lemma_between(scene, first, last, documents().of_both):
        return True
    places = scene.context.places_in(scene.tokens[name.first].start, scene.tokens[end - 1].end)
    sides = len({mention.entity for mention in places})
    return sides > 1 or (sides == 0 and period is not None)


def outcome_of(scene: Scene, name: DocumentName) -> DocumentStatus | None:
    """«итогом визита станет соглашение», «результатом переговоров стал план мероприятий», «меморандум связал Омск и
    Лиду»."""
    if _binds(scene, name):
        return "signed"
    lead = [i for i in range(scene.sentence.first, name.first) if _is_outcome(scene, i)]
    if not lead:
        return None
    for index in range(lead[-1], name.first):
        word = scene.tokens[index].word
        if word is not None and "стать" in word.lemmas:
            agreed = has_lemma_between(scene, index, name.first, _AGREED_ON)
            return "planned" if agreed or is_future(scene, index) or word.pos == "INFN" else "signed"
    return None


def _binds(scene: Scene, name: DocumentName) -> bool:
    """«меморандум | связал Омск и Лиду», «Омск и Лиду связали соглашения»: the document is the subject."""
    noun = next((i for i in range(name.first, name.last) if is_noun(scene, i)), None)
    word = scene.tokens[noun].word if noun is not None else None
    if word is None:
        return False
    first, last = scene.clauses.stretch_at(name.first)
    subjects = {_form(p) for p in word.parses if p.pos == "NOUN" and p.case == "nomn"}
    verbs = (scene.tokens[i].word for i in scene.with_lemmas(_BINDING) if first <= i < last)
    told = {_form(p) for verb in verbs if verb is not None for p in verb.parses if p.has("VERB", "past")}
    return not subjects.isdisjoint(told) and not _has_other_subject(scene, first, last)


def _form(parse: Parse) -> str | None:
    """The number, in the singular the gender, in which subject and verb agree."""
    return "plur" if parse.number == "plur" else parse.gender


def _has_other_subject(scene: Scene, first: int, last: int) -> bool:
    """«главы городов связали соглашение с планами»: people did."""
    nouns = (token.word.parses[0] for token in scene.tokens[first:last] if token.word is not None and token.word.parses)
    return any(p.has("NOUN", "anim") and p.case == "nomn" for p in nouns)


_BINDING = frozenset({"связать", "соединить", "объединить", "скрепить"})
_AGREED_ON = frozenset({"договорённость", "договоренность", "намерение", "решение"})


def _is_outcome(scene: Scene, index: int) -> bool:
    word = scene.tokens[index].word
    if word is None or word.lemmas.isdisjoint({"итог", "результат"}):
        return False
    return any(parse.case == "ablt" and parse.number == "sing" for parse in word.parses)


def _is_wished(scene: Scene, index: int) -> bool:
    before = scene.tokens[max(scene.sentence.first, index - 3) : index]
    return any(token.word and token.word.lemmas & events().unsure for token in before)


def is_future(scene: Scene, index: int) -> bool:
    """«составят», «будет составлен»."""
    word = scene.tokens[index].word
    before = [token.lower for token in scene.tokens[max(scene.sentence.first, index - 2) : index]]
    return bool({"будет", "будут"} & set(before)) or (word is not None and any("futr" in p.tags for p in word.parses))


def is_ended(scene: Scene, name: DocumentName) -> bool:
    """«срок действия соглашения истёк», «город расторг договор»."""
    first, last = scene.clauses.stretch_at(name.first)
    clause = scene.clauses.clause_at(name.first)
    ending = [i for i in scene.with_lemmas(union(documents().ending, documents().fulfilled)) if _ends(scene, name, i)]
    if any((first <= i < last or scene.clauses.clause_at(i) is clause) and not _is_denied(scene, i) for i in ending):
        return True
    if _no_longer_holds(scene, name.last, last):
        return True
    if _is_not_continued(scene, first, last):
        return True
    lead = " ".join(token.lower for token in scene.tokens[max(scene.sentence.first, name.first - 2) : name.last])
    acted = any(t.lower.startswith("действовал") for t in scene.tokens[name.last : last])
    return acted and any(stem in lead for stem in documents().former)  # «прежний план действовал до 2025 года»


def _is_elided(scene: Scene, name: DocumentName) -> bool:
    """«старый план истёк, | новый, | на 2026 год, готовится»: only its adjective is said."""
    return name.last == name.first + 1 and not is_noun(scene, name.first)


def _ends(scene: Scene, name: DocumentName, index: int) -> bool:
    """«утратило», «план выполнен»; not «выполнен | пункт плана», nor «выполнили план»."""
    word = scene.tokens[index].word
    if scene.tokens[min(index + 1, scene.sentence.last - 1)].is_mostly(INFINITIVE):
        return False  # «отказались | подписывать договор»
    if index < name.first and _is_elided(scene, name):
        return False  # «старый план истёк, | новый | готовится»
    if word is None or not word.lemmas.isdisjoint(documents().ending):
        return True
    if word.pos != "PRTS" or index < name.last or name.kind not in {"plan", "roadmap"}:
        return False
    numbers = {"plur" if parse.number == "plur" else parse.gender for parse in word.parses if parse.pos == "PRTS"}
    noun = scene.tokens[name.first].word
    return noun is not None and any(
        p.case == "nomn" and ("plur" if p.number == "plur" else p.gender) in numbers for p in noun.parses
    )


def _no_longer_holds(scene: Scene, first: int, last: int) -> bool:
    """«договор больше | не действует»."""
    pairs = pairwise(scene.tokens[first:last])
    return any(no.lower == "не" and verb.word is not None and "действовать" in verb.word.lemmas for no, verb in pairs)


def _is_denied(scene: Scene, index: int) -> bool:
    """«расторгнуто не будет», «не расторгнут»."""
    around = (index - 1, index + 1)
    if any(scene.tokens[i].lower == "не" for i in around if scene.sentence.first <= i < scene.sentence.last):
        return True
    return is_refused(scene, index)


def _is_not_continued(scene: Scene, first: int, last: int) -> bool:
    """«решили не продлевать договор»."""
    pairs = pairwise(range(first, last))
    going_on = union(documents().extending, _GOING_ON)
    return any(
        scene.tokens[no].lower == "не" and has_lemma_between(scene, verb, verb + 1, going_on)
        for no, verb in pairs
    )


_GOING_ON = frozenset({"продолжать", "продолжить", "возобновлять", "возобновить"})


def is_extended(scene: Scene, name: DocumentName) -> bool:
    """«продлили соглашение до 2028 года», «договор пролонгирован»."""
    first, last = scene.clauses.stretch_at(name.first)
    return has_lemma_between(scene, first, last, documents().extending)


def is_in_force(scene: Scene, name: DocumentName) -> bool:
    """«действует соглашение», «договор действует с 2012 года», «имеется соглашение», «у нас есть план»."""
    for token in scene.tokens[name.last : scene.sentence.last]:
        if token.word is not None and "действовать" in token.word.lemmas:
            return True
    before = scene.tokens[max(scene.sentence.first, name.first - 4) : name.first]
    return any(t.word is not None and (t.lower == "есть" or t.word.lemmas & documents().being_there) for t in before)


def lasts(scene: Scene, name: DocumentName) -> bool:
    """«соглашение (между Омском и Брестом) вступило в силу»: the verb says what it does, or did."""
    last = scene.clauses.stretch_at(name.first)[1]
    verbs = [i for i in scene.with_lemmas(documents().lasting) if name.last <= i < last]
    return any(not is_future(scene, i) and scene.tokens[i].word.pos != "INFN" for i in verbs)  # type: ignore[union-attr]


def is_formal(scene: Scene, name: DocumentName) -> bool:
    """«отношения оформлены договором в 1991 году»: the day is that of the document."""
    before = scene.tokens[max(scene.sentence.first, name.first - 2) : name.first]
    made = documents().being_there - {"действовать", "иметься", "сила", "связывать", "существовать"}
    return any(t.word and t.word.lemmas & made and t.word.pos in {"PRTS", "PRTF"} for t in before)


def adopted_by(scene: Scene, name: DocumentName) -> int | None:
    """«был принят совместный план мероприятий», «декларация принята»: the verb beside a plan or a declaration."""
    if name.kind not in {"plan", "roadmap", "statement", "protocol"}:
        before = scene.tokens[max(scene.sentence.first, name.first - 2) : name.first]
        told = (t.word for t in before if t.word and t.word.parses and "past" in t.word.parses[0].tags)
        approved = documents().approving | {"принять"}
        return name.first - 1 if any(word.lemmas & approved for word in told) else None
    positions: list[int] = [*range(max(scene.sentence.first, name.first - 3), name.first), name.last]
    if name.kind == "statement":  # «заявление о намерении сотрудничать | приняли | мэры»
        positions += range(name.last + 1, scene.clauses.stretch_at(name.first)[1])
    for index in positions:
        word = scene.tokens[index].word if index < scene.sentence.last else None
        if word is not None and word.lemmas & documents().adopting and "past" in word.parses[0].tags:
            return index
    return None


def tells_contents(scene: Scene) -> bool:
    """A verb that says what the document does: «рассчитана», «предусматривает», «реализуется»."""
    return has_lemma_between(scene, scene.sentence.first, scene.sentence.last, documents().in_force)


def signed_participle(scene: Scene, name: DocumentName) -> int | None:
    """«подписанной в 2024 году дорожной картой», «документа, подписанного в 2023 году»."""
    after = range(name.last, min(scene.sentence.last, name.last + _NEAR))
    before = range(name.first - 1, max(scene.sentence.first, name.first - _NEAR) - 1, -1)
    positions: list[int] = [*before, *after]
    for index in positions:
        word = scene.tokens[index].word
        if word is None or word.lemmas.isdisjoint(events().verbs):
            continue
        if any("signing" in events().verbs.get(p.lemma, ()) and p.pos == "PRTF" for p in word.parses):
            comma = scene.tokens[index - 1].text == ","
            if comma == (index >= name.last):
                return index
    return None
