"""What two places celebrate of their own tie: the years of it, a day of friendship.

«25-летие побратимства Омска и Ниша отпраздновали концертом», «торжества по случаю дружбы двух городов»,
«День дружбы с Павлодаром». Nobody need have travelled: it is the feast of both.
"""

from __future__ import annotations

from collections.abc import Iterator

from pobratim.reading.names.places.adjectives import place_meant
from pobratim.reading.records.event_names import SEVERAL_DAYS, EventName
from pobratim.reading.records.events.drafts import Draft, has_lemma, start_draft
from pobratim.reading.records.events.story import Story
from pobratim.reading.records.events.where import complete_pair, nearest, place_in
from pobratim.reading.records.feast_names import AGE_OF_TIE, DAY, JUBILEES
from pobratim.reading.records.lexicon import listed
from pobratim.reading.records.rows import joined_pair
from pobratim.reading.records.scenes import Scene
from pobratim.reading.text.segments import ADJECTIVE, leading
from pobratim.reading.triggers import needs

_TIE = listed("feasts", "ties")
_CELEBRATING = listed("feasts", "celebrating") | {"ознаменовать"}
_CEREMONY = listed("feasts", "ceremonies")
_OCCASION = listed("feasts", "occasions")
_TO_TIE = 5
"""Tokens from «годовщина» to the tie («годовщина установления побратимских связей»)."""
_TO_OCCASION = 5
"""Tokens from the feast to «по случаю», «в честь»."""


@needs(_TIE)
def tie_feast(scene: Scene, story: Story) -> Iterator[Draft]:
    """«Годовщину дружбы Омска и Ниша отметили концертом»: the feast of a tie, of its two sides."""
    for tie in scene.with_lemmas(_TIE):
        head = _feast_of(scene, tie)
        if head is None:
            continue
        draft = start_draft(scene, "days", head, "event.tie_feast", 0.74)
        if draft is None:
            continue
        draft.parties, draft.place = _sides(scene, tie), place_in(scene, head)
        complete_pair(scene, draft)
        if len(set(draft.parties)) == 2:
            yield draft
            return


def _feast_of(scene: Scene, tie: int) -> int | None:
    """The noun of the feast: «торжества» in honour of the tie, «концертом» by which its years were celebrated."""
    first = scene.sentence.first
    age = next((i for i in range(tie - 1, max(first, tie - _TO_TIE) - 1, -1) if _is_age(scene, i)), None)
    if any(not _is_genitive(scene, i) for i in range(tie if age is None else age + 1, tie + 1)):
        return None
    start = age if age is not None else leading(scene.tokens, tie, first, ADJECTIVE) + 1
    before = range(max(first, start - _TO_OCCASION), start)
    occasion = next((i for i in before if has_lemma(scene, i, *_OCCASION) or scene.tokens[i].lower in _OCCASION), None)
    if occasion is not None:
        near = range(max(first, occasion - _TO_OCCASION), occasion)
        return next((i for i in near if has_lemma(scene, i, *_CEREMONY)), None)
    if age is None or not scene.with_lemmas(_CELEBRATING):
        return None
    means = (i for i in scene.with_lemmas(_CEREMONY) if _is_means(scene, i))
    return next(means, None)


def _is_age(scene: Scene, index: int) -> bool:
    token = scene.tokens[index]
    return has_lemma(scene, index, *JUBILEES) or AGE_OF_TIE.search(token.lower) is not None


def _is_genitive(scene: Scene, index: int) -> bool:
    word = scene.tokens[index].word
    return word is not None and word.may_be_case("gent")


def _is_means(scene: Scene, index: int) -> bool:
    """«отметили | концертом», «отпраздновали на | концерте»."""
    word = scene.tokens[index].word
    return word is not None and any(parse.case in {"ablt", "loct"} and parse.pos == "NOUN" for parse in word.parses)


def _sides(scene: Scene, tie: int) -> list[str]:
    """«дружбы | Омска и Ниша», «отношений Омска | с Нишем»; of «двух городов» those that the document is about."""
    start = scene.tokens[tie].end
    behind = [s for s in scene.stands if s.start >= start and s.kind == "place" and s.role not in {"in", "to"}]
    sides = nearest(scene, [stand.place for stand in behind])
    pair = scene.stands_of_document.pair
    return sides[:2] if sides else list(pair) if len(pair) == 2 else []


