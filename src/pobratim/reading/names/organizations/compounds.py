"""Names known by how they are built: «Минсельхозпрод», «ПсковГУ», «НИА-Камчатка», addresses of sites."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from pobratim.reading.names.names import Name
from pobratim.reading.names.organizations.heads import (
    legal_form,
    plural,
    words,
)
from pobratim.reading.names.organizations.quoted import OPEN
from pobratim.reading.names.people.fullnames import given_readings
from pobratim.reading.names.places.gazetteer import fold
from pobratim.reading.text.declension import VOWELS
from pobratim.reading.text.morph import Word, is_known
from pobratim.reading.text.segments import Layout, Token

_MINISTRY = re.compile(
    r"мин(?:[сч]ельхоз|пром|эконом|здрав|обр|спорт|культ|транс|стро[йяюе]|фин|энерго|природ|торг|арх|жкх|жил|цифр|юст"
    r"|обор|наук|связ|труд|соц|лес|рег|вост|тур|информ|имущ|внеш|топ|нефт|сельхозпрод|молод)\w*$",
    re.IGNORECASE,
)
_OFFSHOOT = re.compile(
    r"\w+-(?:Информ|Инфо|Пресс|Медиа|Ньюс|Онлайн|ТВ|Экспресс|Авиа)$|(?:НИА|РИА|НТА|ИА|АиФ|МК|КП|АПИ|Интерфакс|ИНТЕРФАКС|ТАСС|БЕЛТА|Вести|Новости|Комсомолка)-\w[\w-]*$"
)
_DOMAIN = re.compile(
    r"(?<![\w/@.-])[a-zа-яё0-9-]+(?:\.[a-zа-яё0-9-]+)*\.(?:ru|by|рф|com|kz|uz|org|net|info|am|kg|md|lv|lt|ee|ge|az|tj|tm|ua|cn|de|pl|rs|eu|бел|su|tv|fm|news|press|media|online)\b(?![/@\w-])",
    re.IGNORECASE,
)

ABBREVIATED = 75
_HIGH_SCHOOL = re.compile(r"[А-Я]\w*[а-я]\w*(?:ГУ|ГТУ|ГМУ|ГПУ|ГАУ|ФУ|ГТА|ГЭУ|ГСХА|НИУ|НИТУ|ТПП|ЖД|НПЗ|ТВ)$")
"""«ПсковГУ», «СамГТУ», «БелТПП»: an abbreviation that begins with a place."""
_UNIVERSITY = re.compile(r"[А-Я]{1,4}(?:Г[ТПМАЭ]?У|ФУ)$")
"""«ДГТУ», «ЮРГПУ»: a state or federal university."""
_MEDIUM = re.compile(r"[A-Z][A-Za-z]{2,}(?:News|Media|Press|Inform|Today|Post|Times)$")
"""«EnskNews»: a medium by the end of its name."""


def compounds(layout: Layout) -> Iterator[Name]:
    """«Минсельхозпрода», «Минтранс», «ПсковГУ», «НИА-Камчатка»: names known by how they are built."""
    for i in layout.capitals:
        token = layout.tokens[i]
        if len(token.text) < 4 or not _may_be_built(token.text) or _is_event(layout.tokens, i):
            continue
        if _UNIVERSITY.match(token.text) and not legal_form(token):
            yield Name(i, i + 1, "organization", token.text, ABBREVIATED)
            continue
        if _MEDIUM.match(token.text) and not (i and layout.tokens[i - 1].end == token.start):
            yield Name(i, i + 1, "organization", token.text, ABBREVIATED)
            continue
        if _HIGH_SCHOOL.match(token.text):
            yield Name(i, i + 1, "organization", token.text, ABBREVIATED)
            continue
        if len(token.text) < 6 or fold(token.lemma) in words("other", "labels"):
            continue
        ministry = _MINISTRY.match(token.text) and not _otherwise_known(token)
        if _OFFSHOOT.match(token.text):
            yield Name(i, i + 1, "organization", token.text, ABBREVIATED)
        elif ministry or (_company(token) and not (i and _of_a_person(layout.tokens[i - 1]))):
            yield Name(i, i + 1, "organization", _bare(token), ABBREVIATED)


@lru_cache(maxsize=20_000)
def _may_be_built(text: str) -> bool:
    """Has the word the shape of any of these, whatever it is besides?"""
    return _is_company(text) or any(shape.match(text) for shape in _SHAPES)


_SHAPES = (_UNIVERSITY, _MEDIUM, _HIGH_SCHOOL, _OFFSHOOT, _MINISTRY)
_UNDECLINED = ("пром", "хим", "ком", "дом", "агропром")
"""How names end that seem to be in the instrumental («Минпром»)."""


def _is_event(tokens: Sequence[Token], i: int) -> bool:
    """«Белагро», «на выставке «Агропром»»: a fair, not a company."""
    quoted_behind = i > 1 and tokens[i - 1].text in OPEN and tokens[i - 2].lemma in words("other", "heads")
    return quoted_behind or _bare(tokens[i]).lower() in words("other", "events")


def _of_a_person(before: Token) -> bool:
    """«Роберто | Моралес»: a given name stands before what ends as companies do."""
    return before.capital and any(option.weight > 1 for option in given_readings(before.lower))


def _otherwise_known(token: Token) -> bool:
    """Has the dictionary the word as a place or a person?"""
    return (
        is_known(token.text)
        and token.word is not None
        and any(p.tags & {"Geox", "Surn", "Name"} for p in token.word.parses)
    )


def _company(token: Token) -> bool:
    return _is_company(token.text)


@lru_cache(maxsize=20_000)
def _is_company(text: str) -> bool:
    stem = _nominative(text).lower()
    return not is_known(text) and any(
        stem.endswith(end) and len(stem) > len(end) + 2 for end in words("company", "endings")
    )


def _bare(token: Token) -> str:
    return _nominative(token.text)


@lru_cache(maxsize=20_000)
def _nominative(text: str) -> str:
    """The nominative of a name made of shortened words: masculine in a consonant, or not declined."""
    if text.lower().endswith(("строя", "строю", "строем", "строе")):
        return text[: text.lower().rindex("стро")] + "строй"
    for ending in ("ом", "ем", "а", "у", "е"):
        stem = text if text.endswith(_UNDECLINED) else text.removesuffix(ending)
        if stem != text and stem[-1] in "бвгдзйклмнпрстфхцчшщ" and not text.endswith(("культуры", "обороны")):
            return stem
    return text


def named_universities(layout: Layout) -> Iterator[Name]:
    """«в Гирсов университете»: a university of Kazakhstan behind the undeclined surname it bears."""
    tokens = layout.tokens
    for i in layout.by_lemma.get("университет", ()):
        bearer, head = tokens[i - 1], tokens[i]
        if not i or plural(head) or not bearer.capital or bearer.text.isupper():
            continue
        if bearer.word is not None and bearer.lower[-1] not in VOWELS and _is_surname(bearer.word):
            yield Name(i - 1, i + 1, "organization", f"{bearer.text} {head.lemma}", ABBREVIATED)


def _is_surname(bearer: Word) -> bool:
    """Is it no adjective, but a surname or a noun that no dictionary has («Гирсов», not «Омский»)?"""
    return bearer.pos == "NOUN" and (bool(bearer.with_tags("Surn")) or not is_known(bearer.form))


def addresses(layout: Layout) -> Iterator[Name]:
    """«сообщает 1rnd.ru»: a medium by its address."""
    matches = list(_DOMAIN.finditer(layout.text))
    if not matches:
        return
    starts = {token.start: i for i, token in enumerate(layout.tokens)}
    ends = {token.end: i + 1 for i, token in enumerate(layout.tokens)}
    for match in matches:
        first, last = starts.get(match.start()), ends.get(match.end())
        if first is not None and last is not None and not _is_address(layout.tokens, first):
            yield Name(first, last, "organization", match.group(), ABBREVIATED)


def _is_address(tokens: Sequence[Token], first: int) -> bool:
    """«по адресу энск.рф», «домен „энск.рф“»: where a page is, not who writes it."""
    return any(token.lemma in ("адрес", "домен", "имя") for token in tokens[max(0, first - 3) : first])
