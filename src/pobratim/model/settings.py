"""Settings: each read from one environment variable, each with a sane default.

`docs/settings.md` lists them, and a test keeps that list complete.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from pobratim.model.errors import SettingsError

MIB = 1024 * 1024
ACCESS = ("desk", "sign-in", "public")
"""``desk``: whoever sits at this machine may do everything as long as there are no users. ``sign-in``: users only.
``public``: everybody reads, users may do what their role allows."""
_LONGEST_NUMBER = 18
"""Digits: enough for any limit, and few enough for Python to convert."""


def _setting(variable: str, default: object, about: str) -> object:
    return field(default=default, metadata={"variable": variable, "about": about})


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Where the register lives and how much one input may be."""

    home: Path = _setting(  # type: ignore[assignment]
        "POBRATIM_HOME", Path.home() / ".pobratim", "folder of the register"
    )
    database: str | None = field(
        default=None,
        repr=False,  # it may hold a password
        metadata={"variable": "DATABASE_URL", "about": "address of a PostgreSQL database to keep the register in"},
    )
    max_file_bytes: int = _setting(  # type: ignore[assignment]
        "POBRATIM_MAX_FILE_BYTES", 50 * MIB, "largest input file, in bytes"
    )
    max_text_chars: int = _setting(  # type: ignore[assignment]
        "POBRATIM_MAX_TEXT_CHARS", 2_000_000, "longest clean text, in characters"
    )
    max_archive_files: int = _setting(  # type: ignore[assignment]
        "POBRATIM_MAX_ARCHIVE_FILES", 10_000, "most files in one archive"
    )
    max_archive_bytes: int = _setting(  # type: ignore[assignment]
        "POBRATIM_MAX_ARCHIVE_BYTES", 500 * MIB, "most bytes that one archive may unpack to"
    )
    max_archive_ratio: int = _setting(  # type: ignore[assignment]
        "POBRATIM_MAX_ARCHIVE_RATIO", 200, "how many times larger a packed file may become"
    )
    hosts: tuple[str, ...] = _setting(  # type: ignore[assignment]
        "POBRATIM_HOSTS", (), "host names, separated by commas, under which others may open the pages"
    )
    access: str = _setting(  # type: ignore[assignment]
        "POBRATIM_ACCESS", "sign-in", "who may open the pages: desk, sign-in or public"
    )
    address: str = _setting(  # type: ignore[assignment]
        "POBRATIM_ADDRESS", "", "the address under which a proxy of this machine shows the pages"
    )

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> Settings:
        """The settings that ``environment`` gives; raises SettingsError on a value that is no number."""
        values: dict[str, object] = {}
        for f in dataclasses.fields(cls):
            variable = f.metadata["variable"]
            raw = environment.get(variable)
            if not raw:
                continue
            if f.name == "home":
                values[f.name] = _folder(variable, raw)
            elif f.name == "database":
                values[f.name] = _postgresql(variable, raw)
            elif f.name == "hosts":
                values[f.name] = tuple(host.strip() for host in raw.split(",") if host.strip())
            elif f.name == "access":
                values[f.name] = _one_of(variable, raw, ACCESS)
            elif f.name == "address":
                values[f.name] = _address(variable, raw)
            elif raw.isdecimal() and len(raw) <= _LONGEST_NUMBER and int(raw) > 0:
                values[f.name] = int(raw)
            else:
                raise SettingsError(f"{variable}: значение «{raw}» не годится, нужно целое число больше нуля")
        return cls(**values)  # type: ignore[arg-type]


def _postgresql(variable: str, raw: str) -> str:
    if not raw.startswith(("postgresql://", "postgres://")):
        raise SettingsError(  # the value itself is not shown: it may hold a password
            f"{variable}: нужен адрес базы PostgreSQL вида postgresql://имя:пароль@машина/база; "
            "без этой переменной реестр хранится в SQLite"
        )
    return raw


def _folder(variable: str, raw: str) -> Path:
    try:
        return Path(raw).expanduser().absolute()
    except RuntimeError as error:
        raise SettingsError(f"{variable}: у пользователя в «{raw}» нет домашней папки") from error


def _one_of(variable: str, raw: str, allowed: tuple[str, ...]) -> str:
    if raw not in allowed:
        raise SettingsError(f"{variable}: значение «{raw}» не годится, можно: {', '.join(allowed)}")
    return raw


def _address(variable: str, raw: str) -> str:
    try:
        parts = urlsplit(raw)
        host = parts.hostname
    except ValueError:
        host = None
    if not host or parts.scheme not in ("http", "https") or parts.path.strip("/") or parts.query:
        raise SettingsError(f"{variable}: «{raw}» не годится, нужно вида https://reestr.gorod.example")
    return raw.rstrip("/")
