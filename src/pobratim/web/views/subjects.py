"""The pages of one tie, place, person or organization: everything known, each line with its sentence."""

from __future__ import annotations

from datetime import date
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from pobratim import reports, storage
from pobratim.model.errors import NotFound
from pobratim.register.dossier import Dossier
from pobratim.register.moment import NOW, Moment
from pobratim.storage import Shown
from pobratim.web.files import download
from pobratim.web.heat import heat
from pobratim.web.meetings import meetings
from pobratim.web.moments import moment_of
from pobratim.web.papers import last_whole_year
from pobratim.web.ties import TieLine, standing, tie_lines, ties_and_places
from pobratim.web.timeline import LANES, Window, timeline


@require_safe
def tie(request: HttpRequest, left: str, right: str) -> HttpResponse:
    _check_sides(left, right)
    shown = storage.tie_page(left, right, moment_of(request))
    ties = shown.dossier.ties
    return _page(request, "tie", shown, sides={left, right}, stage=standing(ties[0]) if ties else None)


@require_safe
def place(request: HttpRequest, place: str) -> HttpResponse:
    moment = moment_of(request)
    year = last_whole_year(moment.as_of or date.today())
    return _page(request, "place", storage.place_page(place, moment), report_year=year)


@require_safe
def person(request: HttpRequest, person: str) -> HttpResponse:
    return _page(request, "person", storage.person_page(person, moment_of(request)))


@require_safe
def organization(request: HttpRequest, organization: str) -> HttpResponse:
    return _page(request, "organization", storage.organization_page(organization, moment_of(request)))


@require_safe
def brief(request: HttpRequest, left: str, right: str, form: reports.Format) -> HttpResponse:
    """The briefing on a tie as a file; HTML too is a download, so that it never runs in this site's name."""
    moment = moment_of(request)
    dossier = _tie(left, right, moment)
    assert dossier.place and dossier.other_place
    name = f"Справка {dossier.place.name} — {dossier.other_place.name}"
    return download(reports.brief(dossier, today=date.today(), format=form, moment=moment), name, form)


def _tie(left: str, right: str, moment: Moment) -> Dossier:
    _check_sides(left, right)
    return storage.tie(left, right, moment)


def _check_sides(left: str, right: str) -> None:
    if left == right:
        raise NotFound(gettext("Связи места с самим собой не бывает; выберите два разных места."))


def _page(request: HttpRequest, subject: str, shown: Shown, **more: object) -> HttpResponse:
    dossier = shown.dossier
    moment, window = moment_of(request), _window(request)
    today = moment.as_of or date.today()
    context = {
        "moment": moment,
        "totals": shown.totals,
        "search": _search(dossier),
        "dossier": dossier,
        "register": dossier.register,
        "sources": {document.id: number for number, document in enumerate(dossier.documents, 1)},
        "window": window,
        "timeline": timeline(dossier, today, window),
        "lanes": LANES,
        "zooms": ((today.year - 4, today.year), (today.year - 9, today.year)),
        "heat": heat(dossier),
        "meetings": meetings(dossier, gettext("Другие")),
        "ties": _lines(shown),
        **more,
    }
    return render(request, f"web/{subject}.html", context)


def _lines(shown: Shown) -> list[TieLine]:
    """The ties of the page; counted over the whole register where the page has but a part of it."""
    here = {tie.id for tie in shown.dossier.ties}
    lines = ties_and_places(NOW)[0] if shown.totals else tie_lines(shown.dossier.register)
    return [line for line in lines if line.tie.id in here]


def _search(dossier: Dossier) -> str:
    """The search that finds what the page has no room for, but for its kind."""
    if dossier.place:
        words = dossier.other_place.name if dossier.other_place else ""
        return urlencode({"place": dossier.place.id, **({"q": words} if words else {})})
    subject = dossier.person or dossier.organization
    return urlencode({"q": subject.name if subject else ""})


def _window(request: HttpRequest) -> Window:
    """What of the strip is asked for; nonsense is all of it."""
    first, last = (_year(request.GET.get(name, "")) for name in ("years_from", "years_to"))
    if first and last and last < first:
        first, last = last, first
    chosen = frozenset(lane for lane, _name in LANES if lane in request.GET.getlist("lane"))
    return Window(first, last, chosen if len(chosen) < len(LANES) else frozenset())


def _year(typed: str) -> int | None:
    return int(typed) if len(typed) == 4 and typed.isdecimal() and typed[0] in "12" else None
