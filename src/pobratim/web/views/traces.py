"""Who did what and when: decisions, and everything else that leaves a trace."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from pobratim import storage
from pobratim.model.roles import Role
from pobratim.reports.decided import act_words, seen_words
from pobratim.web.words import ru

PAGE = 50
ROLES = frozenset(role.code for role in Role)
_LAST_PAGE = 1000


@dataclass(frozen=True, slots=True)
class Line:
    """One thing done."""

    at: str
    by: str
    what: str
    about: str
    address: str = ""


@require_safe
def traces(request: HttpRequest) -> HttpResponse:
    """The newest first, page by page; there are too many to be counted at every visit."""
    typed = request.GET.get("page", "1")
    page = min(int(typed), _LAST_PAGE) if typed.isdecimal() and len(typed) < 6 and int(typed) else 1
    lines = _newest(page * PAGE + 1)[(page - 1) * PAGE :]
    context = {
        "lines": lines[:PAGE],
        "page": page,
        "earlier": page + 1 if len(lines) > PAGE and page < _LAST_PAGE else None,
        "later": page - 1 or None,
    }
    return render(request, "web/traces.html", context)


def _newest(count: int) -> list[Line]:
    """The ``count`` last things done, of all kinds together."""
    found = [*_decisions(count), *_others(count)]
    return sorted(found, key=lambda line: datetime.fromisoformat(line.at), reverse=True)[:count]


def _decisions(count: int) -> Iterator[Line]:
    for entry in storage.journal(count=count):
        made = entry.decision
        words = act_words(made.act, seen_words)
        yield Line(made.at, made.by, _("решение № %(number)s") % {"number": made.number}, words)
    for entry in storage.undone(count):
        assert entry.undone_at
        number = entry.decision.number
        yield Line(entry.undone_at, entry.undone_by or "", _("отмена решения № %(number)s") % {"number": number},
                   act_words(entry.decision.act, seen_words))


def _others(count: int) -> Iterator[Line]:
    for one in storage.traces(count=count):
        yield Line(one.at, one.by, ru(one.what, "trace"), _about(one.about), one.address)


def _about(text: str) -> str:
    """«Анна Иванова: проверяющий»: the code of a role at the end is a word for people."""
    name, sign, code = text.rpartition(": ")
    return f"{name}{sign}{ru(code, 'role')}" if code in ROLES else text
