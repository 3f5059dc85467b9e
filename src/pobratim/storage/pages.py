"""Dossiers as pages show them: whole where that is little, else the newest of each kind and how many there are."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Any, Literal

from pobratim.model import edtf
from pobratim.register import dossier
from pobratim.register.dossier import Dossier
from pobratim.register.facets import Among, Facets, years_of
from pobratim.register.moment import NOW, Moment
from pobratim.register.parts import named_by
from pobratim.register.rows import (
    AgreementRow,
    Commitment,
    Conflict,
    FigureRow,
    Happening,
    OfferRow,
    Organization,
    Person,
    QuoteRow,
    Register,
    Row,
    Tie,
    TopicRow,
)
from pobratim.storage import dossiers
from pobratim.storage.choosing import chosen_ids
from pobratim.storage.rows import briefs_named, newest_document, quotes_told_in, rows_named
from pobratim.storage.subjects import BY_YEAR, FACTS, NAMED, AtPlaces, Days, Linked, Told, fields_by_year, told_on

LITTLE = 150
"""A subject that no more rows name is read whole."""
LITTLE_OF_FEW, FEW = 400, 5_000
"""So many where the register has no more than so few documents: there one such page has no thousand beside it."""
LITTLE_OF_TIE = 60
"""So with a tie, which is read with what its documents tell."""
MOST = 7
"""Rows of each kind, else."""
MOST_OF_DAYS = 60
"""Rows of each kind on the strip of some days."""
Names = Callable[[Row], Iterator[str]]
"""The ids that a row names, as far as they are wanted."""
MOST_MET = 75
"""Happenings that tell who met whom."""
_WITHIN = 3
"""A body, its town, its region."""
_SENTENCES = 6
"""Of a row, whose documents come along."""
_CONFLICTS = 10


@dataclass(frozen=True, slots=True)
class Subject:
    """A place, a tie of two, a person, an organization."""

    kind: Literal["place", "tie", "person", "organization"]
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """A dossier and, where it is but a part, how many rows there are of each kind and what else can be asked."""

    subject: Subject
    dossier: Dossier
    totals: Mapping[str, int] = field(default_factory=dict)
    told: Told | None = None
    """None where the dossier is whole."""
    room: int = LITTLE
    """Rows that a strip of all years may show."""

    @property
    def is_much(self) -> bool:
        """Whether more is told than a strip of all years has room for."""
        return self.told is not None or sum(len(getattr(self.dossier, table)) for table in BY_YEAR) > self.room

    def years(self, table: str) -> dict[str, int]:
        """How many rows of a kind, one of `BY_YEAR`, are of each year."""
        if self.told:
            return self.told.years(table)
        return Counter(year for row in getattr(self.dossier, table) for year in years_of(self._facets.day(row)))

    def some(self, table: str, start: int, count: int) -> Some:
        """Of a whole dossier the rows of a kind from the one numbered ``start`` on."""
        rows = getattr(self.dossier, table)
        return Some(rows[start : start + count], len(rows), self.dossier.register)

    def fields(self) -> dict[str, dict[str, int]]:
        """How many documents of each year name each field, where the dossier is but a part of a place's or a tie's."""
        return fields_by_year(self.told.places) if isinstance(self.told, AtPlaces) else {}

    def met(self) -> Dossier:
        """What tells who met whom: the newest gatherings of people, of which only the day and the people are read."""
        if self.told is None:
            return self.dossier
        gathered = _gatherings(self.told.ids(Happening.table, 0, MOST_MET))
        people = briefs_named({one for row in gathered for one in row.participants})
        rows: dict[str, Row] = {row.id: row for row in people}
        wanted = {body for one in people if isinstance(one, Person) for post in one.posts
                  for body in (post.organization, post.place) if body}
        for _step in range(_WITHIN):  # where they serve, and what that lies in
            found = briefs_named(wanted.difference(rows))
            rows |= {row.id: row for row in found}
            around = (getattr(row, slot, None) for row in found for slot in ("place", "within"))
            wanted = {one for one in around if one}
        subjects = {row.id: row for row in (self.dossier.place, self.dossier.other_place) if row}
        return replace(self.dossier, happenings=gathered, register=_of_rows((rows | subjects).values()))

    def of_days(self, days: Days, tables: Iterable[str]) -> Dossier:
        """The dossier with what was, is due or was signed on these days: the newest of it."""
        if self.told is None:
            some: dict[str, Any] = {table: self._of_days(getattr(self.dossier, table), days) for table in tables}
            return replace(self.dossier, **some)
        ids = {table: self.told.ids(table, 0, MOST_OF_DAYS, days) for table in tables}
        return _dossier(self.subject, ids)

    @property
    def _facets(self) -> Facets:
        return Facets(self.dossier.register.by_id)

    def _of_days(self, rows: Sequence[Row], days: Days) -> tuple[Row, ...]:
        facets = self._facets
        last = ((row, edtf.bounds(facets.day(row))[1]) for row in rows)
        return tuple(islice((row for row, day in last if day and days[0] <= day.isoformat() <= days[1]), MOST_OF_DAYS))


@dataclass(frozen=True, slots=True)
class Some:
    """Some rows of a kind, of how many, and the register that names what they name."""

    rows: Sequence[Row]
    total: int
    register: Register


def page_of(subject: Subject, moment: Moment = NOW) -> Shown:
    """What is known of a subject. Raises NotFound."""
    room = _room()
    if moment:
        return Shown(subject, _then(subject, moment), room=room)
    return _page_now(subject, room, _is_much(subject, room))


def _page_now(subject: Subject, room: int, much: bool) -> Shown:
    """The page where it is known how many rows one may have, and whether the subject has more."""
    if subject.kind == "tie" and not much:
        return Shown(subject, _then(subject, NOW), room=room)
    told = _told(subject)
    ids = told.first(MOST if much else room)
    ids |= _said(subject, ids)
    found = _dossier(subject, ids, None if much else named_by)
    if not much:
        return Shown(subject, found, room=room)
    counted = {table: told.count(table) for table in told.tables}
    return Shown(subject, found, {table: max(n, len(getattr(found, table))) for table, n in counted.items()}, told)


def rows_of(subject: Subject, table: str, start: int, count: int) -> Some:
    """The rows of a kind from the one numbered ``start`` on, in the page's order. Raises NotFound."""
    told, room = _told(subject), _room()
    much = _is_much(subject, room)
    if table not in told.tables or not much:
        return _page_now(subject, room, much).some(table, start, count)
    found = _dossier(subject, {table: told.ids(table, start, count)})
    return Some(getattr(found, table), told.count(table), found.register)


