"""Which clause of a sentence a date belongs to: what a subordinate clause dates did not happen to the main one.

«В ходе встречи говорили об отношениях, которые начались в 1994 году»: the talks have no date here.
«Подписание прошло на форуме, который открылся 5 мая»: but what is staged there happened on its day.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from pobratim.reading.records.lexicon import events
from pobratim.reading.text.segments import Sentence, Token

if TYPE_CHECKING:
    from pobratim.reading.context import DateMention
    from pobratim.reading.records.scenes import Scene

_OPENING = frozenset({"который", "где", "куда", "откуда", "что", "чтобы", "как", "если", "поскольку", "хотя", "чей"})
_LEAD = 3
"""Words between a comma and its «который» («, по итогам которого»)."""
_ANTECEDENT = 9
"""Tokens before the clause among which what it tells of stands."""
_STAGED = frozenset(
    ["пройти", "проходить", "состояться", "открыться", "открываться", "завершиться", "завершаться", "длиться",
     "продлиться", "стартовать", "прибыть", "приехать", "прилететь"]
)  # fmt: skip
"""Verbs that tell when something takes place, or when guests came."""
_GUESTS = frozenset({"делегация", "гость", "группа", "миссия", "представитель"})
_CONTRAST = frozenset({"а", "но", "затем", "потом", "позже", "зато"})
_TOLD_OF = frozenset({"это", "церемония", "подписание", "событие", "произойти", "случиться", "торжество"})
"""Words by which a clause dates the one before it («документ подписали в мэрии, это произошло 5 мая»)."""
_FINITE = frozenset({"VERB", "PRTS"})


class Clause(NamedTuple):
    """Tokens ``first`` (behind the comma) to ``last`` (excluded) of a clause or a participle's phrase."""

    first: int
    last: int
    verb: int | None


def may_date(scene: Scene, date: DateMention, index: int) -> bool:
    """Can the date be that of what the word at ``index`` tells? One in a clause of another verb cannot."""
    tokens, sentence = scene.tokens, scene.sentence
    at = token_of(scene, date)
    clause = subordinate(tokens, sentence, at)
    if clause is not None and not clause.first <= index < clause.last:
        return _is_stage(tokens, sentence, clause, index)
    return not _in_later_clause(tokens, sentence, index, at)


def token_of(scene: Scene, date: DateMention) -> int:
    """The token at which the date begins."""
    inside = range(scene.sentence.first, scene.sentence.last)
    return next((i for i in inside if scene.tokens[i].end > date.start), scene.sentence.last - 1)


def subordinate(tokens: Sequence[Token], sentence: Sentence, at: int) -> Clause | None:
    """The subordinate clause, or the phrase of a participle, that holds the token; None in the main clause."""
    for comma in range(at, sentence.first, -1):
        if tokens[comma].text == "," and _opens(tokens, comma + 1, sentence.last):
            clause = _extent(tokens, comma + 1, sentence.last)
            return clause if at < clause.last else None
    return None


def _opens(tokens: Sequence[Token], first: int, limit: int) -> bool:
    if first >= limit or tokens[first].word is None:
        return False
    if _participle(tokens, first, limit) is not None:
        return True
    for token in tokens[first : min(first + _LEAD, limit)]:
        if token.word is None:
            return False
        if token.lemma in _OPENING:
            return token.lower == tokens[first].lower or token.lemma == "который"
    return False


def _participle(tokens: Sequence[Token], first: int, limit: int) -> int | None:
    """The participle with which a phrase begins, an adverb before it passed over («изначально намеченный»)."""
    for i in range(first, min(first + 2, limit)):
        word = tokens[i].word
        if word is not None and word.pos == "PRTF":
            return i if tokens[i].text.islower() else None
        if word is None or word.pos not in {"ADVB", "PRCL"}:
            return None
    return None


def _extent(tokens: Sequence[Token], first: int, limit: int) -> Clause:
    """To the comma behind its verb that another verb follows, else to the end of the sentence."""
    verb = _participle(tokens, first, limit)
    if verb is None:
        verb = next((i for i in range(first, limit) if _is_finite(tokens[i])), None)
    if verb is None:
        return Clause(first, limit, None)
    for i in range(verb + 1, limit):
        closes = tokens[i].text in {",", "–", "—", ";"}
        if closes and any(_is_finite(token) for token in tokens[i + 1 : limit]):
            return Clause(first, i, verb)
    return Clause(first, limit, verb)


def _is_finite(token: Token) -> bool:
    return token.word is not None and token.word.is_mostly(_FINITE)


def _is_stage(tokens: Sequence[Token], sentence: Sentence, clause: Clause, index: int) -> bool:
    """«на форуме, который открылся 5 мая», «в ходе визита, проходившего в мае»; what the word at ``index`` names."""
    if clause.verb is None or tokens[clause.verb].word is None:
        return False
    if tokens[clause.verb].word.lemmas.isdisjoint(_STAGED):  # type: ignore[union-attr]
        return False
    start = max(sentence.first, clause.first - _ANTECEDENT)
    if start <= index < clause.first:
        return True
    stages = events().nouns.keys() | _GUESTS
    return any(t.word is not None and not t.word.lemmas.isdisjoint(stages) for t in tokens[start : clause.first])


def _in_later_clause(tokens: Sequence[Token], sentence: Sentence, index: int, at: int) -> bool:
    """«Города подписали договор, а в 2015 году открыли сквер»: the date of what is told next."""
    commas = [i for i in range(index, at) if tokens[i].text in {",", ";", ":"}]
    if not commas:
        return False
    first = commas[-1] + 1
    piece = range(first, next((i for i in range(at, sentence.last) if tokens[i].text in {",", ";"}), sentence.last))
    if any(tokens[i].lemma in _TOLD_OF for i in piece):
        return False
    finite = any(_is_finite(tokens[i]) for i in piece)
    contrast = tokens[first].lower in _CONTRAST
    return (finite or contrast) and any(_is_finite(tokens[i]) for i in range(sentence.first, commas[-1]))
