"""Pages as of another day: what the register was then is looked for beside the answers, and remembered.

A page that is not there yet waits: it says so, tells for how long, and opens itself anew.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import partial
from typing import TypeVar

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from pobratim import storage
from pobratim.register.moment import Moment
from pobratim.register.rows import Register
from pobratim.storage import Shown, Subject
from pobratim.web.beside import found

T = TypeVar("T")
_SUBJECTS = 16
"""Whose pages are remembered."""


class Looking(Exception):
    """What was there on another day is still looked for."""

    def __init__(self, moment: Moment, seconds: int) -> None:
        super().__init__()
        self.moment = moment
        self.seconds = seconds


class Then:
    """Answers with a page that waits where a view asks for what is still looked for."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.headers.get("X-Waiting") and response.status_code == 200:
            return HttpResponse(headers={"HX-Refresh": "true"})  # what waited is opened anew, with its scripts
        return response

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if not isinstance(error, Looking):
            return None
        waits = request.headers.get("X-Waiting")
        if request.headers.get("HX-Request") == "true" and not waits:  # a part of a page, which has no room to wait in
            return HttpResponse(headers={"HX-Redirect": request.get_full_path()})
        return render(request, "web/then.html", {"moment": error.moment, "seconds": error.seconds}, status=202)


def register_of(moment: Moment) -> Register:
    """The whole register of another day. Raises Looking."""
    return _found("register", moment, None, partial(storage.whole_register, moment), storage.MOMENTS)


def then(kind: str, moment: Moment, key: Hashable, find: Callable[[], T], remembered: int = storage.MOMENTS) -> T:
    """What ``find`` finds in the register of another day; the same for the same kind and key. Raises Looking."""
    register_of(moment)
    return _found(kind, moment, key, find, remembered)


def page_of(subject: Subject, moment: Moment) -> Shown:
    """What is known of a subject at the moment. Raises NotFound, and Looking."""
    if not moment:
        return storage.page_of(subject)
    return then("subject", moment, subject, partial(storage.page_of, subject, moment), _SUBJECTS)


def _found(kind: str, moment: Moment, key: Hashable, find: Callable[[], T], remembered: int) -> T:
    whole = (storage.derived_from(), moment, key)
    there = found(f"then {kind}", whole, find, otherwise=None, remembered=remembered)
    if not there.now:
        raise Looking(moment, there.seconds)
    return there.value  # type: ignore[return-value]
