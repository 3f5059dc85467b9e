"""The years of a dossier on one strip: relations and documents as bars, happenings and due dates as dots."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date
from itertools import count

from django.utils.translation import gettext_lazy as _lazy

from pobratim.model import edtf
from pobratim.register.dossier import Dossier
from pobratim.register.rows import Row
from pobratim.reports.wording import sentence
from pobratim.web.headlines import headline
from pobratim.web.links import address_of
from pobratim.web.words import ru, since, when

WIDTH, NAMES, RIGHT = 960, 118, 16
CLEAR = 18
"""What the first year needs at its left."""
BAR, DOT, TOP, SPACE = 20, 16, 30, 14


@dataclass(frozen=True, slots=True)
class Item:
    """A bar (with ``width``) or a dot, linked to the row it stands for."""

    type: str
    title: str
    row: str
    href: str
    """Its line on the page, or where it is told else."""
    x: float
    y: float
    width: float = 0
    text: str = ""
    """What is written in a bar, where there is room."""
    sure: bool = True
    """Whether the date is stated to the day, month or year; a hollow dot is only roughly dated."""


@dataclass(frozen=True, slots=True)
class Lane:
    name: str
    y: float
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """Ready to be drawn, in pixels."""

    width: int
    """Of the names of the lanes and what stands in them."""
    names: int
    """Of the names alone: they stay where they are when a narrow window scrolls the rest."""
    height: float
    years: tuple[tuple[int, float], ...]
    lanes: tuple[Lane, ...]
    now: float | None
    """Where today is, if it lies on the strip."""
    undated: int
    """How many happenings and documents have no place on it."""

    @property
    def rest(self) -> int:
        """The width beside the names."""
        return self.width - self.names

    @property
    def is_rough(self) -> bool:
        """Whether anything on it is not dated to the day, month or year."""
        return any(not item.sure and not item.width for lane in self.lanes for item in lane.items)


@dataclass(frozen=True, slots=True)
class _Span:
    """Something with a first and a last day, either of them open."""

    type: str
    title: str
    row: str
    first: date | None
    last: date | None
    text: str = ""
    sure: bool = True


LANES = (
    ("ties", _lazy("Отношения")),
    ("agreements", _lazy("Соглашения")),
    ("happenings", _lazy("События")),
    ("commitments", _lazy("Намерения")),
)
"""The lanes of the strip, from the top."""
STRIP = ("agreements", "happenings", "commitments")
"""Those of them whose rows are read for it."""


@dataclass(frozen=True, slots=True)
class Window:
    """What of the strip is looked at: the years from ``first`` to ``last``, and some lanes or, named none, all."""

    first: int | None = None
    last: int | None = None
    lanes: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.first or self.last or self.lanes)

    def shows(self, lane: str) -> bool:
        return not self.lanes or lane in self.lanes

    def touches(self, span: _Span) -> bool:
        begins, ends = span.first or span.last, span.last
        late = self.last is not None and begins is not None and begins.year > self.last
        early = self.first is not None and ends is not None and ends.year < self.first
        return not late and not early


def timeline(
    dossier: Dossier, today: date, window: Window = Window(), here: Collection[str] | None = None
) -> Timeline | None:
    """The strip, or None where fewer than two things are dated; ``here`` are the rows with a line on the page (all)."""
    relations, papers = list(_relations(dossier)), list(_papers(dossier))
    deeds, plans = list(_deeds(dossier)), list(_plans(dossier))
    days = [day for span in (*relations, *papers, *deeds, *plans) for day in (span.first, span.last) if day]
    if len(days) < 2:
        return None
    begin = window.first or min(days).year
    end = (window.last or max(max(days).year, today.year if relations else 0, begin + 2)) + 1
    scale = _Scale(begin, max(end, begin + 1))

    lanes, y = [], float(TOP)
    placed = ((relations, _bars), (papers, _bars), (deeds, _dots), (plans, _dots))
    for (key, name), (everything, place) in zip(LANES, placed, strict=True):
        spans = [span for span in everything if window.touches(span)] if window.shows(key) else []
        items, height = place(spans, scale, y)
        if items:
            lanes.append(Lane(str(name), y, tuple(_linked(items, dossier, here))))
            y += height + SPACE
    now = scale.x(today) if begin <= today.year < scale.end else None
    dated = sum(len(lane.items) for lane in lanes)
    undated = (
        len(dossier.happenings)
        + len(dossier.agreements)
        - sum(bool(span.first or span.last) for span in (*deeds, *papers))
    )
    return Timeline(WIDTH, NAMES - CLEAR, y, scale.years(), tuple(lanes), now, undated) if dated or window else None


@dataclass(frozen=True, slots=True)
class _Scale:
    """Days to pixels."""

    begin: int
    end: int

    def x(self, day: date) -> float:
        first, last = date(self.begin, 1, 1).toordinal(), date(self.end, 1, 1).toordinal()
        share = min(1.0, max(0.0, (day.toordinal() - first) / (last - first)))
        return round(NAMES + share * (WIDTH - NAMES - RIGHT), 1)

    def years(self) -> tuple[tuple[int, float], ...]:
        """The years that are written, not nearer than 60 pixels to each other."""
        least = (self.end - self.begin) * 60 / (WIDTH - NAMES - RIGHT)
        step = next(step for step in (1, 2, 5, 10, 20, 50, 100, 1000) if step >= least or step == 1000)
        return tuple(
            (year, self.x(date(year, 1, 1))) for year in range(self.begin, self.end) if year % step == 0
        )


def _relations(dossier: Dossier) -> Iterable[_Span]:
    for tie in dossier.ties if dossier.other_place else ():
        for stage in tie.history:
            first, until = edtf.bounds(stage.since)[0], edtf.bounds(stage.until)[1]
            words = sentence(ru(stage.kind, "tie"))
            title = f"{words} {since(stage.since)}" if stage.since else words
            if first:
                yield _Span(stage.kind, title, tie.id, first, until, words)


def _papers(dossier: Dossier) -> Iterable[_Span]:
    for row in dossier.agreements:
        begin, stop = edtf.bounds(row.period)
        signed = edtf.bounds(row.signed)
        first = begin or signed[0]
        if first:
            yield _Span(
                "agreement",
                _title(dossier, row, row.period),
                row.id,
                first,
                stop or signed[1],
                sentence(ru(row.kind, "agreement")),
            )


def _deeds(dossier: Dossier) -> Iterable[_Span]:
    for row in dossier.happenings:
        first, last = edtf.bounds(row.date)
        if first and last:
            sure = (last - first).days < 40 and row.date_basis != "inferred"
            yield _Span("event", headline(dossier.register, row), row.id, first, last, sure=sure)


def _plans(dossier: Dossier) -> Iterable[_Span]:
    for row in dossier.commitments:
        _first, last = edtf.bounds(row.due)
        if last:
            yield _Span("plan", headline(dossier.register, row), row.id, last, last, sure=False)


def _linked(items: list[Item], dossier: Dossier, here: Collection[str] | None) -> Iterable[Item]:
    for item in items:
        row = dossier.register.get(item.row)
        away = here is not None and item.row not in here
        yield replace(item, href=address_of(row) or item.href) if away and row else item


def _title(dossier: Dossier, row: Row, period: str | None) -> str:
    return headline(dossier.register, row) + (f" ({when(period)})" if period else "")


def _bars(spans: list[_Span], scale: _Scale, top: float) -> tuple[list[Item], float]:
    """Bars on as few lines as do not overlap; an open end reaches to the edge."""
    lines: list[float] = []
    items = []
    for span in sorted(spans, key=lambda span: (span.first or date.min, span.title)):
        assert span.first
        x = scale.x(span.first)
        until = scale.x(span.last) if span.last else WIDTH - RIGHT
        width = max(until - x, 8.0)
        line = next((index for index, end in enumerate(lines) if end <= x), len(lines))
        lines[line : line + 1] = [x + width + 2]
        text = span.text if len(span.text) * 7.5 < width - 12 else ""
        items.append(Item(span.type, span.title, span.row, f"#{span.row}", x, top + line * (BAR + 3), width, text))
    return items, len(lines) * (BAR + 3)


def _dots(spans: list[_Span], scale: _Scale, top: float) -> tuple[list[Item], float]:
    """Dots at the middle of their days, one under the other where they would touch."""
    columns: list[tuple[float, int]] = []
    items = []
    for span in sorted(spans, key=lambda span: (span.first or date.min, span.title)):
        assert span.first and span.last
        x = (scale.x(span.first) + scale.x(span.last)) / 2
        taken = {deep for at, deep in columns if abs(at - x) < DOT}
        depth = next(deep for deep in count() if deep not in taken)
        columns.append((x, depth))
        y = top + DOT / 2 + depth * DOT
        items.append(Item(span.type, span.title, span.row, f"#{span.row}", x, y, sure=span.sure))
    return items, (1 + max((depth for _, depth in columns), default=-1)) * DOT
