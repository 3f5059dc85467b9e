"""Sides that a common noun means: «побратимы округа», «у города десять партнёров», «два района подписали»."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pobratim.reading.names.places.adjectives import country_of, town_of_region
from pobratim.reading.names.places.gazetteer import by_id, gazetteer
from pobratim.reading.once import once, union
from pobratim.reading.records.headline import place_of_headline
from pobratim.reading.records.lexicon import partnerships as words
from pobratim.reading.records.place_kinds import is_main_town
from pobratim.reading.records.roles import role_before
from pobratim.reading.records.scenes import Scene
from pobratim.reading.records.sides.named import named_sides, only_tells
from pobratim.reading.records.stand import Stand
from pobratim.reading.text.segments import ADJECTIVE, Token, leading

_OWN = frozenset({"этот", "наш", "сам", "данный", "весь"})
"""Before «город»: still the one spoken of; any other adjective tells of another («соседний город»)."""
_BEFORE_BARE = frozenset({"", ",", "который", "которое", "которую", "которые", "эти", "и", "что", "чтобы"})
"""Before «города» that means the two of them."""


def meant_sides(scene: Scene, first: int, last: int) -> Iterator[Stand]:
    """«город», «округ», «столица Тувы» between two tokens: the place of that sort that the document is about."""
    for index in scene.context.lemmas_between(first, last, words().sorts):
        token = scene.tokens[index]
        if token.word is None or scene.mention_at(index) is not None:
            continue
        if not _is_singular_noun(token):
            continue
        place = town_of_land(scene, index)
        if place is None and not _tells_of_another(scene, index):
            place = _place_of_sort(scene, token)
        if place is not None:
            role = role_before(scene.context, index, index + 1, place)
            yield Stand(token.start, token.end, place, "place", role)
    for index in scene.context.lemmas_between(first + 1, last, _CENTRE):
        place = _main_town(scene, index) if is_main_town(scene.tokens, index) else None
        if place is not None:
            lead = index - 1
            yield Stand(scene.tokens[lead].start, scene.tokens[index].end, place, "place",
                        role_before(scene.context, lead, index + 1, place))  # fmt: skip


_CENTRE = frozenset({"центр"})


def _main_town(scene: Scene, index: int) -> str | None:
    """«областной центр», «районный центр»: the town of the document from which a land is governed; that of a district
    may be any, for the gazetteer knows no centres of districts."""
    towns = [place for place in scene.stands_of_document.pair if scene.context.by_id[place].type == "city"]
    if scene.tokens[index - 1].lemma not in {"районный", "административный"}:
        towns = [place for place in towns if _is_main(scene, place)]
    return next(iter(towns), None)


def _is_main(scene: Scene, place: str) -> bool:
    """Is the region around the town governed from it?"""
    entity = scene.context.by_id[place]
    known = by_id(entity.geonames) if entity.geonames is not None else None
    return known is not None and any(land.centre == known.name for land in gazetteer().regions(known.admin))


def town_of_land(scene: Scene, index: int) -> str | None:
    """«подмосковный | город», «белорусский | город»: the one town of that land which the document is about."""
    tokens = scene.tokens
    if tokens[index].lemma != "город" or index == scene.sentence.first or scene.mention_at(index) is not None:
        return None
    if index + 1 < scene.sentence.last and scene.mention_at(index + 1) is not None:
        return None  # «белорусский город Лида»
    by_id_, focus = scene.context.by_id, scene.stands_of_document.focus
    code = country_of(tokens[index - 1])
    towns = [place for place in focus if by_id_[place].type == "city"]
    if code is not None:
        inside = [place for place in towns if by_id_[place].country == code]
        return inside[0] if len(inside) == 1 else None
    town = town_of_region(scene.context, tokens[index - 1])
    return town if town in towns else None


@once
def meant_pair(scene: Scene, first: int, last: int) -> tuple[str, ...]:
    """«два города», «оба района», «стороны»: the two of that sort that the document is about; else ()."""
    for index in scene.context.lemmas_between(first, last, union(words().sorts, words().both)):
        token = scene.tokens[index]
        if token.word is None or not _is_of_two(scene, index):
            continue
        pair = _acting_here(scene, token) or _told_before(scene, token) or pair_of_sort(scene, token)
        if len(pair) == 2:
            return _acting_instead(scene, token, pair) or pair
    return ()


def _acting_instead(scene: Scene, token: Token, pair: tuple[str, ...]) -> tuple[str, ...]:
    """«губернаторы области и Санкт-Петербурга подписали план сотрудничества между регионами»: the two who act, where
    one of them has nothing to do with the document's two regions."""
    akin = scene.stands_of_document.akin
    acting = _places_acting(scene, token)
    apart = any(not any(akin(place, side) for side in pair) for place in acting)
    return acting if len(acting) == 2 and apart else ()


