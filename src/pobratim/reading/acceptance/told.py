"""A document with all that the rules propose: what the questions of acceptance are put to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from pobratim.model.reading import PLACE_TYPES, Agreement, Entity, Event, Partnership, Post, Record, Span
from pobratim.reading.kept import kept

Feature = tuple[str, float]
"""A question with its answer (`kind=visit`, 1), or a quantity with its value."""


@dataclass(frozen=True)
class Told:
    """A document with all that the rules propose."""

    text: str
    entities: Sequence[Entity]
    records: Sequence[Record]
    beside: Mapping[str, Sequence[int]] = field(default_factory=dict)
    """Id of an entity → where a word made from its name tells of it («белорусские артисты»)."""

    @kept
    def by_id(self) -> dict[str, Entity]:
        """The entities by their ids."""
        return {entity.id: entity for entity in self.entities}

    @kept
    def places(self) -> list[Entity]:
        """The places, those named most often first."""
        found = [entity for entity in self.entities if entity.type in PLACE_TYPES]
        return sorted(found, key=lambda place: -len(place.mentions))

    @kept
    def ranks(self) -> dict[str, int]:
        """Id of a place → how many are named more often."""
        return {place.id: rank for rank, place in enumerate(self.places)}

    @kept
    def events(self) -> list[Event]:
        """All events proposed."""
        return [record for record in self.records if isinstance(record, Event)]

    @kept
    def agreements(self) -> list[Agreement]:
        """All agreements proposed."""
        return [record for record in self.records if isinstance(record, Agreement)]

    @kept
    def partners(self) -> set[frozenset[str]]:
        """The sides of partnerships."""
        return {frozenset(one.parties) for one in self.records if isinstance(one, Partnership)}

    @kept
    def bound(self) -> set[frozenset[str]]:
        """The sides of partnerships and agreements."""
        return self.partners | {frozenset(one.parties) for one in self.agreements}

    @kept
    def offices(self) -> dict[str, set[str | None]]:
        """Person → the places and bodies where the document gives an office."""
        found: dict[str, set[str | None]] = {}
        for record in self.records:
            if isinstance(record, Post):
                found.setdefault(record.person, set()).update({record.place, record.organization} - {None})
        return found

    def named_in(self, entity: str, spans: Iterable[Span]) -> bool:
        """Do these spans name the entity?"""
        firsts = [*(first for first, _ in self.by_id[entity].mentions), *self.beside.get(entity, ())]
        return any(start <= first < end for start, end in spans for first in firsts)

    def said(self, record: Record) -> str:
        """The sentences that tell of the record."""
        return " ".join(self.text[start:end] for start, end in record.evidence)
