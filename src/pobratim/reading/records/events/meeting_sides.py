"""Who meets: the places, people and the stage that a sentence tells of a meeting or a signing."""

from __future__ import annotations

from pobratim.model import edtf
from pobratim.reading.names.places.adjectives import place_of_adjective
from pobratim.reading.records.authorities import is_authority
from pobratim.reading.records.events.drafts import Draft
from pobratim.reading.records.events.levels import nearer
from pobratim.reading.records.events.story import Story, speaks_of_guests
from pobratim.reading.records.events.taking_part import acting_stands, participants
from pobratim.reading.records.events.where import complete_pair, nearest, one_side, place_in
from pobratim.reading.records.lexicon import events
from pobratim.reading.records.scenes import Scene
from pobratim.reading.records.stand import Stand


def gather_parties(scene: Scene, story: Story, draft: Draft, index: int) -> None:
    """The parties, participants and place of a meeting or signing, from the whole sentence."""
    stands = acting_stands(scene, index)
    strong = [stand for stand in stands if stand.kind != "place"]
    guests = [stand for stand in strong if not (stand.kind == "organization" and stand.role == "in")]
    strong = guests if len({stand.place for stand in guests}) >= 2 and not one_side(scene, guests) else strong
    draft.parties = nearest(scene, [nearer(scene, stand) for stand in strong])
    draft.participants = _with_subject(scene, index, participants(scene, index))
    place_of = scene.stands_of_document.place_of_person
    if scene.antecedent in place_of and place_of[scene.antecedent] not in draft.parties:
        draft.parties.append(place_of[scene.antecedent])
    draft.place = place_in(scene, index)
    states = _states(scene, strong, index)
    if states:
        draft.parties = list(dict.fromkeys(stand.place for stand in states))
        draft.participants = list(dict.fromkeys(str(stand.entity) for stand in states))
        return
    if len(draft.parties) < 2:
        akin = scene.stands_of_document.akin
        places = [s for s in stands if s.kind == "place" and not any(akin(s.place, party) for party in draft.parties)]
        places = [s for s in places if not _of_another_event(scene, index, s)]
        joined = [s.place for s in places if s.role in {"with", "between"}]
        draft.parties += joined or [s.place for s in places if s.role == "other"]
        draft.parties = nearest(scene, draft.parties)
    if scene.speaker is not None and scene.speaker_place and "мы" in _forms(scene):
        draft.parties = [scene.speaker_place, *(p for p in draft.parties if p != scene.speaker_place)]
        draft.participants = [scene.speaker, *(p for p in draft.participants if p != scene.speaker)]
    if not draft.parties and (former := _former(scene, story, index)) is not None:
        draft.parties = list(former.parties)
    if len(draft.parties) < 2:
        _complete(scene, story, draft, index)
    complete_pair(scene, draft)
    journey = story.journey_between(scene, draft.parties, draft.status)
    if draft.place in (journey.parties[:-1] if journey is not None else ()) and not _is_said(scene, draft.place):
        draft.place = journey.place if journey is not None else None  # «в мэрии» is the hosts'


def _with_subject(scene: Scene, index: int, people: list[str]) -> list[str]:
    """«П. Лаптев провёл встречу с председателем горисполкома»: he is there, though his office is not told."""
    if not people or scene.tokens[index].word is None or scene.speaker is not None:
        return people
    first = scene.clauses.stretch_at(index)[0]
    named = scene.context.mentions_in(*scene.span, "person")
    before = [m for m in named if first <= m.first and m.last <= index and m.entity not in people]
    between = scene.tokens[before[-1].last : index] if len(before) == 1 else []
    if len(before) != 1 or any(token.text in {",", "–", "—", "«"} for token in between):
        return people
    name = scene.tokens[before[0].first : before[0].last]
    cases = [token.word.cases for token in name if token.word]
    leads = before[0].first > first and scene.tokens[before[0].first - 1].is_mostly(frozenset({"PREP", "NOUN"}))
    met = any(token.lower in {"с", "со"} for token in scene.tokens[index + 1 : index + 3])
    nominative = all("nomn" in case for case in cases if case)
    return [before[0].entity, *people] if nominative and met and not leads else people


def _of_another_event(scene: Scene, index: int, stand: Stand) -> bool:
    """«переговоры в мэрии, посещение | Академгородка», «посетив | Читу, гости встретились»: the place is of another
    item."""
    own, other = scene.clauses.piece_at(index), scene.clauses.piece_at(scene.index_at(stand.start))
    if other is not own and other.gerund:
        return True
    between = scene.context.tokens_in(scene.tokens[index].end, stand.start)
    comma = next((number for number, token in enumerate(between) if token.text == ","), None)
    following = between[comma + 1 :] if comma is not None else []
    return any(token.word and not token.word.lemmas.isdisjoint(events().nouns) for token in following)


def _states(scene: Scene, stands: list[Stand], index: int) -> list[Stand]:
    """«президент России посетил Китай и встретился с председателем КНР»: those who stand for two states in the clause,
    whoever tells of it."""
    first, last = scene.clauses.side_at(index)
    by_id = scene.context.by_id
    before = (s for s in stands if s.kind == "person" and s.entity is not None and s.end <= scene.tokens[index].start)
    if any(s.role == "other" and by_id[s.place].type != "country" for s in before):
        return []  # «губернатор области провёл встречу с послами двух стран»
    heads = [s for s in stands if s.kind == "person" and s.entity is not None and by_id[s.place].type == "country"]
    heads = [stand for stand in heads if first <= scene.index_at(stand.start) < last and _governs(scene, stand)]
    return heads if len({stand.place for stand in heads}) >= 2 else []


