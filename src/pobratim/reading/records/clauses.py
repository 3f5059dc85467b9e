"""Pieces of sentences that become slots (what is planned, what is offered), and what rules ask of a clause's words."""

from __future__ import annotations

from pobratim.model.reading import Span
from pobratim.reading.records.scenes import Scene
from pobratim.reading.text.phrases import nominative
from pobratim.reading.text.segments import Token


def words_between(scene: Scene, first: int, last: int) -> str:
    """The text from one token to another (excluded), as it stands."""
    if first >= last:
        return ""
    return scene.context.text((scene.tokens[first].start, scene.tokens[last - 1].end))


def item_between(scene: Scene, first: int, last: int) -> str:
    """The noun phrase between two tokens in the nominative, without what frames it."""
    while last > first and not _ends_item(scene.tokens[last - 1]) and not _closes(scene, first, last):
        last -= 1
    words = [token.text for token in scene.tokens[first:last]]
    return joined(nominative(words)) if words else ""


def _closes(scene: Scene, first: int, last: int) -> bool:
    """Does the last token close marks that open among the tokens («проект «Мост»»)?"""
    signs = [token.text for token in scene.tokens[first:last]]
    return signs[-1] == "»" and signs.count("«") >= signs.count("»")


def _ends_item(token: Token) -> bool:
    return token.word is not None and token.lower not in {"и", "а"}


def joined(words: list[str]) -> str:
    """Words as a text: signs close up, quotation marks and brackets hug what they hold."""
    text = " ".join(words)
    for sign in (",", ".", "»", ")", ";"):
        text = text.replace(f" {sign}", sign)
    return text.replace("« ", "«").replace("( ", "(").strip(" ,")


def span_between(scene: Scene, first: int, last: int) -> Span:
    """The characters from one token to another (excluded)."""
    return scene.tokens[first].start, scene.tokens[last - 1].end


def is_noun(scene: Scene, index: int) -> bool:
    """Is the token a noun by its likeliest reading?"""
    word = scene.tokens[index].word
    return word is not None and word.pos == "NOUN"


def stands_alike(scene: Scene, head: int, first: int) -> bool:
    """Can the noun phrase from ``first`` be joined to the noun at ``head``: have they a case in common?

    «поставки самосвалов, | модернизацию парка»: not of the supplies. Numbers govern a case of their own.
    """
    cases = _cases(scene, head)
    for i in range(first, min(first + _ADJECTIVES, scene.sentence.last)):
        word = scene.tokens[i].word
        if word is None or scene.tokens[i].text[0].isdigit() or word.pos not in {"NOUN", "ADJF", "PRTF"}:
            return True
        if word.pos == "NOUN":
            other = _cases(scene, i)
            return not other or not cases or not cases.isdisjoint(other)
    return True


def _cases(scene: Scene, index: int) -> set[str]:
    """The cases that the noun can have; right behind another noun it is in the genitive if it can be."""
    word = scene.tokens[index].word
    cases = {str(p.case) for p in word.parses if p.pos == "NOUN"} if word is not None else set()
    return {"gent"} if "gent" in cases and index > scene.sentence.first and is_noun(scene, index - 1) else cases


_ADJECTIVES = 4
"""Tokens within which the noun of a phrase stands."""


def has_lemma_between(scene: Scene, first: int, last: int, lemmas: frozenset[str]) -> bool:
    """Does one of the words stand among these tokens?"""
    return bool(scene.context.lemmas_between(first, last, lemmas))
