"""People of places: «минчане» come from Minsk, «белорусы» from Belarus, «китайцы» from China.

Only places that the document names are meant, as with adjectives.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from pobratim.model.reading import PLACE_TYPES
from pobratim.reading.context import Context
from pobratim.reading.data import load_toml
from pobratim.reading.names.places.adjectives import RANK
from pobratim.reading.text.segments import Token

_ENDINGS = (
    "чанин", "жанин", "лянин", "янин", "анин", "овчанин", "инец", "анец", "янец", "енец", "овец", "евец", "ец", "ич",
    "як", "ак",
)  # fmt: skip
_SHORTEST = 3
_REST = re.compile(r"(?:н|(?:ь|ин|ан|ен|е)?[сц]к(?:ий|ая|ой)?|ов|ин)?[аеиоуыэюяьй]*")
_UNLIKE = frozenset({"борец", "отец", "кузнец", "делец", "купец", "певец"})
"""People of no place, whatever places are named."""


@cache
def _irregular() -> dict[str, str]:
    return dict(load_toml("places/inhabitants.toml")["places"])


def place_of_inhabitants(context: Context, token: Token) -> str | None:
    """The place of the document that «минчане», «сочинцы», «забайкальцы» come from; None of any other word."""
    word = token.word
    if word is None:
        return None
    lemma = next((p.lemma for p in word.parses if p.pos == "NOUN" and p.number == "plur" and "anim" in p.tags), None)
    if lemma is None or lemma in _UNLIKE:
        return None
    named = _irregular().get(lemma)
    places = [
        entity
        for entity in context.found.entities
        if entity.type in PLACE_TYPES
        and (named in (entity.name, *entity.aliases) if named else _comes_from(lemma, entity.name))
    ]
    return min(places, key=lambda entity: RANK[entity.type]).id if places else None


@lru_cache(maxsize=50_000)
def _comes_from(people: str, place: str) -> bool:
    """«минчанин» from Минск, «омич» from Омск, «казанец» from Казань, «забайкалец» from Забайкальский край."""
    name = place.lower().replace("ё", "е").split()[0].split("-")[0]
    people = people.replace("ё", "е")
    for ending in _ENDINGS:
        stem = people.removesuffix(ending)
        if stem != people and _is_stem(stem, name):
            return True
    return False


def _is_stem(stem: str, name: str) -> bool:
    """Does the name go on after the stem with an ending only («мин» + «ск», «каз» + «ань» does not)?"""
    if not name.startswith(stem):
        return False
    rest = name[len(stem) :]
    return bool(_REST.fullmatch(rest)) and (len(stem) >= _SHORTEST or rest == "ск")
