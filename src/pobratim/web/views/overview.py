"""The first page: the map of ties, what is new, what waits for a person."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from functools import lru_cache, partial
from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from pobratim import storage
from pobratim.model import edtf
from pobratim.register.attention import Item
from pobratim.register.facets import Among, Between
from pobratim.register.moment import Moment
from pobratim.register.rows import Happening, Register, Row
from pobratim.storage import Choice
from pobratim.web.geo.ties import tie_map
from pobratim.web.moments import moment_of
from pobratim.web.planned import visits_ahead
from pobratim.web.since import last_visit, remember
from pobratim.web.then import register_of, then
from pobratim.web.ties import ties_and_places
from pobratim.web.waiting import waiting

NEWEST = 6
MOST_TIES = 12
MOST_WAITING = 8


@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    moment = moment_of(request)
    today = moment.as_of or date.today()
    since = None if moment else last_visit(request, today)
    lines, places = ties_and_places(moment)
    needed = waiting(today, moment=moment)
    shown = needed.value[:MOST_WAITING]
    newest, ahead, counts, register = _of_then(moment) if moment else _of_now(today, shown)
    context = {
        "register": register if moment else _together(register, places),
        "moment": moment,
        "counts": counts,
        "map": _map(storage.derived_from(), get_language(), moment),
        "ties": lines[:MOST_TIES],
        "newest": newest,
        "ahead": ahead,
        "attention": shown,
        "waiting": len(needed.value),
        "looking": not needed.now,
        "visits": visits_ahead(request),
        "arrived": storage.arrivals(since, NEWEST) if since else None,
    }
    response = render(request, "web/overview.html", context)
    if counts.get("documents") and not moment:
        remember(request, response, today)
    return response


@lru_cache(maxsize=4)
def _map(fingerprint: str | None, language: str | None, moment: Moment) -> SafeString:
    """The map as HTML: most of what the page takes, and for the same register, in each language, the same."""
    lines, places = ties_and_places(moment)
    return render_to_string("web/parts/map.html", {"map": tie_map(lines, places), "register": places, "moment": moment})


forget = _map.cache_clear
"""Draw anew."""
_Shown = tuple[list[Happening], list[Happening], dict[str, int], Register]


def _of_now(today: date, items: tuple[Item, ...]) -> _Shown:
    """The newest happenings and those ahead, how many rows of each kind there are, and what all these name."""
    held = Choice((Happening.table,), (Among("status", frozenset(("held",))),))
    planned = Choice((Happening.table,), (Among("status", frozenset(("planned",))), Between("day", today.isoformat())))
    newest = cast("list[Happening]", storage.chosen(held.and_(Between("day")), count=NEWEST))
    ahead = cast("list[Happening]", storage.chosen(planned, newest=False, count=NEWEST))
    about = storage.briefs_named(item.row for item in items)
    return newest, ahead, storage.tables_chosen(Choice()), storage.with_names([*newest, *ahead, *about])


def _of_then(moment: Moment) -> _Shown:
    """The same of another day. Raises Looking."""
    register, today = register_of(moment), moment.as_of or date.today()
    newest, ahead = then("overview", moment, today, partial(_newest_and_ahead, register, today))
    counts = {table: len(getattr(register, table)) for table in storage.tables_chosen(Choice())}
    return newest, ahead, counts, register


def _newest_and_ahead(register: Register, today: date) -> tuple[list[Happening], list[Happening]]:
    held = [row for row in register.happenings if row.status == "held" and any(edtf.bounds(row.date))]
    ends = ((row, edtf.bounds(row.date)[1]) for row in register.happenings if row.status == "planned")
    ahead = [row for row, last in ends if last and last >= today]
    return (
        sorted(held, key=lambda row: edtf.sort_key(row.date))[:NEWEST],
        sorted(ahead, key=lambda row: edtf.sort_key(row.date), reverse=True)[:NEWEST],
    )


def _together(register: Register, places: Register) -> Register:
    """The rows of both, each once."""
    rows: dict[str, Row] = {row.id: row for one in (places, register) for row in one.rows()}
    tables: dict[str, list[Row]] = defaultdict(list)
    for row in rows.values():
        tables[row.table].append(row)
    return Register(**{table: tuple(found) for table, found in tables.items()})  # type: ignore[arg-type]
