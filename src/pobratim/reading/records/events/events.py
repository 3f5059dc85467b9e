"""Events: meetings, visits, tours, signings, forums, days of cities.

Each rule looks at one sentence and yields what it tells; sentences that speak of «гости» or «визит» ask the
story told so far. `merging` then makes one event of what is told several times.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pobratim.model.reading import Event, Quote
from pobratim.reading.context import Context
from pobratim.reading.records.events.actions import action
from pobratim.reading.records.events.as_guests import as_guests
from pobratim.reading.records.events.asked import proposed_days
from pobratim.reading.records.events.assembled import gathered, where_guests_came
from pobratim.reading.records.events.attending import attending
from pobratim.reading.records.events.called_off import called_off
from pobratim.reading.records.events.days_told import look_back, reckon_day
from pobratim.reading.records.events.delegates_named import composition
from pobratim.reading.records.events.drafts import Draft
from pobratim.reading.records.events.exchanges import exchange, mutual, sending
from pobratim.reading.records.events.first_person import as_said
from pobratim.reading.records.events.followups import ceremony, joining, represented
from pobratim.reading.records.events.frames import gather, reception
from pobratim.reading.records.events.gatherings import city_day, days, forum
from pobratim.reading.records.events.invitations import invited
from pobratim.reading.records.events.meetings import meeting_noun, meeting_verb
from pobratim.reading.records.events.merging import merge_events
from pobratim.reading.records.events.sent_by import sent_by
from pobratim.reading.records.events.signings_apart import signings
from pobratim.reading.records.events.sittings import sitting
from pobratim.reading.records.events.story import Story
from pobratim.reading.records.events.talks import meetings_with, talks, welcome
from pobratim.reading.records.events.talks_again import met_before, they_talked
from pobratim.reading.records.events.talks_of_guests import talks_of_guests
from pobratim.reading.records.events.talks_of_sides import talks_of_places, talks_of_sides, talks_on_visit
from pobratim.reading.records.events.tie_feasts import shared_feast, tie_feast
from pobratim.reading.records.events.tours import shown, tour
from pobratim.reading.records.events.visits import returning, tells_of_journey, visit_noun, visit_verb, working
from pobratim.reading.records.scenes import Scene, scenes
from pobratim.reading.records.stands import Stands
from pobratim.reading.text.furniture import is_furniture
from pobratim.reading.triggers import Gate


def find_events(context: Context, stands: Stands, quotes: list[Quote]) -> list[Event]:
    """The events of a document, each once."""
    told = [scene for scene in scenes(context, stands, quotes) if not _is_caption(context, scene)]
    told = as_said(context, stands, told)
    story = Story()
    story.journeys = _frames(context, stands, told, story)
    for scene in told:
        for rule in _GATE.open_for(context, scene.sentence):
            for draft in rule(scene, story):
                if _tells_enough(stands, draft):
                    where_guests_came(scene, story, draft)
                    reckon_day(scene, story, draft)
                    look_back(scene, story, draft)
                    story.drafts.append(draft)
    drafts = [*story.drafts, *story.journeys]
    return [_event(draft) for draft in merge_events(context, stands, drafts)]


def _is_caption(context: Context, scene: Scene) -> bool:
    """«Фото: пресс-служба. Дни Омска в Бресте, 2023 год»: a paragraph of the page, not of the article."""
    paragraph = context.layout.paragraphs[scene.sentence.paragraph]
    starts = {scene.sentence.start, paragraph.start}
    return any(is_furniture(context.layout.text, start) for start in starts)


def _frames(context: Context, stands: Stands, told: list[Scene], story: Story) -> list[Draft]:
    """Who came where: what sentences say outright first, then what others leave open, as the first have it."""
    received = [draft for scene in told for draft in reception(scene, story)]
    moving = [scene for scene in told if tells_of_journey(scene)]
    outright = [draft for scene in moving for rule in JOURNEY_RULES for draft in rule(scene, story) if draft.sure]
    story.journeys = gather(context, stands, [*outright, *received])
    for scene in moving:
        story.visits[scene.sentence.index] = [draft for rule in JOURNEY_RULES for draft in rule(scene, story)]
    return gather(context, stands, [*(draft for drafts in story.visits.values() for draft in drafts), *received])


def visits(scene: Scene, story: Story) -> Iterator[Draft]:
    """The visits that the sentence tells of; what it leaves open is read once more, by all that is known now."""
    drafts = story.visits.get(scene.sentence.index)
    if drafts is None:
        return
    if drafts and all(draft.sure for draft in drafts):
        yield from drafts
    else:
        yield from (draft for rule in JOURNEY_RULES for draft in rule(scene, story))


def _event(draft: Draft) -> Event:
    return Event(
        kind=draft.kind,  # type: ignore[arg-type]
        date=draft.date,
        date_basis=draft.basis,
        place=draft.place,
        parties=tuple(dict.fromkeys([*draft.parties, *draft.stops])),
        participants=tuple(dict.fromkeys(draft.participants)),
        organizations=tuple(dict.fromkeys(draft.organizations)),
        status=draft.status,
        title=draft.title,
        evidence=tuple(dict.fromkeys(draft.evidence)),
        confidence=draft.confidence,
        rule=draft.rule,
    )


def _tells_enough(stands: Stands, draft: Draft) -> bool:
    """Two parties, or one with people or organizations, or a name of its own."""
    sides = tuple(dict.fromkeys(draft.parties))
    parties = len(sides)
    known = draft.date or draft.day_open or draft.place or draft.participants or draft.organizations
    if draft.kind == "signing" and draft.background and not known:
        return False  # «Ранее такие договоры город заключил с Омском»: what it has, without any when or who
    if draft.kind in {"days", "forum"} and (parties < 2 or (parties == 2 and stands.akin(*sides))):
        return False
    if parties == 2 and stands.akin(*sides) and draft.kind != "visit":
        envoy = draft.kind == "meeting" and not stands.envoys.isdisjoint(draft.participants)
        return draft.title is not None or bool(draft.organizations) or envoy  # a town and its region are one side
    if parties >= 2 or draft.title or len(draft.organizations) >= 2:
        return True
    return bool(parties and (draft.participants or draft.organizations))


EventRule = Callable[[Scene, Story], Iterator[Draft]]

JOURNEY_RULES: tuple[EventRule, ...] = (visit_verb, visit_noun, working, returning, as_guests, attending)
"""Read through the whole document first: who came where."""

EVENT_RULES: tuple[EventRule, ...] = (
    meeting_verb,
    talks,
    talks_of_guests,
    talks_of_sides,
    talks_on_visit,
    talks_of_places,
    meeting_noun,
    meetings_with,
    met_before,
    they_talked,
    welcome,
    visits,
    composition,
    exchange,
    mutual,
    sending,
    tour,
    shown,
    signings,
    forum,
    sitting,
    days,
    tie_feast,
    shared_feast,
    city_day,
    invited,
    proposed_days,
    gathered,
    action,
    joining,
    represented,
    sent_by,
    ceremony,
    called_off,
)
_GATE = Gate(EVENT_RULES)
