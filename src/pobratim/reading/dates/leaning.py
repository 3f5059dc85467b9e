"""How far from the year of an undated text its dates lie: «24 июня» in it, «24 июня прошлого года» one year before."""

from __future__ import annotations

import re

from pobratim.reading.dates import words as w
from pobratim.reading.dates.scene import Scene, Value


def years_from_now(match: re.Match[str], value: Value, scene: Scene) -> int | None:
    """How many years from the text's own the date lies, where that year is all that is missing; else None."""
    if value.years is not None or (scene.anchor is not None and not scene.anchor.yearless):
        return value.years
    if value.edtf is None or not value.edtf.startswith("XXXX"):
        return None
    tail = match.groupdict()
    if tail.get("step"):
        return w.step(tail["step"])
    if tail.get("same") or scene.tells_of_years_before(match.start()):
        return None  # «15 мая того же года», «В 2019 году прошёл форум. 15 мая …»
    return 0
