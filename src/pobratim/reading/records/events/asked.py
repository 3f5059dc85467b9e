"""Days that one side asks the other to hold, or that may be, though nothing is settled: «предложил провести Дни Омска в
Бресте», «рассмотрели возможность проведения Дней Омска»."""

from __future__ import annotations

from collections.abc import Iterator

from pobratim.reading.records.event_names import EventName
from pobratim.reading.records.events.drafts import Draft, has_lemma, start_draft
from pobratim.reading.records.events.levels import nearer
from pobratim.reading.records.events.story import Story
from pobratim.reading.records.scenes import Scene
from pobratim.reading.triggers import needs

_PROPOSING = frozenset({"предложить", "предлагать", "предложение", "возможность", "мочь"})
_HOLDING = frozenset({"провести", "проводить", "организовать", "устроить", "проведение", "пройти", "состояться"})
_DAYS = frozenset({"день", "неделя", "декада", "месячник"})
_REACH = 24
"""Tokens from the asking to the days proposed."""


@needs(_PROPOSING)
def proposed_days(scene: Scene, story: Story) -> Iterator[Draft]:
    """«предложил провести Дни Омска в Бресте и Дни Бреста в Омске»: days with a name, of a place or of a thing."""
    asking = next(iter(scene.with_lemmas(_PROPOSING)), None)
    if asking is None:
        return
    for name in scene.event_names["days"]:
        if name.title is None or not asking < name.head < asking + _REACH or not has_lemma(scene, name.head, *_DAYS):
            continue
        if not any(asking < index < name.head for index in scene.with_lemmas(_HOLDING)):
            continue
        draft = start_draft(scene, "days", name.head, "event.proposed_days", 0.7, status="planned")
        if draft is None:
            continue
        draft.title, draft.place = name.title, _stage(scene, name)
        owners = [s.place for s in scene.stands if name.start <= s.start < name.end and s.role != "in"]
        asked = [nearer(scene, s) for s in scene.stands if s.kind in {"person", "delegation"} and s.role == "other"]
        others = [place for place in [*asked, *scene.stands_of_document.pair] if place != draft.place]
        draft.parties = _two([*owners[:1], *([draft.place] if draft.place else []), *others], scene)
        if len(draft.parties) == 2:
            yield draft


def _stage(scene: Scene, name: EventName) -> str | None:
    """«Дни Омска | в Бресте», «провести | в Бресте | Дни Омска»: within or behind the name, else before it."""
    inside = [s for s in scene.stands if s.kind == "place" and s.role == "in"]
    behind = [s.place for s in inside if s.start >= name.start]
    return next(iter(behind or [s.place for s in inside]), None)


def _two(places: list[str], scene: Scene) -> list[str]:
    """The first two that are no one side."""
    akin = scene.stands_of_document.akin
    first = places[:1]
    return [*first, *[place for place in places[1:] if not any(akin(place, one) for one in first)][:1]]
