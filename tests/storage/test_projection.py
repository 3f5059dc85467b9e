"""The derived register: stale or not, replaced whole, read in part."""

from __future__ import annotations

import pytest

from pobratim import register, storage
from pobratim.register.rows import Place, Register
from tests.readings import reading
from tests.registers import REGISTER


@pytest.fixture
def derived(home, monkeypatch):
    """A home whose register is the one made by hand."""
    monkeypatch.setattr(register, "derive", lambda readings: REGISTER, raising=False)
    storage.derive()


def ids(register: Register) -> set[str]:
    return {row.id for row in register.rows()}


def test_the_register_comes_back_as_it_was_derived(derived):
    assert storage.whole_register() == REGISTER


def test_documents_are_listed_in_the_order_of_the_derivation(derived):
    assert storage.documents() == list(REGISTER.documents)


def test_derive_gets_the_current_readings_by_document_id(home, monkeypatch):
    given = []
    monkeypatch.setattr(
        register, "derive", lambda readings: given.extend(readings) or Register(), raising=False
    )
    kept = [reading(f"Текст номер {number}.") for number in range(5)]
    for one in kept:
        storage.keep(one, None, "paste")
    newer = reading("Текст номер 3.", reader="hand 2")
    storage.keep(newer, None, "paste")
    seen = []

    storage.derive(lambda done, total: seen.append((done, total)))

    expected = [newer if one.document.id == newer.document.id else one for one in kept]
    assert given == sorted(expected, key=lambda one: one.document.id)
    assert seen == [(1, 5), (2, 5), (3, 5), (4, 5), (5, 5)]


def test_the_register_is_stale_from_a_new_claim_until_derived(home, monkeypatch):
    monkeypatch.setattr(register, "derive", lambda readings: Register(), raising=False)
    assert storage.is_stale()
    storage.derive()
    assert not storage.is_stale()

    storage.keep(reading(), None, "paste")
    assert storage.is_stale()
    storage.derive()
    assert not storage.is_stale()

    storage.keep(reading(), None, "paste")
    assert not storage.is_stale()

    storage.keep(reading(reader="hand 2"), None, "paste")
    assert storage.is_stale()


def test_another_version_of_the_program_derives_anew(derived, monkeypatch):
    assert not storage.is_stale()

    monkeypatch.setattr("pobratim.storage.projection.version", lambda _: "99")

    assert storage.is_stale()


def test_a_derivation_that_fails_leaves_the_old_rows_whole(derived, monkeypatch):
    twice_the_same_id = Place(id="city:minsk", type="city", name="Минск")
    broken = Register(places=(twice_the_same_id, twice_the_same_id))
    monkeypatch.setattr(register, "derive", lambda readings: broken)

    with pytest.raises(Exception, match="UNIQUE"):
        storage.derive()

    assert storage.whole_register() == REGISTER


def test_a_part_is_what_names_the_ids_and_whatever_that_names(derived):
    part = storage.part(["city:omsk"])

    assert {"tie:minsk-omsk", "agreement:map", "happening:signing", "person:shelest"} <= ids(part)
    assert {"city:minsk", "region:omsk"} <= ids(part), "what the rows name is there too"
    assert "conflict:1" in ids(part), "a conflict comes with the row it is on"
    assert not {"city:orel", "happening:tour", "org:school", "person:anna-petrova"} & ids(part)


def test_a_part_keeps_the_order_of_the_whole(derived):
    part = storage.part(["city:omsk", "city:orel"])

    assert list(part.rows()) == [row for row in REGISTER.rows() if row.id in ids(part)]


def test_every_id_that_a_part_names_is_in_it(derived):
    from pobratim.storage import models

    inside = ids(storage.part(["person:shelest"]))
    named = models.Link.objects.filter(row_id__in=inside).values_list("target_id", flat=True)

    assert set(named) <= inside


def test_a_part_of_a_document_is_what_it_says(derived):
    assert "happening:tour" in ids(storage.part(["b" * 64]))
    assert "happening:signing" not in ids(storage.part(["b" * 64]))


def test_nothing_is_part_of_nothing(derived):
    assert storage.part([]) == Register()
    assert storage.part(["city:nowhere"]) == Register()
