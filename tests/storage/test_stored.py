"""Rows that thousands of documents mention are written without these, and read with them."""

from __future__ import annotations

import json

import pytest

from benchmarks.register.telling import tellings
from benchmarks.register.world import world
from pobratim import register, storage
from pobratim.register.brief import FEW
from pobratim.register.rows import Organization, Place
from pobratim.storage import models, rows
from pobratim.storage.stored import as_stored


@pytest.fixture
def pages(home):
    found = [one.reading for one in tellings(world(90, 5), 90, 5)]
    for page in found:
        storage.keep(page, None, "paste")
    storage.catch_up()
    return found


def test_what_is_written_of_a_place_that_many_mention_does_not_grow_with_them():
    few = Place(id="geo-1", type="city", name="Омск", documents=tuple(f"{n:02}" for n in range(FEW)))
    many = Place(id="geo-1", type="city", name="Омск", documents=tuple(f"{n:02}" for n in range(FEW + 1)))
    assert as_stored(few)["documents"] == list(few.documents)
    assert "documents" not in as_stored(many)
    assert "documents" not in as_stored(Organization(id="org-1", name="МАЗ", documents=many.documents))


def test_the_register_is_read_as_it_was_derived(pages):
    derived = register.derive(pages)
    often = [row for row in derived.rows() if isinstance(row, Place | Organization) and len(row.documents) > FEW]
    assert often
    assert rows.all_rows() == derived
    for one in often:
        held = models.Row.objects.get(pk=one.id)
        assert "documents" not in json.dumps(held.data) and held.brief is None
        assert rows.row(one.id) == one
        assert rows.rows_named([one.id]) == [one]
        (short,) = rows.briefs_named([one.id])
        assert short.documents == () and short.name == one.name


def test_a_register_written_with_all_documents_is_read_as_well(pages):
    often = max(rows.all_rows().places, key=lambda row: len(row.documents))
    held = models.Row.objects.get(pk=often.id)
    models.Row.objects.filter(pk=often.id).update(data={**held.data, "documents": list(often.documents)})
    assert rows.row(often.id) == often
