"""The derived register: stale or not, replaced whole."""

from __future__ import annotations

import pytest

from pobratim import register, storage
from pobratim.register.rows import Place, Register
from tests.readings import reading
from tests.registers import REGISTER, derives


@pytest.fixture
def derived(home, monkeypatch):
    """A home whose register is the one made by hand."""
    monkeypatch.setattr(register, "derive_with_judgements", derives(REGISTER))
    storage.derive()


def test_the_register_comes_back_as_it_was_derived(derived):
    assert storage.whole_register() == REGISTER


def test_derive_gets_the_current_readings_by_document_id(home, monkeypatch):
    given = []

    def derive(readings, decisions):
        given.extend(readings)
        return derives(Register())(readings, decisions)

    monkeypatch.setattr(register, "derive_with_judgements", derive)
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
    monkeypatch.setattr(register, "derive_with_judgements", derives(Register()))
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

    monkeypatch.setattr("pobratim.storage.projection.program", lambda: "another")

    assert storage.is_stale()


def test_a_derivation_that_fails_leaves_the_old_rows_whole(derived, monkeypatch):
    rows = [Place(id=f"place-{number}", type="city", name="Минск") for number in range(1000)]
    rows.append(Place(id="place-none", type="city", name="Минск", documents=(object(),)))  # type: ignore[arg-type]
    monkeypatch.setattr(register, "derive_with_judgements", derives(Register(places=tuple(rows))))

    with pytest.raises(TypeError):
        storage.derive()

    assert storage.whole_register() == REGISTER
