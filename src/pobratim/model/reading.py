"""A reading: what the reader takes out of one document (the public format `pobratim-reading/1`).

`docs/reading.md` defines every slot. The classes below are that format, one class a record type;
`Reading.to_dict` and `Reading.from_dict` are its JSON, and a round trip loses nothing but ``rule``
unless it is asked for.
"""

from __future__ import annotations

import dataclasses
import json
from dataclasses import dataclass, field
from functools import cache
from typing import Any, ClassVar, Literal, TypeAlias

from pobratim.model.document import Basis, Document

FORMAT = "pobratim-reading/1"

Span: TypeAlias = tuple[int, int]
"""``[start, end)`` in characters of the document's text."""

EntityType = Literal["city", "region", "country", "person", "organization"]
PLACE_TYPES: frozenset[str] = frozenset({"city", "region", "country"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A thing the text names; one entity a thing, however often and however it is named."""

    id: str
    type: EntityType
    name: str
    aliases: tuple[str, ...] = ()
    mentions: tuple[Span, ...] = ()
    geonames: int | None = None
    country: str | None = None
    """ISO 3166 alpha-2, of places."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What all records share. Slots that name an entity hold that entity's ``id``."""

    type: ClassVar[str] = ""

    id: str = ""
    evidence: tuple[Span, ...]
    confidence: float
    rule: str
    """The rule or model that made the record."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Post(Record):
    """A person holds an office."""

    type: ClassVar[str] = "post"

    person: str
    title: str
    organization: str | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Record):
    """Something that people of the places do together."""

    type: ClassVar[str] = "event"

    kind: Literal["meeting", "visit", "tour", "signing", "forum", "days", "other"]
    date: str | None = None
    date_basis: Basis | None = None
    place: str | None = None
    parties: tuple[str, ...] = ()
    participants: tuple[str, ...] = ()
    organizations: tuple[str, ...] = ()
    status: Literal["held", "planned", "cancelled"] = "held"
    title: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Partnership(Record):
    """A lasting relation of two places."""

    type: ClassVar[str] = "partnership"

    parties: tuple[str, ...]
    kind: Literal["twin", "partner"]
    since: str | None = None
    since_basis: Basis | None = None
    status: Literal["active", "planned", "paused", "ended"] = "active"


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement(Record):
    """A document that parties sign."""

    type: ClassVar[str] = "agreement"

    kind: Literal["agreement", "roadmap", "plan", "memorandum", "protocol", "statement", "contract"]
    parties: tuple[str, ...] = ()
    signed: str | None = None
    signed_basis: Basis | None = None
    period: str | None = None
    signatories: tuple[str, ...] = ()
    subject: str | None = None
    status: Literal["signed", "planned", "ended"] = "signed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote(Record):
    """What somebody says."""

    type: ClassVar[str] = "quote"

    speaker: str
    kind: Literal["direct", "indirect"]
    span: tuple[Span, ...] | Span
    """The words said; several spans where the author's words break them."""

    @property
    def spans(self) -> tuple[Span, ...]:
        """The spans of the words said, whether there is one or several."""
        first = self.span[0] if self.span else ()
        return (self.span,) if isinstance(first, int) else self.span  # type: ignore[return-value]


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer(Record):
    """What one side has for, wants from, or delivers to another."""

    type: ClassVar[str] = "offer"

    direction: Literal["offer", "need", "supply"]
    from_: str | None = None
    to: str | None = None
    kind: Literal["goods", "technology", "service", "experience", "tourism"]
    item: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan(Record):
    """What the sides mean to do."""

    type: ClassVar[str] = "plan"

    actors: tuple[str, ...] = ()
    action: str
    due: str | None = None
    topics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Record):
    """A measured quantity or its trend."""

    type: ClassVar[str] = "figure"

    metric: Literal["trade_turnover", "export", "import", "investment", "population", "enterprises",
                    "students", "tourists", "other"]
    parties: tuple[str, ...] = ()
    value: float | None = None
    unit: str | None = None
    period: str | None = None
    change: float | None = None
    trend: Literal["up", "down", "flat"] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic(Record):
    """A field of cooperation that the document names as such."""

    type: ClassVar[str] = "topic"

    topic: str
    parties: tuple[str, ...] = ()


RECORD_TYPES: dict[str, type[Record]] = {
    cls.type: cls
    for cls in (Post, Event, Partnership, Agreement, Quote, Offer, Plan, Figure, Topic)
}

TOPICS: tuple[str, ...] = (
    "trade", "industry", "energy", "transport", "housing_utilities", "water", "construction",
    "environment", "agriculture", "science", "digital", "education", "healthcare", "social",
    "culture", "sport", "tourism", "youth", "memory", "security", "investment", "governance",
    "media", "humanitarian",
)


def record_to_dict(record: Record, *, rule: bool = False) -> dict[str, Any]:
    """The record as JSON-ready values: id, type, its slots, evidence, confidence (and its rule)."""
    slots = {key: _plain(getattr(record, name)) for key, name in _own_slots(record.type)}
    result = {
        "id": record.id,
        "type": record.type,
        **slots,
        "evidence": _plain(record.evidence),
        "confidence": record.confidence,
    }
    if rule:
        result["rule"] = record.rule
    return result


@cache
def _own_slots(kind: str) -> tuple[tuple[str, str], ...]:
    """Of a type of records what its slots are called in JSON and here, those of all records aside."""
    names = (field.name for field in dataclasses.fields(RECORD_TYPES[kind]))
    return tuple((name.rstrip("_"), name) for name in names if name not in _COMMON)


def record_from_dict(values: dict[str, Any]) -> Record:
    """The inverse of `record_to_dict`. Raises KeyError on an unknown type."""
    values = dict(values)
    cls = RECORD_TYPES[values.pop("type")]
    values.setdefault("rule", "")
    if "from" in values:
        values["from_"] = values.pop("from")
    return cls(**{name: _tuples(value) for name, value in values.items()})


@dataclass(frozen=True, slots=True, kw_only=True)
class Clue:
    """A time expression that leans on the text's own year, where the text leaves that year open.

    ``kind`` is what it does in its sentence: ``point`` («24 июня», «в прошлом году»), ``ago`` («два года назад»),
    ``since``, ``until``, ``period``, ``duration`` («уже 14 лет»), ``anniversary`` («исполняется 20 лет»).
    """

    span: Span
    kind: str
    date: str | None = None
    """The day or month without its year (EDTF), where it names one."""
    years: int
    """How many years from the text's own it lies: −2 of «два года назад», 0 of «24 июня»."""
    weekday: int | None = None
    """Of «во вторник, 24 июня»: 0 is Monday."""
    record: str | None = None
    """The record it dates, where it names no day («два года назад стали побратимами»)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Everything the reader takes out of one document."""

    document: Document
    relevance: float
    entities: tuple[Entity, ...] = ()
    records: tuple[Record, ...] = ()
    reader: str = ""
    """Name and version of the reader that made it."""
    notes: tuple[str, ...] = field(default=())
    """What the reader has to say of the document as a whole, such as an unsupported language."""
    clues: tuple[Clue, ...] = ()
    """What an undated text says of its own year, in its order."""

    def to_dict(self, *, rules: bool = False) -> dict[str, Any]:
        """The public JSON; with ``rules`` every record names the rule that made it."""
        document = self.document
        result: dict[str, Any] = {
            "format": FORMAT,
            "document": {
                "id": document.id,
                "source": document.source,
                "address": document.address,
                "title": document.title,
                "publisher": document.publisher,
                "author": document.author,
                "language": document.language,
                "published": document.published,
                "published_basis": document.published_basis,
                "modified": document.modified,
                "modified_basis": document.modified_basis,
                "original_sha256": document.original_sha256,
                "text": document.text,
            },
            "reader": self.reader,
            "relevance": self.relevance,
            "entities": [_slots(entity) for entity in self.entities],
            "records": [record_to_dict(record, rule=rules) for record in self.records],
        }
        if self.notes:
            result["notes"] = list(self.notes)
        if self.clues:
            result["clues"] = [_slots(clue) for clue in self.clues]
        return result

    def to_json(self, *, rules: bool = False) -> str:
        """The public JSON on one line; the same reading gives the same bytes."""
        return json.dumps(self.to_dict(rules=rules), ensure_ascii=False)

    @classmethod
    def from_dict(cls, values: dict[str, Any]) -> Reading:
        """The inverse of `to_dict`. Raises ValueError on another format."""
        if values.get("format") != FORMAT:
            raise ValueError(f"format is {values.get('format')!r}, expected {FORMAT!r}")
        document = dict(values["document"])
        document.pop("id", None)
        return cls(
            document=Document(**document),
            relevance=values["relevance"],
            entities=tuple(
                Entity(**{name: _tuples(value) for name, value in entity.items()})
                for entity in values["entities"]
            ),
            records=tuple(record_from_dict(record) for record in values["records"]),
            reader=values.get("reader", ""),
            notes=tuple(values.get("notes", ())),
            clues=tuple(
                Clue(**{name: _tuples(value) for name, value in clue.items()})
                for clue in values.get("clues", ())
            ),
        )


_COMMON = frozenset({"id", "evidence", "confidence", "rule"})


def _slots(thing: Entity | Clue) -> dict[str, Any]:
    return {name: _plain(getattr(thing, name)) for name in thing.__slots__}


def _plain(value: Any) -> Any:
    """Tuples as lists, at any depth."""
    if isinstance(value, _SIMPLE):
        return value
    if isinstance(value, dict):
        return {name: _plain(item) for name, item in value.items()}
    return [item if isinstance(item, _SIMPLE) else _plain(item) for item in value]


_SIMPLE = (str, int, float, type(None))
"""What stands in JSON as it is."""


def _tuples(value: Any) -> Any:
    """Lists as tuples, at any depth."""
    return tuple(_tuples(item) for item in value) if isinstance(value, list) else value
