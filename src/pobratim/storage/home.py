"""The register's home: one folder with the database (unless that is PostgreSQL), the originals and the key."""

from __future__ import annotations

import os
import sqlite3
import time
from contextlib import closing
from pathlib import Path
from typing import Any

from pobratim.model.errors import SettingsError, trouble_of_disk
from pobratim.model.settings import Settings
from pobratim.storage.database import FILE, configuration
from pobratim.storage.locks import alone


def setup(settings: Settings) -> None:
    """Make this the register in use: the folder ``settings.home`` made, Django ready, tables up to date.

    Comes first; everything else in `pobratim.storage` works on that home and its database. Calling it again costs
    little, and with another home or database the register in use changes.
    """
    os.environ["POBRATIM_HOME"] = str(settings.home)
    os.environ["DATABASE_URL"] = settings.database or ""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pobratim.web.settings")
    try:
        settings.home.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise SettingsError(
            f"папку реестра {settings.home} не создать ({trouble_of_disk(error)}); "
            "укажите другую в переменной POBRATIM_HOME"
        ) from error

    import django
    from django.conf import settings as django_settings

    database = configuration(settings)
    django.setup()
    if (settings.home, settings.database) != (django_settings.POBRATIM_HOME, django_settings.POBRATIM_DATABASE):
        _move_to(settings, database)
    if settings.database is None and not is_made(settings):
        _begin(settings.home)
    _migrate()
    _index_anew()
    _sweep(settings.home)


def is_made(settings: Settings) -> bool:
    """Is there a register in SQLite in this home?"""
    return (settings.home / FILE).exists()


def described(settings: Settings) -> str:
    """Where the register is, for its user: a folder, and the database without its password."""
    if settings.database is None:
        return str(settings.home)
    database = configuration(settings)
    host = f" на {database['HOST']}" if database["HOST"] else ""
    return f"PostgreSQL, база {database['NAME']}{host}; исходные файлы — {settings.home}"


def originals() -> Path:
    """The folder of the originals, and of files on their way there (``.incoming-*``)."""
    from django.conf import settings as django_settings

    return Path(django_settings.POBRATIM_HOME) / "originals"


def _move_to(settings: Settings, database: dict[str, Any]) -> None:
    from django.conf import settings as django_settings
    from django.db import connections

    connections["default"].close()
    django_settings.POBRATIM_HOME = settings.home
    django_settings.POBRATIM_DATABASE = settings.database
    connections.settings = connections.configure_settings({"default": database})
    del connections["default"]  # the next to ask gets one of the new settings


def _begin(home: Path) -> None:
    """Make SQLite's file with its write-ahead log: of two connections that switch a file to it at once SQLite refuses
    one, without letting it wait."""
    with alone():
        if (home / FILE).exists():  # now, after whoever held the lock
            return
        new = home / f".{FILE}"
        new.unlink(missing_ok=True)
        with closing(sqlite3.connect(new)) as connection:
            connection.execute("PRAGMA journal_mode=WAL")
        new.rename(home / FILE)


def _migrate() -> None:
    from django.core.management import call_command
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    def behind() -> bool:
        executor = MigrationExecutor(connection)
        return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))

    if connection.vendor == "postgresql":
        connection.ensure_connection()
        encoding = connection.connection.info.parameter_status("server_encoding")
        if encoding != "UTF8":
            raise SettingsError(
                f"база, названная в DATABASE_URL, хранит буквы в {encoding}; "
                "создайте её иначе: createdb -E UTF8 -T template0 имя"
            )
    if behind():
        with alone():
            if behind():  # still, after whoever held the lock
                call_command("migrate", interactive=False, verbosity=0)


def _index_anew() -> None:
    """Make the index of words again where another version of the program made it otherwise."""
    from django.db import connection

    from pobratim.storage.fulltext import reindex
    from pobratim.storage.lemmas import lemmas_of

    if not lemmas_of(connection).is_current():
        with alone():
            if not lemmas_of(connection).is_current():
                reindex()


def _sweep(home: Path) -> None:
    """Remove what killed runs left half-written. A younger file may still be on its way."""
    for path in (home / "originals").glob(".incoming-*"):
        try:
            if time.time() - path.stat().st_mtime > 3600:
                path.unlink()
        except FileNotFoundError:
            continue
