"""Ties told year by year, their verb said once: «В 1966 году Омск породнился с Варной, в 1985-м – с Гданьском»."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pobratim.reading.context import DateMention
from pobratim.reading.records.scenes import Scene
from pobratim.reading.records.sides.hubs import is_adjective, outer_hub, owns, possessor_of
from pobratim.reading.records.sides.named import named_sides
from pobratim.reading.records.stand import Stand, first_of_each
from pobratim.reading.records.ties.pair import Pair
from pobratim.reading.text.segments import STROKES

_OPENING = frozenset({",", ";", ":", "а", "и"})
_JOINING = frozenset({"с", "со"})


@dataclass(frozen=True, slots=True)
class _Gapped:
    """«, в 1985-м – с Гданьском»: where it begins, whom it names and when."""

    start: int
    stand: Stand
    date: DateMention
    joined: bool
    """Is the place «с» the hub?"""


def told_by_years(scene: Scene, index: int) -> list[Pair]:
    """The pairs of such a sentence, each with its year; [] of any other."""
    further = list(_gapped(scene))
    if not further:
        return []
    named = first_of_each(named_sides(scene, scene.sentence.start, further[0].start))
    by_id, listed = scene.context.by_id, {gapped.stand.place for gapped in further}
    named = [stand for stand in named if by_id[stand.place].type != "country" and stand.place not in listed]
    first = _first_twin(scene, index, named, further[0])
    owner = possessor_of(scene, index, named)
    if owner is not None and not further[0].joined and not _is_owner(scene, further[0].stand):
        first = next((stand for stand in named if stand is not owner), None)  # «Тара стала побратимом | Омска»
    hubs = [stand.place for stand in named if stand is not first]
    hub = hubs[0] if len(hubs) == 1 else None
    if not hubs:
        hub = scene.speaker_place or outer_hub(scene, [*listed, *([first.place] if first else [])])
    if hub is None:
        return []
    pairs = [Pair((hub, gapped.stand.place), date=gapped.date) for gapped in further if gapped.stand.place != hub]
    dates = scene.context.dates_in(scene.sentence.start, further[0].start)
    days = [date for date in dates if date.edtf and date.kind in {"point", "since"}]
    if first is not None:
        pairs.insert(0, Pair((hub, first.place), date=days[0] if len(days) == 1 else None))
    return pairs


def _first_twin(scene: Scene, index: int, named: list[Stand], like: _Gapped) -> Stand | None:
    """The twin that the main clause names, told as the further ones are: «с Варной», «(побратимом Омска стала) Варна»,
    «(Омск стал побратимом) Варны, в 1985 году – Гданьска»."""
    if like.joined:
        return next((stand for stand in named if stand.role == "with"), None)
    owner = possessor_of(scene, index, named) or next((stand for stand in named if owns(scene, stand)), None)
    if owner is not None and _is_owner(scene, like.stand):
        return owner
    others = [stand for stand in named if stand is not owner]
    return others[0] if len(others) == 1 else None


def _is_owner(scene: Scene, stand: Stand) -> bool:
    """Does the name stand in the genitive and cannot be a nominative?"""
    word = scene.context.tokens_in(stand.start, stand.end)[-1].word
    cases = word.cases if word is not None else set()
    return "gent" in cases and "nomn" not in cases


def _gapped(scene: Scene) -> Iterator[_Gapped]:
    """The date, the dash that stands for the verb, and the place behind it."""
    for index in range(scene.sentence.first + 1, scene.sentence.last - 1):
        if scene.tokens[index].text not in STROKES:
            continue
        date = next((d for d in scene.dates if _ends_at(scene, d, index)), None)
        if date is None or not date.edtf or date.kind not in {"point", "since"}:
            continue
        opening = scene.index_at(date.start) - 1
        while opening > scene.sentence.first and scene.tokens[opening].lower in {"в", "во", "с"}:
            opening -= 1
        at = index + 1
        joined = scene.tokens[at].lower in _JOINING
        while at < scene.sentence.last - 1 and (
            is_adjective(scene, at) or scene.tokens[at].lower in _JOINING or scene.tokens[at].lemma == "город"
        ):
            at += 1
        stand = next((s for s in scene.stands if s.start == scene.tokens[at].start and s.kind == "place"), None)
        if stand is not None and scene.tokens[opening].lower in _OPENING:
            yield _Gapped(scene.tokens[opening].start, stand, date, joined)


def _ends_at(scene: Scene, date: DateMention, index: int) -> bool:
    """Does the date stand right before the token?"""
    return date.end <= scene.tokens[index].start and not scene.context.tokens_in(date.end, scene.tokens[index].start)
