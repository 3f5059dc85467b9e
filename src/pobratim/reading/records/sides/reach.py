"""How far the words that belong to a document go."""

from __future__ import annotations

from pobratim.reading.once import once
from pobratim.reading.records.documents import DocumentName, document_between
from pobratim.reading.records.scenes import Scene
from pobratim.reading.text.segments import leading

_ATTRIBUTES = frozenset({"ADJF", "PRTF", "PRCL"})
_REACH = 60
"""Tokens after a document's noun in which its parties, subject and period stand."""


@once
def end_of(scene: Scene, name: DocumentName) -> int:
    """Where what belongs to the noun ends: the sentence, a finite verb, or its reach."""
    for index in range(name.last, min(scene.sentence.last, name.last + _REACH)):
        if scene.tokens[index].text in {";", "."} or brings_in_another(scene, index) or leaves_out(scene, index):
            return index
        following = scene.tokens[index + 1].lower if index + 1 < scene.sentence.last else ""
        if scene.tokens[index].text == "," and (following in _OTHERWISE or _contrasts(scene, index)):
            return index
        if scene.clauses.has_verb(index, index + 1):
            return index
    return min(scene.sentence.last, name.last + _REACH)


def _contrasts(scene: Scene, index: int) -> bool:
    """«действует соглашение | , а Калуга и Лида дружат»: another place, in the nominative, does another thing."""
    if index + 2 >= scene.sentence.last or scene.tokens[index + 1].lower != "а":
        return False
    name = scene.tokens[index + 2]
    return name.capital and name.is_case("nomn")


_OTHERWISE = frozenset({"но", "однако", "хотя", "зато", "поэтому"})
"""Behind a comma: what follows belongs to another clause."""


def leaves_out(scene: Scene, index: int) -> bool:
    """«Омск заключил договор с Брестом | , Тара – с Лидой»: the verb and the document are not said again."""
    if scene.tokens[index].text != ",":
        return False
    if _joins_another(scene, index):
        return True
    last = min(scene.sentence.last - 2, index + _SHORT)
    dash = next((i for i in range(index + 1, last) if scene.tokens[i].text in {"–", "—", "-", ","}), None)
    if dash is None or scene.tokens[dash].text == "," or scene.tokens[dash + 1].lower not in {"с", "со"}:
        return False
    return not scene.tokens[dash + 2].text[0].isdigit()


def _joins_another(scene: Scene, index: int) -> bool:
    """«Омск заключил договор с Брестом | , город Тара с Лидой»: a place in the nominative and right behind it «с»."""
    at = index + 1
    if at < scene.sentence.last and scene.tokens[at].lemma in {"город", "район", "область"}:
        at += 1
    mention = scene.mention_at(at) if at < scene.sentence.last else None
    if mention is None or mention.last + 1 >= scene.sentence.last or scene.mention_at(mention.last + 1) is None:
        return False
    name = scene.tokens[mention.last - 1].word
    nominative = name is not None and name.is_case("nomn")
    return nominative and scene.tokens[mention.last].lower in {"с", "со"}


_SHORT = 8
"""Tokens from the comma to the dash that stands for the verb."""


def brings_in_another(scene: Scene, index: int) -> bool:
    """«меморандум с Омском, | а с Брестом – план»: from here on it is another document's sides."""
    if scene.tokens[index].text != ",":
        return False
    following = [token.lower for token in scene.tokens[index : index + 3]]
    if following[:2] != [",", "а"] or following[2:] not in (["с"], ["со"], ["между"]):
        return False
    return document_between(scene.context, index, scene.sentence.last) is not None


def listed_before(scene: Scene, name: DocumentName) -> bool:
    """«соглашение …, | а также протокол», «… и | план»: another one begins here."""
    first, begin = scene.sentence.first, name.first
    if begin - 1 > first and scene.tokens[begin - 1].text in {"«", '"'}:
        begin -= 1
    return scene.tokens[leading(scene.tokens, begin, first, _ATTRIBUTES)].lower in {",", "и", "также", "а"}
