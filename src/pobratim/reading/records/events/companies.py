"""Who is at a happening and where: in its sentence, in those beside it, or as the journey told has it."""

from __future__ import annotations

from dataclasses import dataclass

from pobratim.reading.once import union
from pobratim.reading.records.events.drafts import Draft, sentence_has
from pobratim.reading.records.events.groups import Group, groups_of
from pobratim.reading.records.events.happenings import Happening, happenings
from pobratim.reading.records.events.story import Story, speaks_of_guests
from pobratim.reading.records.events.taking_part import acting_stands
from pobratim.reading.records.events.venues import venue
from pobratim.reading.records.events.where import nearest
from pobratim.reading.records.lexicon import events, listed
from pobratim.reading.records.scenes import Scene
from pobratim.reading.records.statuses import Status
from pobratim.reading.text.speech import speaks

_DEFINITE = 4
"""Tokens at the beginning of a sentence in which a happening is the one told before («Матч закончился …»)."""


@dataclass(frozen=True, slots=True)
class Company:
    """Who is there: the places of the groups, and where it is."""

    guests: list[str]
    place: str | None


def told_beside(scene: Scene, happening: Happening, groups: list[Group]) -> list[Group]:
    """Of «школьники Бреста отдохнут у нас, а омские приедут на праздник» those who are told of beside it."""
    first, last = scene.clauses.side_at(happening.name.head)
    return [group for group in groups if first <= group.first < last] or groups


def company_of(scene: Scene, happening: Happening, groups: list[Group], where: Happening) -> Company | None:
    """Guests and place, as the sentence itself tells them; ``where``: the happening whose place it is."""
    coming = guest_groups(groups)
    place = venue(scene, where, coming, groups)
    return joined(scene, [group.place for group in coming] or officials(scene, happening, place), place)


def joined(scene: Scene, guests: list[str], place: str | None) -> Company | None:
    """The two together, where they are places apart; guests of two places need not be told where."""
    akin = scene.stands_of_document.akin
    by_id = scene.context.by_id
    apart: list[str] = []
    for guest in nearest(scene, guests):
        if not any(akin(guest, other) for other in ([place, *apart] if place is not None else apart)):
            apart.append(guest)
    if not apart or (place is None and len(apart) < 2):
        return None
    if place is None and all(by_id[guest].type == "country" for guest in apart):
        return None
    if place is not None and all(by_id[side].type == "country" for side in [*apart, place]):
        return None
    return Company(apart, place)


def guest_groups(groups: list[Group]) -> list[Group]:
    """The groups that come from elsewhere, as far as their words tell."""
    return [group for group in groups if not group.local]


def officials(scene: Scene, happening: Happening, place: str | None) -> list[str]:
    """«Глава Омска Иван Лаптев поздравил брестчан на Дне города»: who holds an office elsewhere."""
    if place is None:
        return []
    stands = acting_stands(scene, happening.name.head)
    people = [s for s in stands if s.kind == "person" and s.role == "other"]
    return list(dict.fromkeys(stand.place for stand in people))


_SAME = 12
"""Sentences back to which «гости праздника» refers."""


def last_told(scene: Scene, story: Story, *kinds: str) -> Draft | None:
    """The happening of these kinds told last, or the one kept for its guests."""
    main, opened = story.last(scene, *kinds, within=_SAME), story.opened
    if opened is None or opened.kind not in kinds:
        return main
    number = scene.context.sentence_at(opened.evidence[0][0]).index
    if not scene.sentence.index - _SAME <= number < scene.sentence.index:
        return main
    return opened if main is None or scene.context.sentence_at(main.evidence[-1][0]).index < number else main


