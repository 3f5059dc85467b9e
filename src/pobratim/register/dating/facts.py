"""What documents with a date make known, as undated ones are held against it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from pobratim.model import edtf
from pobratim.register.known import Known
from pobratim.register.rows import AgreementRow, Happening, Person, Register, Stage, Tie


@dataclass(frozen=True)
class Facts:
    """The register as far as it is derived, and which rows the entities of documents are."""

    register: Register
    known: Known

    @cached_property
    def _disputed(self) -> frozenset[tuple[str, str]]:
        return frozenset((conflict.on, conflict.slot) for conflict in self.register.conflicts)

    @cached_property
    def _ties(self) -> dict[frozenset[str], Tie]:
        return {frozenset(tie.parties): tie for tie in self.register.ties}

    @cached_property
    def _agreements(self) -> dict[str, AgreementRow]:
        return {claim: row for row in self.register.agreements for claim in row.claims}

    @cached_property
    def _happenings(self) -> dict[str, Happening]:
        return {claim: row for row in self.register.happenings for claim in row.claims}

    @cached_property
    def people(self) -> dict[str, Person]:
        """By their ids."""
        return {person.id: person for person in self.register.people}

    @cached_property
    def holders(self) -> dict[tuple[str, str], tuple[str, ...]]:
        """The people who held each office (its title and the place or body it is of)."""
        found: dict[tuple[str, str], set[str]] = defaultdict(set)
        for person in self.register.people:
            for post in person.posts:
                for seat in filter(None, (post.place, post.organization)):
                    found[post.title, seat].add(person.id)
        return {office: tuple(sorted(people)) for office, people in found.items()}

    def stages(self, parties: frozenset[str]) -> Iterator[Stage]:
        """The stages of a tie whose beginning a document states and none disputes."""
        tie = self._ties.get(parties)
        if tie is not None and (tie.id, "since") not in self._disputed:
            yield from (one for one in tie.history if one.since_basis == "stated" and _has_year(one.since))

    def agreement(self, claim: str) -> AgreementRow | None:
        """The agreement that a claim speaks of, if a document states when it was signed and none disputes it."""
        row = self._agreements.get(claim)
        sure = row is not None and row.signed_basis == "stated" and (row.id, "signed") not in self._disputed
        return row if row is not None and sure and _has_year(row.signed) else None

    def happening(self, claim: str) -> Happening | None:
        """The happening that a claim tells of, if its year is known and not disputed."""
        row = self._happenings.get(claim)
        sure = row is not None and (row.id, "date") not in self._disputed
        return row if row is not None and sure and _has_year(row.date) else None


def _has_year(date: str | None) -> bool:
    return date is not None and edtf.year_of(date) is not None and date[-1] not in "?~%"
