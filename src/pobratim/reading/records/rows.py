"""Places beside each other: a row shares the preposition before its first («с Варной (Болгария), Ошем и Тарой») and
whoever stands for it («делегации Омска, Тары и Бреста»); a region may only say where the place before it lies («округ
Кашира Московской области»)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from pobratim.reading.context import Context, Mention
from pobratim.reading.records.lexicon import listed
from pobratim.reading.text.morph import Word, is_known
from pobratim.reading.text.segments import STROKES, Token

if TYPE_CHECKING:
    from pobratim.reading.records.stand import Stand


def with_shared_roles(context: Context, stands: list[Stand]) -> list[Stand]:
    """«с Костанаем и белорусским Гродно», «с Варной (Болгария), Ошем»: places of a list share the preposition."""
    shared: list[Stand] = []
    before: Stand | None = None
    for stand in stands:
        if _in_brackets(context, stand) or (before is not None and _tells_where(context, before, stand)):
            shared.append(stand)
            continue
        if before is not None and stand.kind == "person" and _leads(context, before, stand):
            shared.append(stand)
            continue
        listed = before is not None and stand.role == "other" and {before.kind, stand.kind} <= _LISTED
        if listed and _begins_anew(context, stand):
            listed = False
        if listed and before is not None and (
            between(context, before, stand) in _JOINING or _opens_list(context, before, stand)
        ):
            stand = replace(stand, role=before.role)
        if before is not None and _comes_too(context, before, stand):
            stand = replace(stand, kind=before.kind)
        shared.append(stand)
        before = stand
    return shared


def _leads(context: Context, before: Stand, stand: Stand) -> bool:
    """«делегации Омска | во главе с Петром Лаптевым |, Тары и Бреста»: who leads the ones stands in no row."""
    words = [token.lower for token in context.tokens_in(before.end, stand.start)]
    return before.kind == "delegation" and words[:3] == ["во", "главе", "с"] and "," not in words


def joined_pair(context: Context, stands: list[Stand]) -> list[Stand]:
    """«Омск и Тара»: the two of a row that «и» joins; [] of any other row."""
    row = row_from(context, stands)
    joined = len(row) == 2 and between(context, *row) == ["и"] and row[0].place != row[1].place
    return row if joined else []


def _opens_list(context: Context, before: Stand, stand: Stand) -> bool:
    """«с тремя городами Китая: | Харбином, Далянем и Хэйхэ», «с регионами России – | Омской и Тверской областями»:
    those of the country that «с» is said of."""
    if before.role != "with" or context.by_id[before.place].type != "country":
        return False
    signs = between(context, before, stand)
    name = context.tokens_in(stand.start, stand.end)[0].word
    declined = name is not None and name.is_case("ablt")
    return signs == [":"] or (len(signs) == 1 and signs[0] in STROKES and declined)


_LISTED = frozenset({"place", "delegation"})
_JOINING = (["и"], [","], [",", "и"], [",", "а", "также"])


def _comes_too(context: Context, before: Stand, stand: Stand) -> bool:
    """«делегации Омска, | Тары | и Бреста», «мэры Омска | и Бреста»: whose people they are too, in the genitive."""
    if stand.kind != "place" or before.kind not in _COMING or before.entity is not None:
        return False
    if between(context, before, stand) not in _JOINING:
        return False
    words = [token.word for token in context.tokens_in(before.end, stand.end)]
    named = any(word is not None and word.form in {"города", "городов"} for word in words)  # «города Ош»
    if named or not _is_genitive(context.tokens_in(before.start, before.end)[-1].word):
        return True  # «делегации городов Омск | и Тара»
    return _is_genitive(context.tokens_in(stand.start, stand.end)[0].word)


def _is_genitive(name: Word | None) -> bool:
    """Can it be one? «Седльце», «Осло», «Сочи» keep their form, and of what no dictionary has nobody knows."""
    if name is None or not name.parses or name.form[-1] in "еёиоуыэю" or not is_known(name.form):
        return True
    return name.is_case("gent")


_COMING = frozenset({"delegation", "person"})


def row_from(context: Context, stands: Sequence[Stand]) -> list[Stand]:
    """The first of the stands with those in one row with it: «делегации Омска, | Тары | и Бреста»."""
    row = list(stands[:1])
    for stand in stands[1:]:
        if between(context, row[-1], stand) not in _JOINING:
            break
        row.append(stand)
    return row


def _begins_anew(context: Context, stand: Stand) -> bool:
    """«с Пинском, | Тара – с Лидой», «с Пинском, | Тара с Лидой», «с Пинском, | Тары – с Лидой», «с Пинском, | Тара и
    Орёл – с Лидой»: not in the case that the preposition asks for, and a preposition of its own behind, so that the one
    before does not reach it."""
    tokens = context.tokens_in(stand.start, stand.end + _ROW_OF_TWO)
    after = [token.lower for token in tokens if token.start >= stand.end]
    if after[:1] == ["и"]:
        after = after[2:]
    cases = {parse.case for token in tokens[:1] if token.word is not None for parse in token.word.parses}
    own = bool(after) and (after[0] in STROKES or after[0] in {"с", "со"})
    return own and bool(cases) and "ablt" not in cases


_ROW_OF_TWO = 30
"""Characters behind a place up to the dash of «Тара и Орёл – с Лидой»."""


def _tells_where(context: Context, before: Stand, stand: Stand) -> bool:
    """«город Анталья | в Турции», «Вэйхай | в провинции Шаньдун»: it says where the place before it lies."""
    if {before.kind, stand.kind} != {"place"} or stand.role != "in" or context.by_id[stand.place].type == "city":
        return False
    words = context.tokens_in(before.end, stand.start)
    return 0 < len(words) <= 3 and words[0].lower in {"в", "во"}


def _in_brackets(context: Context, stand: Stand) -> bool:
    before = context.tokens_in(max(0, stand.start - 2), stand.start)
    return bool(before) and before[-1].text == "("


def between(context: Context, left: Stand, right: Stand) -> list[str]:
    """The words between two places of a list, without brackets, adjectives and «город»."""
    found: list[str] = []
    bracketed = False
    led = _leader_between(context, left, right)
    located = [(mention.start, mention.end) for mention in context.places_in(left.end, right.start)]
    for token in context.tokens_in(max(left.end, led), right.start):
        if token.text in {"(", ")"}:
            bracketed = token.text == "("
        elif any(start <= token.start < end for start, end in located):
            continue  # «с Вязьмой | Смоленской области | и Ржевом»
        elif not bracketed and not (token.word and (token.word.lemma == "город" or _is_attribute(token.word))):
            found.append(token.text)
    return found


def _leader_between(context: Context, left: Stand, right: Stand) -> int:
    """Where «(делегации Омска) во главе с мэром Петром Лаптевым(, Тары и Бреста)» ends; 0 where nobody is told so."""
    tokens = context.tokens_in(left.end, right.start)
    if [token.lower for token in tokens[:3]] != ["во", "главе", "с"]:
        return 0
    people = context.mentions_in(left.end, right.start, "person")
    return people[0].end if people else 0


def _is_attribute(word: Word) -> bool:
    """«белорусский», not «который»."""
    return word.pos == "ADJF" and word.lemma not in {"который", "что", "чей"}


def locates(context: Context, before: Mention | None, mention: Mention) -> bool:
    """«Вяземский округ Смоленской области», «уезд Чжэндин китайской провинции Хэбэй»: a region or country that only
    says where the place before it lies."""
    tokens = context.layout.tokens
    if before is not None and _is_district_of_it(tokens, before, mention):
        return True
    if before is None or context.by_id[mention.entity].type == "city":
        return False
    between = [tokens[i].word for i in range(before.last, mention.first) if tokens[i].text not in {"»", '"'}]
    words = [*between, tokens[mention.first].word][: len(between) or 1]
    if len(between) > 2 or any(word is not None and word.lemmas.isdisjoint(_LANDS) for word in between[-1:]):
        return False
    return all(word is not None and word.is_case("gent") for word in words)


def _is_district_of_it(tokens: list[Token], before: Mention, mention: Mention) -> bool:
    """«район Дадукоу | города Чунцин», «района Айгунь | округа Хэйхэ», «префектурой Гирсан | Улан-Батора»: what lies
    around a district named with its word before it."""
    called = mention.first == before.last + 1 and tokens[before.last].lower in _AROUND
    name = tokens[mention.last - 1].word
    owned = mention.first == before.last and name is not None and name.is_case("gent")
    if not (called or owned):
        return False
    near = {before.first - 1, before.last - 2}  # in the name of a body («управа района Айгунь») it stands within
    words = (tokens[index].word for index in near if index >= 0)
    return any(word is not None and not word.lemmas.isdisjoint({"район", "уезд", "префектура"}) for word in words)


_AROUND = frozenset({"города", "город", "округа", "префектуры", "муниципалитета", "столицы"})


_LANDS = listed("sides", "lands")
"""Common nouns between a place and the name of the land that it lies in."""
