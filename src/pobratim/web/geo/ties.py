"""The ties of a register as arcs on the map, each dot and label in its place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from math import hypot

from pobratim.register.rows import Place, Register
from pobratim.web.geo.labels import Label, placed
from pobratim.web.geo.projection import FRAME, on_map, project
from pobratim.web.ties import TieLine

WIDTH_PX, HEIGHT_PX = 1120, 520
"""The size for which the map is laid out; a script lays it out again for another one."""
LEAST_VIEW = (-3350.0, -1000.0, 1400.0, 1200.0)
"""Belarus and the European part of Russia with the Urals: what is seen where there are few ties."""
FONT_PX = 13
MARGIN = 0.09
MOST_SHARE = 0.9
"""Of what is known of all ties: the places that hold so much are seen at first, where that shows them much larger
(`LARGER`). A twin town at the Pacific else makes the towns of Belarus one blot."""
LARGER = 0.8
MOST = 250
BEND, BEND_FARTHER = 0.08, 0.000018
"""How far an arc bows, as a share of its length, and how much more for each kilometre: arcs that leave one
place in one direction part from each other."""


Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Arc:
    """One tie as a curve."""

    line: TieLine
    path: str
    top: Point
    """The middle of the curve."""

    @property
    def weight(self) -> int:
        return step(self.line.activity)


@dataclass(frozen=True, slots=True)
class Dot:
    """One place."""

    place: Place
    x: float
    y: float
    weight: int
    radius: int
    label: Label | None = None


@dataclass(frozen=True, slots=True)
class TieMap:
    """The whole picture, in kilometres of the projection."""

    view: tuple[int, int, int, int]
    """x, y, width, height of what is seen at first."""
    whole: tuple[int, int, int, int]
    """The same of all."""
    scale: float
    """Kilometres a pixel at the laid-out size."""
    arcs: tuple[Arc, ...]
    dots: tuple[Dot, ...]
    beyond: tuple[str, ...]
    """Places of ties that lie outside the map or whose position is not known."""
    far: tuple[str, ...]
    """Places that are not seen at first."""
    near: frozenset[str]
    """The countries (ISO 3166) that have a place on it."""
    left_out: int = 0
    """How many ties, the quietest, are not on it: more lines than `MOST` nobody could tell apart."""

    @property
    def viewbox(self) -> str:
        return " ".join(map(str, self.view))

    @property
    def whole_viewbox(self) -> str:
        """The ``viewBox`` of all."""
        return " ".join(map(str, self.whole))

    @property
    def font(self) -> int:
        """The size of labels."""
        return round(FONT_PX * self.scale)

    @property
    def countries(self) -> tuple[str, ...]:
        """Every country that has a shape."""
        return shapes()


def tie_map(ties: Sequence[TieLine], register: Register) -> TieMap:
    """The map of ties, the busiest first, with their places; the busiest are drawn last, over the others."""
    shown = ties[:MOST]
    places, beyond = _positions(shown, register)
    lines = [line for line in reversed(shown) if all(party in places for party in line.tie.parties)]
    arcs = [_arc(line, *(places[party] for party in line.tie.parties)) for line in lines]
    weights: Counter[str] = Counter()
    for line in lines:
        weights.update(dict.fromkeys(line.tie.parties, line.activity))
    whole = _view([*(places[party] for party in weights), *(arc.top for arc in arcs)])
    close = _close(places, weights)
    tops = [arc.top for arc in arcs if close.issuperset(arc.line.tie.parties)]
    view = _view([*(places[party] for party in close), *tops])
    if view[2] > whole[2] * LARGER:
        view, close = whole, set(weights)
    scale = view[2] / WIDTH_PX
    dots = [
        Dot(_place(register, party), *places[party], step(weight), round((2 + 0.7 * step(weight)) * scale))
        for party, weight in sorted(weights.items(), key=lambda item: (-item[1], item[0]))
    ]
    x, y, width, height = view
    labels = placed([(dot.place.name, dot.x, dot.y) for dot in dots], scale, (x, y, x + width, y + height))
    dots = [replace(dot, label=label) for dot, label in zip(dots, labels, strict=True)]
    near = frozenset(dot.place.country for dot in dots if dot.place.country)
    far = tuple(dot.place.id for dot in dots if not _within((dot.x, dot.y), view))
    return TieMap(view, whole, scale, tuple(arcs), tuple(dots), tuple(beyond), far, near, len(ties) - len(shown))


@cache
def shapes() -> tuple[str, ...]:
    """The ids in ``land.svg``, as `make_shapes` wrote them."""
    land = resources.files("pobratim.web") / "static" / "pobratim" / "map" / "land.svg"
    return tuple(re.findall(r'<path id="([^"]+)"', land.read_text(encoding="utf-8")))


def _place(register: Register, party: str) -> Place:
    place = register.get(party)
    assert isinstance(place, Place)
    return place


def _positions(lines: Sequence[TieLine], register: Register) -> tuple[dict[str, Point], list[str]]:
    """Where the places of ties lie on the map, and those that do not."""
    found, beyond = {}, []
    for party in sorted({party for line in lines for party in line.tie.parties}):
        place = register.get(party)
        if not isinstance(place, Place):
            continue
        point = project(place.lon, place.lat) if place.lat is not None and place.lon is not None else None
        if point and on_map(*point):
            found[party] = point
        else:
            beyond.append(party)
    return found, beyond


def step(count: int) -> int:
    """1 to 5, the width of a line; each step takes about twice as much."""
    return min(5, max(1, count).bit_length())


def _arc(line: TieLine, start: Point, end: Point) -> Arc:
    """A flat arc that bends to the north."""
    (x1, y1), (x2, y2) = sorted((start, end))
    bend = BEND + hypot(x2 - x1, y2 - y1) * BEND_FARTHER
    bend_x, bend_y = (x1 + x2) / 2 + (y2 - y1) * bend, (y1 + y2) / 2 - (x2 - x1) * bend
    top = (x1 + 2 * bend_x + x2) / 4, (y1 + 2 * bend_y + y2) / 4
    return Arc(line, f"M{x1:.0f} {y1:.0f}Q{bend_x:.0f} {bend_y:.0f} {x2:.0f} {y2:.0f}", top)


def _close(places: Mapping[str, Point], weights: Mapping[str, int]) -> set[str]:
    """The places that are seen at first: the outermost go as long as the others hold `MOST_SHARE` of what is known.

    The place goes first that makes the frame most smaller for what is known of it.
    """
    close, spare = set(weights), sum(weights.values()) * (1 - MOST_SHARE)
    while True:
        now = _area(places[party] for party in close)
        gain = {
            party: (now - _area(places[one] for one in close if one != party)) / weights[party]
            for party in _outermost(places, close) if weights[party] <= spare
        }
        if not any(gain.values()):
            return close
        goes = max(sorted(gain), key=gain.__getitem__)
        close.discard(goes)
        spare -= weights[goes]


def _outermost(places: Mapping[str, Point], parties: Iterable[str]) -> set[str]:
    """The westernmost, easternmost, northernmost and southernmost of them."""
    west_east = sorted(parties, key=lambda party: (places[party], party))
    north_south = sorted(west_east, key=lambda party: places[party][1])
    return {*west_east[:1], *west_east[-1:], *north_south[:1], *north_south[-1:]}


def _area(points: Iterable[Point]) -> float:
    """Square kilometres of the frame about the points and what is always seen."""
    xs, ys = zip(*points, LEAST_VIEW[:2], LEAST_VIEW[2:], strict=True)
    return (max(xs) - min(xs)) * (max(ys) - min(ys))


def _within(point: Point, view: tuple[int, int, int, int]) -> bool:
    (px, py), (x, y, width, height) = point, view
    return x <= px <= x + width and y <= py <= y + height


def _view(points: list[Point]) -> tuple[int, int, int, int]:
    """The part of the map that shows all points, no less than `LEAST_VIEW`, in the shape of the panel."""
    west, north, east, south = LEAST_VIEW
    for x, y in points:
        west, north, east, south = min(west, x), min(north, y), max(east, x), max(south, y)
    width, height = (east - west) * (1 + 2 * MARGIN), (south - north) * (1 + 2 * MARGIN)
    shape = WIDTH_PX / HEIGHT_PX
    width, height = max(width, height * shape), max(height, width / shape)
    x, y = (west + east - width) / 2, (north + south - height) / 2
    y = max(y, FRAME[1]) if height < FRAME[3] - FRAME[1] else y
    return round(x), round(y), round(width), round(height)
