"""`pobratim brief LEFT RIGHT -o FILE`"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pobratim.cli.console import note, open_current_register
from pobratim.cli.files import write_whole
from pobratim.cli.moments import AsOf, KnownOn


def brief(
    left: Annotated[str, typer.Argument(metavar="МЕСТО", help="Первый город, регион или страна.")],
    right: Annotated[str, typer.Argument(metavar="МЕСТО", help="Второй город, регион или страна.")],
    output: Annotated[
        Path,
        typer.Option(
            "--output", "-o", metavar="ФАЙЛ", parser=Path, help="Куда записать: .docx, .pdf, .html или .md."
        ),
    ],
    as_of: AsOf = None,
    known_on: KnownOn = None,
) -> None:
    """Составить справку о связях двух мест; каждая строка со ссылкой на предложение и источник."""
    from datetime import date

    from pobratim import reports
    from pobratim.cli.names import tie_named
    from pobratim.register.moment import Moment

    format = output.suffix.lower().lstrip(".")
    if format not in reports.FORMATS:
        endings = ", ".join(f".{one}" for one in reports.FORMATS)
        raise typer.BadParameter(f"имя файла должно кончаться на {endings}, а это «{output}»")
    open_current_register()
    moment = Moment(as_of, known_on)
    dossier = tie_named(left, right, moment)
    paper = reports.brief(dossier, today=date.today(), format=format, moment=moment)  # type: ignore[arg-type]
    write_whole(output, paper)
    note(f"Записано: {output}")
