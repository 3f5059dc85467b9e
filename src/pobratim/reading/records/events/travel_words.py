"""What the words of a journey say: that it is a return, that things move, that the place is not named again."""

from __future__ import annotations

from pobratim.reading.once import once, union
from pobratim.reading.records.events.drafts import is_one_of
from pobratim.reading.records.events.subjects import subject_of, travels
from pobratim.reading.records.lexicon import events
from pobratim.reading.records.place_kinds import PLACE_NOUNS, TWIN_NOUNS, is_main_town
from pobratim.reading.records.scenes import Scene


def is_return(scene: Scene, index: int) -> bool:
    """«вернулась | 10 мая | из Бреста», «вернётся 10 мая из поездки»: they were there before, however the day of their
    return is told."""
    first, last, _ = scene.clauses.part_at(index)
    returning = next((i for i in scene.with_lemmas(events().returning) if first <= i < last), None)
    if returning is None or returning == index:
        return returning is not None
    before = scene.tokens[max(returning, index - 4) : index]
    return any(token.lower in {"из", "с", "со"} for token in before)


def goes_home(scene: Scene, index: int) -> bool:
    """«завтра улетают домой», «отправились обратно в Омск», «отбыли на родину»: a journey ends, none begins."""
    first, last = scene.clauses.stretch_at(index)
    near = [token.lower for token in scene.tokens[max(first, index - 2) : min(last, index + 4)]]
    if "из" in near or is_one_of(scene, index, events().returning):
        return False  # «вернулись домой из Бреста»: there they were
    return not _HOME.isdisjoint(near) or ("на" in near and "родину" in near)


_HOME = frozenset({"домой", "обратно", "восвояси"})


@once
def moves_thing(scene: Scene, index: int) -> bool:
    """«в Омск прибыли автобусы», «поезд из Омска прибыл», «обратно едут запчасти»: no people travel."""
    if is_one_of(scene, index, union(events().receiving, events().direct)):
        return False
    subject = subject_of(scene, index)
    if subject is None:
        return False
    word = scene.tokens[subject].word
    assert word is not None
    parse = word.parses[0]
    return "anim" not in parse.tags and not travels(scene, subject)


def is_former(scene: Scene, index: int) -> bool:
    """«прошлый визит»: it went where the document's first journey goes."""
    before = scene.tokens[index - 1] if index > scene.sentence.first else None
    return before is not None and before.lower.startswith(("прошл", "предыдущ"))


@once
def goes_to_generic(scene: Scene, index: int) -> bool:
    """«прибыла в город», «приехали в нашу область», «наш город посетила», «поздравить побратимов приехала»: the place
    is not named again."""
    tokens, first, last = scene.tokens, scene.sentence.first, scene.sentence.last
    if index > first and tokens[index - 1].lower == "куда":
        return True  # «в ратуше, куда прибыла делегация Омска»
    if [token.lower for token in tokens[max(first, index - 2) : index]] == ["к", "нам"]:
        return True  # «к нам приехали коллеги из Бреста»
    if is_one_of(scene, index, events().direct):
        near = (*range(index + 1, min(last, index + 4)), *range(max(first, index - 3), index))
        return any(_is_object_place(scene, i) for i in near)
    for i in (*range(index + 1, min(last, index + 12)), *range(first, index)):
        word = tokens[i].word
        if word is not None and not word.lemmas.isdisjoint(PLACE_NOUNS | TWIN_NOUNS):
            before = [token.lower for token in tokens[max(first, i - 3) : i]]
            return "в" in before or "во" in before or any(token.startswith("поздрав") for token in before)
    return False


def _is_object_place(scene: Scene, index: int) -> bool:
    """«наш город (посетила)», «(посетила) город-побратим»: an accusative."""
    word = scene.tokens[index].word
    if word is None or (word.lemmas.isdisjoint(PLACE_NOUNS | TWIN_NOUNS) and not is_main_town(scene.tokens, index)):
        return False
    twin = word.form.startswith("город-") and not word.lemmas.isdisjoint(TWIN_NOUNS)  # it has no accusative of its own
    return any(parse.case == "accs" or (twin and parse.case == "nomn") for parse in word.parses)
