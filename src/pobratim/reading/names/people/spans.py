"""Where a person's name stands: the tagger's persons, mended, and those that it missed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pobratim.reading.names.names import is_compound, titles
from pobratim.reading.names.people.cases import office_before
from pobratim.reading.names.people.fullnames import (
    SURNAME_ENDINGS,
    given_name_weight,
    given_readings,
    patronymic_gender,
)
from pobratim.reading.names.people.namewords import are_towns, is_initial, is_name_word, may_be_surname
from pobratim.reading.names.people.palladius import are_names, is_family, sounds_chinese
from pobratim.reading.names.people.unseen import chinese, initialled, missed, polite, syllabic
from pobratim.reading.names.places.gazetteer import fold, gazetteer
from pobratim.reading.names.places.placenames import place_words
from pobratim.reading.names.tagger import Tagged
from pobratim.reading.text.declension import VOWELS, bases
from pobratim.reading.text.morph import is_known
from pobratim.reading.text.segments import Layout, Token


def person_spans(layout: Layout, tagged: Sequence[Tagged]) -> Iterator[tuple[int, int]]:
    """The tagger's persons, joined to the initials and capitalised words that belong to them, and pairs
    of a known given name and a capitalised word that it missed."""
    tokens = layout.tokens
    taken: set[int] = set()
    other = {i for name in tagged if name.kind != "PER" for i in range(name.first, name.last)}
    openings = {sentence.first for sentence in layout.sentences}
    for first, last in syllabic(layout):
        taken.update(range(first, last))
        yield first, last
    for first, last in _joined(tokens, [name for name in tagged if name.kind == "PER"], openings):
        while first > 1 and tokens[first - 1].text == "." and is_initial(tokens[first - 2]):
            first -= 2
        while last + 1 < len(tokens) and is_initial(tokens[last]) and tokens[last + 1].text == ".":
            last += 2
        while first < last and not (tokens[first].capital and tokens[first].word):
            first += 1
        last = next((i for i in range(first, last) if tokens[i].text == "("), last)
        while last > first and not (tokens[last - 1].word or tokens[last - 1].text == "."):
            last -= 1
        first = _at_initials(tokens, first, last)
        first -= _has_given_before(tokens, first, last) and first - 1 not in taken and first not in openings
        alone = all(is_initial(token) or token.text == "." for token in tokens[first:last])
        if alone and first and first not in openings and may_be_surname(tokens[first - 1]):
            first -= 1  # «Рощина | И. А.»
        first = _behind_word(tokens, first, last, openings)
        first = _behind_title(tokens, first, last)
        first, last = _with_neighbours(tokens, first, last, openings, taken | other)
        if last - first > 2 and tokens[first].lemma in titles():
            first += 1  # «Аким | Ерлан Сеитов», though it is a given name too
        while (
            last - first > 1
            and tokens[last - 1].text.islower()
            and not patronymic_gender(tokens[last - 1].text)
        ):
            last -= 1
        if first >= last or is_compound(tokens[first]) or are_towns(tokens[first:last]):
            continue
        if taken.isdisjoint(range(first, last)):
            taken.update(range(first, last))
            yield first, last
    for first, last in polite(layout, taken):
        taken.update(range(first, last))
        yield first, last
    for first, last in initialled(layout, taken | other):
        taken.update(range(first, last))
        yield first, last
    for name in tagged:
        officer = range(name.last - 2, name.last)
        if _ends_in_officer(layout, name) and taken.isdisjoint(officer):
            taken.update(officer)
            yield officer.start, officer.stop
    yield from chinese(layout, set(taken))
    yield from missed(layout, taken | other)


def _ends_in_officer(layout: Layout, name: Tagged) -> bool:
    """«мэр города на Неве | Пётр Гирс», which the tagger takes for a place as a whole: an office before it, and a given
    name with a surname at its end."""
    if name.kind != "LOC" or not 2 <= name.last - name.first <= 4:
        return False
    given, surname = layout.tokens[name.last - 2 : name.last]
    sure = any(option.weight >= 1 for option in given_readings(given.lower)) and is_name_word(surname)
    return sure and not are_towns([given, surname]) and office_before(layout, name.first) is not None


# ---------------------------------------------------------------- mending the tagger's spans


def _joined(
    tokens: Sequence[Token], spans: Sequence[Tagged], openings: set[int]
) -> Iterator[tuple[int, int]]:
    """The spans, those of one name that the tagger cut in two put together («Дикун» «Мария»)."""
    waiting: tuple[int, int] | None = None
    for span in spans:
        if waiting is not None:
            first, middle = waiting
            if middle == span.first and middle not in openings and _one_name(tokens[first : span.last]):
                waiting = first, span.last
                continue
            yield waiting
        waiting = span.first, span.last
    if waiting is not None:
        yield waiting


def is_whole_name(words: Sequence[Token], held: bool = False) -> bool:
    """«Ильшат Суфьянов», which the tagger may take for a place behind «район»: a given name (or, behind an office,
    any word that no dictionary has), then a surname by its ending that no town has."""
    given, surname = words
    begins = _is_given(given) or (held and not is_known(given.text))
    if not begins or not all(is_name_word(token) for token in words):
        return False
    forms = {surname.lower, *(base.form for gender in "mf" for base in bases(surname.lower, gender))}
    return any(form.endswith(SURNAME_ENDINGS) for form in forms) and not any(map(gazetteer().lookup, forms))


def _one_name(words: Sequence[Token]) -> bool:
    """Are these two or three words one person's: a given name among them, and one alone?"""
    if not 2 <= len(words) <= 3 or not all(is_name_word(token) for token in words):
        return False
    given = [t for t in words if _is_given(t) and not patronymic_gender(t.lower)]
    if len(words) == 3 and all(given_readings(t.lower) for t in words[:2]) and not given_readings(words[2].lower):
        return True  # «Рышардом Хенриком | Неджюлкой»
    return len(given) == 1


