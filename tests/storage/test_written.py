"""What a row is written with: the rows that it names, by the slots that name them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from benchmarks.clusters.cluster import SAMPLES, Cluster, clusters
from benchmarks.register.telling import tellings
from benchmarks.register.world import world
from pobratim.register import derive, serial
from pobratim.register.rows import Person, Place, Register
from pobratim.storage.written import Before, Writing, countries_of


@pytest.fixture(scope="module")
def register() -> Register:
    generated = [one.reading for one in tellings(world(80, 3), 80, 3)]
    samples = [one for cluster in clusters(SAMPLES, None) if isinstance(cluster, Cluster)
               for one in cluster.readings.values()]
    return derive([*generated, *samples])


def strings(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, list | dict):
        for held in data.values() if isinstance(data, dict) else data:
            yield from strings(held)


def test_every_id_in_a_row_is_a_link(register):
    writing = Writing(register.by_id, {})
    for row in register.rows():
        named = {one for one in strings(serial.to_dict(row)) if one in register.by_id and one != row.id}
        assert set().union(*writing.links(row).values()) == named, row


def test_documents_that_mention_a_place_do_not_come_along(register):
    place = max(register.places, key=lambda row: len(row.documents))
    links = Writing(register.by_id, countries_of(register.rows())).links(place)
    assert links["mentions"] == set(place.documents)
    assert "documents" not in links
    assert links["country"] == {row.id for row in register.places if row.type == "country"
                                and row.country == place.country}


def test_of_a_persons_documents_those_of_its_first_and_newest_sentences_come_along(register):
    person = max(register.people, key=lambda row: len(row.documents))
    links = Writing(register.by_id, {}).links(person)
    assert set(person.documents) <= links["mentions"] | links["documents"]
    assert links["mentions"] and links["mentions"].isdisjoint(links["documents"] | links["posts.evidence.document"])
    assert {said.document for post in person.posts for said in post.evidence[:1]} <= links["posts.evidence.document"]


def test_before_are_the_rows_as_they_were(register):
    was, other = register.places[0], register.people[0]
    came = register.happenings[0]
    changed: dict[str, Any] = {was.id: (was, None), came.id: (None, came), other.id: (other, register.people[1])}
    now = {**register.by_id, other.id: register.people[1]}
    del now[was.id]
    before = Before(now, changed)
    assert isinstance(before[was.id], Place)
    assert isinstance(before[other.id], Person) and before[other.id] is other
    assert came.id not in before
    assert before.among({was.id, came.id, other.id, "nobody"}) == {was.id, other.id}
    assert set(before) == register.by_id.keys() - {came.id}
    assert len(before) == len(register.by_id) - 1
