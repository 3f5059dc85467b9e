"""Which database keeps the register: SQLite in its home, or the PostgreSQL that the settings name."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pobratim.model.errors import SettingsError
from pobratim.model.settings import Settings

FILE = "register.sqlite3"
"""SQLite's file in the home."""
_FORM = "нужен вид postgresql://имя:пароль@машина/база"


def configuration(settings: Settings) -> dict[str, Any]:
    """The database as Django's settings name it. Raises SettingsError where it cannot be used."""
    return _sqlite(settings.home) if settings.database is None else _postgresql(settings.database)


def _sqlite(home: Path) -> dict[str, Any]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(home / FILE),
        "OPTIONS": {
            # Seconds to wait for another writer (SQLite's busy_timeout); Django switches foreign keys on.
            "timeout": 60,
            # A transaction takes the write lock when it begins; one that took it later would fail at once
            # instead of waiting its turn.
            "transaction_mode": "IMMEDIATE",
            # Pages written again and again go into the file once in 8000 of them (32 MB), not in 1000: documents that
            # are added one by one wait for that half as long.
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-32768; "
            "PRAGMA wal_autocheckpoint=8000;",
        },
    }


def _postgresql(address: str) -> dict[str, Any]:
    try:
        from psycopg import ProgrammingError
        from psycopg.conninfo import conninfo_to_dict
    except ImportError as error:
        raise SettingsError(
            "DATABASE_URL называет базу PostgreSQL, а пакета для неё нет; "
            "поставьте его: pip install 'pobratim[postgres]'"
        ) from error
    try:
        parts: dict[str, Any] = dict(conninfo_to_dict(address))
    except ProgrammingError as error:
        raise SettingsError(f"DATABASE_URL не понять ({error}); {_FORM}") from error
    if not parts.get("dbname"):
        raise SettingsError(f"DATABASE_URL не называет базу; {_FORM}")
    # Times are kept in UTC, whatever zone the server or the user is in.
    parts["options"] = f"{parts.get('options', '')} -c timezone=UTC".strip()
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.pop("dbname"),
        "USER": parts.pop("user", ""),
        "PASSWORD": parts.pop("password", ""),
        "HOST": parts.pop("host", ""),
        "PORT": parts.pop("port", ""),
        "OPTIONS": {"connect_timeout": 10, **parts},
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }
