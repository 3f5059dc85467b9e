"""Places called partners, and of what: «Витебск – давний партнёр Пскова», not «торговый партнёр»."""

from __future__ import annotations

from pobratim.reading.records.clauses import span_between
from pobratim.reading.records.lexicon import partnerships as words
from pobratim.reading.records.scenes import Scene
from pobratim.reading.records.sides.hubs import is_adjective, stand_after
from pobratim.reading.records.sides.named import named_sides
from pobratim.reading.text.segments import DASHES


def is_partner_of(scene: Scene, index: int) -> bool:
    """«Витебск – давний партнёр | Пскова»: behind a dash one place, and right behind the word another."""
    word, after = scene.tokens[index].word, stand_after(scene, index)
    if word is None or after is None or not any(p.case == "nomn" and p.number == "sing" for p in word.parses):
        return False
    near = range(index - 1, max(scene.sentence.first, index - _NEAR), -1)
    dash = next((i for i in near if not _describes(scene, i)), index)
    before = named_sides(scene, scene.sentence.start, scene.tokens[dash].start)
    types = {scene.context.by_id[stand.place].type for stand in (*before, after)}
    told = scene.tokens[dash].text in DASHES and {stand.kind for stand in before} == {"place"} and len(before) == 1
    return told and "country" not in types


_NEAR = 6
"""Tokens from a dash to the word."""


def _describes(scene: Scene, index: int) -> bool:
    """«– надёжный и давний | партнёр»."""
    return is_adjective(scene, index) or scene.tokens[index].lower in {"и", ","}


def is_trading(scene: Scene, index: int) -> bool:
    """«важнейшим торговым партнёром», «главным партнёром Китая»: of trade, not of a tie."""
    for position in range(index - 1, max(scene.sentence.first, index - 4) - 1, -1):
        word = scene.tokens[position].word
        if word is None or word.pos not in {"ADJF", "CONJ"}:
            return False
        if not word.lemmas.isdisjoint(words().trading):
            return True
        weighty = not word.lemmas.isdisjoint(words().weighty)
        if weighty and (_is_of_country(scene, index) or scene.with_lemmas(_TRADE)):
            return True
    return False


_TRADE = frozenset({"экспорт", "импорт", "товарооборот", "торговля", "поставка", "закупка"})
"""Beside «ведущим партнёром остаётся Омск»: of trade."""


def _is_of_country(scene: Scene, index: int) -> bool:
    """Does the clause name a country as a side, and not only where its partner lies («партнёр региона в Китае»)?"""
    named = named_sides(scene, *span_between(scene, *scene.clauses.stretch_at(index)))
    return any(scene.context.by_id[stand.place].type == "country" for stand in named)
