"""Every screen with the addresses that people open, drawn from the register that is measured."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from urllib.parse import urlencode

import numpy as np
from django.urls import reverse

_WORDS = ("соглашение", "визит", "делегация", "ярмарка", "сотрудничество", "трамваи", "университет", "поставка")
"""That people look for; most stand in a good part of all documents."""
CHANGES = "changes something and shows nothing"
_FACTS = 200
"""From which those to be corrected are drawn."""


class Drawn:
    """Rows of the register, each as often as documents tell of it: busy ones are opened more often."""

    def __init__(self, rng: np.random.Generator) -> None:
        from pobratim.storage import models

        self._rng = rng
        self._ids: dict[str, Sequence[str]] = {}
        self._weights: dict[str, np.ndarray] = {}
        for table in ("places", "people", "organizations", "ties"):
            counted: dict[str, int] = {}
            links = models.Link.objects.filter(row__table=table, role__in=("documents", "mentions"))
            for row in links.values_list("row_id", flat=True).iterator():
                counted[row] = counted.get(row, 0) + 1
            self._ids[table] = sorted(counted)
            weights = np.array([counted[one] for one in self._ids[table]], dtype=float)
            self._weights[table] = weights / weights.sum()
        self._ids["documents"] = sorted(
            models.Row.objects.filter(table="documents").values_list("pk", flat=True)[:5000]
        )
        tied = models.Link.objects.filter(row__table="ties", role="parties").order_by("row_id", "target_id")
        self._sides: dict[str, list[str]] = {}
        for row, side in tied.values_list("row_id", "target_id").iterator():
            self._sides.setdefault(row, []).append(side)
        facets = models.Facet.objects.filter(table="happenings")
        self._years = [int(year) for year in facets.filter(name="year").order_by("pk").values_list("value", flat=True)]
        days = dict(facets.filter(name="day").values_list("row_id", "value"))
        visits = facets.filter(name="sort", value="visit").values("row")
        guests: dict[str, list[str]] = {}
        of_visits = models.Link.objects.filter(row__in=visits, role="parties").order_by("row_id", "target_id")
        for row, side in of_visits.values_list("row_id", "target_id").iterator():
            guests.setdefault(row, []).append(side)
        self._visits = [
            (both[0], both[1], days[row]) for row, both in guests.items() if len(both) == 2 and row in days
        ]
        claims = models.Claim.objects.filter(type="event", reading__current=True).order_by("pk")[:_FACTS]
        self._facts = list(claims.values_list("reading__document__id", "record"))
        named = models.Row.objects.filter(pk__in=self._ids["people"][:2000])
        self._names = [row.data["name"] for row in named]

    def one(self, table: str) -> str:
        return str(self._rng.choice(self._ids[table], p=self._weights.get(table)))

    def sides(self) -> tuple[str, str]:
        left, right = self._sides[self.one("ties")][:2]
        return left, right

    def year(self) -> int:
        """Of a happening."""
        return int(self._rng.choice(self._years))

    def visit(self) -> tuple[str, str, str]:
        """Two places and the day of a visit."""
        return self._visits[int(self._rng.integers(len(self._visits)))]

    def planned(self) -> int:
        """The number of a planned visit; where the register has none, one of the most visited pair is planned."""
        from pobratim import storage
        from pobratim.register.visits import VisitPlan

        planned = storage.visits_ahead(date.today(), 1)
        if planned:
            return planned[0].number
        guests, hosts = self.sides()
        first = date.today() + timedelta(days=30)
        plan = VisitPlan(guests=guests, hosts=hosts, first=first, last=first + timedelta(days=1), purpose="ярмарка")
        return storage.plan_visit(plan, by="benchmark", at=datetime.now(UTC))

    def fact(self) -> tuple[str, str]:
        """A document, and a fact of its reading."""
        document, record = self._facts[int(self._rng.integers(len(self._facts)))]
        return document, record

    def name(self) -> str:
        return str(self._rng.choice(self._names))

    def word(self) -> str:
        return str(self._rng.choice(_WORDS))

    def number(self, most: int) -> int:
        return int(self._rng.integers(1, most + 1))


@dataclass(frozen=True, slots=True)
class Asked:
    """The parts of an address, and what stands behind its question mark."""

    parts: tuple[object, ...] = ()
    query: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Screen:
    """One kind of page, and how an address of it is drawn."""

    name: str
    view: str
    """What the table of addresses calls it."""
    asked: Callable[[Drawn], Asked] = lambda drawn: Asked()

    def address(self, drawn: Drawn) -> str:
        asked = self.asked(drawn)
        path = reverse(self.view, args=asked.parts)
        return f"{path}?{urlencode(asked.query)}" if asked.query else path


def _of(*parts: object, **query: object) -> Asked:
    return Asked(parts, query)


def _page(drawn: Drawn) -> Asked:
    return _of(page=drawn.number(5))


def _sides(drawn: Drawn) -> Asked:
    left, right = drawn.sides()
    return _of(left=left, right=right)


def _days(drawn: Drawn) -> Asked:
    left, right, day = drawn.visit()
    return _of(left=left, right=right, first=day, last=day)


def _year(drawn: Drawn) -> Asked:
    return _of(place=drawn.one("places"), year=drawn.year())


def _lists() -> Iterator[Screen]:
    for table in ("ties", "places", "people", "organizations", "happenings", "agreements", "documents"):
        yield Screen(table, table, _page)
        yield Screen(f"{table}, by words", table, lambda drawn: _of(name=drawn.name().split()[-1]))
        if table in ("happenings", "documents", "agreements"):  # whose headings have words that stand in very many
            yield Screen(f"{table}, by a word", table, lambda drawn: _of(name=drawn.word()))


def _subjects() -> Iterator[Screen]:
    for kind, table in (("place", "places"), ("person", "people"), ("organization", "organizations")):
        yield Screen(kind, kind, lambda drawn, table=table: _of(drawn.one(table)))
        yield Screen(
            f"{kind}, more rows", f"{kind}-rows",
            lambda drawn, table=table: _of(drawn.one(table), "happenings", start=drawn.number(50)),
        )
    yield Screen("place, some years", "place", lambda drawn: _of(drawn.one("places"), years_from=2024, years_to=2025))
    yield Screen("person, some years", "person", lambda drawn: _of(drawn.one("people"), years_from=2024, years_to=2025))
    yield Screen("tie", "tie", lambda drawn: _of(*drawn.sides()))
    yield Screen("tie, some years", "tie", lambda drawn: _of(*drawn.sides(), years_from=2024, years_to=2025))
    yield Screen("tie, more rows", "tie-rows", lambda drawn: _of(*drawn.sides(), "happenings", start=10))


SCREENS: tuple[Screen, ...] = (
    Screen("overview", "overview"),
    Screen("attention", "attention", _page),
    *_lists(),
    *_subjects(),
    Screen("document", "document", lambda drawn: _of(drawn.one("documents"))),
    Screen("suggested names", "suggest", lambda drawn: _of("places+people", q=drawn.name()[:3])),
    Screen("split", "split", lambda drawn: _of(drawn.one("people"))),
    Screen("correct", "correct", lambda drawn: _of(*drawn.fact())),
    Screen("review", "review", lambda drawn: _of(skip=drawn.number(5))),
    Screen("pairs", "pairs", lambda drawn: _of(skip=drawn.number(5))),
    Screen("journal", "journal"),
    Screen("board", "commitments"),
    Screen("board, one part", "commitments", lambda drawn: _of(part="late", page=drawn.number(5))),
    Screen("board, one place", "commitments", lambda drawn: _of(place=drawn.one("places"))),
    Screen("board, by words", "commitments", lambda drawn: _of(name="провести")),
    Screen("calendar", "calendar"),
    Screen("calendar, one place", "calendar", lambda drawn: _of(place=drawn.one("places"))),
    Screen("subscriptions", "feeds"),
    Screen("road maps", "roadmaps"),
    Screen("matches", "matches", _page),
    Screen("matches, one place", "matches", lambda drawn: _of(place=drawn.one("places"))),
    Screen("matches, by words", "matches", lambda drawn: _of(name="трамваи")),
    Screen("reports", "reports"),
    Screen("briefing", "report-brief", _sides),
    Screen("report on a visit", "report-visit", _days),
    Screen("report on a year", "report-year", _year),
    Screen("visits", "visits"),
    Screen("visit, form", "visit-new"),
    Screen("visit", "visit", lambda drawn: _of(drawn.planned())),
    Screen("visit, edited", "visit-edit", lambda drawn: _of(drawn.planned())),
    Screen("visit, its report", "visit-report", lambda drawn: _of(drawn.planned())),
    Screen("visit, calendar", "visit-calendar", lambda drawn: _of(drawn.planned())),
    Screen("by hand, kinds", "hand-kinds"),
    Screen("by hand", "hand", lambda drawn: _of("event")),
    Screen("add", "add"),
    Screen("search, empty", "search"),
    Screen("search, a word", "search", lambda drawn: _of(q=drawn.word())),
    Screen("search, a name", "search", lambda drawn: _of(q=drawn.name())),
    Screen("search, a kind", "search", lambda drawn: _of(kind="happenings", page=drawn.number(5))),
    Screen("search, a place", "search", lambda drawn: _of(place=drawn.one("places"), kind="commitments")),
    Screen("users", "users"),
    Screen("languages", "language"),
    Screen("sources", "sources"),
    Screen("who did what", "traces"),
)

FILES: tuple[Screen, ...] = (
    Screen("briefing of a tie, PDF", "brief", lambda drawn: _of(*drawn.sides(), "pdf")),
    Screen("briefing, DOCX", "report-brief-file", lambda drawn: replace(_sides(drawn), parts=("docx",))),
    Screen("report on a visit, DOCX", "report-visit-file", lambda drawn: replace(_days(drawn), parts=("docx",))),
    Screen("report on a year, DOCX", "report-year-file", lambda drawn: replace(_year(drawn), parts=("docx",))),
    Screen("found, CSV", "search-csv", lambda drawn: _of(q=drawn.word())),
    Screen("found, XLSX", "search-xlsx", lambda drawn: _of(q=drawn.name())),
    Screen("found of a kind, CSV", "search-csv", lambda drawn: _of(kind="agreements")),
    Screen("found of a kind, XLSX", "search-xlsx", lambda drawn: _of(kind="agreements")),
    Screen("programme, PDF", "visit-programme", lambda drawn: _of(drawn.planned(), "pdf")),
    Screen("delegation, DOCX", "visit-delegation", lambda drawn: _of(drawn.planned(), "docx")),
    Screen("planned visit's report, DOCX", "visit-report-file", lambda drawn: _of(drawn.planned(), "docx")),
)
"""Not looked at but taken along: whoever presses for one waits for it as for a download."""

OTHER_DAYS: tuple[Screen, ...] = (
    Screen("overview, as of a day", "overview", lambda drawn: Asked((), {"as_of": "2024-06-01"})),
    Screen("place, as of a day", "place", lambda drawn: Asked((drawn.one("places"),), {"as_of": "2024-06-01"})),
    Screen("tie, as of a day", "tie", lambda drawn: Asked(drawn.sides(), {"as_of": "2024-06-01"})),
    Screen("person, as of a day", "person", lambda drawn: Asked((drawn.one("people"),), {"as_of": "2024-06-01"})),
    Screen("happenings, as of a day", "happenings", lambda drawn: Asked((), {"as_of": "2024-06-01"})),
    Screen("board, as of a day", "commitments", lambda drawn: Asked((), {"as_of": "2024-06-01"})),
    Screen("attention, as of a day", "attention", lambda drawn: Asked((), {"as_of": "2024-06-01"})),
)
"""The register of another day is found beside the answers once, and then remembered."""

UNMEASURED = {
    "answer": CHANGES, "tried": CHANGES, "search-save": CHANGES, "search-forget": CHANGES, "same": CHANGES,
    "feed-close": CHANGES, "accept": CHANGES, "reject": CHANGES, "undo": CHANGES, "keep": CHANGES,
    "drop": CHANGES, "visit-documents": CHANGES, "visit-drop": CHANGES, "user-role": CHANGES,
    "user-password": CHANGES, "user-active": CHANGES, "sign-out": CHANGES,
    "sign-in": "the desk has no users",
    "account": "the desk has no users",
    "feed": "the same as the calendar, under an address of its own",
    "original": "a file as it was given; generated documents have none",
    "original-page": "a picture of such a file",
    "look": "the reading of an upload, which the benchmark of the reader measures",
    "roadmap": "an upload held against the whole register, beside the answer; generated documents have none",
    "roadmap-file": "the same as a file",
    "roadmap-uploaded": "the same of an upload",
    "roadmap-uploaded-file": "the same of an upload, as a file",
}  # fmt: skip
"""The other addresses, each with the reason why it is not opened here."""
