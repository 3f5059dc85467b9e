"""Places that take part by themselves: «Омск представит», «Омск представляли восемь человек», «рисунки из Омска»."""

from __future__ import annotations

from collections.abc import Iterator

from pobratim.reading.context import Mention
from pobratim.reading.records.lexicon import listed
from pobratim.reading.records.scenes import Scene
from pobratim.reading.text.morph import Word

_GOVERNING = frozenset({"PREP", "NOUN", "ADJF"})

def acting_places(scene: Scene) -> Iterator[Mention]:
    """The places of a sentence that act, are acted for or have their things shown."""
    for rule in (_represented, _acting, _exhibited):
        yield from rule(scene)


_REPRESENTING = listed("guests", "representing")
_PART = listed("guests", "acting")
_STEP = 3
_REACH = 7
"""Tokens from the word for a thing to where it comes from."""


def _represented(scene: Scene) -> Iterator[Mention]:
    """«Омск представляли восемь человек»: the object of the verb."""
    verbs = scene.with_lemmas(_REPRESENTING)
    for mention in scene.context.places_in(*scene.span) if verbs else ():
        near = any(-_STEP <= verb - mention.first <= _STEP + 1 for verb in verbs)
        if near and _has_case(scene, mention, "accs") and (is_free(scene, mention) or _only_object(scene, mention)):
            yield mention


_EXHIBITED = listed("guests", "exhibited")


def _exhibited(scene: Scene) -> Iterator[Mention]:
    """«рисунки из Омска», «выставка из Омска»: what comes from a place is shown for it."""
    for mention in scene.context.places_in(*scene.span):
        before = scene.tokens[max(scene.sentence.first, mention.first - _REACH) : mention.first]
        lemmas = {lemma for token in before if token.word is not None for lemma in token.word.lemmas}
        if lemmas & _EXHIBITED and any(token.lower == "из" for token in before[-3:]):
            yield mention


def _acting(scene: Scene) -> Iterator[Mention]:
    """«Омск примет участие», «Омск на выставке в Бресте»: the place as the subject."""
    places = scene.context.places_in(*scene.span)
    opening = [m for m in places if m.first == scene.sentence.first]
    silent = opening and not scene.clauses.has_verb(scene.sentence.first, scene.sentence.last)
    following = scene.tokens[opening[0].last].lower if silent and opening[0].last < scene.sentence.last else ""
    taking = bool(scene.with_lemmas(_PART))
    for mention in places if taking else opening if following in {"на", "в", "–", "—"} else ():
        if _has_case(scene, mention, "nomn") and is_free(scene, mention):
            yield mention


def _has_case(scene: Scene, mention: Mention, case: str) -> bool:
    word = scene.tokens[mention.first].word
    if word is None or not word.parses:
        return True
    return any(parse.case == case and parse.number != "plur" for parse in word.parses)


def _only_object(scene: Scene, mention: Mention) -> bool:
    """«Гродненскую область»: nothing but an accusative."""
    word = scene.tokens[mention.first].word
    return word is not None and word.cases == {"accs"}


_TOWNS = frozenset({"город", "район", "область", "регион", "страна", "государство", "округ", "муниципалитет"})
"""«представляли три города: | Омск, Тара»."""


def is_free(scene: Scene, mention: Mention) -> bool:
    """Is it governed by no preposition and no noun before it?"""
    first = mention.first
    if first == scene.sentence.first:
        return True
    while first - 1 > scene.sentence.first and is_adjective(scene.tokens[first - 1].word):
        first -= 1  # «латвийская Краслава»
    listed = scene.mention_at(first - 2) if scene.tokens[first - 1].text in {",", "и"} else None
    if listed is not None and listed.last == first - 1:
        return is_free(scene, listed)  # «Дижон, Мюнстер и Александрия»
    if scene.tokens[first - 1].text == ":":
        return any(t.word is not None and t.word.lemmas & _TOWNS for t in scene.tokens[first - 3 : first - 1])
    before = scene.tokens[first - 1].word
    if before is None and scene.tokens[first - 1].text in _CLOSING:
        following = scene.tokens[mention.last] if mention.last < scene.sentence.last else None
        return following is not None and following.is_mostly(_FINITE)  # «На фестиваль «Лира» | Омск пригласил …»
    return before is not None and not before.is_mostly(_GOVERNING)


_CLOSING = frozenset(',»"”')
_FINITE = frozenset({"VERB"})


def is_adjective(word: Word | None) -> bool:
    """Can the word stand before a noun as its attribute?"""
    return word is not None and word.is_pos("ADJF", "PRTF", "NUMR")
