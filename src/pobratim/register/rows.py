"""The rows of the register, as `docs/register.md` (the public format `pobratim-register/1`) has them.

Every row is derived from claims and can be derived again to the same bytes. Slots that name places,
people, organizations or documents hold their ids. ``claims`` names the claims a row rests on; a claim's
id is ``<document id>#<record id>``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import ClassVar, Literal

from pobratim.model.document import called

Ids = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The words of one document on which a row rests, cut once and carried."""

    document: str
    span: tuple[int, int]
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Because:
    """One step of the reasoning behind an inferred date."""

    reason: str
    document: str | None = None
    span: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What all rows share."""

    table: ClassVar[str] = ""
    """The key of the row's list in the export."""

    id: str
    documents: Ids = ()
    claims: Ids = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRow(Row):
    """A document of the register (``documents`` and ``claims`` stay empty; its id is the text's sha256)."""

    table: ClassVar[str] = "documents"

    source: str
    address: str | None = None
    publisher: str | None = None
    title: str | None = None
    language: str = "und"
    published: str | None = None
    published_basis: str | None = None
    published_because: tuple[Because, ...] = ()
    reprint_of: str | None = None
    relevance: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Place(Row):
    table: ClassVar[str] = "places"

    type: Literal["city", "region", "country"]
    name: str
    aliases: Ids = ()
    geonames: int | None = None
    country: str | None = None
    within: str | None = None
    lat: float | None = None
    lon: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """A status for as long as documents told it in a row, until they tell another."""

    status: str
    first: str | None = None
    last: str | None = None
    """The days on which the first and the last of them came out; None where no day is known."""
    documents: Ids = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldPost:
    """An office one person held, as far as documents attest it.

    ``from_`` and ``until`` are what documents state, or (`inferred`) the stretch of days within which the term
    began or ended: between the days on which documents name this person and the one before or after.
    """

    title: str
    organization: str | None = None
    place: str | None = None
    from_: str | None = None
    from_basis: str | None = None
    from_because: tuple[Because, ...] = ()
    until: str | None = None
    until_basis: str | None = None
    until_because: tuple[Because, ...] = ()
    attested: tuple[str, ...] = ()
    """Days of publication, the earlier first."""
    documents: Ids = ()
    evidence: tuple[Evidence, ...] = ()

    @property
    def stated_from(self) -> str | None:
        """When the term began, where a document says so."""
        return self.from_ if self.from_basis != "inferred" else None

    @property
    def stated_until(self) -> str | None:
        """When it ended, where a document says so."""
        return self.until if self.until_basis != "inferred" else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Row):
    table: ClassVar[str] = "people"

    name: str
    variants: tuple[str, ...] = ()
    posts: tuple[HeldPost, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Organization(Row):
    table: ClassVar[str] = "organizations"

    name: str
    aliases: tuple[str, ...] = ()
    place: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening(Row):
    table: ClassVar[str] = "happenings"

    kind: str
    date: str | None = None
    date_basis: str | None = None
    date_because: tuple[Because, ...] = ()
    place: str | None = None
    parties: Ids = ()
    participants: Ids = ()
    organizations: Ids = ()
    status: str = "held"
    title: str | None = None
    reprints: Ids = ()
    course: tuple[Turn, ...] = ()
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """One stage of a tie: partner since 2002, twin since 2022."""

    kind: Literal["twin", "partner"]
    since: str | None = None
    since_basis: str | None = None
    since_because: tuple[Because, ...] = ()
    until: str | None = None
    until_basis: str | None = None
    until_because: tuple[Because, ...] = ()
    status: str = "active"
    course: tuple[Turn, ...] = ()
    documents: Ids = ()
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie(Row):
    """Two places that have to do with each other; ``history`` is empty where no partnership is stated."""

    table: ClassVar[str] = "ties"

    parties: Ids
    history: tuple[Stage, ...] = ()
    status: str | None = None
    first_seen: str | None = None
    last_seen: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementRow(Row):
    table: ClassVar[str] = "agreements"

    kind: str
    parties: Ids = ()
    signed: str | None = None
    signed_basis: str | None = None
    signed_because: tuple[Because, ...] = ()
    period: str | None = None
    signatories: Ids = ()
    subject: str | None = None
    status: str = "signed"
    replaces: str | None = None
    """The agreement whose place this one takes."""
    course: tuple[Turn, ...] = ()
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """A later happening, agreement or offer that may answer a commitment."""

    row: str
    score: float
    by: str
    """`words`, or the person who confirmed it."""
    outcome: Literal["met", "partly met", "not met"] = "met"
    """What became of the commitment if this answers it."""
    reasons: tuple[str, ...] = ()
    """In Russian."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """A document says the commitment: who is quoted there with it, and whether it only repeats another's text."""

    document: str
    published: str | None = None
    speakers: Ids = ()
    reprint: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment(Row):
    table: ClassVar[str] = "commitments"

    actors: Ids = ()
    named: Ids = ()
    """Places and organizations that its sentences name beside the actors: whom it concerns."""
    action: str
    due: str | None = None
    topics: tuple[str, ...] = ()
    status: str = "scheduled"
    first_said: str | None = None
    restated: tuple[str, ...] = ()
    said: tuple[Saying, ...] = ()
    """Every document that says it, the first first."""
    follow_ups: tuple[FollowUp, ...] = ()
    """The likeliest first."""
    silent_since: str | None = None
    """The last day on which a document told of it or of what came of it."""
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferRow(Row):
    table: ClassVar[str] = "offers"

    direction: Literal["offer", "need", "supply"]
    from_: str | None = None
    to: str | None = None
    kind: str
    item: str
    code: str | None = None
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRow(Row):
    table: ClassVar[str] = "figures"

    metric: str
    parties: Ids = ()
    value: float | None = None
    unit: str | None = None
    period: str | None = None
    change: float | None = None
    trend: str | None = None
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteRow(Row):
    """What somebody said; ``evidence`` holds the words, ``documents`` the one document."""

    table: ClassVar[str] = "quotes"

    speaker: str
    kind: Literal["direct", "indirect"]
    text: str
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicRow(Row):
    table: ClassVar[str] = "topics"

    parties: Ids = ()
    topic: str
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictValue:
    """One of the values that sources give for a slot."""

    value: str
    documents: Ids
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict(Row):
    """Sources differ on ``slot`` of the row ``on``; the likelier value first."""

    table: ClassVar[str] = "conflicts"

    on: str
    slot: str
    values: tuple[ConflictValue, ...]
    preferred: str | None = None


TABLES: tuple[type[Row], ...] = (
    DocumentRow, Place, Person, Organization, Happening, Tie, AgreementRow, Commitment, OfferRow,
    FigureRow, QuoteRow, TopicRow, Conflict,
)


@dataclass(frozen=True, slots=True)
class Register:
    """All rows, or the part of them that one view needs (whatever a row names is then here too)."""

    documents: tuple[DocumentRow, ...] = ()
    places: tuple[Place, ...] = ()
    people: tuple[Person, ...] = ()
    organizations: tuple[Organization, ...] = ()
    happenings: tuple[Happening, ...] = ()
    ties: tuple[Tie, ...] = ()
    agreements: tuple[AgreementRow, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    offers: tuple[OfferRow, ...] = ()
    figures: tuple[FigureRow, ...] = ()
    quotes: tuple[QuoteRow, ...] = ()
    topics: tuple[TopicRow, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    _by_id: dict[str, Row] = field(default_factory=dict, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        self._by_id.update((row.id, row) for row in self.rows())

    def rows(self) -> Iterator[Row]:
        """Every row, table by table."""
        for table in TABLES:
            yield from getattr(self, table.table)

    def get(self, row_id: str) -> Row | None:
        """The row of that id."""
        return self._by_id.get(row_id)

    def name(self, row_id: str | None) -> str:
        """How a person would call the place, person, organization or document of that id."""
        return name_among(self._by_id, row_id)

    @property
    def by_id(self) -> Mapping[str, Row]:
        """All rows by their ids."""
        return self._by_id


def name_among(rows: Mapping[str, Row], row_id: str | None) -> str:
    """How a person would call the place, person, organization or document of that id, if it is one of the rows."""
    row = rows.get(row_id or "")
    if isinstance(row, Place | Person | Organization):
        return row.name
    if isinstance(row, DocumentRow):
        return called(row.title, row.source)
    return row_id or ""
