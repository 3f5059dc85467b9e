"""How a commitment stands on a day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from pobratim.model import edtf
from pobratim.register.rows import Commitment

BY_WORDS = "words"
"""Who proposes an answer where no person confirmed it."""
TAKEN = 0.85
"""From this score on a proposed answer counts as the answer until a person says otherwise."""
SILENT_DAYS = 365
"""After so many days of silence there is no news of a commitment without a term."""

OUTCOMES = ("met", "partly met", "not met")
"""What may come of it, the best first."""

Rule = Callable[[Commitment, date | None], str | None]


def came_of_it(row: Commitment, day: date | None) -> str | None:
    """What a person says of it, else a source; of several tellings the best: a feast called off may be held later."""
    decided = {one.outcome for one in row.follow_ups if one.by != BY_WORDS}
    outcomes = decided or {one.outcome for one in row.follow_ups if one.score >= TAKEN}
    return next((one for one in OUTCOMES if one in outcomes), None)


def nothing_heard(row: Commitment, day: date | None) -> str | None:
    """Its term is over, or nobody spoke of it for a year, and nothing has been proposed as an answer."""
    if day is None or row.follow_ups:
        return None
    due, last = edtf.bounds(row.due)[1], edtf.bounds(row.silent_since)[1]
    over = due < day if due else last is not None and last + timedelta(SILENT_DAYS) < day
    return "no news" if over else None


def said(row: Commitment, day: date | None) -> str | None:
    return "restated" if row.restated else "scheduled"


RULES: tuple[Rule, ...] = (came_of_it, nothing_heard, said)


def standing_on(row: Commitment, day: date | None) -> str:
    """The status of the commitment on that day; without a day nothing is overdue and nobody silent.

    `not met` always rests on a source that tells of it.
    """
    return next(status for rule in RULES if (status := rule(row, day)))


def is_concluded(row: Commitment) -> bool:
    """Whether its status is a conclusion: it rests on answers that are proposed, and no person said so."""
    return row.status in OUTCOMES and {one.by for one in row.follow_ups} == {BY_WORDS}
