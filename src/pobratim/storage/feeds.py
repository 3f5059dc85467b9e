"""Calendars that another program subscribes to without signing in: an address nobody can guess, taken back any day.

Only the sha256 of a token is kept: whoever reads the database cannot open the calendar.
"""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from pobratim.model.errors import NotFound, PobratimError

if TYPE_CHECKING:
    from pobratim.storage import models

MOST = 20
"""Open ones of one person."""
_BYTES = 24


@dataclass(frozen=True, slots=True)
class Feed:
    """A subscription; ``place`` is the id of the place that it is narrowed to, ``at`` is ISO 8601."""

    number: int
    by: str
    place: str
    at: str


def open_feed(by: str, place: str = "") -> str:
    """A new subscription; its token, which is told this once. Raises PobratimError where there are too many."""
    from pobratim.storage import models

    if models.Feed.objects.filter(by=by, closed_at=None).count() >= MOST:
        raise PobratimError(f"подписок уже {MOST}; отзовите те, которыми никто не пользуется")
    token = secrets.token_urlsafe(_BYTES)
    models.Feed.objects.create(token=_hidden(token), by=by, place=place, at=_now())
    return token


def feeds(by: str) -> list[Feed]:
    """The open subscriptions of one person, the newest first."""
    from pobratim.storage import models

    return [_feed(row) for row in models.Feed.objects.filter(by=by, closed_at=None).order_by("-pk")]


def feed_of(token: str) -> Feed:
    """The open subscription with that token. Raises NotFound: of one taken back, or of a user who was closed."""
    from pobratim.storage import models

    row = models.Feed.objects.filter(token=_hidden(token), closed_at=None).first()
    users = models.User.objects
    if row is None or (users.exists() and not users.filter(name=row.by, is_active=True).exists()):
        raise NotFound("такой подписки на календарь нет или она отозвана; возьмите новый адрес в реестре")
    return _feed(row)


def close_feed(number: int, *, by: str) -> None:
    """Take a subscription of one's own back. Raises NotFound."""
    from pobratim.storage import models

    if not models.Feed.objects.filter(pk=number, by=by, closed_at=None).update(closed_at=_now()):
        raise NotFound(f"подписки № {number} у вас нет или она уже отозвана")


def _hidden(token: str) -> str:
    return hashlib.sha256(token.encode(errors="replace")).hexdigest()


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)


def _feed(row: models.Feed) -> Feed:
    return Feed(row.pk, row.by, row.place, row.at.replace(tzinfo=UTC).isoformat())
