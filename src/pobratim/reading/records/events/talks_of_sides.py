"""Talks of those told of before, whom the sentence calls «стороны», «мэры», «представители городов»."""

from __future__ import annotations

from collections.abc import Iterator

from pobratim.reading.records.events.drafts import Draft, start_draft
from pobratim.reading.records.events.story import Story, speaks_of_guests
from pobratim.reading.records.events.talks_of_guests import in_house
from pobratim.reading.records.events.where import place_in
from pobratim.reading.records.lexicon import events, listed
from pobratim.reading.records.rows import joined_pair
from pobratim.reading.records.scenes import Scene
from pobratim.reading.text.segments import leading
from pobratim.reading.triggers import needs

_DISCUSSING = frozenset({"обсудить", "обсуждать", "поговорить"})
_BOTH = listed("sides", "both")
_COMPANY = _BOTH | {"участники", "делегации", "коллеги"}
_ACTING = frozenset({"представитель", "делегация", "глава", "руководитель"})
_OF_BOTH = frozenset({"город", "регион", "сторона", "район", "область", "страна", "администрация"})
_AFTER_SIGNING = 12
"""Sentences from the signing to what they talked of."""


@needs(_DISCUSSING)
def talks_of_sides(scene: Scene, story: Story) -> Iterator[Draft]:
    """«Также мэры обсудили …», «Стороны обсудили …» after a signing of two heads: so they met, if nothing says it."""
    signing = story.last(scene, "signing", within=_AFTER_SIGNING)
    told = any(draft.kind == "meeting" for draft in story.drafts)
    if told or signing is None or signing.status != "held" or signing.background or scene.speaker is not None:
        return
    heads = [p for p in signing.participants if scene.stands_of_document.place_of_person.get(p) in signing.parties]
    for index in scene.with_lemmas(_DISCUSSING) if len(heads) > 1 and len(signing.parties) > 1 else ():
        subject = scene.tokens[index - 1] if index > scene.sentence.first else None
        if subject is None or subject.lower not in _BOTH or not scene.tokens[index].lower.endswith("ли"):
            continue
        draft = start_draft(scene, "meeting", index, "event.talks_of_sides", 0.74)
        if draft is not None and draft.status == "held" and not signing.remote:
            draft.parties, draft.participants = list(signing.parties), heads
            draft.place = signing.place
            yield draft
        return


@needs(_DISCUSSING)
def talks_on_visit(scene: Scene, story: Story) -> Iterator[Draft]:
    """«Стороны обсудили …», «представители городов обсудят …» of a document that tells of one visit and no talks."""
    journey = story.journey(scene)
    gathered = any(draft.kind in {"meeting", "forum"} for draft in story.drafts)
    if gathered or journey is None or journey.background or journey.remote or scene.speaker is not None:
        return
    for index in scene.with_lemmas(_DISCUSSING) if len(journey.parties) == 2 and not scene.in_title else ():
        with_hosts = _guests_with_hosts(scene, index, journey) or _guests_in_house(scene, index)
        if not (_is_said_of_both(scene, index) or with_hosts):
            continue
        draft = start_draft(scene, "meeting", index, "event.talks_of_sides", 0.72)
        if draft is not None and draft.status in {journey.status, "planned"} and not draft.background:
            draft.parties, draft.place = list(journey.parties), journey.place
            draft.participants = list(journey.participants) if draft.status == journey.status else []
            yield draft
        return


def _guests_with_hosts(scene: Scene, index: int, journey: Draft) -> bool:
    """«Гости обсудили | с руководством района …», «С коллегами делегация обсуждала …», «Посол намерен обсудить с
    властями …» of a visit of his."""
    word = scene.tokens[index].word
    coming = speaks_of_guests(scene) or not set(journey.participants).isdisjoint(scene.people)
    if word is None or not word.is_pos("VERB", "INFN") or not coming:
        return False
    first, last = scene.clauses.stretch_at(index)
    return any(
        scene.tokens[i].lower in {"с", "со"} and (noun := scene.tokens[i + 1].word) is not None and noun.lemmas & _HOSTS
        for i in range(first, last - 1)
    )


