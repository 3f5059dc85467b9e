"""Names of the feasts of places and trades: «День города», «950-летие Минска», «День шахтёра»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pobratim.reading.records.dating import attribute_at
from pobratim.reading.records.event_names import SEVERAL_DAYS, EventName
from pobratim.reading.records.lexicon import listed
from pobratim.reading.records.place_kinds import PLACE_NOUNS

if TYPE_CHECKING:
    from pobratim.reading.records.scenes import Scene


def feasts(scene: Scene) -> Iterator[EventName]:
    """The feasts of the days of a place and of a trade: «День города», «юбилей Омска», «День шахтёра»."""
    yield from city_days(scene)
    yield from (name for name in _days_of(scene) if not _is_celebrated(scene, name.head))


def _days_of(scene: Scene) -> Iterator[EventName]:
    """«День шахтёра», «день рождения Омска»: a day with a capital and of whom it is the day; birthdays of places."""
    tokens = scene.tokens
    for index in _days_in(scene):
        token, following = tokens[index], tokens[index + 1].word
        if token.lemma != "день" or following is None or token.lower in SEVERAL_DAYS:
            continue
        birthday = "рождение" in following.lemmas
        place = next((p for p in scene.context.places_in(token.end, scene.sentence.end) if p.first == index + 2), None)
        if birthday and (place is None or not tokens[place.first].may_be_case("gent")) and _is_own(scene):
            yield EventName(token.start, tokens[index + 1].end, index, None)
            continue
        if following.lemmas & PLACE_NOUNS or not ((birthday and place is not None) or (token.capital and not birthday)):
            continue
        if not any(p.pos == "NOUN" and p.case == "gent" for p in following.parses) or _is_only_dated(scene, index):
            continue
        last = place.last if birthday and place is not None else index + 2
        words = ["День" if token.capital else "день", *(t.text for t in tokens[index + 1 : last])]
        yield EventName(token.start, tokens[last - 1].end, index, " ".join(words))


def _is_own(scene: Scene) -> bool:
    """«свой день рождения | Слоним отметил …»: a place is the subject of the verb."""
    if not scene.with_lemmas(_KEEPING) or not scene.with_lemmas(_OWN):
        return False
    subjects = (m for m in scene.context.places_in(*scene.span) if scene.tokens[m.first].may_be_case("nomn"))
    return any(m.first == scene.sentence.first or not _is_name_behind(scene, m.first - 1) for m in subjects)


def _is_name_behind(scene: Scene, index: int) -> bool:
    """«команда | Омск»: a noun that the name belongs to; not «город | Омск»."""
    word = scene.tokens[index].word
    return word is not None and word.pos in {"NOUN", "PREP"} and word.lemmas.isdisjoint(PLACE_NOUNS | {"рождение"})


_KEEPING = listed("feasts", "celebrating") | {"справить", "встретить"}
_OWN = frozenset({"свой"})


def _days_in(scene: Scene) -> list[int]:
    """The forms of «день» that something stands before and behind."""
    return scene.context.lemmas_between(scene.sentence.first + 1, scene.sentence.last - 1, DAY)


DAY = frozenset({"день"})


def city_days(scene: Scene) -> Iterator[EventName]:
    """«на День города», «по случаю Дня района», «Дня города Омска»: the feast of one place."""
    tokens = scene.tokens
    for index in _days_in(scene):
        token, following = tokens[index], tokens[index + 1]
        if not token.capital or token.lemma != "день" or following.word is None or _is_only_dated(scene, index):
            continue
        if following.word.lemmas.isdisjoint(PLACE_NOUNS) or token.lower in SEVERAL_DAYS:
            continue
        last = index + 2
        place = next((p for p in scene.context.places_in(*scene.span) if p.first == last), None)
        if place is not None:
            last = place.last
        words = ["День", *(t.text for t in tokens[index + 1 : last])]
        yield EventName(token.start, tokens[last - 1].end, index, " ".join(words))
    yield from _jubilees(scene)
    yield from (name for name in _days_of(scene) if name.title is None or _is_celebrated(scene, name.head))
    yield from _feasts(scene)


def _is_celebrated(scene: Scene, index: int) -> bool:
    """«празднование Дня Победы», «торжества по случаю Дня шахтёра»."""
    before = scene.tokens[max(scene.sentence.first, index - 4) : index]
    return any(token.word is not None and token.word.lemmas & _CELEBRATING for token in before)


_CELEBRATING = frozenset({"празднование", "торжество", "праздновать", "отпраздновать"})


def _jubilees(scene: Scene) -> Iterator[EventName]:
    """«на праздновании юбилея Бреста», «празднование 950-летия Минска»: the feast of a place's age."""
    tokens = scene.tokens
    if not scene.with_lemmas(_FEASTING):
        return
    for index in range(scene.sentence.first + 1, scene.sentence.last - 1):
        token = tokens[index]
        if token.word is None or not (token.lemma in JUBILEES or _IN_FIGURES.search(token.lower)):
            continue
        feast = any(t.word and t.word.lemmas & _FEASTING for t in tokens[max(scene.sentence.first, index - 4) : index])
        place = next((p for p in scene.context.places_in(token.end, scene.sentence.end) if p.first <= index + 3), None)
        following = tokens[index + 1].word
        general = following is not None and not following.lemmas.isdisjoint(PLACE_NOUNS)
        if not feast or (place is None and not general) or _is_only_dated(scene, index):
            continue
        last = place.last if place is not None else index + 2
        head = token.lemma if token.lemma in JUBILEES else _IN_FIGURES.sub("-летие", token.text)
        words = [head, *(t.text for t in tokens[index + 1 : last])]
        yield EventName(token.start, tokens[last - 1].end, index, " ".join(words))


