"""Relevance: is the document about cooperation between places?

A logistic score over a few counts that can be read off: words of cooperation, words of twinning,
places, authorities, and how many of them meet in one sentence. Cheap, so that it comes first: a
document that names no two places or no word of cooperation is settled by it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache

from pobratim.model.reading import PLACE_TYPES
from pobratim.reading.context import Context
from pobratim.reading.data import load_toml

THRESHOLD = 0.5
"""From here on a document counts as relevant and its records are kept."""


@dataclass(frozen=True, slots=True)
class Features:
    """What the score is made of; counts are per document, shares per sentence."""

    cooperation: int
    """Distinct words of cooperation."""
    twinning: int
    """Words of twinning."""
    places: int
    """Distinct cities and regions, a country counted where no place inside it is named."""
    meeting_sentences: float
    """Share of sentences with a word of cooperation and a place or an authority."""
    cross: int
    """Sentences that name two places of different countries or two cities, with a word of cooperation."""
    alien: int
    """Words of other genres: crime, weather, sport results."""


@cache
def _lexicon() -> dict[str, frozenset[str]]:
    return {name: frozenset(table) for name, table in load_toml("relevance.toml").items() if name != "weights"}


@cache
def _weights() -> dict[str, float]:
    return dict(load_toml("relevance.toml")["weights"])


def features(context: Context) -> Features:
    """Count what the score is made of."""
    lexicon = _lexicon()
    cooperation: set[str] = set()
    twinning = alien = cross = meeting = 0
    for sentence in context.layout.sentences:
        found: set[str] = set()
        for token in context.layout.tokens_of(sentence):
            if token.word is None:
                continue
            lemmas = token.word.lemmas
            if not lemmas.isdisjoint(lexicon["cooperation"]):
                found.update(lemmas & lexicon["cooperation"])
            if not lemmas.isdisjoint(lexicon["twinning"]):
                twinning += 1
                found.add("twinning")
            if not lemmas.isdisjoint(lexicon["alien"]):
                alien += 1
        if not found:
            continue
        cooperation |= found
        mentions = context.mentions_in(sentence.start, sentence.end)
        places = {m.entity for m in mentions if context.by_id[m.entity].type in PLACE_TYPES}
        seats = {context.found.seats[m.entity] for m in mentions if m.entity in context.found.seats}
        if places or seats:
            meeting += 1
        cross += len(places | seats) >= 2
    return Features(
        cooperation=len(cooperation),
        twinning=twinning,
        places=_distinct_places(context),
        meeting_sentences=meeting / max(1, len(context.layout.sentences)),
        cross=cross,
        alien=alien,
    )


def relevance(context: Context) -> float:
    """The probability that the document is about cooperation between places, to two digits."""
    counted = features(context)
    if counted.places < 2 or not counted.cooperation:
        return 0.02
    weights = _weights()
    score = weights["bias"]
    score += weights["cooperation"] * min(counted.cooperation, 8)
    score += weights["twinning"] * min(counted.twinning, 3)
    score += weights["places"] * min(counted.places, 4)
    score += weights["meeting_sentences"] * counted.meeting_sentences
    score += weights["cross"] * min(counted.cross, 4)
    score += weights["alien"] * min(counted.alien, 6)
    return round(1 / (1 + math.exp(-score)), 2)


def _distinct_places(context: Context) -> int:
    places = [entity for entity in context.found.entities if entity.type in PLACE_TYPES]
    near = [entity for entity in places if entity.type != "country"]
    covered = {entity.country for entity in near}
    return len(near) + sum(entity.country not in covered for entity in places if entity.type == "country")
