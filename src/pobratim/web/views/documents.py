"""The document page: the text with its facts, and the original file."""

from __future__ import annotations

import os
import re
from urllib.parse import urlencode

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from pobratim import storage
from pobratim.gather.facsimile import facsimile
from pobratim.gather.formats.pdf_pages import page_picture
from pobratim.gather.refusal import Unreadable
from pobratim.model.errors import NotFound
from pobratim.model.reading import Span
from pobratim.model.settings import Settings
from pobratim.web.decided import decided_facts
from pobratim.web.marks import paragraphs
from pobratim.web.rights import right

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
        **_beside(request, document),
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


@require_safe
def picture(request: HttpRequest, document: str, number: int) -> HttpResponse:
    """A page of an original PDF as a picture; the first is 1."""
    path, _name = storage.original_of(document)
    try:
        drawn = page_picture(path.read_bytes(), number - 1) if number else b""
    except (OSError, IndexError, Unreadable):
        drawn = b""
    if not drawn:
        raise Http404
    return HttpResponse(drawn, content_type="image/png", headers={"Cache-Control": "private, max-age=3600"})


def _beside(request: HttpRequest, document: str) -> dict[str, object]:
    """The original as it looks, where it is asked for by whoever may see it."""
    if not request.GET.get("beside") or request.actor.role < right("original").see:
        return {}
    try:
        path, name = storage.original_of(document)
        return {"facsimile": facsimile(path.read_bytes(), name, Settings.from_environment(os.environ))}
    except (OSError, NotFound):
        return {}
    except Unreadable:
        return {"facsimile_fails": True}


def _here(request: HttpRequest) -> str:
    """The page's address, the marked place with it, for coming back after a decision."""
    at = request.GET.get("at", "")
    asked = {"at": at} if _AT.fullmatch(at) else {}
    if request.GET.get("beside"):
        asked["beside"] = "1"
    return f"{request.path}?{urlencode(asked)}" if asked else request.path


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
