"""Every page asks the database as often for a large register as for one half as large."""

from __future__ import annotations

import dataclasses

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from pobratim.register.rows import Happening, Organization, Person, Place, Register, Tie
from tests.web import make
from tests.web.test_browser import PAGES

MOST = 75
"""Queries of any page; most have ten, the board with its parts and filters and a busy tie some fifty."""


def grown(register: Register, many: int) -> Register:
    """The same with so many more rows of each kind, all of Minsk and Omsk, told in its documents."""
    documents = (make.NEWS,)
    people = tuple(
        Person(id=f"person:{number:04}", name=f"Иван Примеров-{number:04}", documents=documents)
        for number in range(many)
    )
    return dataclasses.replace(
        register,
        people=(*register.people, *people),
        places=(*register.places, *(
            Place(id=f"city:{number:04}", type="city", name=f"Город {number:04}", documents=documents)
            for number in range(many)
        )),
        organizations=(*register.organizations, *(
            Organization(id=f"org:{number:04}", name=f"Завод {number:04}", place=make.OMSK, documents=documents)
            for number in range(many)
        )),
        ties=(*register.ties, *(
            Tie(id=f"tie:{number:04}", parties=(make.MINSK, f"city:{number:04}"), documents=documents)
            for number in range(many)
        )),
        happenings=(*register.happenings, *(
            Happening(
                id=f"happening:{number:04}", kind="meeting", parties=(make.MINSK, make.OMSK), date="2025-03-01",
                participants=(people[number].id,), documents=documents,
            )
            for number in range(many)
        )),
    )


@pytest.mark.parametrize("address", dict.fromkeys(PAGES))
def test_queries_are_bounded(client, fill, address):
    asked = []
    for many in (350, 700):
        fill(grown(make.REGISTER, many))
        with CaptureQueriesContext(connection) as captured:
            client.get(address)
        asked.append(len(captured))
    half, whole = asked
    assert whole <= min(MOST, half + 2)
