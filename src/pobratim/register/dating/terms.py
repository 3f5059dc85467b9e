"""Terms of office: a text that calls somebody mayor was written after the mayor before and before the next."""

from __future__ import annotations

from collections.abc import Iterator

from pobratim.model import edtf
from pobratim.model.reading import Post
from pobratim.register.dating.facts import Facts
from pobratim.register.dating.narrowing import YEARS, Clued, Constraint
from pobratim.register.offices import held_by_one
from pobratim.register.rows import Because, HeldPost, Person


def terms_of_office(clued: Clued, facts: Facts) -> Iterator[Constraint]:
    """After the last day of who held the office before, before the first day of who held it next."""
    for record in clued.source.records:
        if not isinstance(record, Post) or not held_by_one(record.title):
            continue
        person = facts.people.get(facts.known.row(clued.source, record.person) or "")
        seats = facts.known.rows(clued.source, filter(None, (record.place, record.organization)))
        for seat in seats if person is not None else ():
            assert person is not None
            own = _days(person, record.title, seat)
            for other in facts.holders(record.title, seat):
                if own and other != person.id:
                    yield from _beside(clued, record, person, own, facts.people[other], seat)


def _beside(
    clued: Clued, record: Post, person: Person, own: list[str], other: Person, seat: str
) -> Iterator[Constraint]:
    theirs = _days(other, record.title, seat)
    if not theirs:
        return
    (own_first, own_last), (first, last) = _span(own), _span(theirs)
    if last < own_first:
        years, when = frozenset(year for year in YEARS if year >= last), f"до {last} года должность занимал(а)"
    elif first > own_last:
        years, when = frozenset(year for year in YEARS if year <= first), f"с {first} года должность занимает"
    else:
        return
    reason = f"{person.name}, {record.title}: {when} {other.name}"
    yield Constraint(years, (Because(reason=reason, document=clued.source.id, span=record.evidence[0]),))


def _days(person: Person, title: str, seat: str) -> list[str]:
    """The days on which documents with a stated date give the person that office."""
    return [day for post in person.posts if _is(post, title, seat) for day in post.attested]


def _is(post: HeldPost, title: str, seat: str) -> bool:
    return post.title == title and seat in (post.place, post.organization)


def _span(days: list[str]) -> tuple[int, int]:
    years = [year for day in days if (year := edtf.year_of(day)) is not None]
    return min(years), max(years)
