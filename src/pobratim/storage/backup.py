"""The whole register in one file, and back: a zip with every table as JSON lines and every original.

The same file for SQLite and PostgreSQL, so it also moves a register from one to the other.
"""

from __future__ import annotations

import base64
import io
import json
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from importlib.metadata import version
from typing import IO, Any

from pobratim.model.errors import PobratimError
from pobratim.storage.claims import keep_original, path_of
from pobratim.storage.fulltext import reindex
from pobratim.storage.locks import Waiting, alone
from pobratim.storage.pouring import pour

FORMAT = "pobratim-backup/1"
Progress = Callable[[int, int], None]
"""Called with how many rows are done and how many there are."""

_CONTENTS = "backup.json"
_LEFT_OUT = frozenset({"sessions.session"})
"""Whoever is signed in signs in again."""
_FILLED_BY_DJANGO = frozenset({"contenttypes.contenttype", "auth.permission"})
"""Tables that hold something in a new register already."""
_ORIGINAL = re.compile(r"originals/[0-9a-f]{2}/([0-9a-f]{64})")
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, json.JSONDecodeError, UnicodeDecodeError, KeyError, IndexError)
"""What reading a file raises that is no zip, was cut, or says something else than a backup does."""
_CHUNK = 500


def backup(target: IO[bytes], *, originals: bool = True, progress: Progress | None = None) -> list[str]:
    """Write the register as it is at this moment; others may go on working with it.

    Returns the sha256 of the originals that are named but not in the home: they are on another machine, or lost.
    """
    from pobratim.storage import models

    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive, _snapshot():
        tables = {_label(model): [field.attname for field in model._meta.concrete_fields] for model in _models()}
        total = sum(model._base_manager.count() for model in _models())
        contents = {"format": FORMAT, "program": version("pobratim"), "tables": tables, "rows": total}
        archive.writestr(_CONTENTS, json.dumps(contents, ensure_ascii=False))
        done = 0
        for model in _models():
            rows = model._base_manager.order_by("pk").values_list(*tables[_label(model)])
            with archive.open(f"tables/{_label(model)}.jsonl", "w", force_zip64=True) as file:
                for row in rows.iterator(chunk_size=_CHUNK):
                    file.write(json.dumps(row, ensure_ascii=False, default=_plain).encode() + b"\n")
                    done += 1
                    if progress and (done % _CHUNK == 0 or done == total):
                        progress(done, total)
        named = models.Document.objects.exclude(original=None).values_list("original", flat=True).distinct()
        return [sha256 for sha256 in named if originals and not _added(archive, sha256)]


def restore(
    source: IO[bytes], *, replace: bool = False, progress: Progress | None = None, waiting: Waiting | None = None
) -> None:
    """Make the register what it was when `backup` wrote ``source``, all of it or nothing.

    Raises PobratimError where that is no whole backup, where it is of a newer version of the program, and, unless
    what is there may be lost (``replace``), where the register holds anything.
    """
    from django.db import IntegrityError, transaction

    try:
        with zipfile.ZipFile(source) as archive, alone(waiting):
            contents = _contents(archive)
            if not replace and (label := _first_filled()):
                raise PobratimError(
                    f"реестр, в который возвращается копия, не пуст (таблица {label}); "
                    "чтобы заменить всё, что в нём есть, добавьте --replace"
                )
            for name in archive.namelist():
                if match := _ORIGINAL.fullmatch(name):
                    _restore_original(archive.read(name), match[1])
            with transaction.atomic():
                _empty(contents["tables"])
                _fill(archive, contents, progress)
                reindex()
    except (*_BROKEN, IntegrityError) as error:
        raise PobratimError("файл не копия реестра или повреждён; возьмите другую копию") from error


@contextmanager
def _snapshot() -> Iterator[None]:
    """All that is read inside is of one moment, and nobody has to wait."""
    from django.db import connection

    begin = "BEGIN" if connection.vendor == "sqlite" else "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
    with connection.cursor() as cursor:
        cursor.execute(begin)
        try:
            yield
        finally:
            cursor.execute("ROLLBACK")


def _models() -> list[Any]:
    """Every table of every part of the program, in an order that is always the same."""
    from django.apps import apps

    found = apps.get_models(include_auto_created=True)
    kept = (model for model in found if model._meta.managed and not model._meta.proxy)
    return sorted((model for model in kept if _label(model) not in _LEFT_OUT), key=_label)


def _label(model: Any) -> str:
    return str(model._meta.label_lower)


def _plain(value: object) -> str:
    """What JSON has no form for, as Django's fields read it back."""
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, bytes | memoryview):
        return base64.b64encode(value).decode()
    raise TypeError(f"no form in a backup for {type(value)}")


def _added(archive: zipfile.ZipFile, sha256: str) -> bool:
    try:
        archive.write(path_of(sha256), f"originals/{sha256[:2]}/{sha256}")
    except FileNotFoundError:
        return False
    return True


def _contents(archive: zipfile.ZipFile) -> dict[str, Any]:
    """What the backup says of itself, checked against the tables there are."""
    try:
        contents: dict[str, Any] = json.loads(archive.read(_CONTENTS))
        written, tables = contents["program"], contents["tables"]
        known = contents["format"] == FORMAT
    except (KeyError, TypeError) as error:
        raise PobratimError("файл не копия реестра; её пишет pobratim backup") from error
    columns = {_label(model): {field.attname: field for field in model._meta.concrete_fields} for model in _models()}
    if not known or any(set(names) - columns.get(label, {}).keys() for label, names in tables.items()):
        raise PobratimError(f"копия сделана более новой версией программы ({written}); обновите программу")
    missing = [field for label, names in tables.items() for name, field in columns[label].items() if name not in names]
    if any(not field.has_default() and not field.null for field in missing):
        raise PobratimError(
            f"копия сделана старой версией программы ({written}), в ней нет того, без чего эта не работает; "
            "верните её той версией в новую папку и откройте папку этой: таблицы обновятся сами"
        )
    return contents


def _first_filled() -> str | None:
    """A table that holds something; None where the register is new."""
    tables = (model for model in _models() if _label(model) not in _FILLED_BY_DJANGO)
    return next((_label(model) for model in tables if model._base_manager.exists()), None)


def _restore_original(content: bytes, sha256: str) -> None:
    if keep_original(content) != sha256:
        raise PobratimError(f"исходный файл {sha256} в копии повреждён; возьмите другую копию")


def _empty(restored: dict[str, list[str]]) -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        for model in _models():
            if _label(model) in restored or _label(model) not in _FILLED_BY_DJANGO:
                cursor.execute(f"DELETE FROM {connection.ops.quote_name(model._meta.db_table)}")


def _fill(archive: zipfile.ZipFile, contents: dict[str, Any], progress: Progress | None) -> None:
    from django.core.management.color import no_style
    from django.db import connection

    done = 0
    models = [model for model in _models() if _label(model) in contents["tables"]]
    for model in models:
        with archive.open(f"tables/{_label(model)}.jsonl") as file:
            lines = io.TextIOWrapper(file, encoding="utf-8", newline="\n")
            for _ in pour(model, contents["tables"][_label(model)], map(json.loads, lines)):
                done += 1
                if progress and (done % _CHUNK == 0 or done == contents["rows"]):
                    progress(done, contents["rows"])
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), models):
            cursor.execute(statement)