def _guests_in_house(scene: Scene, index: int) -> bool:
    """«В мэрии | гости обсудили …», «Глава города и гости | обсудили …»: the guests before the verb, at
    the authority of their hosts or beside its head."""
    first, _ = scene.clauses.stretch_at(index)
    before = [token.word for token in scene.tokens[first:index] if token.word is not None]
    if not before or before[-1].lemmas.isdisjoint(events().guests) or not scene.tokens[index].lower.endswith("ли"):
        return False
    joined = len(before) > 1 and before[-2].form == "и" and any(word.lemmas & _HOSTS for word in before[:-2])
    return joined or in_house(scene)


_HOSTS = listed("sides", "hosts")


def _is_said_of_both(scene: Scene, index: int) -> bool:
    """Do «стороны», «участники» or «представители городов» stand before the plural verb?"""
    word, at = scene.tokens[index].word, index - 1
    plural = word is not None and word.is_plural_verb()
    if not plural or at < scene.sentence.first:
        return False
    if scene.tokens[at].lower in _COMPANY:
        return True
    noun = scene.tokens[at].word
    if noun is None or noun.lemmas.isdisjoint(_OF_BOTH):
        return False
    head = scene.tokens[leading(scene.tokens, at, scene.sentence.first)].word
    return head is not None and not head.lemmas.isdisjoint(_ACTING)


@needs(_DISCUSSING)
def talks_of_places(scene: Scene, story: Story) -> Iterator[Draft]:
    """«Поставки обсудили Минск и Омск», «Сотрудничество Омска и Минска обсудили главы городов»: the two places that the
    sentence names are themselves, or by their heads, its subject."""
    if scene.speaker is not None or any(stand.kind in {"person", "delegation"} for stand in scene.outer_stands):
        return
    for index in scene.with_lemmas(_DISCUSSING):
        word = scene.tokens[index].word
        if word is None or not word.is_plural_verb():
            continue
        sides = _row_beside(scene, index) or _of_heads_beside(scene, index)
        draft = start_draft(scene, "meeting", index, "event.talks_of_places", 0.72) if sides else None
        if draft is not None:
            draft.parties, draft.place = sides, place_in(scene, index)
            yield draft
            return


def _row_beside(scene: Scene, index: int) -> list[str]:
    """«Минск и Омск | обсудили», «обсудили | Минск и Омск»: two places that the document is about."""
    places = [s for s in scene.outer_stands if s.kind == "place" and s.role == "other"]
    row = joined_pair(scene.context, places)
    if not row or {stand.place for stand in row} != _pair(scene):
        return []
    beside = scene.index_at(row[0].start) == index + 1 or scene.index_at(row[1].end) == index
    return [stand.place for stand in row] if beside else []


def _of_heads_beside(scene: Scene, index: int) -> list[str]:
    """«главы городов», «руководители двух регионов» right beside the verb, in a sentence that names both places."""
    places = list(dict.fromkeys(s.place for s in scene.outer_stands if s.kind == "place"))
    if set(places) != _pair(scene):
        return []
    before = scene.tokens[index - 1].word if index > scene.sentence.first else None
    joined = before is not None and (scene.tokens[index - 1].lower in _BOTH or bool(before.lemmas & _OF_BOTH))
    behind = scene.tokens[index + 1 : min(scene.sentence.last, index + 4)]
    heads = next((token.lower for token in behind if token.word is not None), "") in _BOTH
    return places if (joined and _is_said_of_both(scene, index)) or heads else []


def _pair(scene: Scene) -> set[str]:
    """The two places that the document is about; nothing where it is about one."""
    pair = scene.stands_of_document.pair
    return set(pair) if len(pair) == 2 else set()
