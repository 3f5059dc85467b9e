"""A dossier over a part of the register says what it would say over the whole."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import HealthCheck, given, settings

from pobratim import register, storage
from pobratim.model.errors import NotFound
from pobratim.register import dossier
from pobratim.register.dossier import Dossier
from pobratim.register.rows import Register
from pobratim.storage import shelf
from tests.register.make import derive, place_id, post, quote, reading, roadmap, twins
from tests.register.make import meeting as meeting_of
from tests.register.test_derivation import readings
from tests.registers import derives


def same(left: Dossier, right: Dossier) -> bool:
    """Equal in what is shown, and in every name it may need."""
    shown = {row.id for row in left.register.rows()} == {row.id for row in right.register.rows()}
    return shown and dataclasses.replace(left, register=Register()) == dataclasses.replace(
        right, register=Register()
    )


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(pages=readings())
def test_the_part_is_enough_for_every_dossier(home, pages):
    whole = derive(*pages)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(register, "derive_with_judgements", derives(whole))
        storage.derive()
    shelf.forget()  # of the same readings another register, which only tests can have

    for place in whole.places:
        assert same(storage.place(place.id), dossier.place_dossier(whole, place.id))
        for other in whole.places:
            if other.id != place.id:
                assert same(
                    storage.tie(place.id, other.id), dossier.tie_dossier(whole, place.id, other.id)
                )
    for person in whole.people:
        assert same(storage.person(person.id), dossier.person_dossier(whole, person.id))
    for organization in whole.organizations:
        assert same(
            storage.organization(organization.id), dossier.organization_dossier(whole, organization.id)
        )


@pytest.fixture
def kept(home) -> None:
    for page in (
        reading(
            twins("Минск", "Омск", since="2002"),
            meeting_of("Минск", "Омск", date="2024-06-24", people=["Павел Громов"]),
            post("Павел Громов", "мэр", place="Омск"),
            quote("Павел Громов", "Мост откроем осенью"),
            roadmap("Минск", "Омск"),
            published="2024-06-25",
        ),
        reading(meeting_of("Казань", "Уфа", date="2025-01-01"), published="2025-01-02"),
    ):
        storage.keep(page, None, "paste")
    storage.derive()


def test_a_tie_is_told_with_its_people_and_questions(kept):
    found = storage.tie(place_id("Минск"), place_id("Омск"))

    assert [stage.since for tie in found.ties for stage in tie.history] == ["2002"]
    assert [row.date for row in found.happenings] == ["2024-06-24"]
    assert [row.text for row in found.quotes] == ["Мост откроем осенью"]
    assert [row.name for row in found.people] == ["Павел Громов"]
    assert [question.kind for question in found.questions] == ["no_period"]
    assert {found.register.name(place) for place in found.happenings[0].parties} == {"Минск", "Омск"}


def test_the_order_of_the_places_is_the_callers(kept):
    found = storage.tie(place_id("Омск"), place_id("Минск"))

    assert (found.place.name, found.other_place.name) == ("Омск", "Минск")


def test_an_unknown_row_is_not_found(kept):
    for ask in (storage.place, storage.person, storage.organization):
        with pytest.raises(NotFound, match="geo-0"):
            ask("geo-0")
    with pytest.raises(NotFound, match="geo-0"):
        storage.tie(place_id("Омск"), "geo-0")


def test_a_row_of_another_kind_is_not_found(kept):
    with pytest.raises(NotFound):
        storage.person(place_id("Омск"))
