"""What one sentence tells of an event, and how its slots are filled from the scene.

The rules of `events` decide that something is told; the functions here say who, where and when.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from pobratim.model import edtf
from pobratim.model.document import Basis
from pobratim.model.reading import Span
from pobratim.reading.records.documents import is_document
from pobratim.reading.records.lexicon import events
from pobratim.reading.records.names_of_events import EventName
from pobratim.reading.records.scenes import Scene, Status
from pobratim.reading.records.stands import Stand, is_authority


@dataclass(slots=True)
class Draft:
    """An event as one sentence tells it."""

    kind: str
    rule: str
    confidence: float
    status: Status
    evidence: Span
    date: str | None = None
    basis: Basis | None = None
    place: str | None = None
    parties: list[str] = field(default_factory=list)
    participants: list[str] = field(default_factory=list)
    organizations: list[str] = field(default_factory=list)
    title: str | None = None


def start_draft(scene: Scene, kind: str, index: int, rule: str, confidence: float) -> Draft | None:
    """A draft with its status and date; None where the event is only wished, offered or habitual."""
    status = scene.status(index)
    if status is None:
        return None
    draft = Draft(kind, rule, confidence, status, scene.span)
    date = scene.date_near(index, planned=status == "planned")
    if date is not None:
        draft.date, draft.basis = date.edtf, date.basis
    if status == "held" and _is_ahead(scene, draft.date):
        draft.status = "planned"
    if scene.speaker is not None:
        draft.confidence -= 0.1
        draft.rule += "+in_speech"
    return draft


def _is_ahead(scene: Scene, date: str | None) -> bool:
    """Does the date lie after the document's own?"""
    published = scene.context.document.published
    if date is None or published is None:
        return False
    earliest, latest = edtf.bounds(date)[0], edtf.bounds(published)[1]
    return earliest is not None and latest is not None and earliest > latest


def gather_parties(scene: Scene, draft: Draft, index: int) -> None:
    """The parties, participants and place of a meeting or signing, from the whole sentence."""
    strong = [stand for stand in scene.outer_stands if stand.kind != "place"]
    draft.parties = list(dict.fromkeys(stand.place for stand in strong))
    draft.participants = list(_participants(scene))
    place_of = scene.stands_of_document.place_of_person
    if scene.antecedent in place_of and place_of[scene.antecedent] not in draft.parties:
        draft.parties.append(place_of[scene.antecedent])
    draft.place = place_in(scene, index)
    if len(draft.parties) < 2:
        places = [s for s in scene.outer_stands if s.kind == "place" and s.place not in draft.parties]
        joined = [s.place for s in places if s.role in {"with", "between"}]
        draft.parties += joined or [s.place for s in places if s.role == "other"]
        draft.parties = list(dict.fromkeys(draft.parties))
    if scene.speaker is not None and scene.speaker_place and "мы" in _forms(scene):
        draft.parties = [scene.speaker_place, *(p for p in draft.parties if p != scene.speaker_place)]
        draft.participants = [scene.speaker, *(p for p in draft.participants if p != scene.speaker)]
    complete_pair(scene, draft)


def has_lemma(scene: Scene, index: int, lemma: str) -> bool:
    word = scene.tokens[index].word
    return word is not None and lemma in word.lemmas


def receives(scene: Scene) -> bool:
    """«Губернатор принял делегацию»: somebody from elsewhere is there (not «предложение принято»)."""
    return len({stand.place for stand in scene.stands if stand.kind in {"person", "delegation"}}) >= 2


def refers_back(scene: Scene, index: int) -> bool:
    """«Встреча состоялась …», «На встрече обсудили …»: nobody is named before the noun."""
    before = scene.context.mentions_in(scene.sentence.start, scene.tokens[index].start)
    return not before and index - scene.sentence.first <= 4


def gather_from_before(scene: Scene, draft: Draft) -> None:
    """The people and places of the sentence before, of whose meeting this one speaks."""
    index = scene.sentence.index - 1
    if index < 0:
        return
    earlier = Scene(scene.context, scene.stands_of_document, scene.context.layout.sentences[index])
    people = list(_participants(earlier))
    if not people:
        return
    draft.participants = list(dict.fromkeys([*people, *draft.participants]))
    strong = [stand.place for stand in earlier.stands if stand.kind != "place"]
    draft.parties = list(dict.fromkeys([*strong, *draft.parties]))
    draft.evidence = (earlier.sentence.start, scene.sentence.end)


def complete_pair(scene: Scene, draft: Draft) -> None:
    """A lone party is joined by the other place the document is about."""
    pair = scene.stands_of_document.pair
    if len(set(draft.parties)) == 1 and len(pair) == 2 and draft.parties[0] in pair:
        draft.parties.append(pair[0] if pair[1] == draft.parties[0] else pair[1])
        draft.confidence -= 0.06
    elif not draft.parties and draft.kind == "signing" and len(pair) == 2:
        draft.parties = list(pair)
        draft.confidence -= 0.12


