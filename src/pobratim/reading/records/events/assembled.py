"""Happenings that people of one place come to in another, whatever they do there: «ансамбль «Лад» из Омска завоевал
Гран-при фестиваля в Бресте», «предприятия Лиды выставили мебель на ярмарке в Туле».

One frame for all verbs: who (groups of people of a place), what (a happening, known by its noun), and where. What the
sentence leaves open the sentences beside it tell: «Турнир завершился в Омске. Победила команда Бреста.»
"""

from __future__ import annotations

from collections.abc import Iterator

from pobratim.reading.once import union
from pobratim.reading.records.event_names import EventName
from pobratim.reading.records.events.companies import (
    PART,
    company_of,
    guest_groups,
    joined,
    last_told,
    officials,
    on_journey,
    told_before,
    told_beside,
    with_neighbours,
)
from pobratim.reading.records.events.drafts import Draft, sentence_has, start_draft
from pobratim.reading.records.events.gathering_sides import is_quoted
from pobratim.reading.records.events.groups import Group, groups_of
from pobratim.reading.records.events.happenings import KINDS, Happening, happenings, is_attended, kind_of, performing
from pobratim.reading.records.events.performers import performing_bodies, performing_people
from pobratim.reading.records.events.story import Story, speaks_of_guests
from pobratim.reading.records.events.taking_part import is_of_the_honoured, participants
from pobratim.reading.records.events.venues import venue
from pobratim.reading.records.lexicon import events, listed
from pobratim.reading.records.scenes import Scene
from pobratim.reading.records.statuses import Status

_INVITING = frozenset({"пригласить", "приглашать", "позвать", "приглашение"})
_ASKED = 10
"""Tokens between an invitation and what it asks to."""
_ASKED_BEHIND = 16
"""The same where it stands behind («На фестиваль городов-побратимов, носящий имя «…», Омск пригласил …»)."""


def gathered(scene: Scene, story: Story) -> Iterator[Draft]:
    """What people of places come to, by the one frame; what another rule told of this sentence is left to it."""
    told_of = _attended(scene, story)
    groups = groups_of(scene) if told_of else []
    for happening in told_of:
        told = _told_already(scene, story, happening)
        if told is not None and told.kind != "days":
            continue
        others = [other for other in told_of if other is not happening]
        draft = _assembled(scene, story, happening, groups, others)
        if draft is None:
            _open(scene, story, happening, groups)
            continue
        known = told if told is not None else draft
        groups_there = guest_groups(groups)
        known.organizations = known.organizations or performing_bodies(scene, groups_there)
        known.participants = list(dict.fromkeys([*known.participants, *performing_people(scene, groups_there)]))
        if told is None:
            yield draft
        elif set(told.parties) < set(draft.parties):
            _add_sides(scene, happening, told, draft)


def _open(scene: Scene, story: Story, happening: Happening, groups: list[Group]) -> None:
    """Keep the happening of a place for the sentences that tell who comes to it."""
    place = venue(scene, happening, guest_groups(groups), groups)
    if place is None or scene.speaker is not None:
        return
    status = _status(scene, happening)
    draft = start_draft(scene, happening.kind, happening.name.head, "event.joined", 0.66, status=status)
    if draft is not None:
        draft.place, draft.title = place, happening.name.title
        story.opened = draft


def _add_sides(scene: Scene, happening: Happening, told: Draft, draft: Draft) -> None:
    """Further guests of what another rule told, if its name leaves room for them («Дни Омска в Бресте» does not)."""
    if len(scene.context.places_in(happening.name.start, happening.name.end)) >= 2:
        return
    akin = scene.stands_of_document.akin
    more = [side for side in draft.parties if not any(akin(side, known) for known in told.parties)]
    told.parties = [*told.parties, *more]


def _attended(scene: Scene, story: Story) -> list[Happening]:
    """What goes on, one of a kind unless each has a name; a verb of performing where no noun says what it is."""
    told: list[Happening] = []
    for happening in happenings(scene):
        if not is_attended(scene, happening) or is_of_the_honoured(scene, happening.name.head):
            continue
        same = [other for other in told if other.kind == happening.kind]
        if not same or (happening.name.title is not None and all(other.name.title for other in same)):
            told.append(happening)
    if not told and (again := _spoken_of_again(scene, story)) is not None:
        told = [again]
    if not told:
        told = [Happening("days", _verb(scene, index)) for index in scene.with_lemmas(performing())[:1]]
    return told


