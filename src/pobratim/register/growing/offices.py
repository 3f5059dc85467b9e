"""The rows of people, with the terms of their offices, kept up as documents come and go."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from pobratim.model.reading import Post
from pobratim.register.claims import Claim, Source
from pobratim.register.growing.grouped import Grouped
from pobratim.register.growing.index import Index
from pobratim.register.growing.once import Once
from pobratim.register.growing.people import GrowingPeople
from pobratim.register.growing.rows import Rows
from pobratim.register.known import Known
from pobratim.register.offices import Ends, ends_of_terms, offices_of, with_terms
from pobratim.register.past_offices import held_then
from pobratim.register.person_rows import Seat, person_row
from pobratim.register.rows import Person
from pobratim.register.table import Table


class Offices:
    """People and the offices that they hold."""

    def __init__(self, known: Known, people: GrowingPeople, rows: Rows, once: Once) -> None:
        self._known = known
        self._once = once
        self._people = people
        self._rows = rows
        self._posts: Grouped[Post, Seat] = Grouped(Post, self._holder, self._seat)
        self._plain: Table[str, Person] = Table()
        """Rows without terms."""
        self._held: Index[tuple[str, str]] = Index()
        """People by the offices that one person holds at a time."""
        self._ends: Table[str, tuple[Ends, ...]] = Table()
        """The sentences that name a person first and last in each office."""

    def update(self, sources: Mapping[str, Source | None], people: Collection[str]) -> None:
        """Look at these documents anew (None where one is no more); ``people`` are those who are others now."""
        touched: set[str] = set()
        offices: set[tuple[str, str]] = set()
        for one in {*people, *self._posts.update(sources)}:
            before, profile = self._plain.pop(one, None), self._people.rows.get(one)
            if profile is not None:
                seats = self._posts.claims(one)
                name = self._people.names[one]
                claims = [seat.claim for seat in seats]
                self._plain[one] = self._once(
                    person_row, one, name, profile, seats, of=(profile, *claims), by=(one, name)
                )
                published = {claim.source.id: claim.source.published for claim in claims}
                self._ends[one] = ends_of_terms(self._plain[one], published)
            else:
                self._rows.put(("person", one), ())
                self._ends.pop(one, None)
            now = self._plain.get(one)
            touched.add(one)
            if before is None or now is None or before.posts != now.posts:
                offices |= self._held.keys(one)
                self._held.put(one, [office for post in now.posts for office in offices_of(post)] if now else ())
                offices |= self._held.keys(one)
        touched = touched.union(*(self._held.under(office) for office in offices)) & self._plain.keys()
        beside = {office for one in touched for office in self._held.keys(one)}
        known = touched.union(*(self._held.under(office) for office in beside))
        plain = [self._plain[one] for one in sorted(known)]
        ends = {row.id: self._ends[row.id] for row in plain}
        # The ends are those of their claims.
        for row in self._once(with_terms, plain, ends, touched, of=plain, by=frozenset(touched)):
            self._rows.put(("person", row.id), [row])

    def _holder(self, claim: Claim[Post]) -> str | None:
        return self._known.row(claim.source, claim.record.person)

    def _seat(self, claim: Claim[Post]) -> Seat:
        source, post = claim.source, claim.record
        organization, place = self._known.row(source, post.organization), self._known.row(source, post.place)
        return Seat(organization, place, claim, held_then(claim))
