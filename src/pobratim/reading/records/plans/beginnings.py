"""Where the action of a plan begins and goes on around the verb that tells of it."""

from __future__ import annotations

from pobratim.reading.records.plans.objects import nothing_follows, subject_behind
from pobratim.reading.records.scenes import Scene


def whole(scene: Scene, index: int, deed: int) -> int:
    """Where the action begins: at the verb, or with an object that stands before it and has no subject beside."""
    word = scene.tokens[index].word
    own = word is not None and any("1per" in p.tags for p in word.parses)
    done = scene.tokens[deed].word
    own = own or (deed > index and done is not None and done.pos == "PRTS")
    if not own and not nothing_follows(scene, deed) and subject_behind(scene, deed) is None:
        return index
    begin = scene.clauses.begin_at(index)
    return begin if begin < index else _behind_insertion(scene, index)


def _behind_insertion(scene: Scene, index: int) -> int:
    """«Поставки машин, включая автобусы, | будут продолжены»: the subject stands before what is put in."""
    tokens = scene.tokens
    if index - 1 <= scene.sentence.first or tokens[index - 1].text != ",":
        return index
    commas = (i for i in range(index - 2, scene.sentence.first, -1) if tokens[i].text == ",")
    opening = next(commas, None)
    if opening is None or tokens[opening + 1].lower not in _PUT_IN:
        return index
    return scene.clauses.begin_at(opening - 1)


_PUT_IN = frozenset({"включая", "кроме", "помимо", "как", "например", "несмотря"})


def behind_subject(scene: Scene, first: int) -> int:
    """«Открыть рейс планируют | власти Омска | в мае», «… хотят, | в свою очередь, заводы»: where it goes on."""
    tokens, last = scene.tokens, scene.sentence.last
    if first >= last or tokens[first].text == ",":
        return last
    for i in range(first, min(first + _SUBJECT_REACH, last)):
        word = tokens[i].word
        if word is None or word.pos == "PREP":
            return first
        if word.pos == "NOUN":
            if all(parse.case != "nomn" for parse in word.parses):
                return first
            behind = (j for j in range(i + 1, last) if (w := tokens[j].word) is None or w.pos == "PREP")
            return next(behind, last)
    return first


_SUBJECT_REACH = 4
"""Tokens behind the verb in which its subject begins."""


def from_trigger(scene: Scene, index: int, deed: int) -> int:
    """What stands between the word of intention and its infinitive belongs to the action, but for whom it is told to
    («предложил гостям из Минска создать …») and another infinitive («подписать план и создать …»)."""
    if scene.tokens[index + 1].text == "," and scene.tokens[deed - 1].text == ",":
        return deed  # «намерен, используя опыт соседей, развивать …»
    if scene.tokens[index + 1].text == "," and scene.tokens[index + 2].lower == "что":
        return deed  # «высказали идею, что нужно создать …»
    for i in range(index + 1, deed):
        word, mention = scene.tokens[i].word, scene.mention_at(i)
        named = mention is not None and scene.context.by_id[mention.entity].type == "person"
        told_to = i == index + 1 and _is_told_to(scene, i)
        if named or told_to or (word is not None and word.pos == "INFN"):
            return deed
    return index + 1


def _is_told_to(scene: Scene, index: int) -> bool:
    """«(предложил) гостям», «(предложил) омским партнёрам»."""
    for i in range(index, min(index + 3, scene.sentence.last)):
        word = scene.tokens[i].word
        if word is None or word.pos not in {"NOUN", "ADJF"} or not any(parse.case == "datv" for parse in word.parses):
            return False
        if word.pos == "NOUN":
            return word.parses[0].case == "datv"
    return False