_IN_IT = frozenset({"нём", "нем", "ней", "них"})
_EVENT = frozenset({"мероприятие", "событие", "участник", "программа", "сцена"})


def _spoken_of_again(scene: Scene, story: Story) -> Happening | None:
    """«В нём приняли участие …», «на мероприятие приехали …», «среди участников – …»: the happening told before."""
    opened = story.opened
    opening = range(scene.sentence.first + 1, min(scene.sentence.last, scene.sentence.first + _OPENING))
    pointing = (i for i in opening if scene.tokens[i].lower in _IN_IT and scene.tokens[i - 1].lower in {"в", "на"})
    named = _EVENT | ({_head_of(scene, opened)} if opened is not None else set())
    index = next(pointing, next((i for i in scene.with_lemmas(named) if i < opening.stop), None))
    index = _its_opening(scene, opened) if index is None else index
    representing = scene.with_lemmas(_REPRESENTING)
    told = story.last(scene, *KINDS, within=1) is not None or _is_just_opened(scene, opened)
    if index is None and representing and told:
        index = representing[0]
    main = last_told(scene, story, *KINDS) if index is not None and scene.speaker is None else None
    if main is None or index is None or not sentence_has(scene, union(PART, events().taking_part)):
        return None
    return Happening(main.kind, _verb(scene, index))


def _is_just_opened(scene: Scene, opened: Draft | None) -> bool:
    """«Брест отметил тысячелетие. На праздник прибыли гости. | Омск представлял вице-мэр»: two sentences before."""
    if opened is None:
        return False
    return 0 < scene.sentence.index - scene.context.sentence_at(opened.evidence[0][0]).index <= _JUST


_JUST = 2


def _its_opening(scene: Scene, opened: Draft | None) -> int | None:
    """«(В Омске прошла выставка.) В (церемонии) | открытия | участвовали …»: of what was told; not «открытие моста»."""
    if opened is None or opened.kind == "other":
        return None
    first = scene.sentence.first
    for index in range(first + 1, min(scene.sentence.last - 1, first + _NEAR_OPENING)):
        following = scene.tokens[index + 1].word
        verb = following is not None and following.pos == "VERB"
        if scene.tokens[index].lower in {"открытии", "открытия"} and verb:
            return index
    return None


_NEAR_OPENING = 5
"""Tokens at the beginning of a sentence in which «в открытии» stands."""
_REPRESENTING = listed("guests", "representing")


def _head_of(scene: Scene, opened: Draft) -> str:
    """The noun that the happening kept was told with."""
    sentence = scene.context.sentence_at(opened.evidence[0][0])
    lemmas = scene.context.lemmas_of(sentence)
    return next((lemma for lemma in lemmas if kind_of(lemma) == opened.kind), "")


_OPENING = 12
"""Tokens at the beginning of a sentence in which «в нём» is the happening told before."""


def _verb(scene: Scene, index: int) -> EventName:
    return EventName(scene.tokens[index].start, scene.tokens[index].end, index, None)


def _told_already(scene: Scene, story: Story, happening: Happening) -> Draft | None:
    """What another rule made of this sentence, of the same kind."""
    for draft in reversed(story.drafts):
        if draft.kind != happening.kind or scene.span not in draft.evidence or len(set(draft.parties)) < 2:
            continue
        titles = (draft.title, happening.name.title)
        if None in titles or titles[0] == titles[1] or titles[0].split()[0] != titles[1].split()[0]:  # type: ignore[union-attr]
            return draft  # not «фестиваль урожая» where «фестиваль культуры» was told
    return None


def _assembled(
    scene: Scene, story: Story, happening: Happening, groups: list[Group], others: list[Happening]
) -> Draft | None:
    acting = happening.name.head in scene.with_lemmas(performing())
    if _is_only_wished(scene, happening) or (acting and not groups):
        return None
    groups = [group for group in groups if _may_perform(scene, group)] if acting else groups
    status = _status(scene, happening)
    near = told_beside(scene, happening, groups)
    found = (company_of(scene, happening, near, where) for where in [happening, *others])
    company = next((one for one in found if one is not None), None)
    if acting and company is None:
        return None
    company = company or with_neighbours(scene, happening, groups)
    again = told_before(scene, story, happening, status) if company is None or company.place is None else None
    if again is not None:
        there = [group.place for group in guest_groups(groups)]
        if not there and again.kind != "other":
            there = officials(scene, happening, again.place)
        company = joined(scene, there, again.place) or company
    company = company or on_journey(scene, story, happening, groups, status)
    if company is None or (acting and company.place is None):
        return None
    if again is None and _is_of_lands(scene, story, happening):
        return None
    draft = start_draft(scene, happening.kind, happening.name.head, "event.gathered", 0.72, status=status)
    if draft is None:
        return None
    draft.title, draft.place = happening.name.title, company.place
    draft.parties = [*company.guests, company.place] if company.place is not None else company.guests
    draft.parties = _with_named(scene, happening, draft.parties)
    if again is not None and again.place == company.place:
        draft.title, draft.rule = again.title, "event.joined"
        if draft.date is None:
            draft.date, draft.basis = again.date, again.basis
    if scene.speaker is None and draft.status == "held":
        draft.participants = participants(scene, happening.name.head)
    return draft


