"""Matches: who needs what, who may have it, why, and what the two tried already."""

from __future__ import annotations

from functools import partial

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from pobratim import storage
from pobratim.register.answers.words import words_in
from pobratim.storage import Placed
from pobratim.web.beside import found
from pobratim.web.moments import moment_of

PAGE = 20
MOST = 6
"""Grounds of a pair that are told, and attempts; further ones are counted."""
LONGEST = 200


@require_safe
def matches(request: HttpRequest) -> HttpResponse:
    moment = moment_of(request)
    key, nothing = (storage.derived_from(), moment), tuple[Placed, ...]()
    looked = found(f"matches {moment}", key, partial(storage.matched, moment), nothing)
    everything = looked.value
    place, typed = request.GET.get("place", ""), request.GET.get("name", "").strip()[:LONGEST]
    untried = bool(request.GET.get("untried"))
    wanted = words_in((typed,)).lemmas if typed else frozenset()
    shown = [
        one for one in everything
        if (not place or place in one.places)
        and (not untried or not one.match.tried)
        and (not typed or _about(one, wanted))
    ]
    page = Paginator(shown, PAGE).get_page(request.GET.get("page"))
    ids = {row for one in page for row in _rows(one)}
    context = {
        "moment": moment,
        "total": len(everything),
        "looking": not looked.now,
        "seconds": looked.seconds,
        "page": page,
        "register": storage.whole_register(moment) if moment else storage.with_names(storage.rows_named(ids)),
        "places": sorted(
            storage.places_named(one for match in everything for one in match.places),
            key=lambda row: (row.name, row.id),
        ),
        "place": place,
        "most": f":{MOST}",
        "typed": typed,
        "untried": untried,
    }
    return render(request, "web/matches.html", context)


def _about(one: Placed, wanted: frozenset[str]) -> bool:
    """Whether all the words stand in what is needed or in what somebody has."""
    texts = (one.match.item, *(ground.item for ground in one.match.grounds))
    return bool(wanted) and wanted <= words_in(texts).lemmas


def _rows(one: Placed) -> tuple[str, ...]:
    match = one.match
    return (
        match.need, match.needer, match.provider,
        *(ground.row for ground in match.grounds[:MOST]), *(tried.row for tried in match.tried[:MOST]),
    )
