"""`pobratim report …`: the report on a visit and the report on a year."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from pobratim.cli import russian
from pobratim.cli.console import open_current_register
from pobratim.cli.moments import AsOf, KnownOn
from pobratim.cli.papers import Output, format_of, write
from pobratim.cli.values import days_of_visit, exact_day, whole_number

app = typer.Typer(cls=russian.Group, no_args_is_help=True, subcommand_metavar="КОМАНДА …",
                  help="Составить отчёт: о визите или за год; каждая строка со ссылкой на источник.")


def visit(
    left: Annotated[str, typer.Argument(metavar="МЕСТО", help="Первый город, регион или страна.")],
    right: Annotated[str, typer.Argument(metavar="МЕСТО", help="Второй город, регион или страна.")],
    output: Output,
    first: Annotated[
        date | None,
        typer.Option("--day", metavar="ДЕНЬ", parser=exact_day, help="Первый день визита; иначе последний известный."),
    ] = None,
    last: Annotated[
        date | None, typer.Option("--until", metavar="ДЕНЬ", parser=exact_day, help="Последний день визита.")
    ] = None,
    as_of: AsOf = None,
    known_on: KnownOn = None,
) -> None:
    """Отчёт о визите: что рассказывают документы этих дней."""
    from pobratim import reports
    from pobratim.cli.names import tie_named
    from pobratim.model.errors import NotFound
    from pobratim.register.during import stays
    from pobratim.register.moment import Moment

    format_of(output)
    days = days_of_visit(first, last)
    open_current_register()
    moment = Moment(as_of, known_on)
    dossier = tie_named(left, right, moment)
    known = stays(dossier.happenings)
    if days is None and not known:
        raise NotFound("день ни одного события неизвестен; назовите дни визита: --day 2025-06-24")
    write(reports.visit_report(dossier, days or known[0], date.today(), moment=moment), output)


def year(
    place: Annotated[str, typer.Argument(metavar="МЕСТО", help="Город, регион или страна.")],
    number: Annotated[int, typer.Argument(metavar="ГОД", help="За какой год.", parser=whole_number)],
    output: Output,
    as_of: AsOf = None,
    known_on: KnownOn = None,
) -> None:
    """Годовой отчёт: что состоялось, что подписано, что прекратило действие."""
    from pobratim import reports, storage
    from pobratim.cli.names import place_named
    from pobratim.register.moment import Moment

    format_of(output)
    today, moment = date.today(), Moment(as_of, known_on)
    latest = (as_of or today).year
    if not 1900 <= number <= latest:
        raise typer.BadParameter(f"год — от 1900 до {latest}, а это «{number}»")
    open_current_register()
    dossier = storage.place(place_named(place).id, moment)
    write(reports.yearly_report(dossier, number, today, moment), output)


for _command in (visit, year):
    app.command(cls=russian.Command, options_metavar="[ПАРАМЕТРЫ]")(_command)
