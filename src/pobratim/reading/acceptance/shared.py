"""What is asked of events and agreements alike: what they are, their sides and their words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pobratim.model.reading import Agreement, Event
from pobratim.reading.acceptance.told import Feature, Told

Proposed = Event | Agreement

def what(told: Told, record: Proposed) -> Iterator[Feature]:
    """Its kind and status, and the rule that proposes it."""
    rule, _, manner = record.rule.partition("+")
    yield f"kind={record.kind}", 1
    yield f"status={record.status}", 1
    yield f"rule={rule}", 1
    if "in_speech" in manner:
        yield "in speech", 1


# ---------------------------------------------------------------- its sides


def sides(told: Told, record: Proposed) -> Iterator[Feature]:
    """Their types, whether they lie in two countries, whether one is a country."""
    places = [told.by_id[party] for party in record.parties if party in told.by_id]
    yield "types=" + "/".join(sorted(place.type for place in places)[:3]), 1
    yield f"abroad={len({place.country for place in places}) > 1}", 1


def sides_in_the_document(told: Told, record: Proposed) -> Iterator[Feature]:
    """How often the side named least is named, and how it ranks among the places."""
    parties = [told.by_id[party] for party in record.parties if party in told.by_id]
    least = min((len(party.mentions) for party in parties), default=0)
    rank = max((told.ranks[party.id] for party in parties if party.id in told.ranks), default=9)
    yield "mentions of the rarest side", min(4, least) / 4
    yield f"rank of the rarest side={min(6, rank)}", 1
    yield "places in the document", min(15, len(told.places)) / 10


def sides_in_the_evidence(told: Told, record: Proposed) -> Iterator[Feature]:
    """Do the sentences that tell of it name its sides, and other places beside them?"""
    here = sum(told.named_in(party, record.evidence) for party in record.parties if party in told.by_id)
    others = [place for place in told.places if place.id not in record.parties]
    beside = sum(told.named_in(place.id, record.evidence) for place in others)
    yield f"sides named={min(3, here)} of {up_to(record.parties, 3)}", 1
    yield f"places beside={min(3, beside)}", 1


# ---------------------------------------------------------------- its words


def words(told: Told, record: Proposed) -> Iterator[Feature]:
    """What the sentences say of wishes and of times gone by, and where in the document they stand."""
    said = told.said(record)
    start = record.evidence[0][0]
    yield "length of the evidence", min(600, len(said)) / 300
    yield "how far down", start / max(1, len(told.text))
    for name, pattern in _WORDS.items():
        if pattern.search(said):
            yield name, 1


_WORDS = {
    "quoted words": re.compile(r"[«\"]"),
    "a wish": re.compile(
        r"\b(?:мо[гж]\w+|предлож\w+|пригла\w+|возможност\w+|бы|если|план\w+|намер\w+|готов\w*|должн\w+|предстоит|буд[еу]т)\b",
        re.I,
    ),
    "times gone by": re.compile(
        r"\b(?:ранее|напомн\w+|до этого|прошл\w+|впервые|ежегодн\w+|традицион\w+|регулярн\w+|неоднократн\w+)\b", re.I
    ),
}


def up_to(items: Sequence[object], most: int) -> int:
    """How many there are, all above ``most`` told as that."""
    return min(most, len(items))
