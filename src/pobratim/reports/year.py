"""The report on a year of one place («годовой отчёт»), with the list of agreements signed and lapsed."""

from __future__ import annotations

from datetime import date

from pobratim.register.dossier import Dossier
from pobratim.register.during import in_year, year_of
from pobratim.register.moment import NOW, Moment
from pobratim.reports.cases import genitive
from pobratim.reports.composing import compose
from pobratim.reports.ledger import Ledger
from pobratim.reports.paper import Paper
from pobratim.reports.sections.year import SECTIONS, OfYear
from pobratim.reports.wording import clean, short, telling


def yearly_report(dossier: Dossier, year: int, today: date, moment: Moment = NOW) -> Paper:
    """The paper on a year of a place, as things stood at its end, or on ``today`` while it lasts.

    ``moment`` is the one for which the dossier was asked; the paper names it, and the year lasts if it did then.
    Raises ValueError where the dossier is not of one place, or the year has not begun.
    """
    if dossier.place is None or dossier.other_place is not None:
        raise ValueError("a yearly report is of one place")
    days, day = year_of(year), moment.as_of or today
    if days.first > day:
        raise ValueError("the year has not begun")
    told = in_year(dossier, year)
    context = OfYear(told, min(day, days.last), Ledger(told.register), year, dossier)
    after = "" if days.last < day else "; год не закончен"
    if after and not moment.as_of:
        after += f", по состоянию на {short(today.isoformat())}"
    return compose(
        context,
        SECTIONS,
        title=f"Внешние связи {genitive(clean(dossier.place.name))}: отчёт за {year} год",
        today=today,
        made="Составлен",
        after=after + telling(moment, ", "),
    )
