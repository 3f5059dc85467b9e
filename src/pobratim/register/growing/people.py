"""Who each mention of a person is, kept up as documents come and go (`register.people` says who)."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Set
from dataclasses import dataclass, field

from pobratim.register.growing.index import Index, Naming
from pobratim.register.growing.joining import Changed, Given, Joining, Links, changed_items
from pobratim.register.growing.once import Once
from pobratim.register.growing.parts import Parts
from pobratim.register.identity import Judgement
from pobratim.register.people import METHOD, join_mentions, keys
from pobratim.register.person_rows import name_of
from pobratim.register.profiles import Profile
from pobratim.register.resolving import Resolved
from pobratim.register.rows import Place
from pobratim.register.table import Table
from pobratim.register.text import slug


@dataclass(slots=True)
class ChangedPeople:
    """What a change did to the people."""

    before: set[str] = field(default_factory=set)
    """Ids of people who came, changed or went."""
    documents: set[str] = field(default_factory=set)
    """Those that name somebody who is another now, or serves elsewhere."""
    gone: list[Judgement] = field(default_factory=list)
    new: list[Judgement] = field(default_factory=list)


class GrowingPeople:
    """The people whom documents name."""

    def __init__(self, places: Mapping[str, Place], once: Once) -> None:
        self._places = places
        self._profiles: Table[str, list[str]] = Table()
        """The mentions of each document."""
        self._links = Links()
        self._mentioned: Parts[Profile, Resolved[Profile]] = Parts(self._links.of, self._links.linked, self._solve)
        self._joining: Joining[Profile] = Joining(METHOD, once)
        self._people: Table[str, Profile] = Table()
        """By the first mention."""
        self._of: Table[str, str] = Table()
        """The first mention of whoever a mention is of."""
        self._called: Table[str, str] = Table()
        """Names, by the first mention."""
        self._plain: Index[str] = Index()
        """People by their plain names as they stand in an address."""
        self._serving: Index[str] = Index()
        """People by the places where they hold posts."""
        self._naming: Naming[str] = Naming()
        self.of_mention: Table[str, str] = Table()
        self.rows: Table[str, Profile] = Table()
        """The profile of each person, by the id of the row."""
        self.names: Table[str, str] = Table()
        self.homes: Table[str, frozenset[str]] = Table()

    def update(
        self,
        profiles: Mapping[str, list[Profile]],
        given: Given,
        moved: Collection[str],
    ) -> ChangedPeople:
        """The people in documents that changed (none of those that are no more), and what people judged now.

        ``moved`` are places that have another name now, or are no more.
        """
        joined = self._joined(self._put(profiles), given)
        found = self._joining.update(joined.items, given)
        changed = ChangedPeople(gone=[*joined.gone, *found.gone], new=[*joined.new, *found.new])
        about = frozenset[str]().union(*(self._serving.under(place) for place in moved)) - found.items.keys()
        renamed = self._renamed(found, about)
        gone = {before for before in renamed.values() if before is not None}
        here = {one for one in {*found.items, *renamed, *about} if one in self._people}
        for one in here:
            self._enter(self._naming.ids[one], one, changed)
        for row_id in gone - {self._naming.ids[one] for one in here}:
            self.rows.pop(row_id, None)
            self.homes.pop(row_id, None)
            self.names.pop(row_id, None)
            changed.before.add(row_id)
        return changed

    def _put(self, profiles: Mapping[str, list[Profile]]) -> dict[str, Profile | None]:
        """Put down the mentions of documents; returns the profiles that differ."""
        changed: dict[str, Profile | None] = {}
        for document, found in profiles.items():
            before = self._profiles.pop(document, [])
            changed.update(dict.fromkeys(before))
            for one in set(before) - {profile.id for profile in found}:
                self.of_mention.pop(one, None)
            for profile in found:
                if self._mentioned.items.get(profile.id) == profile:
                    changed.pop(profile.id, None)
                else:
                    changed[profile.id] = profile
            if found:
                self._profiles[document] = [profile.id for profile in found]
        return changed

    def _joined(self, profiles: Mapping[str, Profile | None], given: Given) -> Changed[Profile]:
        for one, profile in profiles.items():
            self._links.put(one, (key.key for key in keys(profile)) if profile else ())
        ends = self._links.give(given)
        touched = {one for one in ends if one in self._mentioned.items} - profiles.keys()
        return changed_items(self._mentioned.update(profiles, touched))

    def _renamed(self, found: Changed[Profile], moved: Set[str]) -> dict[str, str | None]:
        """Give the people their ids, also those whose homes have ``moved``; returns those who have another now, with
        what they had."""
        plain: set[str] = set()
        come: dict[str, str] = {}
        for one, person in found.items.items():
            before = self._people.pop(one, None)
            was, now = (frozenset(known.mentions) if known else frozenset[str]() for known in (before, person))
            for mention in was - now:
                if self._of.get(mention) == one:
                    del self._of[mention]
            come.update(dict.fromkeys(now - was, one))
            if person is not None:
                self._people[one] = person
        self._of.update(come)
        for one in {*found.items, *moved}:
            plain |= self._plain.keys(one)
            person = self._people.get(one)
            if person is not None:
                self._called[one] = name_of(person)
            else:
                self._called.pop(one, None)
            self._plain.put(one, [slug(self._called[one])] if person else ())
            self._serving.put(one, person.homes if person else ())
            plain |= self._plain.keys(one)
        wishes: dict[str, tuple[str, object] | None] = {one: None for one in found.items if one not in self._people}
        for name in plain:
            namesakes = self._plain.under(name)
            for one in namesakes:
                home = min(self._people[one].homes, default=None)
                told_apart = len(namesakes) > 1 and home is not None
                wishes[one] = (f"{name}-{slug(self._places[home].name)}" if told_apart and home else name), one
        return self._naming.update(wishes)

    def _enter(self, row_id: str, one: str, changed: ChangedPeople) -> None:
        person = self._people[one]
        changed.before.add(row_id)
        before = self.rows.get(row_id)
        self.rows[row_id] = person
        self.names[row_id] = self._called[one]
        if self.homes.get(row_id) != person.homes:
            self.homes[row_id] = person.homes
            changed.documents.update(person.documents)
        for mention in frozenset(person.mentions).difference(before.mentions if before else ()):
            if self.of_mention.get(mention) != row_id:
                self.of_mention[mention] = row_id
                changed.documents.add(mention.partition("#")[0])

    def _solve(self, profiles: list[Profile]) -> Resolved[Profile]:
        return join_mentions(profiles, self._links.given.among_ids(profile.id for profile in profiles))
