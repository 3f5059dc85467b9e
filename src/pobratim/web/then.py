"""Pages as of another day: what the register was then is found beside the answers, and remembered."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import ResolverMatch

from pobratim import storage
from pobratim.model.errors import NotFound, PobratimError
from pobratim.register.moment import Moment
from pobratim.storage import Subject
from pobratim.web.beside import found
from pobratim.web.moments import moment_of
from pobratim.web.rights import SAFE

SUBJECTS = ("tie", "place", "person", "organization")
PAGES = frozenset({
    "overview", "attention", "ties", "places", "people", "organizations", "happenings", "agreements", "commitments",
    "matches", "documents", *SUBJECTS, *(f"{kind}-rows" for kind in SUBJECTS),
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
        seconds = _looked_for(moment, _subject(asked))
        if seconds is None and request.headers.get("X-Waiting"):  # what waited is opened anew, with its scripts
            return HttpResponse(headers={"HX-Refresh": "true"})
        if seconds is None:
            return None
        return render(request, "web/then.html", {"moment": moment, "seconds": seconds}, status=202)


def _subject(asked: ResolverMatch) -> Subject | None:
    """Whom or what the page is about, if it is about one."""
    kind = (asked.url_name or "").removesuffix("-rows")
    if kind not in SUBJECTS:
        return None
    sides = ("left", "right") if kind == "tie" else (kind,)
    return Subject(kind, tuple(asked.kwargs[side] for side in sides))  # type: ignore[arg-type]


def _looked_for(moment: Moment, subject: Subject | None) -> int | None:
    """For how many seconds the register of that day has been looked for, or what it holds of the subject; None when
    all is there."""
    register = storage.derived_from(), moment
    there = found("then", register, partial(_whole, moment), otherwise=False, remembered=storage.MOMENTS)
    if there.now and subject:
        there = found("then, of one", (*register, subject), partial(_of, subject, moment), False, storage.PAGES)
    return None if there.now else there.seconds


def _whole(moment: Moment) -> bool:
    storage.whole_register(moment)
    return True


def _of(subject: Subject, moment: Moment) -> bool:
    """False where the register had nothing of it, which its page says."""
    try:
        storage.page_of(subject, moment)
    except NotFound:
        return False
    return True
