"""Adjectives of places: «минская делегация» speaks of Minsk, «белорусская сторона» of Belarus.

Only places that the document names are meant; an adjective alone names none.
"""

from __future__ import annotations

from functools import cache, lru_cache

from pobratim.model.reading import PLACE_TYPES, Entity
from pobratim.reading.context import Context
from pobratim.reading.data import load_toml
from pobratim.reading.names.places.gazetteer import GazetteerPlace, by_id, lookup
from pobratim.reading.text.segments import Token

RANK = {"city": 0, "region": 1, "country": 2}
_RANK_OF_GOVERNED = {"region": 0, "city": 1, "country": 2}
_PEOPLE = ("чанин", "анин", "янин", "ец", "ич", "як")
"""Endings of words for the people of a place: what stands before them makes the adjective with «ский»."""
_SHORTEST_PEOPLE = 5


@cache
def _irregular() -> dict[str, str]:
    return dict(load_toml("places/adjectives.toml")["places"])


@cache
def _people() -> dict[str, str]:
    return dict(load_toml("places/adjectives.toml")["people"])


@cache
def _ordinary() -> frozenset[str]:
    return frozenset(load_toml("places/adjectives.toml")["ordinary"])


def place_of_adjective(context: Context, token: Token, *, governed: bool = False) -> str | None:
    """The place entity of the document that an adjective is made from, the nearest kind first.

    With ``governed`` a region goes first: «псковский губернатор» is not of Псков.
    """
    word = token.word
    if word is None or not word.is_pos("ADJF"):
        return None
    rank = _RANK_OF_GOVERNED if governed else RANK
    lemmas = dict.fromkeys(parse.lemma for parse in word.parses if parse.pos == "ADJF")  # «донская» is of «донской» too
    named = (_place_named(context, lemma, rank) for lemma in lemmas if lemma.endswith(_MADE))
    return next((place for place in named if place is not None), None)


_MADE = ("ский", "ской", "цкий", "ный")


def place_of_people(context: Context, token: Token) -> str | None:
    """The place entity of the document whose people a word names: «минчане», «белорусы», «омичи»."""
    word = token.word
    if word is None or not word.is_pos("NOUN"):
        return None
    for lemma in sorted(word.lemmas):
        for adjective in adjectives_of_people(lemma):
            if place := _place_named(context, adjective):
                return place
    return None


def places_of_pair(context: Context, token: Token) -> tuple[str, ...]:
    """The two places of the document that «российско-монгольский» is made from; none where it names but one."""
    pair = [_place_named(context, lemma) for lemma in _parts_of_pair(token)]
    found = tuple(dict.fromkeys(place for place in pair if place is not None))
    return found if len(found) == 2 else ()


def is_of_two_states(token: Token) -> bool:
    """«российско-монгольское (соглашение)»: are both parts made from the names of countries, named elsewhere or not?"""
    parts = _parts_of_pair(token)
    named = [irregular_place(lemma) for lemma in parts]
    return len(parts) == 2 and all(name and any(p.type == "country" for p in lookup(name)) for name in named)


def _parts_of_pair(token: Token) -> tuple[str, ...]:
    """«российско-монгольский» → «российский», «монгольский»."""
    first, dash, last = token.lemma.rpartition("-")
    if not dash or not first.endswith(("ско", "цко")) or token.word is None or not token.word.is_pos("ADJF"):
        return ()
    return first[:-1] + "ий", last


def is_people(lemma: str) -> bool:
    """Is it one of the listed words for the people of a place («белорус», «омич»)?"""
    return lemma in _people()


def adjectives_of_people(lemma: str) -> list[str]:
    """The adjectives that a word for the people of a place may go with: «гомельчанин» → «гомельский»."""
    told = _people().get(lemma)
    adjectives = [told] if told else [lemma.removesuffix(e) + "ский" for e in _PEOPLE if lemma.endswith(e)]
    return [adjective for adjective in adjectives if len(adjective) > _SHORTEST_PEOPLE]


def _place_named(context: Context, lemma: str, rank: dict[str, int] = RANK) -> str | None:
    places = [entity for entity in context.found.entities if entity.type in PLACE_TYPES]
    named = irregular_place(lemma)
    matching = [
        entity
        for entity in places
        if (_is_called(entity, named, lemma) if named else is_made_from(lemma, entity.name))
    ]
    return min(matching, key=lambda entity: rank[entity.type]).id if matching else None


def _is_called(entity: Entity, named: str, adjective: str) -> bool:
    """«калужский» is of Калуга, which no rule tells, and of Калужская область."""
    return named in (entity.name, *entity.aliases) or (entity.type == "region" and is_made_from(adjective, entity.name))


def _named_by(token: Token) -> str | None:
    """The place that an adjective is made from by no rule."""
    word = token.word
    return irregular_place(word.lemma) if word is not None and word.is_pos("ADJF") else None


