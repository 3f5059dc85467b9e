"""`pobratim roadmap FILE [--side PLACE --side PLACE] [--export OUT]`"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pobratim.cli.console import note, open_current_register, out
from pobratim.cli.files import write_whole
from pobratim.cli.moments import AsOf, KnownOn
from pobratim.model.errors import InputError

if TYPE_CHECKING:
    from pobratim.model.settings import Settings
    from pobratim.register.roadmap import Kept, RoadMap
    from pobratim.register.rows import Register


def roadmap(
    file: Annotated[
        str, typer.Argument(metavar="ФАЙЛ", help="Дорожная карта или план мероприятий: .docx с таблицей.")
    ],
    side: Annotated[
        list[str] | None,
        typer.Option("--side", metavar="МЕСТО", help="Сторона карты, если заголовок её не называет; дважды."),
    ] = None,
    export: Annotated[
        Path | None,
        typer.Option("--export", metavar="ФАЙЛ", parser=Path, help="Записать ту же таблицу со столбцом подтверждений."),
    ] = None,
    as_of: AsOf = None,
    known_on: KnownOn = None,
) -> None:
    """Сверить дорожную карту с реестром: что из её пунктов сделано и где об этом сказано."""
    from pobratim import storage
    from pobratim.exchange.roadmap.reading import read
    from pobratim.exchange.roadmap.writing import write
    from pobratim.register.moment import Moment
    from pobratim.register.roadmap import kept
    from pobratim.reports.roadmap import evidence_lines

    if export is not None and export.suffix.lower() != ".docx":
        raise typer.BadParameter(f"имя файла должно кончаться на .docx, а это «{export}»")
    settings = open_current_register()
    data = _bytes(file, settings)
    found = read(data, file, settings)
    register = storage.whole_register(Moment(as_of, known_on))
    parties = _parties(found, side or [], file, register)
    measures = kept(found, parties, register, storage.document_taken_from(data))
    lines = [evidence_lines(one, register) for one in measures]
    if export is None:
        _show(found, measures, lines)
    else:
        write_whole(export, write(data, lines, file, settings))
        note(f"Записано: {export}")
    answered = sum(bool(one.commitment.follow_ups) for one in measures)
    note(f"Пунктов: {len(measures)}, со сведениями о выполнении: {answered}.")


def _bytes(file: str, settings: Settings) -> bytes:
    """The file's content; the errors of all that reads files."""
    from pobratim.gather import gather

    path = Path(file)
    if path.is_dir():
        raise InputError(file, "это папка", "укажите сам документ")
    (found, *_) = gather([file], settings)
    if isinstance(found, InputError):
        raise found
    return found.original


def _parties(found: RoadMap, sides: list[str], file: str, register: Register) -> tuple[str, ...]:
    from pobratim.cli.names import place_named
    from pobratim.exchange.roadmap.parties import parties_of

    if sides:
        return tuple(place_named(one).id for one in sides)
    parties = parties_of(found.title, register)
    if not parties:
        raise InputError(
            file,
            "в заголовке не назвать двух мест, известных реестру",
            "назовите их сами: --side Минск --side Омск",
        )
    return parties


def _show(found: RoadMap, measures: tuple[Kept, ...], lines: list[tuple[str, ...]]) -> None:
    from rich.table import Table
    from rich.text import Text

    table = Table(expand=True, show_lines=True, border_style="dim", header_style="dim")
    table.add_column("№", no_wrap=True)
    for heading, ratio in (("Мероприятие", 4), ("Срок", 2), ("Исполнители", 3), ("Подтверждения", 6)):
        table.add_column(heading, ratio=ratio, overflow="fold")
    for one, said in zip(measures, lines, strict=True):
        measure = one.measure
        row = (measure.number, measure.action, measure.term.text, "\n".join(measure.executors), "\n".join(said))
        table.add_row(*map(Text, row))
    console = out()
    if found.heading:
        console.print(Text(found.heading, "bold"))
    console.print(table)
