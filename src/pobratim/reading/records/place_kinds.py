"""Common nouns for places: what «область», «город», «республика» without a name can mean."""

from __future__ import annotations

from collections.abc import Sequence

from pobratim.model.reading import Entity
from pobratim.reading.data import load_toml
from pobratim.reading.records.lexicon import listed
from pobratim.reading.text.segments import Token

KINDS: dict[str, tuple[str, ...]] = {
    noun: tuple(meant) for noun, meant in load_toml("records/place_kinds.toml")["kinds"].items()
}
"""A common noun → what the place it means is called, or its type."""
PLACE_NOUNS = listed("place_kinds", "nouns").union(KINDS)
"""Common nouns that may stand for a place by themselves."""
TWIN_NOUNS = frozenset({"город-побратим", "побратим", "город-партнёр", "город-партнер"})
"""Common nouns for a place as the twin or partner of another."""


def is_main_town(tokens: Sequence[Token], index: int) -> bool:
    """«областной | центр»: the town that a region or a district is governed from, not «областной центр искусств»."""
    word, before = tokens[index].word, tokens[index - 1].word if index else None
    if word is None or before is None or "центр" not in word.lemmas or before.lemmas.isdisjoint(_OF_AREA):
        return False
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    return after is None or not after.is_case("gent")


_OF_AREA = frozenset({"областной", "районный", "краевой", "республиканский", "административный"})


def is_kind(entity: Entity, kinds: tuple[str, ...]) -> bool:
    """Is the place of that type, or does its name say so («Омская область»)?"""
    names = [name.lower() for name in (entity.name, *entity.aliases)]
    return entity.type in kinds or any(kind in name.split() for kind in kinds for name in names)
