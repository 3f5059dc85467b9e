"""Which mentions of people are one person.

First mentions of the same name are joined by what they share (an office, an organization, a tie of
places, a document), then rules compare what is left, surname by surname.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations, product

from pobratim.register.declension import declined
from pobratim.register.identity import Groups, Judgement, Key, join_by_keys
from pobratim.register.latin import is_latin, skeleton
from pobratim.register.pairs import Pair
from pobratim.register.people_rules import RULES, hopeless, namesakes_of_one_time
from pobratim.register.profiles import FULL, Name, Profile, merge
from pobratim.register.resolving import Block, Method, Resolved

_YEAR, _WEEKS = 365, 28
"""Days in which two people of one surname do not hold one office, or deal with the same two places."""


def join_mentions(profiles: Sequence[Profile], given: Sequence[Judgement]) -> Resolved[Profile]:
    """Profiles joined by what only one person of a name has, those that people judged to be one first.

    A document or a tie in common counts last: by then it is known who serves where, and a name that serves in two
    places at once is of two people.
    """
    by_id = {profile.id: profile for profile in profiles}
    groups = Groups()
    judgements = list(groups.given(given))
    judgements += join_by_keys(sorted(by_id), lambda one: _keys_of_service(by_id[one]), groups)
    contested = _hold_namesakes_apart(by_id, groups)
    judgements += join_by_keys(sorted(by_id), lambda one: _keys_of_company(by_id[one], contested), groups)
    found = groups.gather(by_id)
    return Resolved(tuple(merge([by_id[one] for one in ids]) for ids in found), tuple(judgements))


def keys(profile: Profile) -> Iterator[Key]:
    """What only one person of a name has: a post in a place or organization, a part in one tie.

    A name without the given name may be of several there: it counts with the year of its office, the month of its tie.
    """
    yield from _keys_of_service(profile)
    yield from _keys_of_company(profile)


def _keys_of_service(profile: Profile) -> Iterator[Key]:
    for name in sorted(profile.names):
        if name.known < FULL:
            for office in sorted(profile.offices):
                yield Key((name, "office", office, _nth(profile, _YEAR)), 0.92,
                          "то же имя, та же должность, тот же год", "same_name_and_office")
            continue
        for home in sorted(profile.homes):
            yield Key((name, "home", home), 0.97, "то же имя и то же место службы", "same_name_and_place")
        for organization in sorted(profile.organizations):
            yield Key((name, "organization", organization), 0.97, "то же имя и та же организация",
                      "same_name_and_organization")
        if not (profile.homes or profile.organizations or profile.ties):
            yield Key((name, "nothing"), 0.7, "то же имя, больше ничего не известно", "same_bare_name")


def _keys_of_company(profile: Profile, contested: Collection[tuple[Name, Pair]] = ()) -> Iterator[Key]:
    """The name in a document, and in dealings of two places.

    Of dealings where it is contested only those of a month, and only who is named without a place of service.
    """
    for name, document in product(sorted(profile.names), sorted(profile.documents)):
        if name.known == FULL:
            yield Key((name, "document", document), 0.95, "то же имя в том же документе",
                      "same_name_and_document")
    for name, tie in product(sorted(profile.names), sorted(profile.ties)):
        if name.known == FULL and (name, tie) not in contested:
            yield Key((name, "tie", tie), 0.92, "то же имя в делах тех же двух мест", "same_name_and_tie")
        elif profile.days and not ((name, tie) in contested and profile.homes):
            yield Key((name, "tie", tie, _nth(profile, _WEEKS)), 0.9,
                      "то же имя в делах тех же двух мест, тот же месяц", "same_name_and_tie")


def _nth(profile: Profile, days: int) -> int | None:
    """In which stretch of so many days the profile's first day lies."""
    return profile.days[0] // days if profile.days else None


def _hold_namesakes_apart(by_id: Mapping[str, Profile], groups: Groups) -> set[tuple[Name, Pair]]:
    """Keep those apart who serve in two places; returns the names and ties of which two of them are."""
    contested: set[tuple[Name, Pair]] = set()
    if len({home for profile in by_id.values() for home in profile.homes}) < 2:
        return contested
    serving: dict[tuple[Name, Pair], list[Profile]] = defaultdict(list)
    for ids in groups.gather(by_id):
        person = merge([by_id[one] for one in ids])
        for known in product(person.names, person.ties) if person.homes else ():
            serving[known].append(person)
    apart: dict[tuple[str, str], bool] = {}
    for (name, tie), people in serving.items():
        for a, b in combinations(people, 2):
            if (a.id, b.id) not in apart:
                apart[a.id, b.id] = namesakes_of_one_time(a, b) is not None
                if apart[a.id, b.id]:
                    groups.hold_apart(a.id, b.id)
            if apart[a.id, b.id] or (name.known < FULL and not a.shares_office_place(b)):
                contested.add((name, tie))
    return contested


def _blocks(profile: Profile) -> Iterator[Block]:
    """Names meet by surname and first letter; a surname alone looks among all who bear it.

    Those of one office or tie meet where one letter may be wrong: names one letter apart share a form with one
    letter left out.
    """
    for name in profile.names:
        yield Block(("surname", name.surname), seeks=not name.given)
        if sounds := skeleton(name.surname):
            yield Block(("sounds", sounds), seeks=is_latin(name.surname))
        if name.given:
            yield Block(("name", name.surname, name.given[0]))
        if name.known == FULL:
            yield Block(("form", name), seeks=True)
            for given, surname in declined(name.given, name.surname):
                yield Block(("form", Name(surname, given)), seeks=False)
            around = frozenset((*profile.homes, *profile.organizations, *profile.ties))
            yield from (Block(("short", form), around=around) for form in _forms(name))


@lru_cache(maxsize=65536)
def _forms(name: Name) -> tuple[Name, ...]:
    """The name, and all that is left of it without one letter."""
    surnames = (Name(surname, name.given) for surname in _shortened(name.surname))
    return (*surnames, *(Name(name.surname, given) for given in _shortened(name.given)))


def _shortened(word: str) -> Iterator[str]:
    """The word, and all that is left of it without one letter (the first stays)."""
    yield word
    yield from (word[:cut] + word[cut + 1:] for cut in range(1, len(word)))


METHOD = Method(_blocks, RULES, merge, hopeless=hopeless)
