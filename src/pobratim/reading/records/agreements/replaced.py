"""Documents in whose place another came: «заменил соглашение 2019 года», «взамен договора», «на смену плану»."""

from __future__ import annotations

from pobratim.reading.records.documents import DocumentName
from pobratim.reading.records.lexicon import documents
from pobratim.reading.records.scenes import Scene
from pobratim.reading.text.segments import leading

_INSTEAD = frozenset({"взамен", "вместо"})
_ATTRIBUTES = frozenset({"ADJF", "NUMR", "PRTF"})
_FAR = 4
"""Tokens between a verb of replacing and its object."""


def is_replaced(scene: Scene, name: DocumentName) -> bool:
    """Does the sentence say that another document came in the place of this one?"""
    return _stands_behind_instead(scene, name) or _is_relieved(scene, name) or _is_object_of_replacing(scene, name)


def _before(scene: Scene, name: DocumentName) -> int:
    """The token before the document's noun and its attributes."""
    return leading(scene.tokens, name.first, scene.sentence.first, _ATTRIBUTES)


def _stands_behind_instead(scene: Scene, name: DocumentName) -> bool:
    """«взамен | прежнего договора», «вместо соглашения 1998 года»."""
    index = _before(scene, name)
    return index >= scene.sentence.first and scene.tokens[index].lower in _INSTEAD


def _is_relieved(scene: Scene, name: DocumentName) -> bool:
    """«придёт на смену | плану», «плану на смену пришла карта»: in the dative, beside «на смену»."""
    if not scene.tokens[name.first].is_case("datv"):
        return False
    before = scene.tokens[max(scene.sentence.first, _before(scene, name))].lower
    first, last = scene.clauses.stretch_at(name.first)
    relief = [i for i in range(first + 1, last) if [t.lower for t in scene.tokens[i - 1 : i + 1]] == ["на", "смену"]]
    return any(before == "смену" or (at > name.first and before not in {"к", "по"}) for at in relief)


def _is_object_of_replacing(scene: Scene, name: DocumentName) -> bool:
    """«заменил | соглашение», «отменяет прежний договор», «договор заменён новым»."""
    first, last = scene.clauses.stretch_at(name.first)
    for index in scene.with_lemmas(documents().replacing):
        word = scene.tokens[index].word
        if word is None or not first <= index < last:
            continue
        if word.pos == "PRTS" and name.last <= index <= name.last + 3 * _FAR:
            return scene.tokens[index - 1].lower != "не"
        if word.pos == "VERB" and index < name.first <= index + _FAR and _before(scene, name) == index:
            return scene.tokens[index - 1].lower != "не"
    return False
