"""Places with Russian names, GeoNames ids and coordinates, found under any case form of their name.

The table (``data/places/gazetteer.tsv.gz``) and the index of its names (``names.npz``, see the README beside them) are
loaded once; a line becomes a `GazetteerPlace` only when it is asked for.
"""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, cast

from pobratim.model.reading import EntityType
from pobratim.reading.data import path
from pobratim.reading.packed import Several, lines, load, numbered
from pobratim.reading.text.declension import bases
from pobratim.reading.text.inflection import inflect
from pobratim.reading.text.morph import is_known, word

_TYPE_RANK = {"country": 0, "city": 1, "region": 2}


@dataclass(frozen=True, slots=True)
class GazetteerPlace:
    """One place. Coordinates are degrees (WGS 84) of the place, or of the largest town in it."""

    geonames: int | None
    name: str
    """Its Russian name."""
    type: EntityType
    country: str
    """ISO 3166-1 alpha-2."""
    admin: str
    """ISO 3166-2 code of the region around it (of a region: its own); '' where unknown."""
    lat: float | None
    lon: float | None
    population: int
    other_names: tuple[str, ...]
    centre: str
    """The city a country or region is governed from, '' for cities."""


class Gazetteer:
    """The table and its index, as `training/pack_gazetteer.py` makes it."""

    def __init__(self, text: str, index: dict[str, Any]) -> None:
        if index["table"] != checksum(text):
            raise ValueError("names.npz is no index of this gazetteer.tsv.gz: run training/pack_gazetteer.py")
        self._lines = text.splitlines()
        self._ids: dict[int, int] = dict(zip(index["ids"].tolist(), range(len(self._lines)), strict=True))
        """GeoNames id → line."""
        self._names = lines(index["names"])
        """All names, folded."""
        self._numbers = numbered(self._names)
        self._of_name = Several(index["of_name"], index["of_name_starts"])
        """Number of a name → the lines of its places."""
        self._beginnings = numbered(lines(index["beginnings"]))
        """The first words of the names of several words → their numbers."""
        self._of_beginning = Several(index["of_beginning"], index["of_beginning_starts"])
        """Number of a beginning → by turns the number of a name and the line of a place."""
        self._lemmas = numbered(lines(index["lemmas"]))
        """The dictionary forms of the beginnings → their numbers."""
        self._of_lemma = Several(index["of_lemma"], index["of_lemma_starts"])
        """Number of a dictionary form → the numbers of the beginnings."""
        self._regions = dict(zip(lines(index["region_codes"]), index["regions"].tolist(), strict=True))
        """ISO 3166-2 code → line of the region."""
        self._countries = index["countries"]
        """Their lines."""
        self.capitals = frozenset(lines(index["capitals"]))
        """The cities that countries are governed from."""

    def by_id(self, geonames: int) -> GazetteerPlace | None:
        """The place with this GeoNames id, None where the table has none."""
        number = self._ids.get(geonames)
        return self._place(number) if number is not None else None

    def has(self, name: str) -> bool:
        """Is there a place of this name (in the nominative, capitals and ё do not matter)?"""
        return fold(name) in self._numbers

    def lookup(self, name: str) -> list[GazetteerPlace]:
        """The places of this name, the largest first."""
        return self._named(fold(name))

    def inflected(self, form: str) -> list[tuple[str, GazetteerPlace]]:
        """The places whose one-word name ``form`` may be a case form of: (name as keyed, place)."""
        return [(key, place) for key in base_forms(form) for place in self._named(key)]

    def countries(self) -> Iterator[tuple[str, GazetteerPlace]]:
        """The countries, each under each of its names of one word, folded."""
        places = map(self._place, self._countries.tolist())
        named = ((fold(name), place) for place in places for name in (place.name, *place.other_names))
        return ((name, place) for name, place in named if " " not in name)

    def regions(self, code: str) -> list[GazetteerPlace]:
        """The region of this ISO 3166-2 code, in a list; [] where the table has none."""
        number = self._regions.get(code)
        return [self._place(number)] if number is not None else []

    def phrases(self, forms: Sequence[str]) -> tuple[int, list[GazetteerPlace]]:
        """The longest name of several words that ``forms`` begin with: how many words, its places."""
        best, places = 0, list[GazetteerPlace]()
        second = fold(forms[1])[:2] if len(forms) > 1 else ""
        for rest, number in self._beginning_with(forms[0]):
            length = 1 + len(rest)
            if length < best or length > len(forms) or rest[0][:2] != second:
                continue
            if all(_same_word(form, name) for form, name in zip(forms[1:], rest, strict=False)):
                if length > best:
                    best, places = length, []
                places.append(self._place(number))
        return best, places

    def beginnings(self) -> Iterable[str]:
        """The first words of the names of several words, folded."""
        return self._beginnings

    @lru_cache(maxsize=20_000)  # noqa: B019 - one gazetteer lives as long as the program
    def _beginning_with(self, form: str) -> list[tuple[tuple[str, ...], int]]:
        """The names of several words whose first word ``form`` may be: (further words, line)."""
        folded = fold(form)
        beginnings = {self._beginnings[folded]} if folded in self._beginnings else set[int]()
        for lemma in folded_lemmas(form) & self._lemmas.keys():
            beginnings.update(self._of_lemma[self._lemmas[lemma]])
        found = []
        for beginning in sorted(beginnings):
            pairs = iter(self._of_beginning[beginning])
            for name, line in zip(pairs, pairs, strict=True):
                _, *rest = words_of(self._names[name])
                if self._names[name][:3] == folded[:3]:
                    found.append((tuple(rest), line))
        return found

    def has_adjective(self, stem: str) -> bool:
        """Is there a name of one word that is an adjective with this stem («глубок» of «глубокое»)?"""
        return any(stem + ending in self._numbers for ending in _ADJECTIVAL)

    def _named(self, key: str) -> list[GazetteerPlace]:
        number = self._numbers.get(key)
        return [] if number is None else [self._place(line) for line in self._of_name[number]]

    @lru_cache(maxsize=4096)  # noqa: B019 - one gazetteer lives as long as the program
    def _place(self, number: int) -> GazetteerPlace:
        id_, kind, country, admin, lat, lon, population, names, centre = self._lines[number].split("\t")
        first, *others = names.split("|")
        return GazetteerPlace(
            geonames=int(id_) or None,
            name=first,
            type=cast(EntityType, kind),
            country=country,
            admin=admin,
            lat=float(lat) if lat else None,
            lon=float(lon) if lon else None,
            population=int(population),
            other_names=tuple(others),
            centre=centre,
        )