# ---------------------------------------------------------------- one feast of two towns

_KEEPING = _CELEBRATING | listed("feasts", "keeping")
_COMMON = listed("feasts", "common")
_TOGETHER = frozenset({"вместе", "совместно", "сообща"})


@needs(_KEEPING)
def shared_feast(scene: Scene, story: Story) -> Iterator[Draft]:
    """«В Омске и Лиде отмечают День единения народов», «Омск и Лида вместе отметили День Победы»."""
    words = scene.tokens[scene.sentence.first : scene.sentence.last]
    together = any(token.lower in _TOGETHER for token in words)
    for name in scene.feasts:
        behind = range(name.head + 1, min(name.head + 3, scene.sentence.last))
        common = any(has_lemma(scene, i, *_COMMON) for i in behind)
        if not (together or common) or not scene.with_lemmas(_KEEPING):
            continue
        row = joined_pair(scene.context, [s for s in scene.stands if s.kind == "place" and s.start < name.start])
        draft = start_draft(scene, "days", name.head, "event.shared_feast", 0.7) if row else None
        roles = {stand.role for stand in row}
        if draft is not None and (roles == {"in"} or (together and roles == {"other"})):
            draft.parties, draft.title = [stand.place for stand in row], name.title
            yield draft


# ---------------------------------------------------------------- days of friendship

_OF = listed("feasts", "friendly_days")
_REACH = 5
"""Tokens from «День дружбы» to the place («День дружбы с городом-побратимом Павлодаром»)."""


def friendship_days(scene: Scene) -> Iterator[EventName]:
    """«День дружбы с Павлодаром», «День польской культуры»: one day of the friendship with a place."""
    tokens = scene.tokens
    for index in scene.context.lemmas_between(scene.sentence.first, scene.sentence.last - 1, DAY):
        if not tokens[index].capital or tokens[index].lower in SEVERAL_DAYS:
            continue
        if (end := _of_guest(scene, index)) is not None:
            yield EventName(tokens[index].start, end, index, scene.context.text((tokens[index].start, end)))
            continue
        last = min(scene.sentence.last, index + 2 + _REACH)
        head = next((i for i in range(index + 1, min(last, index + 3)) if has_lemma(scene, i, *_OF)), None)
        if head is None:
            continue
        named = next((m for m in scene.context.places_in(tokens[head].end, tokens[last - 1].end)), None)
        if named is not None and _leads(scene, head, named.first):
            end = tokens[named.last - 1].end
        elif head == index + 2 and place_meant(scene.context, tokens[index + 1]) is not None:
            end = tokens[head].end
        else:
            continue
        words = ["День", *(t.text for t in scene.context.tokens_in(tokens[index].end, end))]
        yield EventName(tokens[index].start, end, index, " ".join(words).replace(" - ", "-"))


def _of_guest(scene: Scene, index: int) -> int | None:
    """«(В Бресте прошёл) День | Омской области»: where the name ends, of a region or town that is not where it is held;
    not «День России», a holiday."""
    named = next((m for m in scene.context.places_in(*scene.span) if m.first == index + 1), None)
    if named is None or scene.context.by_id[named.entity].type == "country" or not _is_genitive(scene, named.first):
        return None
    akin = scene.stands_of_document.akin
    held = [s for s in scene.stands if s.kind == "place" and s.role == "in" and not akin(s.place, named.entity)]
    return scene.tokens[named.last - 1].end if held else None


def _leads(scene: Scene, head: int, place: int) -> bool:
    """Do only «с» and words for a town stand between: «дружбы | с городом-побратимом | Павлодаром»?"""
    between = scene.tokens[head + 1 : place]
    opened = not between or between[0].lower in {"с", "со"} or _is_genitive(scene, head + 1)
    return opened and all(token.word is not None and token.word.is_pos("PREP", "NOUN", "ADJF") for token in between)
