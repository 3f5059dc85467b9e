"""Splitting what was taken for one: a document that tells of another place, person or organization of the name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from pobratim import storage
from pobratim.model.errors import NotFound
from pobratim.register.decisions import Seen, Thing, find_thing, splits
from pobratim.register.rows import DocumentRow, Organization, Person, Place
from pobratim.storage import Subject
from pobratim.web import deciding
from pobratim.web.cards import Card, card
from pobratim.web.decided import decided_facts

PAGE = 10
"""Documents that are shown at once, the newest first."""
_KINDS: tuple[tuple[type[Place | Person | Organization], Literal["place", "person", "organization"]], ...] = (
    (Place, "place"), (Person, "person"), (Organization, "organization"),
)


@dataclass(frozen=True, slots=True)
class Telling:
    """What one document calls the row, and the sentence in which it does."""

    value: str
    name: str
    card: Card


@require_http_methods(["GET", "HEAD", "POST"])
def split(request: HttpRequest, row: str) -> HttpResponse:
    """Which of the documents tells of another; then that decision."""
    found = storage.row(row)
    kind = next((kind for of, kind in _KINDS if isinstance(found, of)), None)
    if kind is None or not isinstance(found, Place | Person | Organization):
        raise NotFound(_("Такой записи в реестре нет; разделить можно место, человека или организацию."))
    if request.method == "POST":
        document, _sign, name = request.POST.get("telling", "").partition("|")
        if document in found.documents:
            return _keep(request, storage.row_seen(found), document, name)
        messages.warning(request, _("Ничего не разделено: отметьте документ, который говорит о другом."))
    start = _number(request.GET.get("start", ""))
    some = storage.rows_of(Subject(kind, (found.id,)), DocumentRow.table, start, PAGE)
    seen = storage.row_seen(found, [one.id for one in some.rows])
    context = {
        "found": found,
        "kind": kind,
        "tellings": list(_tellings(seen)),
        "next": start + PAGE if start + PAGE < some.total else None,
        "total": some.total,
    }
    return render(request, "web/split.html", context)


def _tellings(seen: Mapping[str, tuple[Seen, ...]]) -> Iterator[Telling]:
    """Each name by which a document calls the row, once."""
    for document, things in seen.items():
        reading = decided_facts(document).reading
        for thing in dict.fromkeys(one for one in things if isinstance(one, Thing)):
            entity = find_thing(reading, thing)
            if entity is not None:
                yield Telling(f"{document}|{thing.name}", thing.name, card(f"{document}#{entity.id}"))


def _keep(request: HttpRequest, found: Mapping[str, tuple[Seen, ...]], document: str, name: str) -> HttpResponse:
    numbers = [deciding.keep(request, act) for act in splits(found, document, name or None)]
    deciding.bring_up_to_date(request)
    told = ", ".join(f"№ {number}" for number in numbers)
    messages.success(request, _("Отделено решением %(numbers)s; его можно отменить в журнале.") % {"numbers": told})
    return redirect("document", document)


def _number(typed: str) -> int:
    """From which document on; nonsense is the first."""
    return int(typed) if len(typed) < 9 and typed.isdecimal() else 0
