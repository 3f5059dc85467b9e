"""Pairs of sides: several in one list or sentence, each with its date, and the two named just before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from pobratim.reading.context import DateMention
from pobratim.reading.records.authorities import is_authority
from pobratim.reading.records.clauses import has_lemma_between
from pobratim.reading.records.documents import DocumentName, document_between
from pobratim.reading.records.lexicon import partnerships
from pobratim.reading.records.place_kinds import PLACE_NOUNS
from pobratim.reading.records.scenes import Scene
from pobratim.reading.records.sides.hubs import owns
from pobratim.reading.records.sides.list_dates import date_beside
from pobratim.reading.records.sides.named import named_sides
from pobratim.reading.records.stand import Stand, first_of_each
from pobratim.reading.text.speech import vocabulary


def couples(scene: Scene, stands: Sequence[Stand]) -> list[tuple[str, str]]:
    """The pairs of a sentence that names several of them, by the first sign that fits; else nothing."""
    return (
        _behind_between(scene, stands)
        or with_each_other(stands)
        or _row_with_row(scene, stands)
        or _joined_by_twos(scene, stands)
    )


def _behind_between(scene: Scene, stands: Sequence[Stand]) -> list[tuple[str, str]]:
    """«между Омском и Брестом, между Тарой и Лидой, а также Кобрином»: each «между» opens another pair or hub."""
    groups: list[list[Stand]] = []
    end = scene.sentence.start
    for stand in stands:
        opens = any(token.lower == "между" for token in scene.context.tokens_in(end, stand.start))
        if opens:
            groups.append([])
        if not groups:
            return []
        groups[-1].append(stand)
        end = stand.end
    if len(groups) < 2 or any(len(group) < 2 for group in groups):
        return []
    return [pair for group in groups for pair in _of_group(scene, group)]


def _of_group(scene: Scene, group: list[Stand]) -> list[tuple[str, str]]:
    """«между Омском и Брестом, Тарой и Лидой» by twos, «между Омском и Брестом и Лидой» of one hub."""
    return _joined_by_twos(scene, group) or [(group[0].place, other.place) for other in group[1:]]


def with_each_other(stands: Sequence[Stand]) -> list[tuple[str, str]]:
    """«Омск породнился с Брестом, Тара – с Лидой, Орёл и Ливны – с Гродно»: each with its own."""
    groups: list[tuple[list[Stand], list[Stand]]] = []
    for stand in stands:
        if stand.role != "with" and (not groups or groups[-1][1]):
            groups.append(([], []))
        if not groups:
            return []
        groups[-1][stand.role == "with"].append(stand)
    if groups and not groups[-1][1]:
        groups.pop()  # whose other side has no name that is known
    if len(groups) < 2 or any(len(rights) != 1 for _, rights in groups):
        return []
    if sum(len(lefts) > 1 for lefts, _ in groups) * 2 > len(groups):
        return []
    return [(left.place, rights[0].place) for lefts, rights in groups for left in lefts]


def of_one_owner(scene: Scene, stands: Sequence[Stand]) -> list[tuple[str, str]]:
    """«У Омска договор с Брестом и Тарой»: two or more, each with the one whose they are."""
    if len(stands) < 3 or not owns(scene, stands[0]) or any(stand.role != "with" for stand in stands[1:]):
        return []
    return [(stands[0].place, stand.place) for stand in stands[1:]]


def _row_with_row(scene: Scene, stands: Sequence[Stand]) -> list[tuple[str, str]]:
    """«Омск и Тара стали побратимами с Брестом и Лидой»: as many on either side, in their order."""
    half = len(stands) // 2
    lefts, rights = stands[:half], stands[half:]
    if half < 2 or len(lefts) != len(rights) or any(stand.role == "with" for stand in lefts):
        return []
    if any(stand.role != "with" for stand in rights) or not (_is_row(scene, lefts) and _is_row(scene, rights)):
        return []
    return [(left.place, right.place) for left, right in zip(lefts, rights, strict=True)]


def _is_row(scene: Scene, stands: Sequence[Stand]) -> bool:
    """Does each follow the one before behind «и» or a comma?"""
    gaps = ([t.lower for t in scene.context.tokens_in(a.end, b.start)] for a, b in pairwise(stands))
    return all(gap and set(gap) <= {"и", ","} for gap in gaps)


def _joined_by_twos(scene: Scene, stands: Sequence[Stand]) -> list[tuple[str, str]]:
    """«Ступино и Циндао, Мытищи и Дэчжоу»: a list of pairs, each joined by «и»."""
    if len(stands) < 4 or len(stands) % 2:
        return []
    signs = []
    for left, right in pairwise(stands):
        between = [t.lower for t in scene.context.tokens_in(left.end, right.start) if t.text not in {"(", ")"}]
        signs.append("и" if "и" in between and "," not in between else ",")
    wanted = ["и" if number % 2 == 0 else "," for number in range(len(signs))]
    if signs != wanted:
        return []
    return [(stands[n].place, stands[n + 1].place) for n in range(0, len(stands), 2)]


def pair_before(scene: Scene) -> tuple[str, ...]:
    """The two places that the sentence before, of the same paragraph, names; () where it names more or fewer."""
    earlier = scene.before
    if earlier is None:
        return ()
    places = _places_acting(earlier, earlier.outer_stands)
    if len(places) < 2:
        places = _places_acting(earlier, earlier.stands)  # «заседание комиссии по сотрудничеству Омска и Бреста»
    if not places:
        return _with_the_one(earlier)
    if len(places) != 2 or scene.stands_of_document.contain(*places):
        return ()
    if earlier.with_lemmas(_OF_US) and scene.with_lemmas(_OF_US):
        return ()  # «Нашими побратимами стали Ниш и Бар. | Мы подписали …»: we are another
    return tuple(place for place in scene.stands_of_document.focus if place in places)


_OF_US = frozenset({"мы", "наш"})


def _with_the_one(scene: Scene) -> tuple[str, ...]:
    """«25 лет побратимства с Херне. Подписано соглашение»: the place joined and the one that the text is about."""
    by_id = scene.context.by_id
    joined = {s.place for s in scene.outer_stands if s.role == "with" and by_id[s.place].type != "country"}
    main = scene.stands_of_document.pair
    if len(joined) != 1 or not main or main[0] in joined or not scene.with_lemmas(partnerships().twin):
        return ()
    return (main[0], *joined)


def tie_before(scene: Scene, named: Sequence[str]) -> tuple[str, ...]:
    """«Омск и Брест стали побратимами. … Соглашение подписали главы городов П. Лаптев (Омск) и Я. Котов»: the two that
    the paragraph has joined last before, if those named here are of them."""
    earlier = scene.before
    while earlier is not None:
        if earlier.with_lemmas(partnerships().twin) and earlier.with_lemmas(partnerships().becoming):
            places = _places_acting(earlier, earlier.outer_stands)
            of_two = len(places) == 2 and not scene.stands_of_document.contain(*places)
            return places if of_two and set(named) <= set(places) else ()
        earlier = earlier.before
    return ()


def _places_acting(scene: Scene, stands: list[Stand]) -> tuple[str, ...]:
    by_id = scene.context.by_id
    acting = [s for s in stands if s.role != "in" and by_id[s.place].type != "country"]
    acting = [s for s in acting if not _says(scene, s, acting)]
    if {stand.role for stand in acting} == {"with"}:
        return ()  # «связи с Сочи и Пинском» are a list
    return tuple(dict.fromkeys(stand.place for stand in acting))


def _says(scene: Scene, stand: Stand, acting: list[Stand]) -> bool:
    """«губернатор сообщил, что между Омском и Брестом есть контакты»: in a clause of speech, and the others are not."""
    first, last = scene.clauses.stretch_at(scene.index_at(stand.start))
    if stand.kind != "person" or not has_lemma_between(scene, first, last, vocabulary().speech):
        return False
    apart = {other.place for other in acting if not first <= scene.index_at(other.start) < last}
    return len(apart) == 2


def date_of_pair(scene: Scene, two: tuple[str, ...]) -> DateMention | None:
    """«с Варной (2004) и Ошем (2009)», «с Карелией — с 1997-го»: the date beside one of the two."""
    stands = [stand for stand in named_sides(scene, *scene.span) if stand.place in two]
    following = dict(pairwise(named_sides(scene, *scene.span)))
    dates = (date_beside(scene, stand, following.get(stand)) for stand in stands)
    return next((date for date in dates if date is not None), None)


def of_several_times(scene: Scene, index: int) -> bool:
    """«соглашения с Омском и Тюменью заключены в 2019 и 2021 годах»: which was made when, nobody can tell."""
    first, last = scene.clauses.stretch_at(index)
    span = scene.tokens[first].start, scene.tokens[last - 1].end
    points = [date for date in scene.context.dates_in(*span) if date.kind == "point" and date.edtf]
    return any(
        left.edtf != right.edtf
        and {token.lower for token in scene.context.tokens_in(left.end, right.start)} <= _LISTING
        for left, right in pairwise(points)
    )


_LISTING = frozenset({"и", ",", "в", "году", "г", "."})


def pairs_of_parties(scene: Scene, name: DocumentName, parties: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Of documents in the plural, those between two each: «меморандумы с Омском и Тарой», «A и B, C и D»."""
    if groups := _between_each(scene, name):
        return list(groups)
    if len(parties) < 3:
        return [parties]
    named = [stand for stand in named_sides(scene, *scene.span) if stand.place in parties]
    stands = first_of_each(named)
    # «между Орском и Минском, а также между Тарой и Минском»: one place may be of several pairs
    if twos := couples(scene, stands) or _behind_between(scene, named) or of_one_owner(scene, stands):
        return list(twos)
    noun = scene.tokens[name.last - 1].word
    if noun is None or scene.is_singular(name.last - 1):
        return [parties]
    if of_several := _one_with_several(scene, stands):
        return list(of_several)
    joined = [s.place for s in stands if s.role == "with"]
    alone = [place for place in parties if place not in joined]
    if len(alone) == 1 and joined:
        return [(alone[0], place) for place in joined]
    if _names_some_behind(scene, name, stands):
        return [(stands[0].place, stand.place) for stand in stands[1:]]
    meant = [place for place in parties if all(stand.place != place for stand in stands)]
    if len(stands) == 1 and meant:
        return [(stands[0].place, place) for place in meant]  # «меморандумы Омска с городами Казахстана»
    if len(meant) == 1 and meant == [parties[0]]:
        return [(meant[0], stand.place) for stand in stands]  # «две области заключили с нашим регионом соглашения»
    return [parties]