def _governs(scene: Scene, stand: Stand) -> bool:
    """Not «председатель Союза армян в России»."""
    posts = [post for post in scene.stands_of_document.posts if post.person == stand.entity and post.organization]
    return all(is_authority(scene.context.by_id[str(post.organization)]) for post in posts)


def _is_said(scene: Scene, place: str | None) -> bool:
    """Does the sentence itself say «в Минске»?"""
    return any(s.kind == "place" and s.role == "in" and s.place == place for s in scene.stands)


def _former(scene: Scene, story: Story, index: int) -> Draft | None:
    """«Предыдущая встреча …», «следующие переговоры …»: of those who met in this document."""
    before = scene.tokens[index - 1] if index > scene.sentence.first else None
    if before is None or not before.lower.startswith(("предыдущ", "прошл", "следующ", "очередн", "нов")):
        return None
    return next((d for d in story.drafts if d.kind == "meeting" and len(d.parties) == 2), None)


_SIDES = frozenset({"город", "регион", "страна", "предприятие", "сторона", "деловой", "бизнес", "промышленник"})


def _complete(scene: Scene, story: Story, draft: Draft, index: int) -> None:
    """The sides that the sentence does not name as such: «российских и белорусских городов», «с гостями»."""
    near = scene.tokens[max(scene.sentence.first, index - 8) : min(scene.sentence.last, index + 9)]
    made = [place_of_adjective(scene.context, token) for token in near]
    sides = list(dict.fromkeys([*draft.parties, *(place for place in made if place is not None)]))
    if len(sides) == 2 and any(token.word and token.word.lemmas & _SIDES for token in near):
        draft.parties = sides
        return
    journey = story.journey_between(scene, draft.parties, draft.status)
    if journey is not None and (journey.status == draft.status or draft.status == "planned"):
        draft.parties = _with_named(scene, list(journey.parties), draft.parties)
        if draft.place is not None and _is_inside(scene, draft.place, journey.parties[-1]):
            draft.parties[-1] = draft.place  # «… подписан в Бурсе» during a visit to Turkey
        draft.confidence -= 0.06
        if speaks_of_guests(scene) and journey.status == draft.status and _may_be_then(draft, journey):
            draft.participants += [p for p in journey.participants if p not in draft.participants]


def _may_be_then(draft: Draft, journey: Draft) -> bool:
    """May it have happened on that journey? What is told by the year alone («договор заключён ещё в 2003 году») did so
    on another."""
    if draft.date is None or journey.date is None:
        return draft.background == journey.background and len(draft.date or "") != len("2003")
    return edtf.compatible(draft.date, journey.date)


def _with_named(scene: Scene, sides: list[str], named: list[str]) -> list[str]:
    """The sides of a journey, of which «премьер-министр Армении» stands for his country and not for Гюмри, «губернатор
    области» for the region and not for the town the guests came to."""
    people = {stand.place for stand in scene.stands if stand.kind == "person"}
    told = [place for place in named if place in people]
    akin = scene.stands_of_document.akin
    return [next((place for place in told if akin(place, side)), side) for side in sides]


def _is_inside(scene: Scene, place: str, country: str) -> bool:
    by_id = scene.context.by_id
    return by_id[country].type == "country" != by_id[place].type and by_id[place].country == by_id[country].country


def receives(scene: Scene) -> bool:
    """«Губернатор принял делегацию»: somebody from elsewhere is there (not «предложение принято»)."""
    there = [stand for stand in scene.stands if stand.kind in {"person", "delegation"}]
    if any(stand.kind == "delegation" for stand in there):  # «в мэрии Казани принимали представителей Гродно»
        there += [stand for stand in scene.stands if stand.kind == "organization"]
    return len({stand.place for stand in there}) >= 2 and not one_side(scene, there)


def refers_back(scene: Scene, index: int) -> bool:
    """«Встреча состоялась …», «На встрече обсудили …»: nobody is named before the noun."""
    before = scene.tokens[scene.sentence.first : index]
    nouns = [t for t in before if t.word and t.word.pos == "NOUN" and t.word.lemmas.isdisjoint(_FRAMING)]
    named = scene.context.mentions_in(scene.sentence.start, scene.tokens[index].start)
    return not named and not nouns and len(before) <= 4


_FRAMING = frozenset({"ход", "рамка", "итог", "время", "результат", "окончание", "завершение"})


def gather_from_before(scene: Scene, draft: Draft) -> None:
    """The people and places of the sentence before, of whose meeting this one speaks."""
    index = scene.sentence.index - 1
    if index < 0:
        return
    earlier = Scene(scene.context, scene.stands_of_document, scene.context.layout.sentences[index])
    people = participants(earlier, earlier.sentence.first)
    if not people:
        return
    draft.participants = list(dict.fromkeys([*people, *draft.participants]))
    strong = [stand.place for stand in earlier.stands if stand.kind != "place"]
    draft.parties = nearest(scene, [*strong, *draft.parties])
    draft.evidence = ((earlier.sentence.start, scene.sentence.end),)


def _forms(scene: Scene) -> set[str]:
    return {token.lower for token in scene.tokens[scene.sentence.first : scene.sentence.last]}
