"""Statements past the models, with more values than one takes."""

from __future__ import annotations

import pytest
from django.db import Error

from pobratim.storage import sql

INSERT = "INSERT INTO storage_derivation (fingerprint, standing) VALUES (%s, %s)"
NUMBERS = [f"{number:05}" for number in range(2 * sql.AT_ONCE + 1)]


@pytest.fixture(autouse=True)
def many(home):
    sql.run_each(INSERT, [(number, "") for number in NUMBERS])


def test_all_of_many_values_are_looked_for() -> None:
    found = sql.rows_in("SELECT fingerprint FROM storage_derivation WHERE fingerprint IN", [*NUMBERS, "none"])
    assert sorted(one for one, in found) == NUMBERS


def test_no_values_find_nothing() -> None:
    assert list(sql.rows_in("SELECT fingerprint FROM storage_derivation WHERE fingerprint IN", [])) == []
    sql.run_each(INSERT, [])
    sql.run_in("DELETE FROM storage_derivation WHERE fingerprint IN", [])
    assert sql.rows("SELECT COUNT(*) FROM storage_derivation") == [(len(NUMBERS),)]


def test_how_many_rows_have_changed() -> None:
    assert sql.run("UPDATE storage_derivation SET standing = %s WHERE fingerprint < %s", ["old", "00003"]) == 3
    assert sql.run("UPDATE storage_derivation SET standing = %s WHERE fingerprint = %s", ["old", "none"]) == 0


def test_all_of_many_are_run() -> None:
    sql.run_in("DELETE FROM storage_derivation WHERE fingerprint IN", NUMBERS[1:])
    assert sql.rows("SELECT fingerprint FROM storage_derivation") == [("00000",)]


def test_what_the_database_does_not_understand_is_an_error() -> None:
    with pytest.raises(Error):
        sql.rows("SELECT fingerprint FROM nowhere")