def told_before(scene: Scene, story: Story, happening: Happening, status: Status | None) -> Draft | None:
    """«Среди гостей праздника – …»: the happening of this kind told before, with its place."""
    main = last_told(scene, story, happening.kind)
    if main is None or main.status != status or main.place is None or happening.name.title is not None:
        return None
    if (main.title or "").startswith(("Дни", "Неделя")):
        return None  # they name their sides
    lands = bool(main.parties) and all(scene.context.by_id[party].type == "country" for party in main.parties)
    return None if lands and main.kind == "forum" else main


_LOOKING = listed("guests", "looking")
"""What guests do where others perform."""


_THEY = listed("guests", "they")
"""Those who came, called so once their place has been told."""


def on_journey(
    scene: Scene, story: Story, happening: Happening, groups: list[Group], status: Status | None
) -> Company | None:
    """Where the guests have come to, as long as nothing of the kind has been told."""
    guests = [group.place for group in guest_groups(groups)]
    people = speaks_of_guests(scene) or bool(scene.with_lemmas(_THEY))
    if not guests and scene.antecedent is not None:
        home = scene.stands_of_document.place_of_person.get(scene.antecedent)
        guests = [home] if home is not None else []
    if not guests and not people:
        return None
    told = any(draft.kind == happening.kind for draft in story.drafts)
    if happening.name.title is None and (told or sentence_has(scene, _LOOKING)):
        return None
    journey = story.journey(scene, guests or None, status)
    if journey is None or journey.background or journey.place is None:
        return None
    if journey.status != status and (status, journey.status) != ("planned", "held"):
        return None
    place = venue(scene, happening, guest_groups(groups), groups)
    if place is not None and not scene.stands_of_document.akin(place, journey.place):
        return None
    inner = [p for p in scene.stands_of_document.pair if scene.stands_of_document.akin(p, journey.place)]
    return joined(scene, guests or journey.parties[:-1], place or (inner or [journey.place])[0])


# ---------------------------------------------------------------- the sentences beside


PART = listed("guests", "beside")
"""Words by which the sentence beside tells who took part."""


def with_neighbours(scene: Scene, happening: Happening, groups: list[Group]) -> Company | None:
    """Who or where, told in the sentence after; of a happening that opens the sentence in the one before."""
    own = guest_groups(groups)
    place = venue(scene, happening, own, groups)
    guests = [group.place for group in own]
    after = scene.after
    if after is not None and place is not None and _adds(after):
        company = joined(scene, [*guests, *(group.place for group in guest_groups(groups_of(after)))], place)
        if company is not None:
            return company
    if after is not None and guests and place is None and _is_held_there(after):
        company = joined(scene, guests, venue(after, happening, [], []))
        if company is not None:
            return company
    before = scene.before
    opens = _is_subject(scene, happening) and not sentence_has(scene, _LOOKING)
    if before is None or not opens or happenings(before):
        return None
    there = groups_of(before)
    coming = guest_groups(there)
    place = place or venue(before, happening, coming, there)
    return joined(scene, [*guests, *(group.place for group in coming)], place)


def _is_subject(scene: Scene, happening: Happening) -> bool:
    """«Матч закончился …», «Гастроли продлились …»."""
    word = scene.tokens[happening.name.head].word
    opening = happening.name.head - scene.sentence.first <= _DEFINITE
    return opening and word is not None and any(parse.case == "nomn" for parse in word.parses[:2])


def _adds(scene: Scene) -> bool:
    """Does the sentence go on with who took part?"""
    taking = union(PART, events().taking_part, events().competing)
    words = [token.word for token in scene.tokens[scene.sentence.first : scene.sentence.last]]
    if scene.speaker is not None or any(word is not None and word.pos == "VERB" and speaks(word) for word in words):
        return False
    return sentence_has(scene, taking) or _is_held_there(scene)


def _is_held_there(scene: Scene) -> bool:
    opening = scene.tokens[scene.sentence.first : scene.sentence.first + 2]
    told_of_it = any(token.lower in {"он", "она", "они", "оно"} for token in opening)
    return told_of_it and sentence_has(scene, union(events().happening, events().joining))
