"""What tests of several packages share."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from pobratim import storage
from pobratim.model.settings import Settings
from pobratim.storage import choosing, moments, waiting


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
    path = tmp_path / "home"
    with django_db_blocker.unblock():
        storage.setup(Settings(home=path))
        try:
            yield path
        finally:
            connections["default"].close()
            connections["default"] = connection_before
            django_settings.POBRATIM_HOME = home_before
