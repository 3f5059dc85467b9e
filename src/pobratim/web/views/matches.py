"""Matches: who needs what, who may have it, why, and what the two tried already."""

from __future__ import annotations

from functools import partial

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from pobratim import storage
from pobratim.model.errors import NotFound, PobratimError
from pobratim.register.answers.words import words_in
from pobratim.register.decisions import Decision, Told, Tried
from pobratim.register.rows import OfferRow, Organization, Place
from pobratim.storage import Placed
from pobratim.web import deciding
from pobratim.web.beside import found
from pobratim.web.moments import moment_of
from pobratim.web.then import register_of

PAGE = 15
MOST = 6
"""Grounds of a pair that are told, and attempts; further ones are counted."""
LONGEST = 200


@require_safe
def matches(request: HttpRequest) -> HttpResponse:
    moment, place = moment_of(request), request.GET.get("place", "")
    register = register_of(moment) if moment else None
    key, nothing = (storage.derived_from(), moment, place), tuple[Placed, ...]()
    looked = found(f"matches {moment} {place}", key, partial(storage.matched, moment, place), nothing)
    everything = looked.value
    typed = request.GET.get("name", "").strip()[:LONGEST]
    untried = bool(request.GET.get("untried"))
    notes = {} if moment else _notes(everything)
    wanted = words_in((typed,)).lemmas if typed else frozenset()
    shown = [
        one for one in everything
        if (not untried or not (one.match.tried or notes.get(one.match.id)))
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
        "register": register or storage.with_names(storage.rows_named(ids)),
        "places": storage.places_of_offers(),
        "place": place,
        "newest": 0 if place or storage.count_needs() <= storage.NEWEST_NEEDS else storage.NEWEST_NEEDS,
        "most": f":{MOST}",
        "typed": typed,
        "untried": untried,
        "notes": notes,
    }
    return render(request, "web/matches.html", context)


@require_POST
def tried(request: HttpRequest) -> HttpResponse:
    """Keeps what somebody tried of a match, and what came of it."""
    need, provider = (storage.row(request.POST.get(side, "")) for side in ("need", "provider"))
    seen = storage.first_seen(need) if isinstance(need, OfferRow) else None
    if not isinstance(seen, Told) or not isinstance(provider, Place | Organization):
        raise NotFound(_("Этой пары в реестре уже нет; откройте страницу заново."))
    if not deciding.why_of(request):
        raise PobratimError(_("Напишите, что пробовали и что вышло."))
    number = deciding.decide(request, Tried(need=seen, provider=provider.name))
    messages.success(request, _("Записано решением № %(number)s; его можно отменить.") % {"number": number})
    return deciding.back(request, reverse("matches"))


def _notes(everything: tuple[Placed, ...]) -> dict[str, tuple[Decision, ...]]:
    """What people say was tried, by the match."""
    decisions = [one for one in storage.standing_decisions() if isinstance(one.act, Tried)]
    if not decisions:
        return {}
    sides = {side for one in everything for side in (one.match.need, one.match.provider)}
    rows = {row.id: row for row in storage.rows_named(sides)}
    found = {
        one.match.id: storage.tried_by_hand(rows.get(one.match.need), rows.get(one.match.provider), decisions)
        for one in everything
    }
    return {match: told for match, told in found.items() if told}


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
