"""`pobratim show NAME [NAME]`"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from pobratim.cli.console import open_current_register, out

if TYPE_CHECKING:
    from pobratim.register.dossier import Dossier


def show(
    name: Annotated[
        str,
        typer.Argument(
            metavar="ИМЯ", help="Место, человек или организация; в любом падеже, можно часть имени."
        ),
    ],
    other: Annotated[
        str | None, typer.Argument(metavar="МЕСТО", help="Второе место: тогда — о связях двух мест.")
    ] = None,
) -> None:
    """Показать, что известно о месте, человеке, организации или о связях двух мест."""
    from datetime import date

    from pobratim.cli.names import tie_named
    from pobratim.cli.paper import show_paper
    from pobratim.reports.briefing import briefing

    open_current_register()
    dossier = _of_subject(name) if other is None else tie_named(name, other)
    show_paper(briefing(dossier, date.today()), out())


def _of_subject(name: str) -> Dossier:
    from pobratim import storage
    from pobratim.cli.names import subject_named
    from pobratim.register.rows import Person, Place

    subject = subject_named(name)
    if isinstance(subject, Place):
        return storage.place(subject.id)
    return storage.person(subject.id) if isinstance(subject, Person) else storage.organization(subject.id)
