"""The report on a visit («отчёт о визите»): what the documents of its days tell, and what the plan said."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date

from pobratim.register.dossier import Dossier
from pobratim.register.during import Days, during
from pobratim.register.moment import NOW, Moment
from pobratim.register.parts import joined
from pobratim.register.rows import DocumentRow, Register
from pobratim.register.visits import VisitPlan
from pobratim.reports.cases import genitive
from pobratim.reports.composing import compose
from pobratim.reports.ledger import Ledger
from pobratim.reports.paper import Paper
from pobratim.reports.sections.visit import SECTIONS, OfVisit
from pobratim.reports.wording import clean, quoted, short, telling


def visit_report(
    dossier: Dossier,
    days: Days,
    today: date,
    *,
    documents: Collection[str] | None = None,
    plan: VisitPlan | None = None,
    moment: Moment = NOW,
) -> Paper:
    """The paper on these days of a tie; ``documents`` are those that tell of them, else those that came out then.

    ``moment`` is the one for which the dossier was asked; the paper names it.

    Raises ValueError where the dossier is not of two places.
    """
    if not (dossier.place and dossier.other_place):
        raise ValueError("a visit is between two places")
    told = during(dossier, days, documents)
    if plan:
        source = DocumentRow(id=plan.id, source=f"План визита № {plan.number}", title=_name(plan))
        told = replace(told, register=joined((told.register, Register(documents=(source,)))))
    context = OfVisit(told, moment.as_of or today, Ledger(told.register), days, plan)
    title, after = _title(dossier, days, plan), telling(moment, ", ")
    return compose(context, SECTIONS, title=title, today=today, made="Составлен", after=after)


def _title(dossier: Dossier, days: Days, plan: VisitPlan | None) -> str:
    first, last = days.first.isoformat(), days.last.isoformat()
    when = short(first if first == last else f"{first}/{last}")
    if plan:
        guests, hosts = (clean(dossier.register.name(one)) for one in (plan.guests, plan.hosts))
        return f"Отчёт о визите делегации {genitive(guests)} ({hosts}, {when})"
    assert dossier.place and dossier.other_place
    places = (clean(place.name) for place in (dossier.place, dossier.other_place))
    return f"Отчёт о визите: {' — '.join(places)}, {when}"


def _name(plan: VisitPlan) -> str:
    return f"План визита: {quoted(clean(plan.purpose))}" if plan.purpose else f"План визита № {plan.number}"
