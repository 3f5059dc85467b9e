"""Pages of what is told of very much: the newest of each kind, and how many there are."""

from __future__ import annotations

import pytest

from pobratim import storage
from pobratim.model.errors import NotFound
from pobratim.register.moment import NOW
from pobratim.register.rows import DocumentRow, Happening, Person, Place, Register, Tie
from pobratim.storage.pages import LITTLE, MOST
from tests.registers import REGISTER, derives

MANY = LITTLE + 50


def busy(count: int) -> Register:
    """Two cities and one person who met so many times."""
    documents = tuple(
        DocumentRow(id=f"{number:064}", source=f"{number}.txt", published=f"2020-01-{number % 28 + 1:02}")
        for number in range(count)
    )
    ids = tuple(one.id for one in documents)
    return Register(
        documents=documents,
        places=tuple(Place(id=one, type="city", name=one, documents=ids) for one in ("minsk", "omsk")),
        people=(Person(id="anna", name="Анна Образцова", documents=ids),),
        happenings=tuple(
            Happening(
                id=f"happening:{number:04}", kind="meeting", parties=("minsk", "omsk"), participants=("anna",),
                date=f"{1990 + number // 28}-01-{number % 28 + 1:02}", documents=(one.id,),
            )
            for number, one in enumerate(documents)
        ),
        ties=(Tie(id="tie", parties=("minsk", "omsk"), documents=ids),),
    )


@pytest.fixture
def fill(home, monkeypatch):
    def fill_with(register: Register) -> None:
        monkeypatch.setattr("pobratim.register.derive_with_judgements", derives(register))
        storage.derive()

    return fill_with


@pytest.mark.parametrize("page", [
    lambda: storage.place_page("minsk", NOW), lambda: storage.tie_page("minsk", "omsk", NOW),
    lambda: storage.person_page("anna", NOW),
])
def test_the_newest_are_shown_and_all_are_counted(fill, page, django_assert_max_num_queries):
    fill(busy(MANY))
    with django_assert_max_num_queries(120):
        shown = page()

    assert shown.totals["happenings"] == MANY
    assert len(shown.dossier.happenings) == MOST
    newest = max(row.date for row in busy(MANY).happenings)
    assert shown.dossier.happenings[0].date == newest
    assert len(shown.dossier.documents) <= MOST + 1


def test_what_is_little_is_shown_whole(fill):
    fill(REGISTER)
    shown = storage.place_page("city:omsk", NOW)

    assert shown.totals == {}
    assert shown.dossier == storage.place("city:omsk")


def test_what_is_not_there(fill):
    fill(busy(3))
    for page in (storage.place_page, storage.person_page, storage.organization_page):
        with pytest.raises(NotFound):
            page("nowhere", NOW)
