"""What the network takes for organizations, mended by what stands inside and around."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pobratim.reading.names.identity import within_one_edit
from pobratim.reading.names.names import Name, beyond, nationalities, titles
from pobratim.reading.names.organizations.complements import HONOURING
from pobratim.reading.names.organizations.heads import (
    described,
    generic,
    head_of,
    legal_form,
    phrase,
    plural,
    pronoun,
    spelled,
    words,
)
from pobratim.reading.names.organizations.quoted import CLOSE, OPEN, is_event
from pobratim.reading.names.places.gazetteer import fold, of_a_town
from pobratim.reading.names.places.placenames import KNOWN
from pobratim.reading.names.tagger import Tagged
from pobratim.reading.once import union
from pobratim.reading.text.inflection import inflect
from pobratim.reading.text.morph import is_known, word
from pobratim.reading.text.segments import Layout, Token

TAGGED, DOUBTFUL = 52, 15

_MODEL = re.compile(r"[A-ZА-ЯЁa-zа-яё]+-\d")
"""«МАЗ-303»: a product, not its maker."""


def by_tagger(layout: Layout, tagged: Sequence[Tagged], places: Sequence[Name]) -> Iterator[Name]:
    """The tagger's organizations, without quotation marks and legal form, in the nominative."""
    tokens = layout.tokens
    sure = {place.first for place in places if place.strength >= KNOWN and place.last - place.first == 1}
    for name in (name for name in tagged if name.kind == "ORG"):
        first, last = _trimmed(tokens, name)
        if first == last or any(rule(layout, first, last) for rule in NO_BODIES):
            continue
        shown = _in_nominative(tokens[first:last])
        if is_event(shown) or fold(shown) in words("authority", "nobody"):
            continue
        geographic = tokens[first].word is not None and tokens[first].word.with_tags("Geox")  # type: ignore[union-attr]
        doubtful = last == first + 1 and (geographic or first in sure)
        yield Name(first, last, "organization", shown, DOUBTFUL if doubtful else TAGGED)


def _trimmed(tokens: Sequence[Token], name: Tagged) -> tuple[int, int]:
    """Its tokens without signs and legal form («ООО | Луч»), up to a bracket or a dash."""
    first = name.first
    last = next((i for i in range(first, name.last) if tokens[i].text in "(—–|"), name.last)
    while first < last and (tokens[first].word is None or legal_form(tokens[first])):
        first += 1
    while last > first and tokens[last - 1].word is None:
        last -= 1
    return first, last


# ---------------------------------------------------------------- what is no body


def _is_said(layout: Layout, first: int, last: int) -> bool:
    """«Выступили солисты филармонии», «имени Коркыта ата»: it begins with another word than a name."""
    told = last - first > 1 and _is_verb(layout.tokens[first])
    return told or layout.tokens[first].lower in HONOURING


def _is_common(layout: Layout, first: int, last: int) -> bool:
    """«солисты филармонии», «Новости муниципалитета»: no name, or a heading."""
    inside = layout.tokens[first:last]
    return not any(token.capital for token in inside) or fold(inside[0].text) in words("other", "labels")


def _is_office(layout: Layout, first: int, last: int) -> bool:
    """«Председатель городской Думы», «Энский городской голова»."""
    opening, end = layout.tokens[first], layout.tokens[last - 1]
    several = last - first > 1 and (opening.lemma in titles() or end.lemma in titles())
    deputies = generic([opening]) and end.lemma in words("authority", "heads") | {"депутат"}
    return several or deputies or end.lemma == "голова"


def _is_other_thing(layout: Layout, first: int, last: int) -> bool:
    """«Советский Союз», «торгово-промышленные палаты», «Российско-Китайская культура», a piece of a file's name."""
    inside = layout.tokens[first:last]
    if any(token.lemma in words("other", "heads") for token in inside[:3]) or _no_body(inside) or _joint_thing(inside):
        return True
    several = _several(inside) or (inside[-1].text.islower() and plural(inside[-1]))
    return several or _of_a_file(layout.text, inside)


def _is_channel(layout: Layout, first: int, last: int) -> bool:
    """«ТГ-канал горисполкома», «Сибирь / Новости», «Дзене Энска»."""
    inside = layout.tokens[first:last]
    nameless = inside[0].lemma in words("media", "heads") and not any(token.capital for token in inside[1:])
    return nameless or any(token.text == "/" for token in inside) or inside[0].lemma in words("media", "networks")


def _is_of_church(layout: Layout, first: int, last: int) -> bool:
    """«кровля церкви | Святого Георгия»."""
    return first > 0 and layout.tokens[first - 1].lemma in words("other", "churches")


