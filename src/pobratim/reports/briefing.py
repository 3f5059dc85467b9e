"""What a briefing says: a dossier becomes a paper of sections, every line with its numbered evidence."""

from __future__ import annotations

from datetime import date

from pobratim.register.dossier import Dossier
from pobratim.register.moment import NOW, Moment
from pobratim.reports.cases import genitive
from pobratim.reports.ledger import Ledger, source
from pobratim.reports.paper import Paper
from pobratim.reports.sections import SECTIONS
from pobratim.reports.sections.context import Context
from pobratim.reports.wording import NBSP, clean, plural, telling, when


def briefing(dossier: Dossier, today: date, moment: Moment = NOW) -> Paper:
    """The paper on a dossier as of ``today``, the day printed on it, or of the ``moment`` it was asked for.

    Raises ValueError on a dossier of nothing.
    """
    title = _title(dossier)
    ledger = Ledger(dossier.register)
    context = Context(dossier, moment.as_of or today, ledger)
    written = [section for write in SECTIONS if (section := write(context))]
    sections, sources, conclusions = ledger.settle(written)
    cited = ledger.documents
    silent = tuple(source(document) for document in dossier.documents if document.id not in cited)
    documents = len(sources) + len(silent)
    return Paper(
        title=title,
        date=when(today.isoformat()),
        iso_date=today.isoformat(),
        basis=f"Составлена по{NBSP}{plural(documents, 'документу', 'документам', 'документам')} реестра"
        + telling(moment, ", "),
        sections=sections,
        sources=sources + silent,
        conclusions=conclusions,
    )


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
