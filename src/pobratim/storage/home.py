"""The register's home: one folder with the database, the originals and the key of the pages."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from pobratim.model.errors import SettingsError
from pobratim.model.settings import Settings


def setup(settings: Settings) -> None:
    """Make ``settings.home`` the register in use: the folder made, Django ready, tables up to date.

    Comes first; everything else in `pobratim.storage` works on that home. Calling it again costs little, and
    with another home the register in use changes.
    """
    os.environ["POBRATIM_HOME"] = str(settings.home)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pobratim.web.settings")
    try:
        settings.home.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise SettingsError(
            f"папку реестра {settings.home} не создать ({error.strerror}); "
            "укажите другую в переменной POBRATIM_HOME"
        ) from error

    import django
    from django.conf import settings as django_settings

    django.setup()
    if settings.home != django_settings.POBRATIM_HOME:
        _move_to(settings.home)
    _migrate(settings.home)
    _sweep(settings.home)


def originals() -> Path:
    """The folder of the originals, and of files on their way there (``.incoming-*``)."""
    from django.conf import settings as django_settings

    return Path(django_settings.POBRATIM_HOME) / "originals"


def _move_to(home: Path) -> None:
    from django.conf import settings as django_settings
    from django.db import connections

    connections.close_all()
    django_settings.POBRATIM_HOME = home
    connections["default"].settings_dict["NAME"] = str(home / "register.sqlite3")


def _migrate(home: Path) -> None:
    from django.core.management import call_command
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    def behind() -> bool:
        executor = MigrationExecutor(connection)
        return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))

    if behind():
        with _alone(home):
            if behind():  # still, after whoever held the lock
                call_command("migrate", interactive=False, verbosity=0)


@contextmanager
def _alone(home: Path) -> Iterator[None]:
    """Only one process at a time gets in; the lock of one that was killed is free at once."""
    with closing(sqlite3.connect(home / "lock.sqlite3", timeout=120, isolation_level=None)) as lock:
        lock.execute("BEGIN EXCLUSIVE")
        yield


def _sweep(home: Path) -> None:
    """Remove what killed runs left half-written. A younger file may still be on its way."""
    for path in (home / "originals").glob(".incoming-*"):
        try:
            if time.time() - path.stat().st_mtime > 3600:
                path.unlink()
        except FileNotFoundError:
            continue
