"""Documents that sides sign, where the text names them: which tokens, which kind."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import cache

from pobratim.reading.context import Context
from pobratim.reading.data import load_toml
from pobratim.reading.once import once
from pobratim.reading.text.segments import Token

AGREEMENT_KINDS = ("agreement", "roadmap", "plan", "memorandum", "protocol", "statement", "contract")


@cache
def _phrases() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """First lemma → the phrases that begin with it, the longest first, with their kinds."""
    by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    tables = load_toml("records/documents.toml")
    for kind in (*AGREEMENT_KINDS, "unnamed"):
        for phrase in tables[kind]:
            lemmas = tuple(phrase.split())
            by_first.setdefault(lemmas[0], []).append((lemmas, kind))
    return {first: sorted(found, key=lambda pair: -len(pair[0])) for first, found in by_first.items()}


@dataclass(frozen=True, slots=True)
class DocumentName:
    """A document's noun: tokens ``first`` to ``last`` (excluded); ``kind`` may be ``unnamed``."""

    first: int
    last: int
    kind: str


@cache
def nouns() -> frozenset[str]:
    """The lemmas that a document's noun begins with."""
    return frozenset(_phrases())


def document_at(tokens: list[Token], index: int) -> DocumentName | None:
    """The document whose noun begins at the token, one adjective allowed inside («план совместных …»)."""
    word = tokens[index].word
    if word is None or word.lemmas.isdisjoint(_phrases()):
        return None
    for lemma in sorted(word.lemmas):
        for phrase, kind in _phrases().get(lemma, ()):
            last = _matches(tokens, index, phrase)
            if last is not None:
                return DocumentName(index, last, kind)
    return None


def is_document(tokens: list[Token], index: int) -> bool:
    """Does a document's noun begin at the token?"""
    return document_at(tokens, index) is not None


def document_between(context: Context, first: int, last: int) -> int | None:
    """The first of the tokens ``first`` to ``last`` (excluded) that a document's noun begins at."""
    found = _beginnings(context)
    place = bisect_left(found, first)
    return found[place] if place < len(found) and found[place] < last else None


@once
def _beginnings(context: Context) -> list[int]:
    tokens = context.layout.tokens
    return [index for index in context.lemmas_between(0, len(tokens), nouns()) if is_document(tokens, index)]


def _matches(tokens: list[Token], index: int, phrase: tuple[str, ...]) -> int | None:
    position = index
    for step, lemma in enumerate(phrase):
        while step and position < len(tokens) and _skippable(tokens[position], lemma):
            position += 1
        if position >= len(tokens):
            return None
        word = tokens[position].word
        if word is None or lemma not in word.lemmas:
            return None
        position += 1
    return position


def _skippable(token: Token, lemma: str) -> bool:
    """An adjective between the words of a phrase: «план основных мероприятий»."""
    return token.word is not None and lemma not in token.word.lemmas and token.word.pos == "ADJF"
