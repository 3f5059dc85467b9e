"""Growth as a picture: one line a figure over the number of documents, both scales logarithmic. SVG, no library."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

Points = Sequence[tuple[float, float]]

_WIDTH, _HEIGHT, _MARGIN = 640, 360, 60
_LINE = 13
"""Between two names of lines that end at one height."""
_INKS = ("#1f5fa8", "#b2431c", "#2f7d4f", "#7a4fa0", "#999999", "#555555")


def plot(lines: Mapping[str, Points], across: str) -> str:
    """The picture; values must be above 0."""
    xs = [x for points in lines.values() for x, _ in points]
    ys = [y for points in lines.values() for _, y in points]
    place_x, place_y = _scale(xs, _MARGIN, _WIDTH - 170), _scale(ys, _HEIGHT - _MARGIN, 20)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" font-family="sans-serif" '
        'font-size="12"><rect width="100%" height="100%" fill="#fff"/>'
    ]
    for power in _powers(xs):
        x = place_x(power)
        parts.append(f'<line x1="{x:.1f}" x2="{x:.1f}" y1="20" y2="{_HEIGHT - _MARGIN}" stroke="#ddd"/>'
                     f'<text x="{x:.1f}" y="{_HEIGHT - 40}" text-anchor="middle">{power:g}</text>')
    for power in _powers(ys):
        y = place_y(power)
        parts.append(f'<line x1="{_MARGIN}" x2="{_WIDTH - 170}" y1="{y:.1f}" y2="{y:.1f}" stroke="#ddd"/>'
                     f'<text x="{_MARGIN - 6}" y="{y + 4:.1f}" text-anchor="end">{power:g}</text>')
    ends = sorted((place_y(points[-1][1]), name) for name, points in lines.items())
    named: dict[str, float] = {}
    for y, name in ends:
        named[name] = max([y, *(other + _LINE for other in named.values())])
    for (name, points), ink in zip(lines.items(), _INKS, strict=False):
        placed = [(place_x(x), place_y(y)) for x, y in points]
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in placed)
        parts.append(f'<polyline points="{path}" fill="none" stroke="{ink}" stroke-width="2"/>')
        parts += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{ink}"/>' for x, y in placed]
        x, y = placed[-1][0], named[name]
        parts.append(f'<text x="{x + 8:.1f}" y="{y + 4:.1f}" fill="{ink}">{escape(name)}</text>')
    parts.append(f'<text x="{_WIDTH / 2 - 60}" y="{_HEIGHT - 14}" text-anchor="middle">{escape(across)}</text></svg>')
    return "\n".join(parts) + "\n"


def _scale(values: Sequence[float], start: float, end: float):  # type: ignore[no-untyped-def]
    low, high = math.log10(min(_powers(values))), math.log10(max(_powers(values)))
    return lambda value: start + (math.log10(value) - low) / ((high - low) or 1) * (end - start)


def _powers(values: Sequence[float]) -> list[float]:
    """The powers of ten from below the least value to above the greatest."""
    first, last = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))
    return [10.0**power for power in range(first, max(last, first + 1) + 1)]
