"""Pages of what is told of very much: the newest of each kind, and how many there are."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date

import pytest

from benchmarks.register.telling import tellings
from benchmarks.register.world import world
from pobratim import storage
from pobratim.model.errors import NotFound
from pobratim.register.facets import Between
from pobratim.register.moment import Moment
from pobratim.register.rows import DocumentRow, Happening, Person, Place, Register, Tie, TopicRow
from pobratim.storage import Subject
from pobratim.storage.pages import LITTLE, MOST, MOST_OF_DAYS
from pobratim.storage.subjects import FACTS, AtPlaces
from tests.registers import REGISTER, derives

MANY = LITTLE + 50


@pytest.fixture(autouse=True)
def many_documents(monkeypatch):
    """As in a register of very many documents."""
    monkeypatch.setattr("pobratim.storage.pages.FEW", -1)


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


SUBJECTS = (Subject("place", ("minsk",)), Subject("tie", ("minsk", "omsk")), Subject("person", ("anna",)))


@pytest.mark.parametrize("subject", SUBJECTS)
def test_the_newest_are_shown_and_all_are_counted(fill, subject, django_assert_max_num_queries):
    fill(busy(MANY))
    with django_assert_max_num_queries(120):
        shown = storage.page_of(subject)

    assert shown.totals["happenings"] == MANY
    assert len(shown.dossier.happenings) == MOST
    newest = max(row.date for row in busy(MANY).happenings)
    assert shown.dossier.happenings[0].date == newest
    assert len(shown.dossier.documents) <= MOST + 1


@pytest.mark.parametrize("subject", SUBJECTS)
def test_the_rest_comes_after_them_each_once(fill, subject):
    fill(busy(MANY))
    first = storage.page_of(subject).dossier.happenings
    rest = storage.rows_of(subject, "happenings", MOST, MANY)

    assert rest.total == MANY
    assert len({row.id for row in (*first, *rest.rows)}) == len(first) + len(rest.rows) == MANY
    assert first[-1].date >= rest.rows[0].date
    assert rest.register.name("minsk") == "minsk"


@pytest.mark.parametrize("subject", SUBJECTS)
def test_all_are_counted_by_year_and_read_of_some_days(fill, subject):
    fill(busy(MANY))
    shown = storage.page_of(subject)
    years = shown.years("happenings")

    assert sum(years.values()) == MANY
    assert years["1990"] == 28
    found = shown.of_days(("1990-01-01", "1990-01-02"), ("happenings",))
    assert [row.date for row in found.happenings] == ["1990-01-02", "1990-01-01"]


@pytest.mark.parametrize("subject", SUBJECTS[:1])
def test_in_a_register_of_few_documents_more_is_read_whole(fill, subject, monkeypatch):
    monkeypatch.setattr("pobratim.storage.pages.FEW", 1_000)
    fill(busy(MANY))
    shown = storage.page_of(subject)

    assert not shown.is_much and len(shown.dossier.happenings) == MANY


@pytest.mark.parametrize("subject", SUBJECTS)
def test_much_of_another_day_is_counted_by_year_and_shown_of_some_days(fill, subject):
    fill(busy(MANY))
    shown = storage.page_of(subject, Moment(as_of=date(1995, 12, 31)))

    assert shown.is_much and shown.told is None
    assert shown.years("happenings") == {str(year): 28 for year in range(1990, 1996)}
    found = shown.of_days(("1990-01-01", "1990-01-02"), ("happenings",))
    assert [row.date for row in found.happenings] == ["1990-01-02", "1990-01-01"]
    assert len(shown.of_days(("1990-01-01", "1995-12-31"), ("happenings",)).happenings) == MOST_OF_DAYS


def test_documents_of_each_year_that_name_a_field(fill):
    topics = tuple(
        TopicRow(id=f"topic:{field}", topic=field, parties=("minsk", "omsk"), documents=("0" * 64,))
        for field in ("transport", "trade")
    )
    fill(replace(busy(MANY), topics=topics))
    for subject in SUBJECTS[:2]:
        assert storage.page_of(subject).fields() == {"trade": {"2020": 1}, "transport": {"2020": 1}}


@pytest.mark.parametrize("subject", [
    Subject("place", ("city:omsk",)), Subject("person", ("person:shelest",)), Subject("organization", ("org:bkm",)),
])
def test_what_is_little_is_shown_whole(fill, subject):
    fill(REGISTER)
    shown, whole = storage.page_of(subject), getattr(storage, subject.kind)(*subject.ids)

    assert shown.totals == {} and shown.told is None
    for part in fields(whole):
        if part.name != "register":
            assert getattr(shown.dossier, part.name) == getattr(whole, part.name), part.name


def test_what_is_not_there(fill):
    fill(busy(3))
    for kind in ("place", "person", "organization"):
        with pytest.raises(NotFound):
            storage.page_of(Subject(kind, ("nowhere",)))


def test_what_names_two_places_is_what_choosing_by_both_gives(home):
    for one in tellings(world(60, 3), 40, 3):
        storage.keep(one.reading, None, "paste")
    storage.catch_up()
    days = "2019-03-01", "2022-01-31"
    some = 0
    for tie in storage.whole_register().ties:
        told = AtPlaces(tie.parties)
        for table in (*FACTS, Tie.table):
            by_facets = storage.chosen_ids(told.choice(table), count=1000)
            assert told.ids(table, 0, 1000) == by_facets
            assert told.ids(table, 1, 2) == by_facets[1:3]
            assert told.count(table) == len(by_facets)
            among = told.choice(table).and_(Between("day", *days))
            assert told.ids(table, 0, 1000, days) == storage.chosen_ids(among, count=1000)
            some += len(by_facets)
    assert some > 50
