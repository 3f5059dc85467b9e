"""People: where the text names them, and their names in the nominative without the patronymic.

The tagger says where; dictionary, endings, the words beside a name and its other mentions say which of
its possible normal forms is meant («Александра Новикова» may be a man in the genitive or a woman).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pobratim.reading.names.names import Name, titles
from pobratim.reading.names.people.cases import agreement, cases_behind, expected_cases, verb_before
from pobratim.reading.names.people.fullnames import (
    Option,
    patronymic_gender,
    readings,
    surname_readings,
)
from pobratim.reading.names.people.namewords import is_initial, listed
from pobratim.reading.names.people.spans import is_short_family, person_spans
from pobratim.reading.names.places.gazetteer import fold
from pobratim.reading.names.tagger import Tagged
from pobratim.reading.text.declension import ALL
from pobratim.reading.text.morph import Parse, is_known
from pobratim.reading.text.phrases import agrees
from pobratim.reading.text.segments import Layout, Token

NAMED, ALONE, AGAIN = 60, 45, 30
"""Strengths: a given name or initials beside a surname; one word alone, which may as well be a town; the
surname of someone named in full elsewhere, where the tagger saw no person."""


_POLITE = listed("polite")
_HOLY = listed("holy")


_TALES = listed("tales")
"""Who appears at feasts and is nobody."""
_MONARCHS = listed("monarchs")
"""What is no surname: «памятник Петру Первому»."""
_ESTATES = listed("estates")
"""Behind them stands the name of a place."""
_LAND = re.compile(r"(?:при|по|за|меж|под|пред)[а-яё]{3,}[^аеёиоуыэюяь]ь(?:е|я|ю|ем|ях)$")
"""«Принеманье», «Поозерья»: the land by a river, by lakes."""
_INHABITANTS = ("овцы", "евцы", "инцы", "анцы", "янцы", "чане", "яне", "ане")


@dataclass(slots=True)
class _Found:
    first: int
    last: int
    initials: str
    options: list[Option]


def find_people(layout: Layout, tagged: Sequence[Tagged]) -> list[Name]:
    """The people that the text names, each mention by itself."""
    found = [
        mention
        for first, last in person_spans(layout, tagged)
        if (mention := _analyse(layout, first, last)) is not None
    ]
    _settle(layout, found)
    found = [mention for mention in found if mention.options]
    full = {
        (fold(best.surname), best.gender): best.surname
        for best in (mention.options[0] for mention in found)
        if best.given and best.surname
    }
    names = []
    for mention in found:
        if not mention.options[0].given:
            _recall(mention, full)
        if mention.last - mention.first == 1 and _is_title(layout.tokens[mention.first]):
            continue
        name = _name(mention)
        before = layout.tokens[name.first - 1] if name.first else None
        polite = before is not None and (before.lemma in _POLITE or before.lower in _POLITE)
        if polite or fold(name.surname) in {surname for surname, _ in full}:
            name.strength = NAMED
        elif name.first + 1 == name.last and not name.given and _common_word(layout, name.first):
            continue
        if before is not None and (before.lemma in _HOLY or before.lower in ("имени", "им")):
            continue  # «икону святого Димитрия», «мечеть имени Машхура Жусупа»
        if before is not None and before.lemma in _ESTATES and name.last - name.first == 1:
            continue
        if name.name.lower() in _TALES:
            continue
        if name.last - name.first == 1 and _LAND.match(layout.tokens[name.first].lower):
            continue
        if layout.tokens[name.last - 1].lemma in _MONARCHS or _are_inhabitants(layout, name):
            continue
        names.append(name)
    names.extend(_surnames_again(layout, names))
    return names


def _recall(mention: _Found, full: Mapping[tuple[str, str], str]) -> None:
    """Let a surname alone be that of somebody named in full, where its form allows."""
    for number, option in enumerate(mention.options):
        if (fold(option.surname), option.gender) in full:
            mention.options.insert(0, mention.options.pop(number))
            return


def _common_word(layout: Layout, i: int) -> bool:
    """Is it no name: a word that only the beginning of a sentence gives a capital («Гости приехали»), or the adjective
    of an official name («Исполнительный комитет»)?"""
    token = layout.tokens[i]
    if token.word is None:
        return False
    named = any(parse.tags & {"Name", "Surn", "Patr"} for parse in token.word.parses)
    if not (i == 0 or layout.tokens[i - 1].text in '.!?…—–-«"' or layout.sentence_at(token.start).first == i):
        thing = any("inan" in parse.tags for parse in token.word.parses)  # «… области Политика»
        described = thing or (token.word.pos == "ADJF" and _before_noun(layout, i))
        return not named and is_known(token.text) and described
    if token.lower.endswith(_OF_TOWNS) and _before_noun(layout, i):
        return _agree(token, layout.tokens[i + 1])  # «Могилевская делегация …»
    if not is_known(token.text):  # «Побратимскими договорами …»: the plural of an adjective
        if token.word.pos == "ADVB" or token.lower.startswith("видео"):
            return True  # «Ежгодно …», «Видеоконференцсвязь помогла …»
        return token.word.pos == "ADJF" and token.lower.endswith(("ими", "ыми", "ские", "цкие"))
    return not named


def _is_title(token: Token) -> bool:
    return token.lemma in titles() or token.lemma in _OF_TITLES


_OF_TITLES = frozenset({"чрезвычайный", "полномочный", "генеральный", "временный", "почётный"})
"""Adjectives of titles, which some papers write with a capital."""
_OF_TOWNS = ("ская", "ский", "ское", "цкая", "цкий", "цкое")


def _agree(adjective: Token, noun: Token) -> bool:
    """Of one gender, both in the nominative; not «Ковальская, директор»."""
    if adjective.word is None or noun.word is None:
        return False
    return any(agrees(adjective.word, parse) for parse in noun.word.parses if parse.case == "nomn")


def _are_inhabitants(layout: Layout, name: Name) -> bool:
    """«Гирсовцы рассказали …»: people of a town, whom only the beginning of a sentence gives a capital."""
    token = layout.tokens[name.first]
    begins = layout.sentence_at(token.start).first == name.first
    return begins and name.last - name.first == 1 and token.lower.endswith(_INHABITANTS)


def _before_noun(layout: Layout, i: int) -> bool:
    following = layout.tokens[i + 1] if i + 1 < len(layout.tokens) else None
    if following is None or following.word is None:
        return False
    return (following.text.islower() or following.lemma in titles()) and following.word.pos == "NOUN"


def _name(mention: _Found) -> Name:
    best = mention.options[0]
    given = _capitals(best.given) or mention.initials
    surname = _capitals(best.surname)
    return Name(
        mention.first,
        mention.last,
        "person",
        " ".join(part for part in (given, surname) if part),
        NAMED if (given and surname) or mention.last - mention.first > 1 else ALONE,
        given=given,
        surname=surname,
        gender="" if _open_gender(mention) else best.gender,
    )


def _open_gender(mention: _Found) -> bool:
    """May the surname without a given name be a man's as well as a woman's («Саакашвили»)?"""
    best = mention.options[0]
    return not best.given and any(
        o.surname == best.surname and o.gender != best.gender for o in mention.options
    )


def _capitals(name: str) -> str:
    return " ".join(
        "-".join(part[:1].upper() + part[1:] for part in piece.split("-")) for piece in name.split()
    )


# ---------------------------------------------------------------- what it may mean


def _analyse(layout: Layout, first: int, last: int) -> _Found | None:
    words, initials = [], ""
    for i, token in enumerate(layout.tokens[first:last], first):
        if is_initial(token) and not is_short_family(layout.tokens, i + 1):
            initials += token.text + "."
        elif token.word is not None:
            words.append(_first_of_glued(token))
        elif token.text not in ".":
            break
    if not words:
        return None
    if all(text.isascii() for text in words):
        form = " ".join(words)
        return (
            _Found(first, last, "", [Option(" ".join(words[:-1]), words[-1], "", ALL, 1.0)]) if form else None
        )
    if initials:
        options = list(surname_readings(words[-1])) if len(words) == 1 else readings(words)
        return _Found(first, last, initials[:2], options)
    return _Found(first, last, "", readings(words))


_GLUED = re.compile(r"([А-ЯЁ][а-яё]{4,})[А-ЯЁ][а-яё]+$")
"""«ИвановскийДворцовая»: a surname and the word of the next line."""


def _first_of_glued(token: Token) -> str:
    found = _GLUED.match(token.text)
    return found[1].lower() if found else token.lower


# ---------------------------------------------------------------- which of them it is


_MAIN = 0.05
"""For a nominative where the words around ask for no case."""


def _settle(layout: Layout, found: list[_Found]) -> None:
    """Sort every mention's options, the likeliest first: by weight, context and the other mentions."""
    support: dict[str, dict[int, float]] = defaultdict(dict)
    for number, mention in enumerate(found):
        for option in mention.options:
            for key in (option.key[1], " ".join(option.key)):
                best = support[key].get(number, 0.0)
                support[key][number] = max(best, option.weight * (1.2 if "nomn" in option.cases else 1.0))
    totals = {key: sum(weights.values()) for key, weights in support.items()}
    for mention in found:
        mention.options.sort(key=lambda option: -option.weight)
    surnamed = {
        fold(option.given)
        for mention in found
        for option in mention.options[:1]
        if option.given and option.surname and not patronymic_gender(option.surname)
    }
    for mention in found:  # «Игорь Маркович» is no Игорь of this text: Маркович is the surname
        if any(not option.surname and fold(option.given) not in surnamed for option in mention.options[:1]):
            mention.options = [option for option in mention.options if option.surname] or mention.options
    starts = {mention.first: mention for mention in found}
    ends: dict[int, _Found] = {}
    for number, mention in enumerate(found):
        expected = expected_cases(layout, mention.first) or cases_behind(layout, mention.last)
        joined = ends.get(mention.first - 1) if layout.tokens[mention.first - 1].text in ("и", ",") else None
        if joined is not None and joined.options:  # «Ирине Хмаре и Н. Скибе»
            expected = joined.options[0].cases
        ends[mention.last] = mention
        expected = expected or _of_the_next(layout, starts.get(mention.last + 1))
        verb = verb_before(layout, mention.first, mention.last)

        def rank(
            option: Option,
            number: int = number,
            expected: frozenset[str] = expected,
            verb: Parse | None = verb,
        ) -> float:
            others = sum(
                min(1.0, round(totals[key] - support[key].get(number, 0.0), 9)) * (0.6 if " " in key else 0.4)
                for key in {option.key[1], " ".join(option.key)}
                if key.strip()
            )
            context = 0.5 if option.cases & expected else -0.4 if expected else _MAIN * ("nomn" in option.cases)
            if option.cases == ALL and option.given.endswith("а") and expected and "nomn" not in expected:
                context = 0.2  # «Батбаяра» is likelier a genitive than a name that does not decline
            return option.weight + others + context + agreement(option, verb)

        mention.options.sort(key=lambda option: (-rank(option), option.key, option.gender))


