"""`pobratim brief LEFT RIGHT -o FILE [--day DAY [--until DAY]] [--with PERSON …]`"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from pobratim.cli.console import open_current_register
from pobratim.cli.moments import AsOf, KnownOn
from pobratim.cli.papers import Output, format_of, write
from pobratim.cli.values import days_of_visit, exact_day

if TYPE_CHECKING:
    from pobratim.register.dossier import Dossier
    from pobratim.register.moment import Moment


def brief(
    left: Annotated[str, typer.Argument(metavar="МЕСТО", help="Первый город, регион или страна.")],
    right: Annotated[str, typer.Argument(metavar="МЕСТО", help="Второй город, регион или страна.")],
    output: Output,
    day: Annotated[
        date | None,
        typer.Option("--day", metavar="ДЕНЬ", parser=exact_day, help="Первый день визита, к которому справка."),
    ] = None,
    until: Annotated[
        date | None, typer.Option("--until", metavar="ДЕНЬ", parser=exact_day, help="Последний день визита.")
    ] = None,
    with_: Annotated[
        list[str] | None,
        typer.Option("--with", metavar="ЧЕЛОВЕК", help="Кто участвует: имя или номер записи; можно несколько раз."),
    ] = None,
    as_of: AsOf = None,
    known_on: KnownOn = None,
) -> None:
    """Составить справку о связях двух мест; каждая строка со ссылкой на предложение и источник."""
    from pobratim import reports
    from pobratim.cli.names import tie_named
    from pobratim.register.attendees import with_attendees
    from pobratim.register.moment import Moment

    format_of(output)
    days = days_of_visit(day, until)
    open_current_register()
    moment = Moment(as_of, known_on)
    dossier = tie_named(left, right, moment)
    occasion = None
    if days or with_:
        dossier, attendees = with_attendees(dossier, [_person(one, moment) for one in with_ or []])
        occasion = reports.Occasion(days.edtf if days else None, attendees)
    write(reports.briefing(dossier, date.today(), moment, occasion), output)


def _person(name: str, moment: Moment) -> Dossier:
    from pobratim import storage
    from pobratim.cli.names import person_named

    return storage.person(person_named(name).id, moment)