def words_of(name: str) -> list[str]:
    """The words of a folded name; «нови-сад» has two, for it is «нови сад» as well."""
    return name.split(" " if " " in name else "-")


@lru_cache(maxsize=50_000)
def fold(name: str) -> str:
    """The name in small letters, ё as е, dashes alike, one blank between words."""
    words = name.lower().replace("ё", "е").replace("‑", "-").replace("–", "-").split()
    return words[0] if len(words) == 1 else " ".join(words)


@lru_cache(maxsize=20_000)
def base_forms(form: str) -> tuple[str, ...]:
    """What a capitalised word may be a case form of, itself first: folded dictionary forms."""
    known = word(form)
    forms = dict.fromkeys([fold(form), *(fold(lemma) for lemma in sorted(known.lemmas))])
    forms.update(dict.fromkeys(map(fold, _adjectives(form))))
    if not is_known(form) and not form.isascii():
        forms.update((fold(base.form), None) for gender in "mf" for base in bases(form, gender))
    if "-" in form:
        head, _, rest = form.partition("-")
        forms.update(dict.fromkeys(f"{fold(lemma)}-{fold(rest)}" for lemma in sorted(word(head).lemmas)))
        front, _, tail = form.rpartition("-")
        forms.update(dict.fromkeys(f"{fold(front)}-{fold(lemma)}" for lemma in sorted(word(tail).lemmas)))
    return tuple(forms)


def _adjectives(form: str) -> Iterator[str]:
    """Of an adjective's form the nominatives that may name a place, in its gender or number: «Глубоком» → Глубокое."""
    for parse in word(form).parses:
        if parse.pos != "ADJF":
            continue
        usual = parse.lemma.endswith(_DICTIONARY_FORM)
        if usual and not gazetteer().has_adjective(fold(parse.lemma)[:-_ENDING]):
            continue
        if parse.number == "plur":
            yield inflect(parse.lemma, "nomn", "plur", like="ADJF")
        elif parse.gender in ("neut", "femn"):
            yield inflect(parse.lemma, "nomn", "sing", parse.gender, like="ADJF")


_DICTIONARY_FORM = ("ый", "ий", "ой")
_ADJECTIVAL = ("ая", "яя", "ое", "ее", "ые", "ие")
_ENDING = 2
"""Letters of each of these."""


@lru_cache(maxsize=20_000)
def _same_word(form: str, name: str) -> bool:
    """May ``form`` be a case form of ``name``?"""
    folded = fold(form)
    if folded == name:
        return True
    return folded[:2] == name[:2] and not folded_lemmas(form).isdisjoint(folded_lemmas(name))


@lru_cache(maxsize=20_000)
def folded_lemmas(form: str) -> set[str]:
    """The dictionary forms that a word may be a form of, folded."""
    lemmas = {fold(lemma) for lemma in word(form).lemmas}
    if not is_known(form):  # «Волочка» of Волочок
        stems = (form.removesuffix(ending) for ending in ("ка", "ку", "ком", "ке") if form.endswith(ending))
        lemmas.update(fold(stem + vowel) for stem in stems for vowel in ("ок", "ек"))
    return lemmas


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer, loaded once (some 40 ms)."""
    return Gazetteer(table(), load("places/names.npz"))


def table() -> str:
    """The lines of the table."""
    return gzip.decompress(path("places/gazetteer.tsv.gz").read_bytes()).decode()


def checksum(text: str) -> int:
    """By which an index knows its table."""
    return zlib.crc32(text.encode())


def lookup(name: str) -> list[GazetteerPlace]:
    """The places of this name (in the nominative), the largest first; countries before cities."""
    return sorted(gazetteer().lookup(name), key=lambda place: (_TYPE_RANK[place.type], -place.population))


def by_id(geonames: int) -> GazetteerPlace | None:
    """The place with this GeoNames id, None where the gazetteer has none."""
    return gazetteer().by_id(geonames)


@lru_cache(maxsize=10_000)
def of_a_town(adjective: str) -> bool:
    """Is the adjective (its dictionary form) made from the name of a town («минский», «брестский»)?"""
    stem = adjective[:-4]
    return adjective.endswith(("ский", "цкий")) and any(
        gazetteer().has(stem.removesuffix("й") + ending) for ending in ("", "ск", "цк", "ь", "а", "о")
    )
