"""Values of options, checked as they are typed."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import typer

from pobratim.model.errors import PobratimError

if TYPE_CHECKING:
    from pobratim.register.during import Days


def whole_number(typed: str) -> int:
    """A whole number above 0."""
    if not str(typed).isdecimal() or int(typed) == 0:
        raise typer.BadParameter(f"нужно целое число больше нуля, а это «{typed}»")
    return int(typed)


def port_number(typed: str) -> int:
    """The number of a TCP port."""
    number = whole_number(typed)
    if number > 65535:
        raise typer.BadParameter(f"порты нумеруются до 65535, а это «{typed}»")
    return number


def months(typed: str) -> int:
    """How many months to look ahead; 0 and up to a hundred years."""
    if not str(typed).isdecimal() or int(typed) > 1200:
        raise typer.BadParameter(f"нужно число месяцев от 0 до 1200, а это «{typed}»")
    return int(typed)


def exact_day(typed: str) -> date:
    """One day, as EDTF has it or as people write it (24.06.2025)."""
    from pobratim.register.moment import day_of

    try:
        return day_of(typed)
    except PobratimError as error:
        raise typer.BadParameter(str(error)) from error


def days_of_visit(first: date | None, last: date | None) -> Days | None:
    """What --day and --until say together; None where neither is given."""
    from pobratim.register.during import Days

    if last is not None and (first is None or last < first):
        raise typer.BadParameter("--until называет последний день визита, начало которого — в --day")
    return Days(first, last or first) if first else None


def day(typed: str) -> str:
    """A date as EDTF, or a day as people write it (24.06.2025)."""
    from pobratim.model import edtf

    written = re.fullmatch(r"(\d{1,2})\.(\d{1,2})\.(\d{4})", typed)
    told = f"{written[3]}-{int(written[2]):02}-{int(written[1]):02}" if written else typed
    if not edtf.is_valid(told):
        raise typer.BadParameter(f"дата пишется как 2025-06-24, 24.06.2025 или 2025-06, а это «{typed}»")
    return told
