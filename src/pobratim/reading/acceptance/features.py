"""What is asked of an event and of the document that tells it; each answer is a feature with a value."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from pobratim.model.reading import PLACE_TYPES, Agreement, Entity, Event, Partnership, Post, Record, Span

Feature = tuple[str, float]


@dataclass(frozen=True)
class Told:
    """A document with all that the rules propose."""

    text: str
    entities: Sequence[Entity]
    records: Sequence[Record]

    @cached_property
    def by_id(self) -> dict[str, Entity]:
        """The entities by their ids."""
        return {entity.id: entity for entity in self.entities}

    @cached_property
    def places(self) -> list[Entity]:
        """The places, those named most often first."""
        found = [entity for entity in self.entities if entity.type in PLACE_TYPES]
        return sorted(found, key=lambda place: -len(place.mentions))

    @cached_property
    def events(self) -> list[Event]:
        """All events proposed."""
        return [record for record in self.records if isinstance(record, Event)]

    @cached_property
    def ties(self) -> set[frozenset[str]]:
        """The sides of partnerships and agreements."""
        return {frozenset(one.parties) for one in self.records if isinstance(one, Partnership | Agreement)}

    @cached_property
    def offices(self) -> dict[str, set[str | None]]:
        """Person → the places and bodies where the document gives an office."""
        found: dict[str, set[str | None]] = {}
        for record in self.records:
            if isinstance(record, Post):
                found.setdefault(record.person, set()).update({record.place, record.organization} - {None})
        return found

    def named_in(self, entity: str, spans: Iterable[Span]) -> bool:
        """Do these spans name the entity?"""
        mentions = self.by_id[entity].mentions
        return any(start <= first < end for first, _ in mentions for start, end in spans)


def features(told: Told, event: Event) -> dict[str, float]:
    """All answers for one of the document's events: name → value."""
    return dict(feature for ask in FEATURES for feature in ask(told, event))


# ---------------------------------------------------------------- the event itself


def what(told: Told, event: Event) -> Iterator[Feature]:
    """Its kind and status, and the rule that proposes it."""
    rule, _, manner = event.rule.partition("+")
    yield f"kind={event.kind}", 1
    yield f"status={event.status}", 1
    yield f"rule={rule}", 1
    if "in_speech" in manner:
        yield "in speech", 1


def when(told: Told, event: Event) -> Iterator[Feature]:
    """Whether it is dated, and by what."""
    exact = "none" if event.date is None else "no year" if "XXXX" in event.date else "full"
    yield f"date={exact}", 1
    yield f"date of {event.kind}={event.date_basis}", 1


def where(told: Told, event: Event) -> Iterator[Feature]:
    """Whether its place is told, and is that of a side."""
    place = "none" if event.place is None else "of a side" if event.place in event.parties else "elsewhere"
    yield f"place={place}", 1


def how_much(told: Told, event: Event) -> Iterator[Feature]:
    """How many sides, people and bodies take part; has it a name; how many sentences tell of it?"""
    yield f"sides={_up_to(event.parties, 4)}", 1
    yield f"people={_up_to(event.participants, 3)}", 1
    yield f"bodies={_up_to(event.organizations, 2)}", 1
    yield f"sentences={_up_to(event.evidence, 3)}", 1
    yield f"title={event.title is not None}", 1


# ---------------------------------------------------------------- its sides


def sides(told: Told, event: Event) -> Iterator[Feature]:
    """Their types, whether they lie in two countries, whether one is a country."""
    places = [told.by_id[party] for party in event.parties if party in told.by_id]
    yield "types=" + "/".join(sorted(place.type for place in places)[:3]), 1
    yield f"abroad={len({place.country for place in places}) > 1}", 1


def sides_in_the_document(told: Told, event: Event) -> Iterator[Feature]:
    """How often the side named least is named, and how it ranks among the places."""
    parties = [told.by_id[party] for party in event.parties if party in told.by_id]
    least = min((len(party.mentions) for party in parties), default=0)
    rank = max((told.places.index(party) for party in parties if party in told.places), default=9)
    yield "mentions of the rarest side", min(4, least) / 4
    yield f"rank of the rarest side={min(6, rank)}", 1
    yield "places in the document", min(15, len(told.places)) / 10


def sides_in_the_evidence(told: Told, event: Event) -> Iterator[Feature]:
    """Do the sentences that tell of it name its sides, and other places beside them?"""
    here = sum(told.named_in(party, event.evidence) for party in event.parties if party in told.by_id)
    others = [place for place in told.places if place.id not in event.parties]
    beside = sum(told.named_in(place.id, event.evidence) for place in others)
    yield f"sides named={min(3, here)} of {_up_to(event.parties, 3)}", 1
    yield f"places beside={min(3, beside)}", 1


def people_of_the_sides(told: Told, event: Event) -> Iterator[Feature]:
    """How many of those taking part hold an office with a side, how many elsewhere, how many are not named there."""
    known = [told.offices[person] for person in event.participants if person in told.offices]
    home = sum(not offices.isdisjoint(event.parties) for offices in known)
    there = sum(told.named_in(person, event.evidence) for person in event.participants if person in told.by_id)
    yield f"people of a side={min(2, home)}", 1
    yield f"people of others={min(2, len(known) - home)}", 1
    yield f"people named elsewhere={min(2, len(event.participants) - there)}", 1


# ---------------------------------------------------------------- beside other events


def beside_events(told: Told, event: Event) -> Iterator[Feature]:
    """How many events the document has, and how this one stands to those of its kind and of its sides."""
    parties = frozenset(event.parties)
    others = [other for other in told.events if other is not event]
    same_kind = [frozenset(other.parties) for other in others if other.kind == event.kind]
    evidence = set(event.evidence)
    sharing = sum(not evidence.isdisjoint(other.evidence) for other in others)
    same_sides = sum(parties == frozenset(other.parties) for other in others)
    yield f"events={min(8, len(told.events))}", 1
    yield f"events of the kind={min(4, len(same_kind) + 1)}", 1
    yield f"events of the sentence={min(2, sharing)}", 1
    yield f"part of another={any(parties < other for other in same_kind)}", 1
    yield "share of its sides", (same_sides + 1) / len(told.events)
    if any(len(parties & set(other.parties)) == 1 for other in others):
        yield "one side in another event", 1


def beside_ties(told: Told, event: Event) -> Iterator[Feature]:
    """Are its sides bound by a partnership or an agreement in this document?"""
    yield f"bound={frozenset(event.parties) in told.ties}", 1


# ---------------------------------------------------------------- its words


def words(told: Told, event: Event) -> Iterator[Feature]:
    """What the sentences say of wishes and of times gone by, and where in the document they stand."""
    said = " ".join(told.text[start:end] for start, end in event.evidence)
    start = event.evidence[0][0]
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


def _up_to(items: Sequence[object], most: int) -> int:
    return min(most, len(items))


FEATURES: tuple[Callable[[Told, Event], Iterator[Feature]], ...] = (
    what,
    when,
    where,
    how_much,
    sides,
    sides_in_the_document,
    sides_in_the_evidence,
    people_of_the_sides,
    beside_events,
    beside_ties,
    words,
)
"""Asked in this order."""
