"""Labels beside their dots, none over another: the busier place chooses first, one without room has none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

LETTER_PX, LINE_PX, GAP_PX, DOT_PX = 7.2, 16.0, 8.0, 5.0
HAIR = 1e-6
"""Boxes that only touch count as meeting: where one ends and the next begins, rounding may lay them over each other."""

BUSIEST = 5
"""So many places have a name that may lie over dots."""

PLACES = ((1, 0), (-1, 0), (0, -1), (0, 1), (1, -1), (1, 1), (-1, -1), (-1, 1))
"""Where a label may stand, the best first: which way across (east 1) and down (south 1) from the dot."""
Anchor = Literal["start", "middle", "end"]
ANCHORS: dict[int, Anchor] = {1: "start", 0: "middle", -1: "end"}

Box = tuple[float, float, float, float]
"""West, north, east, south."""


@dataclass(frozen=True, slots=True)
class Label:
    """Where a label stands, in the units of its dot."""

    x: float
    y: float
    anchor: Anchor


def placed(dots: list[tuple[str, float, float]], scale: float, within: Box) -> list[Label | None]:
    """A label for each (name, x, y), the first ones first; ``scale`` is units a pixel, ``within`` the view.

    A name lies over no other; over dots only one of the first, and over as few as can be.

    The same rule as in ``static/pobratim/js/map.js``, which places them anew after a zoom.
    """
    reach = DOT_PX * scale
    taken: list[Box] = [(x - reach, y - reach, x + reach, y + reach) for _, x, y in dots]
    labels: list[Label | None] = []
    for own, (name, x, y) in enumerate(dots):
        places = [
            (over, choice, label, box)
            for choice, (label, box) in enumerate(_choices(name, x, y, scale))
            if _inside(box, within)
            and not any(_meet(box, other) for other in taken[len(dots) :])
            and (not (over := _over(box, taken[: len(dots)], own)) or own < BUSIEST)
        ]
        if places:
            *_rest, label, box = min(places, key=lambda place: place[:2])
            taken.append(box)
            labels.append(label)
        else:
            labels.append(None)
    return labels


def _over(box: Box, dots: list[Box], own: int) -> int:
    """How many dots lie below it, but for its own."""
    return sum(_meet(box, dot) for index, dot in enumerate(dots) if index != own)


def _choices(name: str, x: float, y: float, scale: float) -> list[tuple[Label, Box]]:
    """Right, left, above, below, then the corners."""
    width, line, gap = len(name) * LETTER_PX * scale, LINE_PX * scale, GAP_PX * scale
    choices = []
    for across, down in PLACES:
        west = x + across * gap - (1 - across) / 2 * width
        north = y + down * (gap if across == 0 else line * 0.6) - (1 - down) / 2 * line
        anchor = ANCHORS[across]
        label = Label(
            west + {"start": 0, "middle": width / 2, "end": width}[anchor], north + line * 0.8, anchor
        )
        choices.append((label, (west, north, west + width, north + line)))
    return choices


def _inside(box: Box, view: Box) -> bool:
    return view[0] <= box[0] and view[1] <= box[1] and box[2] <= view[2] and box[3] <= view[3]


def _meet(a: Box, b: Box) -> bool:
    return a[0] < b[2] + HAIR and b[0] < a[2] + HAIR and a[1] < b[3] + HAIR and b[1] < a[3] + HAIR
