"""Who and what a text names: one entity a thing, with all its mentions.

tagger → people, places, organizations (each mention by itself) → no overlaps → one entity a thing
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from pobratim.model.reading import PLACE_TYPES, Entity, EntityType, Span
from pobratim.reading.context import Found, Mention
from pobratim.reading.names.identity import same_thing
from pobratim.reading.names.names import Name, beyond, choose, titles
from pobratim.reading.names.organizations.heads import governs
from pobratim.reading.names.organizations.heads import words as organization_words
from pobratim.reading.names.organizations.organizations import find_organizations
from pobratim.reading.names.organizations.surroundings import introduced
from pobratim.reading.names.people.fullnames import given_readings
from pobratim.reading.names.people.people import find_people
from pobratim.reading.names.people.spans import is_whole_name
from pobratim.reading.names.places.gazetteer import fold
from pobratim.reading.names.places.placenames import genitive_of, is_national, matches, place_words
from pobratim.reading.names.places.places import find_places
from pobratim.reading.names.places.signs import in_country
from pobratim.reading.names.tagger import Tagged, tag
from pobratim.reading.names.truecase import truecase
from pobratim.reading.once import union
from pobratim.reading.text.furniture import labels, sites
from pobratim.reading.text.morph import is_known
from pobratim.reading.text.segments import Layout, Token


def find_entities(layout: Layout) -> Found:
    """The people, places and organizations of the text, joined over their mentions."""
    layout = truecase(layout)
    names = find_names(layout, tag(layout))
    things = _Things(layout)
    for name in _longest_first(names):
        things.add(name)
    return things.found(names)


def find_names(layout: Layout, tagged: Sequence[Tagged]) -> list[Name]:
    """Each mention by itself, in the order of the text, none overlapping another."""
    tagged = list(_of_the_article(layout, [part for name in tagged for part in _apart(layout, name)]))
    people = find_people(layout, tagged)
    found = [*people, *find_places(layout, tagged, people)]
    names = introduced(layout, choose([name for name in found if not _authority(layout, name)]))
    places = [name for name in names if name.type in PLACE_TYPES]
    beside = {i for line in sites(layout) for i in line}
    bodies = [name for name in find_organizations(layout, tagged, places) if name.first not in beside]
    return choose([*names, *bodies])


def _of_the_article(layout: Layout, tagged: Sequence[Tagged]) -> Iterator[Tagged]:
    """Without what the tagger takes for an organization, unless its name is a medium's, or for a person of one name in
    labels and menus; without rivers and wide lands that it takes for a person."""
    beside = {i for line in labels(layout) for i in line}
    for name in tagged:
        words = layout.tokens[name.first : name.last]
        alone = name.kind == "PER" and len(words) == 1 and not _may_be_person(words[0])
        medium = any(token.lemma in organization_words("media", "titles") for token in words)
        if name.kind == "PER" and len(words) == 1 and fold(words[0].text) in beyond():
            continue  # «Дон и Беларусь»
        if not ((alone or (name.kind == "ORG" and not medium)) and name.first in beside):
            yield name


def _may_be_person(token: Token) -> bool:
    return token.word is not None and bool(token.word.with_tags("Surn") or token.word.with_tags("Name"))


def _apart(layout: Layout, name: Tagged) -> Iterator[Tagged]:
    """«Тобольском и Могилёвом»: two people or places that the tagger took for one."""
    tokens = layout.tokens
    while name.last - name.first > 1 and _is_preposition(tokens[name.first], tokens[name.first + 1]):
        name = Tagged(name.first + 1, name.last, name.kind)  # «Для Пинска …» at the beginning of a sentence
    held = name.first > 0 and tokens[name.first - 1].lemma in union(titles(), place_words("region", "heads"))
    if name.kind == "LOC" and name.last - name.first == 2 and is_whole_name(tokens[name.first : name.last], held):
        name = Tagged(name.first, name.last, "PER")
    if name.kind == "PER" and name.last - name.first == 2 and _is_called_a_town(layout, name):
        name = Tagged(name.first, name.last, "LOC")
    if bullet := next((i for i in range(name.first + 1, name.last - 1) if tokens[i].text in "•·|"), 0):
        yield from _apart(layout, Tagged(name.first, bullet, name.kind))
        yield from _apart(layout, Tagged(bullet + 1, name.last, name.kind))
        return
    joints = [i for i in range(name.first + 1, name.last - 1) if tokens[i].text == "и"]
    if name.kind != "ORG" and len(joints) == 1:
        yield Tagged(name.first, joints[0], name.kind)
        yield Tagged(joints[0] + 1, name.last, name.kind)
    elif name.kind == "PER" and name.last - name.first == 2 and _behind_owner(tokens, name.first):
        yield Tagged(name.first + 1, name.last, name.kind)  # «город-побратим Боровичей | Бинц»
    elif name.kind == "LOC" and name.last - name.first == 2 and (
        _of_a_country(tokens[name.first : name.last]) or _are_two_towns(tokens[name.first : name.last])
    ):
        yield Tagged(name.first, name.first + 1, name.kind)  # «Дорнода Монголии», «с Энгельсом Ванадзор дружит»
        yield Tagged(name.first + 1, name.last, name.kind)
    else:
        yield name


def _is_called_a_town(layout: Layout, name: Tagged) -> bool:
    """«словацкая | Тарская Гирсовка», «Тарская Гирсовка | (Словакия)»: an adjective with its noun, of a land that is
    named; no given name."""
    tokens = layout.tokens
    first, second = tokens[name.first : name.last]
    called = any(given_readings(token.lower) for token in (first, second))
    if called or first.word is None or not first.word.is_pos("ADJF"):
        return False
    before = tokens[name.first - 1] if name.first else None
    national = before is not None and is_national(before)
    return national or in_country(tokens, layout.sentence_at(first.start), name.last)


def _is_preposition(token: Token, following: Token) -> bool:
    """«Для», but not the initial of «С. Лосев»."""
    return token.word is not None and token.word.pos == "PREP" and following.text != "."


def _behind_owner(tokens: Sequence[Token], i: int) -> bool:
    """Is the word at ``i`` a town in the genitive behind what is a town's («побратим Боровичей»)?"""
    if not i or tokens[i - 1].lemma not in place_words("town", "owners"):
        return False
    towns = [place for _, place in matches([tokens[i]]) if place.type == "city"]
    return any(fold(tokens[i].text) != fold(place.name) and genitive_of(tokens[i], place) for place in towns)