def _places_acting(scene: Scene, token: Token) -> tuple[str, ...]:
    acting = [s for s in named_sides(scene, scene.sentence.start, token.start) if s.kind == "person"]
    return tuple(dict.fromkeys(s.place for s in acting if s.role == "other" and not only_tells(scene, s)))


def _acting_here(scene: Scene, token: Token) -> tuple[str, ...]:
    """«мэр Тары и глава Лиды подписали договор между муниципалитетами»: the two whose heads act before the word."""
    places = _places_acting(scene, token)
    fitting = tuple(place for place in places if _is_of_sort(scene, place, token))
    return fitting if len(fitting) == len(places) == 2 else ()


def _told_before(scene: Scene, token: Token) -> tuple[str, ...]:
    """«Тара и Лида стали побратимами. Между городами заключён договор»: the two that the sentence before joins; where
    a treaty of twins is told of, those that the document calls so."""
    before = scene.before
    if before is None or not before.with_lemmas(words().twin | words().partner_nouns):
        twins = twins_before(scene) if scene.with_lemmas(words().twin) else ()
        return twins if all(_is_of_sort(scene, place, token) for place in twins) else ()
    named = dict.fromkeys(s.place for s in before.outer_stands if s.kind == "place" and s.role != "in")
    fitting = tuple(place for place in named if _is_of_sort(scene, place, token))
    return fitting if len(fitting) == 2 and not scene.stands_of_document.contain(*fitting) else ()


def with_own_place(scene: Scene, index: int) -> tuple[str, ...]:
    """«Омская и Томская области заключили | с нашим регионом | соглашения»: the place that the document is about, and
    those who act."""
    first, last = scene.clauses.stretch_at(index)
    noun = next((i for i in scene.context.lemmas_between(first, last, words().sorts) if _is_with(scene, i)), None)
    span = scene.tokens[first].start, scene.tokens[last - 1].end
    acting = [stand for stand in named_sides(scene, *span) if stand.role == "other"]
    places = list(dict.fromkeys(stand.place for stand in acting))
    if noun is None or len(places) < 2 or len(acting) < len(named_sides(scene, *span)):
        return ()
    known = [place_of_headline(scene.context), *scene.stands_of_document.pair, *scene.stands_of_document.focus]
    fitting = [p for p in known if p is not None and p not in places and _is_of_sort(scene, p, scene.tokens[noun])]
    return (fitting[0], *places) if fitting else ()


def _is_with(scene: Scene, index: int) -> bool:
    """«с | нашим регионом», «с принеманским краем», not «с регионом Хубэй», «с соседней областью»."""
    word = scene.tokens[index].word
    lead = leading(scene.tokens, index, scene.sentence.first, ADJECTIVE)
    named = any(scene.mention_at(i) is not None for i in range(lead + 1, min(index + 2, scene.sentence.last)))
    single = word is not None and any(p.case == "ablt" and p.number == "sing" for p in word.parses)
    own = all(_may_be_ours(token) for token in scene.tokens[lead + 1 : index])
    return single and own and not named and scene.tokens[lead].lower in {"с", "со"}


def _may_be_ours(adjective: Token) -> bool:
    """«наш», «принеманский»: of no country, nor «соседний»."""
    lemmas = adjective.word.lemmas if adjective.word is not None else frozenset()
    called = any(lemma.endswith(("ский", "цкий")) for lemma in lemmas) and country_of(adjective) is None
    return called or not lemmas.isdisjoint(_OWN)


