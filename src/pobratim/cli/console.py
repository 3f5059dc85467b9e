"""What all commands say in the same way: where the register is, what went wrong, how far a run is."""

from __future__ import annotations

import os
from functools import cache
from typing import TYPE_CHECKING

from pobratim.model.errors import PassedOver
from pobratim.model.settings import Settings

if TYPE_CHECKING:
    from rich.console import Console
    from rich.progress import Progress


WAITING = "Реестр сейчас выводит или меняет целиком другая программа; ждём, пока она закончит."
debug = False
"""Are tracebacks wanted? Set once, by ``--debug``."""


def out() -> Console:
    """Standard output: results."""
    from rich.console import Console

    return Console(highlight=False, soft_wrap=False)


@cache
def err() -> Console:
    """Standard error: everything that is said beside results, a progress bar undisturbed by it."""
    from rich.console import Console

    return Console(stderr=True, highlight=False, soft_wrap=True)


def complain(sentence: str) -> None:
    """One sentence on what is wrong."""
    err().print(f"[bold red]Ошибка:[/] {_plain(sentence)}")


def complain_of(error: Exception) -> None:
    """The error as one sentence; its traceback too where ``--debug`` asks for it and a bug is behind it.

    What was only passed over is said, and is no error.
    """
    if isinstance(error, PassedOver):
        note(str(error))
        return
    complain(str(error))
    if debug and error.__cause__:
        import traceback

        err().print("".join(traceback.format_exception(error.__cause__)), markup=False)


def note(sentence: str) -> None:
    """One sentence beside the result."""
    err().print(f"[dim]{_plain(sentence)}[/]")


def _plain(sentence: str) -> str:
    from rich.markup import escape

    printable = sentence.encode(errors="backslashreplace").decode()  # names of files may be no UTF-8
    return escape(printable)


def settings() -> Settings:
    """The settings of the environment. Raises SettingsError."""
    return Settings.from_environment(os.environ)


def open_register() -> Settings:
    """Make the register of the environment ready for use and say where it is."""
    from pobratim import storage

    chosen = settings()
    note(f"Реестр: {storage.described(chosen)}")
    storage.setup(chosen)
    return chosen


def open_current_register() -> Settings:
    """The same; what a killed run left to derive is derived first."""
    from pobratim import storage

    chosen = open_register()
    if storage.is_stale():
        if storage.count_kept():  # a new home needs no explanation
            note("Реестр выводится заново: есть новое решение, прежняя работа прервалась или программа обновилась.")
        derive()
    return chosen


def derive(*, anew: bool = False) -> None:
    """Derive the register if it is behind, or ``anew``, showing how far it is."""
    from pobratim import storage

    with progress() as bar:
        task = bar.add_task("Вывод реестра", total=None)
        run = storage.derive if anew else storage.catch_up
        run(lambda done, total: bar.update(task, completed=done, total=total), lambda: note(WAITING))


def progress() -> Progress:
    """A progress bar on standard error, shown in a terminal only."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    console = err()
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=console,
        transient=True,
        disable=not console.is_terminal,
    )
