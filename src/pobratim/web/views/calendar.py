"""The calendar of due dates and planned happenings, for any calendar program."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from urllib.parse import urlencode

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from pobratim import storage
from pobratim.exchange.ics import calendar as ics
from pobratim.model.errors import NotFound
from pobratim.register.answers import is_concluded
from pobratim.register.diary import Entry, due_on, planned_for
from pobratim.register.facets import Among, Between, Condition
from pobratim.register.rows import Commitment, Happening, Place, Register
from pobratim.reports.words import ru
from pobratim.storage import Choice
from pobratim.web.board import OPEN, Stored
from pobratim.web.files import download
from pobratim.web.headlines import headline
from pobratim.web.links import address_of
from pobratim.web.planned import ahead, named

MOST = 2000
"""Entries of each kind: the nearest."""
BEFORE = timedelta(days=366)
"""What fell due longer ago no longer stands in the calendar."""
_MADE = "calendar"
"""The cookie that carries the token of a subscription just made to the next page."""
_SHOWN_WITHIN = 60
"""Seconds."""


@require_safe
def calendar(request: HttpRequest) -> HttpResponse:
    """As a file; planned visits are in it for whoever may see them."""
    return _calendar(request, request.GET.get("place", ""), visits=request.actor.may("visits"))


@require_safe
def feed(request: HttpRequest, token: str) -> HttpResponse:
    """The same for a program that subscribes: the token is all it needs, and its owner may read."""
    return _calendar(request, storage.feed_of(token).place, visits=True)


@require_http_methods(["GET", "HEAD", "POST"])
def feeds(request: HttpRequest) -> HttpResponse:
    """One's own subscriptions; a form makes another, whose address the next page shows this once."""
    places = storage.places_named(Stored().values("place"))
    if request.method == "POST":
        return _made(request, {place.id for place in places})
    token = request.get_signed_cookie(_MADE, default="", max_age=_SHOWN_WITHIN)
    address = request.build_absolute_uri(reverse("feed", args=[token])) if token else ""
    chosen, own = request.GET.get("place", ""), storage.feeds(request.actor.name)
    names = {row.id: row.name for row in storage.places_named(one.place for one in own if one.place)}
    context = {
        "address": address,
        "chosen": chosen,
        "places": sorted(places, key=lambda place: (place.name, place.id)),
        "feeds": [(one, names.get(one.place, one.place)) for one in own],
    }
    response = render(request, "web/feeds.html", context)
    if address:
        response.delete_cookie(_MADE, path=reverse("feeds"), samesite="Strict")
        response.headers["Cache-Control"] = "no-store"
    return response


def _made(request: HttpRequest, places: set[str]) -> HttpResponse:
    """Makes a subscription and leads to the page that shows it: loading that page anew makes no other."""
    chosen = request.POST.get("place", "")
    if chosen and chosen not in places:
        raise NotFound(_("Такого места в реестре нет; выберите его из списка."))
    response = redirect(reverse("feeds") + (f"?{urlencode({'place': chosen})}" if chosen else ""))
    response.set_signed_cookie(
        _MADE, storage.open_feed(request.actor.name, chosen), max_age=_SHOWN_WITHIN, path=reverse("feeds"),
        secure=settings.SESSION_COOKIE_SECURE, httponly=True, samesite="Strict",
    )
    return response


@require_POST
def close(request: HttpRequest, number: int) -> HttpResponse:
    """Takes a subscription back."""
    storage.close_feed(number, by=request.actor.name)
    messages.info(request, _("Подписка отозвана: по её адресу календаря больше нет."))
    return redirect("feeds")


def _calendar(request: HttpRequest, place_id: str, *, visits: bool) -> HttpResponse:
    today = date.today()
    place = storage.row(place_id) if place_id else None
    if place_id and not isinstance(place, Place):
        raise NotFound(_("Такого места в реестре нет; уберите его из адреса календаря."))
    register = _register(place_id, today)
    planned = _visits(request, place_id, today) if visits else ()
    entries = (*_due(request, register), *_planned(request, register), *planned)
    name = _("Сроки и встречи: %(place)s") % {"place": place.name} if isinstance(place, Place) else _("Сроки и встречи")
    return download(ics(entries, name=name, day=today), name, "ics")


def _register(place: str, today: date) -> Register:
    """Open promises with a term and planned happenings, the nearest first, and what they name."""
    of_place: tuple[Condition, ...] = (Among("place", frozenset((place,))),) if place else ()
    since = (today - BEFORE).isoformat()
    due = Choice((Commitment.table,), (Among("status", frozenset(OPEN)), Between("due", since), *of_place))
    planned = Choice((Happening.table,), (Among("status", frozenset(("planned",))), Between("day", since), *of_place))
    rows = [
        *storage.chosen(due, by="due", newest=False, count=MOST),
        *storage.chosen(planned, newest=False, count=MOST),
    ]
    return storage.with_names(rows)


def _due(request: HttpRequest, register: Register) -> Iterator[Entry]:
    for row in register.commitments:
        day = due_on(row)
        if day:
            actors = ", ".join(map(register.name, row.actors))
            said = (one.text for one in row.evidence[:1])
            yield Entry(
                id=row.id,
                first=day,
                last=day,
                title=_("Срок: %(what)s") % {"what": row.action},
                about="\n".join(filter(None, (actors, _status(row), *said))),
                link=_link(request, row),
            )


def _planned(request: HttpRequest, register: Register) -> Iterator[Entry]:
    for row in register.happenings:
        days = planned_for(row)
        if days:
            yield Entry(
                id=row.id,
                first=days[0],
                last=days[1],
                title=headline(register, row),
                about="\n".join(one.text for one in row.evidence[:1]),
                place=register.name(row.place),
                link=_link(request, row),
            )


def _visits(request: HttpRequest, place: str, today: date) -> Iterator[Entry]:
    """Visits that are ahead, with their programmes."""
    for one in named(ahead(today, place) if place else ahead(today)):
        link = request.build_absolute_uri(reverse("visit", args=[one.plan.number]))
        for entry in one.entries():
            yield replace(entry, link=link)


def _link(request: HttpRequest, row: Commitment | Happening) -> str:
    address = address_of(row)
    return request.build_absolute_uri(address) if address else ""


def _status(row: Commitment) -> str:
    status = ru(row.status, "status")
    return _("%(status)s (вывод)") % {"status": status} if is_concluded(row) else status
