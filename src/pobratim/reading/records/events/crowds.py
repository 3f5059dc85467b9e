"""Crowds that come over a time, no guests: «за год побывали две тысячи туристов»."""

from __future__ import annotations

from itertools import pairwise

from pobratim.reading.once import once
from pobratim.reading.records.lexicon import events, listed
from pobratim.reading.records.scenes import Scene
from pobratim.reading.text.segments import Token

_MANY = listed("guests", "crowds")
_LARGE = 100


@once
def counts(scene: Scene, index: int) -> bool:
    """«за год побывали две тысячи туристов», «выставку посетят 70 тысяч человек»: a figure, no journey."""
    near = scene.tokens[max(scene.sentence.first, index - 5) : min(scene.sentence.last, index + 6)]
    many = any(token.word is not None and not token.word.lemmas.isdisjoint(_MANY) for token in near)
    large = any(a.text.isdigit() and int(a.text) >= _LARGE and _is_many(b) for a, b in pairwise(near))
    led = any(token.word is not None and not token.word.lemmas.isdisjoint(events().groups) for token in near)
    return (many or large) and not led


def _is_many(token: Token) -> bool:
    """A noun in the genitive plural: «340 школьников»."""
    return token.word is not None and any(p.case == "gent" and p.number == "plur" for p in token.word.parses)
