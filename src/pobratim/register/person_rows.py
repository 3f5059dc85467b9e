"""People: from mentions and posts to profiles that can be judged, and from those to rows."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from pobratim.model import edtf
from pobratim.model.reading import Post
from pobratim.register.claims import Claim, Mention, Source, claims_of, named_in
from pobratim.register.declension import declined
from pobratim.register.evidence import documents_of, evidence_of, ids_of
from pobratim.register.known import Known
from pobratim.register.latin import is_latin
from pobratim.register.pairs import Pair, PairClaim
from pobratim.register.past_offices import former
from pobratim.register.profiles import Profile, names_of, parse_name
from pobratim.register.rows import HeldPost, Person
from pobratim.register.text import normal

_FEW_PAIRS = 3
"""A document about so few pairs of places is about each person in it."""


class Seat(NamedTuple):
    """Where a claim says that an office is held."""

    organization: str | None
    place: str | None
    claim: Claim[Post]
    then: bool
    """Whether it was held at the time that the document tells of, and not on its own day."""


def profiles(
    mentions: Sequence[Mention],
    sources: Iterable[Source],
    known: Known,
    seats: Mapping[str, str | None],
    pairs: Mapping[str, Sequence[PairClaim]],
) -> list[Profile]:
    """A profile for each mention of a person; ``pairs`` are those of each document, ``seats`` of each organization."""
    posts = _posts_by_mention(sources)
    ties = {document: _ties(found) for document, found in pairs.items()}
    named = {one.id: frozenset(known.rows(one, one.entities)) & seats.keys() for one in {m.source for m in mentions}}
    return [
        _profile(
            mention, posts.get(mention.id, []), known, seats, ties.get(mention.source.id, {}), named[mention.source.id]
        )
        for mention in mentions
    ]


def _posts_by_mention(sources: Iterable[Source]) -> dict[str, list[Claim[Post]]]:
    posts: dict[str, list[Claim[Post]]] = defaultdict(list)
    for claim in claims_of(sources, Post):
        posts[f"{claim.source.id}#{claim.record.person}"].append(claim)
    return posts


def _ties(pairs: Sequence[PairClaim]) -> dict[str, set[Pair]]:
    """The pairs in which each entity of a document has a part; under '' those that all have."""
    result: dict[str, set[Pair]] = defaultdict(set)
    for one in pairs:
        for entity in named_in(one.claim.record):
            result[entity].add(one.pair)
    every = {one.pair for one in pairs}
    result[""] = every if len(every) <= _FEW_PAIRS else set()
    return result


def _profile(
    mention: Mention,
    posts: Sequence[Claim[Post]],
    known: Known,
    seats: Mapping[str, str | None],
    ties: Mapping[str, set[Pair]],
    named: frozenset[str],
) -> Profile:
    offices: set[tuple[str, str]] = set()
    homes: set[str] = set()
    organizations: set[str] = set()
    for claim in posts:
        organization = known.row(claim.source, claim.record.organization)
        place = known.row(claim.source, claim.record.place) or seats.get(organization or "")
        title = normal(claim.record.title)
        offices.update((title, where) for where in (place, organization) if where)
        if organization:
            organizations.add(organization)
        if place and place in known.places.by_id:
            homes.add(place)
    return Profile(
        mentions=(mention.id,),
        spellings=frozenset((name, mention.source.original) for name in (mention.entity.name, *mention.entity.aliases)),
        names=names_of(mention),
        offices=frozenset(offices),
        homes=frozenset(homes),
        towns=frozenset(home for home in homes if not known.places.is_country(home)),
        around=frozenset(above for home in homes for above in known.places.above(home)),
        organizations=frozenset(organizations),
        ties=frozenset(ties.get(mention.entity.id, set()) | ties.get("", set())),
        documents=frozenset([mention.source.id]),
        named=named,
        days=_day(mention.source),
    )


def _day(source: Source) -> tuple[int, int] | None:
    """The day on which the document says it came out, twice."""
    document = source.document
    first, last = edtf.bounds(source.published if document.published_basis == "stated" else None)
    return (first.toordinal(), first.toordinal()) if first and first == last else None


def person_row(
    row_id: str,
    name: str,
    person: Profile,
    seats: Sequence[Seat],
) -> Person:
    """The row of one person, who goes by that name; ``seats`` are of the claims on their offices."""
    variants = {spelling for spelling, _ in person.spellings}
    return Person(
        id=row_id,
        name=name,
        variants=tuple(sorted(variants - {name})),
        posts=tuple(_held_posts(seats)),
        documents=tuple(sorted(person.documents)),
        claims=ids_of([seat.claim for seat in seats]),
    )


def name_of(person: Profile) -> str:
    """The fullest name, in Cyrillic and the nominative if possible, as most documents spell it (no reprints)."""
    spellings: dict[str, set[str]] = defaultdict(set)
    for name, original in person.spellings:
        if parse_name(name) in person.names:
            spellings[name].add(original)

    in_a_case = {form for name in person.names for form in declined(name.given, name.surname)}

    def rank(name: str) -> tuple[int, bool, bool, int, str]:
        parsed = parse_name(name)
        left_so = (parsed.given, parsed.surname) in in_a_case
        return -parsed.known, is_latin(parsed.surname), left_so, -len(spellings[name]), name

    return min(spellings, key=rank)


def _held_posts(seats: Sequence[Seat]) -> list[HeldPost]:
    """Each office once: one title with what documents say of where it is held.

    «председатель» of Мингорисполком and «председатель» in Минск are one office of one person; «мэр» and
    «глава» stay two wordings.
    """
    offices: dict[str, list[tuple[str | None, str | None, list[Seat]]]] = {}
    """By title."""
    # Those that say most come first, so that the vaguer ones find them.
    for seat in sorted(seats, key=_fullest):
        organization, place = seat.organization, seat.place
        entitled = offices.setdefault(normal(seat.claim.record.title), [])
        for number, (its_organization, its_place, telling) in enumerate(entitled):
            if _agree(organization, its_organization) and _agree(place, its_place):
                telling.append(seat)
                entitled[number] = (its_organization or organization, its_place or place, telling)
                break
        else:
            entitled.append((organization, place, [seat]))
    held = [_held_post(*office) for entitled in offices.values() for office in entitled]
    return sorted(held, key=lambda post: (edtf.sort_key(max(post.attested, default=None)), post.title,
                                          post.organization or "", post.place or ""))


def _fullest(seat: Seat) -> tuple[int, str, str, str]:
    organization, place = seat.organization, seat.place
    return (organization is None) + (place is None), organization or "", place or "", seat.claim.id


def _agree(a: str | None, b: str | None) -> bool:
    return a is None or b is None or a == b


def _held_post(organization: str | None, place: str | None, seats: Sequence[Seat]) -> HeldPost:
    claims = [seat.claim for seat in seats]
    titles = Counter(claim.record.title for claim in claims)
    title = min(titles, key=lambda title: (-titles[title], title))
    attesting = [seat.claim for seat in seats if not seat.then]
    return HeldPost(
        title=title if attesting else former(title),
        organization=organization,
        place=place,
        attested=_attested(attesting),
        documents=documents_of(claims),
        evidence=evidence_of(claims),
    )


def _attested(claims: Sequence[Claim[Post]]) -> tuple[str, ...]:
    """The days of publication whose year is known, the earlier first."""
    days = {day for claim in claims if (day := claim.source.published) and all(edtf.bounds(day))}
    return tuple(sorted(days, key=lambda day: (edtf.bounds(day), day)))
