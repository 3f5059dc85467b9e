"""Calibration: of the records with a confidence of .8, are about 80 % right?

The expected calibration error is the mean distance, over ten bins of confidence weighted by their records,
between the mean confidence and the share of records that are right.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

BINS = 10


@dataclass(frozen=True)
class Bin:
    low: float
    high: float
    records: int
    confidence: float
    """The mean of its records."""
    right: float
    """The share of its records that are right."""


def bins(judged: Sequence[tuple[float, bool]]) -> list[Bin]:
    """Confidence and rightness sorted into ten bins of equal width; empty ones are left out."""
    found = []
    for number in range(BINS):
        members = [(c, right) for c, right in judged if min(int(c * BINS), BINS - 1) == number]
        if members:
            mean = sum(c for c, _ in members) / len(members)
            right = sum(right for _, right in members) / len(members)
            found.append(Bin(number / BINS, (number + 1) / BINS, len(members), mean, right))
    return found


def expected_error(judged: Sequence[tuple[float, bool]]) -> float:
    """The expected calibration error; 0 where there is nothing."""
    return sum(b.records * abs(b.confidence - b.right) for b in bins(judged)) / max(1, len(judged))


def diagram(found: Sequence[Bin]) -> Iterator[str]:
    """The reliability of each bin as a line of text: `#` is how many are right, `|` what confidence says."""
    width = 40
    for one in found:
        line = ["#" if place < round(one.right * width) else "." for place in range(width + 1)]
        line[round(one.confidence * width)] = "|"
        yield (
            f"  {one.low:.1f}–{one.high:.1f} {''.join(line)} "
            f"said {one.confidence:.2f}, right {one.right:.2f} of {one.records}"
        )


_SIDE, _EDGE = 400, 50
"""Of the plot and its margins, in pixels."""


def picture(found: Sequence[Bin], title: str) -> str:
    """The reliability plot as SVG: bars of what is right, the diagonal of what should be."""
    whole = _SIDE + 2 * _EDGE
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{whole}" height="{whole}" font-family="sans-serif">',
        f'<rect width="{whole}" height="{whole}" fill="white"/>',
        _text(0.5, 1.06, title, 16),
        _text(0.5, -0.1, "confidence", 12),
    ]
    for one in found:
        left, top, width, height = _x(one.low), _y(one.right), _x(one.high) - _x(one.low), one.right * _SIDE
        parts += [
            f'<rect x="{left:.1f}" y="{top:.1f}" width="{width:.1f}" height="{height:.1f}" fill="#7aa6c2"/>',
            f'<circle cx="{_x(one.confidence):.1f}" cy="{top:.1f}" r="4" fill="#b03a2e"/>',
            _text(one.confidence, one.right + 0.02, str(one.records), 10),
        ]
    frame = f"M{_x(0)} {_y(0)} L{_x(1)} {_y(1)} M{_x(0)} {_y(1)} V{_y(0)} H{_x(1)}"
    parts.append(f'<path d="{frame}" fill="none" stroke="black"/>')
    for tenth in range(0, BINS + 1, 2):
        value = tenth / BINS
        parts += [_text(value, -0.05, str(value), 11), _text(-0.05, value - 0.01, str(value), 11)]
    return "\n".join((*parts, "</svg>\n"))


def _x(value: float) -> float:
    return _EDGE + value * _SIDE


def _y(value: float) -> float:
    return _EDGE + (1 - value) * _SIDE


def _text(x: float, y: float, words: str, size: int) -> str:
    where = f'x="{_x(x):.1f}" y="{_y(y):.1f}" font-size="{size}" text-anchor="middle"'
    return f"<text {where}>{escape(words)}</text>"
