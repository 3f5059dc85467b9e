"""What tests of several packages share."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import settings

from pobratim import storage
from pobratim.model.settings import Settings
from pobratim.storage import choosing, kept, matching, moments, review, shelf, subjects, waiting
from tests import postgres

settings.register_profile("no deadline", deadline=None)  # first examples load data, and no test asserts a time
settings.load_profile("no deadline")

DATABASES = ("sqlite", "postgresql")
ON_BOTH = (
    "tests/storage/",
    "tests/faults/",
    "tests/cli/test_add",
    "tests/cli/test_decide",
    "tests/cli/test_export",
    "tests/cli/test_search",
    "tests/cli/test_show",
    "tests/web/test_add",
    "tests/web/test_moments",
    "tests/web/test_search",
    "tests/web/test_tie.py",
)
"""Tests that run on both databases; all others on SQLite."""


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    path = metafunc.definition.nodeid
    chosen = any("database" in mark.args[0] for mark in metafunc.definition.iter_markers("parametrize"))
    if "database" in metafunc.fixturenames and path.startswith(ON_BOTH) and not chosen:
        metafunc.parametrize("database", DATABASES, indirect=True)

_EMPTY: list[bytes] = []
"""The tables of an empty register, made by the first test that needs them."""


@pytest.fixture
def database(request: pytest.FixtureRequest) -> str:
    """Which database the register of `home` is kept in."""
    return getattr(request, "param", "sqlite")


@pytest.fixture(scope="session")
def postgresql() -> postgres.Server:
    """The server that all tests share; where none can be had the test is skipped and says why."""
    try:
        return postgres.server()
    except RuntimeError as error:
        pytest.skip(str(error))


@pytest.fixture
def database_url(database: str, request: pytest.FixtureRequest) -> Iterator[str | None]:
    """The address of a database with all tables and nothing in them; None means SQLite."""
    if database == "sqlite":
        yield None
    else:
        server = request.getfixturevalue("postgresql")
        url = server.create(template(server))
        yield url
        server.drop(url)


@pytest.fixture
def home(tmp_path: Path, database_url: str | None, django_db_blocker, monkeypatch) -> Iterator[Path]:
    """An empty register in a folder of its own, with a real database; in use until the test ends."""
    from django.conf import settings as django_settings
    from django.db import connections

    for variable in ("POBRATIM_HOME", "DATABASE_URL"):  # what setup changes is put back
        monkeypatch.setenv(variable, os.environ.get(variable, ""))
    before = django_settings.POBRATIM_HOME, django_settings.POBRATIM_DATABASE
    settings_before, connection_before = connections.settings, connections["default"]
    moments.forget()  # tests change what deriving does
    waiting.forget()
    choosing.forget()
    subjects.forget()
    shelf.forget()
    review.forget()
    monkeypatch.setattr(django_settings, "POBRATIM_DERIVE_APART", False, raising=False)
    matching.forget()
    kept.forget()
    for module in ("ties", "beside", "views.overview"):
        if f"pobratim.web.{module}" in sys.modules:
            sys.modules[f"pobratim.web.{module}"].forget()
    path = tmp_path / "home"
    if _EMPTY and database_url is None:
        path.mkdir(mode=0o700)
        (path / "register.sqlite3").write_bytes(_EMPTY[0])
    with django_db_blocker.unblock():
        storage.setup(Settings(home=path, database=database_url))
        if not _EMPTY and database_url is None:
            connections["default"].cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
            _EMPTY.append((path / "register.sqlite3").read_bytes())
        try:
            yield path
        finally:
            if beside := sys.modules.get("pobratim.web.beside"):
                beside.wait()  # what is still looked for is looked for in this register
            connections["default"].close()
            connections.settings, connections["default"] = settings_before, connection_before
            django_settings.POBRATIM_HOME, django_settings.POBRATIM_DATABASE = before


@cache
def template(server: postgres.Server) -> str:
    """The name of a database with all tables, made once: copying it takes no time."""
    server.administer("CREATE DATABASE with_tables")
    setup = "import os; from pobratim import storage; from pobratim.model.settings import Settings; "
    setup += "storage.setup(Settings.from_environment(os.environ))"
    environment = {**os.environ, "DATABASE_URL": server.url("with_tables")}
    environment.pop("DJANGO_SETTINGS_MODULE", None)
    subprocess.run([sys.executable, "-c", setup], env=environment, check=True)
    return "with_tables"
