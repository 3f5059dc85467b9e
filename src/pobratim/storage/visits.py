"""Planned visits: every version is kept, the last one counts; a visit that is given up can be taken up again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from pobratim.model.errors import NotFound
from pobratim.register.visits import VisitPlan, from_dict, to_dict

if TYPE_CHECKING:
    from pobratim.storage import models


@dataclass(frozen=True, slots=True)
class Version:
    """A version of a plan: whose, and when it was made (UTC)."""

    plan: VisitPlan
    by: str
    at: datetime
    dropped: bool


def plan_visit(plan: VisitPlan, *, by: str, at: datetime) -> int:
    """Keep a new plan; its number."""
    from django.db import transaction
    from django.db.models import Max

    from pobratim.storage import models

    with transaction.atomic():
        number = 1 + (models.Visit.objects.aggregate(last=Max("number"))["last"] or 0)
        _add(number, plan, by, at)
    return number


def change_visit(number: int, plan: VisitPlan, *, by: str, at: datetime, dropped: bool = False) -> None:
    """Keep a new version of a plan; with ``dropped`` the visit is given up. Raises NotFound."""
    from django.db import transaction

    from pobratim.storage import models

    with transaction.atomic():
        if not models.Visit.objects.filter(number=number, current=True).update(current=False):
            raise _none(number)
        _add(number, plan, by, at, dropped)


def visit(number: int) -> Version:
    """The last version of a plan. Raises NotFound."""
    from pobratim.storage import models

    row = models.Visit.objects.filter(number=number, current=True).first()
    if row is None:
        raise _none(number)
    return _version(row)


def visits_ahead(today: date, count: int = 100) -> list[VisitPlan]:
    """Visits that are not over, the next first."""
    from pobratim.storage import models

    rows = models.Visit.objects.filter(current=True, dropped=False, last__gte=today).order_by("first", "number")
    return [_version(row).plan for row in rows[:count]]


def visits_past(today: date, start: int = 0, count: int = 50) -> list[VisitPlan]:
    """Visits that are over, the last first."""
    from pobratim.storage import models

    rows = models.Visit.objects.filter(current=True, dropped=False, last__lt=today).order_by("-first", "-number")
    return [_version(row).plan for row in rows[start : start + count]]


def count_past_visits(today: date) -> int:
    from pobratim.storage import models

    return models.Visit.objects.filter(current=True, dropped=False, last__lt=today).count()


def visits_dropped(count: int = 100) -> list[VisitPlan]:
    """Visits that were given up, the last given up first."""
    from pobratim.storage import models

    rows = models.Visit.objects.filter(current=True, dropped=True).order_by("-version")
    return [_version(row).plan for row in rows[:count]]


def versions(number: int) -> list[Version]:
    """Every version of a plan, the last first. Raises NotFound."""
    from pobratim.storage import models

    rows = list(models.Visit.objects.filter(number=number).order_by("-version"))
    if not rows:
        raise _none(number)
    return [_version(row) for row in rows]


def _add(number: int, plan: VisitPlan, by: str, at: datetime, dropped: bool = False) -> None:
    from pobratim.storage import models

    models.Visit.objects.create(
        number=number,
        dropped=dropped,
        first=plan.first,
        last=plan.last,
        plan=to_dict(plan),
        by=by,
        at=at.astimezone(UTC).replace(tzinfo=None),
    )


def _version(row: models.Visit) -> Version:
    return Version(from_dict(row.plan, row.number), row.by, row.at.replace(tzinfo=UTC), row.dropped)


def _none(number: int) -> NotFound:
    return NotFound(f"визита № {number} нет; все визиты — на странице «Визиты»")
