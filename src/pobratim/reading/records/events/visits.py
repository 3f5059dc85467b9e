"""Visits: a delegation travels to a place. «Делегация Омска посетит Минск», «визит мэра в Казань»."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from pobratim.reading.names.places.adjectives import known_place, place_meant
from pobratim.reading.once import union
from pobratim.reading.records.authorities import is_authority
from pobratim.reading.records.dating import token_of
from pobratim.reading.records.events.as_guests import may_come_as_guests
from pobratim.reading.records.events.attending import doings
from pobratim.reading.records.events.crowds import comes_to_stay, counts
from pobratim.reading.records.events.destinations import destination_of, further_stops, sees_site
from pobratim.reading.records.events.drafts import Draft, has_lemma, is_one_of, start_draft
from pobratim.reading.records.events.guests import guests_of, travellers
from pobratim.reading.records.events.meetings import is_of_hosting, takes_thing
from pobratim.reading.records.events.story import Story, speaks_of_guests
from pobratim.reading.records.events.subjects import subject_of
from pobratim.reading.records.events.taking_part import tellers
from pobratim.reading.records.events.travel_words import goes_home, goes_to_generic, is_former, is_return, moves_thing
from pobratim.reading.records.events.where import host_of
from pobratim.reading.records.headline import place_of_headline
from pobratim.reading.records.lexicon import events, listed
from pobratim.reading.records.scenes import Scene

_ARRIVING = frozenset({"прибыть", "приехать", "прилететь", "гостить", "находиться", "отправиться", "направиться"})


_STAYING = frozenset({"пробыть", "пребывать", "гостить", "погостить", "находиться", "оставаться", "остаться"})
"""Verbs of being there: what they say of the days to come belongs to the visit that is going on."""


def visit_verb(scene: Scene, story: Story) -> Iterator[Draft]:
    """«Делегация Могилёва посетит Смоленск», «в Минск прибыла делегация Омска»."""
    for index in scene.trigger_verbs("visit"):
        staying = is_one_of(scene, index, _STAYING)
        if staying and (_is_ranked(scene, index) or _lies_there(scene, index)):
            continue
        yield from _visit(scene, story, index, "event.visit_stay" if staying else "event.visit_verb")


def _is_ranked(scene: Scene, index: int) -> bool:
    """«Китай находится на втором месте среди партнёров», «на втором месте – Омск, на третьем месте находится Китай»:
    nobody stays there."""
    first, last = scene.clauses.stretch_at(index)
    near = scene.tokens[max(first, index - 3) : min(last, index + 5)]
    return any(token.word is not None and token.word.lemmas & _RANKS for token in near)


def _lies_there(scene: Scene, index: int) -> bool:
    """«Партнёры Омска находятся в Китае», «филиалы компании находятся в Бресте»: it does not go there."""
    if not is_one_of(scene, index, frozenset({"находиться"})):
        return False
    nouns: frozenset[str] = frozenset()
    for token in scene.tokens[slice(*scene.clauses.side_at(index))]:
        nouns |= token.word.lemmas if token.word is not None and token.word.pos == "NOUN" else frozenset()
    return bool(nouns & _LYING) and not nouns & _COMING


_LYING = listed("guests", "lying")
_COMING = listed("guests", "staying")
_RANKS = listed("guests", "ranks")


def visit_noun(scene: Scene, story: Story) -> Iterator[Draft]:
    """«в ходе визита в Минск», «рабочая поездка мэра в Казань», «визит делегации Омска»."""
    for index in scene.trigger_nouns("visit"):
        if not (story.journeys and is_of_hosting(scene, index)):
            yield from _visit(scene, story, index, "event.visit_noun")


def returning(scene: Scene, story: Story) -> Iterator[Draft]:
    """«Делегация вернулась из Бреста», «вчера вернулся из Лиды»: there they were."""
    for index in scene.with_lemmas(events().returning):
        near = scene.tokens[index + 1 : min(scene.sentence.last, index + 5)]
        if any(token.lower == "из" for token in near):
            yield from _visit(scene, story, index, "event.returning")


def working(scene: Scene, story: Story) -> Iterator[Draft]:
    """«Делегация Омска завершила работу в Бресте», «итоги работы омской делегации в Лиде»: there they are."""
    if not any(stand.kind == "delegation" for stand in scene.stands) and not scene.with_lemmas(_GROUP):
        return
    for index in scene.with_lemmas(_WORK):
        following = scene.tokens[index + 1 : min(scene.sentence.last, index + 4)]
        noun = next((token for token in following if token.is_mostly(_NOUN)), None)
        if scene.tokens[index].is_mostly(_NOUN) and noun is not None and noun.lemma in _GROUP:
            yield from _visit(scene, story, index, "event.visit_work")
    for index in scene.with_lemmas(_GOING_ON):
        near = scene.tokens[max(scene.sentence.first, index - 4) : min(scene.sentence.last, index + 3)]
        if any(token.word is not None and not token.word.lemmas.isdisjoint(_WORK) for token in near):
            yield from _visit(scene, story, index, "event.visit_work")


_GROUP = frozenset({"делегация", "бизнес-делегация", "миссия"})
_WORK, _NOUN = frozenset({"работа"}), frozenset({"NOUN"})
_GOING_ON = listed("guests", "working")


@cache
def _telling() -> frozenset[str]:
    return union(events().returning, doings())


def tells_of_journey(scene: Scene) -> bool:
    """Does a word of travelling stand in the sentence at all?"""
    triggers = (scene.trigger_verbs("visit"), scene.trigger_nouns("visit"), scene.with_lemmas(_telling()))
    if may_come_as_guests(scene) or (scene.with_lemmas(_GOING_ON | _WORK) and scene.with_lemmas(_GROUP)):
        return True
    return any(True for words in triggers for _ in words)


def _visit(scene: Scene, story: Story, index: int, rule: str) -> Iterator[Draft]:
    draft = start_draft(scene, "visit", index, rule, 0.88)
    if draft is None or _is_none(scene, index):
        return
    if is_return(scene, index):
        _as_return(scene, index, draft)
    destination = destination_of(scene, index)
    if destination is None and (is_one_of(scene, index, events().receiving) or sees_site(scene, index)):
        return
    by_noun = scene.tokens[index].word.pos == "NOUN"  # type: ignore[union-attr]
    guests = guests_of(scene, index, destination)
    if destination is None and by_noun and story.journeys and not _has_owner(scene, index):
        guests = []
    known = story.journey(scene, guests) or story.journey_to(scene, guests)
    akin = scene.stands_of_document.akin
    guests = [guest for guest in guests if destination is None or not akin(guest, destination)]
    returned = _returned(scene, story, index, guests, destination)
    if returned is not None:
        guests, destination = [str(returned.place)], destination or returned.parties[0]
        draft.sure = True
    if is_former(scene, index):
        known = next((journey for journey in story.journeys if set(guests) <= set(journey.parties)), known)
    generic = goes_to_generic(scene, index)
    if destination is None and known is not None and not (generic and _is_verb(scene, index)):
        guests = _without_hosts(scene, known, guests)
    if destination is None and not guests:
        if known is not None and (draft.status == "cancelled" or _is_mentioned(scene, index, known, draft)):
            yield _told_again(scene, index, draft, known)
            return
        if known is not None or not speaks_of_guests(scene):
            return
    draft.sure = draft.sure or (destination is not None and bool(guests))
    if destination is None:
        destination = _where_meant(scene, known, guests) if by_noun or generic else None
        draft.confidence -= 0.1
    if destination is None:
        return
    if not guests and known is None and (envoys := _of_body(scene, index)):
        draft.parties, draft.place, draft.participants = [destination], destination, envoys
        draft.organizations = _bodies_of(scene, envoys)
        yield draft
        return
    if not guests and _come_from_unnamed(scene, index):
        return
    if not guests:
        guests = _understood(scene, known, destination)
        draft.sure = guests == [scene.speaker_place]  # «вчера вернулись из Бреста», says who was there
        draft.confidence -= 0.1
    if guests and destination not in guests and not _is_home(scene, destination, guests):
        _fill(scene, index, draft, guests, destination)
        yield draft


def _is_none(scene: Scene, index: int) -> bool:
    """«прибыли автобусы», «за год побывали две тысячи туристов», «улетают домой»: no journey of guests."""
    things = moves_thing(scene, index) or counts(scene, index) or takes_thing(scene, index)
    return things or goes_home(scene, index) or comes_to_stay(scene, index)


def _is_verb(scene: Scene, index: int) -> bool:
    word = scene.tokens[index].word
    return word is not None and word.pos == "VERB"


def _as_return(scene: Scene, index: int, draft: Draft) -> None:
    """«вернулись 10 мая из Бреста»: they were there, and the day is that of the return."""
    day = scene.date_near(index, planned=draft.status == "planned")
    draft.status = "held"
    if day is None or scene.clauses.below_at(token_of(scene, day)) is None:
        draft.date = draft.basis = None


def _without_hosts(scene: Scene, known: Draft, guests: list[str]) -> list[str]:
    """«принял прибывшего с визитом …», «в ходе визита губернатор и президент договорились»: the hosts of the journey
    told stand beside its guests, and came to nobody."""
    if set(guests) == {known.place}:
        return []
    akin = scene.stands_of_document.akin
    return [guest for guest in guests if not akin(guest, str(known.place))] or guests


def _told_again(scene: Scene, index: int, draft: Draft, known: Draft) -> Draft:
    """«визит продлится два дня»: the journey told before."""
    draft.parties, draft.place, draft.confidence = list(known.parties), known.place, 0.72
    draft.background = known.background
    draft.participants = travellers(scene, index, list(known.parties[:-1]), str(known.place))
    return draft


def _fill(scene: Scene, index: int, draft: Draft, guests: list[str], destination: str) -> None:
    """The guests, where they go, where else they stop, and who of them is named."""
    draft.parties, draft.place = [*guests, destination], destination
    draft.stops = further_stops(scene, destination, guests)
    draft.participants = travellers(scene, index, guests, destination)
    own = not any(has_lemma(scene, i, "наш") for i in range(scene.sentence.first, index))  # «наши врачи побывали»
    if scene.speaker and own and scene.speaker_place in guests and scene.speaker not in draft.participants:
        draft.participants.append(scene.speaker)


def _is_home(scene: Scene, destination: str, guests: list[str]) -> bool:
    """«В рамках визита делегация встретилась с послом России»: nobody visits the land that he comes from."""
    by_id = scene.context.by_id
    near = by_id[destination]
    same = all(by_id[guest].country == near.country is not None for guest in guests)
    return same and (near.type == "country" or all(by_id[guest].type == "country" for guest in guests))


def _returned(
    scene: Scene, story: Story, index: int, guests: list[str], destination: str | None
) -> Draft | None:
    """«ответный визит намечен на осень»: the journey whose hosts now go to their guests."""
    before = scene.tokens[max(scene.sentence.first, index - 2) : index]
    if not any(token.lower.startswith("ответн") for token in before):
        return None
    told = [d for d in story.journeys if d.evidence[0][0] < scene.sentence.start and d.place is not None]
    akin = scene.stands_of_document.akin
    fitting = [d for d in told if not guests or guests == [d.place]]
    fitting = [d for d in fitting if destination is None or akin(destination, d.parties[0])]
    return fitting[-1] if fitting and len(fitting[-1].parties) == 2 else None


def _where_meant(scene: Scene, known: Draft | None, guests: list[str]) -> str | None:
    """«прибыла в город»: where the journey told went; whose guests came there earlier, come from where it went to."""
    if known is None:
        return host_of(scene, guests) or _home_of_text(scene, guests)
    back = [home for home in known.parties[:-1] if home not in guests]
    return back[0] if known.place in guests and len(back) == 1 else known.place


def _home_of_text(scene: Scene, guests: list[str]) -> str | None:
    """«(Связи Омска: итоги года.) В мае город принимал гостей из Лиды»: the one place of the headline."""
    home = place_of_headline(scene.context)
    akin = scene.stands_of_document.akin
    return home if home is not None and not any(akin(home, guest) for guest in guests) else None


def _has_owner(scene: Scene, index: int) -> bool:
    """«визит делегации Омска», «поездка мэра»: whose it is; «в первый день визита» says nothing of that."""
    after = [s for s in scene.stands if s.start > scene.tokens[index].start and s.kind in {"delegation", "person"}]
    if not after:
        return False
    between = scene.context.tokens_in(scene.tokens[index].end, after[0].start)
    return not any(t.text in {",", ".", ":", "–", "—"} or (t.word and t.word.is_pos("VERB", "PRTS")) for t in between)


def _come_from_unnamed(scene: Scene, index: int) -> bool:
    """«витебские хирурги (приезжали в Смоленск)»: of a town that the document names by its adjective alone."""
    subject = subject_of(scene, index)
    if subject is None or subject == scene.sentence.first or speaks_of_guests(scene):
        return False
    noun, before = scene.tokens[subject].word, scene.tokens[subject - 1].word
    people = noun is not None and any(parse.pos == "NOUN" and "anim" in parse.tags for parse in noun.parses[:1])
    if not people or before is None or not before.is_pos("ADJF") or not before.lemma.endswith(("ский", "цкий", "ской")):
        return False
    return known_place(before.lemma) is not None and place_meant(scene.context, scene.tokens[subject - 1]) is None


def _understood(scene: Scene, known: Draft | None, destination: str) -> list[str]:
    """Guests that the sentence does not name: those of the journey told, the speaker's place, the other place."""
    ours = bool(scene.with_lemmas(frozenset({"наш"})))
    if ours and known is not None and known.parties[:-1] == [destination] and known.place is not None:
        return [known.place]  # «(К нам приедут гости из Бреста.) … в ходе визита нашей делегации в Брест»
    if known is not None and (known.place == destination or speaks_of_guests(scene)):
        return [place for place in known.parties[:-1] if place != destination]
    if scene.speaker_place and scene.speaker_place != destination:
        return [scene.speaker_place]
    contain = scene.stands_of_document.contain
    others = [place for place in scene.stands_of_document.pair if not contain(place, destination)]
    by_id = scene.context.by_id
    whole = by_id[destination].type == "country"
    others = [p for p in others if p != destination and not (whole and by_id[p].country == by_id[destination].country)]
    if len(others) != 1:
        return []
    inland = by_id[destination].type == "country" and by_id[others[0]].country == by_id[destination].country
    return [] if inland else others


