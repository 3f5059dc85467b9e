"""The lists: every row of one table, narrowed by words, page by page."""

from __future__ import annotations

import re
from functools import partial

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from pobratim import storage
from pobratim.register.facets import beginnings, plain, saying
from pobratim.register.rows import AgreementRow, DocumentRow, Happening, Organization, Person, Place, Row
from pobratim.web.counted import Counted
from pobratim.web.headlines import headline
from pobratim.web.listing import Listing, lister
from pobratim.web.moments import moment_of
from pobratim.web.ties import ties_and_places

PAGE = 50
_WORD = re.compile(r"\w+")
LONGEST = 200

_PLACES = Listing(Place.table, "called", slots=("within",))
_PEOPLE = Listing(Person.table, "called")
_ORGANIZATIONS = Listing(Organization.table, "called", slots=("place",))
_HAPPENINGS = Listing(Happening.table, "day", newest=True)
_AGREEMENTS = Listing(AgreementRow.table, "day", newest=True)
_DOCUMENTS = Listing(DocumentRow.table, "day", newest=True)


@require_safe
def ties(request: HttpRequest) -> HttpResponse:
    """The busiest first."""
    moment = moment_of(request)
    lines, register = ties_and_places(moment)
    typed = _typed(request)
    wanted = beginnings(typed)
    found = [line for line in lines if not wanted or _says(plain(headline(register, line)), wanted)]
    context = {
        "register": register,
        "moment": moment,
        "table": "ties",
        "total": len(lines),
        "typed": typed,
        "page": Paginator(found, PAGE).get_page(request.GET.get("page")),
    }
    return _rendered(request, "ties", context)


def _says(text: str, wanted: list[str]) -> bool:
    """Whether a word of the text begins like each that is wanted."""
    return all(any(word.startswith(one) for word in _WORD.findall(text)) for one in wanted)


@require_safe
def places(request: HttpRequest) -> HttpResponse:
    return _page(request, _PLACES)


@require_safe
def people(request: HttpRequest) -> HttpResponse:
    return _page(request, _PEOPLE)


@require_safe
def organizations(request: HttpRequest) -> HttpResponse:
    return _page(request, _ORGANIZATIONS)


@require_safe
def happenings(request: HttpRequest) -> HttpResponse:
    return _page(request, _HAPPENINGS)


@require_safe
def agreements(request: HttpRequest) -> HttpResponse:
    return _page(request, _AGREEMENTS)


@require_safe
def documents(request: HttpRequest) -> HttpResponse:
    return _page(request, _DOCUMENTS)


def _page(request: HttpRequest, listing: Listing) -> HttpResponse:
    """One page of the rows whose words hold what was typed; htmx gets the rows alone."""
    moment, typed, only = moment_of(request), _typed(request), request.GET.get("only", "")
    rows = lister(listing, moment)
    conditions = saying(typed)
    found: Counted[Row] = Counted(partial(rows.count, conditions), partial(rows.rows, conditions))
    page = Paginator(_one(only, listing) if only else found, PAGE).get_page(request.GET.get("page"))
    shown = list(page.object_list)
    context = {
        "register": rows.register(shown),
        "moment": moment,
        "table": listing.table,
        "total": rows.count(),
        "typed": typed,
        "page": page,
        "rows": shown,
        "telling": {} if moment or listing is not _PLACES else storage.count_telling(row.id for row in shown),
    }
    return _rendered(request, listing.table, context)


def _rendered(request: HttpRequest, table: str, context: dict[str, object]) -> HttpResponse:
    partly = request.headers.get("HX-Request") == "true"
    return render(request, f"web/lists/{table}_rows.html" if partly else f"web/lists/{table}.html", context)


def _one(row_id: str, listing: Listing) -> list[Row]:
    """The one row that the address names, where it is of this list."""
    row = storage.row(row_id)
    return [row] if row is not None and row.table == listing.table else []


def _typed(request: HttpRequest) -> str:
    return request.GET.get("name", "").strip()[:LONGEST]
