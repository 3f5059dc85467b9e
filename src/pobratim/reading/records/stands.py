"""Who stands for which place: persons by their office, authorities, delegations, the places themselves.

«В. Кухарев» stands for Minsk once a post says so, «делегация из Омска» and «омские коллеги» for Omsk,
«Мингорисполком» for Minsk. Events, agreements and plans take their parties from here.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from pobratim.model.reading import Entity, Post, Span
from pobratim.reading.context import Context
from pobratim.reading.dates.dateline import dateline_places
from pobratim.reading.kept import kept
from pobratim.reading.names.places.adjectives import is_made_from
from pobratim.reading.names.places.gazetteer import GazetteerPlace, by_id
from pobratim.reading.records.authorities import is_authority
from pobratim.reading.records.delegations import leaders
from pobratim.reading.records.lexicon import listed
from pobratim.reading.records.rows import between, locates
from pobratim.reading.records.stand import Stand
from pobratim.reading.records.stands_told import stands_of
from pobratim.reading.records.titles.heads import HEADS_OF_STATE, represents
from pobratim.reading.records.titles.titles import Title
from pobratim.reading.text.morph import lemma

if TYPE_CHECKING:
    from pobratim.reading.records.scenes import Scene


_COVERING = 0.25
"""Of a country's weight: what the places inside it weigh at least to be meant by it."""