def country_of(token: Token) -> str | None:
    """The ISO code of the country that an adjective is made from («российский» → RU)."""
    named = _named_by(token)
    return next((place.country for place in lookup(named) if place.type == "country"), None) if named else None


def place_of_country(context: Context, token: Token) -> str | None:
    """The one place of the document in the country that «российская (делегация)» speaks of, itself not named."""
    country = country_of(token)
    if country is None:
        return None
    places = [e for e in context.found.entities if e.type in PLACE_TYPES and e.country == country and e.mentions]
    outer = [e for e in places if e.type == "region"] or places
    apart = [e for e in places if e.type == "city" and not any(is_made_from(r.name.lower(), e.name) for r in outer)]
    return outer[0].id if len(outer) == 1 and (outer[0] in apart or not apart) else None


def town_of_region(context: Context, token: Token) -> str | None:
    """The one town of the document in the region that «татарстанская (делегация)» speaks of, itself not named."""
    named = _named_by(token)
    region = next((place for place in lookup(named) if place.type == "region"), None) if named else None
    if region is None:
        return None
    towns = [e for e in context.found.entities if e.type == "city" and e.mentions and e.geonames is not None]
    inside = [town.id for town in towns if _lies_in(town.geonames, region.admin)]
    return inside[0] if len(inside) == 1 else None


def _lies_in(geonames: int | None, admin: str) -> bool:
    place = by_id(geonames) if geonames is not None else None
    return place is not None and place.admin == admin


def place_meant(context: Context, token: Token) -> str | None:
    """The place that an adjective is made from, else the one place of the country or region that it speaks of."""
    return place_of_adjective(context, token) or place_of_country(context, token) or town_of_region(context, token)


def irregular_place(adjective: str) -> str | None:
    """«белорусский» → Беларусь, «уфимский» → Уфа: adjectives that no rule makes."""
    return _irregular().get(adjective)


_ENDINGS = ("", "ск", "ь", "а", "о")
_KNOWN = 30_000
"""Inhabitants a town has whose adjective counts where the town itself is not named."""


@lru_cache(maxsize=10_000)
def known_place(adjective: str) -> GazetteerPlace | None:
    """The place that an adjective is made from, whether or not the document names it: «витебский» → Витебск."""
    if is_ordinary(adjective):
        return None
    named = irregular_place(adjective)
    names = [named] if named else [adjective[:-4] + ending for ending in _ENDINGS]
    places = [place for name in names for place in lookup(name) if named or place.population >= _KNOWN]
    return max(places, key=lambda place: place.population, default=None)


def is_ordinary(adjective: str) -> bool:
    """Does it speak of no place as a rule, though a town has such a name («советский», «братский»)?"""
    return adjective in _ordinary()


def _is_made_from_two(adjective: str, first: str, second: str) -> bool:
    """«сосновоборский» from Сосновый Бор, «великолукский» from Великие Луки."""
    if not first.endswith(_ADJECTIVE_ENDINGS):
        return False
    stems = first[:-2], second.rstrip("аеиоуыэюяьй")
    return any(adjective[:-2] == f"{stems[0]}{vowel}{stems[1]}ск" for vowel in "ое")


_ADJECTIVE_ENDINGS = ("ый", "ий", "ой", "ая", "яя", "ое", "ее", "ые", "ие")


@lru_cache(maxsize=50_000)
def is_made_from(adjective: str, place: str) -> bool:
    """«омский» from Омск or Омская область, «ростовский» from Ростов-на-Дону, «казанский» from Казань."""
    first, *others = place.lower().replace("ё", "е").split()
    adjective = adjective.replace("ё", "е")
    if len(others) == 1 and _is_made_from_two(adjective, first, others[0]):
        return True
    if "-" in adjective:  # «улан-удэнский» from Улан-Удэ
        (prefix, adjective), (before, _, first) = adjective.rsplit("-", 1), first.rpartition("-")
        if prefix != before:
            return False
    if first.endswith(("ская", "ский", "ское", "ской")):
        return first[:-2] == adjective[:-2]
    stem = first.split("-")[0].rstrip("аеиоуыэюяьй")
    base = adjective[:-2]
    whole = first.split("-")[0]
    if base == whole + "ск" or (whole.endswith("ы") and base == whole + "йск"):  # Гомель, гомельский; Мары, марыйский
        return True
    if stem.endswith("л") and base == stem + "ьск":
        return True  # Стамбул, стамбульский
    if stem.endswith("вл") and base == stem[:-1] + "ск":
        return True  # Ярославль, ярославский
    if base == stem or base in (stem + "ск", stem + "анск", stem + "инск", stem + "енск"):
        return len(stem) >= 3
    return stem.endswith(("к", "ц")) and base == stem[:-1] + "цк"
