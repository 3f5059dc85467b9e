"""Readings taken apart into what the register reasons over: sources, mentions and claims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Generic, Literal, TypeAlias, TypeVar

from pobratim.model import edtf
from pobratim.model.document import Document
from pobratim.model.reading import Entity, Reading, Record, Span
from pobratim.register.rows import Because, Evidence

Kind: TypeAlias = Literal["official", "agency", "paper", "reprint"]
"""What a source may be; the weightiest first."""
RELEVANT = 0.5
"""Documents below this relevance give no claims; the register only lists them."""

R_co = TypeVar("R_co", bound=Record, covariant=True)


@dataclass(frozen=True, eq=False)
class Source:
    """A document and its standing among the others."""

    reading: Reading
    original: str
    """The id of the document whose text it repeats; its own where it repeats none."""
    kind: Kind
    """What publishes it; of what only reprints nothing is confirmed."""
    dating: tuple[Because, ...] = ()
    """Why it is of the year in which it is set, where only other documents tell that."""
    confirmed: frozenset[str] = frozenset()
    """Ids of the records that a person accepted or corrected."""
    apart: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Entities with the places that they are not, as people say, by their ids."""

    @property
    def document(self) -> Document:
        return self.reading.document

    @cached_property
    def id(self) -> str:
        return self.document.id

    @cached_property
    def published(self) -> str | None:
        return dated(self.document.published)

    @cached_property
    def entities(self) -> dict[str, Entity]:
        """By their ids."""
        return {entity.id: entity for entity in self.reading.entities}

    @cached_property
    def records(self) -> tuple[Record, ...]:
        return self.reading.records if self.reading.relevance >= RELEVANT else ()

    @cached_property
    def claims(self) -> dict[type[Record], list[Claim[Any]]]:
        """One a record, by their types."""
        found: dict[type[Record], list[Claim[Any]]] = {}
        for record in self.records:
            found.setdefault(type(record), []).append(Claim(self, record))
        return found

    def claims_in_order(self) -> Iterator[Claim[Any]]:
        """One a record, as they stand: always the same claims, so that what is found of them is found once."""
        each = {record_type: iter(claims) for record_type, claims in self.claims.items()}
        return (next(each[type(record)]) for record in self.records)


@dataclass(frozen=True, eq=False)
class Mention:
    """An entity of one document, before it is judged which row of the register it is."""

    source: Source
    entity: Entity

    @cached_property
    def id(self) -> str:
        return f"{self.source.id}#{self.entity.id}"


@dataclass(frozen=True, eq=False)
class Claim(Generic[R_co]):
    """One record of one document."""

    source: Source
    record: R_co

    @cached_property
    def id(self) -> str:
        return f"{self.source.id}#{self.record.id}"

    @cached_property
    def evidence(self) -> tuple[Evidence, ...]:
        """Its sentences, cut out of the text."""
        return tuple(self.cut(span) for span in self.record.evidence)

    def cut(self, span: Span) -> Evidence:
        start, end = span
        return Evidence(document=self.source.id, span=(start, end), text=self.source.document.text[start:end])


def dated(value: str | None) -> str | None:
    """The date; what is no EDTF counts as nothing said."""
    return value if value and edtf.is_valid(value) else None


T = TypeVar("T", bound=Record)


def claims_of(sources: Iterable[Source], record_type: type[T]) -> list[Claim[T]]:
    """The claims of one type, in the order of the sources."""
    return [claim for source in sources for claim in source.claims.get(record_type, ())]


def mentions_of(sources: Iterable[Source], *types: str) -> list[Mention]:
    """The entities of these types in documents that count, in the order of the sources."""
    return [
        Mention(source, entity)
        for source in sources
        if source.reading.relevance >= RELEVANT
        for entity in source.reading.entities
        if entity.type in types
    ]


def named_in(record: Record) -> Iterator[str]:
    """Ids of the entities that the record's slots name (and, beside them, its plain values)."""
    for slot in record.__slots__:
        value = getattr(record, slot)
        if isinstance(value, str):
            yield value
        elif isinstance(value, tuple):
            yield from (item for item in value if isinstance(item, str))
