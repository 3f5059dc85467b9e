"""Who came on a visit told apart from it: «Делегацию возглавил мэр», «в составе делегации – …»."""

from __future__ import annotations

from collections.abc import Iterator

from pobratim.reading.records.events.arrivals import ATTENDED
from pobratim.reading.records.events.drafts import Draft, start_draft
from pobratim.reading.records.events.followups import again
from pobratim.reading.records.events.guests import ALONG, members
from pobratim.reading.records.events.levels import nearer
from pobratim.reading.records.events.story import Story
from pobratim.reading.records.events.where import host_of
from pobratim.reading.records.lexicon import events
from pobratim.reading.records.scenes import Scene

"""Rules of a happening that ask who comes to it."""


_TEAMS = frozenset({"команда", "сборная"})


def composition(scene: Scene, story: Story) -> Iterator[Draft]:
    """«Делегацию возглавил мэр», «в составе делегации — …»: more of those who came on the visit told before."""
    people = members(scene)
    if not people or any(True for _ in scene.trigger_verbs("visit")):
        return
    led = [nearer(scene, stand) for stand in scene.stands if stand.kind == "delegation"]
    journey = None if led else _just_told(scene, story)
    journey = journey or story.journey(scene, led) or _of_one_country(scene, story.journey(scene), led)
    if journey is None and (any(draft.remote for draft in story.drafts) or scene.with_lemmas(_TEAMS)):
        return  # «Заседание прошло по видеосвязи. Омскую делегацию возглавил мэр»: each at home; a team plays
    if journey is None or (journey.status == "planned" and journey.evidence[0][0] > scene.sentence.start):
        places = scene.stands_of_document.place_of_person
        forum = story.last(scene, "forum", "days")
        attended = forum is not None and forum.place is not None and forum.rule in ATTENDED
        there = [place for place in forum.parties if place != forum.place] if forum is not None and attended else []
        guests = led or there or [places[person] for person in people if person in places]
        if not led and not there and _is_of_others(scene, guests[:1]):
            if forum is not None:
                yield again(scene, forum, "event.composition", people)
            return
        for draft in _arrival(scene, guests[:1], people, forum.place if forum is not None else None):
            if forum is not None and forum.status == "planned":
                draft.status = "planned"  # «примет участие в ярмарке. Делегацию возглавляет губернатор»
            yield draft
        return
    told = again(scene, journey, "event.composition", _guests_among(scene, journey, people))
    if len(led) == 1 and len(journey.parties) == 2 and scene.stands_of_document.contain(led[0], journey.parties[0]):
        told.parties = [led[0], journey.parties[1]]  # «гости из Омска», then «делегация Советского района Омска»
    yield told


def _is_of_others(scene: Scene, guests: list[str]) -> bool:
    """«(Делегация Омской области провела встречи.) В состав делегации вошёл глава Тарского района»: he belongs to one
    that the document has told of, wherever it is."""
    told = scene.stands_of_document
    before = [s for s in told.all if s.kind == "delegation" and s.start < scene.sentence.start]
    return any(told.contain(stand.place, guest) for stand in before for guest in guests)


def _just_told(scene: Scene, story: Story) -> Draft | None:
    """The one visit that the sentence before tells of, whatever others the document has."""
    told = story.visits.get(scene.sentence.index - 1, [])
    return told[0] if len(told) == 1 else None


def _guests_among(scene: Scene, journey: Draft, people: list[str]) -> list[str]:
    """«Мэра Омска сопровождала вице-мэр Бреста» on a visit to Brest: the mayor came, who goes with him is at home."""
    place_of, akin = scene.stands_of_document.place_of_person, scene.stands_of_document.akin
    host, guests = journey.parties[-1], journey.parties[:-1]
    known = {person: place_of[person] for person in people if person in place_of}
    apart = {p for p, place in known.items() if akin(place, host) and not any(akin(place, guest) for guest in guests)}
    if not apart or not scene.with_lemmas(ALONG):
        return people
    return [p for p in scene.people if place_of.get(p) in guests or (p in people and p not in apart)]


def _of_one_country(scene: Scene, journey: Draft | None, led: list[str]) -> Draft | None:
    """«Белорусскую делегацию возглавил …»: the journey told, if its guests come from that country."""
    by_id = scene.context.by_id
    if journey is None or not led:
        return journey
    same = {by_id[guest].country for guest in journey.parties[:-1]} & {by_id[place].country for place in led}
    return journey if same else None


def _arrival(scene: Scene, guests: list[str], people: list[str], stage: str | None) -> Iterator[Draft]:
    """«Делегацию из Омска возглавил мэр»: so it came, to the ``stage`` told of or where all happens, though no verb
    of travelling says it.
    """
    contain = scene.stands_of_document.contain
    away = stage is not None and not any(contain(stage, guest) or stage == guest for guest in guests)
    host = stage if away else host_of(scene, guests)
    index = next(iter(scene.with_lemmas(events().groups)), None)
    if index is None or host is None or not guests:
        return  # «Её возглавлял мэр»: the delegation was named before
    draft = start_draft(scene, "visit", index, "event.arrival", 0.7)
    if draft is None:
        return
    place_of = scene.stands_of_document.place_of_person
    draft.parties, draft.place = [*guests, host], host
    draft.participants = [person for person in people if place_of.get(person) != host]
    yield draft
