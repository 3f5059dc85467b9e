"""What rows can be chosen by: place, field, year, status, source, day; and choosing them."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import takewhile

from pobratim.model import edtf
from pobratim.register.answers import BY_WORDS, World
from pobratim.register.answers.words import words_in
from pobratim.register.lemmas import lemmas
from pobratim.register.naming import word
from pobratim.register.outlets import outlet_of
from pobratim.register.rows import (
    AgreementRow,
    Commitment,
    DocumentRow,
    FigureRow,
    Happening,
    OfferRow,
    Organization,
    Person,
    Place,
    QuoteRow,
    Row,
    Tie,
    TopicRow,
)

FACETS = ("sort", "field", "place", "year", "status", "source")
"""Those that a person chooses by, in the order in which they are offered."""
_MOST_YEARS = 5
"""A term of more years is named by its first and last."""

Facet = tuple[str, str]
"""A name and a value: ``("place", "geo-625144")``."""


@dataclass(frozen=True, slots=True)
class Among:
    """The row has one of these values."""

    name: str
    values: frozenset[str]


@dataclass(frozen=True, slots=True)
class Between:
    """The row has a value not before ``first`` and not after ``last``, as strings are ordered (days, years)."""

    name: str
    first: str = ""
    last: str = "~"


@dataclass(frozen=True, slots=True)
class Lacks:
    """The row has no value of that name."""

    name: str


Condition = Among | Between | Lacks
_LONG = 4
"""Letters that hardly any other word begins with."""
_PIECE = re.compile(r"[^\W_]+")


def holds(condition: Condition, facets: Iterable[Facet]) -> bool:
    """Whether a row with these facets meets the condition."""
    values = [value for name, value in facets if name == condition.name]
    match condition:
        case Among(values=wanted):
            return any(value in wanted for value in values)
        case Between(first=first, last=last):
            return any(first <= value <= last for value in values)
        case Lacks():
            return not values


def saying(text: str) -> tuple[Between, ...]:
    """A word that the row is found by begins like each of the text, whatever case that stands in."""
    return tuple(Between("word", one, one + chr(sys.maxunicode)) for one in beginnings(text))


def beginnings(text: str) -> list[str]:
    """What words that are meant by those of the text begin with, whatever case these stand in."""
    return list(map(_beginning, _words(text)))


def _beginning(typed: str) -> str:
    """What a word has in common with its dictionary form, but for short words that differ: «Тулой» → «тул»."""
    lemma = next(iter(lemmas(typed)), typed)
    common = "".join(one for one, _ in takewhile(lambda both: both[0] == both[1], zip(typed, lemma, strict=False)))
    is_ending = len(common) > 1 and len(lemma) <= len(common) + 1 and len(typed) <= len(common) + 2
    return common if is_ending or len(common) >= _LONG else typed


def _words(text: str) -> list[str]:
    """Each once, in their order; of a word with a hyphen its parts."""
    return list(dict.fromkeys(_PIECE.findall(plain(text))))


def plain(text: str) -> str:
    """As the facet ``called`` has it: small letters, «е» for «ё», one blank between words."""
    return " ".join(text.lower().replace("ё", "е").split())


def at(place: str, order: str = "") -> str:
    """The facet ``at``: a place, and what puts its rows in order (how many documents tell of them, or their day).

    One index gives the rows of a place in their order, however many they are; those of no day have the place alone.
    """
    return f"{place}|{order}"


class Facets:
    """The facets of a register's rows, given all of them by their ids."""

    def __init__(self, rows: Mapping[str, Row]) -> None:
        self._world = World(rows, {})
        self._rows = rows

    def of(self, row: Row, sources: Iterable[str] | None = None) -> frozenset[Facet]:
        """Everything that the row can be chosen by; ``sources`` are those of its documents, where they are known."""
        if sources is None:
            sources = self.sources((row.id,) if isinstance(row, DocumentRow) else row.documents)
        found = {("place", place) for place in self._places(row)}
        found |= {("source", source) for source in sources}
        day = self.day(row)
        found |= {("year", year) for year in years_of(day)}
        last = edtf.bounds(day)[1]
        if last:
            found.add(("day", last.isoformat()))
        called = plain(self._called(row))
        if called:
            found.add(("called", called))
            found |= {("word", one) for one in _words(called)}
        order = last.isoformat() if last else ""
        if isinstance(row, Place | Person | Organization | Tie):
            order = f"{len(row.documents):08}"
            found.add(("told", order))
        found |= {("at", at(place, order)) for name, place in found if name == "place"}
        for rule in _RULES:
            found.update(rule(row))
        return frozenset(found)

    def _called(self, row: Row) -> str:
        """What lists are put in order by, and its words narrowed by: names, or the words of a heading."""
        words: tuple[str | None, ...]
        match row:
            case Place() | Organization():
                words = (row.name, *row.aliases)
            case Person():
                words = (row.name,)
            case DocumentRow():
                words = (row.title, row.publisher, row.source)
            case Tie():
                words = tuple(map(self._name, row.parties))
            case Happening():
                sides = map(self._name, row.parties or row.participants)
                words = (word("happening", row.kind), row.title, *sides, row.date and edtf.in_russian(row.date))
            case AgreementRow():
                signed = row.signed and edtf.in_russian(row.signed)
                words = (word("agreement", row.kind), *map(self._name, row.parties), signed, row.subject)
            case _:
                words = ()
        return " ".join(filter(None, words))

    def _name(self, row_id: str) -> str:
        return getattr(self._rows.get(row_id), "name", "")

    def _places(self, row: Row) -> frozenset[str]:
        if isinstance(row, Person):
            return self._world.sides(one for post in row.posts for one in (post.place, post.organization) if one)[0]
        return self._world.sides(_named(row))[0]

    def sources(self, documents: Iterable[str]) -> Iterator[str]:
        """The outlets of these documents."""
        told = map(self._rows.get, documents)
        # A capital's row rests on thousands of documents of a few publishers.
        each = {one.publisher or (None, one.address): one for one in told if isinstance(one, DocumentRow)}
        yield from filter(None, map(outlet_of, each.values()))

    def day(self, row: Row) -> str | None:
        """When it was, is due, or, of what has no time of its own, when it was told."""
        match row:
            case Happening():
                return row.date
            case AgreementRow():
                return row.signed or row.period
            case Commitment():
                return row.due or row.first_said
            case FigureRow():
                return row.period
            case Tie():
                return row.last_seen
            case DocumentRow():
                return row.published
            case OfferRow() | QuoteRow() | TopicRow():
                found = (self._rows.get(one) for one in row.documents)
                told = (one.published for one in found if isinstance(one, DocumentRow) and one.published)
                return min(told, key=edtf.sort_key, default=None)
        return None


