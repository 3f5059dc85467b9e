"""Which two places a tie joins: whose twin is named, who is listed, and who is meant without being named."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from pobratim.model.reading import PLACE_TYPES
from pobratim.reading.context import DateMention
from pobratim.reading.records.clauses import clause_of, has_lemma_between
from pobratim.reading.records.lexicon import partnerships as words
from pobratim.reading.records.names_of_events import event_names
from pobratim.reading.records.scenes import Scene
from pobratim.reading.records.sides import is_compared, meant_sides, named_sides, only_locates, with_capitals
from pobratim.reading.records.stands import Stand


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
    if _is_of_unknown(scene, index):
        return []
    found = _apposed(scene, index) or _of_the_named(scene, index)
    if not found and means_the_pair(scene, index) and not _speaks_of_others(scene, index):
        found = _of_the_document(scene, index)
    contain = scene.stands_of_document.contain
    if kind == "twin":
        by_id = scene.context.by_id
        found = [pair for pair in found if all(by_id[place].type != "country" for place in pair.parties)]
    return [pair for pair in found if pair.parties[0] != pair.parties[1] and not contain(*pair.parties)]


def _apposed(scene: Scene, index: int) -> list[Pair]:
    """«посетил город-побратим Бобруйск», «в Мытищи, город-побратим с 1999 года»: one twin, and whose it is."""
    tokens = scene.tokens
    word = tokens[index].word
    if word is None or word.lemmas.isdisjoint(words().bearers):
        return []
    if not any(p.pos == "NOUN" and p.number == "sing" for p in word.parses):
        return []
    before = _stand_before_comma(scene, index)
    after = _stand_after(scene, index)
    if after is not None and not _same_case(scene, index, after):
        return []  # «побратимом Минска»: whose it is
    if before is not None:
        if after is not None:
            return [Pair((before.place, after.place))]
        named = {stand.place for stand in scene.outer_stands if stand.kind != "organization"}
        twin = before if len(named) == 1 or before.role in {"to", "in", "from", "with"} else None
    else:
        twin = after
    if twin is None:
        return []
    strong = [s.place for s in scene.stands if s.kind != "place" and s.place != twin.place]
    others = strong or [place for place in scene.stands_of_document.pair if place != twin.place]
    return [Pair((others[0], twin.place), bool(strong))] if others else []


def _stand_before_comma(scene: Scene, index: int) -> Stand | None:
    """«из Бреста, города-побратима»: the place right before the comma, dash or bracket before the word."""
    sign = scene.tokens[index - 1] if index > scene.sentence.first else None
    if sign is None or sign.text not in {",", "—", "–", "-", "("}:
        return None
    before = [stand for stand in scene.stands if stand.end <= sign.start]
    near = [stand for stand in before if not scene.context.tokens_in(stand.end, sign.start)]
    return next((stand for stand in near if scene.context.by_id[stand.place].type != "country"), None)


def _stand_after(scene: Scene, index: int) -> Stand | None:
    """The place right after the word, over adjectives and «город»."""
    tokens = scene.tokens
    for position in range(index + 1, min(index + 4, scene.sentence.last)):
        stand = next((s for s in scene.stands if s.start == tokens[position].start), None)
        if stand is not None:
            return stand if stand.kind == "place" else None
        word = tokens[position].word
        if word is None or not (word.lemma in {"город", "столица"} or word.pos == "ADJF"):
            return None
    return None


def _same_case(scene: Scene, index: int, stand: Stand) -> bool:
    """Can the noun and the name stand in one case, the nominative only with the nominative?"""
    noun, name = scene.tokens[index].word, scene.context.tokens_in(stand.start, stand.end)[-1].word
    if noun is None or name is None or not name.parses:
        return True
    cases = {p.case for p in noun.parses if p.pos == "NOUN" and p.number == "sing"}
    own = {p.case for p in name.parses}
    return bool(cases & own) and not ("nomn" in cases and "accs" not in own and "nomn" not in own)


def _is_of_unknown(scene: Scene, index: int) -> bool:
    """«побратим соседей», «побратимы дальневосточной столицы»: whose twin it is, is told by what names no place."""
    word = scene.tokens[index].word
    if word is None or word.lemmas.isdisjoint(words().bearers):
        return False
    owner = next((i for i in range(index + 1, scene.sentence.last) if not _is_adjective(scene, i)), index + 1)
    noun = scene.tokens[owner].word if owner < scene.sentence.last else None
    if noun is None or noun.pos != "NOUN" or any(scene.mention_at(i) for i in range(index + 1, owner + 1)):
        return False
    if owner == index + 1 and not noun.lemmas.isdisjoint(words().sorts):
        return False
    forms = {(p.case, p.number) for p in noun.parses if p.pos == "NOUN" and p.score > _LIKELY}
    for adjective in scene.tokens[index + 1 : owner]:
        assert adjective.word is not None
        forms &= {(p.case, p.number) for p in adjective.word.parses}
    cases = {case for case, _ in forms}
    return "gent" in cases and cases <= {"gent", "accs"}


_LIKELY = 0.1


# ---------------------------------------------------------------- places that the sentence names


def _of_the_named(scene: Scene, index: int) -> list[Pair]:
    clause = clause_of(scene, index)
    stands = _sides(scene, index, clause)
    if len(stands) < 2 and _only_word(scene, index):
        stands = _sides(scene, index, (scene.sentence.first, scene.sentence.last))
    if len(stands) < 2:
        return _of_the_one(scene, index, stands)
    twos = couples(scene, stands)
    if twos:
        return [Pair(two) for two in twos]
    hub = _hub(scene, index, stands)
    if len(stands) == 2 and hub is None and not _goes_on_listing(scene, index, stands):
        date = date_beside(scene, stands[1], None) or date_beside(scene, stands[0], stands[1])
        return [Pair((stands[0].place, stands[1].place), date=date)]
    sure = hub is not None
    besides = _besides(scene, index, hub, stands)
    hub = hub or scene.speaker_place or outer_hub(scene, [stand.place for stand in stands])
    return [*_with_hub(scene, index, hub, stands, sure), *besides] if hub is not None else []


def _besides(scene: Scene, index: int, hub: str | None, stands: list[Stand]) -> list[Pair]:
    """«Побратимами округа являются | также | Варна и Ош»: besides the other place that the document is about."""
    pair = scene.stands_of_document.pair
    if len(pair) < 2 or hub not in pair or any(stand.place in pair for stand in stands if stand.place != hub):
        return []
    own = scene.tokens[index : clause_of(scene, index)[1]]
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
    first, last = clause_of(scene, index)
    return has_lemma_between(scene, index, last, words().listing) or counts_many(scene, first, last)


def counts_many(scene: Scene, first: int, last: int) -> bool:
    """«33 города-побратима», «с 80 субъектами», «шесть побратимов»: more than two."""
    tokens = scene.tokens
    for index in range(first, last - 1):
        number = tokens[index].text
        counted = number.isdigit() and int(number) > 2
        word = tokens[index].word
        if not counted and not (word is not None and word.pos == "NUMR" and word.lemma not in {"два", "оба"}):
            continue
        counts = next((i for i in range(index + 1, last) if not _is_adjective(scene, i)), last)
        if has_lemma_between(scene, counts, counts + 1, words().many):
            return True
    return False


def _is_adjective(scene: Scene, index: int) -> bool:
    word = scene.tokens[index].word
    return word is not None and word.is_pos("ADJF")


def _only_word(scene: Scene, index: int) -> bool:
    """Does no other clause of the sentence speak of twins, whose places the rest would be?"""
    first, last = clause_of(scene, index)
    outside = [*range(scene.sentence.first, first), *range(last, scene.sentence.last)]
    return not any(has_lemma_between(scene, i, i + 1, words().twin) for i in outside)


def _of_the_one(scene: Scene, index: int, stands: list[Stand]) -> list[Pair]:
    """«с Хэйхэ нас связывают побратимские отношения»: the other is the speaker's, or the document's."""
    if len(stands) != 1:
        return []
    speaker = scene.speaker_place
    if speaker is not None and speaker != stands[0].place:
        return [Pair((speaker, stands[0].place))]
    if _owns(scene, stands[0]) and not has_lemma_between(scene, *clause_of(scene, index), words().becoming):
        return []  # «у района есть побратим и в Подмосковье»: any, not the one of the document
    if stands[0].role == "with" or (means_the_pair(scene, index) and not _names_others(scene)):
        others = [place for place in scene.stands_of_document.pair if place != stands[0].place]
        return [Pair((stands[0].place, others[0]), sure=False)] if others else []
    return []


def _names_others(scene: Scene) -> bool:
    """«побратимом Кургана был американский Аппелтон»: a name that is neither a known place nor an official."""
    posts = {post.person for post in scene.stands_of_document.posts}
    people = scene.context.mentions_in(*scene.span, "person")
    return scene.speaker is None and any(mention.entity not in posts for mention in people)


def _with_hub(scene: Scene, index: int, hub: str, stands: list[Stand], sure: bool) -> list[Pair]:
    """The hub with each of the others; of a list only those that stand in it."""
    opener = _list_opener(scene, index)
    others = [stand for stand in stands if stand.place != hub]
    if opener is not None:
        others = [stand for stand in others if stand.start > opener] or others
    followed = list(zip(others, [*others[1:], None], strict=True))
    dates = [date_beside(scene, stand, following) for stand, following in followed]
    if any(dates) and others:
        dates[0] = dates[0] or _date_until(scene, *followed[0])
    return [Pair((hub, stand.place), sure, date) for stand, date in zip(others, dates, strict=True)]


def _date_until(scene: Scene, stand: Stand, following: Stand | None) -> DateMention | None:
    """«с Варной связи установлены | в 1990 году, | с Ошем – в 1992-м»: of the first the verb stands between."""
    if stand.role != "with" or following is None or following.role != "with":
        return None
    dates = [d for d in scene.context.dates_in(stand.end, following.start) if d.edtf and d.kind in {"since", "point"}]
    return dates[0] if len(dates) == 1 else None


def _list_opener(scene: Scene, index: int) -> int | None:
    """Where a list opens after the word: «побратимами: …», «в том числе …», «среди них …»."""
    tokens = scene.tokens
    for position in range(index + 1, scene.sentence.last):
        dash = tokens[position].text in {"—", "–"} and _names_place_next(scene, position)
        if dash or tokens[position].text == ":":
            return tokens[position].start
        if tokens[position].lower in {"числе", "среди", "например", "частности", "включая"}:
            return tokens[position].start
    return None


def _names_place_next(scene: Scene, index: int) -> bool:
    """Does a place follow, over adjectives and «город», so that the dash opens a list («– китайский Харбин»)?"""
    for position in range(index + 1, min(scene.sentence.last, index + 4)):
        mention = scene.mention_at(position)
        if mention is not None:
            return scene.context.by_id[mention.entity].type in PLACE_TYPES
        word = scene.tokens[position].word
        if word is None or not (word.is_pos("ADJF", "NPRO", "PRCL") or "город" in word.lemmas):
            return False
    return False


_BESIDE = re.compile(r"[\s,]*(?:\([^()]*\))?\s*(?:\([^()]*|[-–—][^,;]*|)")
"""Between a place and its date: «Пуатье (с …», «Ханау (Германия) – с …», «Уфа с …»."""


def date_beside(scene: Scene, stand: Stand, following: Stand | None) -> DateMention | None:
    """«Пуатье (с 1970 года), Ханау (1987)», «Люденшайд (Германия) – с 1991 года»: the date of one of a list."""
    end = following.start if following is not None else scene.sentence.end
    dates = [d for d in scene.context.dates_in(stand.end, end) if d.edtf and d.kind in {"since", "point"}]
    for date in dates:
        between = scene.context.text((stand.end, date.start))
        if "(" in between and ")" not in between:
            return date
        dashed = re.fullmatch(r"\s*[-–—]\s*(?:в|во|с|со)?\s*", between) is not None
        if dashed or (date.kind == "since" and _BESIDE.fullmatch(between)):
            return date
    return None


def date_of_listed(scene: Scene, place: str) -> DateMention | None:
    """The date beside the place in a list that names no hub."""
    stands = list(scene.stands)
    for number, stand in enumerate(stands):
        if stand.place == place:
            following = next((s for s in stands[number + 1 :] if not only_locates(scene, s)), None)
            return date_beside(scene, stand, following)
    return None


def _sides(scene: Scene, index: int, clause: tuple[int, int]) -> list[Stand]:
    """The places of a stretch of tokens that may be partners; a country only in «отношения с Беларусью»."""
    by_id = scene.context.by_id
    start, end = scene.tokens[clause[0]].start, scene.tokens[clause[1] - 1].end
    stands = with_capitals(scene, named_sides(scene, start, end))
    near: dict[str, Stand] = {}
    for stand in stands:
        if by_id[stand.place].type != "country":
            near.setdefault(stand.place, stand)
    for stand in meant_sides(scene, *clause):
        if stand.place not in near and (len(near) < 2 or _possesses(scene, index, stand)):
            near[stand.place] = stand
    if len(near) == 1:
        for stand in stands:
            if by_id[stand.place].type == "country" and stand.role == "with":
                return [*near.values(), stand]
    return sorted(near.values(), key=lambda stand: stand.start)


def _possesses(scene: Scene, index: int, stand: Stand) -> bool:
    """«побратимы | округа», «у города есть побратимы»."""
    right_after = scene.tokens[index].end <= stand.start <= scene.tokens[index].end + 1
    return right_after or _owns(scene, stand)


def _owns(scene: Scene, stand: Stand) -> bool:
    """«у Бийска есть ещё шесть городов-побратимов»."""
    before = scene.context.tokens_in(max(scene.sentence.start, stand.start - 3), stand.start)
    return bool(before) and before[-1].lower == "у"


def couples(scene: Scene, stands: Sequence[Stand]) -> list[tuple[str, str]]:
    """«Ступино и Циндао, Мытищи и Дэчжоу»: a list of pairs, each joined by «и»; else nothing."""
    if len(stands) < 4 or len(stands) % 2:
        return []
    signs = []
    for left, right in pairwise(stands):
        between = [t.lower for t in scene.context.tokens_in(left.end, right.start) if t.text not in {"(", ")"}]
        signs.append("и" if "и" in between and "," not in between else ",")
    wanted = ["и" if number % 2 == 0 else "," for number in range(len(signs))]
    if signs != wanted:
        return []
    return [(stands[n].place, stands[n + 1].place) for n in range(0, len(stands), 2)]


def _hub(scene: Scene, index: int, stands: list[Stand]) -> str | None:
    """«городами-побратимами Смоленска являются …», «у Минска», «с Сочи»: whose the others are."""
    for stand in stands:
        if _owns(scene, stand):
            return stand.place
    possessor = _possessor(scene, index, stands)
    if possessor is not None:
        return possessor.place
    joined = [stand.place for stand in stands if stand.role == "with"]
    if len(joined) == 1 and len(stands) > 2:
        return joined[0]  # «породнены со Смоленском Витебск, Орша и …»
    alone = [stand.place for stand in stands if stand.place not in joined]
    if joined and len(alone) == 1:
        return alone[0]  # «Гомель породнился с Нижним Новгородом, а затем с Екатеринбургом»
    opener = _list_opener(scene, index)
    ahead = [stand.place for stand in stands if opener is not None and stand.end <= opener]
    return ahead[0] if len(ahead) == 1 and len(stands) > 2 else None


def _possessor(scene: Scene, index: int, stands: list[Stand]) -> Stand | None:
    """«побратимами | Смоленска | являются»; not the first of a list («побратимы Минск, Уфа и …»)."""
    after = _stand_after(scene, index)
    if after is None:
        return next((stand for stand in stands if _right_after(scene, index, stand)), None)
    own = next((stand for stand in stands if stand.place == after.place), None)
    if own is None or any(_joins(scene, after, stand) for stand in stands if stand.start > after.start):
        return None
    return own


def _right_after(scene: Scene, index: int, stand: Stand) -> bool:
    return scene.tokens[index].end <= stand.start <= scene.tokens[index].end + 1


def _joins(scene: Scene, left: Stand, right: Stand) -> bool:
    """Does only a comma or «и» (and adjectives) stand between the two?"""
    between = scene.context.tokens_in(left.end, right.start)
    rest = [t for t in between if not (t.word and (t.word.pos == "ADJF" or t.word.lemma == "город"))]
    return 0 < len(rest) <= 2 and all(token.lower in {",", "и"} for token in rest)


def owner_of_ties(scene: Scene) -> str | None:
    """Whose twins or partners a sentence speaks of: «не единственный партнёр | округа», «у Омска»."""
    ties = words().bearers | words().partner_nouns
    for index in range(scene.sentence.first, scene.sentence.last):
        if has_lemma_between(scene, index, index + 1, ties):
            stands = _sides(scene, index, clause_of(scene, index))
            owner = _possessor(scene, index, stands) or next((s for s in stands if _owns(scene, s)), None)
            return owner.place if owner is not None else None
    return None


def outer_hub(scene: Scene, named: list[str]) -> str | None:
    """The place of the document that the listed ones are twins of: one of its main pair that is not listed, or
    the weightiest after a pair that both are («на праздник приехали гости из Бреста и Гродно»)."""
    out = {*named, *(stand.place for stand in scene.stands if is_compared(scene, stand))}
    stands = scene.stands_of_document
    among = stands.focus if set(stands.pair) <= out else stands.pair
    return next((place for place in among if place not in out), None)


# ---------------------------------------------------------------- places that it leaves to the reader


def _of_the_document(scene: Scene, index: int) -> list[Pair]:
    pair = pair_before(scene) or scene.stands_of_document.pair
    return [Pair((pair[0], pair[1]), sure=False)] if len(pair) == 2 else []


def pair_before(scene: Scene) -> tuple[str, ...]:
    """The two places that the sentence before, of the same paragraph, names; () where it names more or fewer."""
    earlier = scene.before
    if earlier is None:
        return ()
    places = _places_acting(earlier, earlier.outer_stands)
    if len(places) < 2:
        places = _places_acting(earlier, earlier.stands)  # «заседание комиссии по сотрудничеству Омска и Бреста»
    if len(places) != 2 or scene.stands_of_document.contain(*places):
        return ()
    return tuple(place for place in scene.stands_of_document.focus if place in places)


def _places_acting(scene: Scene, stands: list[Stand]) -> tuple[str, ...]:
    by_id = scene.context.by_id
    return tuple(dict.fromkeys(s.place for s in stands if s.role != "in" and by_id[s.place].type != "country"))


def _speaks_of_others(scene: Scene, index: int) -> bool:
    """«Побратимскими соглашениями Беларусь связана с 80 субъектами»: of more than the pair of the document."""
    first, last = clause_of(scene, index)
    if counts_many(scene, first, last) or _names_others(scene):
        return True
    pair, contain = scene.stands_of_document.pair, scene.stands_of_document.contain
    start, end = scene.tokens[first].start, scene.tokens[last - 1].end
    named = {stand.place for stand in named_sides(scene, start, end)}
    return any(place not in pair and not any(contain(place, side) for side in pair) for place in named)


def means_the_pair(scene: Scene, index: int) -> bool:
    """Where the sentence does not name both: «побратимские связи», «город-побратим», «побратимами стали».

    The plural alone («Брест собрал побратимов», «побратимы намерены») may mean any.
    """
    word = scene.tokens[index].word
    if word is None:
        return False
    if word.pos != "NOUN" or any(parse.number == "sing" for parse in word.parses if parse.pos == "NOUN"):
        return True
    first, last = clause_of(scene, index)
    if has_lemma_between(scene, first, last, words().becoming | words().being):
        return True
    return has_lemma_between(scene, first, last, words().mutual) and _is_of_two_cities(scene)


def _is_of_two_cities(scene: Scene) -> bool:
    """Does the document speak of two cities only, so that «города-побратимы» can mean no others?"""
    by_id = scene.context.by_id
    return len([place for place in scene.stands_of_document.focus if by_id[place].type != "country"]) == 2


def in_event_name(scene: Scene, index: int) -> bool:
    """«Форум городов-побратимов Беларуси и России»: the word belongs to a name of an event or a body."""
    start = scene.tokens[index].start
    if any(name.start <= start < name.end for kind in ("forum", "days") for name in event_names(scene, kind)):
        return True
    return any(mention.start <= start < mention.end for mention in scene.organizations) or _in_quoted_name(scene, index)


def _in_quoted_name(scene: Scene, index: int) -> bool:
    """«секция «От побратимства к проектам»»: a name between quotation marks; «статус «город-побратим»» is none."""
    tokens, first, last = scene.tokens, scene.sentence.first, scene.sentence.last
    opening = next((i for i in range(index, first - 1, -1) if tokens[i].text in {"«", "»"}), None)
    closing = next((i for i in range(index, last) if tokens[i].text in {"«", "»"}), None)
    if opening is None or closing is None or tokens[opening].text != "«" or tokens[closing].text != "»":
        return False
    inside = [token.word for token in tokens[opening + 1 : closing] if token.word is not None]
    verbs = any(p.pos in {"VERB", "PRTS"} and p.score > 0.5 for word in inside for p in word.parses)
    return scene.speaker is None and len(inside) > 2 and not verbs
