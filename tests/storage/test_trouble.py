"""Disks that are full, folders without rights, files that are no database: one sentence each."""

from __future__ import annotations

import errno
import re
import sqlite3

import pytest
from django.db import connections

from pobratim import storage
from pobratim.model.settings import Settings


def failing(statement: str, path: object = ":memory:", *, pages: int | None = None) -> Exception:
    """The error that SQLite raises on the statement."""
    with pytest.raises(sqlite3.Error) as raised:
        connection = sqlite3.connect(str(path), timeout=0.01)
        if pages:
            connection.execute(f"PRAGMA max_page_count = {pages}")
        connection.executescript(statement)
    return raised.value


def test_no_place_on_the_disk():
    full = failing("CREATE TABLE t (x); INSERT INTO t VALUES (zeroblob(100000))", pages=2)

    assert "нет места" in str(storage.trouble(full))
    assert "нет места" in str(storage.trouble(OSError(errno.ENOSPC, "No space left on device")))


def test_no_rights(tmp_path):
    assert "проверьте права" in str(storage.trouble(failing("SELECT 1", tmp_path / "no" / "folder.sqlite3")))
    assert "проверьте права" in str(storage.trouble(PermissionError(errno.EACCES, "Permission denied")))


def test_a_register_that_another_program_holds(tmp_path):
    holder = sqlite3.connect(tmp_path / "register.sqlite3", isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")

    assert "занят другой программой" in str(
        storage.trouble(failing("CREATE TABLE t (x)", tmp_path / "register.sqlite3"))
    )


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_a_file_that_is_no_database_as_django_tells_it(home, tmp_path):
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "register.sqlite3").write_bytes(b"no database at all" * 100)
    try:
        with pytest.raises(Exception, match="not a database") as raised:
            storage.setup(Settings(home=tmp_path / "other"))
    finally:
        connections.close_all()
        storage.setup(Settings(home=home))

    assert "register.sqlite3 в папке реестра повреждён" in str(storage.trouble(raised.value))


@pytest.mark.parametrize("error", [KeyError("x"), ValueError("no such thing"), FileNotFoundError(2, "x")])
def test_a_bug_is_no_trouble_of_the_disk(error):
    assert storage.trouble(error) is None


def test_a_wrong_query_is_a_bug():
    assert storage.trouble(failing("SELECT nothing FROM nowhere")) is None


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (("dbname", "nowhere"), "базы, названной в DATABASE_URL, нет"),
        (("host", "/nowhere"), "не отвечает или прервал связь"),
        (("user", "stranger"), "не пускает в базу|базы, названной"),
    ],
)
def test_what_ails_a_connection_to_postgresql(database_url, change, sentence):
    import psycopg
    from psycopg.conninfo import make_conninfo

    with pytest.raises(psycopg.OperationalError) as raised:
        psycopg.connect(make_conninfo(database_url, **dict([change])))

    assert re.search(sentence, str(storage.trouble(raised.value)))


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
def test_a_wrong_query_is_a_bug_on_postgresql_too(home):
    from django.db import Error, connection

    with pytest.raises(Error) as raised, connection.cursor() as cursor:
        cursor.execute("SELECT nothing FROM nowhere")

    assert storage.trouble(raised.value) is None


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
def test_a_connection_that_was_cut_is_said_so(home, postgresql):
    from django.db import Error, connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        (number,) = cursor.fetchone()
    postgresql.administer(f"SELECT pg_terminate_backend({number})")

    with pytest.raises(Error) as raised:
        storage.sizes()

    assert "прервал связь" in str(storage.trouble(raised.value))
    connection.close()
    assert storage.sizes()["documents"] == 0
