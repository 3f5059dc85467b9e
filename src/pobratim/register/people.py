"""Which mentions of people are one person.

First mentions of the same name are joined by what they share (an office, an organization, a tie of
places, a document), then rules compare what is left, surname by surname.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from pobratim.register.declension import declined
from pobratim.register.identity import Groups, Judgement, Key, join_by_keys
from pobratim.register.latin import is_latin, skeleton
from pobratim.register.people_rules import RULES
from pobratim.register.profiles import FULL, Name, Profile, merge
from pobratim.register.resolving import Block, Method, Resolved

_YEAR, _WEEKS = 365, 28
"""Days in which two people of one surname do not hold one office, or deal with the same two places."""


def join_mentions(profiles: Sequence[Profile], given: Sequence[Judgement]) -> Resolved[Profile]:
    """Profiles joined by what only one person of a name has, those that people judged to be one first."""
    by_id = {profile.id: profile for profile in profiles}
    groups = Groups()
    judgements = list(groups.given(given))
    judgements += join_by_keys(sorted(by_id), lambda one: keys(by_id[one]), groups)
    found = groups.gather(by_id)
    return Resolved(tuple(merge([by_id[one] for one in ids]) for ids in found), tuple(judgements))


def keys(profile: Profile) -> Iterator[Key]:
    """What only one person of a name has: a post in a place or organization, a part in one tie.

    A name without the given name may be of several there: it counts with the year of its office, the month of its tie.
    """
    for name in sorted(profile.names):
        if name.known < FULL:
            yield from _keys_of_short(name, profile)
            continue
        for home in sorted(profile.homes):
            yield Key((name, "home", home), 0.97, "то же имя и то же место службы", "same_name_and_place")
        for organization in sorted(profile.organizations):
            yield Key((name, "organization", organization), 0.97, "то же имя и та же организация",
                      "same_name_and_organization")
        for tie in sorted(profile.ties):
            yield Key((name, "tie", tie), 0.92, "то же имя в делах тех же двух мест", "same_name_and_tie")
        if not (profile.homes or profile.organizations or profile.ties):
            yield Key((name, "nothing"), 0.7, "то же имя, больше ничего не известно", "same_bare_name")
        for document in sorted(profile.documents):
            yield Key((name, "document", document), 0.95, "то же имя в том же документе",
                      "same_name_and_document")


def _keys_of_short(name: Name, profile: Profile) -> Iterator[Key]:
    day = profile.days[0] if profile.days else None
    for office in sorted(profile.offices):
        yield Key((name, "office", office, day and day // _YEAR), 0.92, "то же имя, та же должность, тот же год",
                  "same_name_and_office")
    for tie in sorted(profile.ties) if day else ():
        yield Key((name, "tie", tie, day and day // _WEEKS), 0.9, "то же имя в делах тех же двух мест, тот же месяц",
                  "same_name_and_tie")


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


METHOD = Method(_blocks, RULES, merge)
