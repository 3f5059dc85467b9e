"""Words of twins and partners that tell of towns which nobody names: looked for, only visiting, «of Armenia»."""

from __future__ import annotations

from pobratim.reading.once import union
from pobratim.reading.records.clauses import has_lemma_between
from pobratim.reading.records.lexicon import partnerships as words
from pobratim.reading.records.scenes import Scene
from pobratim.reading.text.morph import Word

_NEAR = 4
"""Tokens from the relations to «с городами»."""


def are_with_towns_of(scene: Scene, index: int) -> bool:
    """«(Омск и Тара установили) побратимские | связи с городами Армении»: with towns that have no name."""
    following = range(index + 1, min(index + _NEAR, scene.sentence.last - 2))
    towns = next((i + 1 for i in following if scene.tokens[i].lower in {"с", "со"}), None)
    if towns is None or scene.tokens[towns].lower not in {"городами", "районами", "муниципалитетами", "регионами"}:
        return False
    mention = scene.mention_at(towns + 1)
    return mention is not None and scene.context.by_id[mention.entity].type == "country"


def send_guests(scene: Scene, index: int) -> bool:
    """«подписали на встрече делегаций | городов-побратимов (и городов-партнёров)»: of towns that nobody names, the two
    that sign need not be twins yet."""
    tokens = scene.tokens
    if not _are_several(tokens[index].word):
        return False
    leading = index - 1
    while leading > scene.sentence.first and (tokens[leading].lower == "и" or _is_of_towns(tokens[leading].word)):
        leading -= 1
    before = tokens[leading].word
    if before is None or leading < scene.sentence.first or before.lemmas.isdisjoint(_GUESTS):
        return False
    return all(scene.mention_at(after) is None for after in range(index + 1, min(index + 4, scene.sentence.last)))


def _are_several(word: Word | None) -> bool:
    return word is not None and any(parse.case == "gent" and parse.number == "plur" for parse in word.parses)


def _is_of_towns(word: Word | None) -> bool:
    towns = union(words().twin, words().partner_cities) | {"город"}
    return word is not None and _are_several(word) and not word.lemmas.isdisjoint(towns)


_GUESTS = frozenset({"делегация", "гость", "представитель", "глава", "мэр", "руководитель", "посланец"})


def is_looked_for(scene: Scene, index: int) -> bool:
    """«Побратима Омску могут подобрать в Индии», «город ищет побратима»: nobody knows yet who it will be."""
    word = scene.tokens[index].word
    singular = word is not None and any(parse.pos == "NOUN" and parse.number == "sing" for parse in word.parses)
    return singular and has_lemma_between(scene, *scene.clauses.stretch_at(index), _LOOKING)


_LOOKING = frozenset({"подобрать", "подбирать", "искать", "подыскать", "подыскивать", "выбрать", "выбирать"})
