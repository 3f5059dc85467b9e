"""Search: places, people and organizations by name, documents by their words."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from pobratim import storage
from pobratim.register.rows import Organization, Person, Place

MOST_NAMES = 30
LONGEST_QUERY = 200


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    query = request.GET.get("q", "").strip()[:LONGEST_QUERY]
    rows = storage.find(query)[:MOST_NAMES] if query else []
    context = {
        "query": query,
        "register": storage.part([row.id for row in rows]),
        "places": [row for row in rows if isinstance(row, Place)],
        "people": [row for row in rows if isinstance(row, Person)],
        "organizations": [row for row in rows if isinstance(row, Organization)],
        "hits": storage.search(query) if query else [],
    }
    return render(request, "web/search.html", context)