def _participants(scene: Scene) -> Iterator[str]:
    known = scene.stands_of_document
    holders = {post.person for post in known.posts}
    spokesmen = {post.person for post in known.posts if "пресс" in post.title}
    for person in scene.people:
        if (person in holders or person in known.place_of_person) and person not in spokesmen:
            yield person


def _forms(scene: Scene) -> set[str]:
    return {token.lower for token in scene.tokens[scene.sentence.first : scene.sentence.last]}


def place_in(scene: Scene, index: int) -> str | None:
    """Where: «в Минске», the one nearest to the trigger."""
    position = scene.tokens[index].start
    inside = [stand for stand in scene.stands if stand.kind == "place" and stand.role == "in"]
    nearest = min(inside, key=lambda stand: abs(stand.start - position), default=None)
    return nearest.place if nearest else None


def place_before(scene: Scene, index: int, guests: list[str]) -> str | None:
    """The place named last before the trigger that is not the guests': «посетил Бобруйск, где побывал …»."""
    position = scene.tokens[index].start
    before = [
        stand.place
        for stand in scene.stands
        if stand.kind == "place" and stand.end <= position and stand.place not in guests
    ]
    return before[-1] if before and stand_is_near(scene, before[-1], guests) else None


def stand_is_near(scene: Scene, place: str, guests: list[str]) -> bool:
    """Is it a city or region other than the guests' country or region?"""
    entity = scene.context.by_id[place]
    return entity.type != "country" or all(scene.context.by_id[g].country != entity.country for g in guests)


def destination_of(scene: Scene, index: int) -> str | None:
    """Where to: «посетить Смоленск», «прибыла в Минск», «визит в Казань»."""
    position = scene.tokens[index].start
    trigger = scene.tokens[index].word
    assert trigger is not None
    if not trigger.lemmas.isdisjoint({"принять", "принимать", "встретить", "встречать"}):
        return _where_received(scene)
    direct = not trigger.lemmas.isdisjoint({"посетить", "посещать"})
    places = [stand for stand in scene.stands if stand.kind == "place"]
    after = [stand for stand in places if stand.start > position]
    if has_lemma(scene, index, "работать") and all(stand.kind != "delegation" for stand in scene.stands):
        return None  # «работает в Минске» is a visit of a delegation only
    for stand in after:
        if stand.role in {"in", "to"} or (direct and stand.role == "other"):
            between = scene.context.tokens_in(scene.tokens[index].end, stand.start)
            if direct and any(t.word and t.word.lemmas & events().sites for t in between):
                return None
            return stand.place
    before = [stand for stand in places if stand.start < position and stand.role in {"in", "to"}]
    return before[-1].place if before else None


def _where_received(scene: Scene) -> str | None:
    """«В Минске приняли гостей из Омска»: where a delegation from elsewhere is received."""
    guests = {stand.place for stand in scene.stands if stand.kind == "delegation"}
    inside = [s.place for s in scene.stands if s.kind == "place" and s.role == "in" and s.place not in guests]
    return inside[0] if guests and inside else None


def host_of(scene: Scene, not_in: list[str] | None = None) -> str | None:
    """The place where the document's happenings go on, if it is not the guests' own."""
    own = set(not_in or ())
    known = scene.stands_of_document
    if known.host is not None and known.host not in own:
        return known.host
    others = [place for place in known.pair if place not in own]
    return others[0] if len(others) == 1 and own else None


def make_visit(scene: Scene, draft: Draft, index: int, destination: str) -> bool:
    """Guests and their place; False where nobody from elsewhere comes."""
    guests = [
        stand
        for stand in scene.stands
        if stand.place != destination and (stand.kind in {"delegation", "person"} or stand.role == "from")
    ]
    add_guests(scene, draft, guests)
    if not draft.parties:
        others = [place for place in scene.stands_of_document.pair if place != destination]
        if len(others) != 1:
            return False
        draft.parties = others
        draft.confidence -= 0.1
    draft.parties = [*[place for place in draft.parties if place != destination][:1], destination]
    draft.place = destination
    return len(draft.parties) == 2


def add_guests(scene: Scene, draft: Draft, guests: list[Stand]) -> None:
    draft.parties = _nearest_guest(scene, guests)
    if not draft.parties and scene.speaker_place:
        draft.parties = [scene.speaker_place]
        draft.participants = [scene.speaker] if scene.speaker else []
    home = set(draft.parties)
    place_of = scene.stands_of_document.place_of_person
    draft.participants += [
        person for person in scene.people if place_of.get(person) in home and person not in draft.participants
    ]


def _nearest_guest(scene: Scene, guests: list[Stand]) -> list[str]:
    """The first guest's place; of «делегация из Беларуси во главе с мэром Могилёва» Mogilev."""
    places = list(dict.fromkeys(stand.place for stand in guests))
    if not places:
        return []
    first = scene.context.by_id[places[0]]
    if first.type == "country":
        for place in places[1:]:
            if scene.context.by_id[place].country == first.country:
                return [place]
    return places[:1]


