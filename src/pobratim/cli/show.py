"""`pobratim show NAME [NAME]`"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from pobratim.cli.console import open_current_register, out
from pobratim.cli.moments import AsOf, KnownOn

if TYPE_CHECKING:
    from pobratim.register.dossier import Dossier
    from pobratim.register.moment import Moment


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
    as_of: AsOf = None,
    known_on: KnownOn = None,
) -> None:
    """Показать, что известно о месте, человеке, организации или о связях двух мест."""
    from datetime import date

    from pobratim.cli.names import tie_named
    from pobratim.cli.paper import show_paper
    from pobratim.register.moment import Moment
    from pobratim.reports.briefing import briefing

    open_current_register()
    moment = Moment(as_of, known_on)
    dossier = _of_subject(name, moment) if other is None else tie_named(name, other, moment)
    show_paper(briefing(dossier, date.today(), moment), out())


def _of_subject(name: str, moment: Moment) -> Dossier:
    from pobratim import storage
    from pobratim.cli.names import subject_named
    from pobratim.register.rows import Person, Place

    subject = subject_named(name)
    if isinstance(subject, Place):
        return storage.place(subject.id, moment)
    about = storage.person if isinstance(subject, Person) else storage.organization
    return about(subject.id, moment)