def _is_given(token: Token) -> bool:
    return any(option.weight > 1 for option in given_readings(token.lower))


def _at_initials(tokens: Sequence[Token], first: int, last: int) -> int:
    """Where the initials stand that a surname follows («Слуцкого РИК А. Н. Борисевич»)."""
    starts = [i for i in range(first, last - 2) if is_initial(tokens[i]) and tokens[i + 1].text == "."]
    return starts[0] if starts and is_name_word(tokens[last - 1]) else first


def _behind_word(tokens: Sequence[Token], first: int, last: int, openings: set[int]) -> int:
    """Behind a common word that only the beginning of a sentence gives a capital («Гостям Иван Петров …»)."""
    if first not in openings or last - first < 2:
        return first
    token = tokens[first]
    if not is_name_word(token) or not is_known(token.text):
        return first
    parses = token.word.parses if token.word else ()
    named = any(parse.tags & {"Name", "Surn", "Patr"} for parse in parses)
    surname_first = last - first == 2 and _is_given(tokens[first + 1])  # «Дуб Андрей»
    chinese_name = last - first == 2 and are_names(token.lower, tokens[first + 1].lower, held=True)  # «Ван Баокань»
    return first if named or surname_first or chinese_name else first + 1


def _with_neighbours(
    tokens: Sequence[Token], first: int, last: int, openings: set[int], taken: set[int]
) -> tuple[int, int]:
    """A given name and patronymic with the surname beside them that the tagger left out."""
    if last - first == 1 and first and first not in openings and is_short_family(tokens, first):
        return first - 1, last
    if last - first == 1 and first and first not in openings and is_name_word(tokens[first - 1]):
        held = first > 1 and (tokens[first - 2].lemma in titles() or _ends_title(tokens, first - 2))
        if held and _is_given(tokens[first - 1]):
            return first - 1, last  # «бурмистра Ярослава Секерко»: no town of Ярослав
    if last - first != 2 or not (_is_given(tokens[first]) and patronymic_gender(tokens[last - 1].lower)):
        return first - (first - 1 not in taken and _two_given(tokens, first, last)), last
    if last < len(tokens) and last not in openings | taken and may_be_surname(tokens[last]):
        return first, last + 1
    before = tokens[first - 1] if first and first not in openings and first - 1 not in taken else None
    if before is not None and may_be_surname(before) and (_has_surname(before) or not is_known(before.text)):
        return first - 1, last
    return first, last


def is_short_family(tokens: Sequence[Token], first: int) -> bool:
    """«губернатор | У | Чжэнлун»: a Chinese family name of one letter, before a given name of such syllables."""
    if not 0 < first < len(tokens):
        return False
    family, given = tokens[first - 1], tokens[first]
    return len(family.text) == 1 and family.capital and is_family(family.lower) and sounds_chinese(given.lower)


def _has_given_before(tokens: Sequence[Token], first: int, last: int) -> bool:
    """«Нильс | О. Свенссон»: a whole given name before one initial and the surname."""
    if first < 1 or last - first != _ONE_INITIAL or not is_initial(tokens[first]):
        return False
    before = tokens[first - 1]
    return is_name_word(before) and given_name_weight(before.lower) > 0


