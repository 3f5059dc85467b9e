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
from pobratim.model.document import called
from pobratim.model.errors import NotFound
from pobratim.register.decisions import Seen, find_thing, splits
from pobratim.register.rows import Organization, Person, Place
from pobratim.web import deciding
from pobratim.web.cards import BESIDE, Words, around, first_sentence
from pobratim.web.links import place_in

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
    title: str
    published: str | None
    words: Words
    at: str


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
    some = storage.newest_first(found.documents)[start : start + PAGE]
    total = len(found.documents)
    context = {
        "found": found,
        "kind": kind,
        "tellings": list(_tellings(found, some)),
        "next": start + PAGE if start + PAGE < total else None,
        "total": total,
    }
    return render(request, "web/split.html", context)


def _tellings(row: Place | Person | Organization, documents: list[str]) -> Iterator[Telling]:
    """Each name by which one of these documents calls the row, once."""
    readings = {reading.document.id: reading for reading in storage.decided_readings(documents)}
    for document in (one for one in documents if one in readings):
        reading = readings[document]
        for thing in dict.fromkeys(storage.things_in(reading, row)):
            entity = find_thing(reading, thing)
            if entity is not None:
                source, span = reading.document, first_sentence(reading, entity)
                yield Telling(
                    value=f"{document}|{thing.name}",
                    name=thing.name,
                    title=called(source.title, source.source),
                    published=source.published,
                    words=around(source.text, span, BESIDE),
                    at=place_in(document, span),
                )


def _keep(request: HttpRequest, found: Mapping[str, tuple[Seen, ...]], document: str, name: str) -> HttpResponse:
    numbers = [deciding.keep(request, act) for act in splits(found, document, name or None)]
    deciding.bring_up_to_date(request)
    told = ", ".join(f"№ {number}" for number in numbers)
    messages.success(request, _("Отделено решением %(numbers)s; его можно отменить в журнале.") % {"numbers": told})
    return redirect("document", document)


def _number(typed: str) -> int:
    """From which document on; nonsense is the first."""
    return int(typed) if len(typed) < 9 and typed.isdecimal() else 0
