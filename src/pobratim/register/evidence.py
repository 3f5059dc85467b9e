"""What a row rests on: its sentences, its documents, and which of these only repeat another."""

from __future__ import annotations

from collections.abc import Iterable
from operator import attrgetter
from typing import Any, TypeVar

from pobratim.model import edtf
from pobratim.register.claims import Claim, Source
from pobratim.register.rows import Evidence

C = TypeVar("C", bound=Claim[Any])

_SOURCE, _ID = attrgetter("source"), attrgetter("id")
"""A tie of thousands of documents asks for these with each more."""


def evidence_of(claims: Iterable[Claim[Any]]) -> tuple[Evidence, ...]:
    """The sentences of the claims, each once; originals before reprints, then by document and place in it."""
    found = {
        (claim.source.original != claim.source.id, one.document, one.span): one
        for claim in claims
        for one in claim.evidence
    }
    return tuple(found[key] for key in sorted(found))


def documents_of(claims: Iterable[Claim[Any]]) -> tuple[str, ...]:
    """The documents of the claims, sorted."""
    return ids_of_sources(sources_of(claims))


def sources_of(claims: Iterable[Claim[Any]]) -> set[Source]:
    """The sources of the claims, each once."""
    return set(map(_SOURCE, claims))


def ids_of_sources(sources: Iterable[Source]) -> tuple[str, ...]:
    """Their ids, sorted."""
    return tuple(sorted(map(_ID, sources)))


def ids_of(claims: Iterable[Claim[Any]]) -> tuple[str, ...]:
    """The ids of the claims, sorted; what comes nearly in order is sorted the faster."""
    return tuple(sorted(dict.fromkeys(map(_ID, claims))))


def reprints_among(claims: Iterable[Claim[Any]]) -> tuple[str, ...]:
    """Those of the documents whose text repeats another of them."""
    originals = {claim.source.id: claim.source.original for claim in claims}
    repeating = (one for one, original in originals.items() if original != one and original in originals)
    return tuple(sorted(repeating))


def first_told(claims: Iterable[C]) -> C:
    """The claim of the earliest document."""
    return min(claims, key=told_order)


def told_order(claim: Claim[Any]) -> tuple[int, str]:
    """Sorts claims by the day on which their document came out, those without one last."""
    first, last = edtf.bounds(claim.source.published)
    day = first or last
    return day.toordinal() if day else 10**7, claim.id
