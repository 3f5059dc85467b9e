"""Rows that were read once are read no more, until the register changes."""

from __future__ import annotations

import dataclasses

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from pobratim import storage
from pobratim.storage import shelf
from tests.registers import REGISTER, derives


@pytest.fixture
def derived(home, monkeypatch):
    monkeypatch.setattr("pobratim.register.derive_with_judgements", derives(REGISTER))
    storage.derive()


def asked(ids: list[str]) -> int:
    """How often rows are read."""
    with CaptureQueriesContext(connection) as captured:
        found = storage.rows_named(ids)
    assert [row.id for row in found] == sorted(ids)
    return sum("storage_row" in query["sql"] for query in captured.captured_queries)


def test_only_what_was_not_read_is(derived):
    first, second, *_ = (row.id for row in REGISTER.rows())

    assert asked([first]) == 1
    assert asked([first]) == 0
    assert asked([first, second]) == 1


def test_the_whole_and_the_brief_are_kept_apart_and_what_is_not_there_is_none(derived):
    tie = REGISTER.ties[0]

    assert storage.rows_named([tie.id, "nothing"]) == [tie]
    assert [row.id for row in storage.briefs_named([tie.id])] == [tie.id]
    assert storage.rows_named([]) == []


def test_another_register_is_read_anew(derived, monkeypatch):
    place = REGISTER.places[0]
    assert storage.rows_named([place.id]) == [place]
    renamed = dataclasses.replace(place, name="Новое имя")

    other = dataclasses.replace(REGISTER, places=(renamed, *REGISTER.places[1:]))
    monkeypatch.setattr("pobratim.register.derive_with_judgements", derives(other))
    monkeypatch.setattr(shelf, "derived_from", lambda: "another")
    storage.derive()

    assert storage.rows_named([place.id]) == [renamed]


def test_of_very_many_the_oldest_go(derived, monkeypatch):
    monkeypatch.setattr(shelf, "MOST", 2)
    ids = [row.id for row in REGISTER.rows()][:3]

    assert [asked([one]) for one in ids] == [1, 1, 1]
    assert asked([ids[0]]) == 1
    assert asked([ids[2]]) == 0
