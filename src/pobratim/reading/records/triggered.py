"""Which words tell of which kind of event: looked for once in a document, whatever its sentences ask."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from pobratim.reading.context import Context
from pobratim.reading.once import once
from pobratim.reading.records.lexicon import events, noun_kinds
from pobratim.reading.text.morph import Word
from pobratim.reading.text.segments import NOUN

_LIKELY = 0.1
"""Of a parse: «гости» is hardly ever a form of «гостить»."""
_VERBAL = frozenset({"VERB", "INFN", "PRTS", "PRTF", "GRND"})


@once
def told_in(context: Context, kinds: Callable[[Word], frozenset[str]]) -> list[dict[str, list[int]]]:
    """Of each sentence of the document: kind of event → the tokens that tell of it, in order."""
    layout = context.layout
    found: list[dict[str, list[int]]] = [{} for _ in layout.sentences]
    for index, word in layout.words:
        if told := kinds(word):
            of_sentence = found[layout.sentence_of_token[index]]
            for kind in told:
                of_sentence.setdefault(kind, []).append(index)
    return found


@lru_cache(maxsize=50_000)
def told_by_verb(word: Word) -> frozenset[str]:
    """The kinds of event that the word tells of as a verb."""
    return _kinds(word, lambda lemma: events().verbs.get(lemma, frozenset()), _VERBAL)


@lru_cache(maxsize=50_000)
def told_by_noun(word: Word) -> frozenset[str]:
    """The same as a noun."""
    return _kinds(word, noun_kinds, NOUN)


def _kinds(word: Word, kinds: Callable[[str], frozenset[str]], parts: frozenset[str]) -> frozenset[str]:
    if parts.isdisjoint(word.parts):
        return frozenset()
    likely = [p for p in word.parses if p.pos in parts and p.score >= _LIKELY]
    if word.pos == "NOUN":
        likely = [p for p in likely if "1per" not in p.tags]  # «провёл | встречу»
    return frozenset(kind for parse in likely for kind in kinds(parse.lemma))
