"""Facts by hand: entered from a paper or from a document of the register, and corrected."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe
from django_htmx.http import push_url, reselect, reswap, retarget

from pobratim import storage
from pobratim.model.errors import PobratimError
from pobratim.model.reading import Reading
from pobratim.register.decisions import Correct, State, Told, seen_claim
from pobratim.web import deciding
from pobratim.web.below import told_of
from pobratim.web.decided import decided_facts, record_of
from pobratim.web.hand import paper
from pobratim.web.hand.renaming import Renamed, corrections, renamed, shares_a_name
from pobratim.web.hand.slots import SLOTS, Slot
from pobratim.web.hand.typed import choices, slots_of, span_of, typed_of
from pobratim.web.words import ru

_LAST_CORRECTED = ("kind", "direction", "metric", "topic")
"""What a claim is found again by goes last, so that each correction finds what it is about."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field of the form as the page shows it."""

    id: str
    slot: Slot
    values: list[str]
    error: str
    choices: list[tuple[str, str]]

    @property
    def value(self) -> str:
        return self.values[0] if self.values else ""


@require_safe
def kinds(request: HttpRequest) -> HttpResponse:
    """Which kind of fact it is to be."""
    document = request.GET.get("document", "")
    context = {"kinds": [(kind, ru(kind, "record")) for kind in SLOTS], "document": _reading(document)}
    return render(request, "web/hand_kinds.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def enter(request: HttpRequest, kind: str) -> HttpResponse:
    """A new fact with its paper."""
    if kind not in SLOTS:
        raise Http404
    post = request.method == "POST"
    asked = request.POST if post else request.GET
    reading = _reading(asked.get("document", ""))
    wrong: dict[str, str] = {}
    if post:
        kept, wrong = _entered(request, kind, reading)
        if kept is not None:
            messages.success(request, _("Факт внесён. Ошиблись — отмените его здесь же."))
            return redirect(kept)
    typed = {name: request.POST.getlist(name) for name in request.POST} if post else {}
    context = {
        "kind": kind,
        "fields": _fields(kind, typed, wrong),
        "wrong": wrong,
        "document": reading,
        "words": asked.get("words", "") or _marked(request, reading),
        "paper": {name: request.POST.get(f"paper_{name}", "") for name in paper.FIELDS},
    }
    return render(request, "web/hand.html", context, status=422 if wrong else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def correct(request: HttpRequest, document: str, fact: str) -> HttpResponse:
    """A fact's slots as they should be; each that differs is a decision of its own.

    The form stands on a page of its own. The document's page puts its line in the place of the fact, the queue puts
    the form in the place of what it asked.
    """
    facts = decided_facts(document)
    if record_of(facts, fact) is None:
        raise Http404
    told = storage.claim_seen(f"{document}#{fact}")
    text = facts.reading.document.text
    typed = typed_of(told.slots, text)
    wrong: dict[str, str] = {}
    if request.method == "POST":
        sent = {name: request.POST.getlist(name) for name in request.POST}
        slots, wrong = slots_of(told.type, sent, text)
        if not wrong:
            return _corrected(request, document, fact, told, slots, typed, sent)
        typed = sent
    there = f"{reverse('document', args=[document])}#{fact}"
    wanted = request.POST.get("next", request.GET.get("next", ""))
    otherwise = deciding.way_back(request, wanted, there)
    if request.headers.get("HX-Request"):  # in place nothing is scrolled to
        otherwise = otherwise.partition("#")[0]
    context = {
        "kind": told.type,
        "fields": _fields(told.type, typed, wrong, of=fact),
        "wrong": wrong,
        "document": facts.reading,
        "fact": next(one for one in facts.all if one.id == fact),
        "beside": sum(shares_a_name(told, other) for _, other in _others(facts.reading, fact)),
        "everywhere": bool(request.POST.get("everywhere")),
        "next": wanted,
        "otherwise": otherwise,
    }
    response = render(request, "web/correct.html", context, status=422 if wrong else 200)
    if wrong and request.headers.get("HX-Request"):  # the form comes back in its own place, wherever that is
        form = f'form.form[action="{request.path}"]'
        push_url(reswap(reselect(retarget(response, form), ".correcting > form"), "outerHTML"), False)
    return response


def _corrected(
    request: HttpRequest, document: str, fact: str, told: Told, slots: Mapping[str, Any],
    before: Mapping[str, list[str]], sent: Mapping[str, list[str]],
) -> HttpResponse:
    """Keep what differs from ``before``, slot by slot, then go back."""
    names_right = list(renamed(told, slots))
    changed = [
        slot.name for slot in SLOTS[told.type]
        if _plain(sent.get(slot.name, [])) != _plain(before.get(slot.name, []))
    ]
    if not changed:
        messages.info(request, _("Ничего не изменено."))
    names = {slot.name for slot in SLOTS[told.type] if slot.kind in ("thing", "things", "words", "said", "choices")}
    for name in sorted(changed, key=lambda name: (name in _LAST_CORRECTED, name in names)):
        deciding.keep(request, Correct(claim=told, slot=name, value=slots.get(name)))
        told = storage.claim_seen(f"{document}#{fact}")
    if sent.get("everywhere"):
        _rename_beside(request, document, fact, tuple(names_right))
        if changed and not names_right:
            messages.warning(request, _("В других фактах ничего не исправлено: не ясно, какое имя вместо какого."))
    elif left := _still_named(document, fact, tuple(names_right)):
        said = _("Прежнее имя осталось в других фактах документа (фактов: %(n)s). Если это описка, исправьте и их.")
        messages.info(request, said % {"n": left})
    if changed:
        deciding.bring_up_to_date(request)
    if sent.get("everywhere") and request.headers.get("HX-Request"):  # more of the page has changed than the fact
        return HttpResponse(headers={"HX-Refresh": "true"})
    return deciding.back(request, f"{reverse('document', args=[document])}#{fact}")


def _rename_beside(request: HttpRequest, document: str, fact: str, names: tuple[Renamed, ...]) -> None:
    """Put the names right in the other facts of the document, a decision for each slot."""
    for other, told in _others(decided_facts(document).reading, fact):
        for slot, value in corrections(told, names):
            deciding.keep(request, Correct(claim=told, slot=slot, value=value))
            told = storage.claim_seen(f"{document}#{other}")


def _still_named(document: str, fact: str, names: tuple[Renamed, ...]) -> int:
    """How many other facts of the document have the names that were put right in this one."""
    others = _others(decided_facts(document).reading, fact) if names else []
    return sum(any(True for _ in corrections(told, names)) for _, told in others)


def _others(reading: Reading, fact: str) -> list[tuple[str, Told]]:
    """The other facts of the document that count, by their ids."""
    return [(record.id, seen_claim(reading, record)) for record in reading.records if record.id != fact]


def _entered(request: HttpRequest, kind: str, reading: Reading | None) -> tuple[str | None, dict[str, str]]:
    """Keep the fact, and the paper where it is new: the address of the fact; or what is wrong, by field."""
    wrong: dict[str, str] = {}
    if reading is None:
        reading, wrong = paper.paper_of(request.POST, by=request.actor.name)
    text = reading.document.text if reading else ""
    slots, wrong_slots = slots_of(kind, {name: request.POST.getlist(name) for name in request.POST}, text)
    wrong |= wrong_slots
    span = (0, 0)
    if reading is not None:
        try:
            span = span_of(request.POST.get("words", ""), text)
        except PobratimError as error:
            wrong["words"] = told_of(error)
    if wrong or reading is None:
        return None, wrong
    for slot in SLOTS[kind]:
        if slot.kind == "date" and slot.name in slots and slot.name in ("date", "since", "signed"):
            slots[f"{slot.name}_basis"] = "stated"
    document = reading.document.id
    if storage.keep(reading, None, reading.document.source):
        storage.trace("entered", by=request.actor.name, about=reading.document.title or "")
    told = Told(document=document, type=kind, evidence=(span,), slots=slots)
    number = deciding.decide(request, State(claim=told))
    return f"{reverse('document', args=[document])}#d{number}", {}


def _fields(
    kind: str, typed: Mapping[str, list[str]], wrong: Mapping[str, str], *, of: str = "f"
) -> list[Field]:
    """The fields of a fact; several facts of a page may have theirs open, so ids begin with ``of``."""
    return [
        Field(
            f"{of}-{slot.name}",
            slot,
            typed.get(slot.name, []),
            wrong.get(slot.name, ""),
            choices(kind, slot) if slot.kind in ("choice", "choices") else [],
        )
        for slot in SLOTS[kind]
    ]


def _plain(values: list[str]) -> list[str]:
    return [plain for value in values if (plain := " ".join(value.split()))]


def _reading(document: str) -> Reading | None:
    """The document whose fact it is; None for a paper that is not in the register yet. Raises NotFound."""
    return storage.reading_of(document) if document else None


def _marked(request: HttpRequest, reading: Reading | None) -> str:
    """The words that ``?at=120-260`` names."""
    start, _dash, end = request.GET.get("at", "").partition("-")
    if reading is None or not (start.isdecimal() and end.isdecimal()) or len(start + end) > 18:
        return ""
    return reading.document.text[int(start) : int(end)]
