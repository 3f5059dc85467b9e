"""Keeping a decision from a page: under the actor's name, now, with the register brought up to date."""

from __future__ import annotations

from datetime import UTC, datetime

from django.contrib import messages
from django.http import HttpRequest, HttpResponseRedirect
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from pobratim import storage
from pobratim.model.errors import PobratimError
from pobratim.register.decisions import Act
from pobratim.web.deriving import derive_soon

_LONGEST_WHY = 1000


def decide(request: HttpRequest, act: Act) -> int:
    """Keep what the actor of ``request`` decides, and derive; its number. Raises PobratimError."""
    number = keep(request, act)
    bring_up_to_date(request)
    return number


def keep(request: HttpRequest, act: Act) -> int:
    """Keep a decision and nothing more; its number. Raises PobratimError where the act cannot be meant."""
    try:
        return storage.decide(act, by=request.actor.name, at=datetime.now(UTC), why=why_of(request))
    except ValueError as error:
        raise PobratimError(str(error)) from None


def undo(request: HttpRequest, number: int) -> None:
    """Close a decision. Raises NotFound where none of that number holds."""
    storage.undo(number, by=request.actor.name, at=datetime.now(UTC), why=why_of(request))
    bring_up_to_date(request)


def bring_up_to_date(request: HttpRequest) -> None:
    """Derive the register; where that takes long the page says so."""
    if not derive_soon():
        messages.info(request, _("Записано. Реестр обновляется; страницы покажут новое через некоторое время."))


def why_of(request: HttpRequest) -> str:
    """The reason that was typed."""
    return " ".join(request.POST.get("why", "").split())[:_LONGEST_WHY]


def back(request: HttpRequest, otherwise: str) -> HttpResponseRedirect:
    """To the page of this site that the form names, else to ``otherwise``."""
    return redirect(way_back(request, request.POST.get("next", ""), otherwise))


def way_back(request: HttpRequest, wanted: str, otherwise: str) -> str:
    """The address that is wanted, if it is one of this site."""
    safe = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    return wanted if safe else otherwise
