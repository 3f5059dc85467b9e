"""The program `pobratim` and its commands."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

import typer

from pobratim.cli import (
    add,
    attention,
    backup,
    brief,
    bulk,
    decide,
    export,
    matches,
    read,
    rebuild,
    report,
    review,
    roadmap,
    russian,
    search,
    serve,
    show,
    user,
    version,
)

app = typer.Typer(
    cls=russian.Group,
    add_completion=False,
    no_args_is_help=True,
    options_metavar="[ПАРАМЕТРЫ]",
    subcommand_metavar="КОМАНДА …",
)


@app.callback()
def pobratim(
    debug: Annotated[bool, typer.Option("--debug", help="При сбое показать, где он случился.")] = False,
) -> None:
    """Реестр сотрудничества городов: каждый факт с предложением, в котором он сказан.

    Папка реестра — $POBRATIM_HOME, иначе ~/.pobratim.
    """


_COMMANDS: tuple[Callable[..., None], ...] = (
    add.add,
    show.show,
    brief.brief,
    roadmap.roadmap,
    matches.matches,
    attention.attention,
    review.review,
    search.search,
    serve.serve,
    export.export,
    rebuild.rebuild,
    backup.backup,
    backup.restore,
    backup.move,
    read.read,
    bulk.bulk,
    version.version,
)
for _command in _COMMANDS:
    app.command(cls=russian.Command, options_metavar="[ПАРАМЕТРЫ]")(_command)
app.add_typer(report.app, name="report")
app.add_typer(decide.app, name="decide")
app.add_typer(user.app, name="user")
