"""Phrases as sets of dictionary forms: what promises, deeds, goods and needs are compared by."""

from __future__ import annotations

from functools import lru_cache

from pobratim.reading.text import morph
from pobratim.register.text import words_of_text

_SERVING = frozenset({"PREP", "CONJ", "PRCL", "NPRO", "INTJ"})
"""Parts of speech that name nothing."""


@lru_cache(maxsize=65536)
def lemmas(text: str) -> tuple[str, ...]:
    """The dictionary forms of the words in their order, small letters, «е» for «ё»; words that only serve are left out.

    «поставит восемь троллейбусов» → («поставить», «восемь», «троллейбус»)
    """
    return tuple(_lemma(word) for word in words_of_text(text) if not _serves(word))


def _lemma(word: str) -> str:
    return morph.lemma(word).replace("ё", "е")


def _serves(word: str) -> bool:
    return morph.word(word).pos in _SERVING