def _gatherings(ids: Sequence[str]) -> tuple[Happening, ...]:
    """The happenings of these in which people took part, with their last days and these people alone."""
    from pobratim.storage import models

    there: dict[str, list[str]] = defaultdict(list)
    links = models.Link.objects.filter(row__in=ids, role="participants").order_by("pk")
    for row, person in links.values_list("row_id", "target_id"):
        there[row].append(person)
    days = dict(models.Facet.objects.filter(row__in=list(there), name="day").values_list("row_id", "value"))
    return tuple(
        Happening(id=one, kind="other", date=days.get(one), participants=tuple(there[one]))
        for one in ids if one in there
    )


def place_in_year(place: str, year: int) -> Dossier:
    """What a report on a year of a place is made from: all of that year, and all agreements. Raises NotFound.

    A happening is of the year of its own day; what is promised, offered, measured and named, also of its documents'.
    """
    subject, told = Subject("place", (place,)), AtPlaces((place,))
    days = f"{year}-01-01", f"{year}-12-31"
    documents = told_on(days)
    ids = {table: set(told.ids(table, 0, _ALL, days)) for table in FACTS}
    for table in (AgreementRow.table, Tie.table):
        ids[table] = set(told.ids(table, 0, _ALL))
    measured = told.choice(FigureRow.table).and_(Among("year", frozenset((str(year),))))
    ids[FigureRow.table] |= set(chosen_ids(measured, count=_ALL))
    for table, row in told.told_on(days, _TOLD_AGAIN):
        ids[table].add(row)

    def names(row: Row) -> Iterator[str]:
        yield from _named(row)
        yield from documents.intersection(row.documents)

    return _dossier(subject, ids, names)


_ALL = 1_000_000
_TOLD_AGAIN = tuple(row.table for row in (Commitment, OfferRow, FigureRow, TopicRow))
_THEN: dict[str, Callable[..., Dossier]] = {
    "place": dossiers.place,
    "tie": dossiers.tie,
    "person": dossiers.person,
    "organization": dossiers.organization,
}
_BUILD: dict[str, Callable[..., Dossier]] = {
    "place": dossier.place_dossier,
    "tie": dossier.tie_dossier,
    "person": dossier.person_dossier,
    "organization": dossier.organization_dossier,
}


def _then(subject: Subject, moment: Moment) -> Dossier:
    return _THEN[subject.kind](*subject.ids, moment)


def _told(subject: Subject) -> Told:
    return AtPlaces(subject.ids) if subject.kind in ("place", "tie") else Linked(subject.ids)


