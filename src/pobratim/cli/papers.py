"""Writing a paper to a file whose ending chooses the format."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pobratim.cli.console import note
from pobratim.cli.files import write_whole

if TYPE_CHECKING:
    from pobratim.reports.paper import Paper

Output = Annotated[
    Path,
    typer.Option("--output", "-o", metavar="ФАЙЛ", parser=Path, help="Куда записать: .docx, .pdf, .html или .md."),
]


def format_of(output: Path) -> str:
    """The format that a file's ending asks for. Raises BadParameter on any other."""
    from pobratim import reports

    format = output.suffix.lower().lstrip(".")
    if format not in reports.FORMATS:
        endings = ", ".join(f".{one}" for one in reports.FORMATS)
        raise typer.BadParameter(f"имя файла должно кончаться на {endings}, а это «{output}»")
    return format


def write(paper: Paper, output: Path) -> None:
    """Write the paper as its file's ending asks, and say so."""
    from pobratim import reports

    write_whole(output, reports.render(paper, format_of(output)))
    note(f"Записано: {output}")
