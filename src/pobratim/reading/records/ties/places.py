"""Which two places a tie joins: whose twin is named, who is listed, and who is meant without being named."""

from __future__ import annotations

from itertools import pairwise

from pobratim.reading.records.clauses import has_lemma_between, span_between
from pobratim.reading.records.lexicon import partnerships as words
from pobratim.reading.records.scenes import Scene
from pobratim.reading.records.sides.hubs import (
    counts_many,
    hub_of,
    is_adjective,
    list_opener,
    outer_hub,
    owns,
    sides_of_tie,
)
from pobratim.reading.records.sides.list_dates import date_beside, date_until
from pobratim.reading.records.sides.named import named_sides, one_taking_part, only_tells
from pobratim.reading.records.sides.pairs import couples
from pobratim.reading.records.stand import Stand, first_of_each
from pobratim.reading.records.ties.apposed import apposed
from pobratim.reading.records.ties.levels import are_of_one_city, are_of_one_level, is_wide
from pobratim.reading.records.ties.meant import means_the_pair, speaks_of_others, two_meant
from pobratim.reading.records.ties.of_one import of_the_one
from pobratim.reading.records.ties.owners import owners_in_row, respectively
from pobratim.reading.records.ties.pair import Pair
from pobratim.reading.records.ties.relative import of_antecedent
from pobratim.reading.records.ties.rows import owner_outside, row_behind
from pobratim.reading.records.ties.unnamed import is_of_unknown, is_with_unnamed
from pobratim.reading.records.ties.years import told_by_years


def pairs_of(scene: Scene, index: int, kind: str) -> list[Pair]:
    """The pairs that the twin or partner word at ``index`` joins; a place and its own region are none.

    A country is a partner at most, never a twin.
    """
    if is_of_unknown(scene, index) or is_with_unnamed(scene, index) or one_taking_part(scene) is not None:
        return []
    if _is_of_that_sort(scene, index):
        found = [pair for pair in _of_the_document(scene) if are_of_one_level(scene, *pair.parties)]
    else:
        found = told_by_years(scene, index) or of_antecedent(scene, index)
        found = found or _of_the_row(scene, index) or apposed(scene, index) or _of_the_named(scene, index)
    owners = owners_in_row(scene)
    others = _have_each(scene, index) or speaks_of_others(scene, index) or len(owners) > 1
    if not found and not others and means_the_pair(scene, index):
        found = [pair for pair in _of_the_document(scene) if kind != "twin" or _may_be_twins(scene, index, pair)]
    contain = scene.stands_of_document.contain
    if kind == "twin":
        by_id = scene.context.by_id
        found = [pair for pair in found if all(by_id[place].type != "country" for place in pair.parties)]
    found = [pair for pair in found if not are_of_one_city(scene, *pair.parties)]
    found = [pair for pair in respectively(scene, owners) or found if not set(owners).issuperset(pair.parties)]
    return [pair for pair in found if pair.parties[0] != pair.parties[1] and not contain(*pair.parties)]


def _have_each(scene: Scene, index: int) -> bool:
    """«побратимские связи есть не только у Омска, но и у Лиды», «побратимы есть у каждого района»: each with some
    other."""
    first, last = scene.clauses.stretch_at(index)
    if any(scene.tokens[i].lower == "у" and scene.tokens[i + 1].lower in _EACH for i in range(first, last - 1)):
        return True
    span = span_between(scene, *scene.clauses.stretch_at(index))
    return len({stand.place for stand in named_sides(scene, *span) if owns(scene, stand)}) > 1


_EACH = frozenset({"каждого", "каждой", "многих", "всех", "большинства", "любого"})


