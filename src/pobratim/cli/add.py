"""`pobratim add PATH…` and `pobratim add --from FOLDER`"""

from __future__ import annotations

import getpass
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pobratim.cli.console import complain_of, derive, note, open_register, out, progress
from pobratim.cli.readings import gathered
from pobratim.cli.values import day
from pobratim.model.errors import InputError, PassedOver
from pobratim.model.settings import Settings

if TYPE_CHECKING:
    from pobratim.gather import Gathered


_NAMED = 3
"""Paths that the journal names of a run."""


@dataclass(slots=True)
class Tally:
    """How a run went so far, in documents."""

    new: int = 0
    known: int = 0
    irrelevant: int = 0
    passed_over: int = 0
    failed: int = 0
    traced: bool = False
    """Whether the journal has it."""


def add(
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="ПУТЬ", help="Файлы, папки, архивы zip; «-» — стандартный ввод."),
    ] = None,
    published: Annotated[
        str | None,
        typer.Option(
            "--published",
            metavar="ДАТА",
            parser=day,
            help="Когда опубликовано, если сам документ молчит или неправ.",
        ),
    ] = None,
    folder: Annotated[
        Path | None,
        typer.Option("--from", metavar="ПАПКА", parser=Path, help="Взять прочитанное командой bulk."),
    ] = None,
    by: Annotated[
        str | None, typer.Option("--by", metavar="ИМЯ", help="Кто добавил; иначе имя пользователя системы.")
    ] = None,
) -> None:
    """Прочитать документы, сохранить их и вывести из них реестр.

    Прочитанное прежде не повторяется; прерванную работу достаточно запустить снова.
    """
    if not paths and not folder:
        raise typer.BadParameter("не указано: ПУТЬ (или --from с папкой, в которую писала команда bulk)")
    if paths and folder:
        raise typer.BadParameter("укажите либо документы, либо --from с папкой, которую написал pobratim bulk")
    if folder and published:
        raise typer.BadParameter("с --from даты уже прочитаны; --published здесь не действует")
    chosen = open_register()
    tally = Tally()
    try:
        if folder:
            _load(folder, tally)
        else:
            _keep_all(paths or [], published, chosen, tally)
        _leave_trace(paths or [str(folder)], tally, by)
        derive()
    except KeyboardInterrupt:
        _leave_trace(paths or [str(folder)], tally, by)
        note(
            f"Сохранено новых документов: {tally.new}; реестр из них ещё не выведен. "
            "Запустите ту же команду снова: сохранённое не повторится."
        )
        raise
    _show(tally)
    if tally.failed:
        raise typer.Exit(1)


def _keep_all(paths: list[str], published: str | None, chosen: Settings, tally: Tally) -> None:
    from pobratim import gather, storage
    from pobratim.reading import READER

    with progress() as bar:
        task = bar.add_task("Чтение", total=gather.count(paths, chosen))
        for item in gathered(paths, published, chosen):
            if isinstance(item, InputError):
                complain_of(item)
                if isinstance(item, PassedOver):
                    tally.passed_over += 1
                else:
                    tally.failed += 1
            elif storage.is_known(item.document.id, READER):
                tally.known += 1
            else:
                _keep(item, tally, chosen)
            bar.advance(task)


def _leave_trace(paths: list[str], tally: Tally, by: str | None) -> None:
    """Who added what: one line a run, also of one that was interrupted; none where nothing was new."""
    from pobratim import storage

    if tally.new and not tally.traced:
        more = f" … +{len(paths) - _NAMED}" if len(paths) > _NAMED else ""
        storage.trace("added", by=by or getpass.getuser(), about=f"{', '.join(paths[:_NAMED])}{more} ({tally.new})")
        tally.traced = True


def _load(folder: Path, tally: Tally) -> None:
    from pobratim import bulk, storage

    found, finished = bulk.totals(folder)
    if not finished:
        note("Чтение в эту папку не закончено: берётся то, что готово; остальное добавит та же команда после него.")
    with progress() as bar:
        task = bar.add_task("Загрузка", total=found.documents)
        loaded = storage.load(bulk.readings(folder), lambda done: bar.update(task, completed=done))
    tally.new, tally.known, tally.irrelevant = loaded.new, loaded.known, loaded.irrelevant


def _keep(item: Gathered, tally: Tally, chosen: Settings) -> None:
    from pobratim import storage
    from pobratim.bulk.reading import read_or_explain

    reading = read_or_explain(item, chosen)
    if isinstance(reading, InputError):
        complain_of(reading)
        tally.failed += 1
    elif storage.keep(reading, item.original, item.name):
        tally.new += 1
        tally.irrelevant += reading.relevance < 0.5
    else:
        tally.known += 1


def _show(tally: Tally) -> None:
    from rich.table import Table

    from pobratim import storage

    sizes = storage.sizes()
    table = Table(box=None, show_header=False, pad_edge=False)
    table.add_column()
    table.add_column(justify="right")
    for label, number in (
        ("Новых документов", tally.new),
        ("  из них не о сотрудничестве", tally.irrelevant),
        ("Были в реестре", tally.known),
        ("Пропущено, не документы", tally.passed_over),
        ("Не прочитано", tally.failed),
        ("В реестре документов", sizes["documents"]),
        ("  мест", sizes["places"]),
        ("  людей", sizes["people"]),
        ("  организаций", sizes["organizations"]),
        ("  связей двух мест", sizes["ties"]),
        ("  событий", sizes["happenings"]),
        ("  соглашений", sizes["agreements"]),
    ):
        if label.startswith("Пропущено") and not number:
            continue
        style = "bold red" if label == "Не прочитано" and number else None
        table.add_row(label, str(number), style=style)
    out().print(table)
