"""The sections of a briefing, in the order in which an officer reads them."""

from collections.abc import Callable

from pobratim.reports.paper import Section
from pobratim.reports.sections.agreements import agreements
from pobratim.reports.sections.contacts import meetings, people, visited
from pobratim.reports.sections.context import Context
from pobratim.reports.sections.questions import questions
from pobratim.reports.sections.substance import commitments, figures, offers, quotes, topics
from pobratim.reports.sections.summary import history, main_facts

SECTIONS: tuple[Callable[[Context], Section | None], ...] = (
    main_facts,
    history,
    agreements,
    meetings,
    people,
    visited,
    topics,
    offers,
    commitments,
    figures,
    quotes,
    questions,
)
"""Each writes one section, or none where it has nothing to say."""