def _may_be_twins(scene: Scene, index: int, pair: Pair) -> bool:
    """«побратимские связи между городами» of a document about two oblasts: of towns that it does not name here."""
    if not are_of_one_level(scene, *pair.parties):
        return False
    following = scene.tokens[index + 1 : scene.clauses.stretch_at(index)[1]]
    towns = any(left.lower == "между" and right.lemma == "город" for left, right in pairwise(following))
    return not (towns and is_wide(scene, pair.parties[0]))


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
    alike = hub is not None and are_of_one_level(scene, hub, row[0].entity)  # «в Брянск к освобождению Брянщины …»
    outside = owner_outside(scene, index, row) if hub in members or not alike else None
    owner = outside or (hub if hub not in members else None)
    if owner is None:
        return []
    stands = first_of_each(stand for stand in scene.stands if stand.place in members)
    return _each_with(scene, owner, stands, any(stand.place == owner for stand in scene.stands))


def _of_the_named(scene: Scene, index: int) -> list[Pair]:
    clause = scene.clauses.stretch_at(index)
    stands = sides_of_tie(scene, index, clause)
    if len(stands) > 1 and all(owns(scene, stand) for stand in stands):
        return []  # «побратимы есть и у Омска, и у Лиды»
    if len(stands) < 2 and _only_word(scene, index):
        stands = sides_of_tie(scene, index, (scene.sentence.first, scene.sentence.last))
        stands = [stand for stand in stands if not only_tells(scene, stand)]
    if len(stands) < 2:
        return of_the_one(scene, index, stands)
    told = _without_circumstances(scene, index, _told(scene, clause))
    if len(stands) == 2 < len({stand.place for stand in told}):
        told = stands  # «побратимство Омска и Бреста обсудили губернаторы двух областей»
    stands = _without_circumstances(scene, index, stands)
    twos = couples(scene, told) or couples(scene, stands)
    if twos:
        return [Pair(two) for two in twos]
    joined = _right_between(scene, index, stands)
    if joined:
        return [Pair((joined[0].place, joined[1].place), date=date_beside(scene, joined[1], None))]
    hub = hub_of(scene, index, stands)
    if len(stands) == 2 and hub is None and not _goes_on_listing(scene, index, stands):
        date = date_beside(scene, stands[1], None) or date_beside(scene, stands[0], stands[1])
        return [Pair((stands[0].place, stands[1].place), date=date)]
    sure = hub is not None
    hub = hub or _closing_its_list(scene, index, stands)
    besides = _besides(scene, index, hub, stands)
    hub = hub or scene.speaker_place or outer_hub(scene, [stand.place for stand in stands])
    return [*_with_hub(scene, index, hub, stands, sure), *besides] if hub is not None else []


def _right_between(scene: Scene, index: int, stands: list[Stand]) -> list[Stand]:
    """«связи | между Омском и Тарой | закрепят на форуме, его принимает Брест»: the two right behind the word, where
    the sentence names more."""
    noun = index + 1 if is_adjective(scene, index) else index
    between = [stand for stand in stands if stand.role == "between"]
    told = noun + 1 < scene.sentence.last and scene.tokens[noun + 1].lower == "между"
    return between if told and len(between) == 2 < len(stands) else []


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
    if has_lemma_between(scene, scene.sentence.first, index, _AMONG) or scene.tokens[index - 1].lower == "в":
        return True  # «среди тех, кто пополнил список побратимов, – Варна и Ош», «в партнёрах – Варна и Ош»
    listing = (i for i in scene.with_lemmas(words().listing) if index <= i < last)
    return any(not _is_of_degree(scene, i) for i in listing) or counts_many(scene, first, last)


def _is_of_degree(scene: Scene, index: int) -> bool:
    """«ещё | раньше», «также | больше»: no further one of a list."""
    following = scene.tokens[min(index + 1, scene.sentence.last - 1)].word
    return following is not None and following.pos == "COMP"


_AMONG = frozenset({"среди", "список", "перечень", "число"})


def _only_word(scene: Scene, index: int) -> bool:
    """Does no other clause of the sentence speak of twins, whose places the rest would be?"""
    first, last = scene.clauses.stretch_at(index)
    outside = [*range(scene.sentence.first, first), *range(last, scene.sentence.last)]
    return not any(has_lemma_between(scene, i, i + 1, words().twin) for i in outside)


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


def _of_the_document(scene: Scene) -> list[Pair]:
    two = two_meant(scene)
    return [Pair(two, sure=False)] if two is not None else []
