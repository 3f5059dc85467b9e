"""Morphology of Russian words: a table of the frequent ones, the whole dictionary for the others.

The vocabulary of news is Zipfian, so nearly every token is a look-up.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import takewhile
from typing import Any

from pobratim.reading.data import path
from pobratim.reading.text import dictionary
from pobratim.reading.text.vocabulary import vocabulary

_RUSSIAN = re.compile(r"[а-яё][а-яё0-9’'‑-]*$")
_CASE = {"gen2": "gent", "acc2": "accs", "loc2": "loct", "gen1": "gent", "loc1": "loct", "voct": "nomn"}


@dataclass(slots=True)
class Parse:
    """One way to read a word form, never changed. Tags are OpenCorpora's (NOUN, gent, sing, masc …)."""

    lemma: str
    pos: str
    case: str | None
    number: str | None
    gender: str | None
    tags: frozenset[str]
    """All grammemes: Name, Surn, Patr, Geox, Orgn, Abbr, past, pssv …"""
    score: float

    def has(self, *tags: str) -> bool:
        """Does it carry all these grammemes?"""
        return self.tags.issuperset(tags)


@dataclass(slots=True, eq=False)
class Word:
    """A word form in small letters with its parses, the likeliest first; one object a form, never changed."""

    form: str
    lemma: str
    parses: tuple[Parse, ...]
    lemmas: frozenset[str]
    pos: str
    """Part of speech of the likeliest parse ('' for what is no Russian word)."""
    parts: frozenset[str] = field(init=False)
    """The parts of speech that it can be."""
    cases: frozenset[str | None] = field(init=False)
    """The cases that it can stand in; None is there where it can be what has no case."""

    def __post_init__(self) -> None:
        self.parts = _shared(frozenset([parse.pos for parse in self.parses]))
        self.cases = _shared(frozenset([parse.case for parse in self.parses]))

    def is_plural_verb(self) -> bool:
        """Can it be a verb in the plural («обсудили», not «обсуждены»)?"""
        return any(parse.pos == "VERB" and parse.number == "plur" for parse in self.parses)

    def with_tags(self, *tags: str) -> tuple[Parse, ...]:
        """The parses that carry all these grammemes."""
        return tuple(parse for parse in self.parses if parse.tags.issuperset(tags))

    def is_mostly(self, parts: frozenset[str]) -> bool:
        """Is it likelier one of these parts of speech than any other, all its readings taken together?"""
        return _is_mostly(self, parts)

    def is_pos(self, *parts: str) -> bool:
        """Can it be one of these parts of speech?"""
        return not self.parts.isdisjoint(parts)

    def is_case(self, *cases: str) -> bool:
        """Can it stand in one of these cases?"""
        return not self.cases.isdisjoint(cases)

    def may_be_case(self, *cases: str) -> bool:
        """The same, or is it no Russian word («Samsung», «25-летие»), of which nobody knows?"""
        return not self.parses or not self.cases.isdisjoint(cases)


@cache
def _shared(tags: frozenset[str | None]) -> frozenset[Any]:
    """The one set of these parts of speech or cases; there are a few hundred."""
    return tags


@lru_cache(maxsize=100_000)
def _is_mostly(word: Word, parts: frozenset[str]) -> bool:
    return sum(parse.score for parse in word.parses if parse.pos in parts) > 0.5


def word(text: str) -> Word:
    """The morphology of one word, whatever its capitals; Latin letters among Russian ones («Mэр») count as Russian."""
    return _word(text.lower())


def lemma(text: str) -> str:
    """The likeliest dictionary form of one word, in small letters."""
    return _word(text.lower()).lemma


@lru_cache(maxsize=20_000)
def is_known(text: str) -> bool:
    """Does the dictionary have this word form? What it lacks is parsed by likeness, right or wrong."""
    form = text.lower()
    listed = vocabulary().is_known(form)
    return form in _added() or (dictionary.is_listed(form) if listed is None else listed)


_ALIKE = str.maketrans("aceopxykmtbh", "асеорхукмтвн")
"""Small Latin letters that look like Russian ones, in capitals at least."""


@lru_cache(maxsize=200_000)
def _word(form: str) -> Word:
    if not is_russian(form):
        russian = form.translate(_ALIKE)
        if form.isascii() or not is_russian(russian):
            return Word(form, form, (), frozenset((form,)), "")
        form = russian
    parses = _added().get(form) or listed_or_analysed(form)
    lemmas = frozenset(parse.lemma for parse in parses)
    first, pos = (parses[0].lemma, parses[0].pos) if parses else (form, "")
    return Word(form, first, parses, lemmas or frozenset((form,)), pos)


def is_russian(form: str) -> bool:
    """Is it a word in Russian letters (small ones), whose morphology can be asked for?"""
    return _RUSSIAN.match(form) is not None


def listed_or_analysed(form: str) -> tuple[Parse, ...]:
    """The parses of the dictionary, and by likeness to its words those of a form that it does not have."""
    return tuple([Parse(*row) for row in vocabulary().parses(form)]) or analysed(form)


def analysed(form: str) -> tuple[Parse, ...]:
    """What pymorphy3 says of a form."""
    found = dictionary.parses(form)
    return tuple(Parse(one.normal_form, *_features(one.tag), float(one.score)) for one in found)


@cache
def _features(tag: Any) -> tuple[str, str | None, str | None, str | None, frozenset[str]]:
    """Part of speech, case, number, gender and all grammemes; there are a few thousand tags in all."""
    case = tag.case
    return (
        str(tag.POS or ""),
        _CASE.get(str(case), str(case)) if case else None,
        str(tag.number) if tag.number else None,
        str(tag.gender) if tag.gender else None,
        frozenset(tag.grammemes),
    )


def stem(lemma: str) -> str:
    """The beginning that all forms of a dictionary word share («сотрудничеств»), comparatives with «по-» left aside."""
    lexeme = (form.word for form in dictionary.parses(lemma)[0].lexeme)
    forms = [lemma, *(form for form in lexeme if form[:2] == lemma[:2])]
    shared = takewhile(lambda letters: letters[0] == letters[1], zip(min(forms), max(forms), strict=False))
    return "".join(letter for letter, _ in shared)


@cache
def _added() -> dict[str, tuple[Parse, ...]]:
    """The forms of the words in ``text/words.tsv``, each as the form of its model."""
    added: dict[str, tuple[Parse, ...]] = {}
    for line in path("text/words.tsv").read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        lemma_, model = line.split("\t")
        lexeme = dictionary.parses(model)[0].lexeme
        stem = model
        while not all(form.word.startswith(stem) for form in lexeme):
            stem = stem[:-1]
        own = lemma_.removesuffix(model[len(stem) :])
        for form in lexeme:
            parse = Parse(lemma_, *_features(form.tag), 1.0)
            text = own + form.word[len(stem) :]
            added[text] = (*added.get(text, ()), parse)
    return added
