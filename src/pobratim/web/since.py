"""Since when whoever looks has not been here: two days in a cookie of their browser, and nothing more.

A table of it would be written at every look, and wait for whoever writes the register.
"""

from __future__ import annotations

from datetime import date, timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse

COOKIE = "visits"
_AGE = timedelta(days=365)


def last_visit(request: HttpRequest, today: date) -> date | None:
    """The day of the visit before today's; None at the first, and of those who are nobody known."""
    before, last = _days(request)
    return last if last and last < today else before


def remember(request: HttpRequest, response: HttpResponse, today: date) -> None:
    """Note the visit in the browser of whoever is known."""
    _before, last = _days(request)
    if not request.actor.name or last == today:
        return
    value = f"{last.isoformat() if last else ''}.{today.isoformat()}"
    secure = settings.SESSION_COOKIE_SECURE
    response.set_cookie(COOKIE, value, max_age=_AGE, httponly=True, samesite="Lax", secure=secure)


def _days(request: HttpRequest) -> tuple[date | None, date | None]:
    before, _dot, last = request.COOKIES.get(COOKIE, "").partition(".")
    return _day(before), _day(last)


def _day(written: str) -> date | None:
    """Nonsense in a cookie is no day."""
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None
