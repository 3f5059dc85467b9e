"""Phrases as sets of dictionary forms: what promises, deeds, goods and needs are compared by."""

from __future__ import annotations

from functools import lru_cache

from pobratim.reading.text import morph
from pobratim.register.text import words_of_text

_NOUN = frozenset({"NOUN"})
_SERVING = frozenset({"PREP", "CONJ", "PRCL", "NPRO", "INTJ"})
"""Parts of speech that name nothing."""


@lru_cache(maxsize=65536)
def lemmas(text: str) -> tuple[str, ...]:
    """The dictionary forms of the words in their order, small letters, «е» for «ё».

    «поставит восемь троллейбусов» → («поставить», «восемь», «троллейбус»)
    """
    return tuple(morph.lemma(word).replace("ё", "е") for word in words_of_text(text))


def is_noun(word: str) -> bool:
    """Whether the word is likelier a noun than anything else."""
    return morph.word(word).is_mostly(_NOUN)


def serves(word: str) -> bool:
    """Whether the word is a preposition, a conjunction, a pronoun: names nothing."""
    return morph.word(word).pos in _SERVING
