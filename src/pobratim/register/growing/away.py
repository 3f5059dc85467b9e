"""A register that grows, put away so that another process goes on from it and takes out no more than it asks for.

Tables are put away page by page; what stands in several places (documents, drafts, profiles, rows) thing by thing, each
under a number; the rest as one root. Whatever is taken out is the same object wherever it stands, as it was before.
"""

from __future__ import annotations

import copyreg
import io
import pickle
from collections.abc import Iterable, Iterator, Mapping
from contextvars import ContextVar
from dataclasses import fields, is_dataclass
from functools import cache, cached_property, partial
from typing import Any, Protocol

from pobratim.model.document import Document
from pobratim.model.reading import Reading, Record
from pobratim.register import agreement_rules, commitments, event_drafts, organizations
from pobratim.register.claims import Claim, Mention, Source
from pobratim.register.growing.paged import Entries, Paged, place_of
from pobratim.register.identity import Verdict
from pobratim.register.profiles import Profile
from pobratim.register.resolving import Judged
from pobratim.register.rows import TABLES, Evidence
from pobratim.register.table import Table

Page = tuple[int, int, bytes]
"""The number of a table, that of the page, and what stands there."""
Thing = tuple[int, bytes]


class Drawer(Protocol):
    """Where a register is put away."""

    def root(self) -> bytes: ...

    def page(self, table: int, page: int) -> bytes: ...

    def thing(self, number: int) -> bytes: ...

    def last(self) -> int:
        """The highest number of a thing; 0 where there is none."""
        ...

    def put(self, root: bytes, pages: Iterable[Page], things: Iterable[Thing]) -> None:
        """Put these in the place of what has the same numbers, all or nothing; asks for all pages, then for things."""
        ...


class Away:
    """A register in a drawer."""

    def __init__(self, drawer: Drawer) -> None:
        self.drawer = drawer
        self._tables: dict[int, Table[Any, Any]] = {}
        self._things: dict[int, Any] = {}
        self._numbers: dict[int, int] = {}
        """Of the tables and things above, by their identity."""
        self._last = drawer.last()
        self._waiting: list[int] = []
        """Things that are not put away yet."""

    def take(self) -> Any:
        """What was put away; its parts come as they are asked for."""
        return self._unpacked(self.drawer.root())

    def put(self, register: object) -> None:
        """Put away what may be otherwise than it is here: all of a register that did not come from here.

        ``register`` is a `Growing`, or what has one among other things; functions in it are known by their names.
        """
        root = self._packed(register)
        self.drawer.put(root, self._pages(), self._new_things())

    def _pages(self) -> Iterator[Page]:
        for number, table in self._tables.items():
            if isinstance(table, Paged) and table.away is self:
                for page, (entries, folded) in table.on(table.touched).items():
                    yield number, page, pickle.dumps({**folded, **self._folded(entries)}, pickle.HIGHEST_PROTOCOL)
                table.settle()
            else:
                count = pages_for(table)
                found: dict[int, dict[Any, Any]] = {page: {} for page in range(count)}
                for key, value in table.items():
                    found[place_of(key) % count][key] = value
                for page, entries in found.items():
                    yield number, page, pickle.dumps(self._folded(entries), pickle.HIGHEST_PROTOCOL)

    def _folded(self, entries: Mapping[Any, Any]) -> Entries:
        """Entries of a page, folded place by place, so that nobody takes out more than he looks at."""
        places: dict[int, dict[Any, Any]] = {}
        for key, value in entries.items():
            places.setdefault(place_of(key), {})[key] = value
        return {place: self._packed(held) for place, held in places.items()}

    def _new_things(self) -> Iterator[Thing]:
        while self._waiting:
            number = self._waiting.pop()
            thing = self._things[number]
            yield number, self._packed((thing.record, thing.evidence) if isinstance(thing, Claim) else thing, thing)

    def _packed(self, value: object, thing: object = None) -> bytes:
        packed = io.BytesIO()
        _Packer(packed, self, thing).dump(value)
        return packed.getvalue()

    def _unpacked(self, packed: bytes) -> Any:
        token = _HERE.set(self)
        try:
            return pickle.loads(packed)
        finally:
            _HERE.reset(token)

    def number_of_table(self, table: Table[Any, Any]) -> int:
        """The number under which a table is put away."""
        if id(table) not in self._numbers:
            self._numbers[id(table)] = len(self._tables)
            self._tables[len(self._tables)] = table
        return self._numbers[id(table)]

    def number_of(self, thing: object) -> int:
        """The number under which a thing is put away."""
        if id(thing) not in self._numbers:
            self._last += 1
            self._numbers[id(thing)] = self._last
            self._things[self._last] = thing
            self._waiting.append(self._last)
        return self._numbers[id(thing)]

    def table(self, number: int, pages: int) -> Table[Any, Any]:
        """The table of that number."""
        if number not in self._tables:
            table: Paged[Any, Any] = Paged(pages, partial(self._page, number), self._unpacked, self)
            self._tables[number] = table
            self._numbers[id(table)] = number
        return self._tables[number]

    def _page(self, table: int, page: int) -> Entries:
        found: Entries = pickle.loads(self.drawer.page(table, page))
        return found

    def thing(self, number: int) -> Any:
        """The thing of that number."""
        if number not in self._things:
            thing = self._things[number] = self._unpacked(self.drawer.thing(number))
            self._numbers[id(thing)] = number
        return self._things[number]


    def said(self, number: int) -> tuple[Record, tuple[Evidence, ...]]:
        """What the claim of that number says, and its sentences."""
        found: tuple[Record, tuple[Evidence, ...]] = self._unpacked(self.drawer.thing(number))
        return found

    def knows(self, thing: object, number: int) -> None:
        """The thing, which came from here, is the one of that number."""
        self._numbers[id(thing)] = number


