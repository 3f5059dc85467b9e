"""Meetings: talks, receptions, negotiations. «Мэр Омска встретился с акимом», «прошли переговоры»."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from pobratim.model import edtf
from pobratim.reading.context import Mention
from pobratim.reading.names.places.adjectives import place_of_adjective
from pobratim.reading.once import union
from pobratim.reading.records.authorities import is_authority
from pobratim.reading.records.events.drafts import Draft, has_lemma, start_draft
from pobratim.reading.records.events.story import Story, speaks_of_guests
from pobratim.reading.records.events.taking_part import acting_stands, participants
from pobratim.reading.records.events.where import complete_pair, nearer, nearest, one_side, place_in
from pobratim.reading.records.lexicon import events, verbs_of
from pobratim.reading.records.scenes import Scene
from pobratim.reading.records.stands import Stand
from pobratim.reading.text.segments import leading
from pobratim.reading.triggers import needs

_RECEIVING = ("принять", "принимать")


@needs(lambda: verbs_of("meeting"))
def meeting_verb(scene: Scene, story: Story) -> Iterator[Draft]:
    """«Мэр Омска встретился с председателем горисполкома», «губернатор принял делегацию»."""
    for index in scene.trigger_verbs("meeting"):
        draft = start_draft(scene, "meeting", index, "event.meeting_verb", 0.92)
        if draft is None:
            continue
        if with_public(scene, index) or takes_thing(scene, index) or _greets_those_there(scene, index):
            continue
        gather_parties(scene, story, draft, index)
        if has_lemma(scene, index, *_RECEIVING):
            named = _received(scene, index)
            guests = _guests_meant(scene, story, index)
            told = story.journey_between(scene, draft.parties[:1], draft.status)
            if not named and not guests and not receives(scene) and not _receives_guests(scene, told):
                continue
            if guests:
                draft.parties = nearest(scene, [*guests, *draft.parties])
            draft.participants = list(dict.fromkeys([*draft.participants, *named]))
        if _with_companies(scene, draft, index) or len(draft.parties) >= 2 or len(draft.participants) >= 2:
            yield draft


def _greets_those_there(scene: Scene, index: int) -> bool:
    """«Участников конференции | приветствовал губернатор», «приветствуя участников турнира»: a word to all who are
    there."""
    if not has_lemma(scene, index, "приветствовать", "поприветствовать"):
        return False
    first, last = scene.clauses.stretch_at(index)
    return any(scene.tokens[i].lower in {"участников", "зрителей", "собравшихся"} for i in range(first, last))


def meeting_noun(scene: Scene, story: Story) -> Iterator[Draft]:
    """«состоялась встреча мэров», «по итогам переговоров с главой города», «на встрече в Минске»."""
    for index in scene.trigger_nouns("meeting"):
        if with_public(scene, index) or _is_means(scene, index) or _is_hospitality(scene, index):
            continue
        draft = start_draft(scene, "meeting", index, "event.meeting_noun", 0.85)
        if draft is None:
            continue
        going_on = draft.status == "planned" and draft.date is None
        if going_on and (_is_this_one(scene, index) or _will_lead_to(scene, index)):
            draft.status = "held"
        gather_parties(scene, story, draft, index)
        if len(draft.participants) < 2 and refers_back(scene, index):
            gather_from_before(scene, draft)
        enough = len(set(draft.parties)) >= 2 or len(draft.participants) >= 2 or _with_envoy(scene, draft)
        if _with_companies(scene, draft, index) or enough:
            yield draft


def _is_hospitality(scene: Scene, index: int) -> bool:
    """«поблагодарил хозяев за тёплый | приём», «с благодарностью за встречу»: how they were received, on a visit."""
    first = leading(scene.tokens, index, scene.sentence.first)
    return scene.tokens[first].lower == "за" and any(i < first for i in scene.with_lemmas(_THANKS))


_THANKS = frozenset({"благодарность", "поблагодарить", "благодарить", "спасибо", "признательность", "признательный"})


def _with_envoy(scene: Scene, draft: Draft) -> bool:
    """«встреча донской делегации с послом России в Армении»: both of one country, and yet they met."""
    envoys = {post.person for post in scene.stands_of_document.posts if post.title.split(" ")[-1] in _ENVOYS}
    coming = any(stand.kind == "delegation" for stand in scene.stands)
    return coming and bool(draft.parties) and not envoys.isdisjoint(draft.participants)


_ENVOYS = frozenset({"посол", "консул", "торгпред"})


def _is_this_one(scene: Scene, index: int) -> bool:
    """«эта наша встреча послужит …», says one of those who meet: the one that is going on."""
    before = scene.tokens[index - 1] if scene.speaker is not None and index > scene.sentence.first else None
    return before is not None and before.word is not None and not before.word.lemmas.isdisjoint(_THIS)


def _will_lead_to(scene: Scene, index: int) -> bool:
    """«Мэр отметил, что встреча | станет началом сотрудничества»: what will come of it is ahead, not the meeting."""
    noun, verb = scene.tokens[index].word, scene.clauses.clause_at(index).verb
    governor = scene.tokens[verb].word if verb is not None and verb > index else None
    if noun is None or governor is None or not any(parse.case == "nomn" for parse in noun.parses):
        return False
    ahead = any(parse.has("futr") for parse in governor.parses) and governor.form not in {"будет", "будут"}
    return ahead and governor.lemmas.isdisjoint(union(events().happening, events().planned))


_THIS = frozenset({"этот", "наш", "сегодняшний", "данный", "нынешний"})


def _received(scene: Scene, index: int) -> list[str]:
    """«Президент П. Лаптев принимает своего коллегу И. Савицкого»: one named before the verb, one after."""
    people = scene.context.mentions_in(*scene.span, "person")
    before = [mention for mention in people if mention.last <= index]
    after = [mention for mention in people if mention.first > index]
    if not before or not after or any(t.text == "," for t in scene.tokens[index : after[0].first]):
        return []
    return [before[-1].entity, after[0].entity]


def _guests_meant(scene: Scene, story: Story, index: int) -> list[str]:
    """«В ратуше её принял мэр», «их приняли в думе»: the guests told of in the sentence before."""
    near = scene.tokens[max(scene.sentence.first, index - 3) : min(scene.sentence.last, index + 3)]
    before = scene.told_before
    if before is None or not any(token.lower in {"её", "ее", "их", "его"} for token in near):
        return []
    told = speaks_of_guests(before) or any(s.kind in {"delegation", "person"} for s in before.stands)
    journey = story.journey(scene) if told else None
    return list(journey.parties[:-1]) if journey is not None else []


def takes_thing(scene: Scene, index: int) -> bool:
    """«принять участие», «принял решение»: nobody is received."""
    following = scene.tokens[index + 1 : min(scene.sentence.last, index + 4)]
    if following and following[0].lower in {"в", "во", "на", "у", "с", "со"}:
        return False  # «принимая в среду губернатора»
    officials = {stand.start for stand in scene.stands if stand.kind == "person"}
    if any(token.start in officials for token in following):
        return False  # «гостей принял глава района»
    noun = next((token.word for token in following if token.word and token.word.pos == "NOUN"), None)
    if noun is None or noun.lemmas & union(events().guests, events().delegation):
        return False
    return "anim" not in noun.parses[0].tags and has_lemma(scene, index, *_RECEIVING)


def _receives_guests(scene: Scene, journey: Draft | None) -> bool:
    """«в мэрии приняли делегацию Бреста», «гостей принял глава района»: those who came are there, and a host."""
    if journey is None:
        return False
    hosts = [s for s in scene.stands if s.kind in {"person", "organization"} and s.place not in journey.parties[:-1]]
    return bool(hosts) and (speaks_of_guests(scene) or any(s.kind == "delegation" for s in scene.stands))


def with_public(scene: Scene, index: int) -> bool:
    """«на встрече с журналистами», «в беседе с корреспондентом»: nobody stands for a place there."""
    following = scene.tokens[index + 1].word if index + 1 < scene.sentence.last else None
    received = has_lemma(scene, index, "приём", "прием") and following is not None
    if received and not following.lemmas.isdisjoint(events().public):  # type: ignore[union-attr]
        return True  # «провёл приём граждан»
    for i in range(index + 1, min(scene.sentence.last, index + 3)):
        if scene.tokens[i].lower in {"с", "со"}:
            near = scene.tokens[i + 1 : min(scene.sentence.last, i + 4)]
            public = [number for number, t in enumerate(near) if t.word and t.word.lemmas & events().public]
            return bool(public) and not _from_elsewhere(scene, i + 1 + public[0])
    return False


def _from_elsewhere(scene: Scene, index: int) -> bool:
    """«со школьниками из немецкого города-побратима Бонна»: those who came from another place stand for it."""
    following = scene.tokens[index + 1] if index + 1 < scene.sentence.last else None
    if following is None or following.lower != "из":
        return False
    return any(s.role == "from" and s.start >= following.start for s in scene.stands) or any(
        stand.kind == "delegation" and stand.end > following.start for stand in scene.stands
    )


def _is_means(scene: Scene, index: int) -> bool:
    """«путём переговоров», «переговоры, начатые в 2021 году»: a way of doing, no happening."""
    following = scene.tokens[index + 1 : min(scene.sentence.last, index + 3)]
    if any(token.word and token.word.pos == "PRTF" and token.word.lemmas & _LONG for token in following):
        return True
    if index > scene.sentence.first and scene.tokens[index - 1].lower in _MANNER and [*scene.trigger_verbs("signing")]:
        return True  # «в режиме видеоконференции подписали меморандум»
    if following and following[0].lower in {"о", "об"} and _goes_on(scene, index):
        return True
    return index > scene.sentence.first and scene.tokens[index - 1].lower in {"путём", "путем", "помощью", "столом"}


def _goes_on(scene: Scene, index: int) -> bool:
    """«идут переговоры об открытии класса»: they are going on, and nobody says when anybody met."""
    near = scene.tokens[max(scene.sentence.first, index - 3) : index]
    verbs = [token.word for token in near if token.word is not None and token.word.lemmas & _GOING]
    return any(parse.has("pres") for verb in verbs for parse in verb.parses)


_MANNER = frozenset({"режиме", "формате", "форме"})
_GOING = frozenset({"идти", "вестись", "вести"})
_LONG = frozenset({"начатый", "начать", "длиться", "вестись", "тянуться", "идти"})


def _with_companies(scene: Scene, draft: Draft, index: int) -> bool:
    """«переговоры с заводом «СамАвто»»: the other side is a company."""
    by_id = scene.context.by_id
    after = [m for m in scene.organizations if m.first > index and not is_authority(by_id[m.entity])]
    if len({s.place for s in acting_stands(scene, index) if s.kind in {"person", "delegation"}}) >= 2:
        return False
    companies = [m.entity for m in after if _is_with(scene, index, m)]
    if companies and (draft.parties or draft.participants):
        draft.organizations = list(dict.fromkeys(companies))
        return True
    return False


def _is_with(scene: Scene, index: int, mention: Mention) -> bool:
    """Does «с» stand between the trigger and the name?"""
    if scene.clauses.has_verb(index + 1, mention.first):
        return False  # «на встрече с главой области, передаёт корреспондент …»
    between = scene.tokens[index + 1 : mention.first]
    if any(token.word and not token.word.lemmas.isdisjoint(events().nouns) for token in between):
        return False  # «встреча с мэром, посещение завода …»
    told = [a.lower for a, b in itertools.pairwise(between) if b.lower != "том"]  # «в том числе»
    told += [token.lower for token in between[-1:]]
    lead = [word for word in told if word in {"с", "со", "на", "в", "во", ":", "у"}]
    return bool(lead) and lead[-1] in {"с", "со"}


# ---------------------------------------------------------------- who meets


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
    cases = [{parse.case for parse in token.word.parses} for token in name if token.word]
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
