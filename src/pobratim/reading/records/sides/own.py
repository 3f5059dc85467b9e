"""The sides that stand in a document's own words: «соглашение между Омском и Брестом», «договор подписан с Лидой»."""

from __future__ import annotations

from pobratim.reading.once import once
from pobratim.reading.records.documents import DocumentName, document_between
from pobratim.reading.records.scenes import Scene
from pobratim.reading.records.sides.named import before_dash, named_sides
from pobratim.reading.records.sides.reach import brings_in_another
from pobratim.reading.records.stand import Stand


@once
def own_parties(scene: Scene, name: DocumentName, end: int) -> tuple[str, ...]:
    """Places and seats of authorities named inside the document's own words («между X и Y»)."""
    return tuple(dict.fromkeys(stand.place for stand in own_stands(scene, name, end)))


@once
def own_stands(scene: Scene, name: DocumentName, end: int) -> list[Stand]:
    """Who stands there for the places, in order."""
    first = _contrast_before(scene, name.first)
    start = scene.tokens[name.first if first is None else first].start
    inside = named_sides(scene, start, scene.tokens[end - 1].end)
    return inside if len({stand.place for stand in inside}) > 1 else [*inside, *_behind_verb(scene, end)]


@once
def _behind_verb(scene: Scene, end: int) -> list[Stand]:
    """«соглашения заключены | с Варной и Ошем», «договор подписан между Омском и Брестом»."""
    if end >= scene.sentence.last or not scene.clauses.has_verb(end, end + 1):
        return []
    last = scene.clauses.stretch_at(end)[1]
    last = next((i for i in range(end + 1, last) if brings_in_another(scene, i)), last)
    last = document_between(scene.context, end + 1, last) or last  # «совершается на основании | меморандума между …»
    behind = named_sides(scene, scene.tokens[end].end, scene.tokens[last - 1].end)
    return [stand for stand in behind if stand.role in {"with", "between"} and not before_dash(scene, stand)]


def _contrast_before(scene: Scene, index: int) -> int | None:
    """«меморандум с Омском, | а с Брестом – план»: where the words of the second document begin."""
    for position in range(index - 1, max(scene.sentence.first, index - _SHORT), -1):
        if scene.tokens[position].lower == "а" and scene.tokens[position - 1].text == ",":
            return position if scene.tokens[position + 1].lower in JOINING else None
    return None


_SHORT = 9
"""Tokens between «а» and the document it brings in."""
JOINING = frozenset({"с", "со", "между"})
