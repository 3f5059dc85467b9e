"""Partnerships: two places are twins or partners, and since when.

Each rule finds the word of a sentence that tells of a tie; `places` says between whom, `times` since when, `standing`
whether it is, will be or is no more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pobratim.model.reading import Agreement, Event, Partnership, Quote
from pobratim.reading.context import Context
from pobratim.reading.once import union
from pobratim.reading.records.clauses import has_lemma_between, span_between
from pobratim.reading.records.lexicon import partnerships as words
from pobratim.reading.records.scenes import Scene, scenes
from pobratim.reading.records.sides.named import named_sides
from pobratim.reading.records.stands import Stands
from pobratim.reading.records.ties.lasting import are_friends, is_told_as_lasting, of_others
from pobratim.reading.records.ties.lines import twins_in_lines
from pobratim.reading.records.ties.lists import (
    Told,
    asks_who,
    each_with_its_own,
    goes_into_twins,
    in_event_name,
    listed_twins,
    named_next,
    since_told_later,
    word_of,
    words_of,
)
from pobratim.reading.records.ties.merging import by_document, merge_ties
from pobratim.reading.records.ties.named_before import twins_named_before
from pobratim.reading.records.ties.others import tells_of_no_places
from pobratim.reading.records.ties.partners import (
    established,
    partner_cities,
    partner_lists,
    partners,
    they_are_partners,
)
from pobratim.reading.records.ties.telling import tie_told
from pobratim.reading.records.ties.unnamed import are_with_towns_of, is_looked_for, send_guests
from pobratim.reading.triggers import Gate, needs


def find_partnerships(
    context: Context, stands: Stands, quotes: list[Quote], events: list[Event], agreements: list[Agreement]
) -> list[Partnership]:
    """The partnerships of a document, one a pair and kind."""
    found = [
        told
        for scene in scenes(context, stands, quotes)
        for rule in _GATE.open_for(context, scene.sentence)
        for told in rule(scene)
    ]
    return merge_ties(stands, [*found, *by_document(context, agreements)], events, agreements)


@needs(lambda: words().twin)
def twins(scene: Scene) -> Iterator[Told]:
    """«Минск и Сочи стали городами-побратимами», «город-побратим Бобруйск», «побратимские связи»."""
    if named_next(scene):
        return
    for index in words_of(scene, words().twin):
        unnamed = are_with_towns_of(scene, index) or is_looked_for(scene, index) or send_guests(scene, index)
        if not (unnamed or tells_of_no_places(scene, index)):
            yield from tie_told(scene, index, "twin", "partnership.twin", 0.92)


@needs(lambda: words().brotherly)
def brothers(scene: Scene) -> Iterator[Told]:
    """«Батуми и Брест станут братскими городами», «братский город Лида»: twins."""
    for index in scene.with_lemmas(words().brotherly):
        if scene.tokens[index].capital or in_event_name(scene, index) or index + 1 >= scene.sentence.last:
            continue
        if scene.tokens[index + 1].lemma == "город":
            yield from tie_told(scene, index, "twin", "partnership.brothers", 0.85)
            return


@needs(lambda: words().friendship)
def friends(scene: Scene) -> Iterator[Told]:
    """«с общиной Апатин город дружит с 2009 года», «20 лет сотрудничества Пскова и Даугавпилса», «дружба Елабуги и
    Аксу длится девять лет»: told with how long it lasts, of two places."""
    for index in words_of(scene, words().friendship):
        if not is_told_as_lasting(scene, index) or of_others(scene, index) or asks_who(scene):
            continue
        if word_of(scene, words().twin) is not None and not _are_named(scene, index):
            continue
        kind = "twin" if goes_into_twins(scene) else "partner"
        for told in tie_told(scene, index, kind, "partnership.friends", 0.8):
            if are_friends(scene, index, told.partnership.parties):
                yield told


def _are_named(scene: Scene, index: int) -> bool:
    """Does the clause name its own two places, apart from the twins that the sentence speaks of?"""
    span = span_between(scene, *scene.clauses.stretch_at(index))
    own = not has_lemma_between(scene, *scene.clauses.stretch_at(index), words().twin)
    return own and len({stand.place for stand in named_sides(scene, *span)}) == 2


_WORKING = frozenset({"сотрудничество", "взаимодействие"})


@needs(lambda: union(words().relations, _WORKING))
def broken_off(scene: Scene) -> Iterator[Told]:
    """«Смоленск приостановил отношения с Хагеном (Германия) и Тюлем»: whatever they were called before."""
    index = word_of(scene, union(words().relations, _WORKING))
    if index is None or word_of(scene, words().twin) is not None:
        return
    clause = scene.clauses.stretch_at(index)
    ended = has_lemma_between(scene, *clause, words().ending)
    if not ended or not any(s.role == "with" for s in named_sides(scene, *span_between(scene, *clause))):
        return
    about_twins = any(word_of(other, words().twin) is not None for other in _earlier(scene))
    yield from tie_told(scene, index, "twin" if about_twins else "partner", "partnership.broken_off", 0.8)


def _earlier(scene: Scene) -> Iterator[Scene]:
    """The sentences before, back to the beginning."""
    for sentence in scene.context.layout.sentences[: scene.sentence.index]:
        yield Scene(scene.context, scene.stands_of_document, sentence)


PartnershipRule = Callable[[Scene], Iterator[Told]]

PARTNERSHIP_RULES: tuple[PartnershipRule, ...] = (
    twins,
    brothers,
    partners,
    established,
    they_are_partners,
    partner_cities,
    partner_lists,
    twins_named_before,
    friends,
    broken_off,
    listed_twins,
    twins_in_lines,
    each_with_its_own,
    since_told_later,
)
_GATE = Gate(PARTNERSHIP_RULES)
