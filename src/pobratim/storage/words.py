"""Words as they are looked for: in dictionary form, «е» for «ё»."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pobratim.reading.text.morph import Word

WORD = re.compile(r"[^\W_]+")


def plain(word: str) -> str:
    """Small letters, «е» for «ё»."""
    return word.lower().replace("ё", "е")


@lru_cache(maxsize=65536)  # a search asks of some ten thousand words, hardly any of them new
def lemmas(word: str) -> frozenset[str]:
    """Every dictionary form that a word may be of."""
    return frozenset(plain(lemma) for lemma in _parsed(word).lemmas)


@lru_cache(maxsize=65536)
def lemmas_of_one(word: str) -> frozenset[str]:
    """The same of a word that names one person: «Петров» is no case form of «Пётр», of whom there would be several."""
    singular = (plain(parse.lemma) for parse in _parsed(word).parses if parse.number != "plur")
    return frozenset((plain(word), *singular))


def likeliest_lemma(word: str) -> str:
    """The dictionary form that a word most probably is of."""
    return plain(_parsed(word).lemma)


def is_small(word: str) -> bool:
    """Is it a preposition, conjunction or particle?"""
    return _parsed(word).pos in ("PREP", "CONJ", "PRCL")


def is_patronymic(word: str) -> bool:
    """May it be one?"""
    return any(parse.has("Patr") for parse in _parsed(word).parses)


def is_given(word: str) -> bool:
    """May it be a first name as it stands in a dictionary?"""
    return any(parse.has("Name", "nomn", "sing") for parse in _parsed(word).parses)


def _parsed(word: str) -> Word:
    # Loaded when a word is asked about: the reader and its data come along with it.
    from pobratim.reading.text import morph

    return morph.word(word)