def _between_each(scene: Scene, name: DocumentName) -> list[tuple[str, ...]]:
    """«соглашения: | между Омском и Брестом, а также между заводом «Луч» и фирмой «Заря»»: each «между» brings in two
    places or two bodies."""
    last, by_id = scene.sentence.last, scene.context.by_id
    leads = [i for i in range(name.last, last) if scene.tokens[i].lower == "между"]
    if len(leads) < 2 or scene.is_singular(name.first) or document_between(scene.context, name.last, last) is not None:
        return []
    found: list[tuple[str, ...]] = []
    for lead, end in zip(leads, [*leads[1:], last], strict=True):
        start, stop = scene.tokens[lead].start, scene.tokens[end - 1].end
        named = scene.context.mentions_in(start, stop, "organization")
        bodies = tuple(dict.fromkeys(m.entity for m in named if not is_authority(by_id[m.entity])))
        places = tuple(dict.fromkeys(stand.place for stand in named_sides(scene, start, stop)))
        found.append(bodies or places)
    bodies_too = any(by_id[side].type == "organization" for two in found for side in two)
    return found if bodies_too and all(len(two) == 2 for two in found) else []


def _names_some_behind(scene: Scene, name: DocumentName, stands: Sequence[Stand]) -> bool:
    """«Омск подписал соглашения | с десятью городами, среди которых Тула и Псков»: one before, the others behind."""
    start = scene.tokens[name.first].start
    if len(stands) < 3 or stands[0].end > start or stands[1].start < start:
        return False
    between = [token.lower for token in scene.context.tokens_in(start, stands[1].start)]
    return "с" in between and not {"среди", "числе", ":"}.isdisjoint(between)