def _named(row: Row) -> tuple[str, ...]:
    match row:
        case Happening():
            return tuple(filter(None, (row.place, *row.parties, *row.organizations)))
        case AgreementRow() | FigureRow() | Tie() | TopicRow():
            return row.parties
        case Commitment():
            return (*row.actors, *row.named)
        case OfferRow():
            return tuple(filter(None, (row.from_, row.to)))
        case Organization():
            return (row.place,) if row.place else ()
        case Place():
            return (row.id,)
    return ()


def years_of(day: str | None) -> Iterator[str]:
    """The years that a time in EDTF touches; of many the first and the last."""
    first, last = edtf.bounds(day)
    if first and last:
        years = range(first.year, last.year + 1)
        yield from (str(year) for year in (years if len(years) <= _MOST_YEARS else (first.year, last.year)))


def sort(row: Row) -> Iterator[Facet]:
    """The kind of event, paper, offer, measure or place."""
    match row:
        case Happening() | AgreementRow() | QuoteRow():
            yield "sort", row.kind
        case OfferRow():
            yield "sort", row.direction
        case FigureRow():
            yield "sort", row.metric
        case Place():
            yield "sort", row.type
        case Tie():
            yield from (("sort", stage.kind) for stage in row.history)


def field(row: Row) -> Iterator[Facet]:
    match row:
        case Commitment():
            yield from (("field", topic) for topic in row.topics)
        case TopicRow():
            yield "field", row.topic


def status(row: Row) -> Iterator[Facet]:
    if isinstance(row, Happening | AgreementRow | Commitment | Tie) and row.status:
        yield "status", row.status


def due(row: Row) -> Iterator[Facet]:
    """The last day on which a promise may be kept in time."""
    if isinstance(row, Commitment):
        last = edtf.bounds(row.due)[1]
        if last:
            yield "due", last.isoformat()


def words(row: Row) -> Iterator[Facet]:
    """What a promise is about, in dictionary forms."""
    if isinstance(row, Commitment):
        yield from (("word", word) for word in words_in((row.action,)).lemmas)


def proposed(row: Row) -> Iterator[Facet]:
    """Whether something waits for a person to say that it answers the promise."""
    if isinstance(row, Commitment) and any(one.by == BY_WORDS for one in row.follow_ups):
        yield "proposed", "yes"


_RULES: tuple[Callable[[Row], Iterator[Facet]], ...] = (sort, field, status, due, words, proposed)
