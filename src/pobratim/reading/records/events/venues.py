"""Where a happening is: the feast's own place, «в Омске», «на сцене дворца Омска», whose people look on."""

from __future__ import annotations

from pobratim.reading.context import Mention
from pobratim.reading.names.places.adjectives import place_of_adjective
from pobratim.reading.records.events.acting_places import is_free
from pobratim.reading.records.events.drafts import sentence_has
from pobratim.reading.records.events.gathering_sides import is_quoted
from pobratim.reading.records.events.groups import Group, home_of
from pobratim.reading.records.events.happenings import Happening, kind_of
from pobratim.reading.records.events.where import here, in_other_clause
from pobratim.reading.records.lexicon import listed
from pobratim.reading.records.scenes import Scene
from pobratim.reading.records.stand import Stand
from pobratim.reading.text.segments import Token


def venue(scene: Scene, happening: Happening, coming: list[Group], groups: list[Group]) -> str | None:
    """The feast's own place, «в Омске», «на сцене дворца Омска», whose people look on, who receives it."""
    taken = {index for group in coming for index in range(group.first, group.last)}
    free = [m for m in scene.context.places_in(*scene.span) if m.first not in taken]
    free = [m for m in free if not (m.start < happening.name.end and is_quoted(scene, happening.name, m.start))]
    rules = (_of_feast, _of_its_adjective, _inside, _in_house, _greeted, _looking_on, _receiving, _of_town)
    local = [group.place for group in groups if group.local]
    found = [place for rule in rules if (place := rule(scene, happening, free, local)) is not None]
    if not found and (told := here(scene)) is not None:
        found = [told]
    by_id, akin = scene.context.by_id, scene.stands_of_document.akin
    nearer = [place for place in found if by_id[place].type != "country" and akin(place, found[0])]
    return next(iter(nearer or found), None)


_OWN = listed("feasts", "of_place")


def _of_feast(scene: Scene, happening: Happening, free: list[Mention], local: list[str]) -> str | None:
    """«юбилей Слонима», «День города Саки», «праздничные мероприятия Полоцка», «Кубок главы Омска»."""
    head = scene.tokens[happening.name.head]
    if head.word is None or not (head.word.lemmas & _OWN or "лети" in head.lower or happening.kind == "verb"):
        return None
    for mention in free:
        if mention.first <= happening.name.head:
            continue
        between = scene.tokens[happening.name.head + 1 : mention.first]
        if len(between) <= _CHAIN and all(map(_is_genitive, between)):
            return mention.entity if _is_genitive(scene.tokens[mention.first]) else None
        return None
    return None


_CHAIN = 6
"""Genitives between a feast and whose it is."""


def _is_genitive(token: Token) -> bool:
    return token.word is not None and token.word.may_be_case("gent")


def _of_its_adjective(scene: Scene, happening: Happening, free: list[Mention], local: list[str]) -> str | None:
    """«Харбинская ярмарка»: where it always is."""
    for index in range(max(scene.sentence.first, happening.name.head - 4), happening.name.head):
        token = scene.tokens[index]
        if token.capital and (index > scene.sentence.first or happening.kind == "forum"):
            place = place_of_adjective(scene.context, token)
            if place is not None and scene.context.by_id[place].type == "city":
                return place
    return None


def _of_town(scene: Scene, happening: Happening, free: list[Mention], local: list[str]) -> str | None:
    """«стал лауреатом | омского фестиваля»: the town's own contest; an «омская выставка» may be shown anywhere."""
    index = happening.name.head - 1
    head = scene.tokens[happening.name.head]
    if index < scene.sentence.first or head.word is None or head.word.lemmas.isdisjoint(_KEPT_AT_HOME):
        return None
    place = place_of_adjective(scene.context, scene.tokens[index])
    return place if place is not None and scene.context.by_id[place].type == "city" else None


_KEPT_AT_HOME = listed("feasts", "at_home")


