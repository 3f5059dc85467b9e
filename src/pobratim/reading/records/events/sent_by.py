"""Who sends the guests told of: «(В Омск приедут пять делегаций.) Их направят города-побратимы: Ниш, Брест …»."""

from __future__ import annotations

from collections.abc import Iterator

from pobratim.reading.records.events.drafts import Draft
from pobratim.reading.records.events.followups import again
from pobratim.reading.records.events.story import Story
from pobratim.reading.records.events.where import nearest
from pobratim.reading.records.lexicon import listed
from pobratim.reading.records.scenes import Scene
from pobratim.reading.records.stand import Stand
from pobratim.reading.triggers import needs

_SENDING = frozenset({"направить", "направлять", "прислать", "присылать", "послать", "делегировать"})
_SENT = listed("guests", "sent")
_BACK = 2
"""Sentences back to the guests' coming."""


@needs(_SENDING)
def sent_by(scene: Scene, story: Story) -> Iterator[Draft]:
    """«Своих посланцев направят Ниш (Сербия) и Брест»: the guests of the visit and of the feast told just before."""
    if scene.speaker is not None or not scene.with_lemmas(_SENT) or any(s.role in {"in", "to"} for s in scene.stands):
        return
    acting = [s for s in scene.stands if s.kind == "place" and s.role == "other" and _is_subject(scene, s)]
    senders = nearest(scene, [stand.place for stand in acting])
    akin = scene.stands_of_document.akin
    for kind in ("visit", "days", "forum"):
        told = story.last(scene, kind, within=_BACK)
        place = told.place if told is not None else None
        if told is None or place is None or told.parties[-1] != place:
            continue
        coming = [sender for sender in senders if not akin(sender, place)]
        if coming:
            draft = again(scene, told, told.rule if kind == "visit" else "event.joined", [])
            draft.parties = [*dict.fromkeys([*told.parties[:-1], *coming]), place]
            yield draft


def _is_subject(scene: Scene, stand: Stand) -> bool:
    """Can the name be a nominative?"""
    if scene.tokens[scene.index_at(stand.start)].may_be_case("nomn"):
        return True
    return scene.context.text((stand.start, stand.end)) == scene.context.by_id[stand.place].name  # «Ниш»
