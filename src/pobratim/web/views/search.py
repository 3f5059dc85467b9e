"""Search: words in any form, narrowed by facets; kept for another day; taken along as a table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from functools import partial

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from pobratim import storage
from pobratim.exchange.table import as_csv, as_xlsx
from pobratim.register.facets import Facets
from pobratim.register.rows import DocumentRow, Register, Row
from pobratim.reports.wording import sentence
from pobratim.storage import Found
from pobratim.web.counted import Counted
from pobratim.web.files import download
from pobratim.web.headlines import day_of, headline
from pobratim.web.searching import KINDS, TITLES, Search, facets_of, words_of
from pobratim.web.words import ru

PAGE = 50
FIRST = 5
"""Rows of each kind before one is chosen."""
MOST_ROWS = 10_000
"""Of a table that is taken along."""
LONGEST_NAME = 150
_AT_ONCE = 500
_WIDTHS = (16, 60, 18, 30, 20, 24, 60, 50, 24)


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    asked = Search.of(request.GET)
    found = storage.found_by(asked.words) if asked.words else Found()
    within = found.ids if asked.words else None
    tables = storage.tables_chosen(asked.with_kind("").choice(within)) if asked else {}
    counts = [
        (kind, title, tables[kind], asked.with_kind(kind).query) for kind, title in KINDS.items() if kind in tables
    ]
    page, groups = None, []
    if asked.kind:
        choice = asked.choice(within)
        rows = Counted(partial(storage.count_chosen, choice), partial(_rows, asked, found, within))
        page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
        groups = [(asked.kind, KINDS[asked.kind], list(page), page.paginator.count)]
    elif asked:
        groups = [
            (kind, title, _rows(asked.with_kind(kind), found, within, 0, FIRST), count)
            for kind, title, count, _query in counts if count
        ]
    nothing = not any(count for _kind, _title, count, _query in counts)
    meant = storage.meant(asked.words) if asked.words and nothing else ()
    meant_words = storage.meant_words(asked.words) if asked.words and nothing else ()
    documents = [row.id for _kind, _title, rows, _count in groups for row in rows if row.id in set(found.documents)]
    context = {
        "search": asked,
        "query": asked.words,
        "counts": counts,
        "all": sum(one[2] for one in counts),
        "everything": asked.with_kind("").query,
        "groups": groups,
        "page": page,
        "hits": {hit.document: hit for hit in storage.hits(asked.words, documents)},
        "facets": [(TITLES[name], values) for name, values in facets_of(asked, within)] if asked else [],
        "chosen": [
            (TITLES[name], sentence(words_of(name, [value])[value]), asked.with_value(name, "").query)
            for name, value in asked.chosen
        ],
        "register": storage.with_names([*meant, *(row for _kind, _title, rows, _count in groups for row in rows)]),
        "meant": meant,
        "meant_words": meant_words,
        "empty": bool(asked) and nothing and not storage.count_kept(),
        "saved": storage.saved_searches(request.actor.name),
    }
    return render(request, "web/search/search.html", context)


@require_safe
def table(request: HttpRequest, form: str) -> HttpResponse:
    """What is found, as CSV or a workbook, as far as `MOST_ROWS` go."""
    asked = Search.of(request.GET)
    within = storage.found_by(asked.words).ids if asked.words else None
    head = tuple(map(str, (
        _("Вид"), _("Что"), _("Дата"), _("Места"), _("Состояние"), _("Направление"), _("Предложение"), _("Источник"),
        _("Номер записи"),
    )))
    rows = _cells(asked, within)
    name = _("Поиск %(words)s") % {"words": asked.words} if asked.words else _("Поиск")
    if form == "csv":
        return download(as_csv(head, rows), name, form)
    return download(as_xlsx(head, rows, title=_("Найдено"), widths=_WIDTHS), name, form)


@require_POST
def save(request: HttpRequest) -> HttpResponse:
    """Keeps a search under a name."""
    asked = Search.of(QueryDict(request.POST.get("search", "")))
    name = " ".join(request.POST.get("name", "").split())[:LONGEST_NAME]
    if not asked:
        messages.warning(request, _("Пустой поиск не сохранён: задайте слова или отбор."))
        return redirect("search")
    name = name or asked.words or _("Без названия")
    storage.save_search(name, asked.query, by=request.actor.name, at=datetime.now(UTC))
    messages.success(request, _("Поиск сохранён; он ждёт на странице поиска."))
    return redirect(f"{reverse('search')}?{asked.query}")


@require_POST
def forget(request: HttpRequest, number: int) -> HttpResponse:
    """Gives up a saved search of one's own."""
    storage.forget_search(number, by=request.actor.name)
    messages.info(request, _("Сохранённый поиск убран."))
    return redirect("search")


def _rows(asked: Search, found: Found, within: frozenset[str] | None, start: int, count: int) -> list[Row]:
    """What fits the words best goes first where there are words, else what is newest."""
    best = [row.id for row in found.names] + list(found.documents)
    if within is None or asked.kind not in ("places", "people", "organizations", "documents"):
        return storage.chosen(asked.choice(within), start=start, count=count)
    rows = storage.chosen(asked.choice(within), count=len(within))
    rank = {row_id: place for place, row_id in enumerate(best)}
    return sorted(rows, key=lambda row: rank.get(row.id, len(rank)))[start : start + count]


def _cells(asked: Search, within: frozenset[str] | None) -> Iterator[tuple[str, ...]]:
    """The rows as texts, read some hundred at a time."""
    for start in range(0, MOST_ROWS, _AT_ONCE):
        rows = storage.chosen(asked.choice(within), start=start, count=_AT_ONCE)
        register = storage.with_names(rows)
        facets = Facets(register.by_id)
        for row in rows:
            yield _line(row, register, facets)
        if len(rows) < _AT_ONCE:
            return


def _line(row: Row, register: Register, facets: Facets) -> tuple[str, ...]:
    values: dict[str, list[str]] = defaultdict(list)
    for name, value in facets.of(row):
        values[name].append(value)
    evidence = getattr(row, "evidence", ())
    return (
        str(KINDS.get(row.table, row.table)),
        headline(register, row),
        day_of(row) or "",
        _joined(map(register.name, values["place"])),
        _joined(ru(value, "status") for value in values["status"]),
        _joined(ru(value, "topic") for value in values["field"]),
        " ".join(one.text for one in evidence[:3]),
        _joined(_source(register.get(one)) for one in row.documents) or _source(row),
        row.id,
    )


def _source(row: Row | None) -> str:
    if not isinstance(row, DocumentRow):
        return ""
    return ", ".join(filter(None, (row.publisher, row.published, row.address or row.source)))


def _joined(texts: Iterable[str]) -> str:
    return "; ".join(sorted(filter(None, texts)))
