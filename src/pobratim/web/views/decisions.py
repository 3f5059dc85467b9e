"""Deciding on facts, promises and identity from the pages; the journal of all decisions; undoing."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from pobratim import storage
from pobratim.register.decisions import Accept, Act, Answer, Merge, Reject, Split, Told, Tried, Weigh
from pobratim.reports.decided import act_words, seen_words
from pobratim.web import deciding
from pobratim.web.counted import Counted
from pobratim.web.links import place_in
from pobratim.web.rights import may_undo

PAGE = 50


@require_safe
def journal(request: HttpRequest) -> HttpResponse:
    """All decisions, the newest first, undone ones too."""
    pages = Paginator(Counted(storage.count_decisions, storage.journal), PAGE)
    page = pages.get_page(request.GET.get("page"))
    lines = [
        (
            entry,
            act_words(entry.decision.act, seen_words),
            _place(entry.decision.act),
            may_undo(request.actor.role, request.actor.name, entry.decision),
        )
        for entry in page
    ]
    return render(request, "web/journal.html", {"page": page, "lines": lines, "total": pages.count})


def _place(act: Act) -> str:
    """Where the words stand that were decided on."""
    match act:
        case Weigh():
            return reverse("sources")
        case Merge(left=seen) | Split(left=seen) | Answer(commitment=seen) | Tried(need=seen):
            pass
        case _:
            seen = act.claim
    if isinstance(seen, Told):
        return place_in(seen.document, seen.evidence[0])
    return reverse("document", args=[seen.document])


@require_POST
def accept(request: HttpRequest, document: str, fact: str) -> HttpResponse:
    deciding.decide(request, Accept(claim=storage.claim_seen(f"{document}#{fact}")))
    return _to_fact(request, document, fact)


@require_POST
def reject(request: HttpRequest, document: str, fact: str) -> HttpResponse:
    deciding.decide(request, Reject(claim=storage.claim_seen(f"{document}#{fact}")))
    return _to_fact(request, document, fact)


@require_POST
def undo(request: HttpRequest, number: int) -> HttpResponse:
    """Whoever may decide undoes any decision; an editor the facts that they entered."""
    if not may_undo(request.actor.role, request.actor.name, storage.decision(number).decision):
        raise PermissionDenied
    deciding.undo(request, number)
    return deciding.back(request, reverse("journal"))


@require_POST
def same(request: HttpRequest) -> HttpResponse:
    """Two mentions or claims are of one and the same, or they are not."""
    left, right = (storage.part_seen(request.POST.get(side, "")) for side in ("left", "right"))
    act = Merge(left=left, right=right) if request.POST.get("same") == "yes" else Split(left=left, others=(right,))
    deciding.decide(request, act)
    return deciding.back(request, reverse("review"))


def _to_fact(request: HttpRequest, document: str, fact: str) -> HttpResponse:
    return deciding.back(request, f"{reverse('document', args=[document])}#{fact}")
