"""`pobratim export FILE`"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from pobratim.cli.console import note, open_current_register
from pobratim.cli.files import write_whole
from pobratim.cli.moments import AsOf, KnownOn


def export(
    file: Annotated[
        str, typer.Argument(metavar="ФАЙЛ", help="Куда записать: имя на .json, «-» — на стандартный вывод.")
    ],
    as_of: AsOf = None,
    known_on: KnownOn = None,
) -> None:
    """Записать весь реестр в открытом формате; какой это формат, решает окончание имени."""
    from pobratim import storage
    from pobratim.exchange import FORMATS
    from pobratim.register.moment import Moment

    ending = ".json" if file == "-" else Path(file).suffix.lower()
    if ending not in FORMATS:
        raise typer.BadParameter(f"имя файла должно кончаться на {', '.join(FORMATS)}, а это «{file}»")
    open_current_register()
    moment = Moment(as_of, known_on)
    content = FORMATS[ending](storage.whole_register(moment), storage.judgements(moment=moment))
    if file == "-":
        sys.stdout.buffer.write(content)
        sys.stdout.flush()
    else:
        write_whole(Path(file), content)
        note(f"Записано: {file}")
