"""What a document has told so far: the journeys that later sentences speak of as «гости» or «визит».

A sentence names its guests by their place («делегация Омска») or counts on what was said before («гости
осмотрели …», «подписание состоялось накануне»). The story answers for the second kind.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from pobratim.reading.records.events.drafts import Draft
from pobratim.reading.records.events.levels import governed
from pobratim.reading.records.lexicon import events
from pobratim.reading.records.scenes import Scene
from pobratim.reading.records.statuses import Status

_NEAR = 4
"""Sentences within which «церемония», «встреча», «визит» mean the event told last."""


@dataclass(slots=True)
class Story:
    """The drafts in the order of the text; ``journeys`` are the visits of the whole document."""

    drafts: list[Draft] = field(default_factory=list)
    journeys: list[Draft] = field(default_factory=list)
    visits: dict[int, list[Draft]] = field(default_factory=dict)
    """Number of a sentence → the visits that it tells of."""
    opened: Draft | None = None
    """The happening told last whose guests the sentences after may name («В Омске откроется лагерь. Он примет …»)."""

    def journey(
        self, scene: Scene, guests: list[str] | None = None, status: Status | None = None
    ) -> Draft | None:
        """The visit that the sentence belongs to, of these guests: the last told before, else the first after."""
        fitting = [d for d in self.journeys if not guests or not set(guests).isdisjoint(d.parties[:-1])]
        return self._nearest(scene, fitting or [d for d in self.journeys if _from(scene, d, guests or [])], status)

    def journey_to(self, scene: Scene, hosts: list[str]) -> Draft | None:
        """The visit in which this one place is the host."""
        return self._nearest(scene, [d for d in self.journeys if hosts == [d.place]], None)

    def journey_between(self, scene: Scene, places: list[str], status: Status | None = None) -> Draft | None:
        """The visit in which these places are guests or host."""
        akin = scene.stands_of_document.akin
        fitting = [d for d in self.journeys if set(places) <= set(d.parties)]
        if not fitting and len(places) == 1:  # «глава Выборгского района принял гостей» in Выборг
            fitting = [d for d in self.journeys if sum(akin(places[0], party) for party in d.parties) == 1]
        return self._nearest(scene, fitting, status)

    def as_told(self, scene: Scene, places: list[str]) -> list[str]:
        """The places as the journeys, or else the pair the document is about, have them: the district that a town's
        guests came to is the town's side, but an oblast whose head acts stays one.
        """
        akin = scene.stands_of_document.akin
        kept = governed(scene)
        for parties in [*(journey.parties for journey in self.journeys), list(scene.stands_of_document.pair)]:
            told = [(place, next((party for party in parties if akin(place, party)), None)) for place in places]
            found = [place if party is not None and place in kept else party for place, party in told]
            known = list(dict.fromkeys(party for party in found if party is not None))
            if places and len(known) == len(places):
                return known
        return places

    def came_from(self, scene: Scene, place: str) -> bool:
        """Do the guests of some journey come from the place, from inside it or from where it lies?"""
        return any(_from(scene, journey, [place]) for journey in self.journeys)

    def _nearest(self, scene: Scene, journeys: list[Draft], status: Status | None) -> Draft | None:
        fitting = [draft for draft in journeys if draft.status != "cancelled" and len(draft.parties) >= 2]
        fitting = [draft for draft in fitting if draft.status == status] or fitting
        main = [draft for draft in fitting if not draft.background] or fitting
        before = [draft for draft in main if draft.evidence[0][0] <= scene.sentence.start]
        return before[-1] if before else next(iter(main), None)

    def last(self, scene: Scene, *kinds: str, within: int = _NEAR, dated: bool = False) -> Draft | None:
        """The event of these kinds told last, a few sentences back at most."""
        for draft in reversed(self.drafts):
            sentence = scene.context.sentence_at(draft.evidence[-1][0])
            if sentence.index < scene.sentence.index - within:
                return None
            if dated and draft.date is None:
                continue
            if sentence.index < scene.sentence.index and draft.kind in kinds and draft.status != "cancelled":
                return draft
        return None


def _from(scene: Scene, journey: Draft, places: list[str]) -> bool:
    """Do its guests, and not its hosts, belong to one of the places?"""
    akin = scene.stands_of_document.akin
    return any(
        any(akin(place, guest) for guest in journey.parties[:-1]) and not akin(place, journey.parties[-1])
        for place in places
    )


def speaks_of_guests(scene: Scene) -> bool:
    """«гости», «делегация», «участники поездки», «они»: those who came, whoever they are."""
    for token in scene.tokens[scene.sentence.first : scene.sentence.last]:
        if token.word is not None and token.word.lemmas & events().guests:
            return True
    return False
