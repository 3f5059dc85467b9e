"""Terms of office: a text that calls somebody mayor was written after the mayor before and before the next."""

from __future__ import annotations

from collections.abc import Iterator

from pobratim.model.reading import Post
from pobratim.register.dating.facts import Facts
from pobratim.register.dating.narrowing import Clued, Constraint, from_year, until_year
from pobratim.register.offices import held_by_one
from pobratim.register.rows import Because, Person


def terms_of_office(clued: Clued, facts: Facts) -> Iterator[Constraint]:
    """After the last day of who held the office before, before the first day of who held it next."""
    for record in clued.source.records:
        if not isinstance(record, Post) or not held_by_one(record.title):
            continue
        person = facts.people.get(facts.known.row(clued.source, record.person) or "")
        seats = facts.known.rows(clued.source, filter(None, (record.place, record.organization)))
        for seat in seats if person is not None else ():
            assert person is not None
            own = facts.years_held(person.id, record.title, seat)
            for other in facts.holders(record.title, seat):
                if own and other != person.id:
                    theirs = facts.years_held(other, record.title, seat)
                    yield from _beside(clued, record, (person, own), (facts.people[other], theirs))


def _beside(
    clued: Clued,
    record: Post,
    holder: tuple[Person, tuple[int, int]],
    another: tuple[Person, tuple[int, int] | None],
) -> Iterator[Constraint]:
    (person, (own_first, own_last)), (other, theirs) = holder, another
    if theirs is None:
        return
    first, last = theirs
    if last < own_first:
        years, when = from_year(last), f"до {last} года должность занимал(а)"
    elif first > own_last:
        years, when = until_year(first), f"с {first} года должность занимает"
    else:
        return
    reason = f"{person.name}, {record.title}: {when} {other.name}"
    yield Constraint(years, (Because(reason=reason, document=clued.source.id, span=record.evidence[0]),))
