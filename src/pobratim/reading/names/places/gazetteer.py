"""Places with Russian names, GeoNames ids and coordinates, found under any case form of their name.

The table (``data/places/gazetteer.tsv.gz``, see the README beside it) is read once and indexed by the
letters of the names; a line becomes a `GazetteerPlace` only when it is asked for.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import cast

from pobratim.model.reading import EntityType
from pobratim.reading.data import path
from pobratim.reading.text.declension import bases
from pobratim.reading.text.morph import inflect, is_known, word

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
    """The table and its indexes."""

    def __init__(self, text: str) -> None:
        self._lines = text.splitlines()
        self._by_name: dict[str, tuple[int, ...]] = {}
        self._phrases: dict[str, dict[str, list[tuple[tuple[str, ...], int]]]] = {}
        """First three letters → first word → (further words, line) of the names of several words."""
        self._by_id: dict[str, int] = {}
        self._countries: list[tuple[str, GazetteerPlace]] = []
        self._region_of: dict[str, int] = {}
        self.capitals: set[str] = set()
        """The cities that countries are governed from."""
        for number, line in enumerate(self._lines):
            id_, kind, _, admin, _, _, _, names, centre = line.split("\t")
            if centre and kind == "region":
                self._region_of[admin] = number
            elif centre and kind == "country":
                self.capitals.add(centre)
            self._by_id[id_] = number
            for name in names.split("|"):
                key = _folded(name)
                self._by_name[key] = (*self._by_name.get(key, ()), number)
                if " " in key or (kind == "city" and "-" in key):  # «Нови Сад» is Нови-Сад
                    first, *rest = key.split(" " if " " in key else "-")
                    self._phrases.setdefault(key[:3], {}).setdefault(first, []).append((tuple(rest), number))

    def by_id(self, geonames: int) -> GazetteerPlace | None:
        """The place with this GeoNames id, None where the table has none."""
        number = self._by_id.get(str(geonames))
        return self._place(number) if number is not None else None

    def lookup(self, name: str) -> list[GazetteerPlace]:
        """The places of this name (in the nominative, capitals and ё do not matter), the largest first."""
        return [self._place(number) for number in self._by_name.get(fold(name), ())]

    def inflected(self, form: str) -> list[tuple[str, GazetteerPlace]]:
        """The places whose one-word name ``form`` may be a case form of: (name as keyed, place)."""
        return [
            (key, self._place(number)) for key in base_forms(form) for number in self._by_name.get(key, ())
        ]

    def countries(self) -> list[tuple[str, GazetteerPlace]]:
        """The countries, each under each of its names of one word, folded."""
        if not self._countries:
            states = {number for number, line in enumerate(self._lines) if "\tcountry\t" in line}
            for key, numbers in self._by_name.items():
                if not states.isdisjoint(numbers) and " " not in key:
                    self._countries += [(key, self._place(number)) for number in numbers if number in states]
        return self._countries

    def regions(self, code: str) -> list[GazetteerPlace]:
        """The region of this ISO 3166-2 code, in a list; [] where the table has none."""
        number = self._region_of.get(code)
        return [self._place(number)] if number is not None else []

    def phrases(self, forms: Sequence[str]) -> tuple[int, list[GazetteerPlace]]:
        """The longest name of several words that ``forms`` begin with: how many words, its places."""
        best, places = 0, list[GazetteerPlace]()
        for rest, number in self._beginning_with(forms[0]):
            length = 1 + len(rest)
            if length < best or length > len(forms):
                continue
            if all(_same_word(form, name) for form, name in zip(forms[1:], rest, strict=False)):
                if length > best:
                    best, places = length, []
                places.append(self._place(number))
        return best, places

    def beginnings(self) -> Iterator[str]:
        """The first words of the names of several words, folded."""
        return (first for alike in self._phrases.values() for first in alike)

    @lru_cache(maxsize=20_000)  # noqa: B019 - one gazetteer lives as long as the program
    def _beginning_with(self, form: str) -> list[tuple[tuple[str, ...], int]]:
        """The names of several words whose first word ``form`` may be: (further words, line)."""
        beginnings = self._phrases.get(fold(form)[:3], {})
        return [name for first, names in beginnings.items() if _same_word(form, first) for name in names]

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


@lru_cache(maxsize=50_000)
def fold(name: str) -> str:
    """The name in small letters, ё as е, dashes alike, one blank between words."""
    return _folded(name)


def _folded(name: str) -> str:
    return " ".join(name.lower().replace("ё", "е").replace("‑", "-").replace("–", "-").split())


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
    """The nominatives of an adjective's form in its own gender or number: «Глубоком» → Глубокое, «Черёмушках» none."""
    for parse in word(form).parses:
        if parse.pos != "ADJF":
            continue
        if parse.number == "plur":
            yield inflect(parse.lemma, "nomn", "plur", like="ADJF")
        elif parse.gender in ("neut", "femn"):
            yield inflect(parse.lemma, "nomn", "sing", parse.gender, like="ADJF")


@lru_cache(maxsize=20_000)
def _same_word(form: str, name: str) -> bool:
    """May ``form`` be a case form of ``name``?"""
    folded = fold(form)
    if folded == name:
        return True
    return folded[:2] == name[:2] and bool(_folded_lemmas(form) & _folded_lemmas(name))


@lru_cache(maxsize=20_000)
def _folded_lemmas(form: str) -> set[str]:
    lemmas = {fold(lemma) for lemma in word(form).lemmas}
    if not is_known(form):  # «Волочка» of Волочок
        stems = (form.removesuffix(ending) for ending in ("ка", "ку", "ком", "ке") if form.endswith(ending))
        lemmas.update(fold(stem + vowel) for stem in stems for vowel in ("ок", "ек"))
    return lemmas


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer, loaded once (some 80 ms)."""
    return Gazetteer(gzip.decompress(path("places/gazetteer.tsv.gz").read_bytes()).decode())


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
        gazetteer().lookup(stem.removesuffix("й") + ending) for ending in ("", "ск", "цк", "ь", "а", "о")
    )
