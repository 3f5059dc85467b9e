"""Which mentions of places are one place, and what is known of each.

A place with a GeoNames id is that id. One without is its type, name and country: the city of Omsk and
Omsk oblast never meet. A mention without a country joins the only place of its type and name.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from pobratim.model.reading import PLACE_TYPES, Entity
from pobratim.register.claims import RELEVANT, Source
from pobratim.register.identity import Judgement, Verdict, judgement
from pobratim.register.rows import Place
from pobratim.register.text import normal, slug


class GazetteerPlace(Protocol):
    """What a gazetteer knows of a place: where it is, and in which region of which country."""

    @property
    def name(self) -> str:
        """In Russian."""
    @property
    def lat(self) -> float | None: ...
    @property
    def lon(self) -> float | None: ...
    @property
    def country(self) -> str: ...
    @property
    def admin(self) -> str:
        """ISO 3166-2 code of the region around the place; of a region its own; '' where unknown."""
    @property
    def centre(self) -> str:
        """The city from which a country or a region of first level is governed; else ''."""


Gazetteer = Callable[[int], GazetteerPlace | None]
"""The place of a GeoNames id."""


@dataclass(frozen=True, slots=True)
class Form:
    """What a mention says of a place."""

    type: str
    name: str
    country: str | None
    geonames: int | None
    aliases: tuple[str, ...]
    apart: tuple[str, ...] = ()
    """The places that it is not, as people say, by their ids: the link to a gazetteer then says nothing."""

    @classmethod
    def of(cls, entity: Entity, apart: tuple[str, ...] = ()) -> Form:
        return cls(entity.type, entity.name, entity.country, entity.geonames, entity.aliases, apart)

    @property
    def id(self) -> str:
        said = [self.type, self.name, self.country, self.geonames, *self.aliases]
        return json.dumps([said, *self.apart] if self.apart else said, ensure_ascii=False)


class Use(NamedTuple):
    """How a document uses a form: how often, and by which mention first."""

    times: int
    number: int
    """Of the first among the document's entities."""
    mention: str


class Uses:
    """Who uses a form."""

    def __init__(self) -> None:
        self.by_document: dict[str, Use] = {}
        self.times = 0

    def put(self, document: str, use: Use | None) -> None:
        """The document uses it so from now on, or (None) not at all."""
        before = self.by_document.pop(document, None)
        self.times -= before.times if before else 0
        if use is not None:
            self.by_document[document] = use
            self.times += use.times

    @property
    def first(self) -> tuple[str, int, str]:
        """The first mention, by document and place in it."""
        document = min(self.by_document)
        use = self.by_document[document]
        return document, use.number, use.mention


@dataclass(frozen=True, slots=True)
class PlaceKey:
    """What makes a place that place."""

    geonames: int | None
    type: str = ""
    name: str = ""
    country: str | None = None
    apart: tuple[str, ...] = ()
    """The ids of places that it is not."""

    @classmethod
    def of(cls, form: Form) -> PlaceKey:
        if form.geonames and f"geo-{form.geonames}" not in form.apart:
            return cls(form.geonames)
        return cls(None, form.type, normal(form.name), form.country, form.apart)

    @property
    def row_id(self) -> str:
        """``geo-625144``, or ``place-<name>-by`` where no gazetteer knows the place."""
        if self.geonames:
            return f"geo-{self.geonames}"
        kind = "place" if self.type == "city" else self.type
        return "-".join(filter(None, (kind, slug(self.name), (self.country or "").lower())))


@dataclass(frozen=True)
class Places:
    """The register's places, and how they lie in each other."""

    by_id: Mapping[str, Place]
    countries: Mapping[str, str]
    """The place of each country, by its code."""

    def above(self, place: str) -> Iterator[str]:
        """The region of a place and its country, as far as the register has them."""
        row = self.by_id[place]
        if row.within:
            yield row.within
        country = self.countries.get(row.country or "")
        if country not in (None, place):
            yield country

    def side(self, place: str) -> frozenset[str]:
        """The place and its country."""
        return frozenset((place, *filter(self.is_country, self.above(place))))

    def regions(self, place: str) -> Iterator[str]:
        """The region of a place, if the register has it."""
        return (one for one in self.above(place) if not self.is_country(one))

    def contains(self, outer: str, inner: str) -> bool:
        """Whether ``inner`` is ``outer`` or lies in it."""
        return outer == inner or outer in self.above(inner)

    def is_country(self, place: str) -> bool:
        return self.by_id[place].type == "country"


