"""Offers, quotes and topics: claims of one content are one row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pobratim.model.reading import Offer, Quote, Span, Topic
from pobratim.register.claims import Claim
from pobratim.register.evidence import documents_of, evidence_of, first_told, ids_of
from pobratim.register.goods import codes_of
from pobratim.register.known import Known
from pobratim.register.rows import OfferRow, QuoteRow, TopicRow
from pobratim.register.text import digest, normal, stems

Key = tuple[Any, ...]


def offer_key(claim: Claim[Offer], known: Known) -> Key:
    """What makes an offer, need or supply: the same things between the same sides."""
    offer, source = claim.record, claim.source
    sides = known.row(source, offer.from_), known.row(source, offer.to)
    # An offer of nobody to nobody is the same only in the same text.
    text = None if any(sides) else source.original
    words = tuple(sorted(stems(offer.item))) or (normal(offer.item),)
    return offer.direction, *sides, offer.kind, words, text


def offer_row(key: Key, claims: Sequence[Claim[Offer]], known: Known) -> OfferRow:
    """The row of claims of one key."""
    first = first_told(claims)
    return OfferRow(
        id=f"offer-{digest(*key)}",
        direction=first.record.direction,
        from_=known.row(first.source, first.record.from_),
        to=known.row(first.source, first.record.to),
        kind=first.record.kind,
        item=first.record.item,
        code=next(iter(codes_of(first.record.item)), None),
        documents=documents_of(claims),
        claims=ids_of(claims),
        evidence=evidence_of(claims),
    )


def topic_key(claim: Claim[Topic], known: Known) -> Key:
    """A field and its parties; a field named for no parties stays with its document."""
    parties = known.rows(claim.source, claim.record.parties)
    return claim.record.topic, parties, None if parties else claim.source.id


def topic_row(key: Key, claims: Sequence[Claim[Topic]], known: Known) -> TopicRow:
    """The row of claims of one key."""
    return TopicRow(
        id=f"topic-{digest(*key)}",
        topic=key[0],
        parties=key[1],
        documents=documents_of(claims),
        claims=ids_of(claims),
        evidence=evidence_of(claims),
    )


def quote_key(claim: Claim[Quote], known: Known) -> Key | None:
    """The same words of the same speaker; None where nobody knows who speaks."""
    speaker = known.row(claim.source, claim.record.speaker)
    return (speaker, normal(_words(claim))) if speaker else None


def quote_row(key: Key, claims: Sequence[Claim[Quote]], known: Known) -> QuoteRow:
    """The row of claims of one key, of the document that printed them first."""
    originals = [claim for claim in claims if claim.source.original == claim.source.id]
    first = first_told(originals or claims)
    return QuoteRow(
        id=f"quote-{digest(*key)}",
        speaker=key[0],
        kind=first.record.kind,
        text=_words(first),
        documents=(first.source.id,),
        claims=ids_of(claims),
        evidence=tuple(first.cut(span) for span in _spans(first.record)),
    )


def _words(claim: Claim[Quote]) -> str:
    return " ".join(claim.cut(span).text for span in _spans(claim.record))


def _spans(quote: Quote) -> tuple[Span, ...]:
    """The pieces of the words said."""
    match quote.span:
        case (int(start), int(end)):
            return ((start, end),)
        case pieces:
            return tuple(piece for piece in pieces if isinstance(piece, tuple))
