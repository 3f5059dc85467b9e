"""Road maps: uploaded, held against the register, given back with a column of evidence."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from hashlib import sha256

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from pobratim import storage
from pobratim.exchange.roadmap import reading, writing
from pobratim.exchange.roadmap.parties import parties_of
from pobratim.model.errors import InputError, NotFound
from pobratim.model.settings import Settings
from pobratim.register.roadmap import Kept, RoadMap
from pobratim.register.roadmap import kept as held
from pobratim.register.rows import DocumentRow
from pobratim.reports.roadmap import evidence_lines
from pobratim.web import pending
from pobratim.web.below import told_of
from pobratim.web.beside import found
from pobratim.web.files import download
from pobratim.web.forms import RoadMapForm, SidesForm
from pobratim.web.pending import Upload


@dataclass(frozen=True, slots=True)
class Measured:
    """A road map beside what the register knows of its measures."""

    name: str
    data: bytes
    roadmap: RoadMap
    kept: tuple[Kept, ...] = ()
    lines: tuple[tuple[str, ...], ...] = ()
    sides: tuple[str, ...] = ()

    @property
    def rows(self) -> list[tuple[Kept, tuple[str, ...]]]:
        return list(zip(self.kept, self.lines, strict=True))

    @property
    def answered(self) -> int:
        return sum(bool(one.commitment.follow_ups) for one in self.kept)


@require_http_methods(["GET", "HEAD", "POST"])
def roadmaps(request: HttpRequest) -> HttpResponse:
    """The road maps of the register, and a form for another."""
    form = RoadMapForm(request.POST, request.FILES) if request.method == "POST" else RoadMapForm()
    if form.is_bound and form.is_valid():
        file = form.cleaned_data["file"]
        data = file.read()
        try:
            reading.read(data, file.name, _settings())
        except InputError as error:
            form.add_error("file", told_of(error))
        else:
            day = _iso(form.cleaned_data["published"])
            return redirect("roadmap-uploaded", pending.put([Upload(name=file.name, data=data, published=day)]))
    context = {"form": form, "known": storage.road_maps()}
    return render(request, "web/roadmaps/roadmaps.html", context, status=422 if form.is_bound else 200)


@require_safe
def uploaded(request: HttpRequest, token: str) -> HttpResponse:
    return _shown(request, _upload(token), token=token)


@require_safe
def uploaded_file(request: HttpRequest, token: str) -> HttpResponse:
    return _file(request, _upload(token))


@require_safe
def kept(request: HttpRequest, document: str) -> HttpResponse:
    return _shown(request, _original(document), document=document)


@require_safe
def kept_file(request: HttpRequest, document: str) -> HttpResponse:
    return _file(request, _original(document), document)


def _shown(request: HttpRequest, upload: Upload, **more: str) -> HttpResponse:
    form, measured = _read(request, upload)
    wrong, looked = form.is_bound and not form.is_valid(), None
    if not wrong:
        sides, document = _sides(form), more.get("document")
        key = storage.derived_from(), sha256(upload.data).hexdigest(), upload.published, sides, document
        looked = found("roadmap", key, partial(_held, measured, sides, document), None)
        measured = looked.value if looked.value and looked.now else measured
    context = {
        "form": form,
        "map": measured,
        "register": storage.with_names(storage.briefs_named(measured.sides), slots=("within",)),
        "looking": looked is not None and not looked.now,
        "seconds": looked.seconds if looked else 0,
        **more,
    }
    return render(request, "web/roadmaps/roadmap.html", context, status=422 if wrong else 200)


def _file(request: HttpRequest, upload: Upload, document: str | None = None) -> HttpResponse:
    """The same document with the column of evidence."""
    form, measured = _read(request, upload)
    if not form.is_bound or form.is_valid():
        measured = _held(measured, _sides(form), document)
    if not measured.sides:
        raise InputError(upload.name, _("не названо, чья это дорожная карта"), _("назовите две стороны на её странице"))
    written = writing.write(measured.data, measured.lines, upload.name, _settings())
    name = upload.name.rsplit("/", 1)[-1].removesuffix(".docx")
    return download(written, _("%(name)s с подтверждениями") % {"name": name}, "docx")


def _read(request: HttpRequest, upload: Upload) -> tuple[SidesForm, Measured]:
    """The form that names its sides, and the road map held against nothing yet."""
    roadmap = reading.read(upload.data, upload.name, _settings())
    roadmap = replace(roadmap, signed=upload.published or roadmap.signed)
    return SidesForm(request.GET if "left" in request.GET else None), Measured(upload.name, upload.data, roadmap)


def _sides(form: SidesForm) -> tuple[str, ...]:
    return form.sides() if form.is_bound else ()


def _held(measured: Measured, sides: tuple[str, ...], document: str | None) -> Measured:
    """The same beside what the register knows, all of which is read for that; ``document`` is its id where it is there.

    Where nobody named the sides, the heading may; without them nothing can be held against it.
    """
    register = storage.whole_register()
    sides = sides or parties_of(measured.roadmap.title, register)
    if not sides:
        return measured
    document = document or storage.document_taken_from(measured.data)
    rows = held(measured.roadmap, sides, register, document)
    lines = tuple(evidence_lines(one, register) for one in rows)
    return replace(measured, kept=rows, lines=lines, sides=sides)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _upload(token: str) -> Upload:
    uploads = pending.get(token)
    if len(uploads) != 1:
        raise NotFound(_("Загрузка — не дорожная карта; откройте её на странице «Добавить»."))
    return uploads[0]


def _original(document: str) -> Upload:
    path, name = storage.original_of(document)
    try:
        row = storage.row(document)
        published = row.published if isinstance(row, DocumentRow) else None
        return Upload(name=name, data=path.read_bytes(), published=published)
    except FileNotFoundError:
        raise NotFound(_("Исходного файла этой дорожной карты больше нет.")) from None


def _settings() -> Settings:
    return Settings.from_environment(os.environ)
