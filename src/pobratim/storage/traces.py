"""Who did what: everything that is no decision (`pobratim.storage.decisions` keeps those)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

What = Literal[
    "signed in", "signed out", "failed", "locked", "added", "entered", "user", "role", "password", "closed", "opened",
    "visit planned", "visit changed", "visit dropped", "visit resumed",
]
_LONGEST_NAME = 150
_LONGEST_ADDRESS = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """One thing done; ``at`` is ISO 8601, ``address`` is empty where it was done on this machine's command line."""

    at: str
    by: str
    what: str
    about: str
    address: str


def trace(what: What, *, by: str, about: str = "", address: str = "") -> None:
    """Keep that somebody did something, now."""
    from pobratim.storage import models

    models.Trace.objects.create(
        at=datetime.now(UTC).replace(tzinfo=None),
        by=by[:_LONGEST_NAME],
        what=what,
        about=about,
        address=address[:_LONGEST_ADDRESS],
    )


def traces(first: int = 0, count: int | None = None) -> list[Trace]:
    """The newest first: ``count`` of them after the ``first``."""
    from pobratim.storage import models

    rows = models.Trace.objects.order_by("-id")[first : None if count is None else first + count]
    return [
        Trace(at=row.at.replace(tzinfo=UTC).isoformat(), by=row.by, what=row.what, about=row.about, address=row.address)
        for row in rows
    ]