def or_twins(scene: Scene, pair: tuple[str, ...]) -> tuple[str, ...]:
    """«Омск и Брест станут побратимами. Об этом говорили губернаторы двух областей. Договор о побратимстве готов»: the
    twins told of before for no pair, or for one that lies around them."""
    twins, contain = twins_before(scene), scene.stands_of_document.contain
    around = not pair or all(any(contain(side, twin) for side in pair) for twin in twins)
    return twins or pair if around else pair


@once
def twins_before(scene: Scene) -> tuple[str, ...]:
    """«Тара и Лида могут стать побратимами. … Договор о побратимстве подпишут летом»: the two that the document is
    about, else those told of last, where an earlier sentence says so of them."""
    told: list[tuple[str, ...]] = []
    for sentence in scene.context.layout.sentences[: scene.sentence.index]:
        earlier = Scene(scene.context, scene.stands_of_document, sentence)
        if earlier.with_lemmas(words().twin):
            named = (stand for stand in named_sides(earlier, *earlier.span) if stand.kind == "place")
            told.append(tuple(dict.fromkeys(stand.place for stand in named)))
    by_id_, stands = scene.context.by_id, scene.stands_of_document
    told = [two for two in told if len(two) == 2 and not stands.contain(*two)]
    told = [two for two in told if all(by_id_[place].type != "country" for place in two)]
    main = [two for two in told if set(two) == set(stands.pair)]
    return (main or told or [()])[-1]


def pair_of_sort(scene: Scene, token: Token) -> tuple[str, ...]:
    """The two places of the document that «города» (районы, области) can mean, else its main pair."""
    stands = scene.stands_of_document
    fitting = [place for place in stands.focus if _is_of_sort(scene, place, token)]
    if set(stands.pair) <= set(fitting) or len(fitting) < 2 or stands.contain(*fitting[:2]):
        towns = token.word is not None and "город" in token.word.lemmas
        mixed = towns and any(scene.context.by_id[place].type == "country" for place in stands.pair)
        return () if mixed else stands.pair
    return fitting[0], fitting[1]


def _is_of_two(scene: Scene, index: int) -> bool:
    """«два города», «обоих районов», «стороны» as the subject, «города» before nothing that names others."""
    word = scene.tokens[index].word
    assert word is not None
    before = scene.tokens[index - 1].lower if index > scene.sentence.first else ""
    if before in {"два", "две", "оба", "обе", "двух", "обоих", "обеих", "двумя", "обоими", "обеими"}:
        return True
    if before == "между" and any(p.number == "plur" and p.case == "ablt" for p in word.parses):
        return scene.mention_at(min(index + 1, scene.sentence.last - 1)) is None and not _tells_of_another(scene, index)
    following = scene.mention_at(index + 1) if index + 1 < scene.sentence.last else None
    bare = before in _BEFORE_BARE or index == scene.sentence.first
    return (
        bare
        and following is None
        and any(p.pos == "NOUN" and p.number == "plur" and p.case == "nomn" for p in word.parses)
        and not word.lemmas.isdisjoint(words().both)
    )


def _is_singular_noun(token: Token) -> bool:
    return token.word is not None and any(
        p.pos == "NOUN" and p.number == "sing" and p.score > 0.1 for p in token.word.parses
    )


def _tells_of_another(scene: Scene, index: int) -> bool:
    """«соседний город», «город Арад», «район набережной»: not the one the document is about."""
    if index > scene.sentence.first:
        before = scene.tokens[index - 1].word
        if before is not None and before.is_pos("ADJF", "NUMR") and before.lemmas.isdisjoint(_OWN):
            return True
        if scene.tokens[index - 1].lower in {"в", "во", "на", "по", "из", "день", "дня", "дню", "днём", "дне", "дни"}:
            return True
    if index + 1 >= scene.sentence.last:
        return False
    if scene.mention_at(index + 1) is not None:
        return True
    after = scene.tokens[index + 1].word
    return after is not None and after.pos == "NOUN" and after.cases == {"gent"}


