"""States and regions by what they are called besides: «Социалистическая Республика Вьетнам», «Республика Татарстан»,
«псковский регион», «Оршанщина»."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from functools import lru_cache

from pobratim.reading.names.names import Name
from pobratim.reading.names.places.gazetteer import GazetteerPlace, gazetteer, lookup
from pobratim.reading.names.places.placenames import TYPED, matches, name_of, place_words
from pobratim.reading.text.segments import Layout, Sentence, Token


def state_in_full(tokens: Sequence[Token], sentence: Sentence, i: int) -> Name | None:
    """«Социалистической Республики | Вьетнам»: what a country is in full, its name behind."""
    first = i
    while first > sentence.first and tokens[first - 1].lemma in place_words("region", "states"):
        first -= 1
    if first == i or i + 1 >= sentence.last or not tokens[i + 1].capital:
        return None
    behind = matches(tokens[i + 1 : min(i + 4, sentence.last)])
    return next((name_of(p, first, i + 1 + length, TYPED) for length, p in behind if p.type == "country"), None)


def of_region(layout: Layout, sentence: Sentence, i: int) -> Iterator[Name]:
    """«псковский регион»: the oblast or krai of that adjective, the word «регион» at ``i``."""
    for place in _of_adjective(layout, sentence, i):
        yield name_of(place, i - 1, i + 1, TYPED)


def of_governor(layout: Layout, sentence: Sentence, i: int, named: Container[int | None]) -> Iterator[Name]:
    """«воронежский | губернатор»: his region, where nothing else of the text names it (``named``)."""
    for place in _of_adjective(layout, sentence, i):
        if place.geonames not in named:
            yield name_of(place, i - 1, i, TYPED)


def _of_adjective(layout: Layout, sentence: Sentence, i: int) -> Iterator[GazetteerPlace]:
    """The oblast, krai or republic of the adjective before token ``i``."""
    adjective = layout.tokens[i - 1].word if i > sentence.first else None
    if adjective is None or not adjective.is_pos("ADJF"):
        return
    stem = next(p.lemma for p in adjective.parses if p.pos == "ADJF").capitalize()
    for name in (f"{stem[:-2]}ая область", f"{stem} край", f"{stem[:-2]}ая республика", f"Республика {stem}"):
        if stem.endswith("ский") and (place := unambiguous([p for p in lookup(name) if p.type == "region"])):
            yield place
            return

def unambiguous(places: Sequence[GazetteerPlace]) -> GazetteerPlace | None:
    """The one place of that name; of several districts the one whose region is named after the same town
    (of all Смоленские районы that of Смоленская область), else none."""
    if len(places) < 2 or places[0].type == "country":
        return places[0] if places else None
    near = [
        place
        for place in places
        if any(r.name[:4] == place.name[:4] for r in gazetteer().regions(place.admin))
    ]
    return near[0] if len(near) == 1 else None


def republic(layout: Layout, sentence: Sentence, i: int) -> Iterator[Name]:
    """«Республики Беларусь», «Республика Татарстан», «области Абай»."""
    tokens = layout.tokens
    after = tokens[i + 1 : min(i + 4, sentence.last)]
    if not after or not after[0].capital or after[0].word is None:
        return
    for length, place in matches(after):
        if place.type != "city" and (place.type == "region" or place.country):  # but «республики | СССР»
            yield name_of(place, i, i + 1 + length, TYPED)
            return


# ---------------------------------------------------------------- «Черниговщина», «Оршанщина»

_LAND = re.compile(r"(?P<stem>[а-яё-]{3,})(?:щин|чин)(?:а|ы|е|у|ой|ою)$")


@lru_cache(maxsize=10_000)
def land_of(form: str) -> GazetteerPlace | None:
    """The region or district that a name in -щина speaks of, where the gazetteer does not have the name itself."""
    found = _LAND.match(form)
    if found is None:
        return None
    stem = found["stem"]
    for name in (f"{stem}щина", f"{stem}чина", f"{stem}ская область", f"{stem}ский район"):
        place = unambiguous([place for place in lookup(name) if place.type == "region"])
        if place is not None:
            return place
    return None
