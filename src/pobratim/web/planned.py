"""Planned visits as pages and calendars show them: with the names of their sides, in the reader's language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest
from django.utils.translation import gettext as _

from pobratim import storage
from pobratim.model.errors import NotFound
from pobratim.register.diary import Entry
from pobratim.register.rows import Register
from pobratim.register.visits import Item, VisitPlan, diary
from pobratim.web import beyond
from pobratim.web.moments import moment_of

NEXT = 5
"""On a page about something else."""
_NUMBER = re.compile("[0-9]{1,9}")
MOST = 2000
"""Visits ahead that are looked through: the next."""


@dataclass(frozen=True, slots=True)
class Planned:
    """A plan with the names of its sides."""

    plan: VisitPlan
    guests: str
    hosts: str

    @property
    def title(self) -> str:
        return _("Визит: %(guests)s → %(hosts)s") % {"guests": self.guests, "hosts": self.hosts}

    def entries(self) -> Iterator[Entry]:
        """The visit and its programme, as lines of a calendar."""
        return diary(self.plan, self.title, _told)


def _told(item: Item) -> Iterator[str]:
    """Who does what for a line of the programme."""
    told = ((_("принимает:"), item.host), (_("ответственный:"), item.responsible), (_("подготовить:"), item.papers))
    return (f"{label} {value}" for label, value in told if value)


def places_of(plans: Iterable[VisitPlan]) -> Register:
    """The sides of the visits, those too of which no document tells."""
    return Register(places=beyond.places(one for plan in plans for one in (plan.guests, plan.hosts)))


def named(plans: Iterable[VisitPlan]) -> list[Planned]:
    """The plans, each with its names."""
    plans = list(plans)
    register = places_of(plans)
    return [in_register(plan, register) for plan in plans]


def in_register(plan: VisitPlan, register: Register) -> Planned:
    """The plan with the names that its places have there."""
    return Planned(plan, register.name(plan.guests), register.name(plan.hosts))


def ahead(today: date, *places: str, count: int = MOST) -> list[VisitPlan]:
    """Visits that are not over, the next first: those alone in which each of ``places`` is a side."""
    plans = storage.visits_ahead(today, MOST if places else count)
    return [one for one in plans if {one.guests, one.hosts}.issuperset(places)][:count]


def visits_ahead(request: HttpRequest, *places: str) -> list[Planned]:
    """What a page of these places tells of visits to come: nothing to who may not see plans, nor as of another day."""
    if moment_of(request) or not request.actor.may("visits"):
        return []
    return named(ahead(date.today(), *places, count=NEXT))


def planned_for(request: HttpRequest) -> VisitPlan | None:
    """The plan whose number the address has; None where there is none, or to who may not see plans."""
    number = request.GET.get("visit", "")
    if not _NUMBER.fullmatch(number) or not request.actor.may("visit"):
        return None
    try:
        return storage.visit(int(number)).plan
    except NotFound:
        return None
