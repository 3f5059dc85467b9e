"""What a database or a disk refuses is told on a plain page: what was wrong, what to do next; nothing is lost."""

from __future__ import annotations

import sqlite3
import threading
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client

from pobratim import storage
from tests.web import make
from tests.web.pages import text_of

ADDRESSES = ("/", "/ties/", f"/places/{make.MINSK}/", f"/documents/{make.NEWS}/", "/search/?q=Омск", "/commitments/",
             "/matches/", "/reports/", f"/reports/year/?place={make.MINSK}&year=2025", "/review/", "/visits/")
ACCEPT = f"/documents/{make.NEWS}/facts/r1/accept"


@pytest.fixture
def client() -> Client:
    """Sees what a person sees, not what the program met."""
    return Client(raise_request_exception=False)


@pytest.fixture
def file(filled, request) -> Path:
    """The register's file, nobody at it."""
    found = filled / "register.sqlite3"
    if not found.exists():
        pytest.skip("the database of this run is a server")
    connection.close()
    return found


def assert_told(response, *words: str) -> None:
    page = text_of(response.content)
    assert response.status_code == 503, page
    assert "Внутренняя ошибка" not in page
    for word in words:
        assert word.casefold() in page.casefold()


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
def test_a_sign_that_postgresql_does_not_keep(home, client):
    for address in ("/places/%00/", "/documents/%00/", "/search/?q=%00"):
        page = client.get(address)
        assert page.status_code < 500 or "знак с номером ноль" in page.content.decode(), address


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_register_that_is_gone(client, file, address):
    moved = file.with_name("away.sqlite3")
    for end in ("", "-wal", "-shm"):
        if (part := Path(f"{file}{end}")).exists():
            part.rename(f"{moved}{end}")

    assert_told(client.get(address), "в файле register.sqlite3 нет таблиц реестра", "запасной копии")

    connection.close()
    for end in ("-wal", "-shm"):
        Path(f"{file}{end}").unlink(missing_ok=True)
    moved.replace(file)
    assert client.get(address).status_code == 200


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_register_that_is_no_register(client, file, address):
    kept = file.read_bytes()
    file.write_bytes("Это не реестр, а письмо, которое сохранили под его именем.".encode() * 100)

    assert_told(client.get(address), "повреждён", "запасной копии")

    connection.close()
    file.write_bytes(kept)
    assert client.get(address).status_code == 200


def test_a_register_that_another_program_holds(client, file, monkeypatch):
    monkeypatch.setitem(connection.settings_dict["OPTIONS"], "timeout", 0.1)
    release, held = threading.Event(), threading.Event()

    def hold() -> None:
        other = sqlite3.connect(file, isolation_level=None)
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        held.set()
        release.wait()
        other.execute("ROLLBACK")
        other.close()

    holder = threading.Thread(target=hold)
    holder.start()
    held.wait()
    try:
        assert_told(client.post(ACCEPT), "занят другой программой", "повторите")
    finally:
        release.set()
        holder.join()
    connection.close()
    assert client.post(ACCEPT).status_code == 302
    assert storage.count_decisions() == 1


def test_a_disk_that_is_full(client, file):
    before = client.get(f"/documents/{make.NEWS}/").content
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA page_count")
        pages = cursor.fetchone()[0]
        cursor.execute(f"PRAGMA max_page_count = {pages}")
    paper = "Учебный пример. " + "Минск и Омск обменялись опытом. " * 4000
    response = client.post("/hand/figure/", {"paper": paper})  # is refused as a form, before anything is written
    assert response.status_code == 422
    for number in range(60):
        response = client.post(f"/documents/{make.NEWS}/facts/r{number % 4 + 1}/accept", {"why": "Проверено. " * 300})
        if response.status_code == 503:
            break

    assert_told(response, "нет места", "сохранённое не пропало")
    kept = storage.count_decisions()
    connection.close()
    assert storage.count_decisions() == kept
    assert client.get(f"/documents/{make.NEWS}/").status_code == 200
    assert len(before) > 1000


def test_a_folder_that_cannot_be_opened(client, file):
    folder = file.parent
    away = folder.with_name("away")
    folder.rename(away)

    assert_told(client.get("/"), "папка реестра не открывается", "POBRATIM_HOME")

    connection.close()
    away.rename(folder)
    assert client.get("/").status_code == 200
