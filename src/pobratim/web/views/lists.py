"""The lists: every row of one table, filtered by name, page by page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from pobratim import storage
from pobratim.model import edtf
from pobratim.register.rows import Register, Row
from pobratim.web.headlines import headline
from pobratim.web.moments import moment_of
from pobratim.web.ties import TieLine, tie_lines

PAGE = 100

R = TypeVar("R")


@require_safe
def ties(request: HttpRequest) -> HttpResponse:
    register = storage.whole_register(moment_of(request))

    def title(line: TieLine) -> str:
        return headline(register, line)

    return _page(request, "ties", register, tie_lines(register), title)


@require_safe
def places(request: HttpRequest) -> HttpResponse:
    register = storage.whole_register(moment_of(request))
    return _page(request, "places", register, _by_name(register.places), lambda place: place.name)


@require_safe
def people(request: HttpRequest) -> HttpResponse:
    register = storage.whole_register(moment_of(request))
    return _page(request, "people", register, _by_name(register.people), lambda person: person.name)


@require_safe
def organizations(request: HttpRequest) -> HttpResponse:
    register = storage.whole_register(moment_of(request))
    rows = _by_name(register.organizations)
    return _page(request, "organizations", register, rows, lambda row: " ".join((row.name, *row.aliases)))


@require_safe
def happenings(request: HttpRequest) -> HttpResponse:
    register = storage.whole_register(moment_of(request))
    rows = sorted(register.happenings, key=lambda row: edtf.sort_key(row.date))
    return _page(request, "happenings", register, rows, lambda row: headline(register, row))


@require_safe
def agreements(request: HttpRequest) -> HttpResponse:
    register = storage.whole_register(moment_of(request))
    rows = sorted(register.agreements, key=lambda row: edtf.sort_key(row.signed))
    return _page(request, "agreements", register, rows, lambda row: headline(register, row))


@require_safe
def documents(request: HttpRequest) -> HttpResponse:
    moment = moment_of(request)
    found = storage.whole_register(moment).documents if moment else storage.documents()
    register = Register(documents=tuple(found))
    rows = sorted(register.documents, key=lambda row: edtf.sort_key(row.published))
    return _page(
        request,
        "documents",
        register,
        rows,
        lambda row: " ".join(filter(None, (row.title, row.publisher, row.source))),
    )


def _page(
    request: HttpRequest,
    table: str,
    register: Register,
    rows: Sequence[R],
    words_of: Callable[[R], str],
) -> HttpResponse:
    """One page of the rows whose words hold what was typed; htmx gets the rows alone."""
    typed = request.GET.get("name", "").strip()
    only = request.GET.get("only", "")
    wanted = _plain(typed)
    found = [
        row
        for row in rows
        if wanted in _plain(words_of(row)) and (not only or (isinstance(row, Row) and row.id == only))
    ]
    context = {
        "register": register,
        "moment": moment_of(request),
        "table": table,
        "total": len(rows),
        "typed": typed,
        "page": Paginator(found, PAGE).get_page(request.GET.get("page")),
    }
    partly = request.headers.get("HX-Request") == "true"
    return render(request, f"web/lists/{table}_rows.html" if partly else f"web/lists/{table}.html", context)


def _by_name(rows: Sequence[R]) -> list[R]:
    return sorted(rows, key=lambda row: (_plain(row.name), row.id))  # type: ignore[attr-defined]


def _plain(text: str) -> str:
    return text.casefold().replace("ё", "е")
