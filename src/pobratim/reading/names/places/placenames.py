"""Names of places and what the gazetteer has under them; words around places (``phrases.toml``)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from typing import Any

from pobratim.model.reading import Entity
from pobratim.reading.data import load_toml
from pobratim.reading.names.names import Name, nationalities
from pobratim.reading.names.places.gazetteer import GazetteerPlace, base_forms, fold, gazetteer, lookup
from pobratim.reading.text.morph import is_known, word
from pobratim.reading.text.segments import Token

TYPED, KNOWN, TAGGED, WEAK, POSSIBLE = 70, 50, 40, 20, 0
"""Strengths: a place by the words around it, by the gazetteer, by the tagger alone, by the name of a town
that may be a word or a surname; and one that counts only if the text names that town elsewhere too."""


@cache
def place_phrases() -> dict[str, Any]:
    return load_toml("places/phrases.toml")


@cache
def place_words(table: str, key: str) -> frozenset[str]:
    return frozenset(place_phrases()[table][key])


def name_of(place: GazetteerPlace, first: int, last: int, strength: int, name: str = "") -> Name:
    return Name(
        first,
        last,
        place.type,
        name or place.name,
        strength,
        aliases=place.other_names if place.type != "city" else place.other_names[:1],
        geonames=place.geonames,
        country=place.country or None,
    )


def matches(tokens: Sequence[Token]) -> Iterator[tuple[int, GazetteerPlace]]:
    """Places whose names ``tokens`` may begin with, the longest and largest first: (words, place).

    The place has the name by which it was found first («Кустанай» stays Кустанай), but countries and
    regions keep theirs.
    """
    if not tokens or tokens[0].word is None:
        return
    forms = [token.lower for token in tokens if token.word is not None or token.text == "-"]
    length, places = gazetteer().phrases(forms) if len(forms) > 1 else (0, [])
    if length:
        for place in sorted(places, key=rank):
            yield length, place
    for key, place in sorted(gazetteer().inflected(forms[0]), key=lambda pair: _rank_of(forms[0], *pair)):
        yield 1, place if place.type != "city" else _called(place, key)


def _called(place: GazetteerPlace, key: str) -> GazetteerPlace:
    """The city under the name of that key, its usual name among the others."""
    if fold(place.name) == key:
        return place
    names = [place.name, *place.other_names]
    shown = next((name for name in names if fold(name) == key), place.name)
    return replace(place, name=shown, other_names=tuple(name for name in names if name != shown))


@lru_cache(maxsize=4096)
def chinese_misspelt(form: str) -> GazetteerPlace | None:
    """«Хэйлундзян», «в Дзилине»: a Chinese place with «дз» for the «цз» of the transcription."""
    if "дз" not in form or is_known(form):
        return None
    places = (place for base in base_forms(form.replace("дз", "цз")) for place in lookup(base))
    chinese = [place for place in places if place.country == "CN"]
    return min(chinese, key=lambda place: place.type != "region", default=None)  # Цзилинь is a province and a city


@lru_cache(maxsize=4096)
def misspelt_country(form: str) -> GazetteerPlace | None:
    """«Белорусь», «в Белоруси», «Нидеоланды»: a country with one letter inside its name wrong, in any case form."""
    if len(form) < _LONG or (is_known(form) and not word(form).with_tags("Geox")):
        return None
    for base in base_forms(form):
        for name, place in _countries().get(_outline(base), ()):
            if len(base) >= _LONG and sum(a != b for a, b in zip(name, base, strict=True)) == 1:
                return place
    return None


@cache
def _countries() -> dict[tuple[int, str, str], list[tuple[str, GazetteerPlace]]]:
    """The countries by the outlines of their names."""
    found: dict[tuple[int, str, str], list[tuple[str, GazetteerPlace]]] = {}
    for name, place in gazetteer().countries():
        found.setdefault(_outline(name), []).append((name, place))
    return found


def _outline(name: str) -> tuple[int, str, str]:
    """How long a name is, how it begins and how it ends."""
    return len(name), name[:2], name[-2:]


_LONG = 8
"""Shorter words are too easily another country's, or anything else."""
_NEAR = frozenset(
    ["BY", "RU", "KZ", "UA", "UZ", "KG", "TJ", "TM", "AM", "AZ", "GE", "MD", "LT", "LV", "EE", "RS"]
)
_NEARER = 10


def level_of(place: Name | Entity) -> str:
    """city, district, region or country: a district is a region called район or округ."""
    if place.type != "region":
        return place.type
    return "district" if place.name.lower().endswith(("район", "округ")) else "region"


def rank(place: GazetteerPlace) -> tuple[bool, int]:
    """Countries first, then by size; a region counts as much as a large town, and a town near by as
    much as a larger one far away."""
    size = 300_000 if place.type == "region" else place.population
    return place.type != "country", -size * (_NEARER if place.country in _NEAR else 1)


def _rank_of(form: str, key: str, place: GazetteerPlace) -> tuple[bool, int]:
    """«из Люблина»: towns in -ино and -ово are seldom declined, so that one far away whose case form it is counts
    as much."""
    seldom = key.endswith(("ино", "ово", "ево")) and fold(form) != key
    return (True, -place.population) if seldom and place.type == "city" else rank(place)


def genitive_of(token: Token, city: GazetteerPlace) -> bool:
    """Does the token stand in the genitive (or is the city's name not declined)?"""
    if fold(token.text) == fold(city.name.split()[0]):
        return city.name[-1] in "оеиуыэю"
    return token.word is not None and (
        not is_known(token.text) or token.word.is_case("gent")
    )


def names_currency(tokens: Sequence[Token], i: int) -> bool:
    """«долларов | США», «млн. долл. | США», «рублей | РФ»."""
    if i > 1 and tokens[i - 1].text == ".":  # a whole word ends its sentence: «… 380 миллионов долларов. | Казахстан …»
        return tokens[i - 2].lower in ("долл", "руб")
    before = tokens[i - 1] if i else None
    return before is not None and before.lemma in ("доллар", "рубль")


def is_adjective(token: Token) -> bool:
    if token.word is None or not token.capital:
        return False
    return token.word.is_pos("ADJF") or token.lower.endswith(
        ("ской", "ского", "скому", "ском", "ская", "скую", "ский", "цкого", "цкому", "цком", "цкая", "цкую", "цкий")
    )


def is_national(token: Token) -> bool:
    """Is it an adjective of a country in small letters («немецкий Зуль», «болгарского Габрово»)?"""
    return token.word is not None and token.text.islower() and not token.word.lemmas.isdisjoint(nationalities())
