"""Which database an address names, and what a wrong one is told."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from pobratim.model.errors import SettingsError
from pobratim.model.settings import Settings
from pobratim.storage.database import configuration
from pobratim.storage.home import described


def settings(address: str | None) -> Settings:
    return Settings(home=Path("/srv/register"), database=address)


def test_without_an_address_it_is_sqlite_in_the_home():
    assert configuration(settings(None))["NAME"] == "/srv/register/register.sqlite3"
    assert described(settings(None)) == "/srv/register"


def test_an_address_of_postgresql():
    pytest.importorskip("psycopg")
    named = settings("postgresql://anna:s%40lt@db.example:5433/register?sslmode=require&options=-c%20work_mem%3D8MB")

    found = configuration(named)

    assert [found[name] for name in ("NAME", "USER", "PASSWORD", "HOST", "PORT")] == [
        "register", "anna", "s@lt", "db.example", "5433",
    ]  # fmt: skip
    assert found["OPTIONS"]["sslmode"] == "require"
    assert found["OPTIONS"]["options"] == "-c work_mem=8MB -c timezone=UTC"
    assert described(named) == "PostgreSQL, база register на db.example; исходные файлы — /srv/register"


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("postgresql://localhost", "не называет базу"),
        ("postgresql://localhost/register?colour=red", "DATABASE_URL не понять"),
    ],
)
def test_a_wrong_address(address, sentence):
    pytest.importorskip("psycopg")
    with pytest.raises(SettingsError, match=sentence):
        configuration(settings(address))


def test_the_package_that_is_missing_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "psycopg", None)

    with pytest.raises(SettingsError, match=r"pip install 'pobratim\[postgres\]'"):
        configuration(settings("postgresql://localhost/register"))
