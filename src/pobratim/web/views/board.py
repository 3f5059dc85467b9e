"""The board of promises, and what a person says came of one."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import get_args

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from pobratim import storage
from pobratim.model.errors import NotFound
from pobratim.register.answers import Outcome
from pobratim.register.decisions import Answer, Told
from pobratim.register.rows import Commitment, Place
from pobratim.web import deciding
from pobratim.web.board import STATUSES, Asked, Bucket, Remembered, Stored, buckets, source_of
from pobratim.web.counted import Counted
from pobratim.web.moments import moment_of

PAGE = 50
FIRST = 10
"""Rows of each part before one part is chosen."""
LONGEST = 200


@require_safe
def commitments(request: HttpRequest) -> HttpResponse:
    moment = moment_of(request)
    today = moment.as_of or date.today()
    source, asked = source_of(moment), _asked(request)
    narrowed, parts = asked.conditions(), buckets(today)
    counts = [(part, source.count((*narrowed, *part.conditions))) for part in parts]
    open_part = next((part for part in parts if part.key == request.GET.get("part")), None)
    only = request.GET.get("only", "")
    page = None
    shown: list[tuple[Bucket | None, list[Commitment], int]]
    if only:
        one = _one(only)
        shown = [(None, one, len(one))]
    elif open_part:
        conditions, total = (*narrowed, *open_part.conditions), dict(counts)[open_part]
        everything: Counted[Commitment] = Counted(lambda: total, partial(source.rows, conditions))
        page = Paginator(everything, PAGE).get_page(request.GET.get("page"))
        shown = [(open_part, list(page), total)]
    else:
        shown = [
            (part, list(source.rows((*narrowed, *part.conditions), 0, FIRST)), count) for part, count in counts if count
        ]
    place = storage.row(asked.place) if asked.place else None
    context = {
        "moment": moment,
        "today": today,
        "register": source.register(row for _part, rows, _count in shown for row in rows),
        "counts": counts,
        "open_part": open_part,
        "shown": shown,
        "page": page,
        "only": only,
        "asked": asked,
        "place_name": place.name if isinstance(place, Place) else "",
        "typed": asked.words,
        "total": source.count(),
        "found": sum(count for _part, count in counts),
        "statuses": STATUSES,
        "fields": source.values("field"),
        "places": _places(source),
        "outcomes": get_args(Outcome),
    }
    partly = request.headers.get("HX-Request") == "true"
    return render(request, "web/board/rows.html" if partly else "web/board/board.html", context)


@require_POST
def answer(request: HttpRequest, commitment: str) -> HttpResponse:
    """Keeps what came of a promise by a deed, and derives the register with it."""
    outcome, deed = request.POST.get("outcome", ""), request.POST.get("deed", "")
    act = Answer(commitment=_told(commitment), answer=_told(deed), outcome=outcome)
    number = deciding.decide(request, act)
    messages.success(request, _("Записано решением № %(number)s; его можно отменить.") % {"number": number})
    return deciding.back(request, reverse("commitments"))


def _asked(request: HttpRequest) -> Asked:
    """What the address narrows the board to; what it does not know narrows nothing."""
    given = request.GET
    return Asked(
        words=given.get("name", "").strip()[:LONGEST],
        status=given.get("status", "") if given.get("status") in STATUSES else "",
        place=given.get("place", "")[:LONGEST],
        field=given.get("field", "")[:LONGEST],
        proposed=bool(given.get("proposed")),
    )


def _one(row_id: str) -> list[Commitment]:
    row = storage.row(row_id)
    return [row] if isinstance(row, Commitment) else []


def _places(source: Stored | Remembered) -> list[Place]:
    """The places that promises concern, for the list to choose from."""
    return sorted(storage.places_named(source.values("place")), key=lambda row: row.name)


def _told(row_id: str) -> Told:
    """What a row rests on, as decisions keep it. Raises NotFound."""
    row = storage.row(row_id)
    seen = storage.first_seen(row) if row else None
    if not isinstance(seen, Told):
        raise NotFound(_("Записи «%(row)s» в реестре уже нет; откройте страницу заново.") % {"row": row_id})
    return seen
