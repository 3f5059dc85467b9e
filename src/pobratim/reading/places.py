"""Places: cities, regions and countries that the text names, with their GeoNames ids.

The words around a name decide what it is (город Минск, Минская область, Минский район); the gazetteer
knows its id, in any case form; the tagger finds names that the gazetteer does not know.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from pobratim.reading.data import load_toml
from pobratim.reading.gazetteer import GazetteerPlace, base_forms, fold, gazetteer, lookup
from pobratim.reading.morph import Parse, inflect, is_known, recase, word
from pobratim.reading.names import Name, beyond, titles
from pobratim.reading.phrases import nominative
from pobratim.reading.segments import Layout, Sentence, Token
from pobratim.reading.tagger import Tagged

TYPED, KNOWN, TAGGED, WEAK, POSSIBLE = 70, 50, 40, 20, 0
"""Strengths: a place by the words around it, by the gazetteer, by the tagger alone, by the name of a town
that may be a word or a surname; and one that counts only if the text names that town elsewhere too."""

PART = "part"
"""What a token is that begins a longer location of the tagger."""


def find_places(layout: Layout, tagged: Sequence[Tagged]) -> list[Name]:
    """The places that the text names, each mention by itself."""
    kinds = {i: name.kind for name in tagged for i in range(name.first, name.last)}
    for span in tagged:  # «Северная Африка» is not the town of Северный
        if span.kind == "LOC" and span.last - span.first > 1 and _is_adjective(layout.tokens[span.first]):
            kinds[span.first] = PART
    names: list[Name] = []
    for sentence in layout.sentences:
        for i in range(sentence.first, sentence.last):
            token = layout.tokens[i]
            if token.word is None:
                continue
            if token.lemma == "столица":
                names.extend(_capital(layout, sentence, i))
            elif token.lemma in _words("region", "heads"):
                names.extend(_region(layout, sentence, i))
            if token.capital:
                names.extend(_known(layout, sentence, i, kinds))
    sure = {name.geonames for name in names if name.strength >= KNOWN}
    for name in names:
        if name.strength < KNOWN and name.geonames in sure:
            name.strength = KNOWN
    names.extend(_tagged(layout, tagged))
    return [name for name in names if name.strength > POSSIBLE]


@cache
def _phrases() -> dict[str, Any]:
    return load_toml("places/phrases.toml")


@cache
def _words(table: str, key: str) -> frozenset[str]:
    return frozenset(_phrases()[table][key])


# ---------------------------------------------------------------- «столица Татарстана», «донская столица»


def _capital(layout: Layout, sentence: Sentence, i: int) -> Iterator[Name]:
    tokens = layout.tokens
    adjective = tokens[i - 1].word if i > sentence.first else None
    if adjective is not None:
        cities = _phrases()["capital"]
        if city := next((cities[lemma] for lemma in sorted(adjective.lemmas) if lemma in cities), ""):
            yield from _resolved(city, "city", i - 1, i + 1, TYPED + 5)
            return
    if i + 1 < sentence.last and tokens[i + 1].capital and tokens[i + 1].word:
        if part := next((x for x in base_forms(tokens[i + 1].lower) if x in _phrases()["capital_of"]), None):
            yield from _resolved(_phrases()["capital_of"][part], "city", i, i + 2, TYPED + 5)
            return
        for length, place in _matches(tokens[i + 1 : min(i + 5, sentence.last)]):
            if place.centre:
                inner = _name_of(place, i + 1, i + 1 + length, KNOWN)
                for city_name in _resolved(place.centre, "city", i, i + 1 + length, TYPED + 5, place.country):
                    city_name.inner.append(inner)
                    yield city_name
                return


def _resolved(
    name: str, kind: str, first: int, last: int, strength: int, country: str = ""
) -> Iterator[Name]:
    places = [p for p in lookup(name) if p.type == kind and country in ("", p.country)]
    if places:
        yield _name_of(places[0], first, last, strength)


def _name_of(place: GazetteerPlace, first: int, last: int, strength: int, name: str = "") -> Name:
    return Name(
        first,
        last,
        place.type,
        name or place.name,
        strength,
        aliases=place.other_names if place.type != "city" else place.other_names[:1],
        geonames=place.geonames,
        country=place.country or None,
    )


# ---------------------------------------------------------------- «Омская область», «Заводской район Минска»


def _region(layout: Layout, sentence: Sentence, i: int) -> Iterator[Name]:
    tokens = layout.tokens
    head = tokens[i]
    for first in range(
        max(sentence.first, i - 3), i if not _plural(head) else sentence.first
    ):  # «Китайской Народной Республики» is in the gazetteer
        length, places = gazetteer().phrases([token.lower for token in tokens[first : i + 1]])
        if places and first + length == i + 1 and length > 2:
            yield _name_of(min(places, key=_rank), first, i + 1, TYPED)
            return
    if head.lemma == "республика" or (head.lemma == "область" and head.capital is False):
        yield from _republic(layout, sentence, i)
    first = i
    while first > sentence.first and tokens[first - 1].lemma in _words("region", "between"):
        first -= 1
    adjectives = list(_adjectives(layout, sentence, first, plural=_plural(head)))
    for start, end in adjectives:
        words = [tokens[j].text for j in range(start, end)]
        middle = [t.text for t in tokens[first:i] if t.lemma != "муниципальный"]
        own = start == adjectives[-1][0]
        name = _region_name(words, middle, head.text)
        last = i + 1 if own else end
        yield from _region_or_district(layout, sentence, name, head.lemma, start, last)


def _plural(head: Token) -> bool:
    return bool(head.word and head.word.parses and all(p.number == "plur" for p in head.word.parses[:2]))


def _adjectives(layout: Layout, sentence: Sentence, end: int, *, plural: bool) -> Iterator[tuple[int, int]]:
    """Spans of the capitalised adjectives before ``end``: one, or several joined by commas and «и»."""
    tokens = layout.tokens
    spans = []
    at = end
    while at > sentence.first and _is_adjective(tokens[at - 1]):
        spans.append((at - 1, at))
        at -= 1
        if not plural or at - 1 <= sentence.first or tokens[at - 1].text not in (",", "и"):
            break
        at -= 1
    return iter(reversed(spans))


def _is_adjective(token: Token) -> bool:
    if token.word is None or not token.capital:
        return False
    return token.word.is_pos("ADJF") or token.lower.endswith(
        ("ской", "ского", "скому", "ском", "ская", "скую", "ский")
    )


def _region_name(adjective: Sequence[str], middle: Sequence[str], head: str) -> str:
    singular = inflect(head.lower(), "sing", "nomn") if word(head).lemma != head.lower() else head.lower()
    gender = next((p.gender for p in word(singular).parses if p.pos == "NOUN" and p.case == "nomn"), "femn")
    parts = [_adjective_nominative(text, str(gender)) for text in [*adjective, *middle]]
    return " ".join([parts[0][:1].upper() + parts[0][1:], *(part.lower() for part in parts[1:]), singular])


def _adjective_nominative(text: str, gender: str) -> str:
    """«Омской» → «Омская», «Западно-Казахстанской» → «Западно-Казахстанская», «Заводском» → «Заводской»."""
    form = text.title() if text.isupper() else text
    stressed = word(form).lemmas & _words("region", "stressed")
    if stressed and gender == "masc":
        return recase(min(stressed), form)
    return inflect(form, "nomn", "sing", gender, like="ADJF")


def _region_or_district(
    layout: Layout, sentence: Sentence, name: str, head: str, first: int, last: int
) -> Iterator[Name]:
    tokens = layout.tokens
    places = lookup(name)
    if head == "район":
        at = last
        if at < sentence.last and tokens[at].lemma in ("город", "г"):
            at += 1
            if at < sentence.last and tokens[at].text == ".":
                at += 1
        for length, city in _matches(tokens[at : min(at + 4, sentence.last)]):
            if city.type == "city" and tokens[at].capital and _genitive_of(tokens[at], city):
                form = " ".join(token.text for token in tokens[at : at + length])
                inner = _name_of(city, at, at + length, KNOWN)
                yield Name(
                    first,
                    at + length,
                    "city",
                    f"{name} {form.title() if form.isupper() else form}",
                    TYPED + 5,
                    aliases=(name,),
                    country=city.country or None,
                    inner=[inner],
                )
                return
    if head == "округ" and " городской " in name and (cities := lookup(name.split()[0])):
        yield _name_of(cities[0], first, last, TYPED)
    elif place := _unambiguous([p for p in places if p.type != "city"]):
        yield _name_of(place, first, last, TYPED)
    else:
        yield Name(first, last, "region", name, TYPED)


def _unambiguous(places: Sequence[GazetteerPlace]) -> GazetteerPlace | None:
    """The one place of that name; of several districts the one whose region is named after the same town
    (of all Смоленские районы that of Смоленская область), else none."""
    if len(places) < 2 or places[0].type == "country":
        return places[0] if places else None
    near = [
        place
        for place in places
        if any(r.name[:4] == place.name[:4] for r in gazetteer().regions(place.admin))
    ]
    return near[0] if len(near) == 1 else None


def _genitive_of(token: Token, city: GazetteerPlace) -> bool:
    """Does the token stand in the genitive (or is the city's name not declined)?"""
    if fold(token.text) == fold(city.name.split()[0]):
        return city.name[-1] in "оеиуыэю"
    return token.word is not None and (
        not is_known(token.text) or any(p.case == "gent" for p in token.word.parses)
    )


def _republic(layout: Layout, sentence: Sentence, i: int) -> Iterator[Name]:
    """«Республики Беларусь», «Республика Татарстан», «области Абай»."""
    tokens = layout.tokens
    after = tokens[i + 1 : min(i + 4, sentence.last)]
    if not after or not after[0].capital or after[0].word is None:
        return
    for length, place in _matches(after):
        if place.type != "city":
            yield _name_of(place, i, i + 1 + length, TYPED)
            return


# ---------------------------------------------------------------- by the gazetteer


def _matches(tokens: Sequence[Token]) -> Iterator[tuple[int, GazetteerPlace]]:
    """Places whose names ``tokens`` may begin with, the longest and largest first: (words, place).

    The place has the name by which it was found first («Кустанай» stays Кустанай), but countries and
    regions keep theirs.
    """
    if not tokens or tokens[0].word is None:
        return
    forms = [token.lower for token in tokens if token.word is not None or token.text == "-"]
    length, places = gazetteer().phrases(forms) if len(forms) > 1 else (0, [])
    if length:
        for place in sorted(places, key=_rank):
            yield length, place
    for key, place in sorted(gazetteer().inflected(forms[0]), key=lambda pair: _rank(pair[1])):
        yield 1, place if place.type != "city" else _called(place, key)


def _called(place: GazetteerPlace, key: str) -> GazetteerPlace:
    """The city under the name of that key, its usual name among the others."""
    if fold(place.name) == key:
        return place
    names = [place.name, *place.other_names]
    shown = next((name for name in names if fold(name) == key), place.name)
    return replace(place, name=shown, other_names=tuple(name for name in names if name != shown))


_NEAR = frozenset(
    ["BY", "RU", "KZ", "UA", "UZ", "KG", "TJ", "TM", "AM", "AZ", "GE", "MD", "LT", "LV", "EE", "RS"]
)
_NEARER = 10


def _rank(place: GazetteerPlace) -> tuple[bool, int]:
    """Countries first, then by size; a region counts as much as a large town, and a town near by as
    much as a larger one far away."""
    size = 300_000 if place.type == "region" else place.population
    return place.type != "country", -size * (_NEARER if place.country in _NEAR else 1)


def _known(layout: Layout, sentence: Sentence, i: int, kinds: dict[int, str]) -> Iterator[Name]:
    tokens = layout.tokens
    token = tokens[i]
    before = tokens[i - 1] if i > sentence.first else None
    typed = _town_before(layout, sentence, i)
    found = False
    matches = list(_matches(tokens[i : min(i + 4, sentence.last)]))
    if len(matches) > 1:
        matches = _in_brackets(tokens, i, sentence, matches) or matches
    for length, place in matches:
        found = True
        if not all(t.capital or t.lower in ("и", "на") or length > 1 for t in tokens[i : i + length]):
            continue
        if before is not None and before.lemma in _words("town", "other"):
            return
        if fold(token.lemma) in beyond() and not typed and place.type == "city":
            return
        strength = _strength(tokens, i, length, place, kinds, typed)
        yield _name_of(place, i, i + length, strength)
        return
    if (
        typed
        and not found
        and not token.text.isupper()
        and (not is_known(token.text) or kinds.get(i) == "LOC")
    ):
        yield Name(i, i + 1, "city", token.text, TYPED)


def _in_brackets(
    tokens: Sequence[Token], i: int, sentence: Sentence, matches: list[tuple[int, GazetteerPlace]]
) -> list[tuple[int, GazetteerPlace]]:
    """The places of the country that stands in brackets behind the name: «Армавир (Армения)»."""
    at = i + matches[0][0]
    if at + 1 >= sentence.last or tokens[at].text != "(":
        return []
    countries = {
        p.country for _, p in _matches(tokens[at + 1 : min(at + 4, sentence.last)]) if p.type == "country"
    }
    return [(length, place) for length, place in matches if place.country in countries]


def _strength(
    tokens: Sequence[Token], i: int, length: int, place: GazetteerPlace, kinds: dict[int, str], typed: bool
) -> int:
    """How surely the gazetteer's place is what the text means here."""
    token = tokens[i]
    if typed:
        return TYPED
    if place.type != "city" or length > 1:
        return KNOWN + 5
    kind = kinds.get(i)
    if kind == PART:
        return POSSIBLE
    if _dateline(tokens, i) or (i and _of_a_country(tokens[i - 1])):
        return KNOWN
    if kind == "LOC" or (
        i and tokens[i - 1].lemma in titles() and _genitive_of(token, place) and _may_be_unknown(token)
    ):
        return KNOWN
    parses = token.word.parses if token.word else ()
    geographic = any("Geox" in parse.tags for parse in parses)
    if kind == "ORG":
        return WEAK if geographic else POSSIBLE
    if place.population >= 100_000 and geographic:
        return KNOWN if _only_place(parses) or (kind == "PER" and not _person_around(tokens, i)) else WEAK
    if kind != "ORG" and geographic and place.population >= 5_000 and _only_place(parses):
        return TAGGED if kind is None or _person_around(tokens, i) else KNOWN
    return POSSIBLE


def _dateline(tokens: Sequence[Token], i: int) -> bool:
    """«МИНСК, 12 фев», «Астрахань. 28 ноября.»: the name of a town at the beginning of a paragraph."""
    return (i == 0 or tokens[i].start > tokens[i - 1].end + 1 or tokens[i - 1].text in ".!?»") and (
        i + 2 < len(tokens) and tokens[i + 1].text in ",." and tokens[i + 2].text.isdigit()
    )


def _of_a_country(token: Token) -> bool:
    """Is it an adjective of a country in small letters («немецкий Зуль», «болгарского Габрово»)?"""
    return (
        token.word is not None
        and token.text.islower()
        and not token.word.lemmas.isdisjoint(_words("nationality", "adjectives"))
    )


def _only_place(parses: Sequence[Parse]) -> bool:
    return all("Geox" in parse.tags for parse in parses if parse.score > 0.05)


def _person_around(tokens: Sequence[Token], i: int) -> bool:
    near = [tokens[j] for j in (i - 1, i + 1) if 0 <= j < len(tokens)]
    return any(token.word is not None and token.word.with_tags("Name") and token.capital for token in near)


def _town_before(layout: Layout, sentence: Sentence, i: int) -> bool:
    tokens = layout.tokens
    if i > sentence.first and tokens[i - 1].word is not None:
        return tokens[i - 1].lemma in _words("town", "heads")
    return (
        i - 1 > sentence.first
        and tokens[i - 1].text == "."
        and tokens[i - 2].text in ("г", "гор", "пос", "д", "с")
    )


# ---------------------------------------------------------------- by the tagger alone


def _tagged(layout: Layout, tagged: Sequence[Tagged]) -> Iterator[Name]:
    """Places the gazetteer does not know, normalised by morphology."""
    tokens = layout.tokens
    for name in tagged:
        if name.kind != "LOC" or name.last - name.first > 3:
            continue
        words = tokens[name.first : name.last]
        before = tokens[name.first - 1] if name.first else None
        if any(token.text.isupper() for token in words):
            continue
        if not all(token.word and token.capital for token in words) or (before and before.text in '«"“/'):
            continue
        if any(words[0].lower.startswith(head) for head in _authorities()):
            continue
        if any(
            token.lemma in _words("town", "other")
            for token in (words[0], words[-1], *([before] if before else []))
        ):
            continue
        text = " ".join(nominative([token.text for token in words]))
        if len(words) == 1:
            if not _may_be_unknown(words[0]):
                continue
            text = _base(words[0]) if text == words[0].text else text
        elif any(token.word and token.word.pos not in ("NOUN", "ADJF", "") for token in words):
            continue
        if fold(text) in beyond() or fold(words[0].lemma) in beyond():
            continue
        yield Name(name.first, name.last, "city", text, TAGGED)


@cache
def _authorities() -> frozenset[str]:
    return frozenset(load_toml("organizations/words.toml")["authority"]["heads"])


def _may_be_unknown(token: Token) -> bool:
    """Can one word be a place that the gazetteer lacks? No common word, no adjective, no abbreviation."""
    if token.word is None or token.text.isupper() or token.word.pos == "ADJF" or len(token.text) < 3:
        return False
    return not is_known(token.text) or bool(token.word.with_tags("Geox"))


def _base(token: Token) -> str:
    forms = [form for form in base_forms(token.lower) if form != fold(token.text)]
    return recase(forms[0], token.text) if forms else token.text
