"""`pobratim backup FILE`, `pobratim restore FILE` and `pobratim move`: the whole register in one file, and back."""

from __future__ import annotations

import dataclasses
import tempfile
from pathlib import Path
from typing import IO, Annotated

import typer

from pobratim.cli.console import WAITING, note, open_register, progress, settings
from pobratim.cli.files import whole
from pobratim.model.errors import PobratimError, trouble_of_disk

_File = Annotated[str, typer.Argument(metavar="ФАЙЛ", help="Копия реестра, файл zip.")]


def backup(
    file: _File,
    replace: Annotated[bool, typer.Option("--replace", help="Записать поверх прежней копии с тем же именем.")] = False,
) -> None:
    """Записать весь реестр в один файл: документы, исходные файлы, решения, пользователей.

    Другие могут тем временем работать; в копии всё так, как было в её начале. Файл, который уже есть, остаётся как был.
    """
    if Path(file).exists() and not replace:
        raise PobratimError(f"файл {file} уже есть; назовите другой, например с датой, или добавьте --replace")
    open_register()
    with whole(Path(file), private=True) as written:
        lost = _backup(written)
    note(f"Записано: {file}. В нём всё, что есть в реестре, и тайны тоже: храните его, как сам реестр.")
    if lost:
        note(f"Исходных файлов, которых в папке реестра нет: {len(lost)}; в копию они не вошли.")


def restore(
    file: _File,
    replace: Annotated[
        bool, typer.Option("--replace", help="Заменить всё, что уже есть в реестре; оно пропадёт.")
    ] = False,
) -> None:
    """Вернуть реестр из копии: целиком или никак; в непустой — только с --replace."""
    open_register()
    try:
        with Path(file).open("rb") as source:
            _restore(source, replace=replace)
    except OSError as error:
        if error.filename != file:
            raise
        raise PobratimError(f"файл {file} не прочитать ({trouble_of_disk(error)}); проверьте имя и права") from error
    note("Реестр возвращён из копии.")


def move() -> None:
    """Перенести реестр из SQLite в папке реестра в PostgreSQL, который назван в DATABASE_URL.

    Файл SQLite остаётся как был.
    """
    from pobratim import storage

    chosen = settings()
    if chosen.database is None:
        raise PobratimError("не сказано, куда переносить: назовите базу PostgreSQL в переменной DATABASE_URL")
    here = dataclasses.replace(chosen, database=None)
    if not storage.is_made(here):
        raise PobratimError(f"в папке {chosen.home} реестра SQLite нет; назовите другую в POBRATIM_HOME")
    storage.setup(here)
    with tempfile.TemporaryFile(dir=chosen.home) as copy:
        _backup(copy, originals=False)  # they stay where they are
        note(f"Переносим в: {storage.described(chosen)}")
        storage.setup(chosen)
        _restore(copy)
    note(f"Реестр перенесён. Пока DATABASE_URL задана, работает он; файл SQLite в {chosen.home} остался как был.")


def _backup(target: IO[bytes], *, originals: bool = True) -> list[str]:
    from pobratim import storage

    with progress() as bar:
        task = bar.add_task("Запись копии", total=None)
        return storage.backup(
            target, originals=originals, progress=lambda done, total: bar.update(task, completed=done, total=total)
        )


def _restore(source: IO[bytes], *, replace: bool = False) -> None:
    from pobratim import storage

    with progress() as bar:
        task = bar.add_task("Возврат из копии", total=None)
        storage.restore(
            source,
            replace=replace,
            progress=lambda done, total: bar.update(task, completed=done, total=total),
            waiting=lambda: note(WAITING),
        )
