"""Who and what each mention is, kept up as documents come and go. No date has a say in it."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass

from pobratim.register.claims import Source, mentions_of
from pobratim.register.growing.joining import Given
from pobratim.register.growing.once import Once
from pobratim.register.growing.organizations import GrowingOrganizations
from pobratim.register.growing.people import GrowingPeople
from pobratim.register.growing.places import GrowingPlaces
from pobratim.register.growing.tally import Tally
from pobratim.register.known import Known
from pobratim.register.organizations import Draft, drafts_in
from pobratim.register.pairs import pairs_in
from pobratim.register.person_rows import profiles
from pobratim.register.places import Gazetteer
from pobratim.register.profiles import Profile
from pobratim.register.rows import Organization, Place
from pobratim.register.table import Table


@dataclass(frozen=True, slots=True)
class ChangedIdentity:
    """What a change did to who and what mentions are."""

    documents: set[str]
    """Those that changed, and those of which a mention is another now or lies or serves elsewhere."""
    places: Mapping[str, Place | None]
    """The rows that came, changed or went, as they were."""
    organizations: Mapping[str, Organization | None]
    people: set[str]
    """Ids of those who came, changed or went."""


class GrowingIdentity:
    """The places, organizations and people that documents name."""

    def __init__(self, gazetteer: Gazetteer, once: Once) -> None:
        self._sources: Table[str, Source] = Table()
        self.of_mention: Table[str, str] = Table()
        """The row of each mention."""
        self.places = GrowingPlaces(gazetteer)
        self.organizations = GrowingOrganizations(self.places.places)
        self.people = GrowingPeople(self.places.rows, once)
        self.known = Known(self.places.places, self.of_mention)
        places, seats = self.places.rows, self.organizations.seats
        self._places = Known(self.places.places, _Some(self.of_mention, (places,)))
        """Of places alone."""
        self._bodies = Known(self.places.places, _Some(self.of_mention, (places, seats)))
        """Of places and organizations alone."""

    def update(self, sources: Mapping[str, Source | None], given: Given, tally: Tally) -> ChangedIdentity:
        """Documents that are new, have changed, or are no more (None), and what people judged now."""
        for one, source in sources.items():
            before = self._sources.pop(one, None)
            for mention in before.entities if before else ():
                self.of_mention.pop(f"{one}#{mention}", None)
            if source is not None:
                self._sources[one] = source
        places = self.places.update(sources, given)
        tally.update(places.gone, places.new)
        dirty = set(sources) | places.documents
        for one in dirty:
            self.of_mention.update(self.places.mentions(one))
        organizations = self.organizations.update(
            {one: self._drafts(one) for one in dirty}, given, places.documents | set(sources)
        )
        tally.update(organizations.gone, organizations.new)
        self._copy(self.organizations.of_mention, dirty | organizations.documents)
        dirty |= organizations.documents
        people = self.people.update({one: self._profiles(one) for one in dirty}, given, places.moved)
        tally.update(people.gone, people.new)
        self._copy(self.people.of_mention, dirty | people.documents)
        return ChangedIdentity(dirty | people.documents, places.before, organizations.before, people.before)

    def _copy(self, rows: Mapping[str, str], documents: set[str]) -> None:
        for one in documents:
            source = self._sources.get(one)
            for entity in source.entities if source else ():
                row = rows.get(f"{one}#{entity}")
                if row is not None:
                    self.of_mention[f"{one}#{entity}"] = row

    def _drafts(self, document: str) -> list[Draft]:
        source = self._sources.get(document)
        return drafts_in(source, self._places) if source else []

    def _profiles(self, document: str) -> list[Profile]:
        source = self._sources.get(document)
        if source is None:
            return []
        mentions = mentions_of((source,), "person")
        pairs = {document: pairs_in(source, self._bodies)} if mentions else {}
        return profiles(mentions, (source,), self._bodies, self.organizations.seats, pairs)


class _Some(Mapping[str, str]):
    """Rows of mentions, but only those that some tables have."""

    def __init__(self, rows: Mapping[str, str], wanted: tuple[Container[str], ...]) -> None:
        self._rows, self._wanted = rows, wanted

    def __getitem__(self, mention: str) -> str:
        row = self._rows[mention]
        if not self._has(row):
            raise KeyError(mention)
        return row

    def _has(self, row: str) -> bool:
        return any(row in table for table in self._wanted)

    def __iter__(self) -> Iterator[str]:
        return (mention for mention, row in self._rows.items() if self._has(row))

    def __len__(self) -> int:
        return sum(1 for _ in self)
