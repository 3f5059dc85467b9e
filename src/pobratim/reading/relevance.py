"""Relevance: is the document about cooperation between places?

A logistic regression over a few counts that can be read off: words of cooperation and of twinning,
places (those that authorities stand for included), and how many of them meet in one sentence. A text
that names no two places, or no word of cooperation, is settled before. The weights come from
`training/fit_relevance.py`.
"""

from __future__ import annotations

import math
from dataclasses import astuple, dataclass
from functools import cache

from pobratim.model.reading import PLACE_TYPES
from pobratim.reading.context import Context
from pobratim.reading.data import load_toml

THRESHOLD = 0.5
"""From here on a document counts as relevant and its records are kept."""
_SURELY_NOT = 0.02


@dataclass(frozen=True, slots=True)
class Features:
    """What the score is made of, each value bounded so that long texts do not run away."""

    cooperation: float
    """Distinct words of cooperation, at most 8."""
    density: float
    """Words of cooperation per sentence, at most 3."""
    twinning: float
    """Words of twinning, at most 3."""
    places: float
    """Distinct cities and regions, a country counted where no place inside it is named; at most 5."""
    together: float
    """Share of sentences with a word of cooperation and a place or an authority."""
    crossing: float
    """Share of sentences with a word of cooperation and two places."""
    alien: float
    """Words of other genres (crime, weather, sport results) per sentence, at most 1."""


def features(context: Context) -> Features | None:
    """Count what the score is made of; None where the text names no two places or no cooperation."""
    lexicon = _lexicon()
    words: set[str] = set()
    twinning = alien = crossing = together = said = 0
    for sentence in context.layout.sentences:
        cooperating = 0
        for token in context.layout.tokens_of(sentence):
            if token.word is None:
                continue
            lemmas = token.word.lemmas
            if not lemmas.isdisjoint(lexicon["cooperation"]):
                words |= lemmas & lexicon["cooperation"]
                cooperating += 1
            if not lemmas.isdisjoint(lexicon["twinning"]):
                twinning += 1
                cooperating += 1
            alien += not lemmas.isdisjoint(lexicon["alien"])
        said += cooperating
        if cooperating:
            places = _places_of(context, sentence.start, sentence.end)
            together += bool(places)
            crossing += len(places) >= 2
    places_named = _distinct_places(context)
    if places_named < 2 or not said:
        return None
    sentences = len(context.layout.sentences)
    return Features(
        cooperation=min(len(words), 8),
        density=min(said / sentences, 3),
        twinning=min(twinning, 3),
        places=min(places_named, 5),
        together=together / sentences,
        crossing=crossing / sentences,
        alien=min(alien / sentences, 1),
    )


def relevance(context: Context) -> float:
    """The probability that the document is about cooperation between places, to two digits."""
    counted = features(context)
    if counted is None:
        return _SURELY_NOT
    bias, *weights = _weights()
    score = bias + sum(weight * value for weight, value in zip(weights, astuple(counted), strict=True))
    return round(1 / (1 + math.exp(-max(-30.0, min(30.0, score)))), 2)


def _places_of(context: Context, start: int, end: int) -> set[str]:
    """The places a stretch of text names or means by their authorities."""
    seats = context.found.seats
    mentions = context.mentions_in(start, end)
    named = {m.entity for m in mentions if context.by_id[m.entity].type in PLACE_TYPES}
    return named | {seats[m.entity] for m in mentions if m.entity in seats}


def _distinct_places(context: Context) -> int:
    places = [entity for entity in context.found.entities if entity.type in PLACE_TYPES]
    near = [entity for entity in places if entity.type != "country"]
    covered = {entity.country for entity in near}
    return len(near) + sum(entity.country not in covered for entity in places if entity.type == "country")


@cache
def _lexicon() -> dict[str, frozenset[str]]:
    tables = load_toml("relevance.toml")
    return {name: frozenset(tables[name]) for name in ("cooperation", "twinning", "alien")}


@cache
def _weights() -> tuple[float, ...]:
    """The bias, then one weight for each of `Features`, in their order."""
    weights: list[float] = load_toml("relevance_weights.toml")["weights"]
    return tuple(weights)
