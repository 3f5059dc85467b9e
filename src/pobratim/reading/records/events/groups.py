"""Groups of people of a place, whatever they do: «ансамбль «Лад» из Омска», «врачи Бреста и Гродно», «омский хор».

Wider than the delegations among the stands: companies, ensembles and teams with a name of their own between the
word and the place, houses of culture that sing. Those of the place where it is («жители Омска») are ``local``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from pobratim.reading.context import Mention
from pobratim.reading.data import load_toml
from pobratim.reading.names.places.adjectives import place_meant, place_of_adjective
from pobratim.reading.names.places.inhabitants import place_of_inhabitants
from pobratim.reading.once import union
from pobratim.reading.records.events.acting_places import acting_places, is_adjective
from pobratim.reading.records.events.levels import nearer
from pobratim.reading.records.events.taking_part import acting_stands
from pobratim.reading.records.lexicon import events
from pobratim.reading.records.place_kinds import PLACE_NOUNS, TWIN_NOUNS
from pobratim.reading.records.scenes import Scene
from pobratim.reading.text.morph import Word

_NO_NOUN = frozenset({"VERB", "PRTS", "GRND", "INFN", "PREP", "CONJ", "NPRO"})

@dataclass(frozen=True, slots=True)
class Group:
    """Tokens ``first`` to ``last`` (excluded) that name people of a place."""

    first: int
    last: int
    place: str
    local: bool = False


@dataclass(frozen=True, slots=True)
class GroupWords:
    """The words of `data/records/happenings.toml` for who takes part."""

    groups: frozenset[str]
    locals: frozenset[str]
    nobody: frozenset[str]


@cache
def _words() -> GroupWords:
    tables = load_toml("records/happenings.toml")
    groups = union(events().delegation, events().travelling, frozenset(tables["groups"]))
    return GroupWords(groups, frozenset(tables["locals"]), frozenset(tables["nobody"]))


def groups_of(scene: Scene) -> list[Group]:
    """The groups of a sentence, in order, each place with its first."""
    rules = (_of_stands, _named, _called, _bodies)
    found = [group for rule in rules for group in rule(scene)]
    found += [Group(mention.first, mention.last, mention.entity) for mention in acting_places(scene)]
    found.sort(key=lambda group: group.first)
    first: dict[tuple[str, bool], Group] = {}
    for group in found:
        first.setdefault((group.place, group.local), group)
    return list(first.values())


def _of_stands(scene: Scene) -> Iterator[Group]:
    """The delegations that every rule sees."""
    for stand in acting_stands(scene, scene.sentence.last - 1):
        if stand.kind != "delegation":
            continue
        first, last = scene.index_at(stand.start), scene.index_at(stand.end)
        lemmas = {lemma for token in scene.tokens[first:last] if token.word for lemma in token.word.lemmas}
        if not lemmas & _words().nobody:
            yield Group(first, last, nearer(scene, stand), bool(lemmas & _words().locals) or _is_for(scene, first))


_LONGEST = 14
"""Tokens from the word for the group to its place."""


def _named(scene: Scene) -> Iterator[Group]:
    """«хор из Омска», «предприятия Омска и Твери», «ансамбль «Лад» дворца культуры Омска»."""
    before: Group | None = None
    for mention in sorted([*scene.context.places_in(*scene.span), *_homes(scene)], key=lambda m: m.first):
        if before is not None and mention.first == before.last + 1 and scene.tokens[before.last].text == "(":
            before = replace(before, last=mention.last + 1)  # «из Равенсбурга (Германия)»
            continue
        if before is not None and _goes_on(scene, before.last, mention):
            before = Group(before.first, mention.last, mention.entity, before.local)
            yield before
            continue
        head = _head_before(scene, mention)
        before = None
        if head is not None:
            before = Group(head, mention.last, mention.entity, _is_local(scene, head))
            yield before


def _homes(scene: Scene) -> Iterator[Mention]:
    """«воспитанники школы искусств Омска», «ансамбль Омского дворца культуры»: bodies as the places they are in."""
    for mention in scene.organizations:
        place = home_of(scene, mention)
        if place is not None:
            yield replace(mention, entity=place)


def home_of(scene: Scene, body: Mention) -> str | None:
    """The place of a body: its seat, the place of its adjective, or the one that its name ends in."""
    seat = scene.context.found.seats.get(body.entity) or place_of_adjective(scene.context, scene.tokens[body.first])
    if seat is not None:
        return seat
    for entity in scene.context.found.entities:
        if entity.type == "city" and any(body.start < start and end <= body.end for start, end in entity.mentions):
            return entity.id
    return None


def _goes_on(scene: Scene, last: int, mention: Mention) -> bool:
    """Do only a comma, «и», «из», «города» or adjectives stand between the place before and this one?"""
    between = scene.tokens[last : mention.first]
    if not between or between[0].text not in {",", "и", "а", ")"}:
        return False
    return all(token.lower in _LISTING or (token.word is not None and token.word.is_pos("ADJF")) for token in between)


_LISTING = frozenset({",", "и", "из", "а", "также", "города", "городов", "г", ".", "г.", ")"})


def _head_before(scene: Scene, mention: Mention) -> int | None:
    """The word for the group that the place belongs to, by «из» or as a genitive."""
    tokens = scene.tokens
    index = mention.first - 1
    while index > scene.sentence.first and _is_kind_word(tokens[index].word):
        index -= 1
    out = tokens[index].lower == "из"
    told = index + 1 < mention.first and _may_be_genitive(tokens[index + 1].word)  # «делегация города | Далянь»
    if not out and not told and not _may_be_genitive(tokens[mention.first].word):
        return None
    index -= out
    limit = max(scene.sentence.first, mention.first - _LONGEST)
    while index >= limit:
        token = tokens[index]
        if token.text in _CLOSING:
            opening = next((i for i in range(index - 1, limit - 1, -1) if tokens[i].text in _OPENING), None)
            if opening is None:
                return None
            index = opening - 1
            continue
        word = token.word
        if word is None and token.text != ":":
            return None
        if word is None:
            index -= 1
            continue
        if _is_group(scene, index):
            return index
        if not _is_passed(word):
            return None
        index -= 1
    return None


_OPENING, _CLOSING = frozenset('«“"„'), frozenset('»”"')


def _is_kind_word(word: Word | None) -> bool:
    """«города», «болгарского», «побратима»: between the preposition and the name."""
    if word is None:
        return False
    attribute = word.pos in {"ADJF", "PRTF"} and not word.lemmas & _POINTING
    return attribute or bool(word.lemmas & (PLACE_NOUNS | TWIN_NOUNS))


_POINTING = frozenset({"который", "этот", "свой"})


def _is_passed(word: Word) -> bool:
    """A genitive, an adjective, «имени», «и»: it only tells which group it is."""
    if word.form in {"и", "имени"} or not word.parses:
        return True
    if word.is_mostly(_NO_NOUN):
        return False
    return any(parse.case == "gent" and parse.pos in {"NOUN", "ADJF", "PRTF", "NUMR"} for parse in word.parses)


def _may_be_genitive(word: Word | None) -> bool:
    return word is None or not word.parses or any(p.case == "gent" and p.pos in {"NOUN", "ADJF"} for p in word.parses)


def _is_group(scene: Scene, index: int) -> bool:
    """People in the plural, or a word for a group; not what a name calls so."""
    word = scene.tokens[index].word
    if word is None or word.pos != "NOUN" or word.lemmas & _words().nobody or scene.mention_at(index) is not None:
        return False
    if word.lemmas & union(_words().groups, _words().locals):
        return True
    parse = word.parses[0]
    return parse.number == "plur" and "anim" in parse.tags


def _is_local(scene: Scene, index: int) -> bool:
    """«жителей Омска», «для омских школьников»: those who look on."""
    word = scene.tokens[index].word
    return (word is not None and bool(word.lemmas & _words().locals)) or _is_for(scene, index)


def _is_for(scene: Scene, index: int) -> bool:
    first = scene.sentence.first
    while index > first and is_adjective(scene.tokens[index - 1].word):
        index -= 1
    return index > first and scene.tokens[index - 1].lower == "для"


def _called(scene: Scene) -> Iterator[Group]:
    """«омский народный хор», «белорусские аграрии», «омичи»; bodies with such a name: «Омский театр драмы»."""
    tokens = scene.tokens
    for index in range(scene.sentence.first, scene.sentence.last):
        word = tokens[index].word
        if word is None:
            continue
        if word.pos == "NOUN":
            home = place_of_inhabitants(scene.context, tokens[index])
            if home is not None and not word.lemmas & _words().nobody:
                yield Group(index, index + 1, home, _is_local(scene, index))
            continue
        if word.pos != "ADJF":
            continue
        head = next((i for i in range(index + 1, min(index + 4, scene.sentence.last)) if _is_group(scene, i)), None)
        if head is None or not all(is_adjective(tokens[i].word) for i in range(index + 1, head)):
            continue
        place = place_meant(scene.context, tokens[index])
        if place is not None:
            yield Group(index, head + 1, place, _is_local(scene, head))


def _bodies(scene: Scene) -> Iterator[Group]:
    """«Омский драматический театр показал»: a body that performs, of the place of its adjective or its seat."""
    for mention in scene.organizations:
        words = scene.tokens[mention.first : mention.last]
        if not any(token.word is not None and token.word.lemmas & _words().groups for token in words):
            continue
        if mention.first > scene.sentence.first and scene.tokens[mention.first - 1].lower in {"в", "во", "на"}:
            continue
        place = home_of(scene, mention)
        if place is not None:
            yield Group(mention.first, mention.last, place)
