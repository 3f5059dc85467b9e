"""What is asked of an agreement, and of the document that tells it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from pobratim.model.reading import PLACE_TYPES, Agreement
from pobratim.reading.acceptance.shared import sides, sides_in_the_document, sides_in_the_evidence, up_to, what, words
from pobratim.reading.acceptance.told import Feature, Told


def when(told: Told, agreement: Agreement) -> Iterator[Feature]:
    """How exactly its signing is dated, by what, and whether its term is told."""
    signed = agreement.signed
    exact = "none" if signed is None else "no year" if "XXXX" in signed else str(len(signed))
    yield f"date={exact}", 1
    yield f"date by={agreement.signed_basis}", 1
    yield f"term={agreement.period is not None}", 1


def how_much(told: Told, agreement: Agreement) -> Iterator[Feature]:
    """How many sides and signatories it has, how many sentences tell of it, is it told what it is about?"""
    yield f"sides={up_to(agreement.parties, 4)}", 1
    yield f"signatories={up_to(agreement.signatories, 2)}", 1
    yield f"sentences={up_to(agreement.evidence, 3)}", 1
    yield f"subject={agreement.subject is not None}", 1


def levels(told: Told, agreement: Agreement) -> Iterator[Feature]:
    """Are its sides of one level (two towns, two regions), and does the gazetteer know the places among them?"""
    sides = [told.by_id[party] for party in agreement.parties if party in told.by_id]
    yield f"levels={len({side.type for side in sides})}", 1
    yield f"unknown side={any(side.type in PLACE_TYPES and side.geonames is None for side in sides)}", 1


def beside_agreements(told: Told, agreement: Agreement) -> Iterator[Feature]:
    """How many documents are told of, and how this one stands to those of its kind and of its sides."""
    parties, evidence = frozenset(agreement.parties), set(agreement.evidence)
    others = [other for other in told.agreements if other is not agreement]
    others_sides = [frozenset(other.parties) for other in others]
    yield f"agreements={min(5, len(told.agreements))}", 1
    yield f"agreements of the kind={min(4, 1 + sum(other.kind == agreement.kind for other in others))}", 1
    yield f"agreements of the sides={min(4, 1 + others_sides.count(parties))}", 1
    yield f"agreements of the sentence={min(2, sum(not evidence.isdisjoint(other.evidence) for other in others))}", 1
    yield f"part of another={any(parties < other for other in others_sides)}", 1
    yield f"another within={any(parties > other for other in others_sides)}", 1


def beside_events(told: Told, agreement: Agreement) -> Iterator[Feature]:
    """Is its signing told, do its sides meet, are they partners?"""
    parties, evidence = frozenset(agreement.parties), set(agreement.evidence)
    signings = [event for event in told.events if event.kind == "signing"]
    yield f"signing of the sides={any(frozenset(event.parties) == parties for event in signings)}", 1
    yield f"signing in the sentence={any(not evidence.isdisjoint(event.evidence) for event in signings)}", 1
    yield f"sides meet={any(frozenset(event.parties) == parties for event in told.events)}", 1
    yield f"partners={parties in told.partners}", 1


def signing_words(told: Told, agreement: Agreement) -> Iterator[Feature]:
    """Do the sentences speak of signing, of what is done under a document, of a year, of its full name?"""
    said = told.said(agreement)
    for name, pattern in _WORDS.items():
        yield f"{name}={pattern.search(said) is not None}", 1


_WORDS = {
    "words of signing": re.compile(r"подпис|заключ", re.I),
    "words of carrying out": re.compile(
        r"в рамках|согласно|в соответствии|на основ|предусмотр|реализ|исполнен|выполнен", re.I
    ),
    "a year": re.compile(r"\b(?:19|20)\d\d\b"),
    "a name in quotes": re.compile(r"«[^»]*(?:соглаш|меморанд|протокол|план|програм)", re.I),
}

AGREEMENT_FEATURES: tuple[Callable[[Told, Agreement], Iterator[Feature]], ...] = (
    what,
    when,
    how_much,
    levels,
    sides,
    sides_in_the_document,
    sides_in_the_evidence,
    beside_agreements,
    beside_events,
    words,
    signing_words,
)
"""Asked in this order."""
