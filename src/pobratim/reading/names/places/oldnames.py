"""Names of places that mean what another name of the text means: old names of towns, lands by their short name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from pobratim.reading.names.names import Name
from pobratim.reading.names.places.adjectives import is_made_from
from pobratim.reading.names.places.placenames import TYPED, place_phrases, place_words


def settled(names: Sequence[Name]) -> list[Name]:
    """The places, each under the name and id of what it means beside the others."""
    return [_of_region(name, names) for name in map(_renamed(names), names)]


def _renamed(names: Sequence[Name]) -> Callable[[Name], Name]:
    """«Твери (тогда Калинина)»: the old name of a town that the text names by its present one too."""
    present = {name.name: name for name in names if name.type == "city" and name.geonames}

    def now(name: Name) -> Name:
        town = present.get(place_phrases()["former"].get(name.name, "")) if name.type == "city" else None
        if town is None:
            return name
        return replace(
            name, name=town.name, aliases=(name.name, *town.aliases), geonames=town.geonames, country=town.country
        )

    return now


def _of_region(name: Name, names: Sequence[Name]) -> Name:
    """«Убсунур» where the text names the Убсунурский аймак: the land, which has no town of that name."""
    if name.type != "city" or name.geonames or name.strength >= TYPED or " " in name.name:
        return name
    for region in names:
        first, _, head = region.name.partition(" ")
        short = region.type == "region" and head in place_words("region", "named_short")
        if short and is_made_from(first.lower(), name.name):
            return replace(name, type="region", name=region.name, aliases=(name.name, *region.aliases))
    return name
