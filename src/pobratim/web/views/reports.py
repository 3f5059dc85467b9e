"""Reports: the briefing before a visit, the report on it, the report on a year; as a page and as files."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from pobratim import reports as papers
from pobratim import storage
from pobratim.model.errors import NotFound
from pobratim.register.rows import DocumentRow
from pobratim.web.below import told_of
from pobratim.web.beside import Found, found
from pobratim.web.files import download
from pobratim.web.papers import Answer, BriefForm, VisitForm, YearForm, year_to_report
from pobratim.web.planned import planned_for

MOST_LINES = 25
"""Of a section on a page; files have all of them."""
MOST_KEPT = 4
"""Papers of each kind that are remembered: who looks at a page takes the files of it next."""
PATIENCE = 0.5
"""Seconds that a page waits for its paper."""


@require_safe
def reports(request: HttpRequest) -> HttpResponse:
    """The three kinds, each with its form."""
    context = {
        "brief": BriefForm(auto_id="brief_%s"),
        "visit": VisitForm(auto_id="visit_%s"),
        "year": YearForm(auto_id="year_%s", initial={"year": _year()}),
    }
    return render(request, "web/reports/reports.html", context)


@require_safe
def brief(request: HttpRequest, form: str | None = None) -> HttpResponse:
    """For a visit that is planned (``visit``) also with what its plan tells."""
    asked = BriefForm(request.GET or None)
    return _answered(request, "brief", asked, form, ticked=request.GET.getlist("with"), plan=planned_for(request))


@require_safe
def visit(request: HttpRequest, form: str | None = None) -> HttpResponse:
    return _answered(request, "visit", VisitForm(request.GET or None), form)


@require_safe
def year(request: HttpRequest, form: str | None = None) -> HttpResponse:
    asked = YearForm(request.GET or None, initial={} if request.GET else {"year": _year()})
    return _answered(request, "year", asked, form)


def _year() -> int:
    """The year that a report is offered for where no place is chosen yet."""
    newest = storage.newest_document()
    row = storage.row(newest) if newest else None
    return year_to_report([row] if isinstance(row, DocumentRow) else [], date.today())


def _answered(
    request: HttpRequest, kind: str, asked: BriefForm | VisitForm | YearForm, form: str | None, **more: Any
) -> HttpResponse:
    """The page with the form and the paper it gives; with ``form`` the paper as a file of that form."""
    looked = _answer(request, kind, asked, more, patience=None if form else PATIENCE)
    answer = looked.value
    if form and answer.paper:
        return download(papers.render(answer.paper, form), answer.name, form)
    paper = answer.paper and answer.paper.shortened(MOST_LINES)
    context = {
        "form": asked, "kind": kind, "answer": answer, "paper": paper, "register": answer.register,
        "plan": more.get("plan"), "looking": not looked.now, "seconds": looked.seconds,
    }
    wrong = asked.is_bound and not asked.is_valid()
    return render(request, f"web/reports/{kind}.html", context, status=422 if wrong or form else 200)


def _answer(
    request: HttpRequest,
    kind: str,
    asked: BriefForm | VisitForm | YearForm,
    more: dict[str, Any],
    patience: float | None,
) -> Found[Answer]:
    """What the form gives. A paper on very much is put together beside the answer; its files find it there."""
    if not asked.is_bound or not asked.has_answer:
        return Found(Answer(), True)
    today, language = date.today(), get_language()
    key = (storage.derived_from(), today, language, request.GET.urlencode(), more.get("plan"))
    make = partial(_made, asked, language, {"today": today, **more})
    looked: Found[Answer | str] = found(f"paper {kind}", key, make, "", MOST_KEPT, patience)
    if looked.now and isinstance(looked.value, str):
        asked.add_error(None, forms.ValidationError(looked.value))
        return Found(Answer(), True)
    asked.show_names()
    answer = looked.value if looked.now and isinstance(looked.value, Answer) else Answer()
    return Found(answer, looked.now, looked.seconds)


def _made(asked: BriefForm | VisitForm | YearForm, language: str | None, more: dict[str, Any]) -> Answer | str:
    """The answer in the language of the page, or why there is none."""
    with translation.override(language):
        try:
            return asked.answer(**more)
        except NotFound as error:
            return told_of(error)
