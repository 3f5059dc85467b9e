"""Happenings that people of one place come to in another, whatever they do there: «ансамбль «Лад» из Омска завоевал
Гран-при фестиваля в Бресте», «предприятия Лиды выставили мебель на ярмарке в Туле».

One frame for all verbs: who (groups of people of a place), what (a happening, known by its noun), and where. What the
sentence leaves open the sentences beside it tell: «Турнир завершился в Омске. Победила команда Бреста.»
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pobratim.reading.records.event_names import EventName
from pobratim.reading.records.events.drafts import Draft, sentence_has, start_draft
from pobratim.reading.records.events.groups import Group, groups_of
from pobratim.reading.records.events.happenings import KINDS, Happening, happenings, is_attended, performing
from pobratim.reading.records.events.story import Story, speaks_of_guests
from pobratim.reading.records.events.taking_part import acting_stands, participants
from pobratim.reading.records.events.venues import venue
from pobratim.reading.records.events.where import nearest
from pobratim.reading.records.lexicon import events
from pobratim.reading.records.scenes import Scene
from pobratim.reading.records.statuses import Status
from pobratim.reading.text.speech import speaks

_DEFINITE = 4
"""Tokens at the beginning of a sentence in which a happening is the one told before («Матч закончился …»)."""
_INVITING = frozenset({"пригласить", "приглашать", "позвать", "приглашение"})
_ASKED = 10
"""Tokens between an invitation and what it asks to."""


def gathered(scene: Scene, story: Story) -> Iterator[Draft]:
    """What people of places come to, by the one frame; what another rule told of this sentence is left to it."""
    groups = groups_of(scene)
    told_of = _attended(scene, story, groups)
    for happening in told_of:
        told = _told_already(scene, story, happening)
        if told is not None and told.kind != "days":
            continue
        others = [other for other in told_of if other is not happening]
        draft = _assembled(scene, story, happening, groups, others)
        if draft is None:
            continue
        if told is None:
            yield draft
        elif set(told.parties) < set(draft.parties):
            akin = scene.stands_of_document.akin
            more = [side for side in draft.parties if not any(akin(side, known) for known in told.parties)]
            told.parties = [*told.parties, *more]


def _attended(scene: Scene, story: Story, groups: list[Group]) -> list[Happening]:
    """What goes on, one of a kind unless each has a name; a verb of performing where no noun says what it is."""
    told: list[Happening] = []
    for happening in happenings(scene):
        if not is_attended(scene, happening):
            continue
        same = [other for other in told if other.kind == happening.kind]
        if not same or (happening.name.title is not None and all(other.name.title for other in same)):
            told.append(happening)
    if not told and groups and (again := _spoken_of_again(scene, story)) is not None:
        told = [again]
    if not told and groups:
        told = [Happening("days", _verb(scene, index)) for index in scene.with_lemmas(performing())[:1]]
    return told


_IN_IT = frozenset({"нём", "нем", "ней", "них"})
_EVENT = frozenset({"мероприятие", "событие", "участник"})


def _spoken_of_again(scene: Scene, story: Story) -> Happening | None:
    """«В нём приняли участие …», «на мероприятие приехали …», «среди участников – …»: the happening told before."""
    main = story.last(scene, *KINDS)
    if main is None or scene.speaker is not None:
        return None
    opening = range(scene.sentence.first + 1, min(scene.sentence.last, scene.sentence.first + _OPENING))
    pointing = (i for i in opening if scene.tokens[i].lower in _IN_IT and scene.tokens[i - 1].lower in {"в", "на"})
    index = next(pointing, next((i for i in scene.with_lemmas(_EVENT) if i < opening.stop), None))
    if index is None or not sentence_has(scene, _PART | events().taking_part):
        return None
    return Happening(main.kind, _verb(scene, index))


_OPENING = 12
"""Tokens at the beginning of a sentence in which «в нём» is the happening told before."""


def _verb(scene: Scene, index: int) -> EventName:
    return EventName(scene.tokens[index].start, scene.tokens[index].end, index, None)


def _told_already(scene: Scene, story: Story, happening: Happening) -> Draft | None:
    """What another rule made of this sentence, of the same kind."""
    for draft in reversed(story.drafts):
        if draft.kind == happening.kind and scene.span in draft.evidence and len(set(draft.parties)) >= 2:
            return draft
    return None


@dataclass(frozen=True, slots=True)
class _Company:
    """Who is there: the places of the groups, and where it is."""

    guests: list[str]
    place: str | None


def _assembled(
    scene: Scene, story: Story, happening: Happening, groups: list[Group], others: list[Happening]
) -> Draft | None:
    if _is_only_wished(scene, happening):
        return None
    acting = happening.name.head in scene.with_lemmas(performing())
    groups = [group for group in groups if _may_perform(scene, group)] if acting else groups
    asked = any(abs(index - happening.name.head) <= _ASKED for index in scene.with_lemmas(_INVITING))
    status = scene.status(happening.name.head) or ("planned" if asked else _offered(scene))
    beside = _beside(scene, happening, groups)
    found = (_company(scene, happening, beside, where) for where in [happening, *others])
    company = next((one for one in found if one is not None), None)
    if acting and company is None:
        return None
    company = company or _with_neighbours(scene, happening, groups)
    again = _told_before(scene, story, happening, status) if company is None or company.place is None else None
    if again is not None:
        company = _joined(scene, [group.place for group in _coming(scene, groups)], again.place) or company
    company = company or _on_journey(scene, story, happening, groups, status)
    if company is None or (acting and company.place is None):
        return None
    draft = start_draft(scene, happening.kind, happening.name.head, "event.gathered", 0.72, status=status)
    if draft is None:
        return None
    draft.title, draft.place = happening.name.title, company.place
    draft.parties = [*company.guests, company.place] if company.place is not None else company.guests
    if again is not None and again.place == company.place:
        draft.title, draft.rule = again.title, "event.joined"
    if scene.speaker is None and draft.status == "held":
        draft.participants = participants(scene, happening.name.head)
    return draft


def _offered(scene: Scene) -> Status | None:
    """«фермеры предложат мёд на ярмарке»: what they bring, not what somebody proposes to do."""
    offering = scene.with_lemmas(_OFFERING)
    words = [token.word for token in scene.tokens[scene.sentence.first : scene.sentence.last]]
    if not offering or any(word is not None and word.pos == "INFN" for word in words):
        return None
    verb = scene.tokens[offering[0]].word
    if verb is None or verb.pos != "VERB":
        return None
    return "planned" if verb.parses[0].has("futr") else "held"


_OFFERING = frozenset({"предложить", "предлагать"})


def _may_perform(scene: Scene, group: Group) -> bool:
    """Not «представители Бреста выступили», «сборная России сыграла»: towns' artists and teams."""
    words = scene.tokens[group.first : group.last]
    if scene.context.by_id[group.place].type == "country":
        return False
    return not any(token.word is not None and token.word.lemmas & _SPEAKING for token in words)


