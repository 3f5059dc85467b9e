"""Where it happens, and which places are meant: the host, the other of the pair."""

from __future__ import annotations

from pobratim.reading.dates.dateline import dateline_places
from pobratim.reading.names.places.adjectives import place_of_adjective
from pobratim.reading.records.dating import is_of_what_is_agreed, is_stage
from pobratim.reading.records.events.drafts import Draft, is_one_of
from pobratim.reading.records.events.levels import nearer
from pobratim.reading.records.events.taking_part import told_by
from pobratim.reading.records.lexicon import events
from pobratim.reading.records.rows import row_from
from pobratim.reading.records.scenes import Scene
from pobratim.reading.records.stand import Stand
from pobratim.reading.text.segments import FINITE


def nearest(scene: Scene, places: list[str]) -> list[str]:
    """Each once, without a country of which a nearer place is named."""
    by_id = scene.context.by_id
    unique = list(dict.fromkeys(places))
    inner = {by_id[place].country for place in unique if by_id[place].type != "country"}
    return [place for place in unique if by_id[place].type != "country" or by_id[place].country not in inner]


def one_side(scene: Scene, stands: list[Stand]) -> bool:
    """«(встретился) с делегациями Омска, Тары и Бреста», «(принял) гостей из Омска и Тары»: the guests in one row are
    one of the two sides."""
    joined = [stand for stand in stands if stand.kind == "place" and stand.role == "with"]
    if len(joined) == len({s.place for s in stands}) > 1:
        return len(row_from(scene.context, joined)) == len(joined)  # «переговоры с Лидой и Тарой»
    coming = [stand for stand in stands if stand.kind != "place"]
    if len({stand.place for stand in coming}) < 2 or any(stand.entity is not None for stand in coming):
        return False
    received = any(is_one_of(scene, i, events().receiving) for i in scene.trigger_verbs("meeting"))
    together = all(stand.role in {"with", "from"} for stand in coming) or received
    return together and len(row_from(scene.context, coming)) == len(coming)


def place_in(scene: Scene, index: int) -> str | None:
    """Where: «в Минске», «в мэрии Казани», the one nearest to the trigger."""
    position = scene.tokens[index].start
    inside = [stand for stand in scene.outer_stands if stand.kind == "place" and stand.role == "in"]
    inside = inside or [stand for stand in scene.stands if stand.kind == "place" and stand.role == "in"]
    inside = [stand for stand in inside if not in_other_clause(scene, index, stand)]
    nearest_one = min(inside, key=lambda stand: abs(stand.start - position), default=None)
    there = _there(scene, index)
    if there is not None and (nearest_one is None or nearest_one.start < there.start):
        nearest_one = there
    return nearest_one.place if nearest_one else _house_of(scene) or _our_town(scene) or _hall_of(scene)


def _our_town(scene: Scene) -> str | None:
    """«Омск, 12 ноября. Сегодня в нашем городе …»: the one town from which the text is sent."""
    words = [token.lower for token in scene.tokens[scene.sentence.first : scene.sentence.last]]
    said = any(words[i : i + 3] == ["в", "нашем", "городе"] for i in range(len(words) - 2))
    if not said or scene.speaker is not None:
        return None
    spans = dateline_places(scene.context.layout)
    if scene.before is not None and len(scene.context.tokens_in(*scene.before.span)) <= _DATELINE:
        spans = [*spans, scene.before.span]
    towns = {m.entity for span in spans for m in scene.context.places_in(*span)}
    return towns.pop() if len(towns) == 1 else None


def _hall_of(scene: Scene) -> str | None:
    """«в Полоцком Дворце культуры», «на базе Омского университета»: the town whose adjective begins the body's name."""
    for mention in scene.organizations:
        before = [token.lower for token in scene.tokens[max(scene.sentence.first, mention.first - 2) : mention.first]]
        if before[-1:] in (["в"], ["во"]) or before in (["на", "базе"], ["на", "площадке"]):
            place = place_of_adjective(scene.context, scene.tokens[mention.first])
            if place is not None and scene.context.by_id[place].type == "city":
                return place
    return None


_DATELINE = 6
"""Tokens of «Омск, 12 ноября.»."""


def _there(scene: Scene, index: int) -> Stand | None:
    """«приедут в Могилёв, | где | подпишут договор», «вернулись из Чачака, где был фестиваль»: what goes on there."""
    where = next((i for i in range(index - 1, scene.sentence.first, -1) if scene.tokens[i].lower == "где"), None)
    if where is None or scene.tokens[where - 1].text != ",":
        return None
    clause = scene.clauses.below_at(index)
    if clause is not None and not clause.first <= where < clause.last:
        return None
    before = [s for s in scene.outer_stands if s.kind == "place" and s.end <= scene.tokens[where - 1].start]
    near = before[-1] if before else None
    apart = scene.context.tokens_in(near.end, scene.tokens[where - 1].start) if near is not None else []
    return near if not apart else None


def in_other_clause(scene: Scene, index: int, stand: Stand) -> bool:
    """«на встрече рассказали, как работают школы в Лиде»: what stands in a clause below says nothing of the token,
    unless that tells of a stage («на форуме, который прошёл в Лиде»).
    """
    at = scene.index_at(stand.start)
    if is_of_what_is_agreed(scene, index, at):
        return True
    clause = scene.clauses.below_at(at)
    if clause is None or clause.kind == "participle" or clause.first <= index < clause.last:
        return False
    return not is_stage(scene, clause, index)


def _house_of(scene: Scene) -> str | None:
    """«в мэрии Казани»: the seat of the authority in whose house it happens, a city."""
    for stand in scene.stands:
        in_house = stand.kind == "organization" and stand.role == "in" and not told_by(scene, stand)
        named = len(scene.context.tokens_in(stand.start, stand.end)) > 1  # «в мэрии» alone may be anybody's
        if in_house and named and scene.context.by_id[stand.place].type == "city":
            return stand.place
    return None