class Stands:
    """The stands of a document in the order of its text, and which places it is about."""

    def __init__(self, context: Context, posts: Iterable[Post]) -> None:
        self.context = context
        self.posts = tuple(posts)
        self.all: list[Stand] = []
        for sentence in context.layout.sentences:
            self.all.extend(stands_of(context, sentence, self))
        self._starts = [stand.start for stand in self.all]
        self.scenes: dict[tuple[tuple[Span, str], ...], list[Scene]] = {}
        """Who says which span → the sentences as the rules see them, once they are asked for."""

    def let_go(self) -> None:
        """Let go of the scenes, once the document is read.

        They point here and their answers at them; what points in circles waits for the garbage collector, and with
        it all that the document was cut into.
        """
        for scene in chain.from_iterable(self.scenes.values()):
            scene.answers.clear()
        self.scenes.clear()

    @kept
    def place_of_person(self) -> dict[str, str]:
        """Person id → the place that their office stands for."""
        places: dict[str, str] = {}
        for person, place in leaders(self.context):
            places.setdefault(person, place)
        for post in self.posts:
            words = post.title.split(" ")[:4]
            representing = any(represents(word) or represents(lemma(word)) for word in words)
            representing = representing or (words == ["секретарь"] and self._governs(post.organization))
            mission = any(word.startswith(("посольств", "консульств", "генконсульств")) for word in words)
            if mission and self._is_city(post.place):
                continue  # «руководитель отделения посольства в Омске» stands for the country that sent him
            if post.place and representing:
                led = places.setdefault(post.person, self.party_of(post.place))
                if self._lies_in(post.place, led):
                    places[post.person] = self.party_of(post.place)  # a hokim who leads a delegation of his country
        return places

    def _governs(self, body: str | None) -> bool:
        """Is it the council of a place, whose secretary signs for it («секретарь маслихата»)?"""
        return body is not None and body in self.context.found.seats and is_authority(self.context.by_id[body])

    @kept
    def envoys(self) -> frozenset[str]:
        """Ambassadors and consuls: who stands for a land in another."""
        return frozenset(post.person for post in self.posts if post.title.split(" ")[-1] in _ENVOYS)

    def _is_city(self, place: str | None) -> bool:
        return place is not None and self.context.by_id[place].type == "city"

    def _lies_in(self, place: str, land: str) -> bool:
        entity, country = self.context.by_id[place], self.context.by_id[land]
        return country.type == "country" != entity.type and entity.country == country.country is not None

    def party_of(self, seat: str) -> str:
        """The place that the text itself speaks of where an office or authority governs ``seat``.

        «председатель Солигорского райисполкома» signs for Солигорск where the text names the town, never the
        district; «глава Солигорского района» for the district.
        """
        return self._towns.get(seat, seat)

    @kept
    def _towns(self) -> dict[str, str]:
        """District that only bodies of it name («райисполком») → the town it is named after."""
        context = self.context
        named = dict.fromkeys(m.entity for m in context.places_in(0, len(context.document.text)))
        towns: dict[str, str] = {}
        for district in context.found.entities:
            if district.id in named or not self._is_around(district.id):
                continue
            for town in named:
                if context.by_id[town].type == "city" and self.same_area(district.id, town):
                    towns.setdefault(district.id, town)
        return towns

    def inside(self, span: Span) -> list[Stand]:
        """The stands that begin inside ``text[start:end]``."""
        return self.all[bisect_left(self._starts, span[0]) : bisect_left(self._starts, span[1])]

    @kept
    def focus(self) -> tuple[str, ...]:
        """The places the document is about, the weightiest first."""
        weights: dict[str, float] = defaultdict(float)
        sentences = self.context.layout.sentences
        lead_end = sentences[min(2, len(sentences) - 1)].end if sentences else 0
        sent_from = self._only_sent_from()
        for stand, row in zip(self.all, self._rows(), strict=True):
            if stand.place in sent_from:
                continue
            weight = {"person": 2.0, "delegation": 2.0, "organization": 1.5, "place": 1.0}[stand.kind]
            weights[stand.place] += weight * (3 if stand.start < lead_end else 1) / (1 if row < 3 else 2)
        order = {place: index for index, place in enumerate(weights)}
        ranked = sorted(weights, key=lambda place: (-weights[place], order[place]))
        return tuple(place for place in ranked if not self._covered(place, weights))

    def _only_sent_from(self) -> set[str]:
        """Places of datelines that the text names nowhere else («30 июля, Минск /Корр. …/»)."""
        datelines = dateline_places(self.context.layout)
        outside = {s.place for s in self.all if not any(start <= s.start < end for start, end in datelines)}
        return {stand.place for stand in self.all} - outside

    def _rows(self) -> list[int]:
        """For each stand how many stand in a row with it («делегации Бреста, Гродно и Лиды»: three)."""
        rows: list[list[Stand]] = []
        for stand in self.all:
            if rows and between(self.context, rows[-1][-1], stand) in (["и"], [","], [",", "и"]):
                rows[-1].append(stand)
            else:
                rows.append([stand])
        return [len(row) for row in rows for _ in row]

    @kept
    def crowd(self) -> frozenset[str]:
        """The places that the text names in long rows alone («гостей из Азербайджана, Германии, Грузии и Китая»)."""
        apart = {stand.place for stand, row in zip(self.all, self._rows(), strict=True) if row < _CROWD}
        return frozenset(stand.place for stand in self.all) - apart

    def _covered(self, place: str, weights: dict[str, float]) -> bool:
        """A country is left out where places inside it are spoken of nearly as much, and not only as the stage."""
        entity = self.context.by_id[place]
        if entity.type != "country":
            return False
        inside = [other for other in weights if self.context.by_id[other].type != "country"]
        if place in self.acting:  # «губернатор в Минске подписал с министром Беларуси протокол»: Минск is the stage
            inside = [other for other in inside if other in self.acting]
        inner = sum(weights[other] for other in inside if self.country_of(other) == entity.country)
        return inner >= _COVERING * weights[place]

    @kept
    def acting(self) -> frozenset[str]:
        """The places that are told of as more than where something happens or where one goes."""
        return frozenset(s.place for s in self.all if s.kind != "place" or s.role not in {"in", "to"})

    @kept
    def pair(self) -> tuple[str, ...]:
        """The two places the document is about most, neither inside the other (fewer if it names fewer)."""
        focus = [place for place in self.focus if not self._is_stage(place)]
        if not focus:
            return ()
        first = focus[0]
        second = next((place for place in focus[1:] if not self.contain(first, place)), None)
        if second is None:
            return (first,)
        districts = [place for place in focus if self.is_district(place)]
        if self.is_district(first) != self.is_district(second) and len(districts) == 2:
            return districts[0], districts[1]  # two districts are twins, whatever their cities do for them
        return self._of_one_level(first, second)

    def _of_one_level(self, first: str, second: str) -> tuple[str, str]:
        """A district and the oblast of another district: the two districts, where the document is about one there."""
        sides = [first, second]
        for side, near in ((0, second), (1, first)):
            wide = sides[side]
            if not self._is_around(near) or self.context.by_id[wide].type != "region" or self._is_around(wide):
                continue
            inner = [p for p in self.focus if self._is_around(p) and p != near and self.contain(p, wide)]
            sides[side] = inner[0] if len(inner) == 1 else wide
        return sides[0], sides[1]

    def _is_around(self, place: str) -> bool:
        entity = self.context.by_id[place]
        return entity.type == "region" and not _AROUND.isdisjoint(entity.name.lower().split())

    def _is_stage(self, place: str) -> bool:
        """«в Минске подписали план сотрудничества Омской области и Беларуси»: a town where it only happens, of a land
        that is a side."""
        entity = self.context.by_id[place]
        if entity.type != "city" or place in self.acting:
            return False
        lands = [self.context.by_id[p] for p in self.focus if p in self.acting]
        return any(land.type == "country" and land.country == entity.country for land in lands)

    def is_district(self, place: str) -> bool:
        """Is it a district of a city («Заводской район Минска»)?"""
        entity = self.context.by_id[place]
        return entity.type == "city" and "район" in entity.name.lower()

    def contain(self, left: str, right: str) -> bool:
        """Does one of the two places lie in the other, as the text or the gazetteer has it?"""
        found = self._contained.get((left, right))
        if found is None:
            found = self._contained[left, right] = self._contain(left, right)
        return found

    @kept
    def _contained(self) -> dict[tuple[str, str], bool]:
        return {}

    def _contain(self, left: str, right: str) -> bool:
        if self.same_area(left, right) or {(left, right), (right, left)} & self._told_inside:
            return True
        a, b = (self._gazetteer_place(place) for place in (left, right))
        if a is None or b is None:
            return False
        return bool(a.admin) and a.admin == b.admin and "region" in (a.type, b.type)

    def akin(self, left: str, right: str) -> bool:
        """Is it one place, or does one lie in the other, be it a country?"""
        if left == right or self.contain(left, right):
            return True
        types = [self.context.by_id[place].type for place in (left, right)]
        return types.count("country") == 1 and self.country_of(left) == self.country_of(right) is not None

    def country_of(self, place: str) -> str | None:
        """The country of a place; of one that nobody knows the one land named in which no place named lies."""
        return self.context.by_id[place].country or self._land_of_unknown

    @kept
    def _land_of_unknown(self) -> str | None:
        named = [self.context.by_id[stand.place] for stand in self.all]
        lands = {entity.country for entity in named if entity.type == "country"}
        empty = lands - {entity.country for entity in named if entity.type != "country"}
        return empty.pop() if len(empty) == 1 else None

    @kept
    def _told_inside(self) -> set[tuple[str, str]]:
        """Places and where they lie by the text itself: «Вяземский округ Смоленской области», «Бинц (Германия)»."""
        places = self.context.places_in(0, len(self.context.document.text))
        return {
            (inner.entity, outer.entity)
            for inner, outer in pairwise(places)
            if self.context.by_id[outer.entity].type != "city"
            and not self._are_apart(inner.entity, outer.entity)
            and (locates(self.context, inner, outer) or self.context.text((inner.end, outer.start)) == " (")
        }

    def _are_apart(self, left: str, right: str) -> bool:
        """«Дни Приморского края | в провинции Хэйлунцзян»: places of two countries, as the gazetteer has it."""
        countries = {self.context.by_id[place].country for place in (left, right)}
        return None not in countries and len(countries) == 2

    def same_area(self, left: str, right: str) -> bool:
        """A city and its district; a town and the district or oblast named after it (Рославль, Рославльский округ)?"""
        a, b = self.context.by_id[left], self.context.by_id[right]
        if a.type == b.type == "city":
            return any(_is_district_of(*two) for two in ((a, b), (b, a)))
        if {a.type, b.type} != {"city", "region"}:
            return False
        region, city = (a, b) if a.type == "region" else (b, a)
        if not _AROUND.isdisjoint(city.name.lower().split()):
            return False  # «Центральный административный округ Москвы»: no other's Центральный округ
        return is_made_from(region.name.lower().split()[0], city.name)

    def _gazetteer_place(self, place: str) -> GazetteerPlace | None:
        geonames = self.context.by_id[place].geonames
        return by_id(geonames) if geonames is not None else None

    @kept
    def host(self) -> str | None:
        """Where the document's main happening takes place, as far as «в Минске» tells."""
        counted: dict[str, int] = defaultdict(int)
        for stand in self.all:
            if stand.kind == "place" and stand.role in {"in", "to"}:
                counted[stand.place] += 2 if stand.place in self.focus[:2] else 1
        return max(counted, key=lambda place: counted[place], default=None)

    def person_with(self, title: Title) -> str | None:
        """The person whose known post the unnamed title «мэр Омска» means."""
        if title.words == "глава государства" and title.place is None:
            people = {post.person for post in self.posts if _is_head_of_state(post)}
            return people.pop() if len(people) == 1 else None
        people = {
            post.person
            for post in self.posts
            if title.lemma in post.title.split(" ")
            and (title.place is None or title.place == post.place)
            and (title.organization is None or title.organization == post.organization)
        }
        if len(people) != 1 and title.general and title.place is None and title.organization is None:
            return self._head_meant(title)
        return people.pop() if len(people) == 1 else None

    def _head_meant(self, title: Title) -> str | None:
        """«Губернатор области П. Лаптев прибыл в Минск. | Глава региона встретился …»: the one head of such a place
        whom the text has named by then, but for those named beside."""
        sort = _SORTS.get(title.general)
        place = self.context.layout.tokens[title.last - 1].word
        if sort is None or title.words.split()[0] not in _HEADS or title.plural or place is None:
            return None
        if not any(parse.number == "sing" for parse in place.parses):
            return None  # «главы | регионов»
        sentence = self.context.layout.sentence_at(self.context.layout.tokens[title.first].start)
        named = {mention.entity for mention in self.context.mentions_in(0, sentence.start, "person")}
        beside = {mention.entity for mention in self.context.mentions_in(sentence.start, sentence.end, "person")}
        heads = {
            post.person
            for post in self.posts
            if post.title.split()[0] in _HEADS and post.place and self.context.by_id[post.place].type == sort
        }
        meant = (heads & named) - beside
        return meant.pop() if len(meant) == 1 else None


    def holds(self, person: str, title: Title) -> bool:
        """«Борис Громов, | посол Беларуси»: is it what the text says of this person?"""
        return any(post.person == person and title.lemma in post.title.split(" ") for post in self.posts)


def _is_head_of_state(post: Post) -> bool:
    """«Президент Иван Петров», of whose country nothing needs to be said: no guest from another."""
    return post.title in HEADS_OF_STATE and post.rule.endswith("+nearest_place")


_SORTS = {"регион": "region", "область": "region", "край": "region", "республика": "region", "город": "city"}
"""The general word of «глава региона» → the type of place meant."""
_HEADS = listed("chiefs", "heads")
_ENVOYS = frozenset({"посол", "консул", "торгпред"})
_AROUND = frozenset({"район", "округ"})
_CROWD = 4


def _is_district_of(district: Entity, city: Entity) -> bool:
    """«Володарский район Брянска»: the name ends in the city's."""
    *first, last = district.name.split()
    return len(first) >= 2 and first[-1] == "район" and last.startswith(city.name[:-1].replace("ё", "е")[:5])