def _one_with_several(scene: Scene, stands: Sequence[Stand]) -> list[tuple[str, str]]:
    """«соглашения между облисполкомом и | правительствами Коми и Омской области»: the one with each of the others."""
    if len(stands) < 3 or stands[0].role != "between":
        return []
    words = [token.word for token in scene.context.tokens_in(stands[0].end, stands[1].end)]
    several = any(
        parse.number == "plur" and parse.case == "ablt" and parse.pos == "NOUN" and word.lemmas & _GOVERNING
        for word in words
        if word is not None
        for parse in word.parses
    )
    return [(stands[0].place, other.place) for other in stands[1:]] if several else []


_GOVERNING = PLACE_NOUNS | {"правительство", "администрация", "акимат", "мэрия", "исполком", "облисполком", "хокимият"}
"""Common nouns for those who sign for places, and for the places themselves."""


def in_a_row(scene: Scene, places: Sequence[str]) -> bool:
    """«Хэйхэ, Чжухай (провинция Гуандун), Омск и Минск подписали»: do they stand in one list?"""
    stands = first_of_each(stand for stand in named_sides(scene, *scene.span) if stand.place in places)
    between = (scene.context.text((left.end, right.start)) for left, right in pairwise(stands))
    return all(_LISTED.fullmatch(words) for words in between)


_LISTED = re.compile(r"\s*(?:\([^()]*\)\s*)?(?:,|и|,\s*и)\s*(?:город\w*\s+)?")
