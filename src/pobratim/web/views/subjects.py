"""The pages of one tie, place, person or organization: everything known, each line with its sentence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from pobratim import reports, storage
from pobratim.model.errors import NotFound
from pobratim.register.dossier import Dossier
from pobratim.register.moment import NOW, Moment
from pobratim.storage import Shown, Subject
from pobratim.web.beside import Found, found
from pobratim.web.files import download
from pobratim.web.heat import Heat, fields, years
from pobratim.web.meetings import meetings
from pobratim.web.moments import at, moment_of
from pobratim.web.papers import year_to_report
from pobratim.web.planned import visits_ahead
from pobratim.web.then import page_of
from pobratim.web.ties import TieLine, standing, tie_lines, ties_and_places
from pobratim.web.timeline import LANES, STRIP, Timeline, Window, timeline

FIRST = 7
"""Rows of each kind on a page at first."""
MORE = 50
"""Those that are asked for after them."""
ROWS = {
    "conflicts": "conflict", "agreements": "agreement", "happenings": "happening", "commitments": "commitment",
    "offers": "offer", "figures": "figure", "quotes": "quote", "questions": "question", "topics": "topic",
    "people": "person", "organizations": "organization", "documents": "document",
}
"""The template of each kind of row."""
TITLES = {
    "conflicts": _("Источники расходятся"), "agreements": _("Соглашения"), "happenings": _("Встречи и события"),
    "commitments": _("Намерения и обязательства"), "offers": _("Предложения и потребности"),
    "figures": _("Показатели"), "quotes": _("Высказывания"), "questions": _("Открытые вопросы"),
    "topics": _("Направления"), "people": _("Люди"), "organizations": _("Предприятия и организации"),
    "documents": _("Источники"),
}


@dataclass(frozen=True, slots=True)
class Rest:
    """The rows that come after those of the page."""

    address: str
    next: int
    """How many of them come at once."""
    total: int
    """Of all."""


@require_safe
def tie(request: HttpRequest, left: str, right: str) -> HttpResponse:
    _check_sides(left, right)
    shown = page_of(Subject("tie", (left, right)), moment_of(request))
    ties = shown.dossier.ties
    stage = standing(ties[0]) if ties else None
    return _page(request, shown, sides={left, right}, stage=stage, visits=visits_ahead(request, left, right))


@require_safe
def place(request: HttpRequest, place: str) -> HttpResponse:
    moment = moment_of(request)
    shown = page_of(Subject("place", (place,)), moment)
    year = year_to_report(shown.dossier.documents, moment.as_of or date.today())
    return _page(request, shown, report_year=year, visits=visits_ahead(request, place))


@require_safe
def person(request: HttpRequest, person: str) -> HttpResponse:
    return _page(request, page_of(Subject("person", (person,)), moment_of(request)))


@require_safe
def organization(request: HttpRequest, organization: str) -> HttpResponse:
    return _page(request, page_of(Subject("organization", (organization,)), moment_of(request)))


@require_safe
def tie_rows(request: HttpRequest, left: str, right: str, table: str) -> HttpResponse:
    _check_sides(left, right)
    return _rows(request, Subject("tie", (left, right)), table)


@require_safe
def place_rows(request: HttpRequest, place: str, table: str) -> HttpResponse:
    return _rows(request, Subject("place", (place,)), table)


@require_safe
def person_rows(request: HttpRequest, person: str, table: str) -> HttpResponse:
    return _rows(request, Subject("person", (person,)), table)


@require_safe
def organization_rows(request: HttpRequest, organization: str, table: str) -> HttpResponse:
    return _rows(request, Subject("organization", (organization,)), table)


def _rows(request: HttpRequest, asked: Subject, table: str) -> HttpResponse:
    """More rows of a kind than a page has at first: a page of them, or their lines alone for htmx."""
    moment = moment_of(request)
    start = _number(request.GET.get("start", ""))
    some = page_of(asked, moment).some(table, start, MORE) if moment else storage.rows_of(asked, table, start, MORE)
    register = some.register
    context = {
        "moment": moment,
        "register": register,
        "subject": " — ".join(map(register.name, asked.ids)),
        "back": at(reverse(asked.kind, args=asked.ids), moment),
        "sides": set(asked.ids) if asked.kind == "tie" else set(),
        "table": table,
        "title": TITLES[table],
        "template": f"web/rows/{ROWS[table]}.html",
        "rows": some.rows,
        "total": some.total,
        "start": start,
        "beginning": at(request.path, moment),
        "rest": _rest(request.path, start + len(some.rows), some.total, moment),
        "sources": {row.id: start + number for number, row in enumerate(some.rows, 1)} if table == "documents" else {},
    }
    return render(request, "web/parts/lines.html" if _is_part(request) else "web/rows.html", context)


@require_safe
def brief(request: HttpRequest, left: str, right: str, form: reports.Format) -> HttpResponse:
    """The briefing on a tie as a file; HTML too is a download, so that it never runs in this site's name."""
    moment = moment_of(request)
    dossier = _tie(left, right, moment)
    assert dossier.place and dossier.other_place
    name = f"Справка {dossier.place.name} — {dossier.other_place.name}"
    return download(reports.brief(dossier, today=date.today(), format=form, moment=moment), name, form)


