"""Rows chosen by facets: the same as the pure rules choose, a page at a time."""

from __future__ import annotations

import pytest

from pobratim import storage
from pobratim.register.facets import Among, Between, Facets, Lacks, holds
from pobratim.storage import Choice
from tests.registers import REGISTER, derives

CONDITIONS = [
    (),
    (Among("place", frozenset({"city:omsk"})),),
    (Among("place", frozenset({"city:omsk", "city:orel"})), Lacks("status")),
    (Between("day", "2022-05-21"),),
    (Between("year", "2022", "2022"), Among("status", frozenset({"signed"}))),
    (Lacks("day"), Lacks("place")),
    (Among("place", frozenset({"нет такого"})),),
]


@pytest.fixture
def derived(home, monkeypatch):
    monkeypatch.setattr("pobratim.register.derive_with_judgements", derives(REGISTER))
    storage.derive()


def expected(conditions) -> set[str]:
    facets = Facets(REGISTER.by_id)
    return {row.id for row in REGISTER.rows() if all(holds(one, facets.of(row)) for one in conditions)}


@pytest.mark.parametrize("conditions", CONDITIONS)
def test_the_database_chooses_what_the_rules_choose(derived, conditions):
    choice = Choice((), conditions)

    assert {row.id for row in storage.chosen(choice)} == expected(conditions)
    assert storage.count_chosen(choice) == len(expected(conditions))


def test_tables_and_ids_narrow_it(derived):
    assert [row.id for row in storage.chosen(Choice(("agreements",)))] == ["agreement:map"]
    assert storage.chosen(Choice(within=frozenset({"offer:trams"})))[0].id == "offer:trams"
    assert storage.chosen(Choice(within=frozenset())) == []


def test_the_newest_come_first_and_what_has_no_day_last(derived):
    days = [dict(Facets(REGISTER.by_id).of(row)).get("day") for row in storage.chosen(Choice())]
    known = [day for day in days if day]

    assert known == sorted(known, reverse=True)
    assert days[: len(known)] == known


def test_pages_together_are_the_whole(derived):
    whole = [row.id for row in storage.chosen(Choice(), count=1000)]

    pages = [storage.chosen(Choice(), start=start, count=3) for start in range(0, len(whole), 3)]
    assert [row.id for page in pages for row in page] == whole


def test_values_are_counted_among_the_rows_chosen(derived):
    signed = Choice((), (Among("status", frozenset({"signed"})),))

    assert storage.values_chosen(signed, "sort", "field") == {"sort": [("roadmap", 1)], "field": []}
    assert dict(storage.values_chosen(Choice(), "sort")["sort"])["city"] == 3
    assert storage.tables_chosen(signed) == {"agreements": 1}


def test_another_derivation_is_counted_anew(derived, monkeypatch):
    from pobratim.register.rows import Register

    assert storage.count_chosen(Choice()) > 0
    monkeypatch.setattr("pobratim.register.derive_with_judgements", derives(Register()))
    monkeypatch.setattr("pobratim.storage.projection.program", lambda: "another program")
    storage.derive()

    assert storage.count_chosen(Choice()) == 0


def test_rows_come_with_what_they_name(derived):
    register = storage.with_names(storage.chosen(Choice(("agreements",))))

    assert register.name("city:omsk") == "Омск" and register.name("person:shelest") == "Сергей Шелест"
    assert [row.id for row in storage.rows_named(["city:omsk", "нет"])] == ["city:omsk"]
