"""A tie told by the word of a sentence: between whom, since when, in which state; a record a pair."""

from __future__ import annotations

from collections.abc import Iterator

from pobratim.model.reading import Partnership
from pobratim.reading.records.clauses import span_between
from pobratim.reading.records.scenes import Scene
from pobratim.reading.records.sides.named import named_sides
from pobratim.reading.records.ties.lists import Told
from pobratim.reading.records.ties.pair import Pair
from pobratim.reading.records.ties.places import pairs_of
from pobratim.reading.records.ties.standing import is_denied, status_of
from pobratim.reading.records.ties.times import UNKNOWN, Since, compared_with, since_of


def tie_told(scene: Scene, index: int, kind: str, rule: str, confidence: float) -> Iterator[Told]:
    """What the word at ``index`` tells of each pair that it joins; nothing where it is denied."""
    if is_denied(scene, index):
        return
    pairs = pairs_of(scene, index, kind)
    if _is_of_countries(scene, index):
        by_id = scene.context.by_id
        pairs = [pair for pair in pairs if any(by_id[place].type == "country" for place in pair.parties)]
    status, strength = status_of(scene, index)
    since = since_of(scene, index, status)
    several_days = len([d for d in scene.context.dates_in(*scene.span) if d.kind == "point"]) > 1
    if len(pairs) > 1 and (several_days or any(pair.date for pair in pairs)):
        since = UNKNOWN  # which day belongs to which pair cannot be told
    compared = set(compared_with(scene))
    for pair in pairs:
        dated = status != "planned" and compared.isdisjoint(pair.parties)
        day = _of_pair(pair, since) if dated else UNKNOWN
        yield Told(
            Partnership(
                parties=pair.parties,
                kind=kind,  # type: ignore[arg-type]
                since=day.edtf,
                since_basis=day.basis,
                status=status,
                evidence=(scene.span,),
                confidence=confidence if pair.sure else confidence - 0.12,
                rule=rule,
            ),
            strength,
        )


def _is_of_countries(scene: Scene, index: int) -> bool:
    """«между Россией и Китаем уже 75 лет дружбы»: of no other places that the document is about."""
    named = named_sides(scene, *span_between(scene, *scene.clauses.stretch_at(index)))
    between = {stand.place for stand in named if stand.role == "between"}
    own = between or {stand.place for stand in named if stand.role != "in"}
    return len(own) > 1 and all(scene.context.by_id[place].type == "country" for place in own)


def _of_pair(pair: Pair, since: Since) -> Since:
    return Since(pair.date.edtf, pair.date.basis) if pair.date is not None else since
