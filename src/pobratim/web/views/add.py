"""Adding documents: choose or paste, see what the reader takes out, then keep it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, replace

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from pobratim import storage
from pobratim.exchange.roadmap.claims import with_measures
from pobratim.gather import Gathered, gather_bytes
from pobratim.gather.fetching import fetch
from pobratim.model.document import Document, called
from pobratim.model.errors import InputError
from pobratim.model.reading import Reading
from pobratim.model.settings import Settings
from pobratim.reading import read_document
from pobratim.web import deciding, pending
from pobratim.web.below import told_of
from pobratim.web.facts import Fact, facts_of
from pobratim.web.forms import AddForm
from pobratim.web.marks import Piece, paragraphs
from pobratim.web.pending import Upload
from pobratim.web.words import plural

MOST_DOCUMENTS = 200
_BEGINNING = 60
"""Characters of a pasted text that it is named by."""


@dataclass(frozen=True, slots=True)
class Found:
    """One document of an upload and its reading."""

    reading: Reading
    gathered: Gathered
    known: bool
    """Whether the register has it already."""

    @property
    def facts(self) -> list[Fact]:
        return facts_of(self.reading)

    @property
    def paragraphs(self) -> list[list[Piece]]:
        return paragraphs(self.reading.document.text, self.facts)


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    form = AddForm(request.POST, request.FILES) if request.method == "POST" else AddForm()
    if form.is_bound and form.is_valid():
        try:
            return redirect("look", pending.put(_uploads(form)))
        except InputError as error:  # nothing could be had from the address
            form.add_error("address", told_of(error))
    return render(request, "web/add.html", {"form": form}, status=422 if form.is_bound else 200)


@require_safe
def look(request: HttpRequest, token: str) -> HttpResponse:
    found, errors = _read(pending.get(token))
    context = {
        "token": token,
        "found": found,
        "errors": [told_of(error) for error in errors],
        "new": [item for item in found if not item.known],
    }
    return render(request, "web/look.html", context)


@require_POST
def keep(request: HttpRequest, token: str) -> HttpResponse:
    """Keeps the documents that were ticked."""
    found, _errors = _read(pending.get(token))
    ticked = set(request.POST.getlist("document"))
    chosen = [item for item in found if item.reading.document.id in ticked]
    if not chosen:
        messages.warning(request, _("Ничего не отмечено, и ничего не сохранено."))
        return redirect("look", token)
    kept = [item for item in chosen if storage.keep(item.reading, item.gathered.original, item.gathered.name)]
    for item in kept:
        document = item.reading.document
        storage.trace("added", by=request.actor.name, about=called(document.title, document.source))
    if kept:
        deciding.bring_up_to_date(request)
    pending.drop(token)
    messages.success(request, _summary(len(kept), len(chosen) - len(kept)))
    return redirect("document", chosen[0].reading.document.id) if len(chosen) == 1 else redirect("documents")


@require_POST
def drop(request: HttpRequest, token: str) -> HttpResponse:
    pending.drop(token)
    messages.info(request, _("Загрузка отменена, в реестре ничего не изменилось."))
    return redirect("add")


def _uploads(form: AddForm) -> list[Upload]:
    """What was given. Raises InputError where the address gives nothing."""
    uploads = [Upload(name=file.name or "", data=file.read()) for file in form.cleaned_data["files"]]
    address = form.cleaned_data["address"].strip()
    if address:
        page = fetch(address, Settings.from_environment(os.environ))
        uploads.append(Upload(name=page.name, data=page.data, address=page.address))
    text = form.cleaned_data["text"]
    if text.strip():
        published = form.cleaned_data["published"]
        uploads.append(
            Upload(
                name=_("%(beginning)s… (вставлено)") % {"beginning": _beginning(text)},
                data=text.encode(),
                published=published.isoformat() if published else None,
            )
        )
    return uploads


def _beginning(text: str) -> str:
    """The first words: a text without a title is told by them from the next one."""
    line = " ".join(text.replace("/", " ").split())
    return line[:_BEGINNING].rsplit(" ", 1)[0] if len(line) > _BEGINNING else line


def _read(uploads: list[Upload]) -> tuple[list[Found], list[InputError]]:
    """Every document once, and what could not be read."""
    found: dict[str, Found] = {}
    errors: list[InputError] = []
    for item in _gathered(uploads):
        if isinstance(item, InputError):
            errors.append(item)
        elif len(found) >= MOST_DOCUMENTS:
            errors.append(
                InputError(
                    item.name,
                    _("за один раз через страницу берётся не больше %(most)s документов")
                    % {"most": MOST_DOCUMENTS},
                    _("добавьте остальное командой pobratim add"),
                )
            )
            break
        elif item.document.id not in found:
            settings = Settings.from_environment(os.environ)
            reading = with_measures(read_document(item.document), item.original, settings)
            found[item.document.id] = Found(
                reading, item, storage.is_known(reading.document.id, reading.reader)
            )
    return list(found.values()), errors


def _gathered(uploads: list[Upload]) -> Iterator[Gathered | InputError]:
    settings = Settings.from_environment(os.environ)
    for upload in uploads:
        for item in gather_bytes(upload.data, upload.name, settings):
            yield item if isinstance(item, InputError) else replace(item, document=_told(item.document, upload))


def _told(document: Document, upload: Upload) -> Document:
    """The document with what the user told of it: when it was published, where it was found."""
    if upload.published:
        document = replace(document, published=upload.published, published_basis="stated")
    if upload.address:
        document = replace(document, source=upload.address, address=document.address or upload.address)
    return document


def _summary(kept: int, known: int) -> str:
    forms = (_("документ"), _("документа"), _("документов"))
    parts = [_("Сохранено: %(what)s.") % {"what": plural(kept, *forms)}] if kept else []
    if known:
        parts.append(_("Уже в реестре: %(what)s, повторно не добавлено.") % {"what": plural(known, *forms)})
    return " ".join(parts)
