"""The moment a page is asked for, in its address: ``?as_of=2024-05-01&known_on=2024-06-01``."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import HttpRequest
from django.utils.translation import gettext as _

from pobratim.model.errors import PobratimError
from pobratim.register.moment import Moment, day_of


def moment_of(request: HttpRequest) -> Moment:
    """What the address asks for; an empty field is not asked. Raises PobratimError on what is no day."""
    try:
        as_of, known_on = (
            day_of(typed) if (typed := request.GET.get(name, "").strip()) else None for name in ("as_of", "known_on")
        )
    except PobratimError as error:
        raise PobratimError(_("День не понят: %(why)s.") % {"why": error}) from error
    return Moment(as_of, known_on)


def at(url: str, moment: Moment | None) -> str:
    """The address with the moment in it, so that a link leads to the same time."""
    if not moment:
        return url
    days = {"as_of": moment.as_of, "known_on": moment.known_on}
    query = urlencode({name: day.isoformat() for name, day in days.items() if day})
    return f"{url}{'&' if '?' in url else '?'}{query}"
