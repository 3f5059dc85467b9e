"""What the register calls whoever is typed: lines for the list below a field."""

from __future__ import annotations

from collections import Counter

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from pobratim import storage
from pobratim.register.rows import Organization, Person, Place
from pobratim.web.words import ru

MOST = 12
LONGEST = 200
KINDS: dict[str, type[Place | Person | Organization]] = {
    kind.table: kind for kind in (Place, Person, Organization)
}


@require_safe
def suggest(request: HttpRequest, tables: str) -> HttpResponse:
    """Names that begin like what is typed, or, in a list parted by semicolons, like its last name.

    htmx sends the field under its own name; ``q`` is what anybody else would ask with.
    """
    try:
        kinds = [KINDS[table] for table in tables.split("+")]
    except KeyError:
        raise Http404 from None
    typed = request.GET.get(request.headers.get("HX-Trigger-Name", "q"), "")
    before, _semicolon, last = typed.rpartition(";")
    rows = storage.beginning(last[:LONGEST], *kinds, count=MOST)
    called = Counter(row.name for row in rows)
    listed = f"{before.strip()}; " if before.strip() else ""
    # Who shares a name with another is told apart by the number of the record, which fields take as well.
    options = [(listed + (row.name if called[row.name] == 1 else row.id), _about(row)) for row in rows]
    return render(request, "web/parts/suggested.html", {"options": options})


def _about(row: Place | Person | Organization) -> str:
    """What tells the name from others like it."""
    match row:
        case Place():
            return f"{row.name}, {ru(row.type, 'entity')}"
        case Person(posts=(post, *_)):
            return f"{row.name}, {post.title}"
    return row.name
