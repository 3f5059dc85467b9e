"""Feasts and forums that one side asks the other to: «пригласил омичей на День города», «приглашение на юбилей».

What is offered in general is no event («готовы посетить»), but a feast or a forum is held whoever comes to it.
"""

from __future__ import annotations

from collections.abc import Iterator

from pobratim.reading.once import union
from pobratim.reading.records.event_names import EventName
from pobratim.reading.records.events.drafts import Draft, start_draft
from pobratim.reading.records.events.levels import governed, nearer
from pobratim.reading.records.events.story import Story
from pobratim.reading.records.events.where import complete_pair, nearest
from pobratim.reading.records.feast_names import is_feast_of_place
from pobratim.reading.records.lexicon import events
from pobratim.reading.records.scenes import Scene
from pobratim.reading.triggers import needs

_INVITING = frozenset({"пригласить", "приглашать", "приглашение", "позвать", "звать", "предложить", "предложение"})
_OFFERING = frozenset({"предложить", "предложение"})
_COMING = frozenset({"участие", "участвовать", "посетить", "приехать", "побывать"})
_LEADING = frozenset({"на", "в", "посетить"})
"""What stands before the feast: «на праздник», «участие в форуме», «посетить юбилей»."""
_BEFORE = 5
_REACH = 34
"""Tokens from the invitation to the feast."""
_ANYBODY = frozenset({"желающий", "житель", "читатель", "посетитель", "зритель", "горожанин", "покупатель"})
_PAST = frozenset({"прошедший", "состоявшийся"})


@needs(_INVITING)
def invited(scene: Scene, story: Story) -> Iterator[Draft]:
    """«пригласил минчан на фестиваль «Завея», который пройдёт в Омске»: still to come, of hosts and guests."""
    asking = next((i for i in scene.with_lemmas(_INVITING) if _invites(scene, i)), None)
    if asking is None:
        return
    for kind, name in _feasts(scene, asking):
        draft = start_draft(scene, kind, name.head, "event.invited", 0.7, status="planned")
        if draft is None:
            continue
        draft.place, draft.title = _place(scene, name), name.title
        stands = [s for s in scene.stands if s.kind != "place" or not name.start <= s.start < name.end]
        sides = nearest(scene, [nearer(scene, s) for s in stands if s.role != "in" or s.kind != "place"])
        sides = story.as_told(scene, sides)
        hosts = governed(scene)  # «губернатор пригласил …, форум пройдёт в Омске»: the oblast's
        sides = [p for p in sides if p in hosts or draft.place is None or not _is_within(scene, p, draft.place)]
        named = draft.place is not None and not any(_is_within(scene, place, draft.place) for place in hosts)
        draft.parties = list(dict.fromkeys([*sides, str(draft.place)] if named else sides))
        if not draft.parties:
            draft.parties = list(scene.stands_of_document.pair)
        complete_pair(scene, draft)
        mentions = scene.context.mentions_in(scene.tokens[asking].end, name.start, "person")
        draft.participants = [m.entity for m in mentions]
        if len(set(draft.parties)) == 2:
            yield draft


def asks_to(scene: Scene, name: EventName) -> bool:
    """Does the sentence ask somebody to the feast («приглашение на празднование 950-летия»)?"""
    inviting = (i for i in scene.with_lemmas(_INVITING) if i < name.head and _invites(scene, i))
    return any(_led_to(scene, index, name) for index in inviting)


def _is_within(scene: Scene, place: str, inner: str) -> bool:
    """Is it the place itself, or does the one lie in the other?"""
    return place == inner or scene.stands_of_document.akin(place, inner)


def _invites(scene: Scene, index: int) -> bool:
    """Somebody is asked, and it is not «по приглашению», «приглашаем всех жителей», «принял приглашение»."""
    tokens, word = scene.tokens, scene.tokens[index].word
    if word is None or (index > scene.sentence.first and tokens[index - 1].lower in {"по", "за"}):
        return False
    after = tokens[index + 1 : min(scene.sentence.last, index + _REACH)]
    lemmas = {lemma for token in after if token.word for lemma in token.word.lemmas}
    before = {lemma for t in tokens[max(scene.sentence.first, index - 4) : index] if t.word for lemma in t.word.lemmas}
    if lemmas & (_ANYBODY | _PAST) or not before.isdisjoint(union(events().thanks, _TAKEN)):
        return False
    if word.lemmas & _OFFERING and not lemmas & _COMING:
        return False
    return word.pos != "VERB" or not any(p.has("1per") and p.has("plur") for p in word.parses)


_TAKEN = frozenset({"принять", "отклонить"})


def _feasts(scene: Scene, asking: int) -> Iterator[tuple[str, EventName]]:
    """What they are asked to: each feast or forum after the word, that «на», «в», «посетить» leads to."""
    seen: set[int] = set()
    for kind, names in scene.event_names.items():
        for name in names:
            if asking < name.head < asking + _REACH and _led_to(scene, asking, name):
                seen.add(name.head)
                yield kind, name
    for name in scene.feasts:
        if asking < name.head < asking + _REACH and name.head not in seen and _led_to(scene, asking, name):
            seen.add(name.head)
            yield "days", name
    if seen:
        return
    for kind in ("forum", "days"):
        for index in scene.trigger_nouns(kind):
            name = EventName(scene.tokens[index].start, scene.tokens[index].end, index, None)
            if asking < index < asking + _REACH and _led_to(scene, asking, name) and not _ends_in_body(scene, index):
                yield kind, name
                return


def _ends_in_body(scene: Scene, index: int) -> bool:
    """«заседание», «сессия»: what has no name of its own and is no feast."""
    return scene.tokens[index].lemma in {"заседание", "сессия", "стол"}


def _led_to(scene: Scene, asking: int, name: EventName) -> bool:
    """Does «на», «участие в», «посетить» stand right before the name, adjectives apart?"""
    first = scene.index_at(name.start)
    for index in range(first - 1, max(asking, first - _BEFORE) - 1, -1):
        token = scene.tokens[index]
        if token.lower in _LEADING:
            return token.lower != "в" or bool(_before(scene, index) & _COMING)
        if token.word is None or not token.word.lemmas.isdisjoint(events().planned):
            return False
    return False


def _before(scene: Scene, index: int) -> frozenset[str]:
    word = scene.tokens[index - 1].word
    return word.lemmas if word is not None else frozenset()


def _place(scene: Scene, name: EventName) -> str | None:
    """«юбилей Омска», «на фестиваль в Бресте», «…, который пройдёт в Бресте»: where it will be."""
    inside = scene.context.places_in(name.start, name.end)
    if inside:
        return inside[0].entity
    after = [s for s in scene.stands if s.kind == "place" and s.role in {"in", "to"} and s.start >= name.end]
    return after[0].place if after else _home_of_who_asks(scene, name)


def _home_of_who_asks(scene: Scene, name: EventName) -> str | None:
    """«Мэр Омска | пригласил гостей на День города»: the feast of his own town."""
    inviting = next((i for i in scene.with_lemmas(_INVITING) if i < name.head), None)
    if inviting is None or not is_feast_of_place(scene.context.text((name.start, name.end))):
        return None
    before = [s for s in scene.stands if s.kind == "person" and s.end <= scene.tokens[inviting].start]
    return before[-1].place if len({stand.place for stand in before}) == 1 else None
