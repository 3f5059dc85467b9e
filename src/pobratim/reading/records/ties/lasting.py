"""Ties told by how long they last: «Елабуга дружит с Аксу девять лет», «20-летие партнёрских отношений Омска и Бреста»,
«сотрудничество городов началось в 1990 году»."""

from __future__ import annotations

import re
from functools import cache

from pobratim.reading.context import DateMention
from pobratim.reading.once import union
from pobratim.reading.records.authorities import is_authority
from pobratim.reading.records.clauses import has_lemma_between, span_between
from pobratim.reading.records.documents import document_between
from pobratim.reading.records.lexicon import documents
from pobratim.reading.records.lexicon import partnerships as words
from pobratim.reading.records.scenes import Scene
from pobratim.reading.records.sides.hubs import sides_of_tie
from pobratim.reading.records.sides.meant import meant_pair

_YEARS_LONG = re.compile(
    r"\b(?:четверть века|полвека|(?:не одн|перв|втор|трет|четв[её]рт|пят)\w+ десят\w+|десят(?:ок|ки) лет|десятилети"
    r"|много лет|многие годы|многих лет|долгие годы|долгих лет|(?:уже|более|больше|свыше|почти|около|порядка)"
    r"\s+(?:\w+ )?\w+ лет|много лет|на протяжении \w+ лет|\d+ лет)",
)
_YEARS_AGO = re.compile(r"\b(?:лет|десятилети[яй]|годы?|года) (?:тому )?назад\b")
_NEAR = 4
"""Tokens between «20 лет», «к 25-летию» and the tie that is so old («со дня установления побратимских связей»)."""


def lasts(scene: Scene, index: int) -> bool:
    """Is the tie at the token told with how long it lasts, or when it began?"""
    first, last = scene.clauses.stretch_at(index)
    span = span_between(scene, first, last)
    dates = scene.context.dates_in(*span)
    if any(date.kind == "since" or (date.kind == "duration" and _is_of_years(date)) for date in dates):
        return True
    if anniversary_beside(scene, index) is not None or _YEARS_LONG.search(scene.context.text(span).lower()):
        return True
    begins = has_lemma_between(scene, first, last, words().beginning)
    if begins and _YEARS_AGO.search(scene.context.text(span_between(scene, first, last)).lower()):
        return True
    return begins and any(date.kind == "point" and date.edtf and date.basis == "stated" for date in dates)


def is_told_as_lasting(scene: Scene, index: int) -> bool:
    """The same of «дружба», «сотрудничать», which alone tell of no tie; «дружит», «подружился» do."""
    word = scene.tokens[index].word
    if word is None or word.pos == "INFN":
        return False
    lasting = "дружить" in word.lemmas and any({"pres", "indc"} <= parse.tags for parse in word.parses)
    begun = "подружиться" in word.lemmas and any("past" in parse.tags for parse in word.parses)
    return lasts(scene, index) or lasting or (begun and _is_of_places(scene, index))


def _is_of_places(scene: Scene, index: int) -> bool:
    """«Лида | подружилась», «район подружился»: no people did («школьники из Лиды подружились»)."""
    first = scene.clauses.stretch_at(index)[0]
    nouns = [token.word.parses[0] for i, token in enumerate(scene.tokens[first:index], first)
             if token.word is not None and token.word.pos == "NOUN" and scene.mention_at(i) is None]  # fmt: skip
    return not any(parse.pos == "NOUN" and parse.case == "nomn" and "anim" in parse.tags for parse in nouns)


def are_friends(scene: Scene, index: int, two: tuple[str, ...]) -> bool:
    """Are the two places, no countries, named in the clause, or the one that the other is «with»?

    Of a verb in the singular one is its subject and the other «with» it.
    """
    if any(scene.context.by_id[place].type == "country" for place in two):
        return False
    sides = sides_of_tie(scene, index, scene.clauses.stretch_at(index))
    roles = {side.place: side.role for side in sides if side.place in two}
    if "from" in roles.values():
        return False
    joined = [place for place, role in roles.items() if role == "with"]
    word = scene.tokens[index].word
    assert word is not None
    if word.pos == "VERB" and any(p.number == "sing" and p.score > 0.1 for p in word.parses) and len(joined) != 1:
        return False
    known = scene.speaker_place in two or any(place in two for place in scene.stands_of_document.pair[:1])
    both = len(roles) == 2 or bool(meant_pair(scene, *scene.clauses.stretch_at(index)))
    return both or (len(joined) == 1 and known)


def anniversary_beside(scene: Scene, index: int) -> DateMention | None:
    """«20 лет | сотрудничества», «25-летие | партнёрских отношений», «партнёрству исполняется | 55 лет»."""
    first, last = scene.clauses.stretch_at(index)
    for date in scene.context.dates_in(*span_between(scene, first, last)):
        if date.kind != "anniversary":
            continue
        between = scene.context.tokens_in(*sorted((date.end, scene.tokens[index].start)))
        after = date.start < scene.tokens[index].start
        if after and len(between) <= _NEAR and not any(token.text in {",", "и", ":"} for token in between):
            return date
        if not after and _is_dative(scene, index) and any(_FULFILLED.match(token.lower) for token in between):
            return date
    return None


_FULFILLED = re.compile(r"исполн")


def _is_dative(scene: Scene, index: int) -> bool:
    """The tie itself; «городу-побратиму исполнилось 60 лет» tells how old the town is."""
    word = scene.tokens[index].word
    if word is None or not word.lemmas.isdisjoint(words().bearers):
        return False
    return word.is_case("datv")


def _is_of_years(date: DateMention) -> bool:
    return date.edtf is not None and "/" not in date.edtf


def _is_governed(scene: Scene, index: int) -> bool:
    """«связи помогают | заводам»: neither who acts nor whose the tie is."""
    word = scene.tokens[index].word
    return word is not None and all(parse.case in {"datv", "loct", "accs"} for parse in word.parses)


@cache
def _others() -> frozenset[str]:
    return union(documents().bodies, documents().companies, words().others)


def of_others(scene: Scene, index: int) -> bool:
    """«завод из Омска дружит с фабрикой», «школы Бреста и Лиды», «соглашение о дружбе»: no tie of the places."""
    first, last = scene.clauses.stretch_at(index)
    if document_between(scene.context, max(first, index - _NEAR), index) is not None:
        return True
    if any(first <= i < last and not _is_governed(scene, i) for i in scene.with_lemmas(_others())):
        return True
    by_id = scene.context.by_id
    for mention in scene.context.mentions_in(*span_between(scene, first, last)):
        entity = by_id[mention.entity]
        if entity.type == "person" or (entity.type == "organization" and not is_authority(entity)):
            return True
    return False
