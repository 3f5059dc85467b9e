"""Offers, quotes and topics: claims of one content are one row."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from pobratim.model.reading import Offer, Quote, Span, Topic
from pobratim.register.claims import Claim, Source, claims_of
from pobratim.register.evidence import documents_of, evidence_of, first_told, ids_of
from pobratim.register.goods import codes_of
from pobratim.register.known import Known
from pobratim.register.rows import OfferRow, QuoteRow, TopicRow
from pobratim.register.text import digest, normal, stems


def offers(sources: Iterable[Source], known: Known) -> list[OfferRow]:
    """One row for an offer, need or supply of the same things between the same sides."""
    groups: dict[tuple[object, ...], list[Claim[Offer]]] = defaultdict(list)
    for claim in claims_of(sources, Offer):
        offer, source = claim.record, claim.source
        sides = known.row(source, offer.from_), known.row(source, offer.to)
        # An offer of nobody to nobody is the same only in the same text.
        text = None if any(sides) else source.original
        words = tuple(sorted(stems(offer.item))) or (normal(offer.item),)
        groups[(offer.direction, *sides, offer.kind, words, text)].append(claim)
    rows = []
    for key, claims in groups.items():
        first = first_told(claims)
        rows.append(OfferRow(
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
        ))
    return rows


def topics(sources: Iterable[Source], known: Known) -> list[TopicRow]:
    """One row a field and its parties; a field named for no parties stays with its document."""
    groups: dict[tuple[str, tuple[str, ...], str | None], list[Claim[Topic]]] = defaultdict(list)
    for claim in claims_of(sources, Topic):
        parties = known.rows(claim.source, claim.record.parties)
        groups[claim.record.topic, parties, None if parties else claim.source.id].append(claim)
    return [
        TopicRow(
            id=f"topic-{digest(*key)}",
            topic=key[0],
            parties=key[1],
            documents=documents_of(claims),
            claims=ids_of(claims),
            evidence=evidence_of(claims),
        )
        for key, claims in groups.items()
    ]


def quotes(sources: Iterable[Source], known: Known) -> list[QuoteRow]:
    """One row for the same words of the same speaker, of the document that printed them first."""
    groups: dict[tuple[str, str], list[Claim[Quote]]] = defaultdict(list)
    for claim in claims_of(sources, Quote):
        speaker = known.row(claim.source, claim.record.speaker)
        if speaker:
            groups[speaker, normal(_words(claim))].append(claim)
    rows = []
    for (speaker, words), claims in groups.items():
        originals = [claim for claim in claims if claim.source.original == claim.source.id]
        first = first_told(originals or claims)
        rows.append(QuoteRow(
            id=f"quote-{digest(speaker, words)}",
            speaker=speaker,
            kind=first.record.kind,
            text=_words(first),
            documents=(first.source.id,),
            claims=ids_of(claims),
            evidence=tuple(first.cut(span) for span in _spans(first.record)),
        ))
    return rows


def _words(claim: Claim[Quote]) -> str:
    return " ".join(claim.cut(span).text for span in _spans(claim.record))


def _spans(quote: Quote) -> tuple[Span, ...]:
    """The pieces of the words said."""
    match quote.span:
        case (int(start), int(end)):
            return ((start, end),)
        case pieces:
            return tuple(piece for piece in pieces if isinstance(piece, tuple))
