"""What governs a word: the verb it hangs on, the noun before it, and the time that they tell."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from typing import TYPE_CHECKING

from pobratim.reading.once import union
from pobratim.reading.records.lexicon import events
from pobratim.reading.text.clauses import Piece
from pobratim.reading.text.morph import Word
from pobratim.reading.text.segments import FINITE, Token
from pobratim.reading.text.speech import speaks, vocabulary

if TYPE_CHECKING:
    from pobratim.reading.records.scenes import Scene


def words_of(tokens: list[Token], piece: Piece) -> list[Word]:
    return [token.word for token in tokens[piece.first : piece.last] if token.word is not None]


def noun_before(tokens: list[Token], first: int, index: int) -> Word | None:
    """«подготовка визита», «о возможности встречи»: a noun says that the noun after it is still to come."""
    trigger = tokens[index].word
    if trigger is None or trigger.pos != "NOUN" or all(parse.case == "ablt" for parse in trigger.parses):
        return None  # «закрепили намерения | подписанием договора»
    for i in range(index - 1, max(first, index - 5) - 1, -1):
        word = tokens[i].word
        if word is None and tokens[i].text not in {"«", '"', "“"}:
            return None
        if word is not None and word.form in _WHERE:
            return None  # «подписали план | на встрече»
        if word is not None and "организация" in word.lemmas and _is_thanked_for(tokens[first:i]):
            return None  # «благодарим за помощь в организации | визита»
        if word is None or word.form in {"и", "о", "об"} or "проведение" in word.lemmas:
            continue  # «подготовка и проведение «Дней Омска»», «договорённость о встрече»
        if word.form == "к" and (before := tokens[max(first, i - 1)].word) is not None and before.pos == "NOUN":
            continue  # «подготовка к | визиту»
        if word.is_pos("NOUN"):
            return word if word.lemmas & union(events().planned, events().unsure) else None
    return None


def _is_thanked_for(before: list[Token]) -> bool:
    """Is it what was done already that somebody is thanked for?"""
    thanks = union(events().thanks, events().honours)
    return any(token.word is not None and not token.word.lemmas.isdisjoint(thanks) for token in before)


_WHERE = frozenset({"на", "в", "во", "при", "после"})
"""Before the noun of a happening: where or when something else was done."""


def governing_verb(scene: Scene, own: Piece, index: int) -> Word | None:
    """The verb the token hangs on: of its own piece, of «который …» right after it, the nearest before, the next."""
    found, pieces = scene.governing, scene.clauses.pieces
    here = _nearest(found, own, index)
    if here is None and any(speaks(word) for word in words_of(scene.tokens, own)):
        return None  # «…, сообщил губернатор на открытии выставки»: what is told before says nothing of it
    if here is None and own.number + 1 < len(pieces) and _is_relative(scene.tokens, pieces[own.number + 1]):
        here = _nearest(found, pieces[own.number + 1], index)
    if here is None:
        before, after = bisect_left(found, own.first), bisect_left(found, own.last)
        here = found[before - 1] if before else found[after] if after < len(found) else None
    return scene.tokens[here].word if here is not None else None


def _nearest(found: list[int], piece: Piece, index: int) -> int | None:
    """The governing word of the piece: the nearest to the left, else the nearest to the right."""
    inside = found[bisect_left(found, piece.first) : bisect_left(found, piece.last)]
    left = [i for i in inside if i < index]
    return left[-1] if left else next((i for i in inside if i > index), None)


def _is_relative(tokens: list[Token], piece: Piece) -> bool:
    return any(token.word and "который" in token.word.lemmas for token in tokens[piece.first : piece.first + 2])


def governing_words(scene: Scene) -> list[int]:
    """The tokens of the sentence that tell of others' time: finite verbs, but those of saying, and words of intent."""
    told = [i for i in scene.clauses.verbs if _tells(scene.tokens[i].word)]
    meant = scene.with_lemmas(_meaning())
    meant = [i for i in meant if (word := scene.tokens[i].word) is not None and word.pos != "NOUN"]
    return sorted({*told, *meant})


@cache
def _meaning() -> frozenset[str]:
    return union(events().planned, events().unsure, events().achieved)


def _tells(word: Word | None) -> bool:
    if word is None:
        return False
    performs = "выступить" in word.lemmas and finite_tense(word) == "futr"  # «ансамбль выступит на Дне города»
    return performs or word.lemmas.isdisjoint(vocabulary().speech) or not word.lemmas.isdisjoint(events().verbs)


def finite_tense(word: Word) -> str | None:
    """past, pres or futr of the likeliest parse, where it is a verb or a short participle."""
    if not word.parses or word.parses[0].pos not in FINITE:
        return None
    return next((tag for tag in ("futr", "past", "pres") if tag in word.parses[0].tags), None)
