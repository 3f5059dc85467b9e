"""The options that ask for another moment than now."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from pobratim.cli.values import exact_day

AsOf = Annotated[
    date | None,
    typer.Option("--as-of", metavar="ДЕНЬ", parser=exact_day, help="Что было в силе в этот день."),
]
KnownOn = Annotated[
    date | None,
    typer.Option(
        "--known-on", metavar="ДЕНЬ", parser=exact_day, help="Только по документам, вышедшим к этому дню."
    ),
]
