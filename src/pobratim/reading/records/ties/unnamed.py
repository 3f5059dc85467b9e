"""Words of twins and partners that tell of towns which nobody names: looked for, only visiting, «of Armenia»."""

from __future__ import annotations

from pobratim.reading.once import union
from pobratim.reading.records.clauses import has_lemma_between
from pobratim.reading.records.lexicon import partnerships as words
from pobratim.reading.records.place_kinds import PLACE_NOUNS, is_main_town
from pobratim.reading.records.scenes import Scene
from pobratim.reading.records.sides.hubs import is_adjective, list_opener, sides_of_tie
from pobratim.reading.records.sides.meant import town_of_land
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


def is_with_unnamed(scene: Scene, index: int) -> bool:
    """«связи | с (российскими) побратимами | разорвали Лида и Тара», «мэр Омска рассказал гостям из Лиды о работе
    с побратимами»: of each with others, whom nobody names."""
    word = scene.tokens[index].word
    if word is None or not any(p.pos == "NOUN" and p.number == "plur" and p.case == "ablt" for p in word.parses):
        return False
    before = index - 1
    while before > scene.sentence.first and is_adjective(scene, before):
        before -= 1
    if scene.tokens[before].lower not in {"с", "со"} or list_opener(scene, index) is not None:
        return False
    sides = sides_of_tie(scene, index, scene.clauses.stretch_at(index))
    behind = [s.role == "other" and s.start > scene.tokens[index].end + 1 for s in sides]
    return len(sides) > 1 and (all(behind) or all(s.end < scene.tokens[index].start for s in sides))


def is_of_unknown(scene: Scene, index: int) -> bool:
    """«побратим соседей», «побратимы дальневосточной столицы»: whose twin it is, is told by what names no place."""
    word = scene.tokens[index].word
    if word is None or word.lemmas.isdisjoint(words().bearers | words().partner_nouns | {"побратимство"}):
        return False
    if _is_of_unknown_town(scene, index):
        return True
    owner = next((i for i in range(index + 1, scene.sentence.last) if not is_adjective(scene, i)), index + 1)
    noun = scene.tokens[owner].word if owner < scene.sentence.last else None
    if noun is None or noun.pos != "NOUN" or any(scene.mention_at(i) for i in range(index + 1, owner + 1)):
        return False
    if town_of_land(scene, owner) is not None or is_main_town(scene.tokens, owner):
        return False  # «побратимами подмосковного города стали …»
    sort = not noun.lemmas.isdisjoint(PLACE_NOUNS) and owner + 1 < scene.sentence.last
    if sort and (scene.mention_at(owner + 1) or scene.tokens[owner + 1].text == ":"):
        return False  # «побратим нашего города | Гродно», «побратим следующих городов: | Самара, Лион»
    if owner == index + 1 and not noun.lemmas.isdisjoint(words().sorts):
        return False
    forms = {(p.case, p.number) for p in noun.parses if p.pos == "NOUN" and p.score > _LIKELY}
    for adjective in scene.tokens[index + 1 : owner]:
        assert adjective.word is not None
        forms &= {(p.case, p.number) for p in adjective.word.parses}
    cases = {case for case, _ in forms}
    return "gent" in cases and cases <= {"gent", "accs"}


def _is_of_unknown_town(scene: Scene, index: int) -> bool:
    """«делегация немецкого Гирсберга, | города-побратима»: a name right before the comma, which nobody knows."""
    sign = index - 1
    if sign - 1 <= scene.sentence.first or scene.tokens[sign].text not in {",", "("} or not scene.is_singular(index):
        return False
    name = scene.tokens[sign - 1]
    return name.capital and scene.mention_at(sign - 1) is None and not name.text.isupper()


_LIKELY = 0.1
