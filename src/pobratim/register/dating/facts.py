"""What documents with a date make known, as undated ones are held against it."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from typing import TypeAlias

from pobratim.model import edtf
from pobratim.register.claims import Source
from pobratim.register.dating.jubilees import Jubilees
from pobratim.register.known import Known
from pobratim.register.rows import AgreementRow, Because, Conflict, DocumentRow, Happening, Person, Row, Stage, Tie
from pobratim.register.table import Table

Terms: TypeAlias = dict[tuple[str, str], tuple[int, int]]
"""First and last years by office: its title, and the place or body that it is of."""


class Facts:
    """The rows of a register as far as documents can be dated by them, and which rows their entities are."""

    def __init__(self, known: Known, rows: Mapping[str, Row]) -> None:
        self.known = known
        self._rows = rows
        self._disputed: set[tuple[str, str]] = set()
        self._ties: Table[frozenset[str], Tie] = Table()
        self._of_claim: Table[str, AgreementRow | Happening] = Table()
        self.people: Table[str, Person] = Table()
        """By their ids."""
        self._terms: Table[str, Terms] = Table()
        """The offices of each."""
        self._holders: Table[tuple[str, str], set[str]] = Table()
        self.jubilees = Jubilees(known)

    def read(self, document: str, source: Source | None) -> set[Hashable]:
        """A document as it is now, None where it is no more. Returns as `update` does."""
        return set(self.jubilees.update(document, source))

    def update(self, changed: Iterable[tuple[Row | None, Row | None]]) -> set[Hashable]:
        """Rows as they were and as they are. Returns what may be otherwise now (`asked` names the same)."""
        keys: set[Hashable] = set()
        both = list(changed)
        terms = {now.id: _terms(now) for _, now in both if isinstance(now, Person)}
        for before, now in both:
            keys |= self._otherwise(before, now, terms)
            if isinstance(before, Conflict):
                self._disputed.discard((before.on, before.slot))
                keys |= {*_told_of(self._rows.get(before.on))}
            self._forget(before)
        for _, now in both:
            if isinstance(now, Conflict):
                self._disputed.add((now.on, now.slot))
                keys |= {*_told_of(self._rows.get(now.on))}
            self._learn(now)
        self._terms.update(terms)
        return keys

    def _otherwise(self, before: Row | None, now: Row | None, terms: Mapping[str, Terms]) -> set[Hashable]:
        """What a row tells otherwise than before: most documents name a mayor in a year known already, or tell of a tie
        and not since when it is one."""
        same = False
        match before, now:
            case DocumentRow(), DocumentRow():
                same = (before.published, before.published_basis) == (now.published, now.published_basis)
            case Tie(), Tie():
                same = _beginnings(before) == _beginnings(now)
            case Person(), Person() if before.name == now.name:
                was, is_ = self._terms[before.id], terms[now.id]
                return {("office", *office) for office in was.keys() | is_ if was.get(office) != is_.get(office)}
        return set() if same else {*_told_of(before), *_told_of(now)}

    def _forget(self, row: Row | None) -> None:
        match row:
            case Tie():
                del self._ties[frozenset(row.parties)]
            case AgreementRow() | Happening():
                for claim in row.claims:
                    del self._of_claim[claim]
            case Person():
                del self.people[row.id]
                del self._terms[row.id]
                for office in _offices(row):
                    self._holders[office].discard(row.id)

    def _learn(self, row: Row | None) -> None:
        match row:
            case Tie():
                self._ties[frozenset(row.parties)] = row
            case AgreementRow() | Happening():
                self._of_claim.update(dict.fromkeys(row.claims, row))
            case Person():
                self.people[row.id] = row
                for office in _offices(row):
                    self._holders.setdefault(office, set()).add(row.id)

    def years_held(self, person: str, title: str, seat: str) -> tuple[int, int] | None:
        """The first and the last year in which documents with a stated date give the person that office."""
        return self._terms.get(person, {}).get((title, seat))

    def holders(self, title: str, seat: str) -> list[str]:
        """The people who held an office, by its title and the place or body it is of; sorted."""
        return sorted(self._holders.get((title, seat), ()))

    def stages(self, parties: frozenset[str]) -> Iterator[Stage]:
        """The stages of a tie whose beginning a document states, or tells by its own day, and none disputes."""
        tie = self._ties.get(parties)
        if tie is not None and (tie.id, "since") not in self._disputed:
            for one in tie.history:
                if _has_year(one.since) and self._told(one.since_basis, one.since_because):
                    yield one

    def agreement(self, claim: str) -> AgreementRow | None:
        """The agreement that a claim speaks of, if a document tells when it was signed, as above."""
        row = self._of_claim.get(claim)
        if not isinstance(row, AgreementRow) or not _has_year(row.signed) or (row.id, "signed") in self._disputed:
            return None
        return row if self._told(row.signed_basis, row.signed_because) else None

    def _told(self, basis: str | None, because: Iterable[Because]) -> bool:
        """Whether the date is stated, or follows from the words of documents that state their own («вчера»)."""
        grounds = [self._rows.get(one.document or "") for one in because]
        of_their_day = [isinstance(one, DocumentRow) and one.published_basis == "stated" for one in grounds]
        return basis == "stated" or (bool(of_their_day) and all(of_their_day))

    def published(self, document: str) -> str | None:
        """When a document came out, if it states that."""
        row = self._rows.get(document)
        stated = isinstance(row, DocumentRow) and row.published_basis == "stated"
        return row.published if isinstance(row, DocumentRow) and stated and _has_year(row.published) else None

    def told_of(self, claim: str) -> Happening | None:
        """The happening that a claim tells of."""
        row = self._of_claim.get(claim)
        return row if isinstance(row, Happening) else None

    def happening(self, claim: str) -> Happening | None:
        """The happening that a claim tells of, if its year is known and not disputed."""
        row = self._of_claim.get(claim)
        sure = isinstance(row, Happening) and (row.id, "date") not in self._disputed
        return row if isinstance(row, Happening) and sure and _has_year(row.date) else None


def _told_of(row: Row | None) -> Iterator[Hashable]:
    """What a row tells of, as `pobratim.register.dating.asked` calls it."""
    match row:
        case DocumentRow():
            yield "document", row.id
        case Tie():
            yield "tie", frozenset(row.parties)
        case AgreementRow() | Happening():
            yield from (("claim", claim) for claim in row.claims)
        case Person():
            yield "person", row.id
            yield from (("office", *office) for office in _offices(row))


def _beginnings(row: Tie) -> list[tuple[object, ...]]:
    """Since when it is of which kind, and by which sentences."""
    return [(one.kind, one.since, one.since_basis, one.since_because, one.evidence) for one in row.history]


def _terms(row: Person) -> Terms:
    """The first and the last year in which documents with a stated date give the person each office."""
    return {office: years for office in _offices(row) if (years := _years_held(row, *office))}


def _years_held(person: Person, title: str, seat: str) -> tuple[int, int] | None:
    held = [post.attested for post in person.posts if post.title == title and seat in (post.place, post.organization)]
    spans = [(first, last) for days in held if (first := _first_year(days)) and (last := _first_year(reversed(days)))]
    return (min(first for first, _ in spans), max(last for _, last in spans)) if spans else None


def _first_year(days: Iterable[str]) -> int | None:
    """The year of the first of these days that tells one."""
    return next((year for day in days if (year := edtf.year_of(day)) is not None), None)


def _offices(row: Person) -> Iterator[tuple[str, str]]:
    for post in row.posts:
        yield from ((post.title, seat) for seat in (post.place, post.organization) if seat)


def _has_year(date: str | None) -> bool:
    return date is not None and edtf.year_of(date) is not None and date[-1] not in "?~%"
