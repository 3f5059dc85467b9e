"""What is asked of an event, and of the document that tells it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pobratim.model.reading import Event
from pobratim.reading.acceptance.shared import sides, sides_in_the_document, sides_in_the_evidence, up_to, what, words
from pobratim.reading.acceptance.told import Feature, Told


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
    yield f"sides={up_to(event.parties, 4)}", 1
    yield f"people={up_to(event.participants, 3)}", 1
    yield f"bodies={up_to(event.organizations, 2)}", 1
    yield f"sentences={up_to(event.evidence, 3)}", 1
    yield f"title={event.title is not None}", 1


def people_of_the_sides(told: Told, event: Event) -> Iterator[Feature]:
    """How many of those taking part hold an office with a side, how many elsewhere, how many are not named there."""
    known = [told.offices[person] for person in event.participants if person in told.offices]
    home = sum(not offices.isdisjoint(event.parties) for offices in known)
    there = sum(told.named_in(person, event.evidence) for person in event.participants if person in told.by_id)
    yield f"people of a side={min(2, home)}", 1
    yield f"people of others={min(2, len(known) - home)}", 1
    yield f"people named elsewhere={min(2, len(event.participants) - there)}", 1


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
    yield f"bound={frozenset(event.parties) in told.bound}", 1


EVENT_FEATURES: tuple[Callable[[Told, Event], Iterator[Feature]], ...] = (
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