_HERE: ContextVar[Away] = ContextVar("_HERE")
"""Where what is being taken out was put away."""
_THINGS: frozenset[type] = frozenset((
    Document, Reading, Source, Mention, Profile, Judged, event_drafts.Draft, agreement_rules.Draft, commitments.Draft,
    organizations.Draft, *TABLES,
))  # fmt: skip
"""What stands in several places and never changes."""
_NAMES = (str, int, float, type(None), frozenset, set)
_SMALL, _LARGE = 8, 64


def pages_for(table: Table[Any, Any]) -> int:
    """On how many pages a table is put away: on those of names stands more than on those of what brings more along."""
    first = next(iter(table.values()), None)
    return 1 + len(table) // (_LARGE if isinstance(first, _NAMES) else _SMALL)


class _Packer(pickle.Pickler):
    """Writes down what something is made of, and of tables and things within only their numbers, but of ``top``."""

    def __init__(self, file: io.BytesIO, away: Away, top: object) -> None:
        super().__init__(file, pickle.HIGHEST_PROTOCOL)
        self._away = away
        self._top = top

    def reducer_override(self, value: Any) -> Any:
        kind = type(value)
        if isinstance(value, Table):
            pages = value.pages if isinstance(value, Paged) and value.away is self._away else pages_for(value)
            return _table, (self._away.number_of_table(value), pages)
        if kind in _THINGS and value is not self._top:
            return _thing, (self._away.number_of(value),)
        if isinstance(value, Source):
            return _source, (
                self._away.number_of(value.reading), value.id, value.published,
                value.original, value.kind, value.dating, value.confirmed, value.apart,
            )  # fmt: skip
        if isinstance(value, Claim) and is_own(value):
            record = value.record_id if isinstance(value, ClaimAway) else value.record.id
            return _claim, (value.source, record, self._away.number_of(value))
        if isinstance(value, Judged):
            ends = self._away.number_of(value.left), self._away.number_of(value.right)
            return _judged, (*ends, value.ids, value.verdict, value.by)
        if is_dataclass(kind) and "__slots__" in vars(kind):
            return _row, (kind, *[getattr(value, name) for name in _names(kind)])  # dataclasses' own way is slow
        return NotImplemented