def what_is_toured(scene: Scene, index: int) -> tuple[list[str], bool]:
    """The organizations after the trigger that are no authorities, and whether a site is named at all."""
    position = scene.tokens[index].start
    by_id = scene.context.by_id
    organizations = [
        mention.entity
        for mention in scene.organizations
        if mention.start > position and not is_authority(by_id[mention.entity])
    ]
    following = scene.tokens[index + 1 : min(scene.sentence.last, index + 8)]
    site = any(token.word and token.word.lemmas & events().sites for token in following)
    return organizations, site


def signs_document(scene: Scene, index: int) -> bool:
    """Is it a document that is signed (not a birthday card), or are signatures put?"""
    word = scene.tokens[index].word
    assert word is not None
    if "подпись" in word.lemmas:
        return any(
            token.word and token.word.lemmas & {"поставить", "скрепить"}
            for token in scene.tokens[scene.sentence.first : scene.sentence.last]
        )
    if any(is_document(scene.tokens, i) for i in range(scene.sentence.first, scene.sentence.last)):
        return True
    after = scene.tokens[index + 1 : index + 2]
    return bool(after) and after[0].lower in {"его", "её", "ее", "их"} and _document_before(scene)


def _document_before(scene: Scene) -> bool:
    """Does the sentence before name a document («Подписали его на этой неделе»)?"""
    index = scene.sentence.index - 1
    if index < 0:
        return False
    before = scene.context.layout.sentences[index]
    return any(is_document(scene.tokens, i) for i in range(before.first, before.last))


def is_general(scene: Scene) -> bool:
    """Are all documents of the sentence told of in the plural («восемь соглашений»)?"""
    nouns = [
        index
        for index in range(scene.sentence.first, scene.sentence.last)
        if is_document(scene.tokens, index) and scene.tokens[index].word is not None
    ]
    return bool(nouns) and not any(scene.is_singular(index) or _is_adjective(scene, index) for index in nouns)


def _is_adjective(scene: Scene, index: int) -> bool:
    """«дорожная карта» begins with its adjective."""
    word = scene.tokens[index].word
    return word is not None and word.pos == "ADJF" and "sing" in {parse.number for parse in word.parses}


def signing_companies(scene: Scene) -> list[str]:
    """Two companies or more that sign, where no place or official stands beside them."""
    if any(stand.kind != "place" for stand in scene.outer_stands):
        return []
    by_id = scene.context.by_id
    found = [m.entity for m in scene.organizations if not is_authority(by_id[m.entity])]
    companies = list(dict.fromkeys(found))
    return companies if len(companies) >= 2 else []


def is_background(scene: Scene, index: int) -> bool:
    """«подписанный ранее», «была подписана в 2024 году»: told of the document, not as news."""
    word = scene.tokens[index].word
    if word is None or word.pos not in {"PRTF", "PRTS"}:
        return False
    if word.pos == "PRTF":
        return True
    near = scene.tokens[max(scene.sentence.first, index - 3) : index + 4]
    return any(token.lower in {"был", "была", "было", "были", "ранее"} for token in near)


def _receiving(scene: Scene, name: EventName) -> str | None:
    """«Брест принимал форум»: the place that receives it."""
    if not any(has_lemma(scene, i, "принимать") for i in range(scene.sentence.first, name.head)):
        return None
    before = [s.place for s in scene.stands if s.kind == "place" and s.end <= name.start and s.role == "other"]
    return before[-1] if before else None


def _organizes(scene: Scene) -> bool:
    """Is somebody said to hold or arrange the event?"""
    return any(
        token.word and token.word.lemmas & {"провести", "организовать", "проводить"}
        for token in scene.tokens[scene.sentence.first : scene.sentence.last]
    )


def named_event(scene: Scene, name: EventName, kind: str) -> Iterator[Draft]:
    draft = start_draft(scene, kind, name.head, f"event.{kind}", 0.86)
    if draft is None:
        return
    draft.title = name.title
    inner = [s.place for s in scene.stands if s.role == "in" and name.start <= s.start < name.end]
    draft.place = inner[0] if inner else place_in(scene, name.head) or _receiving(scene, name)
    inside = [mention.entity for mention in scene.context.places_in(name.start, name.end)]
    authorities = [stand.place for stand in scene.stands if stand.kind != "place"]
    draft.parties = list(dict.fromkeys(inside)) or list(dict.fromkeys(authorities))
    draft.participants = list(_participants(scene))
    draft.organizations = [
        mention.entity for mention in scene.organizations if mention.start < name.start and _organizes(scene)
    ]
    if len(draft.parties) < 2:
        complete_pair(scene, draft)
    if draft.parties:
        yield draft
