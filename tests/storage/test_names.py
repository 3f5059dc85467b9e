"""A name as people type it finds its row."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pobratim import register, storage
from pobratim.model.errors import NotFound
from pobratim.register.rows import Organization, Person, Place, Register
from tests.registers import REGISTER, derives


@pytest.fixture(autouse=True)
def derived(home, monkeypatch):
    monkeypatch.setattr(register, "derive_with_judgements", derives(REGISTER))
    storage.derive()


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Минск", "city:minsk"),
        ("минска", "city:minsk"),
        ("в Минске", None),
        ("Орел", "city:orel"),
        ("Орла", "city:orel"),
        ("Омская область", "region:omsk"),
        ("Омской области", "region:omsk"),
        ("Республика Беларусь", "country:by"),
        ("Белоруссию", "country:by"),
        ("Сергей Шелест", "person:shelest"),
        ("Шелеста", "person:shelest"),
        ("шелест сергей", "person:shelest"),
        ("С. Шелест", "person:shelest"),
        ("С. Н. Шелест", None),
        ("Сергей Николаевич Шелест", "person:shelest"),
        ("А. Шелест", None),
        ("Сухарев", None),
        ("БКМ", "org:bkm"),
        ("Белкоммун", "org:bkm"),
        ("org:bkm", "org:bkm"),
        ("Атлантида", None),
        ("", None),
        ("?!", None),
    ],
)
def test_the_best_find_for_what_is_typed(typed, found):
    assert next((row.id for row in storage.find(typed)), None) == found


def test_the_whole_name_comes_before_a_part_of_one():
    assert [row.id for row in storage.find("Омск")] == ["city:omsk", "region:omsk"]


@pytest.mark.parametrize(
    ("typed", "row"), [("Омск", "city:omsk"), ("Минск", "city:minsk"), ("БКМ", "org:bkm")]
)
def test_find_one_takes_the_whole_name_before_part_of_another(typed, row):
    assert storage.find_one(typed, Place, Person, Organization).id == row


def test_find_one_takes_the_name_as_it_is_typed_before_another_case_form(home, monkeypatch):
    """«Тула» and «Тулы»: each is also a case form of the other."""
    places = (Place(id="city:tula", type="city", name="Тула"), Place(id="city:tuly", type="city", name="Тулы"))
    monkeypatch.setattr(register, "derive_with_judgements", derives(Register(places=places)))
    storage.derive()

    assert storage.find_one("Тула", Place).id == "city:tula"
    assert storage.find_one("Тулы", Place).id == "city:tuly"
    with pytest.raises(storage.Ambiguous):
        storage.find_one("Туле", Place)


def test_of_very_many_that_fit_the_one_called_just_so_is_found_and_the_best_known(home, monkeypatch):
    monkeypatch.setattr("pobratim.storage.names.MOST_HELD", 2)
    named = [Organization(id=f"org:{number}", name=f"Университет № {number}") for number in range(4)]
    known = Organization(id="org:known", name="Университет Омска", documents=("a" * 64,))
    plainly = Organization(id="org:plain", name="Университет")
    rows = Register(organizations=(*named, known, plainly), documents=REGISTER.documents)
    monkeypatch.setattr(register, "derive_with_judgements", derives(rows))
    storage.derive()

    assert [row.id for row in storage.find("университет")] == ["org:plain", "org:known"]


def test_find_one_looks_among_the_kinds_asked_for():
    assert storage.find_one("Орла", Organization).id == "org:school"
    with pytest.raises(NotFound, match="«Шелест»"):
        storage.find_one("Шелест", Place)


def test_several_that_fit_equally_are_named_as_candidates():
    with pytest.raises(storage.Ambiguous, match="«Петрова»") as error:
        storage.find_one("Петрова", Person)

    assert {row.id for row in error.value.candidates} == {"person:anna-petrova", "person:alla-petrova"}


@pytest.fixture
def people(home, monkeypatch):
    """Whose first names surnames are made of."""
    names = ("Пётр Примеров", "Рустам Учебный", "Андрей Образцов", "Андрей Смекалов", "Сергей Марин",
             "Анна Петровская", "Захар", "Си Юань")
    rows = [Person(id=f"person:{name}", name=name) for name in names]
    rows.append(Person(id="person:клара", name="Клара Умнова", variants=("Клара", "Клару Умнову", "К. Умнова")))
    monkeypatch.setattr(register, "derive_with_judgements", derives(Register(people=tuple(rows))))
    storage.derive()


@pytest.mark.parametrize("typed", ["Петров", "Рустамов", "Андреев", "Захаров"])
def test_a_surname_is_no_case_form_of_a_first_name(people, typed):
    """«Петров» would be several called Пётр."""
    with pytest.raises(NotFound):
        storage.find_one(typed, Person)
    assert not any(row.name.startswith(("Пётр", "Рустам", "Андрей", "Захар")) for row in storage.find(typed))


@pytest.mark.parametrize("typed", ["Пётр", "Петра", "Рустам", "Андрей", "Клара", "Марина", "Петровс", "П.", "Кларой"])
def test_a_first_name_alone_or_the_beginning_of_a_surname_means_nobody(people, typed):
    with pytest.raises(NotFound):
        storage.find_one(typed, Person)


@pytest.mark.parametrize(("typed", "name"), [
    ("Примерова", "Пётр Примеров"), ("П. Примеровым", "Пётр Примеров"),
    ("Петру Ивановичу Примерову", "Пётр Примеров"),
    ("Марин", "Сергей Марин"), ("Захар", "Захар"), ("Захару", "Захар"), ("Умнова", "Клара Умнова"),
    ("Си Юань", "Си Юань"),
])
def test_a_surname_or_the_whole_name_tells_who_is_meant(people, typed, name):
    assert storage.find_one(typed, Person).name == name


def test_who_looks_for_a_first_name_finds_all_who_have_it(people):
    assert {row.name for row in storage.find("Андрея")} == {"Андрей Образцов", "Андрей Смекалов"}


def test_an_id_settles_it():
    assert storage.find_one("person:alla-petrova", Person).name == "Алла Петрова"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.text())
def test_whatever_is_typed_is_a_name(name):
    assert isinstance(storage.find(name), list)
