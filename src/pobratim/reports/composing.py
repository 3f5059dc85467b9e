"""How a paper is put together: sections are written, their notes numbered, sources named."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import TypeVar

from pobratim.register.dossier import Dossier
from pobratim.reports.ledger import source
from pobratim.reports.paper import Paper, Section, Source
from pobratim.reports.sections.context import Context
from pobratim.reports.wording import NBSP, plural, when

C = TypeVar("C", bound=Context)


def compose(
    context: C,
    sections: Iterable[Callable[[C], Section | None]],
    *,
    title: str,
    today: date,
    made: str,
    but: Iterable[str] = (),
    after: str = "",
) -> Paper:
    """The paper of these sections; a section with nothing to say is left out.

    ``made`` says what it is and for what («Составлена к визиту»), ``after`` what else is to be known of its basis.
    Documents that no line cites are named at the end, all but those with the ids ``but``.
    """
    written = [section for write in sections if (section := write(context))]
    numbered, sources, conclusions = context.ledger.settle(written)
    silent = _silent(context.dossier, context.ledger.documents.union(but))
    documents = len(sources) + len(silent)
    starred = "; звёздочкой отмечены выводы" if conclusions else ""
    return Paper(
        title=title,
        date=when(today.isoformat()),
        iso_date=today.isoformat(),
        basis=f"{made} по{NBSP}{plural(documents, 'документу', 'документам', 'документам')} реестра{after}{starred}",
        sections=numbered,
        sources=sources + silent,
        conclusions=conclusions,
    )


def _silent(dossier: Dossier, cited: frozenset[str]) -> tuple[Source, ...]:
    return tuple(source(document) for document in dossier.documents if document.id not in cited)
