"""The places of a sentence that can be sides of a tie or a document: named, or behind an official or authority."""

from __future__ import annotations

from pobratim.reading.records.clauses import clause_of, has_lemma_between
from pobratim.reading.records.scenes import Scene
from pobratim.reading.records.stands import Stand
from pobratim.reading.text.speech import vocabulary

_BESIDE = frozenset({"in", "to"})
"""Roles of places where things happen, not of those who act."""
_ACCORDING = frozenset({"словам", "мнению", "данным", "информации"})
_WITNESSING = frozenset({"присутствии", "поддержке", "посредничестве", "содействии"})


def named_sides(scene: Scene, start: int, end: int) -> list[Stand]:
    """The stands between two characters that can be sides: not where it happens, not what only locates."""
    return [
        stand
        for stand in scene.outer_stands
        if start <= stand.start < end
        and stand.role not in _BESIDE
        and not only_locates(scene, stand)
        and not is_compared(scene, stand)
        and not _is_witness(scene, stand)
    ]


def _is_witness(scene: Scene, stand: Stand) -> bool:
    """«в присутствии посла Китая», «при поддержке Минска»: beside those who act."""
    before = scene.context.tokens_in(max(scene.sentence.start, stand.start - 25), stand.start)
    return any(token.lower in _WITNESSING for token in before[-3:])


def only_locates(scene: Scene, stand: Stand) -> bool:
    """«Разград (область Разград)», «(Витебская область)»: a region in brackets says where a place lies."""
    if scene.context.by_id[stand.place].type == "city" or stand.kind != "place":
        return False
    before = scene.context.tokens_in(max(scene.sentence.start, stand.start - 2), stand.start)
    return bool(before) and before[-1].text == "("


def is_compared(scene: Scene, stand: Stand) -> bool:
    """«раньше Омска», «кроме Бреста»: a measure of time, not one of the list."""
    before = scene.context.tokens_in(max(scene.sentence.start, stand.start - 8), stand.start)
    return bool(before) and before[-1].lower in {"раньше", "после", "кроме", "помимо"}


def before_dash(scene: Scene, stand: Stand) -> bool:
    following = scene.context.tokens_in(stand.end, min(scene.sentence.end, stand.end + 3))
    return bool(following) and following[0].text in {"—", "–", "-"}


def only_tells(scene: Scene, stand: Stand) -> bool:
    """«…, сообщил губернатор области»: the person only tells of it."""
    if stand.kind != "person":
        return False
    first, last = clause_of(scene, scene.index_at(stand.start))
    before = scene.context.tokens_in(scene.tokens[first].start, stand.start)
    if any(token.lower in _ACCORDING for token in before):
        return True
    return first > scene.sentence.first and has_lemma_between(scene, first, last, vocabulary().speech)