def forms_in(source: Source | None) -> dict[str, Form]:
    """The forms in which a document names places, by mention; one that does not count names none."""
    if source is None or source.reading.relevance < RELEVANT:
        return {}
    return {
        f"{source.id}#{entity.id}": Form.of(entity, source.apart.get(entity.id, ()))
        for entity in source.reading.entities
        if entity.type in PLACE_TYPES
    }


@dataclass(frozen=True, slots=True)
class OnePlace:
    """The forms that are of one place."""

    key: PlaceKey
    forms: tuple[Form, ...]


def join_forms(
    uses: Mapping[Form, Uses], given: Iterable[tuple[Judgement, Form, Form]] = ()
) -> tuple[list[OnePlace], list[Judgement]]:
    """Which forms are of one place; ``given`` is what people judged, with the forms of both mentions."""
    groups: dict[PlaceKey, list[Form]] = defaultdict(list)
    for form in sorted(uses, key=lambda form: form.id):
        groups[PlaceKey.of(form)].append(form)
    told = {key: tuple(forms) for key, forms in groups.items()}
    judgements = list(_join_given(groups, given))
    for key, only in _only_places(groups):
        groups[only] += groups.pop(key)
        left, right = (min(uses[form].first for form in told[one])[-1] for one in (only, key))
        judgements.append(judgement(left, right, _ONLY, "only_place_of_that_name"))
    return [OnePlace(key, tuple(forms)) for key, forms in groups.items()], judgements


def _join_given(
    groups: dict[PlaceKey, list[Form]], given: Iterable[tuple[Judgement, Form, Form]]
) -> Iterator[Judgement]:
    """Joins what people judged to be one place; the one that the gazetteer knows, else the lesser, stays.

    What they told apart has keys of its own already.
    """
    keys = {form: key for key, forms in groups.items() for form in forms}
    for one, left, right in given:
        if keys[left] == keys[right]:
            continue
        if one.judgement == "different":
            yield one
            continue
        stays, goes = sorted((keys[left], keys[right]), key=lambda key: (key.geonames is None, key.row_id))
        if (goes.type and stays.type and goes.type != stays.type) or stays.row_id in goes.apart:
            continue
        groups[stays] += groups.pop(goes)
        keys.update((form, stays) for form in groups[stays])
        yield one


_ONLY = Verdict(0.8, "единственное место с этим названием и типом")


def _only_places(groups: dict[PlaceKey, list[Form]]) -> list[tuple[PlaceKey, PlaceKey]]:
    """Places that no gazetteer knows, each with the one known place of its type, name and country.

    A mention without a country fits any country, but it must be the only one. What people told apart from another place
    joins none of those that it is not, and nothing joins it.
    """
    known: dict[tuple[str, str], dict[PlaceKey, set[str | None]]] = defaultdict(dict)
    for key, found in groups.items():
        for form in found:
            if (key.geonames or key.country) and not key.apart:
                known[form.type, normal(form.name)].setdefault(key, set()).add(form.country)
    result = []
    for key in sorted((key for key in groups if not key.geonames), key=lambda key: key.row_id):
        fitting = [
            other
            for other, countries in known[key.type, key.name].items()
            if other != key and other.row_id not in key.apart
            and (key.country is None or (other.geonames and key.country in countries))
        ]
        if len(fitting) == 1:
            result.append((key, fitting[0]))
    return result


def place_row(
    row_id: str,
    place: OnePlace,
    uses: Mapping[Form, Uses],
    found: GazetteerPlace | None,
    before: Sequence[str] = (),
) -> Place:
    """The row of one place, but for the region in which it lies; ``before`` are its documents so far, in order."""
    names: Counter[str] = Counter()
    types: Counter[str] = Counter()
    countries: Counter[str] = Counter()
    aliases: set[str] = set()
    documents: set[str] = set()
    for form in place.forms:
        times = uses[form].times
        names[form.name] += times
        types[form.type] += times
        if form.country:
            countries[form.country] += times
        aliases.update((form.name, *form.aliases))
        documents.update(uses[form].by_document)
    name = found.name if found else _most(names)
    return Place(
        id=row_id,
        type=_most(types),  # type: ignore[arg-type]
        name=name,
        aliases=tuple(sorted(aliases - {name})),
        geonames=place.key.geonames,
        country=_most(countries) if countries else found.country or None if found else None,
        lat=found.lat if found else None,
        lon=found.lon if found else None,
        # Thousands that are in order already, and a new one, are sorted at the cost of looking through them once.
        documents=tuple(sorted([*filter(documents.__contains__, before), *documents.difference(before)])),
    )


def _most(counts: Counter[str]) -> str:
    """The most frequent, of equals the least."""
    return min(counts, key=lambda value: (-counts[value], value))
