"""Terms of office: what the days on which documents name the holders leave possible."""

from __future__ import annotations

import pytest

from pobratim.model.reading import Reading
from pobratim.register.offices import held_by_one
from pobratim.register.rows import HeldPost
from tests.register.make import derive, meeting, post, reading


def mayor(person: str, published: str | None, title: str = "мэр", place: str = "Омск") -> Reading:
    return reading(
        post(person, title, place=place), meeting("Омск", "Минск", people=[person], date=published),
        name=f"{person} {title} {published}", published=published,
    )


def terms(*readings: Reading) -> dict[str, HeldPost]:
    return {person.name: person.posts[0] for person in derive(*readings).people}


def test_a_term_began_by_the_first_day_attested_and_may_last() -> None:
    held = terms(mayor("Павел Громов", "2022-05-20"), mayor("Павел Громов", "2025-09-29"))["Павел Громов"]
    assert (held.from_, held.from_basis) == ("../2022-05-20", "inferred")
    assert held.until is None
    assert held.attested == ("2022-05-20", "2025-09-29")
    assert held.stated_from is held.stated_until is None


def test_it_ended_and_the_next_began_between_two_documents() -> None:
    held = terms(mayor("Павел Громов", "2019-03"), mayor("Анна Белова", "2022-05-20"), mayor("Анна Белова", "2024"))
    assert held["Павел Громов"].until == held["Анна Белова"].from_ == "2019-03-31/2022-05-20"
    assert [step.reason for step in held["Анна Белова"].from_because] == [
        "в должности назван(а) документом: март 2019 года",
        "в должности назван(а) документом: 20 мая 2022 года",
    ]
    assert all(step.document for step in held["Анна Белова"].from_because)


def test_the_nearest_before_and_after_count() -> None:
    held = terms(
        mayor("Павел Громов", "2015-01-01"), mayor("Анна Белова", "2018-01-01"), mayor("Олег Чернов", "2021-01-01")
    )
    assert held["Анна Белова"].from_ == "2015-01-01/2018-01-01"
    assert held["Анна Белова"].until == "2018-01-01/2021-01-01"


def test_whoever_is_named_in_between_is_no_successor() -> None:
    held = terms(
        mayor("Павел Громов", "2019-01-01"), mayor("Анна Белова", "2020-01-01"), mayor("Павел Громов", "2021-01-01")
    )
    assert held["Павел Громов"].until is held["Анна Белова"].until is None


@pytest.mark.parametrize("title", ["вице-мэр", "заместитель мэра", "депутат", "экс-мэр"])
def test_what_several_hold_has_no_successor(title: str) -> None:
    assert not held_by_one(title)
    held = terms(mayor("Павел Громов", "2019-01-01", title), mayor("Анна Белова", "2022-01-01", title))
    assert held["Павел Громов"].until is None


def test_the_same_title_elsewhere_is_another_office() -> None:
    held = terms(mayor("Павел Громов", "2019-01-01"), mayor("Анна Белова", "2022-01-01", place="Томск"))
    assert held["Павел Громов"].until is None


def test_a_day_without_its_year_attests_no_term() -> None:
    held = terms(mayor("Павел Громов", "XXXX-05-20"))["Павел Громов"]
    assert (held.attested, held.from_, held.until) == ((), None, None)