def _room() -> int:
    """Rows of a subject that a page reads and shows one by one."""
    from pobratim.storage import models

    return LITTLE if models.Document.objects.all()[: FEW + 1].count() > FEW else LITTLE_OF_FEW


def _is_much(subject: Subject, room: int) -> bool:
    """Whether more rows name the subject, or documents tell of it, than a page can show."""
    from pobratim.storage import models

    ids = _tie(subject) if subject.kind == "tie" else subject.ids
    little = LITTLE_OF_TIE if subject.kind == "tie" else room
    links = models.Link.objects
    either = links.filter(target__in=ids), links.filter(row__in=ids)
    return any(len(found.values("pk")[: little + 1]) > little for found in either)


def _tie(subject: Subject) -> tuple[str, ...]:
    return tuple(AtPlaces(subject.ids).ids(Tie.table, 0, 1))


def _said(subject: Subject, ids: Mapping[str, list[str]]) -> dict[str, list[str]]:
    """What the people of a place say, or those who met for a tie: the newest of it."""
    if subject.kind == "place":
        return {QuoteRow.table: Linked(tuple(ids[Person.table]), "speaker").ids(QuoteRow.table, 0, MOST)}
    if subject.kind == "tie":
        told = {document for row in rows_named(ids[Happening.table]) for document in row.documents}
        return {QuoteRow.table: quotes_told_in(told, MOST)}
    return {}


def _dossier(subject: Subject, ids: Mapping[str, Collection[str]], names: Names | None = None) -> Dossier:
    """The dossier over these rows, their contradictions, and what all of them name."""
    names = names or _named
    facts = rows_named(row for table, rows in ids.items() if table not in NAMED for row in rows)
    others = briefs_named(row for table in NAMED for row in ids.get(table, ()))
    others += rows_named(subject.ids) if names is named_by else briefs_named(subject.ids)
    if subject.kind == "tie":
        others += _told_by(briefs_named(_tie(subject)), facts)
    differing = rows_named(_on([row.id for row in facts]))
    newest = rows_named([one] if (one := newest_document()) else [])
    rows = {row.id: row for row in (*facts, *others, *differing, *newest)}
    for step in (rows.values(), ()):  # what they name, then where the people among it serve
        near = step or [row for row in rows.values() if isinstance(row, Person | Organization)]
        found = briefs_named({one for row in near for one in names(row)}.difference(rows))
        rows |= {row.id: row for row in found}
    if subject.kind in ("person", "organization"):
        rows |= {row.id: row for row in _ties_of(facts) if row.id not in rows}
    return _BUILD[subject.kind](_of_rows(rows.values()), *subject.ids)


def _ties_of(facts: Iterable[Row]) -> list[Row]:
    """The ties of the places that met or signed."""
    from pobratim.storage import models

    sides = {frozenset(row.parties) for row in facts if isinstance(row, Happening | AgreementRow)}
    places = frozenset[str]().union(*sides)
    # The ties of a capital are told by an index; its links are those of all its happenings.
    parties = models.Facet.objects.filter(table=Tie.table, name="place", value__in=places)
    joins = defaultdict(set)
    for tie, place in parties.values_list("row_id", "value"):
        joins[tie].add(place)
    return briefs_named(tie for tie, two in joins.items() if len(two) > 1 and any(two <= some for some in sides))


def _told_by(ties: Iterable[Row], facts: Iterable[Row]) -> list[Row]:
    """The ties with the documents of these facts for theirs, which may be thousands."""
    documents = tuple(sorted({one for row in facts for one in row.documents}))
    return [replace(tie, documents=documents) for tie in ties]


def _named(row: Row) -> Iterator[str]:
    """What the row names, and of the documents that it rests on those of its first sentences."""
    if isinstance(row, Tie):
        yield from row.parties
        yield from (one.document for stage in row.history for one in stage.evidence)
        return
    if isinstance(row, Conflict):
        yield row.on
        yield from (one for value in row.values for one in value.documents[:_SENTENCES])
        return
    told = set(row.documents)
    yield from (one for one in named_by(row) if one not in told)
    sentences = getattr(row, "evidence", ())[:_SENTENCES]
    yield from (one.document for one in sentences) if sentences else row.documents[:_SENTENCES]


def _on(facts: list[str]) -> list[str]:
    """Contradictions on these facts."""
    return Linked(tuple(facts), "on").ids(Conflict.table, 0, _CONFLICTS)


def _of_rows(rows: Iterable[Row]) -> Register:
    tables: dict[str, Any] = {}
    for row in rows:
        tables.setdefault(row.table, []).append(row)
    kept: dict[str, Any] = {table: tuple(found) for table, found in tables.items()}
    return Register(**kept)
