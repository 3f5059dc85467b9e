"""Who comes on a visit: the places of the guests, and the people named as leading or joining them."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from pobratim.reading.once import once
from pobratim.reading.records.clauses import is_noun
from pobratim.reading.records.events.drafts import is_one_of
from pobratim.reading.records.events.levels import nearer
from pobratim.reading.records.events.subjects import home_of_subject, is_received
from pobratim.reading.records.events.taking_part import acting_stands, participants, senders, tellers
from pobratim.reading.records.events.where import nearest
from pobratim.reading.records.lexicon import events
from pobratim.reading.records.rows import row_from
from pobratim.reading.records.scenes import Scene
from pobratim.reading.records.stand import Stand, first_of_each
from pobratim.reading.text.segments import Token

_LEADING = frozenset({"возглавить", "возглавлять", "представлять"})
_WITH = frozenset({"главе", "составе", "состав", "руководством"})
"""«во главе с …», «в составе …», «под руководством …»."""
HEADING = frozenset({"возглавить", "возглавлять"})


@once
def guests_of(scene: Scene, index: int, destination: str | None) -> list[str]:
    """The places of those who come: delegations first, then officials, then «из Омска»."""
    stands = [replace(stand, place=nearer(scene, stand)) for stand in acting_stands(scene, index)]
    stands = [stand for stand in _of_whom_is_told(scene, index, stands) if stand.place != destination]
    known = scene.stands_of_document
    by_id = scene.context.by_id
    if destination is not None:
        stands = [s for s in stands if not (known.contain(s.place, destination) and by_id[s.place].type == "region")]
        home = by_id[destination].country
        whole = by_id[destination].type == "country"
        foreign = [s for s in stands if by_id[s.place].country != home]
        stands = foreign if whole else [s for s in stands if s in foreign or by_id[s.place].type != "country"]
    met = is_noun(scene, index)
    people = [s for s in stands if s.kind == "person" and not (met and s.role == "with" and not _led_by(scene, s))]
    delegations = [s for s in stands if s.kind == "delegation" and not _is_wider(scene, s, people)]
    delegations = [stand for stand in delegations if not stays(scene, stand)]
    origins = [stand for stand in stands if stand.role == "from"]
    if is_one_of(scene, index, events().receiving):
        people = [stand for stand in people if is_received(scene, index, stand)]
    if not stands:
        home = home_of_subject(scene, index)
        return [home] if home not in {None, destination} else _homes_of_officials(scene, index, destination)
    return _guest_places(scene, delegations or people or origins, [*delegations, *people, *origins])


def _of_whom_is_told(scene: Scene, index: int, stands: list[Stand]) -> list[Stand]:
    """«посол России встретился с мэром Лиды Иваном Лаптевым, | прибывшим в Брест», «…, который прибыл в Брест»: the one
    named last before the phrase came, not those named before."""
    clause = scene.clauses.below_at(index)
    comma = clause.first - 1 if clause is not None else scene.sentence.first
    if comma <= scene.sentence.first or scene.tokens[comma].text != ",":
        return stands
    opening = scene.tokens[comma + 1].word
    if opening is None or not (opening.pos == "PRTF" or opening.lemma == "который"):
        return stands
    mention = next((m for m in scene.context.mentions_in(*scene.span, "person") if m.last == comma), None)
    named = [s for s in stands if mention is not None and s.kind == "person" and s.entity == mention.entity]
    return [s for s in stands if s.start >= named[-1].start] if named else stands


def stays(scene: Scene, stand: Stand) -> bool:
    """«китайская сторона», «власти Омска»: they act, but are nobody who travels."""
    words = scene.context.tokens_in(stand.start, stand.end)
    return any(token.lemma in {"сторона", "власть"} for token in words)


def _led_by(scene: Scene, stand: Stand) -> bool:
    """«визит делегации во главе | с мэром Омска»: he came; «в ходе визита встретился | с мэром» he did not."""
    before = scene.context.tokens_in(scene.sentence.start, stand.start)[-_TITLE:]
    return any(token.lower in {"главе", "вместе", "руководством"} for token in before)


_TITLE = 8
"""Words from «во главе» to a name."""


def _homes_of_officials(scene: Scene, index: int, destination: str | None) -> list[str]:
    """«Секретарь горкома Дунина Ли Вэнь побывал в …»: whoever holds any office somewhere comes from there."""
    told = tellers(scene, index)
    for person in scene.people:
        for post in scene.stands_of_document.posts:
            if post.person == person and post.place not in {None, destination} and person not in told:
                return [str(post.place)]
    return []


def _is_wider(scene: Scene, stand: Stand, people: list[Stand]) -> bool:
    """«в составе делегации области»: the persons named come for their own place inside it."""
    known, whole = scene.stands_of_document, scene.context.by_id[stand.place]
    inside = [
        s
        for s in people
        if known.contain(s.place, stand.place)
        or (whole.type == "country" and scene.context.by_id[s.place].country == whole.country)
    ]
    before = scene.context.tokens_in(stand.start - 12, stand.start)
    return bool(inside) and any(token.lower in {"составе", "состав"} for token in before)


def _guest_places(scene: Scene, stands: list[Stand], others: list[Stand]) -> list[str]:
    """The first guest's place, or those of several delegations; of «делегация из Беларуси во главе с мэром
    Могилёва» Mogilev."""
    places = list(dict.fromkeys(stand.place for stand in stands))
    if not places:
        return []
    first = scene.context.by_id[places[0]]
    if first.type == "country" and stands[0].entity is None:  # not «президент России»
        for stand in others:
            place = scene.context.by_id[stand.place]
            if place.type != "country" and place.country == first.country:
                return [stand.place]
    joined = {stand.place for stand in stands if stand.kind == "delegation"}
    if joined == set(places):
        return places
    row = first_of_each(row_from(scene.context, stands))  # «мэры Омска, Тары и Бреста», «гости из Омска и Тары»
    return nearest(scene, [stand.place for stand in row])


def travellers(scene: Scene, index: int, guests: list[str], destination: str) -> list[str]:
    """The persons of the sentence who come: those of the guests' place, the delegation's members, and who stands
    beside them with an office of no place («вместе с мэром приехали директор школы …»).
    """
    place_of = scene.stands_of_document.place_of_person
    with_them = set(members(scene)) | _beside_verb(scene, index)
    sending = senders(scene)
    return [
        person
        for person in scene.people
        if person not in sending
        and (place_of.get(person) in guests or (person in with_them and place_of.get(person) != destination))
    ]


@once
def _beside_verb(scene: Scene, index: int) -> set[str]:
    """Who is named in the clause of a verb of travelling, whatever their office; not those who only tell."""
    verb = scene.tokens[index].word
    if verb is None or verb.pos not in {"VERB", "PRTS"} or is_one_of(scene, index, events().receiving):
        return set()
    clause = scene.clauses.clause_at(index)
    named = scene.context.mentions_in(*scene.span, "person")
    inside = {m.entity for m in named if scene.clauses.clause_at(m.first) is clause}
    known = scene.stands_of_document.place_of_person
    return {person for person in participants(scene, index) if person in inside and person not in known}


def _group_meant(scene: Scene) -> list[Token]:
    """«Возглавит её мэр»: the delegation of the sentence before."""
    index = scene.sentence.index - 1
    if index < 0 or not scene.with_lemmas(HEADING):
        return []
    words = scene.tokens[scene.sentence.first : scene.sentence.last]
    pronouns = [token for token in words if token.lower in {"её", "ее"}]
    before = scene.context.layout.sentences[index]
    named = any(t.word and "делегация" in t.word.lemmas for t in scene.tokens[before.first : before.last])
    return pronouns if named else []


def _with_leader(scene: Scene) -> list[Token]:
    """«Вместе с ним приехали …», «его сопровождали …»: more of them."""
    along = [scene.tokens[index] for index in scene.with_lemmas(ALONG)]
    if along or not any(True for _ in scene.trigger_verbs("visit")):
        return along
    words = scene.tokens[scene.sentence.first : scene.sentence.last]
    return [a for a, b in pairwise(words) if a.lower == "вместе" and b.lower in {"с", "со"}]


ALONG = frozenset({"сопровождать", "сопроводить"})


def _head_before(scene: Scene, leading: Token, group: Token) -> str | None:
    """«Мэр П. Лаптев, | возглавивший | делегацию», «мэр возглавит делегацию»: who is named before the verb."""
    if leading.word is None or not leading.word.lemmas & HEADING or group.start < leading.start:
        return None
    before = scene.context.mentions_in(scene.sentence.start, leading.start, "person")
    return before[-1].entity if before else None


def members(scene: Scene) -> list[str]:
    """Who is named as leading the delegation or as its member: «делегация во главе с …», «в составе …»."""
    along = _with_leader(scene)
    groups = [scene.tokens[index] for index in scene.with_lemmas(events().groups)] or _group_meant(scene) or along
    if not groups:
        return []
    words = scene.tokens[scene.sentence.first : scene.sentence.last]
    leading = [t for t in words if t.word and (t.word.lemmas & _LEADING or t.lower in _WITH)] or along
    if not leading:
        return []
    if (head := _head_before(scene, leading[0], groups[0])) is not None:
        return [head]
    hosts = any(t.word and "хозяин" in t.word.lemmas for t in words)  # «хозяев возглавила …, гостей – …»
    start = groups[0].start if hosts else min(leading[0].start, groups[0].start)
    named = scene.context.mentions_in(start, scene.sentence.end, "person")
    if along:
        return list(dict.fromkeys(mention.entity for mention in named))
    telling = participants(scene, scene.sentence.first)
    people = list(dict.fromkeys(mention.entity for mention in named))
    known = {post.person for post in scene.stands_of_document.posts}
    return [person for person in people if person in telling or person not in known]
