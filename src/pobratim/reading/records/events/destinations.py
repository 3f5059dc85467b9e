"""Where a visit goes: «посетить Смоленск», «прибыла в Минск», «в Минске приняли гостей»."""

from __future__ import annotations

from pobratim.reading.once import once
from pobratim.reading.records.authorities import is_authority
from pobratim.reading.records.events.drafts import has_lemma, is_one_of
from pobratim.reading.records.events.subjects import is_received
from pobratim.reading.records.events.taking_part import inviters
from pobratim.reading.records.events.tours import what_is_toured
from pobratim.reading.records.events.where import in_other_clause
from pobratim.reading.records.lexicon import events, names_site
from pobratim.reading.records.rows import row_from
from pobratim.reading.records.scenes import Scene
from pobratim.reading.records.stand import Stand, first_of_each
from pobratim.reading.text.segments import ADJECTIVE, Token

_STAYING = ("работать", "проработать")
_FEASTS = frozenset({"юбилей", "день", "праздник", "празднование", "торжество", "годовщина"})


@once
def destination_of(scene: Scene, index: int) -> str | None:
    """Where to: «посетить Смоленск», «прибыла в Минск», «визит в Казань»."""
    if is_one_of(scene, index, events().receiving):
        return _where_received(scene, index)
    position = scene.tokens[index].start
    direct = is_one_of(scene, index, events().direct)
    places = [stand for stand in scene.stands if stand.kind == "place"]
    if is_one_of(scene, index, events().returning):
        return next((s.place for s in places if s.role == "from" and s.start > position), None)
    if has_lemma(scene, index, *_STAYING) and not _by_delegation(scene, index):
        return None  # «работает в Минске» is a visit of a delegation only
    if direct and any(s.kind == "delegation" and s.start > position for s in scene.stands):
        # «Омский горсовет посетила делегация»: the house first
        houses = [stand for stand in scene.stands if stand.kind == "organization"]
        object_first = _object_before(scene, index, places) or _object_before(scene, index, houses)
        if object_first is not None:
            return object_first
    house = _house_visited(scene, index) if direct else None
    if house is not None:
        return house
    named = scene.tokens[index].word is not None and scene.tokens[index].word.pos == "NOUN"  # type: ignore[union-attr]
    for stand in places:
        if named and scene.clauses.has_verb(index, scene.index_at(stand.start)):
            break  # «в ходе визита гости осмотрели музей в Лиде»: the visit itself is not told to go there
        if stand.start > position and not in_other_clause(scene, index, stand) and (
            stand.role in {"in", "to"} or (direct and stand.role == "other") or _is_reached(scene, index, stand)
        ):
            if _is_site(scene, index, stand):
                return None
            return stand.place
    before = [stand for stand in places if stand.start < position and stand.role in {"in", "to"}]
    if before and not (named or direct or not sees_site(scene, index)):
        return None  # «возложили цветы в Заречье и заехали на ферму»
    if before:
        return before[-1].place
    told = _object_before(scene, index, places) if direct else _celebrating(scene, index, places)
    told = told or _hosts(scene)
    return told or next((stand.place for stand in inviters(scene)), None)


def _by_delegation(scene: Scene, index: int) -> bool:
    """«работает делегация Омска», «работает южноуральская делегация», «работает делегация во главе с послом Беларуси»;
    not «с делегацией работают врачи»."""
    if any(stand.kind == "delegation" for stand in scene.stands):
        return True
    following = scene.tokens[index + 1 : min(scene.sentence.last, index + _BESIDE)]
    group = next((n for n, token in enumerate(following) if token.lower == "делегация"), None)
    if group is None or not all(token.is_mostly(ADJECTIVE) for token in following[:group]):
        return False
    return group > 0 or [token.lower for token in following[1:3]] == ["во", "главе"]


_BESIDE = 5
"""Tokens behind «работает» among which its «делегация» stands."""


def further_stops(scene: Scene, destination: str, guests: list[str]) -> list[str]:
    """«посетила города-побратимы Брест | и Лиду», «отправилась в Омск, | Тару и Уфу»: those in one row with it."""
    places = [stand for stand in scene.stands if stand.kind == "place" and stand.role != "from"]
    first = next((n for n, stand in enumerate(places) if stand.place == destination), None)
    row = row_from(scene.context, places[first:]) if first is not None else []
    akin = scene.stands_of_document.akin
    apart = [s for s in first_of_each(row) if s.role == row[0].role and not akin(s.place, destination)]
    return [s.place for s in apart if s.place not in guests]


def _is_reached(scene: Scene, index: int, stand: Stand) -> bool:
    """«добрались до Бреста»."""
    before = scene.index_at(stand.start) - 1
    return scene.tokens[before].lower == "до" and scene.tokens[index].lemma.startswith("до")


def _house_visited(scene: Scene, index: int) -> str | None:
    """«посетила городскую думу Омска»: the city whose authority they came to."""
    for stand in scene.stands:
        between = scene.context.tokens_in(scene.tokens[index].end, stand.start)
        if stand.kind == "organization" and stand.start > scene.tokens[index].start and not between:
            return stand.place
    return None


