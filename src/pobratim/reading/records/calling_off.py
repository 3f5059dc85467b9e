"""Is it called off? «визит отменён», «форум не состоялся»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pobratim.reading.once import union
from pobratim.reading.records.governing import words_of
from pobratim.reading.records.lexicon import events
from pobratim.reading.text.clauses import Piece
from pobratim.reading.text.segments import Token
from pobratim.reading.text.speech import speaks

if TYPE_CHECKING:
    from pobratim.reading.records.scenes import Scene


def is_cancelled(scene: Scene, own: Piece, index: int) -> bool:
    """«визит отменён», «визит готовили, но поездку пришлось отменить», «форум не состоялся»."""
    tokens, pieces = scene.tokens, scene.clauses.pieces
    telling = [i for i in scene.with_lemmas(_calling_off()) if i >= own.first and i != index and calls_off(tokens, i)]
    if not telling:
        return False
    open_yet = own.verb is None
    for piece in pieces[own.number :]:
        if piece.number > own.number and not open_yet and not _turns(tokens, piece):
            continue
        if piece.number > own.number and piece.clause.kind == "which" and own.clause.kind != "which":
            continue  # «форум, который намечали на март, отменён»
        if any(piece.first <= i < piece.last for i in telling):
            return True
        says = any(speaks(word) for word in words_of(tokens, piece))  # «поездка, заверил он, перенесена»
        open_yet = open_yet and (says or piece.verb is None)
    return False


def _calling_off() -> frozenset[str]:
    return union(events().cancelled, events().happening, _HOLDING)


def calls_off(tokens: list[Token], index: int) -> bool:
    """«отменён», «не состоялся»."""
    word = tokens[index].word
    if word is None:
        return False
    if word.lemmas & events().cancelled and not _is_moved_to(tokens, index):
        return True
    if _will_not_be(tokens, index):
        return True
    return bool(word.lemmas & events().happening) and index > 0 and tokens[index - 1].lower == "не"


def _will_not_be(tokens: list[Token], index: int) -> bool:
    """«не будет проводить», «не станут проводить»."""
    word = tokens[index].word
    before = [token.lower for token in tokens[max(0, index - 2) : index]]
    leading = len(before) == 2 and before[0] == "не" and before[1].startswith(("буд", "стан"))
    return leading and word is not None and word.pos == "INFN" and bool(word.lemmas & _HOLDING)


_HOLDING = frozenset({"проводить", "провести", "организовывать", "организовать"})


_MOVING = frozenset({"перенести", "отложить"})


def _is_moved_to(tokens: list[Token], index: int) -> bool:
    """«перенесена на ноябрь»: it is still to come."""
    word = tokens[index].word
    following = tokens[index + 1].lower if index + 1 < len(tokens) else ""
    return word is not None and not word.lemmas.isdisjoint(_MOVING) and following in {"на", "до"}


def _turns(tokens: list[Token], piece: Piece) -> bool:
    return any(token.lower in _TURNING for token in tokens[piece.first : piece.first + 2])


_TURNING = frozenset({"но", "однако", "а"})
