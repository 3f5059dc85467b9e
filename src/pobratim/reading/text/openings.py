"""By what a piece of a sentence tells that a clause begins: a conjunction, «который», a participle."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Literal

from pobratim.reading.data import load_toml
from pobratim.reading.text.segments import Token
from pobratim.reading.text.speech import speaks

Opening = Literal["", "which", "participle", "conjunction", "contrast", "beginning", "speech"]

_WHAT = frozenset({"чего", "чему", "чём"})
_LEAD = 3
"""Words between a comma and its «который» («, по итогам которого»)."""


def opening_of(tokens: Sequence[Token], first: int, last: int) -> Opening:
    """What the piece begins with."""
    if first >= last or tokens[first].word is None:
        return ""
    if participle_at(tokens, first, last) is not None:
        return "participle"
    if tokens[first].lower == "а" and first + 1 < last and tokens[first + 1].lower == "также":
        return ""  # «…, а также …» goes on with a list
    own = openings().get(tokens[first].lemma, "speech" if speaks(tokens[first].word) else "")
    if own:
        return own
    for token in tokens[first : min(first + _LEAD, last)]:
        if token.word is None:
            return ""
        if token.lemma == "который" or token.lower in _WHAT:  # «…, после чего гости уехали»
            return "which"
    return ""


def participle_at(tokens: Sequence[Token], first: int, last: int) -> int | None:
    """The participle with which a phrase begins, an adverb before it passed over («изначально намеченный»)."""
    for index in range(first, min(first + 2, last)):
        word = tokens[index].word
        if word is not None and (word.pos == "PRTF" or _is_rather_participle(tokens, index, last)):
            return index if tokens[index].text.islower() else None
        if word is None or word.pos not in {"ADVB", "PRCL"}:
            return None
    return None


def _is_rather_participle(tokens: Sequence[Token], index: int, last: int) -> bool:
    """«(посол), | убитый в 2016 году»: by its form an adjective as well, but a preposition follows and no noun."""
    word, following = tokens[index].word, tokens[index + 1].word if index + 1 < last else None
    may_be = word is not None and word.pos == "ADJF" and "PRTF" in word.parts
    return may_be and following is not None and following.pos == "PREP"


@cache
def openings() -> dict[str, Opening]:
    """Dictionary form → what kind of clause it opens, of `data/text/clauses.toml`."""
    tables = load_toml("text/clauses.toml")
    return {lemma: kind for kind, lemmas in tables.items() for lemma in lemmas}  # type: ignore[misc]
