"""What else is signed than documents of sides: books of guests, laws, postcards."""

from __future__ import annotations

from pobratim.reading.records.documents import document_between
from pobratim.reading.records.scenes import SIGNATURES, Scene
from pobratim.reading.text.segments import leading

_ATTRIBUTES = frozenset({"ADJF", "NUMR"})


def signs_another_thing(scene: Scene, index: int) -> bool:
    """«подписал | книгу почётных гостей», «закон подписал»: the object of the verb is a thing, and no document of
    sides."""
    word = scene.tokens[index].word
    if word is None or word.pos != "VERB" or not word.lemmas.isdisjoint(SIGNATURES):
        return False
    if document_between(scene.context, scene.sentence.first, scene.sentence.last) is not None:
        return False
    first, last = scene.clauses.stretch_at(index)
    return any(_is_thing(scene, i) for i in range(first, last) if i != index)


def _is_thing(scene: Scene, index: int) -> bool:
    """A noun that can be an object, no name, and no word of documents."""
    token = scene.tokens[index]
    if token.word is None or token.word.pos != "NOUN" or scene.mention_at(index) is not None:
        return False
    if token.word.lemmas & SIGNATURES:
        return False
    likely = token.word.parses[0]
    return likely.case == "accs" and likely.has("inan") and not _has_preposition(scene, index)


def _has_preposition(scene: Scene, index: int) -> bool:
    word = scene.tokens[leading(scene.tokens, index, scene.sentence.first, _ATTRIBUTES)].word
    return word is not None and word.pos == "PREP"
