"""Which two places a tie joins: whose twin is named, who is listed, and who is meant without being named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pobratim.reading.context import DateMention
from pobratim.reading.once import union
from pobratim.reading.records.clauses import has_lemma_between, span_between
from pobratim.reading.records.lexicon import partnerships as words
from pobratim.reading.records.place_kinds import PLACE_NOUNS
from pobratim.reading.records.scenes import Scene
from pobratim.reading.records.sides.hubs import (
    counts_many,
    hub_of,
    is_adjective,
    list_opener,
    outer_hub,
    owns,
    sides_of_tie,
    stand_after,
)
from pobratim.reading.records.sides.list_dates import date_beside, date_until
from pobratim.reading.records.sides.named import named_sides
from pobratim.reading.records.sides.pairs import couples, pair_before
from pobratim.reading.records.stands import Stand, first_of_each
from pobratim.reading.records.ties.rows import bearer_at, named_behind_dash, owner_outside, row_behind
from pobratim.reading.records.ties.times import anniversary_told
from pobratim.reading.text.segments import DASHES


@dataclass(frozen=True, slots=True)
class Pair:
    """Two places, whether the sentence itself names both, and the date in brackets after one of them."""

    parties: tuple[str, str]
    sure: bool = True
    date: DateMention | None = None


def pairs_of(scene: Scene, index: int, kind: str) -> list[Pair]:
    """The pairs that the twin or partner word at ``index`` joins; a place and its own region are none.

    A country is a partner at most, never a twin.
    """
    if _is_of_unknown(scene, index) or _is_with_unnamed(scene, index):
        return []
    if _is_of_that_sort(scene, index):
        found = _of_the_document(scene, index)
    else:
        found = _of_the_row(scene, index) or _apposed(scene, index) or _of_the_named(scene, index)
    if not found and means_the_pair(scene, index) and not _speaks_of_others(scene, index):
        found = _of_the_document(scene, index)
    contain = scene.stands_of_document.contain
    if kind == "twin":
        by_id = scene.context.by_id
        found = [pair for pair in found if all(by_id[place].type != "country" for place in pair.parties)]
    found = [pair for pair in found if not _are_of_one_city(scene, *pair.parties)]
    return [pair for pair in found if pair.parties[0] != pair.parties[1] and not contain(*pair.parties)]


def _are_of_one_city(scene: Scene, left: str, right: str) -> bool:
    """«Ленинский район Бреста» and «Московский район Бреста»: one has no partner at home."""
    known = scene.stands_of_document
    names = [scene.context.by_id[place].name.split() for place in (left, right)]
    return all(known.is_district(place) for place in (left, right)) and names[0][-1] == names[1][-1]


def _apposed(scene: Scene, index: int) -> list[Pair]:
    """«посетил город-побратим Бобруйск», «в Мытищи, город-побратим с 1999 года»: one twin, and whose it is."""
    noun = bearer_at(scene, index)
    word = scene.tokens[noun].word if noun is not None else None
    if noun is None or word is None or not any(p.pos == "NOUN" and p.number == "sing" for p in word.parses):
        return []
    before = _stand_before_comma(scene, index)
    after = stand_after(scene, noun) or named_behind_dash(scene, noun)
    if before is not None and after is not None and not _is_told_of_another(scene, index):
        return [Pair((before.place, after.place))]  # «Сувалки – город-побратим Гродно»
    if after is not None and (_is_told_of_another(scene, index) or not _same_case(scene, noun, after)):
        return []  # «побратимом Минска»: whose it is
    if before is not None:
        named = {stand.place for stand in scene.outer_stands if stand.kind != "organization"}
        twin = before if len(named) == 1 or before.role in {"to", "in", "from", "with"} else None
    else:
        twin = after
    if twin is None:
        return []
    strong = [s.place for s in scene.stands if s.kind != "place" and s.place != twin.place]
    others = strong or [place for place in scene.stands_of_document.pair if place != twin.place]
    return [Pair((others[0], twin.place), bool(strong))] if others else []


def _is_told_of_another(scene: Scene, index: int) -> bool:
    """«Липецк является побратимом | Гродно»: a predicate, whose subject stands before; the name never changes."""
    word = scene.tokens[index].word
    clause = scene.clauses.stretch_at(index)
    if word is None or {p.case for p in word.parses if p.pos == "NOUN"} != {"ablt"}:
        return False
    start, end = scene.tokens[clause[0]].start, scene.tokens[index].start
    subjects = [stand for stand in named_sides(scene, start, end) if stand.role == "other"]
    return bool(subjects) and has_lemma_between(scene, clause[0], index, union(words().being, words().becoming))


def _stand_before_comma(scene: Scene, index: int) -> Stand | None:
    """«из Бреста, города-побратима»: the place right before the comma, dash or bracket before the word."""
    sign = scene.tokens[index - 1] if index > scene.sentence.first else None
    if sign is None or sign.text not in {",", "—", "–", "-", "("}:
        return None
    before = [stand for stand in scene.stands if stand.end <= sign.start]
    near = [stand for stand in before if not scene.context.tokens_in(stand.end, sign.start)]
    return next((stand for stand in near if scene.context.by_id[stand.place].type != "country"), None)


def _same_case(scene: Scene, index: int, stand: Stand) -> bool:
    """Can the noun and the name stand in one case, the nominative only with the nominative?"""
    noun, name = scene.tokens[index].word, scene.context.tokens_in(stand.start, stand.end)[-1].word
    if noun is None or name is None or not name.parses:
        return True
    cases = {p.case for p in noun.parses if p.pos == "NOUN" and p.number == "sing"}
    own = {p.case for p in name.parses}
    return bool(cases & own) and not ("nomn" in cases and "accs" not in own and "nomn" not in own)


def _is_with_unnamed(scene: Scene, index: int) -> bool:
    """«связи | с (российскими) побратимами | разорвали Лида и Тара»: of each with others, whom nobody names."""
    word = scene.tokens[index].word
    if word is None or not any(p.pos == "NOUN" and p.number == "plur" and p.case == "ablt" for p in word.parses):
        return False
    before = index - 1
    while before > scene.sentence.first and is_adjective(scene, before):
        before -= 1
    if scene.tokens[before].lower not in {"с", "со"} or list_opener(scene, index) is not None:
        return False
    sides = sides_of_tie(scene, index, scene.clauses.stretch_at(index))
    return len(sides) > 1 and all(s.role == "other" and s.start > scene.tokens[index].end + 1 for s in sides)


def _is_of_unknown(scene: Scene, index: int) -> bool:
    """«побратим соседей», «побратимы дальневосточной столицы»: whose twin it is, is told by what names no place."""
    word = scene.tokens[index].word
    if word is None or word.lemmas.isdisjoint(words().bearers | words().partner_nouns | {"побратимство"}):
        return False
    owner = next((i for i in range(index + 1, scene.sentence.last) if not is_adjective(scene, i)), index + 1)
    noun = scene.tokens[owner].word if owner < scene.sentence.last else None
    if noun is None or noun.pos != "NOUN" or any(scene.mention_at(i) for i in range(index + 1, owner + 1)):
        return False
    if not noun.lemmas.isdisjoint(PLACE_NOUNS) and owner + 1 < scene.sentence.last and scene.mention_at(owner + 1):
        return False  # «побратим нашего города | Гродно»
    if owner == index + 1 and not noun.lemmas.isdisjoint(words().sorts):
        return False
    forms = {(p.case, p.number) for p in noun.parses if p.pos == "NOUN" and p.score > _LIKELY}
    for adjective in scene.tokens[index + 1 : owner]:
        assert adjective.word is not None
        forms &= {(p.case, p.number) for p in adjective.word.parses}
    cases = {case for case, _ in forms}
    return "gent" in cases and cases <= {"gent", "accs"}


_LIKELY = 0.1


def _is_of_that_sort(scene: Scene, index: int) -> bool:
    """«в побратимской провинции»: the twin told of before, whatever else the sentence names."""
    if index + 1 >= scene.sentence.last:
        return False
    word, following = scene.tokens[index].word, scene.tokens[index + 1].word
    if word is None or following is None or "побратимский" not in word.lemmas:
        return False
    singular = scene.is_singular(index + 1) and not following.lemmas.isdisjoint(words().sorts)
    return singular and scene.mention_at(min(index + 2, scene.sentence.last - 1)) is None


# ---------------------------------------------------------------- places that the sentence names


def _of_the_row(scene: Scene, index: int) -> list[Pair]:
    """«гости из городов-побратимов Тамбова и Кутно»: each of the row with whose twins they are."""
    row = row_behind(scene, index)
    if not row:
        return []
    members = {mention.entity for mention in row}
    hub = hub_of(scene, index, sides_of_tie(scene, index, scene.clauses.stretch_at(index)))
    owner = hub if hub is not None and hub not in members else owner_outside(scene, index, row)
    if owner is None:
        return []
    stands = first_of_each(stand for stand in scene.stands if stand.place in members)
    return _each_with(scene, owner, stands, any(stand.place == owner for stand in scene.stands))


def _of_the_named(scene: Scene, index: int) -> list[Pair]:
    clause = scene.clauses.stretch_at(index)
    stands = sides_of_tie(scene, index, clause)
    if len(stands) < 2 and _only_word(scene, index):
        stands = sides_of_tie(scene, index, (scene.sentence.first, scene.sentence.last))
    if len(stands) < 2:
        return _of_the_one(scene, index, stands)
    told = _without_circumstances(scene, index, _told(scene, clause))
    stands = _without_circumstances(scene, index, stands)
    twos = couples(scene, told) or couples(scene, stands)
    if twos:
        return [Pair(two) for two in twos]
    hub = hub_of(scene, index, stands)
    if len(stands) == 2 and hub is None and not _goes_on_listing(scene, index, stands):
        date = date_beside(scene, stands[1], None) or date_beside(scene, stands[0], stands[1])
        return [Pair((stands[0].place, stands[1].place), date=date)]
    sure = hub is not None
    hub = hub or _closing_its_list(scene, index, stands)
    besides = _besides(scene, index, hub, stands)
    hub = hub or scene.speaker_place or outer_hub(scene, [stand.place for stand in stands])
    return [*_with_hub(scene, index, hub, stands, sure), *besides] if hub is not None else []


def _without_circumstances(scene: Scene, index: int, stands: list[Stand]) -> list[Stand]:
    """«соглашение о побратимстве Лиды и Баодина подписано | во время встречи Гродненской области и Хэбэя»: without
    those of what it was on the occasion of, where two others are told."""
    begins = next((i for i in range(index + 1, scene.sentence.last) if _tells_occasion(scene, i)), None)
    if begins is None:
        return stands
    before = [stand for stand in stands if stand.end <= scene.tokens[begins].start]
    return before if len({stand.place for stand in before}) >= 2 else stands


def _tells_occasion(scene: Scene, index: int) -> bool:
    words_ = [token.lower for token in scene.tokens[index : index + 2]]
    return words_ in (["во", "время"], ["в", "ходе"], ["в", "рамках"], ["по", "итогам"])


def _closing_its_list(scene: Scene, index: int, stands: list[Stand]) -> str | None:
    """«(на празднике в Курске) команды городов-побратимов | Тчева, Бара и, конечно, Курска»: the host, named last."""
    last = stands[-1]
    if len(stands) < 3 or stands[0].end < scene.tokens[index].end or last.place != scene.stands_of_document.host:
        return None
    between = scene.context.tokens_in(stands[-2].end, last.start)
    return last.place if any(token.lower == "и" for token in between) else None


def _told(scene: Scene, clause: tuple[int, int]) -> list[Stand]:
    """The places of the clause as often as it names them («между A и B, между A и C»)."""
    by_id = scene.context.by_id
    sides = named_sides(scene, *span_between(scene, *clause))
    return [stand for stand in sides if by_id[stand.place].type != "country"]


def _besides(scene: Scene, index: int, hub: str | None, stands: list[Stand]) -> list[Pair]:
    """«Побратимами округа являются | также | Варна и Ош»: besides the other place that the document is about."""
    pair = scene.stands_of_document.pair
    if len(pair) < 2 or hub not in pair or any(stand.place in pair for stand in stands if stand.place != hub):
        return []
    own = scene.tokens[index : scene.clauses.stretch_at(index)[1]]
    also = any(token.lower in {"также", "тоже"} for token in own)
    return [Pair((pair[0], pair[1]), sure=False)] if also else []


def _goes_on_listing(scene: Scene, index: int, stands: list[Stand]) -> bool:
    """«побратимами также стали Варна и Ош», «партнёрские связи есть с Варной и Ошем»: two of a list, whose hub
    is the place that the document is about."""
    if {stand.role for stand in stands} == {"with"}:
        return True
    main = scene.stands_of_document.pair
    if not main or main[0] in {stand.place for stand in stands} or scene.tokens[index].start > stands[0].start:
        return False
    first, last = scene.clauses.stretch_at(index)
    return has_lemma_between(scene, index, last, words().listing) or counts_many(scene, first, last)


def _only_word(scene: Scene, index: int) -> bool:
    """Does no other clause of the sentence speak of twins, whose places the rest would be?"""
    first, last = scene.clauses.stretch_at(index)
    outside = [*range(scene.sentence.first, first), *range(last, scene.sentence.last)]
    return not any(has_lemma_between(scene, i, i + 1, words().twin) for i in outside)


def _of_the_one(scene: Scene, index: int, stands: list[Stand]) -> list[Pair]:
    """«с Хэйхэ нас связывают побратимские отношения»: the other is the speaker's, or the document's."""
    if len(stands) != 1:
        return []
    speaker = scene.speaker_place
    if speaker is not None and speaker != stands[0].place:
        return [Pair((speaker, stands[0].place))]
    if owns(scene, stands[0]):
        if not has_lemma_between(scene, *scene.clauses.stretch_at(index), words().becoming):
            return []  # «у района есть побратим и в Подмосковье»: any, not the one of the document
        newcomer = _named_soon(scene, stands[0].place)
        if newcomer is not None:
            return [Pair((stands[0].place, newcomer))]
    clause = scene.clauses.stretch_at(index)
    told_of_many = _with_cities(scene, index, clause[1]) or counts_many(scene, *clause)
    if stands[0].role == "with" or (means_the_pair(scene, index) and not _names_others(scene) and not told_of_many):
        other = _other_of_document(scene, stands[0].place)
        if other is not None and not _only_locate(scene, (stands[0].place, other)):
            return [Pair((stands[0].place, other), sure=False)]
    return []


def _other_of_document(scene: Scene, place: str) -> str | None:
    """The place that the document is about besides: not the land around the one named, and no country for a town."""
    stands, by_id = scene.stands_of_document, scene.context.by_id
    around = (place for place in (*stands.pair, *stands.focus))
    others = [other for other in around if other != place and not stands.contain(other, place)]
    near = [other for other in others if by_id[other].type != "country" or by_id[place].type == "country"]
    other = next(iter(near or others), None)
    return other if other is None or _is_wide(scene, other) == _is_wide(scene, place) else None


def _is_wide(scene: Scene, place: str) -> bool:
    """An oblast or a country; a district is of the level of towns."""
    entity = scene.context.by_id[place]
    return entity.type != "city" and _NARROW.isdisjoint(entity.name.lower().split())


_NARROW = frozenset({"район", "округ", "повят", "уезд", "община", "муниципалитет", "улус", "кожуун"})


def _named_soon(scene: Scene, owner: str) -> str | None:
    """«У Омска появился побратим. Соглашение подписано с Лидой»: with whom, as one of the next two sentences tells."""
    sentences = scene.context.layout.sentences
    for sentence in sentences[scene.sentence.index + 1 : scene.sentence.index + 3]:
        later = Scene(scene.context, scene.stands_of_document, sentence)
        joined = (s.place for s in named_sides(later, *later.span) if s.role in {"with", "between"})
        other = next((place for place in joined if place != owner), None)
        if other is not None:
            return other
    return None


def _names_others(scene: Scene, *, told: bool = False) -> bool:
    """«побратимом Кургана был американский Аппелтон»: a name that is neither a known place nor an official."""
    posts = {post.person for post in scene.stands_of_document.posts}
    people = scene.context.mentions_in(*scene.span, "person")
    return (told or scene.speaker is None) and any(mention.entity not in posts for mention in people)


def _with_hub(scene: Scene, index: int, hub: str, stands: list[Stand], sure: bool) -> list[Pair]:
    """The hub with each of the others; of a list only those that stand in it."""
    opener = list_opener(scene, index)
    others = [stand for stand in stands if stand.place != hub]
    if opener is not None and not _turns(scene, index, opener):
        others = [stand for stand in others if stand.start > opener] or others
    return _each_with(scene, hub, others, sure)


def _each_with(scene: Scene, hub: str, others: list[Stand], sure: bool) -> list[Pair]:
    """A pair for each of the others, with the date beside it."""
    followed = list(zip(others, [*others[1:], None], strict=True))
    dates = [date_beside(scene, stand, following) for stand, following in followed]
    if any(dates) and others:
        dates[0] = dates[0] or date_until(scene, *followed[0])
    return [Pair((hub, stand.place), sure, date) for stand, date in zip(others, dates, strict=True)]


def _turns(scene: Scene, index: int, opener: int) -> bool:
    """«партнёром Пензы в Беларуси остаётся Могилёв, | а в Венгрии – Бекешчаба»: the dash stands for the verb."""
    between = scene.context.tokens_in(scene.tokens[index].end, opener)
    commas = [number for number, token in enumerate(between[:-1]) if token.text == ","]
    return bool(commas) and between[commas[-1] + 1].lower == "а"


# ---------------------------------------------------------------- places that it leaves to the reader


def _of_the_document(scene: Scene, index: int) -> list[Pair]:
    pair = pair_before(scene) or scene.stands_of_document.pair
    if len(pair) != 2 or _only_locate(scene, pair):
        return []
    return [Pair((pair[0], pair[1]), sure=False)]


def _only_locate(scene: Scene, places: Sequence[str]) -> bool:
    """Does the document name them but to say where something is («сообщили в Омске и Минске»)?"""
    stands = [stand for stand in scene.stands_of_document.all if stand.place in places]
    return all(stand.kind in {"place", "organization"} and stand.role == "in" for stand in stands)


def _speaks_of_others(scene: Scene, index: int) -> bool:
    """«Побратимскими соглашениями Беларусь связана с 80 субъектами»: of more than the pair of the document."""
    first, last = scene.clauses.stretch_at(index)
    if counts_many(scene, first, last) or _names_others(scene, told=True) or _with_cities(scene, index, last):
        return True
    if scene.speaker_place is not None and scene.speaker_place not in scene.stands_of_document.pair:
        return True
    if _are_states(scene, first, last):
        return True
    pair, contain = scene.stands_of_document.pair, scene.stands_of_document.contain
    start, end = scene.tokens[first].start, scene.tokens[last - 1].end
    named = {stand.place for stand in named_sides(scene, start, end)}
    return any(place not in pair and not any(contain(place, side) for side in pair) for place in named)


def _are_states(scene: Scene, first: int, last: int) -> bool:
    """«Россию и Беларусь связывают дружеские отношения»: two countries, and no place of theirs."""
    named = named_sides(scene, scene.tokens[first].start, scene.tokens[last - 1].end)
    places = {stand.place for stand in named}
    return len(places) == 2 and all(scene.context.by_id[place].type == "country" for place in places)


def _with_cities(scene: Scene, index: int, last: int) -> bool:
    """«отношения | с российскими городами»: with more than one, which are not named."""
    for position in range(index + 1, last - 1):
        if scene.tokens[position].lower not in {"с", "со"}:
            continue
        following = [scene.tokens[i].word for i in range(position + 1, min(last, position + 4))]
        noun = next((word for word in following if word is None or not word.is_pos("ADJF")), None)
        if noun is not None and not noun.lemmas.isdisjoint(words().many):
            return any(parse.number == "plur" for parse in noun.parses)
    return False


def means_the_pair(scene: Scene, index: int) -> bool:
    """Where the sentence does not name both: «побратимские связи», «город-побратим», «побратимами стали».

    The plural alone («Брест собрал побратимов», «побратимы намерены») may mean any.
    """
    noun = bearer_at(scene, index)
    word = scene.tokens[noun if noun is not None else index].word
    if word is None:
        return False
    if word.pos != "NOUN" or any(p.number == "sing" and p.pos == "NOUN" and p.score > _LIKELY for p in word.parses):
        return True
    if scene.tokens[index - 1].lower in _WITH and index > scene.sentence.first:
        return False  # «сотрудничество с городами-побратимами позволило городу стать …»
    first, last = scene.clauses.stretch_at(index)
    verbs = union(words().becoming, words().being)
    said = (i for i in range(first, last) if has_lemma_between(scene, i, i + 1, verbs))
    if is_said_of_both(scene, index) or any(not _is_auxiliary(scene, i) for i in said):
        return True
    mutual = has_lemma_between(scene, first, last, words().mutual) or anniversary_told(scene)
    return mutual and _is_of_two_cities(scene)


_WITH = frozenset({"с", "со", "из", "от", "для", "о", "об"})


def _is_auxiliary(scene: Scene, index: int) -> bool:
    """«города-побратимы | будут | сотрудничать»: says nothing of what they are."""
    following = [token.word for token in scene.tokens[index + 1 : min(scene.sentence.last, index + 4)]]
    verb = any(word is not None and word.pos == "INFN" for word in following)
    return verb and scene.tokens[index].lower in {"будет", "будут"}


def is_said_of_both(scene: Scene, index: int) -> bool:
    """«города – (давние) побратимы»: behind a dash, of the two that a plural means."""
    first = scene.sentence.first
    dash = next((i for i in range(index - 1, first, -1) if not is_adjective(scene, i)), first)
    return scene.tokens[dash].text in DASHES and has_lemma_between(scene, dash - 1, dash, words().both)


def _is_of_two_cities(scene: Scene) -> bool:
    """Does the document speak of two cities only, so that «города-побратимы» can mean no others?"""
    by_id = scene.context.by_id
    return len([place for place in scene.stands_of_document.focus if by_id[place].type != "country"]) == 2


