"""`pobratim export FILE`"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from pobratim.cli.console import note, open_current_register
from pobratim.cli.files import write_whole


def export(
    file: Annotated[
        str, typer.Argument(metavar="ФАЙЛ", help="Куда записать: имя на .json, «-» — на стандартный вывод.")
    ],
) -> None:
    """Записать весь реестр в открытом формате; какой это формат, решает окончание имени."""
    from pobratim import storage
    from pobratim.exchange import FORMATS

    ending = ".json" if file == "-" else Path(file).suffix.lower()
    if ending not in FORMATS:
        raise typer.BadParameter(f"имя файла должно кончаться на {', '.join(FORMATS)}, а это «{file}»")
    open_current_register()
    content = FORMATS[ending](storage.whole_register(), storage.judgements())
    if file == "-":
        sys.stdout.buffer.write(content)
        sys.stdout.flush()
    else:
        write_whole(Path(file), content)
        note(f"Записано: {file}")