def _of_the_next(layout: Layout, following: _Found | None) -> frozenset[str]:
    """«Валерия Гончаренко и | Ивана Лаптева»: the cases of the name behind «и», if it can be only one person's."""
    if following is None or layout.tokens[following.first - 1].text != "и" or not following.options:
        return frozenset()
    if not (following.options[0].given and following.options[0].surname):
        return frozenset()
    likely = [option for option in following.options if option.weight >= following.options[0].weight]
    return likely[0].cases if len({option.key for option in likely}) == 1 else frozenset()


# ---------------------------------------------------------------- again by surname


def _surnames_again(layout: Layout, names: Sequence[Name]) -> Iterator[Name]:
    """Further mentions by surname alone of those named in full."""
    known = {fold(name.surname): name for name in names if name.surname and name.given}
    taken = {i for name in names for i in range(name.first, name.last)}
    starts = {surname[:3] for surname in known}
    for i, token in enumerate(layout.tokens):
        if i in taken or not token.capital or token.word is None or token.lower[:3] not in starts:
            continue
        for option in surname_readings(token.lower):
            person = known.get(fold(option.surname))
            if person and person.gender in ("", option.gender):
                yield Name(
                    i,
                    i + 1,
                    "person",
                    person.surname,
                    AGAIN,
                    surname=person.surname,
                    gender=person.gender,
                )
                break
