"""Who and what each mention is: places, organizations and people over all documents. No date has a say in it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pobratim.model.reading import PLACE_TYPES, Event, Post
from pobratim.register.claims import Claim, Mention, Source, claims_of, mentions_of
from pobratim.register.identity import Judgement
from pobratim.register.known import Known
from pobratim.register.organizations import Organizations, resolve_organizations
from pobratim.register.pairs import PairClaim, pairs_in
from pobratim.register.people import Profile, resolve_people
from pobratim.register.person_rows import person_ids, person_row, profiles
from pobratim.register.places import Gazetteer, Places, resolve_places
from pobratim.register.rows import Organization, Person, Place
from pobratim.register.text import normal


@dataclass(frozen=True)
class Identities:
    """The places, organizations and people of the register."""

    known: Known
    """Which of them each mention is."""
    places: tuple[Place, ...]
    organizations: tuple[Organization, ...]
    judgements: tuple[Judgement, ...]
    _people: Sequence[Profile]
    _mentions: Mapping[str, Mention]
    _ids: Mapping[str, str]
    """The row of each profile, by its id."""

    @property
    def homes(self) -> dict[str, frozenset[str]]:
        """The places where each person holds posts."""
        return {self._ids[person.id]: person.homes for person in self._people}

    def people(self, sources: Iterable[Source]) -> list[Person]:
        """The rows of the people, their posts as the sources date them."""
        posts: dict[str, list[Claim[Post]]] = defaultdict(list)
        for claim in claims_of(sources, Post):
            holder = self.known.row(claim.source, claim.record.person)
            if holder:
                posts[holder].append(claim)
        ids = self._ids
        return [person_row(ids[p.id], p, self._mentions, posts[ids[p.id]], self.known) for p in self._people]


def identify(sources: Sequence[Source], gazetteer: Gazetteer, given: Sequence[Judgement]) -> Identities:
    """Judge the identity of all mentions; ``given`` is what people judged of it."""
    places = resolve_places(mentions_of(sources, *sorted(PLACE_TYPES)), gazetteer, given)
    organizations = _organizations(sources, places, given)
    known = Known(places, {**places.of_mention, **organizations.of_mention})
    mentions = mentions_of(sources, "person")
    pairs: dict[str, list[PairClaim]] = {source.id: pairs_in(source, known) for source in sources}
    people = resolve_people(profiles(mentions, sources, known, organizations.rows, pairs), given)
    by_id = {mention.id: mention for mention in mentions}
    ids = person_ids(people.items, by_id, known)
    of_mention = {one: ids[person.id] for person in people.items for one in person.mentions}
    return Identities(
        known=Known(places, {**known.of_mention, **of_mention}),
        places=places.rows,
        organizations=organizations.rows,
        judgements=(*places.judgements, *organizations.judgements, *people.judgements),
        _people=people.items,
        _mentions=by_id,
        _ids=ids,
    )


def _organizations(sources: Sequence[Source], places: Places, given: Sequence[Judgement]) -> Organizations:
    mentions = mentions_of(sources, *PLACE_TYPES)
    names: dict[str, dict[str, str]] = defaultdict(dict)
    for mention in mentions:
        for name in (mention.entity.name, *mention.entity.aliases):
            if normal(name):
                names[mention.source.id].setdefault(normal(name), places.of_mention[mention.id])
    hints = _hints(sources, Known(places, places.of_mention))
    return resolve_organizations(mentions_of(sources, "organization"), names, hints, places, given)


def _hints(sources: Sequence[Source], known: Known) -> dict[str, str]:
    """Where documents set their organizations, by mention: a post held there, else a visit paid there."""
    by_post: dict[str, Counter[str]] = defaultdict(Counter)
    by_visit: dict[str, Counter[str]] = defaultdict(Counter)
    for post in claims_of(sources, Post):
        place = known.row(post.source, post.record.place)
        if place and post.record.organization:
            by_post[f"{post.source.id}#{post.record.organization}"][place] += 1
    for event in claims_of(sources, Event):
        place = known.row(event.source, event.record.place)
        if place and event.record.kind == "tour":
            for organization in event.record.organizations:
                by_visit[f"{event.source.id}#{organization}"][place] += 1
    hints = {mention: min(found, key=lambda p: (-found[p], p)) for mention, found in by_post.items()}
    for mention, found in by_visit.items():
        if len(found) == 1:
            hints.setdefault(mention, next(iter(found)))
    return hints