def _feasts(scene: Scene) -> Iterator[EventName]:
    """«Город отмечает 950-летие. В торжествах приняли участие …»: the feast that the sentence before tells of."""
    celebrations = scene.with_lemmas(_CELEBRATIONS)
    if celebrations and scene.before is not None and _TOLD.search(scene.context.text(scene.before.span)):
        index = celebrations[0]
        yield EventName(scene.tokens[index].start, scene.tokens[index].end, index, None)


def is_feast_of_place(name: str) -> bool:
    """«День города», «юбилей Омска», «300-летие Бреста», «день рождения»: is it one that a place keeps?"""
    return _OF_PLACE.match(name) is not None


_DAY_OF_PLACE = r"д(?:ень|ня|ню|н[её]м|ни|нях) (?:города|района|округа|пос[её]лка|области|республики)"
_OF_PLACE = re.compile(rf"(?:{_DAY_OF_PLACE}|день рождения|юбилей|годовщина|\d+-летие)\b", re.I)
_TOLD = re.compile(rf"\b(?:{_DAY_OF_PLACE}|годовщин|юбиле)|-лети[еяю]", re.I)
"""The same in running text, «юбилейные торжества» too."""
_CELEBRATIONS = frozenset({"торжество", "празднование"})
JUBILEES = frozenset({"юбилей", "годовщина"})
AGE_OF_TOWN = re.compile(r"(?:-|тысяче|сот|сто)лети\w{1,2}$")
"""«950-летие», «тысячелетие», «трёхсотлетием»; «десятилетие» of a town is a span of time."""
AGE_OF_TIE = re.compile(r"(?:-|десяти|двадцати|тридцати|сорока|пяти)лети[еяюм]\w*$")
"""«25-летие», «двадцатилетия», «пятидесятилетие» of friendship."""
_IN_FIGURES = re.compile(r"-лети(?:е|я|ю|ем|и)$")
_FEASTING = listed("feasts", "feasting")


_BESIDE = frozenset({"накануне", "преддверии", "канун", "ко", "к", "до", "после", "перед", "кануна"})


def _is_only_dated(scene: Scene, index: int) -> bool:
    """«накануне Дня города», «ко Дню города», «подписанное в День города | соглашение»: the feast only says when; not
    «торжества, приуроченные ко Дню города»."""
    attribute = attribute_at(scene, index)
    if attribute is not None and attribute.stop - 1 != index:
        return True
    first = scene.sentence.first
    if not any(token.lower in _BESIDE for token in scene.tokens[max(first, index - 2) : index]):
        return False
    before = [t.word.lemmas for t in scene.tokens[max(first, index - 6) : index] if t.word is not None]
    fixed = next((number for number, lemmas in enumerate(before) if "приурочить" in lemmas), None)
    return fixed is None or all(lemmas.isdisjoint(_CEREMONIAL) for lemmas in before[:fixed])


_CEREMONIAL = frozenset({"мероприятие", "торжество", "праздник", "празднование", "концерт"})
