"""Terms of office: from the days on which documents name the holder, and whoever held it before and after."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, TypeAlias

from pobratim.model import edtf
from pobratim.register.rows import Because, Evidence, HeldPost, Person
from pobratim.register.text import normal

_OF_ONE = re.compile(r"(?:мэр|глава|губернатор|председатель|аким|хоким|бургомистр|президент)(?:\s|$)")
"""Offices that one person holds at a time; a deputy's title begins with other words."""
_FORMER = re.compile(r"\b(?:экс|бывш|исполняющ|врио|и\.\s?о)")


Ends: TypeAlias = tuple[Evidence | None, Evidence | None]
"""The sentences that name somebody first and last in an office."""


def held_by_one(title: str) -> bool:
    """Whether the title is of an office that one person holds at a time, and of its holder now."""
    return bool(_OF_ONE.match(title)) and not _FORMER.search(title)


@dataclass(frozen=True)
class _Tenure:
    """One person in one office, as far as dated documents attest it."""

    person: str
    post: HeldPost
    first: date
    last: date
    said: Ends


def with_terms(people: Iterable[Person], ends: Mapping[str, Sequence[Ends]], wanted: Container[str]) -> list[Person]:
    """Those of the people who are ``wanted``, with the terms of their offices where documents do not state them.

    A term began by the first day on which a document names the holder, and, of an office of one, after the last day on
    which one names whoever held it before; it ended between the last day and the first of who held it next. Nobody
    next: it may last. ``ends`` are those of the posts of each person (`ends_of_terms`).
    """
    rows = list(people)
    tenures = {
        (row.id, number): tenure
        for row in rows
        for number, post in enumerate(row.posts)
        if (tenure := _tenure(row.id, post, ends[row.id][number])) is not None
    }
    office: dict[tuple[str, str], list[_Tenure]] = defaultdict(list)
    for tenure in tenures.values():
        for key in offices_of(tenure.post):
            office[key].append(tenure)
    return [
        replace(row, posts=tuple(
            _with_term(post, tenures.get((row.id, number)), office) for number, post in enumerate(row.posts)
        ))
        for row in rows if row.id in wanted
    ]


def ends_of_terms(person: Person, published: Mapping[str, str | None]) -> tuple[Ends, ...]:
    """The sentences that name the person first and last in each office; ``published`` has the days of documents."""
    return tuple(
        (_said_on(post, post.attested[0], published), _said_on(post, post.attested[-1], published))
        if post.attested else (None, None)
        for post in person.posts
    )


def _tenure(person: str, post: HeldPost, said: Ends) -> _Tenure | None:
    if not post.attested:
        return None
    (first, _), (_, last) = edtf.bounds(post.attested[0]), edtf.bounds(post.attested[-1])
    return _Tenure(person, post, first, last, said) if first and last else None


def offices_of(post: HeldPost) -> list[tuple[str, str]]:
    """The office by its title, and the place or body it is of; empty where several may hold it."""
    if not held_by_one(post.title):
        return []
    return [(normal(post.title), seat) for seat in (post.place, post.organization) if seat]


def _with_term(
    post: HeldPost, tenure: _Tenure | None, office: Mapping[tuple[str, str], list[_Tenure]]
) -> HeldPost:
    if tenure is None:
        return post
    others = [one for key in offices_of(post) for one in office[key] if one.person != tenure.person]
    before = max((one for one in others if one.last < tenure.first), key=_last, default=None)
    after = min((one for one in others if one.first > tenure.last), key=_first, default=None)
    term: dict[str, Any] = {}
    if post.from_ is None:
        steps = [_named_last(before)] if before else []
        term |= {
            "from_": f"{before.last if before else '..'}/{tenure.first}",
            "from_basis": "inferred",
            "from_because": (*steps, _named_first(tenure)),
        }
    if post.until is None and after is not None:
        term |= {
            "until": f"{tenure.last}/{after.first}",
            "until_basis": "inferred",
            "until_because": (_named_last(tenure), _named_first(after)),
        }
    return replace(post, **term) if term else post


def _first(tenure: _Tenure) -> tuple[date, str]:
    return tenure.first, tenure.person


def _last(tenure: _Tenure) -> tuple[date, str]:
    return tenure.last, tenure.person


def _named_first(tenure: _Tenure) -> Because:
    return _named(tenure.post.attested[0], tenure.said[0])


def _named_last(tenure: _Tenure) -> Because:
    return _named(tenure.post.attested[-1], tenure.said[1])


def _named(day: str, said: Evidence | None) -> Because:
    """«мэр» is what a document of that day calls the holder."""
    return Because(
        reason=f"в должности назван(а) документом: {edtf.in_russian(day)}",
        document=said.document if said else None,
        span=said.span if said else None,
    )


def _said_on(post: HeldPost, day: str, published: Mapping[str, str | None]) -> Evidence | None:
    """The first sentence of the office in a document of that day."""
    return next((one for one in post.evidence if published.get(one.document) == day), None)
