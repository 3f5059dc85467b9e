"""The sources of documents: what kind each is, by which values that differ are put in order; who said so."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from pobratim import storage
from pobratim.model.errors import PobratimError
from pobratim.register.claims import Kind
from pobratim.register.decisions import Weigh
from pobratim.register.facets import plain
from pobratim.register.outlets import KINDS
from pobratim.web import deciding

PAGE = 50
LONGEST = 200


@require_http_methods(["GET", "HEAD", "POST"])
def sources(request: HttpRequest) -> HttpResponse:
    """Every source, the busiest first; a form sets the kind of one."""
    if request.method == "POST":
        return _weighed(request)
    names = storage.outlet_names()
    typed = request.GET.get("name", "").strip()[:LONGEST]
    words = plain(typed).split()
    shown = [one for one in names if all(word in plain(one[0]) for word in words)]
    page = Paginator(shown, PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "outlets": storage.outlets(list(page)),
        "kinds": KINDS,
        "total": len(names),
        "typed": typed,
    }
    return render(request, "web/sources.html", context)


def _weighed(request: HttpRequest) -> HttpResponse:
    outlet = " ".join(request.POST.get("outlet", "").split())[:LONGEST]
    if outlet not in dict(storage.outlet_names()):
        raise PobratimError(_("Источника «%(name)s» в реестре нет; откройте список заново.") % {"name": outlet})
    number = deciding.decide(request, Weigh(outlet=outlet, kind=_kind(request.POST.get("kind", ""))))
    messages.success(request, _("Записано решением № %(number)s; его можно отменить.") % {"number": number})
    return deciding.back(request, reverse("sources"))


def _kind(typed: str) -> Kind:
    for kind in KINDS:
        if kind == typed:
            return kind
    raise PobratimError(_("Источника такого вида не бывает: «%(kind)s». Выберите вид из списка.") % {"kind": typed})
