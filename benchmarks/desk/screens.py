"""Every screen with the addresses that people open, drawn from the register that is measured."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import quote, urlencode

import numpy as np

_WORDS = ("соглашение", "визит", "делегация", "ярмарка", "сотрудничество", "трамваи", "университет", "поставка")
"""That people look for; most stand in a good part of all documents."""


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

    def name(self) -> str:
        return str(self._rng.choice(self._names))

    def word(self) -> str:
        return str(self._rng.choice(_WORDS))

    def number(self, most: int) -> int:
        return int(self._rng.integers(1, most + 1))


@dataclass(frozen=True, slots=True)
class Screen:
    """One kind of page, and how an address of it is drawn."""

    name: str
    address: Callable[[Drawn], str]


def _asked(path: str, **values: object) -> str:
    return f"{path}?{urlencode(values)}"


def _tie(drawn: Drawn, path: str = "/ties/{}/{}/") -> str:
    return path.format(*map(quote, drawn.sides()))


def _report(drawn: Drawn, path: str, **values: object) -> str:
    left, right = drawn.sides()
    return _asked(path, left=left, right=right, **values)


def _visit(drawn: Drawn) -> str:
    left, right, day = drawn.visit()
    return _asked("/reports/visit/", left=left, right=right, first=day, last=day)


def _lists() -> Iterator[Screen]:
    for table in ("ties", "places", "people", "organizations", "happenings", "agreements", "documents"):
        yield Screen(f"{table}", lambda drawn, path=f"/{table}/": _asked(path, page=drawn.number(5)))
        yield Screen(f"{table}, by words", lambda drawn, path=f"/{table}/": _asked(path, name=drawn.name().split()[-1]))


SCREENS: tuple[Screen, ...] = (
    Screen("overview", lambda drawn: "/"),
    Screen("attention", lambda drawn: _asked("/attention/", page=drawn.number(5))),
    *_lists(),
    Screen("place", lambda drawn: f"/places/{quote(drawn.one('places'))}/"),
    Screen("tie", _tie),
    Screen("person", lambda drawn: f"/people/{quote(drawn.one('people'))}/"),
    Screen("organization", lambda drawn: f"/organizations/{quote(drawn.one('organizations'))}/"),
    Screen("document", lambda drawn: f"/documents/{drawn.one('documents')}/"),
    Screen("review", lambda drawn: _asked("/review/", skip=drawn.number(5))),
    Screen("pairs", lambda drawn: _asked("/review/pairs/", skip=drawn.number(5))),
    Screen("journal", lambda drawn: "/decisions/"),
    Screen("board", lambda drawn: "/commitments/"),
    Screen("board, one part", lambda drawn: _asked("/commitments/", part="late", page=drawn.number(5))),
    Screen("board, one place", lambda drawn: _asked("/commitments/", place=drawn.one("places"))),
    Screen("board, by words", lambda drawn: _asked("/commitments/", name="провести")),
    Screen("calendar", lambda drawn: "/calendar.ics"),
    Screen("road maps", lambda drawn: "/roadmaps/"),
    Screen("matches", lambda drawn: _asked("/matches/", page=drawn.number(5))),
    Screen("matches, one place", lambda drawn: _asked("/matches/", place=drawn.one("places"))),
    Screen("reports", lambda drawn: "/reports/"),
    Screen("briefing", lambda drawn: _report(drawn, "/reports/brief/")),
    Screen("report on a visit", _visit),
    Screen("report on a year", lambda drawn: _asked("/reports/year/", place=drawn.one("places"), year=drawn.year())),
    Screen("visits", lambda drawn: "/visits/"),
    Screen("visit, form", lambda drawn: "/visits/new/"),
    Screen("by hand", lambda drawn: "/hand/event/"),
    Screen("add", lambda drawn: "/add/"),
    Screen("search, empty", lambda drawn: "/search/"),
    Screen("search, a word", lambda drawn: _asked("/search/", q=drawn.word())),
    Screen("search, a name", lambda drawn: _asked("/search/", q=drawn.name())),
    Screen("search, a kind", lambda drawn: _asked("/search/", kind="happenings", page=drawn.number(5))),
    Screen("search, a place", lambda drawn: _asked("/search/", place=drawn.one("places"), kind="commitments")),
    Screen("users", lambda drawn: "/users/"),
    Screen("who did what", lambda drawn: "/traces/"),
)


