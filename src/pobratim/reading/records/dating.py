"""Which happening of a sentence a date belongs to: «прибыла 5 мая, а 6 мая подписала», «договор, подписанный в 2013
году, продлили», «поводом для поездки стал юбилей: соглашение заключили в 2013 году».
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pobratim.reading.segments import Token

if TYPE_CHECKING:
    from pobratim.reading.context import DateMention
    from pobratim.reading.records.scenes import Scene

_BREAKS = frozenset({",", ";", ":", "–", "—", "(", ")"})
_FINITE = frozenset({"VERB", "PRTS"})
_RELATIVE = frozenset({"который", "где", "когда", "куда", "откуда"})
_OPENING = 3
"""Tokens at the beginning of a clause among which «который» stands («после чего», «в ходе которого»)."""


def may_date(scene: Scene, date: DateMention, index: int) -> bool:
    """Can the date be that of what the token tells? One in a clause of another verb cannot."""
    pieces = _pieces(scene)
    own = next(piece for piece in pieces if piece[0] <= index < piece[1])
    tokens = range(scene.sentence.first, scene.sentence.last)
    first = next((i for i in tokens if scene.tokens[i].end > date.start), index)
    other = next(piece for piece in pieces if piece[0] <= first < piece[1])
    if own == other:
        return True
    if _hangs(scene, other):
        noun = scene.tokens[index].word
        described = noun is not None and noun.pos == "NOUN" and own[1] == other[0]
        return described and not any(_is_finite(token) for token in scene.tokens[index + 1 : own[1]])
    if other[0] > index and _has_verb(scene, other):
        return not _has_verb(scene, own) and not any(
            scene.tokens[i].text in {":", ";"} for i in range(index, other[0])
        )
    return True


def _pieces(scene: Scene) -> list[tuple[int, int]]:
    """Token ranges of the sentence between signs."""
    pieces: list[tuple[int, int]] = []
    first = scene.sentence.first
    for index in range(scene.sentence.first, scene.sentence.last):
        if scene.tokens[index].text in _BREAKS:
            pieces.append((first, index + 1))
            first = index + 1
    return [*pieces, (first, scene.sentence.last)]


def _hangs(scene: Scene, piece: tuple[int, int]) -> bool:
    """«, который …», «, подписанный …»: it tells something of a noun before it."""
    tokens = scene.tokens[piece[0] : piece[1]]
    if any(token.word and token.word.lemmas & _RELATIVE for token in tokens[:_OPENING]):
        return piece[0] > scene.sentence.first
    opening = next((token.word for token in tokens if token.word and token.word.pos not in {"ADVB", "PRCL"}), None)
    return opening is not None and opening.pos == "PRTF" and piece[0] > scene.sentence.first


def _has_verb(scene: Scene, piece: tuple[int, int]) -> bool:
    return any(_is_finite(token) for token in scene.tokens[piece[0] : piece[1]])


def _is_finite(token: Token) -> bool:
    return token.word is not None and sum(p.score for p in token.word.parses if p.pos in _FINITE) > 0.5
