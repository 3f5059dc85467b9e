"""The journeys a document tells: who came to whom and when, gathered from everything that speaks of it.

A release nearly always tells one journey or reception, at times two or three. Each is a *frame*: the draft of a
visit as the whole document tells it. What sentences say outright («делегация Омска прибыла в Минск», «мэр Минска
принял гостей из Омска») makes the frames; what they leave open («визит», «гости», «в мэрии») is read by them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pobratim.model import edtf
from pobratim.reading.context import Context
from pobratim.reading.records.events.drafts import Draft, is_one_of, start_draft
from pobratim.reading.records.events.guests import HEADING, travellers
from pobratim.reading.records.events.joining import join
from pobratim.reading.records.events.levels import nearer
from pobratim.reading.records.events.meetings import is_hosting_side
from pobratim.reading.records.events.sameness import same_event
from pobratim.reading.records.events.story import Story
from pobratim.reading.records.events.taking_part import acting_stands
from pobratim.reading.records.lexicon import events
from pobratim.reading.records.rows import row_from
from pobratim.reading.records.scenes import Scene
from pobratim.reading.records.stand import Stand
from pobratim.reading.records.stands import Stands
from pobratim.reading.text.segments import leading

RECEPTION = "event.reception"
"""The rule of a visit that only the reception of the guests tells of."""
_COMING = frozenset({"делегация", "бизнес-делегация", "гость", "группа", "миссия", "делегат"})


def gather(context: Context, stands: Stands, tellings: list[Draft]) -> list[Draft]:
    """The frames of a document, in the order of its text; of two that say the opposite the one told more."""
    frames: list[Draft] = []
    weights: list[float] = []
    for telling in sorted(tellings, key=lambda draft: not draft.sure):
        weight = (2.0 if telling.sure else 0.5) * (2.0 if context.is_title(_sentence(context, telling)) else 1.0)
        for number, frame in enumerate(frames):
            if same_event(context, stands, frame, telling):
                join(context, stands, frame, telling)
                weights[number] += weight
                break
        else:
            frames.append(_copy(telling))
            weights.append(weight)
    kept = [
        frame
        for frame, weight in zip(frames, weights, strict=True)
        if not any(
            weight < other_weight and _contradict(frame, other) and not _are_in_turn(context, frame, other)
            for other, other_weight in zip(frames, weights, strict=True)
        )
    ]
    for frame in kept:
        _name_by_pair(context, stands, frame)
    return sorted(kept, key=lambda frame: frame.evidence[0])


def _name_by_pair(context: Context, stands: Stands, frame: Draft) -> None:
    """«визит сербской делегации на Ставрополье» in a release on Железноводск and its twin: they are meant."""
    if frame.background or len(frame.parties) != 2 or len(stands.pair) != 2:
        return
    whole = {place for place in frame.parties if context.by_id[place].type == "country"}
    if any(stands.place_of_person.get(person) in whole for person in frame.participants):
        return  # «президент России посетил Китай», whatever cities the document is about
    levels, of_pair = ({context.by_id[place].type for place in two} for two in (frame.parties, stands.pair))
    if len(levels) == 1 and len(of_pair) == 2:
        return  # «делегация Псковской области побывала в Витебской области»: two of one level, as told
    for pair in (stands.pair, stands.pair[::-1]):
        if all(_is_or_holds(context, stands, *two) for two in zip(frame.parties, pair, strict=True)):
            frame.place = pair[1] if frame.place and context.by_id[frame.place].type == "region" else frame.place
            frame.parties = list(pair)
            return


def _is_or_holds(context: Context, stands: Stands, side: str, place: str) -> bool:
    """The same place, or a land in which the document speaks of this one place."""
    if side == place:
        return True
    whole, part = context.by_id[side].type, context.by_id[place].type
    if not ((part == "city" and whole != "city") or (whole == "country" and part != "country")):
        return False
    inside = [other for other in stands.focus if other != side and stands.akin(side, other)]
    rivals = [other for other in inside if context.by_id[other].type == part and not stands.akin(place, other)]
    return place in inside and not rivals


def _sentence(context: Context, telling: Draft):  # type: ignore[no-untyped-def]
    return context.sentence_at(telling.evidence[0][0])


def _copy(telling: Draft) -> Draft:
    return replace(telling, parties=list(telling.parties), participants=list(telling.participants))


def _contradict(left: Draft, right: Draft) -> bool:
    """Did the same two go both ways, of which nothing else tells apart the one journey from the other?"""
    if left.sure and (left.status != right.status or left.background != right.background):
        return False
    if left.date is not None and right.date is not None and not edtf.compatible(left.date, right.date):
        return False
    return left.place in right.parties[:-1] and right.place in left.parties[:-1]


def _are_in_turn(context: Context, left: Draft, right: Draft) -> bool:
    """«побывали с ответным визитом», «первый визит … состоялся в мае»: both went, one after the other."""
    words = " ".join(context.text(span).lower() for draft in (left, right) for span in draft.evidence)
    return "ответн" in words


# ---------------------------------------------------------------- journeys that receptions tell of


def reception(scene: Scene, story: Story) -> Iterator[Draft]:
    """«Мэр Омска принял делегацию Бреста», «встретился с гостями из Бреста»: they came to him."""
    if len(scene.outer_stands) < 2:
        return
    welcoming = [index for index in scene.trigger_verbs("visit") if is_one_of(scene, index, events().welcoming)]
    for index in [*scene.trigger_verbs("meeting"), *scene.trigger_nouns("meeting"), *welcoming]:
        if is_hosting_side(scene, index):
            continue
        stands = acting_stands(scene, index)
        coming = [stand for stand in stands if _comes(scene, stand, index)]
        at_home = [s for s in stands if s.kind in {"person", "organization"} and s not in coming]
        if coming:
            row = row_from(scene.context, stands[stands.index(coming[0]) :])
            coming += [stand for stand in row if stand not in coming and stand.kind != "place" and stand.entity is None]
        guests = list(dict.fromkeys(nearer(scene, stand) for stand in coming))
        contain = scene.stands_of_document.contain
        hosts = _nearest_hosts(scene, list(dict.fromkeys(s.place for s in at_home if s.place not in guests)))
        together = len(guests) == 1 or len(row_from(scene.context, coming)) == len(coming)
        akin = scene.stands_of_document.akin
        if not guests or not together or len(hosts) != 1 or any(contain(guest, hosts[0]) for guest in guests):
            continue
        if scene.context.by_id[hosts[0]].type == "country" and any(akin(guest, hosts[0]) for guest in guests):
            continue
        draft = start_draft(scene, "visit", index, RECEPTION, 0.7)
        if draft is None or draft.remote or _on_neutral_ground(scene, index):
            continue
        draft.parties, draft.place = [*guests, hosts[0]], hosts[0]
        draft.participants = travellers(scene, index, guests, hosts[0])
        yield draft


def _on_neutral_ground(scene: Scene, index: int) -> bool:
    """«встретился с делегацией Бреста | на форуме «Дружба» в Москве»: both came to the forum, nobody to the other."""
    for name in scene.event_names["forum"]:
        lead = leading(scene.tokens, name.head, scene.sentence.first)
        if name.head > index and scene.tokens[lead].lower == "на" and name.title is not None:
            return True
    return False


def _nearest_hosts(scene: Scene, hosts: list[str]) -> list[str]:
    """«гостей встретили мэр Омска и вице-губернатор Омской области»: in the city, whose oblast it is."""
    by_id, contain = scene.context.by_id, scene.stands_of_document.contain
    towns = [host for host in hosts if by_id[host].type == "city"]
    return [h for h in hosts if h in towns or not any(contain(h, town) for town in towns)]


def _comes(scene: Scene, stand: Stand, index: int) -> bool:
    """«делегация Бреста», «гости из Бреста»; after «принял» an official of another place too."""
    if any(token.lower == "участие" for token in scene.tokens[index + 1 : index + 3]):
        return False  # «принявший участие во встрече консул»
    if _is_to_come(scene, stand):
        return False  # «темой встречи стала подготовка визита делегации Бреста»
    if stand.kind == "delegation" and is_one_of(scene, index, events().welcoming):
        return True
    if stand.kind == "delegation":
        return sets_out(scene, stand)
    if stand.kind == "person" and _heads_group(scene, stand):
        return True
    verb = scene.tokens[index].word
    received = verb is not None and verb.pos != "NOUN" and is_one_of(scene, index, events().receiving)
    received = received and stand.start > scene.tokens[index].start
    return received and stand.kind == "person" and not _guests_first(scene, index)


def _is_to_come(scene: Scene, stand: Stand) -> bool:
    """Is it their visit that is still to come that the sentence speaks of?"""
    at = scene.index_at(stand.start)
    ahead = (i for i in scene.trigger_nouns("visit") if i < at and scene.status(i) == "planned")
    return any(not scene.clauses.has_verb(i + 1, at) for i in ahead)


def _heads_group(scene: Scene, stand: Stand) -> bool:
    """«С делегацией, которую возглавил председатель облисполкома | П. Лаптев», «с миссией во главе с мэром»."""
    end = scene.index_at(stand.start)
    named = scene.context.mentions_in(scene.sentence.start, stand.start, "person")
    first = max([scene.sentence.first, end - _TITLED, *(mention.last for mention in named)])
    group = next((i for i in scene.with_lemmas(_COMING) if first <= i < end), None)
    if group is None:
        return False
    between = scene.tokens[group + 1 : end]
    return any(t.lower == "главе" or (t.word is not None and t.word.lemmas & HEADING) for t in between)


_TITLED = 14
"""Tokens from «делегация» over the title of its head to the name."""


def sets_out(scene: Scene, stand: Stand) -> bool:
    """«делегация Бреста», «группа из Бреста»: people who are on their way, not «жители Бреста»."""
    words = scene.context.tokens_in(stand.start, stand.end)
    return any(token.word is not None and not token.word.lemmas.isdisjoint(_COMING) for token in words)


def _guests_first(scene: Scene, index: int) -> bool:
    """«Делегацию Бреста принял мэр»: the hosts stand behind the verb."""
    before = scene.tokens[scene.sentence.first : index]
    delegations = any(s.kind == "delegation" and s.start < scene.tokens[index].start for s in scene.stands)
    return delegations or any(token.word and token.word.lemmas & events().guests for token in before)
