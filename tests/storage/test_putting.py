"""A process that begins goes on from what another put away, and what it writes is what deriving all would give."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from pobratim import storage
from pobratim.model.reading import Reading
from pobratim.register.decisions import Merge, Reject, seen_claim, seen_thing
from pobratim.storage import kept, models, putting
from pobratim.storage.drawer import FILE
from tests.storage.test_differences import AT, all_anew, pages, tables, two_people

__all__ = ["pages"]


@pytest.fixture(autouse=True)
def few(home, monkeypatch):
    """What takes no time to derive is put away, too."""
    monkeypatch.setattr(putting, "MANY", 1)
    kept.forget()
    yield
    kept.forget()


@pytest.fixture
def no_deriving(monkeypatch) -> Callable[[], None]:
    """From when it is called on nobody may derive all, or write all, until all is derived to compare."""

    def forbid() -> None:
        monkeypatch.setattr("pobratim.storage.projection._derived", None)
        monkeypatch.setattr("pobratim.storage.projection.write_all", None)

    return forbid


def add(some: list[Reading]) -> None:
    """As a process does that adds these documents and ends."""
    kept.forget()
    for one in some:
        storage.keep(one, None, "paste")
    storage.catch_up()
    assert not storage.is_stale()
    kept.forget()


def test_each_process_goes_on_from_the_one_before(home, pages, no_deriving, monkeypatch):
    add(pages[:20])
    no_deriving()
    for number in range(20, 26):
        add(pages[number : number + 1])
    (first, person), (second, other) = two_people(pages)
    number = storage.decide(
        Merge(left=seen_thing(first, person), right=seen_thing(second, other)), by="Иванова", at=AT
    )
    add(pages[26:27])
    storage.decide(Reject(claim=seen_claim(pages[2], pages[2].records[0])), by="Иванова", at=AT)
    storage.undo(number, by="Иванова", at=AT)
    add(pages[27:])
    monkeypatch.undo()
    assert tables() == all_anew()


def test_a_process_that_goes_on_beside_others(home, pages, no_deriving, monkeypatch):
    add(pages[:20])
    no_deriving()
    server = putting.take()
    assert server is not None
    kept.keep(server)
    storage.keep(pages[20], None, "paste")
    storage.catch_up()
    add(pages[21:23])
    kept.keep(server)  # it comes back, and the file is another than the one it knows
    storage.keep(pages[23], None, "paste")
    storage.catch_up()
    assert not storage.is_stale()
    monkeypatch.undo()
    assert tables() == all_anew()


def test_what_was_put_away_is_behind_the_tables(home, pages, no_deriving, monkeypatch):
    add(pages[:26])
    old = (home / FILE).read_bytes()
    add(pages[26:27])
    (home / FILE).write_bytes(old)  # as where the process that derived all goes on and puts nothing away
    no_deriving()
    add(pages[27:28])
    monkeypatch.undo()
    assert tables() == all_anew()


def test_what_is_far_behind_is_derived_anew(home, pages):
    add(pages[:10])
    old = (home / FILE).read_bytes()
    add(pages[10:28])
    (home / FILE).write_bytes(old)
    add(pages[28:])
    assert tables() == all_anew()


def test_a_document_read_anew_and_a_file_behind(home, pages):
    add(pages[:20])
    old = (home / FILE).read_bytes()
    first = pages[0]
    newer = Reading(
        document=first.document, relevance=first.relevance, entities=first.entities, records=first.records[:1],
        reader="newer 1",
    )  # fmt: skip
    add([newer])
    (home / FILE).write_bytes(old)
    add(pages[20:21])
    assert tables() == all_anew()


def test_another_register_in_the_same_home(home, pages):
    add(pages[:12])
    for model in (models.Claim, models.Reading, models.Document, models.Facet, models.Word, models.Link, models.Row):
        model.objects.all().delete()
    models.Judgement.objects.all().delete()
    models.Derivation.objects.all().delete()
    add(pages[5:20])
    assert tables() == all_anew()


def test_another_program_does_not_go_on_from_it(home, pages, monkeypatch):
    add(pages[:12])
    monkeypatch.setattr(putting, "way_of_keeping", lambda: "another")
    assert putting.take() is None


@pytest.mark.parametrize("statement", [
    "DELETE FROM page", "DELETE FROM thing WHERE number % 2 = 0", "DELETE FROM note", "DROP TABLE page",
])  # fmt: skip
def test_a_file_that_is_not_whole_is_derived_anew(home, pages, statement):
    add(pages[:20])
    with sqlite3.connect(home / FILE) as file:
        file.execute(statement)
    file.close()
    add(pages[20:22])
    assert tables() == all_anew()
    add(pages[22:23])
    assert tables() == all_anew()


def test_a_file_that_is_none(home, pages):
    add(pages[:12])
    (home / FILE).write_text("Это не база.", encoding="utf-8")
    add(pages[12:14])
    assert tables() == all_anew()


def test_a_disk_that_is_full_takes_nothing_with_it(home, pages, monkeypatch):
    add(pages[:12])

    def full(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr("pobratim.storage.drawer.FileDrawer._write", full)
    add(pages[12:13])
    assert not (home / FILE).exists()
    monkeypatch.undo()
    monkeypatch.setattr(putting, "MANY", 1)
    add(pages[13:14])
    assert tables() == all_anew()


def test_a_worn_file_is_written_whole(home, pages, monkeypatch):
    add(pages[:12])
    before = things(home)
    monkeypatch.setattr("pobratim.storage.drawer.FileDrawer.is_worn", lambda _: True)
    add(pages[12:13])
    monkeypatch.undo()
    monkeypatch.setattr(putting, "MANY", 1)
    with sqlite3.connect(home / FILE) as file:
        (whole,) = file.execute("SELECT value FROM note WHERE name = 'whole'").fetchone()
    file.close()
    assert int(whole) == things(home) > before
    add(pages[13:14])
    assert tables() == all_anew()


def things(home: Path) -> int:
    with sqlite3.connect(home / FILE) as file:
        (number,) = file.execute("SELECT max(number) FROM thing").fetchone()
    file.close()
    return int(number)


def test_a_small_register_is_not_put_away(home, pages, monkeypatch):
    monkeypatch.setattr(putting, "MANY", 500)
    add(pages[:5])
    assert not (home / FILE).exists()
