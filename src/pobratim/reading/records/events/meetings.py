"""Meetings: talks, receptions, negotiations. «Мэр Омска встретился с акимом», «прошли переговоры»."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from pobratim.reading.context import Mention
from pobratim.reading.once import union
from pobratim.reading.records.authorities import is_authority
from pobratim.reading.records.events.drafts import Draft, has_lemma, start_draft
from pobratim.reading.records.events.heads_of_bodies import bring_in_bodies
from pobratim.reading.records.events.meeting_sides import gather_from_before, gather_parties, receives, refers_back
from pobratim.reading.records.events.story import Story, speaks_of_guests
from pobratim.reading.records.events.taking_part import acting_stands
from pobratim.reading.records.events.where import nearest
from pobratim.reading.records.lexicon import events, verbs_of
from pobratim.reading.records.scenes import Scene
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
        if _welcomes_a_thing(scene, index) or is_hosting_side(scene, index):
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
            bring_in_bodies(scene, draft)
            _as_with_own_envoy(scene, draft)
            yield draft


def is_hosting_side(scene: Scene, index: int) -> bool:
    """«от | принимающей стороны выступил мэр»: whose guests they are, no reception."""
    following = scene.tokens[index + 1] if index + 1 < scene.sentence.last else None
    word = scene.tokens[index].word
    hosts = following is not None and following.lemma in {"сторона", "страна", "город"}
    return hosts and word is not None and word.form.startswith("принимающ")


def _greets_those_there(scene: Scene, index: int) -> bool:
    """«Участников конференции | приветствовал губернатор», «приветствуя участников турнира»: a word to all who are
    there."""
    if not has_lemma(scene, index, "приветствовать", "поприветствовать"):
        return False
    first, last = scene.clauses.stretch_at(index)
    return any(scene.tokens[i].lower in {"участников", "зрителей", "собравшихся"} for i in range(first, last))


def _welcomes_a_thing(scene: Scene, index: int) -> bool:
    """«мэр приветствовал | инициативу Бреста», «стремление гостей приветствовал мэр»: what is welcome, no meeting."""
    if not has_lemma(scene, index, "приветствовать", "поприветствовать"):
        return False
    things = scene.with_lemmas(events().welcome)
    first, last = scene.clauses.stretch_at(index)
    return any(first <= i < last and _is_object(scene, i) for i in things)


def _is_object(scene: Scene, index: int) -> bool:
    word = scene.tokens[index].word
    return word is not None and any(parse.case == "accs" and parse.pos == "NOUN" for parse in word.parses)


def meeting_noun(scene: Scene, story: Story) -> Iterator[Draft]:
    """«состоялась встреча мэров», «по итогам переговоров с главой города», «на встрече в Минске»."""
    for index in scene.trigger_nouns("meeting"):
        if with_public(scene, index) or _is_means(scene, index) or _is_hospitality(scene, index):
            continue
        if _is_stage_of_way(scene, index) or _is_inner(scene, index):
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
            bring_in_bodies(scene, draft)
            _as_with_own_envoy(scene, draft)
            yield draft


def tells_of_inner(scene: Scene) -> bool:
    """Does the sentence have such talks?"""
    nouns = (i for i in scene.with_lemmas(union(_COUNCIL, events().inner)) if scene.tokens[i].is_mostly(_NOUN))
    return any(_is_inner(scene, index) for index in nouns)


def _is_inner(scene: Scene, index: int) -> bool:
    """«на оперативном | совещании в правительстве», «на | планёрке»: one administration talks of what was elsewhere."""
    first = leading(scene.tokens, index, scene.sentence.first)
    words = (token.word for token in scene.tokens[first + 1 : index + 1])
    return any(word is not None and not word.lemmas.isdisjoint(events().inner) for word in words)


_COUNCIL, _NOUN = frozenset({"совещание"}), frozenset({"NOUN"})


def _is_stage_of_way(scene: Scene, index: int) -> bool:
    """«прошли путь от первых | переговоров до подписания договора»: how far it has come, no talks of their own."""
    first = leading(scene.tokens, index, scene.sentence.first)
    following = scene.tokens[index + 1 : min(index + _WAY, scene.sentence.last)]
    return scene.tokens[first].lower == "от" and any(token.lower == "до" for token in following)


_WAY = 8
"""Tokens from «от переговоров» to «до»."""


def _is_hospitality(scene: Scene, index: int) -> bool:
    """«поблагодарил хозяев за тёплый | приём», «с благодарностью за встречу»: how they were received, on a visit."""
    first = leading(scene.tokens, index, scene.sentence.first)
    return (scene.tokens[first].lower == "за" and _is_thanked(scene, first)) or is_of_hosting(scene, index)


def is_of_hosting(scene: Scene, index: int) -> bool:
    """«поблагодарил за помощь в организации | визита и | приёма»: what was done for a visit told already."""
    before = range(index - 1, max(scene.sentence.first, index - _THANKED), -1)
    first = next((i for i in before if scene.tokens[i].lower == "за"), index)
    words = (token.word for token in scene.tokens[first + 1 : index])
    hosting = any(word is not None and not word.lemmas.isdisjoint(_HOSTING) for word in words)
    return hosting and not scene.clauses.has_verb(first, index) and _is_thanked(scene, first)


def _is_thanked(scene: Scene, first: int) -> bool:
    return any(i < first for i in scene.with_lemmas(events().thanks))


_THANKED = 9
"""Tokens from «за» to the visit."""
_HOSTING = frozenset({"организация", "проведение", "подготовка", "программа"})


def _as_with_own_envoy(scene: Scene, draft: Draft) -> None:
    """«губернатор области, прибыв в Минск, встретился с послом России»: the two of one land are the sides."""
    known = scene.stands_of_document
    if scene.with_lemmas(_TAKING_PART):
        return  # «во встрече городов примут участие посол и губернатор»
    envoys = [person for person in draft.participants if person in known.envoys]
    lands = {known.place_of_person.get(person) for person in envoys}
    others = [p for p in draft.participants if p not in envoys and p in known.place_of_person]
    homes = list(dict.fromkeys(known.place_of_person[person] for person in others))
    land = lands.pop() if len(lands) == 1 else None
    if land is not None and homes and land not in homes and all(known.akin(home, land) for home in homes):
        draft.parties = [*homes, land]


_TAKING_PART = frozenset({"участие", "участвовать", "присутствовать"})


def _with_envoy(scene: Scene, draft: Draft) -> bool:
    """«встреча донской делегации с послом России в Армении»: both of one country, and yet they met."""
    coming = any(stand.kind == "delegation" for stand in scene.stands)
    return coming and bool(draft.parties) and not scene.stands_of_document.envoys.isdisjoint(draft.participants)


def _is_this_one(scene: Scene, index: int) -> bool:
    """«эта наша встреча послужит …», says one of those who meet: the one that is going on."""
    before = scene.tokens[index - 1] if scene.speaker is not None and index > scene.sentence.first else None
    return before is not None and before.word is not None and not before.word.lemmas.isdisjoint(_THIS)


def _will_lead_to(scene: Scene, index: int) -> bool:
    """«Мэр отметил, что встреча | станет началом сотрудничества»: what will come of it is ahead, not the meeting."""
    noun, verb = scene.tokens[index].word, scene.clauses.clause_at(index).verb
    governor = scene.tokens[verb].word if verb is not None and verb > index else None
    if noun is None or governor is None or not noun.is_case("nomn"):
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
    if index > scene.sentence.first and scene.tokens[index - 1].lower in _MANNER and _names_gathering(scene, index):
        return True  # «заседание прошло в формате видеоконференции»
    if following and following[0].lower in {"о", "об"} and _goes_on(scene, index):
        return True
    return index > scene.sentence.first and scene.tokens[index - 1].lower in {"путём", "путем", "помощью", "столом"}


def _names_gathering(scene: Scene, index: int) -> bool:
    """Is it said of a forum or of another meeting, named before it?"""
    told = [*scene.trigger_nouns("forum"), *scene.trigger_nouns("meeting")]
    return any(other < index for other in told)


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