_SPEAKING = frozenset(
    ["представитель", "депутат", "коллега", "власть", "руководство", "администрация", "специалист", "эксперт", "гость",
     "делегат", "делегация", "сторона", "предприниматель", "бизнесмен", "парламентарий", "чиновник", "предприятие",
     "компания", "лицо"]
)  # fmt: skip


def _is_only_wished(scene: Scene, happening: Happening) -> bool:
    """«поздравил гостей с Днём республики»: what a land celebrates at home."""
    first = scene.index_at(happening.name.start)
    before = scene.tokens[max(scene.sentence.first, first - 5) : first]
    if not any(token.lower in {"с", "со"} for token in before):
        return False
    inside = scene.context.places_in(happening.name.start, scene.sentence.end)[:1]
    return any(scene.context.by_id[mention.entity].type == "country" for mention in inside)


def _beside(scene: Scene, happening: Happening, groups: list[Group]) -> list[Group]:
    """Of «школьники Бреста отдохнут у нас, а омские приедут на праздник» those who are told of beside it."""
    first, last = scene.clauses.side_at(happening.name.head)
    return [group for group in groups if first <= group.first < last] or groups


def _company(scene: Scene, happening: Happening, groups: list[Group], where: Happening) -> _Company | None:
    """Guests and place, as the sentence itself tells them; ``where``: the happening whose place it is."""
    coming = _coming(scene, groups)
    place = venue(scene, where, coming, groups)
    return _joined(scene, [group.place for group in coming] or _officials(scene, happening, place), place)


def _joined(scene: Scene, guests: list[str], place: str | None) -> _Company | None:
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
    return _Company(apart, place)


def _coming(scene: Scene, groups: list[Group]) -> list[Group]:
    return [group for group in groups if not group.local]


