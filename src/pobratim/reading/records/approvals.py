"""Who approves a document does not sign it: «дума утвердила соглашение», «депутаты утвердили план»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pobratim.reading.records.lexicon import listed

if TYPE_CHECKING:
    from pobratim.reading.records.scenes import Scene

_APPROVING = frozenset({"утвердить", "утверждать"})
_SIGNED_BY_HEADS = frozenset({"agreement", "memorandum", "contract"})
"""Kinds of documents that a council approves and heads sign; a plan is adopted by those whose plan it is."""
_COUNCILS = listed("signings", "councils")


def is_approval(scene: Scene, index: int, kind: str) -> bool:
    """Is the word at ``index`` told of a council that approves a document of that ``kind``, not of its signing?"""
    word = scene.tokens[index].word
    if word is None or word.lemmas.isdisjoint(_APPROVING):
        return False
    heads = {stand.place for stand in scene.outer_stands if stand.kind == "person"}
    return bool(scene.with_lemmas(_COUNCILS)) or (kind in _SIGNED_BY_HEADS and len(heads) < 2)
