"""Whom the words of a sentence mean: a place, a firm, the people of a place, «область», «гости»."""

from __future__ import annotations

from pobratim.model.reading import PLACE_TYPES
from pobratim.reading.context import Mention
from pobratim.reading.names.places.adjectives import place_of_adjective, place_of_people
from pobratim.reading.records.offers.nouns import hangs_on_preposition, kind_of
from pobratim.reading.records.place_kinds import KINDS, PLACE_NOUNS, is_kind
from pobratim.reading.records.scenes import Scene
from pobratim.reading.text.segments import Token

_GUESTS = frozenset({"гость", "делегация"})


def someone(scene: Scene, index: int, case: str) -> str | None:
    """The place, firm or people named at a token in that case, by itself or by those who stand for it."""
    token = scene.tokens[index]
    word = token.word
    if word is None:
        return None
    mention = scene.mention_at(index)
    if mention is not None:
        if mention.first != index or not _in_case(scene, mention, case):
            return None
        entity = scene.context.by_id[mention.entity]
        if entity.type == "person":
            return scene.stands_of_document.place_of_person.get(entity.id)
        stand = next((s for s in scene.stands if s.start <= token.start < s.end), None)
        return stand.place if stand is not None and stand.kind != "place" else entity.id
    if not any(p.case == case and p.pos == "NOUN" for p in word.parses) or hangs_on_preposition(scene, index):
        return None
    standing = (s for s in scene.stands if s.kind in {"delegation", "person"} and s.start <= token.start < s.end)
    stand = next(standing, None)
    if stand is not None:
        return stand.place
    if word.lemmas & _GUESTS and case == "nomn":
        return _guest(scene)
    people = place_of_people(scene.context, token)
    if people is not None:
        return people
    before = scene.tokens[index - 1] if index > scene.sentence.first else None
    if before is not None and before.word is not None and any(p.case == case for p in before.word.parses):
        place = place_of_adjective(scene.context, before)
        if place is not None and kind_of(word) != "goods":
            return place  # «костанайские аграрии», not «(техника) белорусского производства», «минские сыры»
    if word.lemmas & PLACE_NOUNS and case in {"nomn", "datv"} and word.parses[0].case in {case, "accs"}:
        return _host(scene, token)
    return None


def _in_case(scene: Scene, mention: Mention, case: str) -> bool:
    words = [scene.tokens[i].word for i in range(mention.first, mention.last)]
    told = [word for word in words if word is not None and word.parses]
    if not told:
        return case == "nomn"
    if scene.context.by_id[mention.entity].type in PLACE_TYPES and mention.last - mention.first == 1:
        before = scene.tokens[mention.first - 1].word if mention.first > scene.sentence.first else None
        if before is not None and before.pos == "PREP":
            return False
        if before is not None and before.pos == "NOUN" and case == "nomn":
            circumstance = hangs_on_preposition(scene, mention.first - 1) and before.lemmas.isdisjoint(PLACE_NOUNS)
            if not circumstance:
                return False  # «мэр Минск…», «в городе Минск», not «в прошлом году Омск»
    if _sort_stands_otherwise(scene, mention, case):
        return False
    abbreviated = case == "nomn" and scene.tokens[mention.first].text.isupper()
    return abbreviated or any(p.case == case for p in told[0].parses)


def _sort_stands_otherwise(scene: Scene, mention: Mention, case: str) -> bool:
    """«(познакомились с работой) завода «Луч»»: the noun before the quoted name tells the case."""
    tokens, at = scene.tokens, mention.first - 1
    if at > scene.sentence.first and tokens[at].text in {"«", '"'}:
        at -= 1
    elif not (mention.first < mention.last and tokens[mention.first].text in {"«", '"'}):
        return False
    noun = tokens[at].word
    return noun is not None and noun.pos == "NOUN" and not any(parse.case == case for parse in noun.parses)


def named_from(scene: Scene, index: int) -> str | None:
    """The first place or firm among the next words, by name or adjective («у казанских производителей»)."""
    for i in range(index, min(index + 4, scene.sentence.last)):
        mention = scene.mention_at(i)
        if mention is not None:
            return mention.entity if scene.context.by_id[mention.entity].type != "person" else None
        place = place_of_adjective(scene.context, scene.tokens[i])
        if place is not None:
            return place
        if scene.tokens[i].word is None or not scene.tokens[i].word.is_pos("ADJF", "NOUN", "PRTF"):  # type: ignore[union-attr]
            return None
    return None


def firm_from(scene: Scene, index: int, reach: int = 3) -> str | None:
    for i in range(index, min(index + reach, scene.sentence.last)):
        mention = scene.mention_at(i)
        if mention is not None:
            return mention.entity if scene.context.by_id[mention.entity].type == "organization" else None
    return None


def own_place(scene: Scene, index: int) -> str | None:
    """«в регион», «на территорию нашего края»: the speaker's, or the region named last before."""
    near = [scene.tokens[i] for i in range(index, min(index + 3, scene.sentence.last))]
    meant = next((t for t in near if t.word and t.word.lemmas & PLACE_NOUNS), None)
    if meant is not None and meant.lemma == "республика" and (abroad := _republic(scene, meant)) is not None:
        return abroad
    return _host(scene, meant) if meant is not None else None


def _republic(scene: Scene, token: Token) -> str | None:
    """«поставляет в республику»: the country, or the region called so, named last before and not the speaker's own."""
    by_id = scene.context.by_id
    told = (by_id[s.place] for s in scene.stands_of_document.inside((0, token.start)))
    home = by_id[scene.speaker_place].country if scene.speaker_place else None
    kinds = KINDS["республика"]
    foreign = [place.id for place in told if is_kind(place, kinds) and (home is None or place.country != home)]
    return foreign[-1] if foreign else None


def _guest(scene: Scene) -> str | None:
    """Whom «гости», «делегация» means: the place of the pair that is not the host."""
    host, pair = scene.stands_of_document.host, scene.stands_of_document.pair
    return other_side(scene, host) if host in pair else None


def _host(scene: Scene, token: Token) -> str | None:
    """Whom «город», «регион» means: the speaker's place, the one named nearest before, the host, one of the pair."""
    if scene.speaker_place:
        return scene.speaker_place
    by_id = scene.context.by_id
    nearer = [s for s in scene.stands if by_id[s.place].type != "country" and s.role != "from"]
    before = [s.place for s in nearer if s.start < token.start]
    kinds = KINDS.get(token.lemma, ())
    if before:
        return next((place for place in reversed(before) if is_kind(by_id[place], kinds)), before[-1])
    pair = [place for place in scene.stands_of_document.pair if is_kind(by_id[place], kinds)]
    host = scene.stands_of_document.host
    return host if host in pair else next(iter(pair), None)


def other_side(scene: Scene, place: str | None) -> str | None:
    """The other place of the document's pair, in another country or at least not inside the one."""
    if place is None:
        return None
    by_id = scene.context.by_id
    place = scene.context.found.seats.get(place, place)
    pair = scene.stands_of_document.pair
    others = [other for other in pair if other != place]
    country = by_id[place].country
    abroad = [other for other in others if country and by_id[other].country and by_id[other].country != country]
    if len(pair) == 2 and place not in pair and country:
        return abroad[0] if abroad else None
    return others[0] if others else None
