"""What needs a person: one list, the nearest first, of all kinds or of some."""

from __future__ import annotations

from collections import Counter
from datetime import date

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from pobratim import storage
from pobratim.model.errors import PobratimError
from pobratim.register.attention import KINDS, WITHIN
from pobratim.web.moments import moment_of

PAGE = 50
_MOST_MONTHS = 1200


@require_safe
def attention(request: HttpRequest) -> HttpResponse:
    moment, within = moment_of(request), _within(request)
    kinds = [kind for kind in request.GET.getlist("kind") if kind in KINDS]
    register = storage.whole_register(moment)
    items = storage.attention(date.today(), within=within, moment=moment)
    counts = Counter(item.kind for item in items)
    shown = [item for item in items if not kinds or item.kind in kinds]
    context = {
        "register": register,
        "moment": moment,
        "within": within,
        "kinds": [(kind, counts[kind], kind in kinds) for kind in KINDS if counts[kind]],
        "total": len(items),
        "page": Paginator(shown, PAGE).get_page(request.GET.get("page")),
    }
    return render(request, "web/attention.html", context)


def _within(request: HttpRequest) -> int:
    """How many months ahead. Raises PobratimError."""
    typed = request.GET.get("within", "").strip() or str(WITHIN)
    if not typed.isdecimal() or len(typed) > 4 or int(typed) > _MOST_MONTHS:
        raise PobratimError(
            _("Число месяцев не понято: нужно от 0 до %(most)s, а это «%(typed)s».")
            % {"most": _MOST_MONTHS, "typed": typed}
        )
    return int(typed)