def _inside(scene: Scene, happening: Happening, free: list[Mention], local: list[str]) -> str | None:
    """«в Омске», «под Омском», «приехали в Омск»: the nearest to the happening, of its clause."""
    stands = {stand.start: stand for stand in scene.stands if stand.kind == "place" and stand.role in {"in", "to"}}
    position = scene.tokens[happening.name.head].start
    found = [
        (abs(mention.start - position), mention.entity)
        for mention in free
        if (
            mention.start in stands
            and not in_other_clause(scene, happening.name.head, stands[mention.start])
            and not _is_trip(scene, stands[mention.start])
        )
        or (mention.first > scene.sentence.first and scene.tokens[mention.first - 1].lower in {"под", "близ"})
    ]
    return min(found)[1] if found else None


_TRIPS = listed("guests", "trips")


def _is_trip(scene: Scene, stand: Stand) -> bool:
    """«поездка в Брест» among what a festival holds."""
    first = scene.index_at(stand.start)
    before = scene.tokens[max(scene.sentence.first, first - 3) : first]
    return any(token.word is not None and token.word.lemmas & _TRIPS for token in before)


_HOUSE = 9
"""Tokens from «в», «на» to the place that the house is in."""
_IN = frozenset({"в", "во", "на"})


def _in_house(scene: Scene, happening: Happening, free: list[Mention], local: list[str]) -> str | None:
    """«на сцене дворца культуры Омска», «в музее Омска», «в Омском университете»."""
    for mention in free:
        for index in range(mention.first - 1, max(scene.sentence.first, mention.first - _HOUSE) - 1, -1):
            token = scene.tokens[index]
            if token.lower in _IN:
                if _is_house(scene.tokens[index + 1 : mention.first]):
                    return mention.entity
                break
    for body in scene.organizations:
        before = scene.tokens[max(scene.sentence.first, body.first - 4) : body.first]
        if any(token.lower in _IN for token in before) and _is_house(before[_after_in(before) :]):
            return home_of(scene, body)
    return None


def _after_in(tokens: list[Token]) -> int:
    return max(number for number, token in enumerate(tokens) if token.lower in _IN) + 1


def _is_house(tokens: list[Token]) -> bool:
    """«музее народного творчества», «сцене дворца»: a locative and its genitives; no happening, no people."""
    headed = False
    for token in tokens:
        word = token.word
        if word is None:
            if token.text not in _QUOTES:
                return False
            continue
        cases = {parse.case for parse in word.parses if parse.pos in {"NOUN", "ADJF", "PRTF", "NUMR"}}
        if word.lemmas & _SHOWN or any(kind_of(lemma) for lemma in word.lemmas):
            return False
        fitting = {"gent"} if headed else {"loct", "accs", "gent"}
        if word.parses and word.form not in {"имени", "и"} and not cases & fitting:
            return False
        headed = headed or word.pos == "NOUN"
    return headed


_QUOTES = frozenset('«»"“”')
_SHOWN = listed("gatherings", "no_house")


_GREETING = listed("feasts", "greeting")


def _greeted(scene: Scene, happening: Happening, free: list[Mention], local: list[str]) -> str | None:
    """«поздравить Брест с годовщиной»: the object of the verb."""
    for verb in scene.with_lemmas(_GREETING):
        following = [mention for mention in free if 0 < mention.first - verb <= _GREETED]
        if following and scene.tokens[following[0].first].may_be_case("accs"):
            return following[0].entity
    return None


_GREETED = 3
"""Tokens from the verb to whom it greets («поздравить побратимский город Брест»)."""


def _looking_on(scene: Scene, happening: Happening, free: list[Mention], local: list[str]) -> str | None:
    """«поздравил жителей Омска», «спели для омичей»."""
    return local[0] if local else None


_RECEIVING = listed("feasts", "hosts")


def _receiving(scene: Scene, happening: Happening, free: list[Mention], local: list[str]) -> str | None:
    """«Омск отметил юбилей», «фестиваль принимал Омск»: whose feast it is."""
    if not sentence_has(scene, _RECEIVING):
        return None
    subjects = {
        mention.entity
        for mention in free
        if scene.tokens[mention.first].may_be_case("nomn") and is_free(scene, mention)
    }
    return subjects.pop() if len(subjects) == 1 else None
