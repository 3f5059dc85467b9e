"""«Гостями Бреста стали представители Омска»: a visit that no verb of travelling tells."""

from __future__ import annotations

from collections.abc import Iterator

from pobratim.reading.records.events.drafts import Draft, start_draft
from pobratim.reading.records.events.guests import guests_of, travellers
from pobratim.reading.records.events.story import Story
from pobratim.reading.records.scenes import Scene

_GUEST = frozenset({"гость"})
_BECOMING = frozenset({"стать"})
_BECAME = 5
"""Tokens between «гостями» and «стали»."""


def may_come_as_guests(scene: Scene) -> bool:
    """Do the words for it stand in the sentence at all?"""
    return bool(scene.with_lemmas(_GUEST) and scene.with_lemmas(_BECOMING))


def as_guests(scene: Scene, story: Story) -> Iterator[Draft]:
    """«Гостями | Бреста | стали представители Омска», «гостями | брестчан | стали …»."""
    for index in scene.with_lemmas(_GUEST):
        word, start = scene.tokens[index].word, {token.start for token in scene.tokens[index : index + 2]}
        host = next((s.place for s in scene.stands if s.kind == "delegation" and s.start in start), None)
        became = next((at for at in scene.with_lemmas(_BECOMING) if abs(at - index) <= _BECAME), None)
        if host is None or became is None or word is None or not word.is_case("ablt"):
            continue
        draft = start_draft(scene, "visit", became, "event.visit_verb", 0.88)
        guests = [guest for guest in guests_of(scene, became, host) if not scene.stands_of_document.akin(guest, host)]
        if draft is not None and guests:
            draft.parties, draft.place, draft.sure = [*guests, host], host, True
            draft.participants = travellers(scene, became, guests, host)
            yield draft
