"""Which mentions of places are one place, and what is known of each.

A place with a GeoNames id is that id. One without is its type, name and country: the city of Omsk and
Omsk oblast never meet. A mention without a country joins the only place of its type and name.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Protocol, TypeVar

from pobratim.register.claims import Mention
from pobratim.register.identity import Judgement, Verdict, judgement
from pobratim.register.rows import Place
from pobratim.register.text import distinct_ids, normal, slug

T = TypeVar("T", bound=str)


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
class PlaceKey:
    """What makes a place that place."""

    geonames: int | None
    type: str = ""
    name: str = ""
    country: str | None = None

    @classmethod
    def of(cls, mention: Mention) -> PlaceKey:
        entity = mention.entity
        if entity.geonames:
            return cls(entity.geonames)
        return cls(None, entity.type, normal(entity.name), entity.country)

    @property
    def row_id(self) -> str:
        """``geo-625144``, or ``place-<name>-by`` where no gazetteer knows the place."""
        if self.geonames:
            return f"geo-{self.geonames}"
        kind = "place" if self.type == "city" else self.type
        return "-".join(filter(None, (kind, slug(self.name), (self.country or "").lower())))


@dataclass(frozen=True)
class Places:
    """The register's places, which of them each mention names, and how they lie in each other."""

    rows: tuple[Place, ...]
    of_mention: dict[str, str]
    judgements: tuple[Judgement, ...]

    @cached_property
    def by_id(self) -> dict[str, Place]:
        return {row.id: row for row in self.rows}

    @cached_property
    def _countries(self) -> dict[str, str]:
        return {row.country: row.id for row in self.rows if row.type == "country" and row.country}

    def above(self, place: str) -> Iterator[str]:
        """The region of a place and its country, as far as the register has them."""
        row = self.by_id[place]
        if row.within:
            yield row.within
        country = self._countries.get(row.country or "")
        if country not in (None, place):
            yield country

    def side(self, place: str) -> frozenset[str]:
        """The place and its country."""
        return frozenset((place, *filter(self.is_country, self.above(place))))

    def contains(self, outer: str, inner: str) -> bool:
        """Whether ``inner`` is ``outer`` or lies in it."""
        return outer == inner or outer in self.above(inner)

    def is_country(self, place: str) -> bool:
        return self.by_id[place].type == "country"


def resolve_places(
    mentions: Sequence[Mention], gazetteer: Gazetteer, given: Sequence[Judgement] = ()
) -> Places:
    """One row a place; ``given`` are those that people judged to be the same."""
    groups: dict[PlaceKey, list[Mention]] = defaultdict(list)
    for mention in mentions:
        groups[PlaceKey.of(mention)].append(mention)
    judgements = list(_join_given(groups, given))
    for key, only in _only_places(groups):
        joined = groups.pop(key)
        judgements.append(judgement(groups[only][0].id, joined[0].id, _ONLY, "only_place_of_that_name"))
        groups[only] += joined
    ids = distinct_ids((key, key.row_id, (key.type, key.name, key.country)) for key in groups)
    found = {key: gazetteer(key.geonames) if key.geonames else None for key in groups}
    rows = {key: _row(ids[key], key, mentions, found[key]) for key, mentions in groups.items()}
    regions = {
        place.admin: rows[key].id
        for key, place in found.items()
        if place and place.centre and rows[key].type == "region"
    }
    for key, place in found.items():
        region = regions.get(place.admin) if place else None
        if region != rows[key].id and rows[key].type != "country":
            rows[key] = replace(rows[key], within=region)
    return Places(
        rows=tuple(sorted(rows.values(), key=lambda row: row.id)),
        of_mention={mention.id: ids[key] for key, mentions in groups.items() for mention in mentions},
        judgements=tuple(judgements),
    )


def _join_given(groups: dict[PlaceKey, list[Mention]], given: Sequence[Judgement]) -> Iterator[Judgement]:
    """Joins what people judged to be one place; the one that the gazetteer knows, else the lesser, stays."""
    keys = {mention.id: key for key, found in groups.items() for mention in found} if given else {}
    for one in given:
        left, right = keys.get(one.left), keys.get(one.right)
        if left is None or right is None or one.judgement != "same" or left == right:
            continue
        stays, goes = sorted((left, right), key=lambda key: (key.geonames is None, key.row_id))
        if goes.type and stays.type and goes.type != stays.type:
            continue
        groups[stays] += groups.pop(goes)
        keys.update((mention.id, stays) for mention in groups[stays])
        yield one


_ONLY = Verdict(0.8, "единственное место с этим названием и типом")


def _only_places(groups: dict[PlaceKey, list[Mention]]) -> list[tuple[PlaceKey, PlaceKey]]:
    """Places that no gazetteer knows, each with the one known place of its type, name and country.

    A mention without a country fits any country, but it must be the only one.
    """
    known: dict[tuple[str, str], dict[PlaceKey, set[str | None]]] = defaultdict(dict)
    for key, found in groups.items():
        for mention in found:
            name = normal(mention.entity.name)
            if key.geonames or key.country:
                known[mention.entity.type, name].setdefault(key, set()).add(mention.entity.country)
    result = []
    for key in sorted((key for key in groups if not key.geonames), key=lambda key: key.row_id):
        fitting = [
            other
            for other, countries in known[key.type, key.name].items()
            if other != key and (key.country is None or (other.geonames and key.country in countries))
        ]
        if len(fitting) == 1:
            result.append((key, fitting[0]))
    return result


def _row(row_id: str, key: PlaceKey, mentions: Sequence[Mention], found: GazetteerPlace | None) -> Place:
    names = Counter(mention.entity.name for mention in mentions)
    types = Counter(mention.entity.type for mention in mentions)
    countries = Counter(mention.entity.country for mention in mentions if mention.entity.country)
    name, kind = found.name if found else _most(names), _most(types)
    aliases = set(names).union(*(mention.entity.aliases for mention in mentions)) - {name}
    return Place(
        id=row_id,
        type=kind,  # type: ignore[arg-type]
        name=name,
        aliases=tuple(sorted(aliases)),
        geonames=key.geonames,
        country=_most(countries) if countries else found.country or None if found else None,
        lat=found.lat if found else None,
        lon=found.lon if found else None,
        documents=tuple(sorted({mention.source.id for mention in mentions})),
    )


def _most(counts: Counter[T]) -> T:
    """The most frequent, of equals the least."""
    return min(counts, key=lambda value: (-counts[value], value))
