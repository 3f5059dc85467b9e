"""`pobratim bulk INPUT… -o FOLDER`"""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pobratim.cli.console import complain_of, err, note, out, settings
from pobratim.cli.values import whole_number
from pobratim.model.errors import InputError, PassedOver
from pobratim.model.settings import Settings

if TYPE_CHECKING:
    from pobratim.bulk import Totals

_ENGINES = ("processes", "ray")
_EVERY = 60.0
"""Seconds between two lines on how far the run is, where there is no terminal."""


def bulk(
    inputs: Annotated[
        list[str],
        typer.Argument(metavar="ВХОД", help="Папки, zip, JSON lines, Parquet, WARC и WET, отдельные документы."),
    ],
    output: Annotated[
        Path,
        typer.Option("--output", "-o", metavar="ПАПКА", parser=Path, help="Куда записать Parquet."),
    ],
    workers: Annotated[
        int | None,
        typer.Option("--workers", metavar="ЧИСЛО", parser=whole_number, help="Сколько процессов; обычно — по ядрам."),
    ] = None,
    sieve: Annotated[
        bool, typer.Option("--sieve", help="Оставить только то, что о сотрудничестве; прочее даже не разбирать.")
    ] = False,
    originals: Annotated[
        bool, typer.Option("--originals", help="Сохранить рядом и исходные файлы.")
    ] = False,
    timeout: Annotated[
        int,
        typer.Option("--timeout", metavar="СЕКУНДЫ", parser=whole_number, help="Предел на один документ."),
    ] = 300,
    engine: Annotated[
        str, typer.Option("--engine", metavar="ДВИЖОК", help="processes — эта машина, ray — кластер Ray.")
    ] = "processes",
    address: Annotated[
        str | None,
        typer.Option("--address", metavar="АДРЕС", help="Адрес кластера Ray; auto — тот, что на этой машине."),
    ] = None,
) -> None:
    """Прочитать много документов и записать прочитанное в Parquet.

    Прерванную работу достаточно запустить снова. В реестр её результат берёт pobratim add --from ПАПКА.
    """
    from pobratim import bulk as many

    if engine not in _ENGINES:
        raise typer.BadParameter(f"--engine бывает processes и ray, а это «{engine}»")
    if address and engine != "ray":
        raise typer.BadParameter("--address называет кластер Ray; добавьте --engine ray")
    if "-" in inputs:
        raise typer.BadParameter("стандартный ввод нельзя прочитать снова после сбоя; сохраните его в файл")
    job = many.Job(
        inputs=tuple(inputs),
        folder=output,
        options=many.Options(sieve=sieve, originals=originals, timeout=timeout, settings=_without_register()),
        workers=workers,
        engine="ray" if engine == "ray" else "processes",
        address=address,
    )
    failed: list[InputError] = []

    def complain(error: InputError) -> None:
        complain_of(error)
        if not isinstance(error, PassedOver):
            failed.append(error)

    try:
        with _Shown(many.size(inputs)) as shown:
            found = many.run(job, complain, shown.tell)
    except KeyboardInterrupt:
        note("Прочитанное сохранено. Запустите ту же команду снова: сделанное не повторится.")
        raise
    _show(found, len(failed), output)
    if failed or found.errors:
        raise typer.Exit(1)


def _without_register() -> Settings:
    """The limits of inputs: other machines need not know where the register is, nor its password."""
    return replace(settings(), database=None)


class _Shown:
    """How far the run is, how fast, and how long it will take: a bar in a terminal, else a line now and then."""

    def __init__(self, total: int) -> None:
        from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

        self._bar = Progress(
            TextColumn("Чтение"),
            BarColumn(),
            TaskProgressColumn(),
            TextColumn("{task.fields[told]}"),
            TextColumn("осталось"),
            TimeRemainingColumn(),
            console=err(),
            transient=True,
            disable=not err().is_terminal,
        )
        self._task = self._bar.add_task("", total=total or None, told="")
        self._total = total
        self._began: tuple[float, int, int] | None = None
        self._said = time.monotonic()

    def __enter__(self) -> _Shown:
        self._bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._bar.stop()

    def tell(self, totals: Totals) -> None:
        now, seen = time.monotonic(), totals.documents + totals.sifted + totals.repeated + totals.errors
        if self._began is None:
            self._began = now, seen, totals.size
            self._bar.reset(self._task, total=max(1, self._total - totals.size), told="")
            if totals.pieces:
                note(f"Продолжается прерванное: прочитано {seen}.")
            return
        began, before, size = self._began
        rate = (seen - before) / max(now - began, 1e-3)
        told = f"документов {seen}, {rate:.1f} в секунду"
        self._bar.update(self._task, completed=totals.size - size, told=told)
        if self._bar.disable and now - self._said >= _EVERY:
            self._said = now
            share = (totals.size - size) / max(1, self._total - size)
            left = (now - began) * (1 - share) / share if share else 0
            note(f"{told}; прочитано {totals.size / max(1, self._total):.0%}, осталось {_minutes(left)}")


def _minutes(seconds: float) -> str:
    hours, minutes = divmod(round(seconds / 60), 60)
    return f"{hours} ч {minutes} мин" if hours else f"{minutes} мин"


def _show(found: Totals, failed: int, output: Path) -> None:
    from rich.table import Table

    table = Table(box=None, show_header=False, pad_edge=False)
    table.add_column()
    table.add_column(justify="right")
    rows = [
        ("Прочитано документов", found.documents),
        ("  из них о сотрудничестве", found.relevant),
        ("  фактов в них", found.claims),
        ("Повторов того же текста", found.repeated),
        ("Отсеяно", found.sifted),
        ("Отложено с ошибкой", found.errors),
        ("Не открыто входов", failed),
    ]
    for label, number in rows:
        if number or label.startswith(("Прочитано", "  ")):
            bad = label.startswith(("Отложено", "Не открыто"))
            table.add_row(label, str(number), style="bold red" if bad else None)
    out().print(table)
    if found.errors:
        note(f"Что отложено и почему: {output / 'errors'}")
    note(f"Записано: {output}. В реестр: pobratim add --from {output}")
