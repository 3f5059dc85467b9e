"""The document page: the text with its facts, and the original file."""

from __future__ import annotations

import re

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from pobratim import storage
from pobratim.model.errors import NotFound
from pobratim.model.reading import Span
from pobratim.web.decided import decided_facts
from pobratim.web.marks import paragraphs

_AT = re.compile(r"(\d{1,9})-(\d{1,9})")


@require_safe
def document(request: HttpRequest, document: str) -> HttpResponse:
    decided = decided_facts(document)
    reading, facts = decided.reading, decided.true
    register = storage.with_names(storage.rows_named([document]))
    context = {
        "reading": reading,
        "document": reading.document,
        "row": register.get(document),
        "register": register,
        "facts": decided.all,
        "decided": decided,
        "here": _here(request),
        "filed": storage.filed_under(document),
        "types": list(dict.fromkeys(fact.type for fact in facts)),
        "paragraphs": paragraphs(reading.document.text, facts, _asked(request.GET.get("at", ""))),
        "has_original": _has_original(document),
    }
    return render(request, "web/document.html", context)


@require_safe
def original(request: HttpRequest, document: str) -> FileResponse:
    """The file as it came, always as a download of no particular type: it never runs in this site's name."""
    path, name = storage.original_of(document)
    try:
        file = path.open("rb")
    except FileNotFoundError:
        raise Http404 from None
    name = name.replace("\\", "/").rsplit("/", 1)[-1]
    return FileResponse(file, as_attachment=True, filename=name, content_type="application/octet-stream")


def _here(request: HttpRequest) -> str:
    """The page's address, the marked place with it, for coming back after a decision."""
    at = request.GET.get("at", "")
    return f"{request.path}?at={at}" if _AT.fullmatch(at) else request.path


def _asked(at: str) -> Span | None:
    """The place the reader was sent to; nonsense is none."""
    match = _AT.fullmatch(at)
    if not match or int(match[1]) >= int(match[2]):
        return None
    return int(match[1]), int(match[2])


def _has_original(document: str) -> bool:
    try:
        storage.original_of(document)
    except NotFound:
        return False
    return True
