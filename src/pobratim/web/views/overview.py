"""The first page: the map of ties, what is new, what waits for a person."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from pobratim import storage
from pobratim.model import edtf
from pobratim.register.rows import Happening, Register
from pobratim.web.geo.ties import tie_map
from pobratim.web.moments import moment_of
from pobratim.web.ties import tie_lines

NEWEST = 6
MOST_TIES = 12


@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    moment = moment_of(request)
    register = storage.whole_register(moment)
    today = moment.as_of or date.today()
    context = {
        "register": register,
        "moment": moment,
        "map": tie_map(register),
        "ties": tie_lines(register)[:MOST_TIES],
        "newest": sorted(_held(register), key=lambda row: edtf.sort_key(row.date))[:NEWEST],
        "ahead": sorted(_ahead(register, today), key=lambda row: edtf.sort_key(row.date), reverse=True)[
            :NEWEST
        ],
        "attention": storage.attention(today, moment=moment),
    }
    return render(request, "web/overview.html", context)


def _held(register: Register) -> list[Happening]:
    """What has been, as far as its day is known."""
    return [row for row in register.happenings if row.status == "held" and any(edtf.bounds(row.date))]


def _ahead(register: Register, today: date) -> list[Happening]:
    """What is planned and still to come."""
    ends = ((row, edtf.bounds(row.date)[1]) for row in register.happenings if row.status == "planned")
    return [row for row, last in ends if last and last >= today]