def _place_of_sort(scene: Scene, token: Token) -> str | None:
    """Whose city or district it is: the speaker's, one that the sentence names, else the document's."""
    stands = scene.stands_of_document
    people = [stand.place for stand in scene.stands if stand.kind == "person"]
    told = [stand.place for stand in scene.stands if stand.role == "other" and stand.start < token.start]
    for place in [scene.speaker_place, *people, *told, *_told_of_before(scene)]:
        if place is not None and _is_of_sort(scene, place, token):
            return place
    fitting = [place for place in stands.focus if _is_of_sort(scene, place, token)]
    of_pair = [place for place in fitting if place in stands.pair]
    if of_pair:
        home = _stage_of_headline(scene)
        return home if home in of_pair else of_pair[0]
    assert token.word is not None
    named = [e.id for e in scene.context.found.entities if e.type == "region" and _is_of_sort(scene, e.id, token)]
    return named[0] if len(named) == 1 and token.word.lemmas.isdisjoint(_WIDE) else None


def _stage_of_headline(scene: Scene) -> str | None:
    """«Армянские гости в Омске»: where it happens, as the headline has it."""
    home = place_of_headline(scene.context)
    first = next((m for m in scene.context.places_in(0, scene.sentence.start) if m.entity == home), None)
    return home if first is not None and first.first and scene.tokens[first.first - 1].lower in {"в", "во"} else None


_WIDE = frozenset({"регион", "муниципалитет", "город", "столица", "сторона"})
"""Words that no name has in it: which place they mean is not told by there being one such name."""


def _told_of_before(scene: Scene) -> list[str]:
    """«Брест – центр области. Среди побратимов | города | …»: the place that the sentence before begins with."""
    before = scene.before
    first = before.mention_at(before.sentence.first) if before is not None else None
    if before is None or first is None:
        return []
    return [s.place for s in before.stands if s.start == first.start and s.kind == "place" and s.role == "other"]


def _is_of_sort(scene: Scene, place: str, token: Token) -> bool:
    """«город» of a city, «район» and «округ» as its name has it, «область», «край» of a region."""
    entity = scene.context.by_id[place]
    name = entity.name.lower()
    lemmas = token.word.lemmas if token.word else frozenset()
    if "город" in lemmas or "столица" in lemmas:
        return entity.type == "city" and "район" not in name
    if not lemmas.isdisjoint({"регион", "область"}):
        return entity.type == "region" and "район" not in name
    if "муниципалитет" in lemmas or "сторона" in lemmas:
        return entity.type != "country"
    return any(lemma in name.split() for lemma in lemmas)


def with_capitals(scene: Scene, stands: list[Stand]) -> list[Stand]:
    """«столицы Тувы и Хакасии»: the cities of the document that the places are governed from."""
    tokens = scene.tokens
    lead = next((i for i in range(scene.sentence.first, scene.sentence.last) if _is_capitals(tokens[i])), None)
    if lead is None:
        return stands
    changed: list[Stand] = []
    at = tokens[lead].end
    for stand in stands:
        if stand.start <= tokens[lead].start < stand.end:  # «столицы Тувы» is read as the name of a city
            at = stand.end
        city = _capital(scene, stand.place) if 0 <= stand.start - at <= len(" и ") else None
        at = stand.end if city is not None else at
        changed.append(replace(stand, place=city) if city is not None else stand)
    return changed


def _is_capitals(token: Token) -> bool:
    """«столицы» in the plural: «столица Тувы» is a name of a city to the reader of places."""
    if token.word is None or "столица" not in token.word.lemmas:
        return False
    return any(parse.number == "plur" for parse in token.word.parses)


def _capital(scene: Scene, place: str) -> str | None:
    """The city of the document that a region or country is governed from."""
    entity = scene.context.by_id[place]
    known = by_id(entity.geonames) if entity.geonames is not None else None
    if known is None or not known.centre:
        return None
    cities = (e for e in scene.context.found.entities if e.type == "city")
    return next((city.id for city in cities if known.centre in (city.name, *city.aliases)), None)