def _of_body(scene: Scene, index: int) -> list[str]:
    """«Омск посетит руководитель фонда «Мир» Пётр Лаптев»: who comes for a body that stands for no place."""
    word = scene.tokens[index].word
    if word is None or word.pos not in {"VERB", "INFN"} or is_one_of(scene, index, events().receiving):
        return []
    if speaks_of_guests(scene) or any(stand.kind == "delegation" for stand in scene.stands):
        return []
    clause = scene.clauses.clause_at(index)
    named = [m.entity for m in scene.context.mentions_in(*scene.span, "person")
             if scene.clauses.clause_at(m.first) is clause]
    places = scene.stands_of_document.place_of_person
    told = tellers(scene, index)
    apart = [person for person in named if person not in told]
    return apart if apart and not any(person in places for person in apart) and _bodies_of(scene, apart) else []


def _bodies_of(scene: Scene, people: list[str]) -> list[str]:
    held = [post for post in scene.stands_of_document.posts if post.person in people and not post.place]
    bodies = dict.fromkeys(post.organization for post in held if post.organization)
    return [body for body in bodies if not is_authority(scene.context.by_id[body])]


def _is_mentioned(scene: Scene, index: int, known: Draft, draft: Draft) -> bool:
    """«визит продлится два дня»: it is the visit told before, unless «ответный» or of another day."""
    word = scene.tokens[index].word
    if word is None or (word.pos != "NOUN" and word.lemmas.isdisjoint(_ARRIVING)):
        return False
    before = scene.tokens[index - 1] if index > scene.sentence.first else None
    if before is not None and before.lower.startswith(("ответн", "прошл", "предыдущ", "следующ")):
        return False
    return known.status == draft.status and known.background == draft.background