def _status(scene: Scene, happening: Happening) -> Status | None:
    """As the verbs tell; what somebody is asked to is still to come."""
    last = max(happening.name.head, scene.index_at(happening.name.end))
    invited = scene.with_lemmas(_INVITING)
    asked = any(happening.name.head - _ASKED <= index <= last + _ASKED_BEHIND for index in invited)
    status = scene.status(happening.name.head) or ("planned" if asked else _offered(scene))
    return "planned" if status == "held" and _is_to_come(scene, happening) else status


def _is_of_lands(scene: Scene, story: Story, happening: Happening) -> bool:
    """«(Омск примет Форум регионов Беларуси и России.) Среди участников – Брестская и Томская области»: who comes to it
    is no other forum."""
    pointing = happening.kind == "forum" and kind_of(scene.tokens[happening.name.head].lemma) is None
    main = last_told(scene, story, "forum") if pointing else None
    return main is not None and all(scene.context.by_id[party].type == "country" for party in main.parties)


def where_guests_came(scene: Scene, story: Story, draft: Draft) -> None:
    """«(В Лиде гостит делегация Омска.) Гости участвовали в форуме и увидели больницу, которой Омск помогает»: the
    forum was where they came, as long as nothing says that it was at their home."""
    attended = draft.kind in {"forum", "days"} and speaks_of_guests(scene)
    journey = story.journey(scene, None, draft.status) if attended else None
    if journey is None or draft.place not in journey.parties[:-1]:
        return
    told = [stand for stand in scene.stands if stand.place == draft.place]
    if not any(stand.role in {"in", "to"} for stand in told):
        draft.place, draft.parties = journey.place, list(journey.parties)


def _is_to_come(scene: Scene, happening: Happening) -> bool:
    """«хор выступит на празднике»: the verb of its clause, whatever it is, speaks of what is ahead."""
    verb = scene.clauses.clause_at(happening.name.head).verb
    word = scene.tokens[verb].word if verb is not None else None
    return word is not None and word.pos == "VERB" and word.parses[0].has("futr")


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


def _with_named(scene: Scene, happening: Happening, parties: list[str]) -> list[str]:
    """«сезон культуры регионов России и Китая»: the two that the name tells, with those who came."""
    name, akin = happening.name, scene.stands_of_document.akin
    inside = [m for m in scene.context.places_in(name.start, name.end) if not is_quoted(scene, name, m.start)]
    named = list(dict.fromkeys(mention.entity for mention in inside))
    by_id = scene.context.by_id
    if len(named) < 2 or not all(by_id[place].type == "country" for place in named):
        return parties
    return [*named, *(party for party in parties[:1] if any(akin(party, place) for place in named))]


def _may_perform(scene: Scene, group: Group) -> bool:
    """Not «представители Бреста выступили», «сборная России сыграла»: towns' artists and teams."""
    words = scene.tokens[group.first : group.last]
    if scene.context.by_id[group.place].type == "country":
        return False
    return not any(token.word is not None and token.word.lemmas & _SPEAKING for token in words)


_SPEAKING = listed("guests", "speaking")


def _is_only_wished(scene: Scene, happening: Happening) -> bool:
    """«поздравил гостей с Днём республики»: what a land celebrates at home."""
    first = scene.index_at(happening.name.start)
    before = scene.tokens[max(scene.sentence.first, first - 5) : first]
    if not any(token.lower in {"с", "со"} for token in before):
        return False
    inside = scene.context.places_in(happening.name.start, scene.sentence.end)[:1]
    return any(scene.context.by_id[mention.entity].type == "country" for mention in inside)