def _is_only_described(layout: Layout, first: int, last: int) -> bool:
    """«Американская компания …» that opens a sentence, «Российско-белорусское предприятие», «Молодёжный клуб «Луч»»."""
    tokens, inside = layout.tokens, layout.tokens[first:last]
    opening = first == 0 or tokens[first - 1].word is None
    if opening and inside[-1].lemma in described() and len(inside) == 2 and not _of_a_town(inside[0]):
        return True
    return all(map(_tells_no_one, inside)) or (_describes_quoted(tokens, last) and len(inside) == 2)


def _is_quoted(layout: Layout, first: int, last: int) -> bool:
    """What stands in quotation marks is found by them."""
    inside = layout.tokens[first:last]
    before = layout.tokens[first - 1].text in OPEN if first else False
    return before or any(token.text in OPEN | CLOSE for token in inside)


def _is_word_alone(layout: Layout, first: int, last: int) -> bool:
    """«Завод», «СМИ», «МАЗ-303»: one word that is no name."""
    token = layout.tokens[first]
    alone = last - first == 1
    return alone and (pronoun(token) or not _name_alone(token) or _MODEL.match(token.text) is not None)


NO_BODIES = (
    _is_said,
    _is_common,
    _is_office,
    _is_other_thing,
    _is_channel,
    _is_of_church,
    _is_only_described,
    _is_quoted,
    _is_word_alone,
)


def _tells_no_one(token: Token) -> bool:
    """A head or an adjective that many bodies may have («международный», «совместный», «российско-белорусский»)."""
    common = union(words("visited", "common"), words("authority", "generic"), words("authority", "own"))
    _, dash, second = token.text.rpartition("-")
    nations = bool(dash) and second.islower() and token.lemma.rpartition("-")[2] in nationalities()
    return nations or token.lemma in common or head_of(token) in described() | {"предприятие", "аэропорт"}


def _is_verb(token: Token) -> bool:
    return token.word is not None and token.word.pos == "VERB" and is_known(token.text)


def _joint_thing(inside: Sequence[Token]) -> bool:
    """«Российско-Китайская культура»: what two nations have together and is no body."""
    nations = inside[0].lemma.split("-")
    return (
        len(inside) == 2
        and len(nations) == 2
        and nations[1] in nationalities()
        and inside[1].text.islower()
        and not head_of(inside[1])
    )


def _describes_quoted(tokens: Sequence[Token], last: int) -> bool:
    """Does a head end before token ``last``, and the name stand in the quotation marks there?"""
    return last < len(tokens) and tokens[last].text in OPEN and head_of(tokens[last - 1]) in described()


def _several(inside: Sequence[Token]) -> bool:
    """«торгово-промышленные палаты Минска и Бреста»: none in particular."""
    noun = next((token for token in inside if token.word is not None and token.word.pos == "NOUN"), inside[0])
    return inside[0].text.islower() and noun.text.islower() and plural(noun)


def _of_a_file(text: str, inside: Sequence[Token]) -> bool:
    """«Pskov_Brest_02.jpg»: a piece of a file's name."""
    return "_" in text[max(0, inside[0].start - 1) : inside[-1].end + 1]


def _of_a_town(adjective: Token) -> bool:
    return of_a_town(adjective.lemma) and adjective.lemma not in nationalities()


def _no_body(inside: Sequence[Token]) -> bool:
    """Is it a state, a part of the world («Советский Союз») or a district abroad («Элкский повят»)?"""
    return fold(phrase(inside)) in beyond() or inside[-1].lower.startswith(tuple(words("other", "lands")))


def _name_alone(token: Token) -> bool:
    """Can one word by itself be a name? Not «Завод», «Администрация», «СМИ», «Глава»."""
    if token.lower in words("other", "abbreviations") or len(token.text) < 2 or token.text.islower():
        return False
    if token.lemma in described() or token.lemma in words("authority", "heads"):
        return False
    if token.text.isupper() or token.text.isascii():
        return True
    return (
        not any(
            p.score > 0.3
            and p.pos in ("NOUN", "ADJF", "VERB", "INFN", "PRTF", "ADVB")
            and not p.tags & {"Orgn", "Abbr", "Name", "Surn", "Trad"}
            for p in token.word.parses[:2]
        )
        if token.word
        else False
    )


def _in_nominative(inside: Sequence[Token]) -> str:
    if len(inside) == 1 and inside[0].text.isupper():
        return inside[0].text
    if len(inside) == 1:
        return inflect(inside[0].text, "nomn", "sing")
    if any(token.text == "." for token in inside):
        return spelled(inside)
    return phrase([*inside[:-1], _mended(inside[-1])])


def _mended(token: Token) -> Token:
    """The head of a name with one letter wrong («Минского часового заводп») as it should be."""
    if token.capital or token.word is None or is_known(token.text):
        return token
    right = next(
        (head for head in sorted(described()) if len(head) > 4 and within_one_edit(token.lower, head)), None
    )
    return replace(token, text=right, word=word(right)) if right else token
