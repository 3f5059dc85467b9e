"""From readings to the register: who and what each mention is, then what all claims say together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from pobratim.model.reading import Reading
from pobratim.register.agreement_terms import with_successors
from pobratim.register.agreements import Agreements
from pobratim.register.answers import ConfirmedAnswer, answered
from pobratim.register.claims import Source
from pobratim.register.commitments import Commitments
from pobratim.register.dating import Facts, date_documents
from pobratim.register.decisions import Applied, Decision, apply
from pobratim.register.figures import figures
from pobratim.register.happenings import Happenings
from pobratim.register.identities import Identities, identify
from pobratim.register.identity import Judgement
from pobratim.register.kept import Kept
from pobratim.register.occasions import occasions
from pobratim.register.offices import with_terms
from pobratim.register.pairs import PairClaim, pairs_in
from pobratim.register.papers import date_by_papers, papers
from pobratim.register.places import Gazetteer
from pobratim.register.reprints import is_official, originals
from pobratim.register.rows import DocumentRow, Register, Row
from pobratim.register.statements import offers, quotes, topics
from pobratim.register.ties import ties

R = TypeVar("R", bound=Row)


@dataclass(frozen=True)
class Derivation:
    """The register, and the judgements on identity that led to it."""

    register: Register
    judgements: tuple[Judgement, ...]
    idle: tuple[Decision, ...] = ()
    """Decisions about what is not, or not any more, in any document."""
    of_mention: Mapping[str, str] = field(default_factory=dict, repr=False)
    """The row that each mention (``<document>#<entity>``) of a place, person or organization is of."""


def derive(
    readings: Iterable[Reading],
    decisions: Iterable[Decision] = (),
    *,
    gazetteer: Gazetteer | None = None,
    answers: Iterable[ConfirmedAnswer] = (),
) -> Register:
    """The register of all readings as people decided them: the same for the same readings in any order.

    Of two readings of one text only one counts. ``gazetteer`` gives coordinates and regions of places by
    their GeoNames ids; by default the reader's own. ``answers`` are what people say came of commitments.
    """
    return derive_with_judgements(readings, decisions, gazetteer=gazetteer, answers=answers).register


def derive_with_judgements(
    readings: Iterable[Reading],
    decisions: Iterable[Decision] = (),
    *,
    gazetteer: Gazetteer | None = None,
    answers: Iterable[ConfirmedAnswer] = (),
) -> Derivation:
    """As `derive`, with the judgements.

    What is derived may tell the year of an undated document, whose claims then say more: it is derived again until
    nothing more is dated.
    """
    applied = apply(_each_text_once(readings), decisions)
    sources = _sources(applied)
    said = (*applied.answers, *answers)
    deriving = _Deriving(identify(sources, gazetteer or _reader_gazetteer(), applied.judgements), applied.judgements)
    while True:
        derivation = deriving.derived(sources)
        dated = date_documents(sources, Facts(derivation.register, deriving.known))
        if not dated:
            return replace(derivation, register=answered(derivation.register, said), idle=applied.idle)
        sources = [dated.get(source.id, source) for source in sources]


class _Deriving:
    """Derives the register round by round; what the last round dated is all that a round looks at anew."""

    def __init__(self, identities: Identities, given: Sequence[Judgement]) -> None:
        self.known = identities.known
        self._identities = identities
        self._given = given
        """What people judged of identity."""
        self._pairs: Kept[list[PairClaim]] = Kept()
        self._agreements = Agreements(self.known)
        self._happenings = Happenings(self.known, identities.homes)
        self._commitments = Commitments(self.known)

    def derived(self, sources: Sequence[Source]) -> Derivation:
        """The register of the sources as they are dated."""
        identities, known, given = self._identities, self.known, self._given
        signed, signed_conflicts, signed_judgements = self._agreements.of(sources, given)
        signings = papers(sources, signed)
        met, met_conflicts, met_judgements = self._happenings.of(sources, occasions(sources, signed), signings, given)
        met, signed = date_by_papers(met, signed, signings)
        promised, promised_conflicts, promised_judgements = self._commitments.of(sources, given)
        counted, counted_conflicts = figures(sources, known)
        tied, tied_conflicts = ties((pair for source in sources for pair in self._pairs_of(source)), met)
        people = with_terms(identities.people(sources), {source.id: source.published for source in sources})
        judgements = {*identities.judgements, *met_judgements, *signed_judgements, *promised_judgements}
        register = Register(
            documents=_sorted(map(_document_row, sources)),
            places=_sorted(identities.places),
            people=_sorted(people),
            organizations=_sorted(identities.organizations),
            happenings=_sorted(met),
            ties=_sorted(tied),
            agreements=_sorted(with_successors(signed)),
            commitments=_sorted(promised),
            offers=_sorted(offers(sources, known)),
            figures=_sorted(counted),
            quotes=_sorted(quotes(sources, known)),
            topics=_sorted(topics(sources, known)),
            conflicts=_sorted(
                [*met_conflicts, *signed_conflicts, *promised_conflicts, *counted_conflicts, *tied_conflicts]
            ),
        )
        ordered = sorted(judgements, key=lambda one: (one.left, one.right, one.by, one.judgement))
        return Derivation(register, tuple(ordered), of_mention=known.of_mention)

    def _pairs_of(self, source: Source) -> list[PairClaim]:
        return self._pairs.get(source.id, (source,), lambda: pairs_in(source, self.known))


def _sorted(rows: Iterable[R]) -> tuple[R, ...]:
    return tuple(sorted(rows, key=lambda row: row.id))


def _reader_gazetteer() -> Gazetteer:
    from pobratim.reading.names.places import gazetteer

    return gazetteer.by_id


def _each_text_once(readings: Iterable[Reading]) -> list[Reading]:
    """One reading a text, sorted by its id."""
    by_id: dict[str, Reading] = {}
    for reading in readings:
        other = by_id.setdefault(reading.document.id, reading)
        if other is not reading and reading.to_json(rules=True) < other.to_json(rules=True):
            by_id[reading.document.id] = reading
    return [by_id[one] for one in sorted(by_id)]


def _sources(applied: Applied) -> list[Source]:
    """One source a reading, each with its standing."""
    repeated = originals([reading.document for reading in applied.readings])
    return [
        Source(
            reading,
            repeated.get(reading.document.id, reading.document.id),
            is_official(reading.document),
            confirmed=applied.confirmed.get(reading.document.id, frozenset()),
        )
        for reading in applied.readings
    ]


def _document_row(source: Source) -> DocumentRow:
    document = source.document
    return DocumentRow(
        id=source.id,
        source=document.source,
        address=document.address,
        publisher=document.publisher,
        title=document.title,
        language=document.language,
        published=source.published,
        published_basis=document.published_basis if source.published else None,
        published_because=source.dating,
        reprint_of=source.original if source.original != source.id else None,
        relevance=source.reading.relevance,
    )