_ONE_INITIAL = 3
"""Tokens of «О. Свенссон»."""


def _ends_title(tokens: Sequence[Token], last: int) -> bool:
    """«главы | администрации | Ильи Беспалова»: a noun that ends a title."""
    token = tokens[last]
    noun = token.word is not None and token.word.pos == "NOUN" and not token.capital
    return noun and last > 0 and tokens[last - 1].lemma in titles()


def _two_given(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Does a given name in the same case stand before a given name and a surname («Мехмета | Мурата Чалыка»)?"""
    if first < 1 or last - first != 2 or not (is_name_word(tokens[first - 1]) and _is_given(tokens[first])):
        return False
    before, own = (given_readings(tokens[i].lower) for i in (first - 1, first))
    return any(a.weight > 1 and a.gender == b.gender and a.cases & b.cases for a in before for b in own)


def _has_surname(token: Token) -> bool:
    return token.word is not None and bool(token.word.with_tags("Surn"))


def _hard_ends(*words: str) -> bool:
    """Do these end in a consonant, as a man's names in the nominative do, and is none a patronymic?"""
    return all(word[-1] not in VOWELS | {"ь", "й"} and not patronymic_gender(word) for word in words)


def _behind_title(tokens: Sequence[Token], first: int, last: int) -> int:
    """Where the name begins in «Бургомистр Хайльбронна Харри Мергель», «Бухары Жамшид Носиров»."""
    if last - first > 2 and _OF_TOWN.search(tokens[first].lower) and tokens[first + 1].lemma in titles():
        first += 1  # «Тарский | Староста Ян Ковальский»
    while last - first > 1 and tokens[first].lemma in titles():
        first += 1
    vietnamese = last - first == 3 and all(_vowels(token) == 1 for token in tokens[first:last])
    full = last - first > 1 and _is_given(tokens[first]) and not _is_given(tokens[first + 1])
    if last - first in (3, 4) and first and _names_a_town(tokens[first - 1]) and not (vietnamese or full):
        first += 1  # «провинции Нгеан Нгуен Нам Динь»
    if last - first > 2 and tokens[first].lemma in ("султанат", "королевство", "княжество"):
        first += 2
    words = tokens[first:last]
    if len(words) > 3 and _is_given(words[-2]) and any(t.lemma in place_words("region", "heads") for t in words[:-2]):
        return last - 2  # «Воеводства Варминьско-Мазурского Яцек Протас»
    chinese_name = len(words) == 3 and is_family(words[1].lower) and sounds_chinese(words[2].lower)
    if chinese_name and not is_family(words[0].lower):
        return first + 1  # «горкома Хэйхэ Цинь Эньтин»
    if len(words) == 3 and all(is_name_word(token) for token in words):
        left, middle, right = (token.lower for token in words)
        before = tokens[first - 1].lemma if first else ""
        governs = before in place_words("town", "owners") or (before in titles() and not given_name_weight(left))
        named = given_name_weight(middle) and not (patronymic_gender(middle) or patronymic_gender(right))
        if governs and named:  # «мэр Рушана Иван Петров»
            return first + 1
        in_genitive = len(left) > 3 and left[-1] in VOWELS and not given_name_weight(left)
        if governs and in_genitive and _hard_ends(middle, right):
            return first + 1  # «бургомистр Бинца Карстен Шнайдер»: the last two agree with each other alone
        if (
            given_name_weight(middle)
            and not patronymic_gender(right)
            and not patronymic_gender(middle)
            and left[-1] in "аяыиоеуюьй"
            and not any("nomn" in option.cases or option.weight > 1.4 for option in given_readings(left))
        ):
            return first + 1
        if not given_name_weight(left) and not patronymic_gender(middle) and _town_in_genitive(words[0]):
            return first + 1
    return first


_OF_TOWN = re.compile(r"(?:ск|цк)(?:ий|ого|ому|им|ом|ая|ой|ую)$")


def _vowels(token: Token) -> int:
    return sum(letter in VOWELS for letter in token.lower)


def _names_a_town(before: Token) -> bool:
    """Is what follows the word a town's name before a person's («общины Зренянин Предраг Станков»)?"""
    return any(
        before.lemma in place_words(*words)
        for words in (("town", "heads"), ("town", "undeclined"), ("region", "heads"))
    )


def _town_in_genitive(token: Token) -> bool:
    return token.word is not None and any(
        key != fold(token.text) and place.population > 20_000
        for key, place in gazetteer().inflected(token.lower)
    )
