"""Towns called by an adjective and a common noun: «Звёздный городок», «в Солнечном городке»."""

from __future__ import annotations

from collections.abc import Iterator

from pobratim.reading.names.names import Name
from pobratim.reading.names.places.placenames import TYPED
from pobratim.reading.text.inflection import inflect
from pobratim.reading.text.phrases import agrees
from pobratim.reading.text.segments import Layout, Token

_NOUN = "городок"
_GROUNDS = frozenset(
    ["ледовый", "ледяной", "новогодний", "олимпийский", "детский", "военный", "студенческий", "торговый"]
)
"""Of what sort grounds are that are no town («в Ледовом городке»)."""


def small_towns(layout: Layout) -> Iterator[Name]:
    """Each mention of a town that the text writes with a capital adjective within a sentence at least once."""
    tokens = layout.tokens
    found = [i for i in layout.by_lemma.get(_NOUN, ()) if i and _is_name(tokens[i - 1], tokens[i])]
    openings = {sentence.first for sentence in layout.sentences}
    sure = {tokens[i - 1].lemma for i in found if i - 1 not in openings}
    for i in found:
        if tokens[i - 1].lemma in sure:
            adjective = inflect(tokens[i - 1].text, "nomn", "sing", "masc", like="ADJF")
            yield Name(i - 1, i + 1, "city", f"{adjective} {_NOUN}", TYPED)


def _is_name(adjective: Token, noun: Token) -> bool:
    """«Звёздного | городка»: a capital adjective that agrees with the noun in the singular."""
    if not adjective.capital or adjective.word is None or noun.word is None:
        return False
    forms = [parse for parse in noun.word.parses if parse.pos == "NOUN" and parse.number == "sing"]
    town = adjective.word.is_pos("ADJF") and adjective.word.lemmas.isdisjoint(_GROUNDS)
    return town and any(agrees(adjective.word, parse) for parse in forms)
