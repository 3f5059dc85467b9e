"""From readings to the register: who and what each mention is, then what all claims say together."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from pobratim.model.reading import PLACE_TYPES, Event, Post, Reading
from pobratim.register.agreement_terms import with_successors
from pobratim.register.agreements import agreements
from pobratim.register.answers import ConfirmedAnswer, answered
from pobratim.register.claims import Claim, Source, claims_of, mentions_of
from pobratim.register.commitments import commitments
from pobratim.register.dating import Facts, date_documents
from pobratim.register.decisions import Applied, Decision, apply
from pobratim.register.figures import figures
from pobratim.register.happenings import happenings
from pobratim.register.identity import Judgement
from pobratim.register.known import Known
from pobratim.register.occasions import occasions
from pobratim.register.offices import with_terms
from pobratim.register.organizations import Organizations, resolve_organizations
from pobratim.register.pairs import PairClaim, pairs_in
from pobratim.register.papers import date_by_papers, papers
from pobratim.register.people import resolve_people
from pobratim.register.person_rows import person_ids, person_row, profiles
from pobratim.register.places import Gazetteer, Places, resolve_places
from pobratim.register.reprints import is_official, originals
from pobratim.register.rows import DocumentRow, Person, Register, Row
from pobratim.register.statements import offers, quotes, topics
from pobratim.register.text import normal
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
    while True:
        derivation, known = _derived(sources, gazetteer or _reader_gazetteer(), applied.judgements)
        dated = date_documents(sources, Facts(derivation.register, known))
        if not dated:
            return replace(derivation, register=answered(derivation.register, said), idle=applied.idle)
        sources = [dated.get(source.id, source) for source in sources]


def _derived(
    sources: Sequence[Source], gazetteer: Gazetteer, given: Sequence[Judgement]
) -> tuple[Derivation, Known]:
    """The register of the sources as they are dated, and which rows their entities are; ``given`` is what people
    judged of identity."""
    places = resolve_places(mentions_of(sources, *sorted(PLACE_TYPES)), gazetteer, given)
    organizations = _organizations(sources, places, given)
    known = Known(places, {**places.of_mention, **organizations.of_mention})
    pairs = {source.id: pairs_in(source, known) for source in sources}
    people = _people(sources, known, organizations, pairs, given)
    known = Known(places, {**known.of_mention, **people.of_mention})
    signed, signed_conflicts, signed_judgements = agreements(sources, known, given)
    signings = papers(sources, signed)
    met, met_conflicts, met_judgements = happenings(
        sources, known, people.homes, occasions(sources, signed), signings, given
    )
    met, signed = date_by_papers(met, signed, signings)
    promised, promised_conflicts, promised_judgements = commitments(sources, known, given)
    counted, counted_conflicts = figures(sources, known)
    tied, tied_conflicts = ties((pair for found in pairs.values() for pair in found), met)
    derivation = Derivation(
        Register(
            documents=_sorted(map(_document_row, sources)),
            places=_sorted(places.rows),
            people=_sorted(with_terms(people.rows, {source.id: source.published for source in sources})),
            organizations=_sorted(organizations.rows),
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
        ),
        tuple(sorted(
            {
                *places.judgements, *organizations.judgements, *people.judgements,
                *met_judgements, *signed_judgements, *promised_judgements,
            },
            key=lambda one: (one.left, one.right, one.by, one.judgement),
        )),
        of_mention=known.of_mention,
    )
    return derivation, known


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


def _organizations(sources: Sequence[Source], places: Places, given: Sequence[Judgement]) -> Organizations:
    mentions = mentions_of(sources, *PLACE_TYPES)
    names: dict[str, dict[str, str]] = defaultdict(dict)
    for mention in mentions:
        for name in (mention.entity.name, *mention.entity.aliases):
            if normal(name):
                names[mention.source.id].setdefault(normal(name), places.of_mention[mention.id])
    hints = _hints(sources, Known(places, places.of_mention))
    return resolve_organizations(mentions_of(sources, "organization"), names, hints, places, given)


def _hints(sources: Sequence[Source], known: Known) -> dict[str, str]:
    """Where documents set their organizations, by mention: a post held there, else a visit paid there."""
    by_post: dict[str, Counter[str]] = defaultdict(Counter)
    by_visit: dict[str, Counter[str]] = defaultdict(Counter)
    for post in claims_of(sources, Post):
        place = known.row(post.source, post.record.place)
        if place and post.record.organization:
            by_post[f"{post.source.id}#{post.record.organization}"][place] += 1
    for event in claims_of(sources, Event):
        place = known.row(event.source, event.record.place)
        if place and event.record.kind == "tour":
            for organization in event.record.organizations:
                by_visit[f"{event.source.id}#{organization}"][place] += 1
    hints = {mention: min(found, key=lambda p: (-found[p], p)) for mention, found in by_post.items()}
    for mention, found in by_visit.items():
        if len(found) == 1:
            hints.setdefault(mention, next(iter(found)))
    return hints


@dataclass(frozen=True)
class _People:
    rows: tuple[Person, ...]
    of_mention: Mapping[str, str]
    homes: Mapping[str, frozenset[str]]
    judgements: tuple[Judgement, ...]


def _people(
    sources: Sequence[Source],
    known: Known,
    organizations: Organizations,
    pairs: Mapping[str, Sequence[PairClaim]],
    given: Sequence[Judgement],
) -> _People:
    mentions = mentions_of(sources, "person")
    found = profiles(mentions, sources, known, organizations.rows, pairs)
    resolved = resolve_people(found, given)
    by_id = {mention.id: mention for mention in mentions}
    ids = person_ids(resolved.items, by_id, known)
    of_mention = {one: ids[person.id] for person in resolved.items for one in person.mentions}
    posts: dict[str, list[Claim[Post]]] = defaultdict(list)
    for claim in claims_of(sources, Post):
        holder = of_mention.get(f"{claim.source.id}#{claim.record.person}")
        if holder:
            posts[holder].append(claim)
    rows = (person_row(ids[p.id], p, by_id, posts[ids[p.id]], known) for p in resolved.items)
    homes = {ids[person.id]: person.homes for person in resolved.items}
    return _People(tuple(rows), of_mention, homes, resolved.judgements)