def _officials(scene: Scene, happening: Happening, place: str | None) -> list[str]:
    """«Глава Омска Иван Лаптев поздравил брестчан на Дне города»: who holds an office elsewhere."""
    if place is None:
        return []
    stands = acting_stands(scene, happening.name.head)
    people = [s for s in stands if s.kind == "person" and s.role == "other"]
    return list(dict.fromkeys(stand.place for stand in people))


_SAME = 12
"""Sentences back to which «гости праздника» refers."""


def _told_before(scene: Scene, story: Story, happening: Happening, status: Status | None) -> Draft | None:
    """«Среди гостей праздника – …»: the happening of this kind told before, with its place."""
    main = story.last(scene, happening.kind, within=_SAME)
    if main is None or main.status != status or main.place is None or happening.name.title is not None:
        return None
    lands = all(scene.context.by_id[party].type == "country" for party in main.parties)
    return None if lands and main.kind == "forum" else main


_LOOKING = frozenset(
    ["посетить", "посещать", "посмотреть", "увидеть", "осмотреть", "ознакомиться", "послушать", "побывать", "сходить"]
)
"""What guests do where others perform."""


_THEY = frozenset(
    ["ребята", "ребёнок", "дети", "школьник", "артист", "спортсмен", "коллектив", "ансамбль", "команда", "студент",
     "художник", "музыкант", "танцор", "кадет", "юнармеец", "воспитанник"]
)
"""Those who came, called so once their place has been told."""


def _on_journey(
    scene: Scene, story: Story, happening: Happening, groups: list[Group], status: Status | None
) -> _Company | None:
    """Where the guests have come to, as long as nothing of the kind has been told."""
    guests = [group.place for group in _coming(scene, groups)]
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
    place = venue(scene, happening, _coming(scene, groups), groups)
    if place is not None and not scene.stands_of_document.akin(place, journey.place):
        return None
    inner = [p for p in scene.stands_of_document.pair if scene.stands_of_document.akin(p, journey.place)]
    return _joined(scene, guests or journey.parties[:-1], place or (inner or [journey.place])[0])


# ---------------------------------------------------------------- the sentences beside


_PART = frozenset(
    ["гость", "победа", "представить", "представлять", "занять", "обладатель", "привезти", "показать", "поздравить",
     "соперник", "заявка", "заявиться", "поделиться", "медаль", "делегация", "отдохнуть", "разделить", "присутствовать"]
)  # fmt: skip
"""Words by which the sentence beside tells who took part."""


def _with_neighbours(scene: Scene, happening: Happening, groups: list[Group]) -> _Company | None:
    """Who or where, told in the sentence after; of a happening that opens the sentence in the one before."""
    own = _coming(scene, groups)
    place = venue(scene, happening, own, groups)
    guests = [group.place for group in own]
    after = scene.after
    if after is not None and place is not None and _adds(after):
        company = _joined(scene, [*guests, *(group.place for group in _coming(after, groups_of(after)))], place)
        if company is not None:
            return company
    if after is not None and guests and place is None and _is_held_there(after):
        company = _joined(scene, guests, venue(after, happening, [], []))
        if company is not None:
            return company
    before = scene.before
    opens = _is_subject(scene, happening) and not sentence_has(scene, _LOOKING)
    if before is None or not opens or happenings(before):
        return None
    there = groups_of(before)
    coming = _coming(before, there)
    place = place or venue(before, happening, coming, there)
    return _joined(scene, [*guests, *(group.place for group in coming)], place)


def _is_subject(scene: Scene, happening: Happening) -> bool:
    """«Матч закончился …», «Гастроли продлились …»."""
    word = scene.tokens[happening.name.head].word
    opening = happening.name.head - scene.sentence.first <= _DEFINITE
    return opening and word is not None and any(parse.case == "nomn" for parse in word.parses[:2])


def _adds(scene: Scene) -> bool:
    """Does the sentence go on with who took part?"""
    taking = _PART | events().taking_part | events().competing
    words = [token.word for token in scene.tokens[scene.sentence.first : scene.sentence.last]]
    if scene.speaker is not None or any(word is not None and word.pos == "VERB" and speaks(word) for word in words):
        return False
    return sentence_has(scene, taking) or _is_held_there(scene)


def _is_held_there(scene: Scene) -> bool:
    opening = scene.tokens[scene.sentence.first : scene.sentence.first + 2]
    told_of_it = any(token.lower in {"он", "она", "они", "оно"} for token in opening)
    return told_of_it and sentence_has(scene, events().happening | events().joining)
