"""What a briefing says: a dossier becomes a paper of sections, every line with its numbered evidence."""

from __future__ import annotations

from datetime import date

from pobratim.register.dossier import Dossier
from pobratim.register.moment import NOW, Moment
from pobratim.reports.cases import genitive
from pobratim.reports.composing import compose
from pobratim.reports.ledger import Ledger
from pobratim.reports.paper import Paper
from pobratim.reports.sections import SECTIONS
from pobratim.reports.sections.context import Context
from pobratim.reports.sections.occasion import BEFORE_A_VISIT, AheadOfVisit, Occasion
from pobratim.reports.wording import clean, telling, when


def briefing(dossier: Dossier, today: date, moment: Moment = NOW, occasion: Occasion | None = None) -> Paper:
    """The paper on a dossier as of ``today``, the day printed on it, or of the ``moment`` it was asked for.

    Before a visit (``occasion``) it begins with who is expected, what each said and promised, and what falls due by
    then. Raises ValueError on a dossier of nothing.
    """
    title, day, ledger = _title(dossier), moment.as_of or today, Ledger(dossier.register)
    after = telling(moment, ", ")
    if occasion is None:
        context = Context(dossier, day, ledger)
        return compose(context, SECTIONS, title=title, today=today, made="Составлена", after=after)
    made = f"Составлена к визиту {when(occasion.days)}" if occasion.days else "Составлена к визиту"
    before = AheadOfVisit(dossier, day, ledger, occasion)
    return compose(before, BEFORE_A_VISIT, title=title, today=today, made=made, after=after)


def _title(dossier: Dossier) -> str:
    if dossier.place and dossier.other_place:
        places = (genitive(clean(place.name)) for place in (dossier.place, dossier.other_place))
        return f"Справка о сотрудничестве {' и '.join(places)}"
    if dossier.place:
        return f"Справка о внешних связях {genitive(clean(dossier.place.name))}"
    subject = dossier.person or dossier.organization
    if subject is None:
        raise ValueError("a dossier names a place, two places, a person or an organization")
    return f"Справка: {clean(subject.name)}"
