"""What tests of several packages share."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from pobratim import storage
from pobratim.model.settings import Settings
from pobratim.storage import choosing, moments, waiting

_EMPTY: list[bytes] = []
"""The tables of an empty register, made by the first test that needs them."""


@pytest.fixture
def home(tmp_path: Path, django_db_blocker, monkeypatch) -> Iterator[Path]:
    """An empty register in a folder of its own, with a real database file; in use until the test ends."""
    from django.conf import settings as django_settings
    from django.db import connections

    monkeypatch.setenv("POBRATIM_HOME", os.environ["POBRATIM_HOME"])  # what setup changes is put back
    home_before, connection_before = django_settings.POBRATIM_HOME, connections["default"]
    connections["default"] = connection_before.copy()
    moments.forget()  # tests change what deriving does
    waiting.forget()
    choosing.forget()
    monkeypatch.setattr(django_settings, "POBRATIM_DERIVE_APART", False, raising=False)
    path = tmp_path / "home"
    if _EMPTY:
        path.mkdir(mode=0o700)
        (path / "register.sqlite3").write_bytes(_EMPTY[0])
    with django_db_blocker.unblock():
        storage.setup(Settings(home=path))
        if not _EMPTY:
            connections["default"].cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
            _EMPTY.append((path / "register.sqlite3").read_bytes())
        try:
            yield path
        finally:
            connections["default"].close()
            connections["default"] = connection_before
            django_settings.POBRATIM_HOME = home_before