def is_own(claim: Claim[Any]) -> bool:
    """Whether the claim is its source's own, and not one of the register's making."""
    return isinstance(claim, ClaimAway) or any(claim is one for one in claim.source.claims.get(type(claim.record), ()))


class SourceAway(Source):
    """A document whose reading is taken out when somebody looks into it."""

    _away: Away
    _number: int

    @cached_property
    def reading(self) -> Reading:
        found: Reading = self._away.thing(self._number)
        return found

    @cached_property
    def _by_id(self) -> dict[str, Record]:
        return {record.id: record for record in self.records}

    @cached_property
    def _own(self) -> dict[str, Claim[Any]]:
        return {}

    def claim(self, record: str) -> Claim[Any]:
        """The claim of a record, always the same."""
        if record not in self._own:
            made = self._own[record] = object.__new__(ClaimAway)
            vars(made).update(source=self, id=f"{self.id}#{record}", record_id=record, number=None)
        return self._own[record]

    def known_claim(self, record: str, number: int) -> Claim[Any]:
        """The claim of a record of which it is known under which number it stands."""
        made = self.claim(record)
        if vars(made)["number"] is None:
            vars(made)["number"] = number
            self._away.knows(made, number)
        return made

    def said(self, number: int) -> tuple[Record, tuple[Evidence, ...]]:
        """What the claim of that number says, and its sentences."""
        return self._away.said(number)

    def record(self, one: str) -> Record:
        """The record of that id."""
        return self._by_id[one]

    @cached_property
    def claims(self) -> dict[type[Record], list[Claim[Any]]]:
        found: dict[type[Record], list[Claim[Any]]] = {}
        for record in self.records:
            found.setdefault(type(record), []).append(self.claim(record.id))
        return found


class ClaimAway(Claim[Any]):
    """One of its claims, which says what it says without the rest of the document."""

    source: SourceAway
    record_id: str
    number: int | None

    @cached_property
    def _said(self) -> tuple[Record, tuple[Evidence, ...]]:
        if self.number is not None:
            return self.source.said(self.number)
        record = self.source.record(self.record_id)
        return record, tuple(self.cut(span) for span in record.evidence)

    @cached_property
    def record(self) -> Record:
        return self._said[0]

    @cached_property
    def evidence(self) -> tuple[Evidence, ...]:
        return self._said[1]


class JudgedAway(Judged[Any]):
    """Two items that are taken out when somebody looks at them, and what the rules say of them."""

    _away: Away
    _numbers: tuple[int, int]

    @cached_property
    def left(self) -> Any:
        return self._away.thing(self._numbers[0])

    @cached_property
    def right(self) -> Any:
        return self._away.thing(self._numbers[1])


_THINGS |= {SourceAway, JudgedAway}


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(one.name for one in fields(kind))


def _row(kind: type, *values: Any) -> Any:
    made: Any = object.__new__(kind)
    for name, value in zip(_names(kind), values, strict=True):
        object.__setattr__(made, name, value)
    return made


def _table(number: int, pages: int) -> Table[Any, Any]:
    return _HERE.get().table(number, pages)


def _thing(number: int) -> Any:
    return _HERE.get().thing(number)


def _source(number: int, one: str, published: str | None, *rest: Any) -> Source:
    made = object.__new__(SourceAway)
    slots = dict(zip(("original", "kind", "dating", "confirmed", "apart"), rest, strict=True))
    vars(made).update(_away=_HERE.get(), _number=number, id=one, published=published, **slots)
    return made


def _claim(source: SourceAway, record: str, number: int) -> Claim[Any]:
    return source.known_claim(record, number)


def _judged(left: int, right: int, ids: tuple[str, str], verdict: Verdict, by: str) -> Judged[Any]:
    made = object.__new__(JudgedAway)
    vars(made).update(_away=_HERE.get(), _numbers=(left, right))
    for name, value in (("ids", ids), ("verdict", verdict), ("by", by)):
        object.__setattr__(made, name, value)
    return made


for _code, _function in enumerate((_table, _thing, _source, _claim, _judged, _row), start=0xF0):  # private use
    copyreg.add_extension(__name__, _function.__name__, _code)  # two bytes in the place of fifty, millions of times
