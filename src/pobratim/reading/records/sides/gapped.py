"""The same document with others, its verb left out: «соглашение с Омском – с 1999 года, с Брестом – с 1997-го»."""

from __future__ import annotations

from itertools import zip_longest

from pobratim.reading.records.documents import DocumentName
from pobratim.reading.records.scenes import Scene
from pobratim.reading.records.sides.named import before_dash, named_sides
from pobratim.reading.records.sides.own import own_stands
from pobratim.reading.records.stand import Stand


def gapped_pairs(scene: Scene, name: DocumentName, end: int, parties: tuple[str, ...]) -> list[tuple[str, ...]]:
    """The same document with or between others, whose verb is left out: «Соглашение с Омском действует с 1999 года,
    | с Брестом — с 1997-го», «Омск заключил договор с Брестом, | Тара – с Лидой»."""
    own = own_stands(scene, name, end)
    if len(parties) != 2 or len(own) != 1 or own[0].role != "with":
        return []
    hub = next(place for place in parties if place != own[0].place)
    further = [stand for stand in named_sides(scene, *scene.span) if stand.start > own[0].end]
    each: list[tuple[str, ...]] = []
    subject: Stand | None = None
    for stand, following in zip_longest(further, further[1:]):
        if stand.role != "with":
            opens = following is not None and following.role == "with" and _leads_to_with(scene, stand)
            subject = stand if opens else None
        elif subject is not None:
            each.append((subject.place, stand.place))
    if each:
        return each
    joined = [stand for stand in further if stand.role == "with" and stand.place not in parties]
    return [(hub, stand.place) for stand in joined if before_dash(scene, stand)]


def _leads_to_with(scene: Scene, stand: Stand) -> bool:
    """«Тара | – с Лидой», «Тара | с Лидой»."""
    following = scene.context.tokens_in(stand.end, min(scene.sentence.end, stand.end + 3))
    return before_dash(scene, stand) or [token.lower for token in following[:1]] in (["с"], ["со"])
