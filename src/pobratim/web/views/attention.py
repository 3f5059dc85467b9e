"""What needs a person: one list, the nearest first, of all kinds or of some."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from pobratim import storage
from pobratim.model.errors import PobratimError
from pobratim.register.attention import KINDS, WITHIN, Item
from pobratim.register.rows import Register
from pobratim.web.moments import moment_of
from pobratim.web.then import register_of
from pobratim.web.waiting import waiting

PAGE = 50
MOST_DOCUMENTS = 6
"""Of one line."""
_MOST_MONTHS = 1200


@require_safe
def attention(request: HttpRequest) -> HttpResponse:
    moment, within = moment_of(request), _within(request)
    kinds = [kind for kind in request.GET.getlist("kind") if kind in KINDS]
    register = register_of(moment) if moment else None
    needed = waiting(date.today(), within=within, moment=moment)
    items = needed.value
    counts = Counter(item.kind for item in items)
    shown = [item for item in items if not kinds or item.kind in kinds]
    page = Paginator(shown, PAGE).get_page(request.GET.get("page"))
    context = {
        "register": register or _named(page.object_list),
        "looking": not needed.now,
        "moment": moment,
        "within": within,
        "kinds": [(kind, counts[kind], kind in kinds) for kind in KINDS if counts[kind]],
        "total": len(items),
        "page": page,
    }
    return render(request, "web/attention.html", context)


def _named(items: Sequence[Item]) -> Register:
    """What the lines of a page name: the rows, and the documents of their sentences."""
    documents = {document for item in items for document in item.documents[:MOST_DOCUMENTS]}
    documents |= {said.document for item in items for said in item.evidence[:MOST_DOCUMENTS]}
    return storage.with_names(storage.briefs_named([*(item.row for item in items), *documents]))


def _within(request: HttpRequest) -> int:
    """How many months ahead. Raises PobratimError."""
    typed = request.GET.get("within", "").strip() or str(WITHIN)
    if not typed.isdecimal() or len(typed) > 4 or int(typed) > _MOST_MONTHS:
        raise PobratimError(
            _("Число месяцев не понято: нужно от 0 до %(most)s, а это «%(typed)s».")
            % {"most": _MOST_MONTHS, "typed": typed}
        )
    return int(typed)
