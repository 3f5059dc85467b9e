"""The dates of the members of a list: «Пуатье (с 1970 года), Ханау (1987)», «с Варной – в 1992-м»."""

from __future__ import annotations

import re

from pobratim.reading.context import DateMention
from pobratim.reading.records.clauses import span_between
from pobratim.reading.records.scenes import Scene
from pobratim.reading.records.sides.named import only_locates
from pobratim.reading.records.stand import Stand


def date_beside(scene: Scene, stand: Stand, following: Stand | None) -> DateMention | None:
    """«Пуатье (с 1970 года), Ханау (1987)», «Люденшайд (Германия) – с 1991 года»: the date of one of a list."""
    own = span_between(scene, *scene.clauses.stretch_at(scene.index_at(stand.start)))
    end = min(following.start if following is not None else scene.sentence.end, own[1])
    dates = [d for d in scene.context.dates_in(stand.end, end) if d.edtf and d.kind in {"since", "point"}]
    for date in dates:
        between = scene.context.text((stand.end, date.start))
        if "(" in between and ")" not in between:
            return date
        dashed = re.fullmatch(r"\s*[-–—]\s*(?:в|во|с|со)?\s*", between) is not None
        if dashed or (date.kind == "since" and _BESIDE.fullmatch(between)):
            return date
    return None


_BESIDE = re.compile(r"[\s,]*(?:\([^()]*\))?\s*(?:\([^()]*|[-–—][^,;]*|)")
"""Between a place and its date: «Пуатье (с …», «Ханау (Германия) – с …», «Уфа с …»."""


def date_until(scene: Scene, stand: Stand, following: Stand | None) -> DateMention | None:
    """«с Варной связи установлены | в 1990 году, | с Ошем – в 1992-м»: of the first the verb stands between."""
    if stand.role != "with" or following is None or following.role != "with":
        return None
    dates = [d for d in scene.context.dates_in(stand.end, following.start) if d.edtf and d.kind in {"since", "point"}]
    return dates[0] if len(dates) == 1 else None


def date_of_listed(scene: Scene, place: str) -> DateMention | None:
    """The date beside the place in a list that names no hub."""
    stands = list(scene.stands)
    for number, stand in enumerate(stands):
        if stand.place == place:
            following = next((s for s in stands[number + 1 :] if not only_locates(scene, s)), None)
            return date_beside(scene, stand, following)
    return None
