"""What one word may be: a town that the gazetteer lacks, or a word behind which no town stands."""

from __future__ import annotations

import re

from pobratim.reading.names.names import is_compound, titles
from pobratim.reading.names.places.placenames import place_words
from pobratim.reading.text.morph import is_known
from pobratim.reading.text.segments import Token

_HALLS = ("-холл", "-холле", "-стрит", "-сквер", "-сквере", "-арена", "-арене", "-хаус", "-хаусе", "-билдинг", "-парк")
"""«Карнеги-холл»: a building or a street."""
PART = "part"
"""What a token is that begins a longer location of the tagger."""



_OF_A_TOWN = re.compile("(?:[оеё]в|ин)ом$")
"""«с Бардеёвом»: a town in -ов, which looks like an adjective."""


_ON_WATER = re.compile("-(?:на|над|под|ам|при)-")
"""«с Бистршице-над-Пернштейнем»."""


def no_town(before: Token) -> bool:
    """Does the word before a name say that it is no town («река Ишим», «площадь Победы»)?"""
    return before.word is not None and not before.word.lemmas.isdisjoint(place_words("town", "other"))


_FRONTS = ("видео", "теле", "радио", "авто", "мото", "вело", "фото", "кино", "аудио", "медиа", "кибер", "агро", "эко")


def _is_joined(token: Token) -> bool:
    """«Видеомост», «Велозаезд»: a common noun behind a front that many of them have."""
    front = next((front for front in _FRONTS if token.lower.startswith(front)), None)
    rest = token.lower[len(front) :] if front is not None else ""
    return len(rest) > _SHORT and is_known(rest)


_SHORT = 3
"""Letters behind the front that are no word as a rule («Автово»)."""


def may_be_unknown(token: Token) -> bool:
    """Can one word be a place that the gazetteer lacks? No common word, no adjective, no abbreviation."""
    if token.word is None or token.text.isupper() or len(token.text) < 3:
        return False
    adjective = token.word.pos == "ADJF" and not _ON_WATER.search(token.lower)
    if adjective and (is_known(token.text) or not _OF_A_TOWN.search(token.lower)):
        return False
    if _is_joined(token):
        return False
    if token.text.isascii() or token.lower.endswith(_HALLS) or is_compound(token):
        return False
    if token.lower in titles() or token.lemma in titles():
        return False  # «Хоким» at the beginning of a sentence
    return not is_known(token.text) or bool(token.word.with_tags("Geox"))