def _of_a_country(words: Sequence[Token]) -> bool:
    """Is the second of two words a country in the genitive, the first a name by itself?"""
    town, country = words
    return not is_known(town.text) and any(
        place.type == "country" and genitive_of(country, place) for _, place in matches([country])
    )


def _are_two_towns(words: Sequence[Token]) -> bool:
    """Does the gazetteer have either word as a city, not both together, and only the second is in the nominative?"""
    first, second = (word.word for word in words)
    if first is None or second is None or not any(
        p.case == "nomn" and p.number == "sing" for p in second.parses
    ):
        return False
    if any(p.case == "nomn" or p.pos == "ADJF" for p in first.parses):
        return False  # «Восточного Сараево»
    each = all(any(place.type == "city" for _, place in matches([token])) for token in words)
    return each and all(length < len(words) for length, _ in matches(words))


def _authority(layout: Layout, name: Name) -> bool:
    """Is what looks like a person or an unknown place an authority («Акимат Павлодара»)?"""
    return name.geonames is None and name.last - name.first > 1 and governs(layout.tokens[name.first])


def _longest_first(names: Sequence[Name]) -> list[Name]:
    """Full names before short ones, so that the short ones find what they belong to."""
    return sorted(names, key=lambda name: (-_fullness(name), name.first))


def _fullness(name: Name) -> int:
    if name.type == "person":
        return 2 * bool(name.given and not name.given.endswith(".")) + bool(name.surname)
    return len(name.name.split())


@dataclass(slots=True)
class _Thing:
    names: list[Name] = field(default_factory=list)
    spans: set[Span] = field(default_factory=set)
    id: str = ""


class _Things:
    """The entities as they grow."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._things: list[_Thing] = []
        self._by_class: dict[str, list[_Thing]] = {}
        self._of: dict[int, _Thing] = {}

    def add(self, name: Name, *, mentioned: bool = True) -> _Thing:
        """Put a mention to the entity it belongs to, or make a new one."""
        if id(name) in self._of:
            return self._of[id(name)]
        thing = self._belongs_to(name)
        if thing is None:
            thing = _Thing()
            self._things.append(thing)
            self._by_class.setdefault(_class(name.type), []).append(thing)
        thing.names.append(name)
        if name.first < name.last and mentioned:
            thing.spans.add(name.span(self._layout))
        self._of[id(name)] = thing
        for inner in name.inner:
            self.add(inner)
        if name.seat is not None:
            self.add(name.seat)
        return thing

    def _belongs_to(self, name: Name) -> _Thing | None:
        alike = self._by_class.get(_class(name.type), ())
        fitting = [thing for thing in alike if same_thing(name, thing.names[0])]
        return min(fitting, key=lambda thing: abs(thing.names[0].first - name.first), default=None)

    def found(self, names: Sequence[Name]) -> Found:
        """The entities in order of their first mention, numbered."""
        length = len(self._layout.text)
        order = sorted(
            self._things, key=lambda thing: (min(thing.spans, default=(length, length)), thing.names[0].name)
        )
        for number, thing in enumerate(order, 1):
            thing.id = f"e{number}"
        mentions = []
        seats: dict[str, str] = {}
        for name in names:
            thing = self._of[id(name)]
            start, end = name.span(self._layout)
            mentions.append(Mention(start, end, name.first, name.last, thing.id))
            if name.seat is not None:
                seats.setdefault(thing.id, self._of[id(name.seat)].id)
        return Found(tuple(_entity(thing) for thing in order), tuple(mentions), seats)


def _class(kind: EntityType) -> str:
    return "place" if kind in PLACE_TYPES else kind


def _entity(thing: _Thing) -> Entity:
    best = thing.names[0]
    if best.type in PLACE_TYPES:
        known = [name for name in thing.names if name.geonames and name.type == best.type]
        best = next(iter(known), best)
        best = next((name for name in known if name.name.startswith((f"{best.name} ", f"{best.name}-"))), best)
    aliases: dict[str, None] = {}
    for name in thing.names:
        aliases.update(dict.fromkeys([name.name, *name.aliases]))
    aliases.pop(best.name, None)
    return Entity(
        id=thing.id,
        type=best.type,
        name=best.name,
        aliases=tuple(aliases),
        mentions=tuple(sorted(thing.spans)),
        geonames=best.geonames,
        country=best.country,
    )
