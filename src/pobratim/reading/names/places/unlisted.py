"""Towns that the gazetteer lacks: by the tagger, by the words around them, by the company they are in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from pobratim.reading.data import load_toml
from pobratim.reading.names.names import Name, beyond, titles
from pobratim.reading.names.organizations.heads import head_of
from pobratim.reading.names.people.palladius import is_family, sounds_chinese, syllables
from pobratim.reading.names.places.again import AGAIN, free_words, listed_again
from pobratim.reading.names.places.forms import Form, nominatives
from pobratim.reading.names.places.gazetteer import fold, lookup
from pobratim.reading.names.places.placenames import KNOWN, POSSIBLE, TAGGED, TYPED, name_of, place_words
from pobratim.reading.names.places.signs import (
    beside_water,
    called_behind,
    expected_cases,
    governed,
    in_country,
    in_row,
    in_streets,
    institutions,
    owned_abroad,
    sign_of,
)
from pobratim.reading.names.places.words import PART, may_be_unknown, no_town
from pobratim.reading.names.tagger import Tagged
from pobratim.reading.text.inflection import inflect, recase
from pobratim.reading.text.morph import is_known
from pobratim.reading.text.phrases import nominative
from pobratim.reading.text.segments import Layout, Sentence, Token

_LANDS = tuple(f"{stem}{ending}" for stem in ("щин", "чин") for ending in ("а", "ы", "е", "у", "ой"))
"""«Слуцкчина»: a land, no town."""


@dataclass(slots=True)
class _Unknown:
    """One word that may be the name of a town the gazetteer lacks, and the cases its place asks for."""

    first: int
    text: str
    cases: frozenset[str]
    strength: int


def unlisted(
    layout: Layout, tagged: Sequence[Tagged], names: Sequence[Name], rows: set[int], people: Sequence[Name]
) -> Iterator[Name]:
    """Towns by the tagger or by signs, and further mentions of theirs, in the nominative that fits all of them."""
    tokens = layout.tokens
    taken = {i for name in names for i in range(name.first, name.last)}
    found = [*_called(layout, names), *_candidates(layout, tagged, taken, rows)]
    taken.update(unknown.first for unknown in found)
    echoes = list(_echoes(layout, tagged, people, taken, {fold(unknown.text)[:3] for unknown in found}))
    forms = [Form(fold(unknown.text), unknown.cases) for unknown in (*found, *echoes)]
    bases = nominatives(forms, _adjectives(layout, forms))
    sure = {base for base, unknown in zip(bases, found, strict=False) if unknown.strength >= KNOWN}
    yield from listed_again(layout, tagged, people, taken, names)
    for base, unknown in zip(bases, (*found, *echoes), strict=True):
        if fold(base) in beyond() or (unknown.strength == POSSIBLE and not _again(tokens, unknown, base, sure)):
            continue
        strength = max(unknown.strength, AGAIN) if base in sure else unknown.strength
        yield _town(base, unknown, strength)


def _town(base: str, unknown: _Unknown, strength: int) -> Name:
    name = recase(_with_yo(base, unknown.text.lower()), unknown.text)
    place = next((place for place in lookup(base) if place.type == "city"), None)
    if place is not None and fold(place.name) == fold(base):
        return name_of(place, unknown.first, unknown.first + 1, strength)
    return Name(unknown.first, unknown.first + 1, "city", name, strength)


def _with_yo(base: str, text: str) -> str:
    """The folded base with the ё that the text writes: «Зелёны-Гуры» → зелёна-гура."""
    yo = {i for i, letter in enumerate(text) if letter == "ё"}
    return "".join("ё" if i in yo and letter == "е" else letter for i, letter in enumerate(base))


def _called(layout: Layout, names: Sequence[Name]) -> Iterator[_Unknown]:
    """Those that the word before calls a town («город Гирсовка», «г. Гирсовки»), in the form the text has."""
    for name in names:
        if is_raw(name):
            token = layout.tokens[name.first]
            cases = expected_cases(layout.tokens, layout.sentence_at(token.start), name.first, name.last)
            yield _Unknown(name.first, token.text, cases, TYPED)


def is_raw(name: Name) -> bool:
    """Is it a town of one word that only the word before it says to be one?"""
    return name.type == "city" and name.geonames is None and name.strength == TYPED and name.last - name.first == 1


def _echoes(
    layout: Layout, tagged: Sequence[Tagged], people: Sequence[Name], taken: set[int], starts: set[str]
) -> Iterator[_Unknown]:
    """Words that begin as the towns found and may be further mentions: «подружился с Гирсовкой», «Гирсовка рада»,
    where nothing around says that it is a town, or the tagger takes it for a person or an organization."""
    tokens = layout.tokens
    for sentence, i in free_words(layout, tagged, people, taken, starts):
        if may_be_unknown(tokens[i]):
            yield _Unknown(i, tokens[i].text, expected_cases(tokens, sentence, i, i + 1), POSSIBLE)


def _again(tokens: Sequence[Token], unknown: _Unknown, base: str, sure: set[str]) -> bool:
    """Is it a mention of a town that is sure, and not a surname that the town is called after («губернатор Гирсов»)?"""
    held = unknown.first > 0 and tokens[unknown.first - 1].lemma in titles() and fold(unknown.text) == base
    return base in sure and not held


def _adjectives(layout: Layout, forms: Sequence[Form]) -> set[str]:
    """The adjectives of the text that may be made from one of the names."""
    starts = {form.text[:3] for form in forms}
    tokens = layout.tokens if starts else []
    return {
        token.lemma
        for token in tokens
        if fold(token.lower[:3]) in starts and token.word is not None and token.lemma.endswith(("ский", "цкий"))
    }


def _candidates(
    layout: Layout, tagged: Sequence[Tagged], taken: set[int], rows: set[int]
) -> Iterator[_Unknown]:
    tokens = layout.tokens
    kinds = {
        i: span.kind if span.last - span.first == 1 or span.kind == "PER" else PART
        for span in tagged
        for i in range(span.first, span.last)
    }
    for sentence in layout.sentences:
        for i in range(sentence.first, sentence.last):
            token = tokens[i]
            if not token.capital or i in taken:
                continue
            kind = kinds.get(i)
            if kind == PART or (kind == "ORG" and not _is_surely_town(tokens, sentence, i)):
                continue
            if not may_be_unknown(token) and not _surname_as_town(layout, sentence, i):
                continue
            if i > sentence.first and (no_town(tokens[i - 1]) or tokens[i - 1].text in '«"“/'):
                continue
            if beside_water(tokens, sentence, i) or in_streets(tokens, sentence, i):
                continue
            if token.lower.endswith(_LANDS):
                continue
            if (token.lower.startswith(institutions()) and kind != "LOC") or head_of(token):
                continue
            lemmas = token.word.lemmas if token.word else ()
            if not beyond().isdisjoint(map(fold, lemmas)) or token.lower.startswith(_authorities()):
                continue
            cases = expected_cases(tokens, sentence, i, i + 1)
            signed = i in rows or sign_of(tokens, sentence, i, i + 1) or in_country(tokens, sentence, i + 1)
            signed = signed or called_behind(tokens, sentence, i + 1)
            if signed:
                yield _Unknown(i, token.text, cases, KNOWN)
            elif sounds_chinese(token.lower, 4) and syllables(token.lower) > 1 and not is_known(token.text):
                if kind is not None or i > sentence.first:
                    yield _Unknown(i, token.text, cases, TAGGED + 6)
            elif kind == "LOC":
                yield _Unknown(i, token.text, cases, TAGGED)


def _is_surely_town(tokens: Sequence[Token], sentence: Sentence, i: int) -> bool:
    """«Гирсберг (Германия)», «делегация немецкого Гирсберга»: whatever the tagger takes it for."""
    return in_country(tokens, sentence, i + 1) or owned_abroad(tokens, sentence, i)


def _surname_as_town(layout: Layout, sentence: Sentence, i: int) -> bool:
    """«в Зальцгиттере», «мэр Зальцгиттера Франк Майер», though the dictionary has it as a surname only."""
    tokens = layout.tokens
    token = tokens[i]
    if token.word is None or len(token.text) < 3 or token.text.isupper() or i == sentence.first:
        return False
    if not token.word.parses or not all(p.has("Surn") for p in token.word.parses):
        return False
    return tokens[i - 1].lower in ("в", "во", "из") or governed(tokens, sentence, i, i + 1)


def tagged_places(layout: Layout, tagged: Sequence[Tagged]) -> Iterator[Name]:
    """Places of several words that the gazetteer does not know, normalised by morphology."""
    tokens = layout.tokens
    for name in tagged:
        if name.kind != "LOC" or not 1 < name.last - name.first <= 3:
            continue
        words = tokens[name.first : name.last]
        before = tokens[name.first - 1] if name.first else None
        if any(token.text.isupper() for token in words):
            continue
        if _opens_as_people(words[0], before):
            continue  # «Самбисты Омска»
        if not all(token.word and token.capital for token in words) or (before and before.text in '«"“/'):
            continue
        if words[0].lower.startswith(_authorities()):
            continue
        if any(
            token.lemma in place_words("town", "other")
            for token in (words[0], words[-1], *([before] if before else []))
        ):
            continue
        if any(token.word and token.word.pos not in ("NOUN", "ADJF", "") for token in words):
            continue
        if is_known(words[-1].text) and not (words[-1].word and words[-1].word.with_tags("Geox")):
            continue  # «Курган Славы»
        if len(words) == 2 and is_family(words[0].lower) and sounds_chinese(words[1].lower):
            continue  # «Ван Цзюнь»
        text = _neuter(words) or " ".join(nominative([token.text for token in words]))
        if fold(text) in beyond() or fold(words[0].lemma) in beyond():
            continue
        yield Name(name.first, name.last, "city", text, TAGGED)


_TWO = 2


def _neuter(words: Sequence[Token]) -> str | None:
    """«Северное Гирсо», of «Северного Гирсо»: an adjective with a foreign name in -о that does not decline."""
    first, last = words[0], words[-1]
    if len(words) != _TWO or is_known(last.text) or not last.lower.endswith("о"):
        return None
    forms = [p for p in first.word.parses if p.pos == "ADJF" and p.gender == "neut"] if first.word is not None else []
    return f"{inflect(first.text, 'nomn', 'sing', 'neut', like='ADJF')} {last.text}" if forms else None


def _opens_as_people(first: Token, before: Token | None) -> bool:
    """Is it a common noun for people in the plural, its capital that of a sentence's beginning?"""
    if before is not None and before.text not in _ENDS:
        return False
    parse = first.word.parses[0] if first.word is not None and first.word.parses else None
    common = parse is not None and parse.has("anim", "plur", "NOUN") and not parse.tags & {"Name", "Surn", "Patr"}
    return common and (is_known(first.text) or first.lower.endswith(_TRADES))


_ENDS = frozenset(".!?…:»")
_TRADES = ("цы", "исты", "ники", "чики", "щики")


@cache
def _authorities() -> tuple[str, ...]:
    return tuple(load_toml("organizations/words.toml")["authority"]["heads"])


def rows_of_towns(layout: Layout, names: Sequence[Name], tagged: Sequence[Tagged]) -> set[int]:
    """The words in a row with a town that nothing leaves in doubt: «Гирсовка и Омск»."""
    tokens = layout.tokens
    towns = [(name.first, name.last) for name in names if name.strength >= KNOWN and name.type != "country"]
    towns += [(name.first, name.last) for name in tagged]
    sure = frozenset(i for first, last in towns for i in (first, last - 1))
    return {
        i
        for sentence in layout.sentences
        for i in range(sentence.first, sentence.last)
        if tokens[i].capital
        and i not in sure
        and may_be_unknown(tokens[i])
        and not _is_surname(tokens[i])
        and in_row(tokens, sentence, i, sure)
    }


def _is_surname(token: Token) -> bool:
    """Does the dictionary have it as a surname or a given name and not as a place?"""
    word = token.word
    return word is not None and is_known(token.text) and not word.with_tags("Geox")