def _celebrating(scene: Scene, index: int, places: list[Stand]) -> str | None:
    """«приедут на юбилей Ангарска», «прибыла на День города Омска», «поздравить омичей прибыли …»."""
    for wishing in scene.with_lemmas(frozenset({"поздравить", "поздравлять"})):
        wished = [s for s in scene.stands if s.start == scene.tokens[min(wishing + 1, scene.sentence.last - 1)].start]
        if wished:
            return wished[0].place
    verb = scene.tokens[index]
    for stand in places:
        if stand.end <= verb.start and stand.role == "other":  # «На юбилей Бреста приехали гости»
            first = scene.index_at(stand.start)
            near = scene.tokens[max(scene.sentence.first, first - 3) : first]
            if any(_is_feast(token) for token in near) and "на" in {token.lower for token in near}:
                return stand.place
        between = scene.context.tokens_in(verb.end, stand.start)
        if stand.start > verb.start and stand.role == "other":
            feast = any(_is_feast(token) for token in between)
            return stand.place if feast and any(token.lower == "на" for token in between) else None
    return None


def _hosts(scene: Scene) -> str | None:
    """«побывали в гостях у | брестчан», «съездили в гости к побратимам | из Бреста»: where they are at home."""
    for index in scene.with_lemmas(frozenset({"гость"})):
        near = scene.tokens[index - 1 : index + 2]
        if [token.lower for token in near] not in (["в", "гости", "к"], ["в", "гостях", "у"]):
            continue
        named = [s for s in scene.stands if 0 <= scene.index_at(s.start) - index - 2 <= 1 and s.kind != "person"]
        if named:
            return named[0].place
    return None


def _is_feast(token: Token) -> bool:
    """«юбилей», «День», «60-летие»."""
    return token.lemma.endswith("летие") or (token.word is not None and bool(token.word.lemmas & _FEASTS))


def sees_site(scene: Scene, index: int) -> bool:
    """«побывали на заводах», «посетили музей»: that is a tour."""
    return index in set(scene.trigger_verbs("tour")) and any(what_is_toured(scene, index))


def _is_site(scene: Scene, index: int, stand: Stand) -> bool:
    """«посетили завод в Минске»: what is visited is a site, which is a tour."""
    if not is_one_of(scene, index, events().direct):
        return False
    between = scene.context.tokens_in(scene.tokens[index].end, stand.start)
    by_id = scene.context.by_id
    named = scene.context.mentions_in(scene.tokens[index].end, stand.start, "organization")
    if any(not is_authority(by_id[mention.entity]) for mention in named):
        return True
    return any(token.word and names_site(token.word.lemmas) for token in between)


def _object_before(scene: Scene, index: int, places: list[Stand]) -> str | None:
    """«Тверь посетил посол Беларуси»: the object stands first, who came after the verb."""
    position = scene.tokens[index].start
    before = [stand for stand in places if stand.end <= position and stand.role == "other"]
    after = [s for s in scene.stands if s.start > position and s.kind in {"delegation", "person"}]
    came = any(True for _ in scene.context.mentions_in(position, scene.sentence.end, "person")) or after
    return before[-1].place if before and came else None


def _where_received(scene: Scene, index: int) -> str | None:
    """«В Минске приняли гостей из Омска», «Минск встречает делегацию»: where guests from elsewhere come."""
    position = scene.tokens[index].start
    awaited = has_lemma(scene, index, "ждать", "ожидать")
    if awaited and scene.tokens[index + 1 : index + 2] and scene.tokens[index + 1].text == ",":
        return None  # «ожидаем, что гостей будет много»
    fronted = awaited and _is_awaited_first(scene, index)  # «Гостей из Бреста ждут в мае»
    coming = [s for s in scene.stands if s.kind == "delegation" and (s.start > position or not awaited or fronted)]
    coming += [s for s in scene.stands if s.kind == "person" and is_received(scene, index, s)]
    guests = {stand.place for stand in coming}
    if not guests and not _receives_guests(scene, index):
        return None
    for stand in scene.stands:
        if stand.kind not in {"place", "organization"} or stand.place in guests:
            continue
        subject = stand.role == "other" and stand.end <= position and _is_subject(scene, stand)
        if stand.role == "in" or subject:
            return stand.place
    if (fronted or _are_hosts_unsaid(scene, index)) and guests and (host := _other_than(scene, guests)) is not None:
        return host
    return scene.speaker_place if awaited else None


def _are_hosts_unsaid(scene: Scene, index: int) -> bool:
    """«Встретили в аэропорту делегацию Самарканда»: a plural that opens the sentence, of those who write."""
    word = scene.tokens[index].word
    if word is None or index != scene.sentence.first or scene.speaker is not None:
        return False
    return word.is_plural_verb()


def _other_than(scene: Scene, guests: set[str]) -> str | None:
    """The other of the two places that the document is about."""
    pair = scene.stands_of_document.pair
    return next(place for place in pair if place not in guests) if len(pair) == 2 and guests < set(pair) else None


def _is_awaited_first(scene: Scene, index: int) -> bool:
    """The sentence opens with the guests as the object of a plural without a subject."""
    word, first = scene.tokens[index].word, scene.tokens[scene.sentence.first].word
    plural = word is not None and word.is_plural_verb()
    opening = first is not None and first.is_case("accs", "gent")
    return plural and opening and first is not None and bool(first.lemmas & events().guests)


def _receives_guests(scene: Scene, index: int) -> bool:
    following = scene.tokens[index + 1 : min(scene.sentence.last, index + 5)]
    if following and following[0].lower == "участие":
        return False
    return any(t.word and t.word.lemmas & (events().guests | {"коллега", "побратим"}) for t in following)


def _is_subject(scene: Scene, stand: Stand) -> bool:
    """Does it stand in the nominative?"""
    words = [t.word for t in scene.context.tokens_in(stand.start, stand.end) if t.word]
    return bool(words) and words[0].may_be_case("nomn")
