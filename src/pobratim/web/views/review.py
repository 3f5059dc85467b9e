"""The queue: what the program is least sure of, one case at a time, the sentence in the middle."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from pobratim import storage
from pobratim.reports.decided import act_words, seen_words
from pobratim.web.cards import around, card
from pobratim.web.decided import decided_facts

FARTHEST = 500
"""Cases that may be passed over in one go."""


@require_safe
def review(request: HttpRequest) -> HttpResponse:
    """The claims that wait."""
    skip = _skip(request)
    cases = storage.doubtful_claims(2, skip)
    context = {**_progress(request), "tab": "facts", **_turning(request, skip, len(cases) > 1)}
    if cases:
        document, _sign, record = cases[0].id.partition("#")
        facts = decided_facts(document)
        fact = next(one for one in facts.all if one.id == record)
        context |= {
            "fact": fact,
            "document": facts.reading.document,
            "words": around(facts.reading.document.text, fact.spans[0]),
        }
    return render(request, "web/review.html", context)


@require_safe
def pairs(request: HttpRequest) -> HttpResponse:
    """The pairs that may be one and the same."""
    skip = _skip(request)
    cases = storage.waiting_pairs(2, skip)
    context = {**_progress(request), "tab": "pairs", **_turning(request, skip, len(cases) > 1)}
    if cases:
        context |= {"judgement": cases[0], "cards": [card(cases[0].left), card(cases[0].right)]}
    return render(request, "web/review.html", context)


def _skip(request: HttpRequest) -> int:
    typed = request.GET.get("skip", "0")
    return min(int(typed), FARTHEST) if typed.isdecimal() and len(typed) < 6 else 0


def _turning(request: HttpRequest, skip: int, more: bool) -> dict[str, object]:
    """Where the keys j and k lead."""
    return {
        "here": request.get_full_path(),
        "skip": skip,
        "next": f"?skip={skip + 1}" if more and skip < FARTHEST else "",
        "previous": f"?skip={skip - 1}" if skip else "",
    }


def _progress(request: HttpRequest) -> dict[str, object]:
    by = request.actor.name
    last = storage.last_decision(by)
    return {
        "done": storage.count_decisions(),
        "today": storage.count_decisions(by=by, since=date.today(), held=True),
        "claims": storage.count_claims(),
        "pairs": storage.count_pairs(),
        "last": last,
        "last_words": act_words(last.decision.act, seen_words) if last else "",
    }
