"""Who met whom."""

from __future__ import annotations

import dataclasses

from pobratim import storage
from pobratim.register.dossier import person_dossier, tie_dossier
from pobratim.register.rows import Happening, HeldPost, Person
from pobratim.storage import Subject
from pobratim.web.meetings import MOST, meetings
from tests.registers import derives
from tests.web import make
from tests.web.pages import assert_escapes

TIE = f"/ties/{make.MINSK}/{make.OMSK}/"


def dossier(*happenings: Happening, people: tuple[Person, ...] = ()):
    register = dataclasses.replace(
        make.REGISTER, happenings=happenings, people=(*make.REGISTER.people, *people)
    )
    return tie_dossier(register, make.MINSK, make.OMSK)


def met(name: str, *who: str, day: str | None = "2025-09-29") -> Happening:
    return Happening(id=f"happening:{name}", kind="meeting", date=day, parties=make.SIDES, participants=who,
                     documents=(make.NEWS,), evidence=make.evidence(make.MET))


BOTH = ("person:primerov", "person:obraztsova")


def test_each_side_has_its_people_and_a_line_where_they_met() -> None:
    found = meetings(dossier(met("a", *BOTH), met("b", *BOTH, day="2024-05-01")), "Другие")

    assert found is not None
    assert (found.left_name, found.right_name) == ("Минск", "Омск")
    assert [node.person.name for node in found.left] == ["Пётр Примеров"]
    assert [node.person.name for node in found.right] == ["Анна Образцова"]
    (edge,) = found.edges
    assert edge.title.replace("\N{NO-BREAK SPACE}", " ") == (
        "Пётр Примеров — Анна Образцова: 2 раза (29.09.2025, 01.05.2024)"
    )


def test_people_of_one_side_alone_met_nobody() -> None:
    assert meetings(dossier(met("a", "person:primerov")), "Другие") is None


def test_a_person_is_the_one_side_and_those_of_other_places_the_other() -> None:
    colleague = Person(id="person:own", name="Ирина Своя", posts=(HeldPost(title="депутат", place=make.MINSK),))
    register = dataclasses.replace(
        make.REGISTER, happenings=(met("a", *BOTH, colleague.id),), people=(*make.REGISTER.people, colleague)
    )
    found = meetings(person_dossier(register, "person:primerov"), "С кем")

    assert found is not None and (found.left_name, found.right_name) == ("", "С кем")
    assert [node.person.name for node in found.left] == ["Пётр Примеров"]
    assert [node.person.name for node in found.right] == ["Анна Образцова"], "who came along was not met"


def test_who_met_more_often_has_a_thicker_line() -> None:
    other = Person(id="person:third", name="Ольга Учебная", posts=(HeldPost(title="депутат", place=make.OMSK),))
    found = meetings(
        dossier(met("a", *BOTH), met("b", *BOTH, day="2024"), met("c", "person:primerov", other.id), people=(other,)),
        "Другие",
    )

    assert found is not None
    widths = {edge.title.split(":")[0].split(" — ")[1]: edge.width for edge in found.edges}
    assert widths["Анна Образцова"] > widths["Ольга Учебная"] > 1
    assert [node.person.name for node in found.right] == ["Анна Образцова", "Ольга Учебная"]


def test_those_for_whom_there_is_no_room_are_counted() -> None:
    guests = tuple(
        Person(id=f"person:{number}", name=f"Гость {number:02d}", posts=(HeldPost(title="гость", place=make.OMSK),))
        for number in range(MOST + 3)
    )
    found = meetings(dossier(met("a", "person:primerov", *(one.id for one in guests)), people=guests), "Другие")

    assert found is not None
    assert len(found.right) == MOST and found.more == 3
    assert all(0 < node.y < found.height for node in found.right)


def test_it_stands_on_the_page_and_names_stay_words(client, hostile):
    assert_escapes(client, TIE)
    assert 'id="met"' in client.get(TIE).content.decode()


def test_of_a_busy_tie_more_than_the_newest_ten_count(client, home, monkeypatch):
    others = tuple(
        Person(id=f"person:{number}", name=f"Гость {number:02d}", posts=(HeldPost(title="гость", place=make.OMSK),),
               documents=(make.NEWS,))
        for number in range(12)
    )
    held = tuple(
        met(str(number), "person:primerov", others[number % 12].id, day=f"2024-01-{number % 28 + 1:02}")
        for number in range(120)
    )
    monkeypatch.setattr("pobratim.storage.pages.LITTLE_OF_TIE", 0)  # as if hundreds of documents told of it
    register = dataclasses.replace(make.REGISTER, happenings=held, people=(*make.REGISTER.people, *others))
    monkeypatch.setattr("pobratim.register.derive_with_judgements", derives(register))
    storage.derive()

    shown = storage.page_of(Subject("tie", tuple(sorted((make.MINSK, make.OMSK)))))
    assert shown.told is not None and len(shown.dossier.happenings) < 12
    found = meetings(shown.met(), "Другие")
    assert found is not None and {node.person.name for node in found.right} == {one.name for one in others}
    assert client.get(TIE).status_code == 200