def host_of(scene: Scene, guests: list[str]) -> str | None:
    """The place where the document's happenings go on, if it is not the guests' own."""
    known = scene.stands_of_document
    elsewhere = [place for place in known.pair if place not in known.crowd and not _is_home(scene, place, guests)]
    if len(elsewhere) == 1 and guests:
        return elsewhere[0]
    host = known.host
    if host is None or _is_home(scene, host, guests):
        return None
    inside = [place for place in elsewhere if known.contain(place, host)]
    return inside[0] if len(inside) == 1 else host


def _is_home(scene: Scene, place: str, guests: list[str]) -> bool:
    """Is it where the guests come from, or does it lie there?"""
    return any(scene.stands_of_document.akin(place, guest) for guest in guests)


def _is_with(scene: Scene, place: str) -> bool:
    """«подписан протокол с Худжандом», «на встрече с мэром Худжанда»: the other side goes without saying."""
    return any(
        stand.place == place and (stand.role == "with" or _is_led_by_with(scene, stand)) for stand in scene.stands
    )


def _is_led_by_with(scene: Scene, stand: Stand) -> bool:
    """«с заместителем мэра Худжанда | Каримом Саидовым»: the preposition stands before the title."""
    if stand.kind != "person":
        return False
    before = scene.context.tokens_in(scene.sentence.start, stand.start)[-_TITLE:]
    for token in reversed(before):
        if token.word is None or token.word.is_mostly(FINITE):
            return False
        if token.lower in {"с", "со"}:
            return True
    return False


_TITLE = 7
"""Words of a title before a name."""


def _other_of(scene: Scene, party: str) -> str | None:
    """The other of the pair, where the party lies in the one («мэр Омска» of Омская область and Минск)."""
    pair, akin = scene.stands_of_document.pair, scene.stands_of_document.akin
    others = [place for place in pair if not akin(place, party)]
    return others[0] if len(others) == 1 and scene.context.by_id[party].type != "country" else None


def complete_pair(scene: Scene, draft: Draft) -> None:
    """A lone party is joined by the other place the document is about."""
    pair = scene.stands_of_document.pair
    if len(draft.parties) > 1 and one_side(scene, [s for s in scene.stands if nearer(scene, s) in draft.parties]):
        feasts = (s.place for s in scene.stands if s.kind == "place" and keeps_feast(scene, s))
        host = draft.place or next(feasts, None) or host_of(scene, draft.parties)
        draft.parties += [host] if host is not None and host not in draft.parties else []
        if host is None and all(_is_with(scene, place) for place in draft.parties):
            draft.parties = draft.parties[:1]  # «с Лидой и Тарой прошли переговоры», and nobody says whose
    elif len(set(draft.parties)) == 1 and len(pair) == 2 and draft.parties[0] in pair:
        draft.parties.append(pair[0] if pair[1] == draft.parties[0] else pair[1])
        draft.confidence -= 0.06
    elif len(set(draft.parties)) == 1 and len(pair) == 2 and (other := _other_of(scene, draft.parties[0])) is not None:
        known, by_id = next(place for place in pair if place != other), scene.context.by_id
        wider = by_id[known].type == "city" and by_id[draft.parties[0]].type != "city"
        draft.parties = [known if wider else draft.parties[0], other]
        draft.confidence -= 0.1
    elif len(set(draft.parties)) == 1 and pair and _is_with(scene, draft.parties[0]):
        draft.parties.append(pair[0])
        draft.confidence -= 0.1
    elif not draft.parties and draft.kind == "signing" and len(pair) == 2:
        draft.parties = list(pair)
        draft.confidence -= 0.12


_BEFORE = 5


def keeps_feast(scene: Scene, stand: Stand) -> bool:
    """«День города | Бреста», «юбилей | Бреста»: the noun before tells of a feast that the place keeps."""
    before = scene.context.tokens_in(scene.sentence.start, stand.start)[-_BEFORE:]
    return any(token.lemma.endswith("летие") or not events().feasts.isdisjoint({token.lemma}) for token in before)


def here(scene: Scene) -> str | None:
    """«(Омск принимает гостей. …) | Здесь прошла выставка»: the one town that the nearest sentence before names."""
    words = scene.tokens[scene.sentence.first : scene.sentence.last]
    if not any(token.lower in _HERE for token in words):
        return None
    by_id, index = scene.context.by_id, scene.sentence.index
    for sentence in reversed(scene.context.layout.sentences[max(0, index - _BACK) : index]):
        stands = scene.stands_of_document.inside((sentence.start, sentence.end))
        joined = {stand.place for stand in stands if stand.kind == "place" and stand.role == "with"}
        places = {mention.entity for mention in scene.context.places_in(sentence.start, sentence.end)} - joined
        towns = {place for place in places if by_id[place].type == "city"}
        towns = towns or _homes(scene, stands)
        if towns:
            return towns.pop() if len(towns) == 1 else None
    return None


def _homes(scene: Scene, stands: list[Stand]) -> set[str]:
    """«Омичи проведут День дружбы»: the town of its people, told by their one word."""
    people = [s for s in stands if s.kind == "delegation" and len(scene.context.tokens_in(s.start, s.end)) == 1]
    moving = any(stand.kind == "place" and stand.role in {"in", "to", "from"} for stand in stands)
    return set() if moving else {s.place for s in people if scene.context.by_id[s.place].type == "city"}


_HERE = frozenset({"здесь", "тут"})
_BACK = 4
"""Sentences back to which «здесь» points."""
