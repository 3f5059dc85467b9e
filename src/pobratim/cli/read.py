"""`pobratim read PATH…`"""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from pobratim.cli.console import complain_of, out, settings
from pobratim.cli.readings import gathered
from pobratim.cli.values import day
from pobratim.model.errors import InputError, PassedOver


def read(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="ПУТЬ", help="Файлы, папки, архивы zip; «-» — стандартный ввод."),
    ],
    pretty: Annotated[bool, typer.Option("--pretty", help="Таблица для человека вместо JSON.")] = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="Назвать правило, которое дало каждый факт.")
    ] = False,
    published: Annotated[
        str | None,
        typer.Option(
            "--published",
            metavar="ДАТА",
            parser=day,
            help="Когда опубликовано, если сам документ молчит или неправ.",
        ),
    ] = None,
) -> None:
    """Прочитать документы и напечатать, что в них сказано.

    По одному JSON на строку; в реестр ничего не попадает.
    """
    from pobratim.bulk.reading import read_or_explain

    failed = False
    chosen = settings()
    for item in gathered(paths, published, chosen):
        result = item if isinstance(item, InputError) else read_or_explain(item, chosen)
        if isinstance(result, InputError):
            complain_of(result)
            failed = failed or not isinstance(result, PassedOver)
        elif pretty:
            from pobratim.cli.pretty import show_reading

            show_reading(result, out(), rules=explain)
        else:
            sys.stdout.write(result.to_json(rules=explain) + "\n")
            sys.stdout.flush()
    if failed:
        raise typer.Exit(1)