def _tie(left: str, right: str, moment: Moment) -> Dossier:
    _check_sides(left, right)
    return storage.tie(left, right, moment)


def _check_sides(left: str, right: str) -> None:
    if left == right:
        raise NotFound(gettext("Связи места с самим собой не бывает; выберите два разных места."))


def _page(request: HttpRequest, shown: Shown, **more: object) -> HttpResponse:
    dossier, subject = shown.dossier, shown.subject
    moment, window = moment_of(request), _window(request)
    today = moment.as_of or date.today()
    first = {table: getattr(dossier, table)[:FIRST] for table in ROWS}
    totals = {table: shown.totals.get(table, len(getattr(dossier, table))) for table in ROWS}
    here = {row.id for table, rows in first.items() if table != "questions" for row in rows}
    here |= {tie.id for tie in dossier.ties}
    path = reverse(subject.kind, args=subject.ids)
    counted = _counted(shown, moment)
    context = {
        "moment": moment,
        "partly": shown.told is not None,
        "search": _search(dossier),
        "dossier": dossier,
        "first": first,
        "totals": totals,
        "rests": {
            table: _rest(f"{path}{table}/", len(rows), totals[table], moment) for table, rows in first.items()
        },
        "contents": [(table, TITLES[table], totals[table]) for table in TITLES if totals[table]],
        "here": here,
        "register": dossier.register,
        "sources": {document.id: number for number, document in enumerate(dossier.documents, 1)},
        "window": window,
        "timeline": _strip(shown, today, window, here),
        "lanes": LANES,
        "zooms": ((today.year - 4, today.year), (today.year - 9, today.year)),
        "years": counted.value[0],
        "heat": counted.value[1],
        "counting": not counted.now,
        "meetings": meetings(shown.met(), gettext("С кем") if dossier.person else gettext("Другие")),
        "ties": [] if subject.kind == "tie" else _lines(shown)[:FIRST],
        "ties_total": shown.totals.get("ties", len(dossier.ties)),
        **more,
    }
    return render(request, f"web/{subject.kind}.html", context)


_HEATS = 256
"""Subjects whose tables of years are remembered."""
_Heats = tuple[Heat | None, Heat | None]
_NO_HEATS: _Heats = (None, None)


def _counted(shown: Shown, moment: Moment) -> Found[_Heats]:
    """Kinds and fields by year; where very much is told they are counted beside the answer."""
    def count() -> _Heats:
        return years(shown), fields(shown, moment.as_of)

    if shown.told is None:
        return Found(count(), True)
    counted = found("heats", (storage.derived_from(), shown.subject.ids), count, _NO_HEATS, remembered=_HEATS)
    return counted if counted.now else Found(_NO_HEATS, False)  # what was found last is of another subject


def _strip(shown: Shown, today: date, window: Window, here: set[str]) -> Timeline | None:
    """The strip of years; where very much is told, of the years that are asked for."""
    if not shown.is_much:
        return timeline(shown.dossier, today, window, here)
    if not (window.first or window.last):
        return None
    days = f"{window.first or 0:04}-01-01", f"{window.last or 9999:04}-12-31"
    return timeline(shown.of_days(days, STRIP), today, window, here)


def _rest(path: str, start: int, total: int, moment: Moment) -> Rest | None:
    """Where the rows that come after the first ``start`` are found, if there are more."""
    return Rest(at(f"{path}?start={start}", moment), min(MORE, total - start), total) if start < total else None


def _is_part(request: HttpRequest) -> bool:
    return request.headers.get("HX-Request") == "true"


def _number(typed: str) -> int:
    """From which row on; nonsense is the first."""
    return int(typed) if len(typed) < 9 and typed.isdecimal() else 0


def _lines(shown: Shown) -> list[TieLine]:
    """The ties of the page; counted over the whole register where the page has but a part of it."""
    here = {tie.id for tie in shown.dossier.ties}
    lines = ties_and_places(NOW)[0] if shown.told else tie_lines(shown.dossier.register)
    return [line for line in lines if line.tie.id in here]


def _search(dossier: Dossier) -> str:
    """The search that finds what the page has no room for, but for its kind."""
    if dossier.place:
        words = dossier.other_place.name if dossier.other_place else ""
        return urlencode({"place": dossier.place.id, **({"q": words} if words else {})})
    subject = dossier.person or dossier.organization
    return urlencode({"q": subject.name if subject else ""})


def _window(request: HttpRequest) -> Window:
    """What of the strip is asked for; nonsense is all of it."""
    first, last = (_year(request.GET.get(name, "")) for name in ("years_from", "years_to"))
    if first and last and last < first:
        first, last = last, first
    chosen = frozenset(lane for lane, _name in LANES if lane in request.GET.getlist("lane"))
    return Window(first, last, chosen if len(chosen) < len(LANES) else frozenset())


def _year(typed: str) -> int | None:
    return int(typed) if len(typed) == 4 and typed.isdecimal() and typed[0] in "12" else None
