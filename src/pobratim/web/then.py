"""Pages as of another day: what the register was then is found beside the answers, and remembered."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from pobratim import storage
from pobratim.model.errors import PobratimError
from pobratim.register.moment import Moment
from pobratim.web.beside import found
from pobratim.web.moments import moment_of
from pobratim.web.rights import SAFE

PAGES = frozenset({
    "overview", "attention", "ties", "places", "people", "organizations", "happenings", "agreements", "commitments",
    "matches", "documents", "tie", "place", "person", "organization", "tie-rows", "place-rows", "person-rows",
    "organization-rows",
})
"""Those that can be asked for as of another day; files are waited for."""


class Then:
    """Answers with a page that waits while the register of the day that is asked for is not there yet."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: object, args: object, kwargs: object) -> HttpResponse | None:
        asked = request.resolver_match
        if request.method not in SAFE or asked is None or asked.url_name not in PAGES:
            return None
        try:
            moment = moment_of(request)
        except PobratimError:
            return None  # the view says what is wrong with the day
        if not moment:
            return None
        key = storage.derived_from(), moment
        there = found("then", key, partial(_ready, moment), otherwise=False, remembered=storage.MOMENTS)
        if there.now and request.headers.get("X-Waiting"):  # the page that waited is opened anew, with its scripts
            return HttpResponse(headers={"HX-Refresh": "true"})
        if there.now:
            return None
        return render(request, "web/then.html", {"moment": moment, "seconds": there.seconds}, status=202)


def _ready(moment: Moment) -> bool:
    storage.whole_register(moment)
    return True
