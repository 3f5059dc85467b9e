"""The derived register, read whole or in part."""

from __future__ import annotations

import pytest

from pobratim import register, storage
from pobratim.model import edtf
from pobratim.register.rows import Register
from tests.registers import REGISTER, derives


@pytest.fixture(autouse=True)
def derived(home, monkeypatch):
    """A home whose register is the one made by hand."""
    monkeypatch.setattr(register, "derive_with_judgements", derives(REGISTER))
    storage.derive()


def ids(register: Register) -> set[str]:
    return {row.id for row in register.rows()}


def test_documents_are_listed_in_the_order_of_the_derivation():
    assert storage.documents() == list(REGISTER.documents)


def test_documents_by_the_day_they_came_out():
    found = storage.newest_first(["unknown", *(row.id for row in REGISTER.documents)])

    newest = sorted(REGISTER.documents, key=lambda row: edtf.sort_key(row.published))
    assert found == [*(row.id for row in newest if row.published), "unknown"]


def test_tables_are_counted():
    sizes = storage.sizes()

    assert (sizes["places"], sizes["people"], sizes["topics"]) == (5, 3, 1)
    assert sum(sizes.values()) == len(list(REGISTER.rows()))


def test_a_part_is_what_names_the_ids_and_whatever_that_names():
    part = storage.part(["city:omsk"])

    assert {"tie:minsk-omsk", "agreement:map", "happening:signing", "person:shelest"} <= ids(part)
    assert {"city:minsk", "region:omsk"} <= ids(part), "what the rows name is there too"
    assert "conflict:1" in ids(part), "a conflict comes with the row it is on"
    assert not {"city:orel", "happening:tour", "org:school", "person:anna-petrova"} & ids(part)


def test_a_part_keeps_the_order_of_the_whole():
    part = storage.part(["city:omsk", "city:orel"])

    assert list(part.rows()) == [row for row in REGISTER.rows() if row.id in ids(part)]


def test_every_id_that_a_part_names_is_in_it_but_what_mentions_a_place():
    from pobratim.storage import models

    inside = ids(storage.part(["person:shelest"]))
    links = models.Link.objects.filter(row_id__in=inside).exclude(role="mentions")
    named = links.values_list("target_id", flat=True)

    assert set(named) <= inside


def test_a_part_of_a_document_is_what_it_says():
    assert "happening:tour" in ids(storage.part(["b" * 64]))
    assert "happening:signing" not in ids(storage.part(["b" * 64]))


def test_nothing_is_part_of_nothing():
    assert storage.part([]) == Register()
    assert storage.part(["city:nowhere"]) == Register()


def test_other_rows_come_along_without_what_names_them_or_mentions_them():
    assert ids(storage.part([], besides=["city:omsk"])) == {"city:omsk", "region:omsk"}


def test_a_place_brings_its_country():
    assert "country:by" in ids(storage.part(["city:minsk"]))
