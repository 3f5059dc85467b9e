"""Common nouns for places: what «область», «город», «республика» without a name can mean."""

from __future__ import annotations

from collections.abc import Sequence

from pobratim.model.reading import Entity
from pobratim.reading.text.segments import Token

KINDS: dict[str, tuple[str, ...]] = {
    "город": ("city",),
    "область": ("область",),
    "край": ("край",),
    "республика": ("республика", "country"),
    "район": ("район",),
    "округ": ("округ",),
    "провинция": ("провинция",),
    "воеводство": ("воеводство",),
    "аймак": ("аймак",),
    "регион": ("region",),
    "страна": ("country",),
    "государство": ("country",),
}
"""A common noun → what the place it means is called, or its type."""


PLACE_NOUNS = (
    frozenset(KINDS)
    | {"столица", "муниципалитет", "уезд", "посёлок", "поселок", "село", "деревня", "община", "коммуна", "повят"}
    | {"территория", "субъект", "райцентр", "облцентр"}
    | {"префектура", "поселение", "агрогородок", "станица", "улус", "кожуун", "штат", "графство", "хокимият"}
)
"""Common nouns that may stand for a place by themselves."""

TWIN_NOUNS = frozenset({"город-побратим", "побратим", "город-партнёр", "город-партнер"})
"""Common nouns for a place as the twin or partner of another."""


def is_main_town(tokens: Sequence[Token], index: int) -> bool:
    """«областной | центр»: the town that a region or a district is governed from, not «областной центр искусств»."""
    word, before = tokens[index].word, tokens[index - 1].word if index else None
    if word is None or before is None or "центр" not in word.lemmas or before.lemmas.isdisjoint(_OF_AREA):
        return False
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    return after is None or after.word is None or not any(parse.case == "gent" for parse in after.word.parses)


_OF_AREA = frozenset({"областной", "районный", "краевой", "республиканский", "административный"})


def is_kind(entity: Entity, kinds: tuple[str, ...]) -> bool:
    """Is the place of that type, or does its name say so («Омская область»)?"""
    names = [name.lower() for name in (entity.name, *entity.aliases)]
    return entity.type in kinds or any(kind in name.split() for kind in kinds for name in names)
