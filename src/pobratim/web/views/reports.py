"""Reports: the briefing before a visit, the report on it, the report on a year; as a page and as files."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from pobratim import reports as papers
from pobratim.model.errors import NotFound
from pobratim.web.files import download
from pobratim.web.papers import Answer, BriefForm, VisitForm, YearForm, last_whole_year

MOST_LINES = 25
"""Of a section on a page; files have all of them."""


@require_safe
def reports(request: HttpRequest) -> HttpResponse:
    """The three kinds, each with its form."""
    context = {
        "brief": BriefForm(auto_id="brief_%s"),
        "visit": VisitForm(auto_id="visit_%s"),
        "year": YearForm(auto_id="year_%s", initial={"year": last_whole_year(date.today())}),
    }
    return render(request, "web/reports/reports.html", context)


@require_safe
def brief(request: HttpRequest, form: str | None = None) -> HttpResponse:
    asked = BriefForm(request.GET or None)
    return _answered(request, "brief", asked, form, ticked=request.GET.getlist("with"))


@require_safe
def visit(request: HttpRequest, form: str | None = None) -> HttpResponse:
    return _answered(request, "visit", VisitForm(request.GET or None), form)


@require_safe
def year(request: HttpRequest, form: str | None = None) -> HttpResponse:
    asked = YearForm(request.GET or None, initial={"year": last_whole_year(date.today())})
    return _answered(request, "year", asked, form)


def _answered(
    request: HttpRequest, kind: str, asked: BriefForm | VisitForm | YearForm, form: str | None, **more: Any
) -> HttpResponse:
    """The page with the form and the paper it gives; with ``form`` the paper as a file of that form."""
    answer = _answer(asked, more)
    if form and answer.paper:
        return download(papers.render(answer.paper, form), answer.name, form)
    paper = answer.paper and answer.paper.shortened(MOST_LINES)
    context = {"form": asked, "kind": kind, "answer": answer, "paper": paper, "register": answer.register}
    wrong = asked.is_bound and not asked.is_valid()
    return render(request, f"web/reports/{kind}.html", context, status=422 if wrong or form else 200)


def _answer(asked: BriefForm | VisitForm | YearForm, more: dict[str, Any]) -> Answer:
    if not asked.is_bound or not asked.is_valid():
        return Answer()
    try:
        answer = asked.answer(today=date.today(), **more)
    except NotFound as error:
        asked.add_error(None, forms.ValidationError(str(error)))
        return Answer()
    asked.show_names()
    return answer
