"""Planned visits: the list, one with its papers, the form, what documents tell of it afterwards."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from pobratim import reports as papers
from pobratim import storage
from pobratim.exchange.ics import calendar
from pobratim.model.errors import NotFound
from pobratim.register.dossier import Dossier
from pobratim.register.during import Days, telling_of
from pobratim.register.rows import DocumentRow
from pobratim.register.visits import VisitPlan
from pobratim.reports.paper import Paper
from pobratim.reports.programme import delegation, file_name, programme, visit_name
from pobratim.storage.traces import What
from pobratim.web import beyond
from pobratim.web.counted import Counted
from pobratim.web.delegation import unknown_and_known
from pobratim.web.files import download
from pobratim.web.planned import ahead, in_register, named, places_of
from pobratim.web.visits import VisitForm, with_room
from pobratim.web.words import short

PAGE = 50
MOST_DOCUMENTS = 60
_ASKED = ("guests", "hosts", "first", "last", "purpose")


@require_safe
def visits(request: HttpRequest) -> HttpResponse:
    today = date.today()
    over = Counted(partial(storage.count_past_visits, today), partial(storage.visits_past, today))
    page = Paginator(over, PAGE).get_page(request.GET.get("page"))
    context = {
        "ahead": named(ahead(today)), "past": named(page), "page": page, "dropped": named(storage.visits_dropped())
    }
    return render(request, "web/visits/visits.html", context)


@require_safe
def visit(request: HttpRequest, number: int) -> HttpResponse:
    versions = storage.versions(number)
    version = versions[0]
    plan, dossier = version.plan, _dossier(version.plan)
    told = telling_of(dossier, Days(plan.first, plan.last)) if dossier else frozenset()
    offered = [row for row in (dossier.documents if dossier else ()) if row.id in told or row.id in plan.documents]
    strangers = beyond.strangers((plan.guests, plan.hosts))
    unknown, known = unknown_and_known(plan.members)
    register = places_of([plan])
    shown = {row.id for row in offered}
    linked = [row for row in storage.rows_named(set(plan.documents) - shown) if isinstance(row, DocumentRow)]
    context = {
        "plan": plan,
        "version": version,
        "register": register,
        "title": in_register(plan, register).title,
        "over": plan.last < date.today(),
        "offered": [*offered, *linked][:MOST_DOCUMENTS],
        "attendees": known,
        "unknown": "; ".join(unknown),
        "strangers": strangers,
        "missing": ", ".join(place.name for place in strangers),
        "versions": versions,
    }
    return render(request, "web/visits/visit.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    asked = {name: request.GET[name] for name in _ASKED if name in request.GET}
    return _edited(request, None, asked)


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, number: int) -> HttpResponse:
    return _edited(request, storage.visit(number).plan, {})


@require_POST
def documents(request: HttpRequest, number: int) -> HttpResponse:
    """Keeps which documents tell of the visit."""
    plan = storage.visit(number).plan
    known = {row.id for row in storage.rows_named(request.POST.getlist("document")) if isinstance(row, DocumentRow)}
    linked = tuple(sorted(known))
    if linked != plan.documents:
        _change(request, number, replace(plan, documents=linked), "visit changed")
    if linked:
        messages.success(request, _("Записано: о визите рассказывают документы, которые вы отметили."))
    else:
        messages.info(request, _("Ничего не отмечено: отчёт составится по документам этих дней."))
    return redirect("visit", number)


@require_POST
def drop(request: HttpRequest, number: int) -> HttpResponse:
    """Gives the visit up, or takes it up again; nothing of it is lost."""
    give_up = request.POST.get("dropped") != "no"
    _change(request, number, storage.visit(number).plan, "visit dropped" if give_up else "visit resumed")
    messages.info(request, _("Визит снят с плана; его можно вернуть.") if give_up else _("Визит снова в плане."))
    return redirect("visit", number)


@require_safe
def file(request: HttpRequest, number: int, what: str, form: str) -> HttpResponse:
    """A paper of the visit as a file."""
    plan = storage.visit(number).plan
    register = places_of([plan])
    made: dict[str, Any] = {"programme": programme, "delegation": delegation}
    if what not in made:
        paper = _report(plan)
        return download(papers.render(paper, form), paper.title, form)
    paper = made[what](plan, register)
    return download(papers.render(paper, form), file_name(plan, paper), form)


@require_safe
def ics(request: HttpRequest, number: int) -> HttpResponse:
    """The visit and its programme for a calendar; one that was given up strikes itself out there."""
    version, *older = storage.versions(number)
    plan = version.plan
    (one,) = named([plan])
    link = request.build_absolute_uri(reverse("visit", args=[number]))
    entries = (replace(entry, link=link, version=len(older), called_off=version.dropped) for entry in one.entries())
    made = calendar(entries, name=one.title, day=date.today())
    return download(made, f"{one.guests} — {one.hosts}, {short(plan.days)}", "ics")


@require_safe
def report(request: HttpRequest, number: int) -> HttpResponse:
    """The report on the visit, from its documents and its plan."""
    plan = storage.visit(number).plan
    paper = _report(plan)
    return render(request, "web/visits/report.html", {"plan": plan, "paper": paper, "register": places_of([plan])})


def _edited(request: HttpRequest, plan: VisitPlan | None, asked: dict[str, str]) -> HttpResponse:
    more = request.POST.get("more", "") if request.method == "POST" else ""
    data = request.POST if request.method == "POST" else None
    form = VisitForm(with_room(data, more) if data and more else data, plan, asked)
    if data and not more and form.is_valid():
        made = form.made()
        if plan is None:
            number = storage.plan_visit(made, **_now(request))
            _trace(request, number, made, "visit planned")
        else:
            number = plan.number
            _change(request, number, made, "visit changed")
        messages.success(request, _("План визита записан."))
        return redirect("visit", number)
    context = {"form": form, "plan": plan, "quiet": bool(more)}
    return render(request, "web/visits/edit.html", context, status=422 if data and not more else 200)


def _report(plan: VisitPlan) -> Paper:
    dossier = _dossier(plan)
    if dossier is None:
        raise NotFound(_("Одного из мест визита в реестре больше нет; исправьте план."))
    documents = plan.documents or None
    return papers.visit_report(dossier, Days(plan.first, plan.last), date.today(), documents=documents, plan=plan)


def _dossier(plan: VisitPlan) -> Dossier | None:
    """What joins the two sides: nothing where one is only planned with; None where there is no such place any more."""
    try:
        return storage.tie(plan.guests, plan.hosts)
    except NotFound:
        register = places_of([plan])
        sides = {place.id: place for place in register.places}
        if not {plan.guests, plan.hosts} <= sides.keys():
            return None
        return Dossier(register=register, place=sides[plan.guests], other_place=sides[plan.hosts])


def _change(request: HttpRequest, number: int, plan: VisitPlan, what: What) -> None:
    dropped = storage.visit(number).dropped if what == "visit changed" else what == "visit dropped"
    storage.change_visit(number, plan, **_now(request), dropped=dropped)
    _trace(request, number, plan, what)


def _trace(request: HttpRequest, number: int, plan: VisitPlan, what: What) -> None:
    storage.trace(what, by=request.actor.name, about=f"№ {number}: {visit_name(plan, places_of([plan]))}")


def _now(request: HttpRequest) -> dict[str, Any]:
    return {"by": request.actor.name, "at": datetime.now(UTC)}

