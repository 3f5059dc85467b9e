"""The clauses of a sentence that measure something: each metric with the words and the numbers it rules."""

from __future__ import annotations

from collections.abc import Iterator

from pobratim.reading.context import Context
from pobratim.reading.records.figures.measures import EXCEEDS, MEASURED, Clause, Named, vocabulary
from pobratim.reading.text.amounts import Amount, amounts_in
from pobratim.reading.text.segments import STROKES, Sentence, Token

_MEANT = frozenset({"он", "показатель", "оборот"})
_TRADED = frozenset({"trade_turnover", "export", "import"})
_YET = frozenset({"но", "а", "однако", "зато", "хотя"})
_COUNT_REACH = 6
_MANY = frozenset({"тысяча", "миллион", "тыс", "млн", "полмиллион"})
_LONGEST_NAME = 3
_OTHER_THING = 4

def clauses_in(context: Context, sentence: Sentence, earlier: Named | None) -> Iterator[Clause]:
    """The clauses of the sentence; ``earlier`` is the metric named last before it."""
    names = _metrics_in(context, sentence) or _meant_in(context, sentence, earlier)
    if not names:
        return
    amounts = _amounts(context, sentence)
    clause: Clause | None = None
    tokens = context.layout.tokens
    firsts = [sentence.first, *(_begin(context, sentence, named, amounts) for named in names[1:]), sentence.last]
    for named, first, last in zip(names, firsts[:-1], firsts[1:], strict=True):
        begin = first
        for joint in _continued(context, sentence, named, amounts, last):
            own = tuple(a for a in amounts if tokens[begin].start <= a.start < tokens[joint].start)
            clause = Clause(context, sentence, named, begin, joint, own, clause, begin != first)
            yield clause
            named, begin = Named(joint + 1, joint + 2, named.metric), joint + 1
        own = tuple(a for a in amounts if tokens[begin].start <= a.start < tokens[last - 1].end)
        clause = Clause(context, sentence, named, begin, last, own, clause, begin != first)
        yield clause


def _begin(context: Context, sentence: Sentence, named: Named, amounts: list[Amount]) -> int:
    """Where a further metric begins to rule: at its name, or at the number before a dash («и на 31 % – импорт»)."""
    tokens = context.layout.tokens
    if named.metric in vocabulary().counted:
        return _begin_of_count(context, sentence, named, amounts)
    if tokens[named.first - 1].text not in STROKES:
        return named.first
    dash = tokens[named.first - 1].start
    number = next((a for a in amounts if 0 <= dash - a.end <= 1), None)
    if number is None:
        return named.first
    begin = next(i for i in range(sentence.first, named.first) if tokens[i].end > number.start)
    return begin - 1 if begin > sentence.first and tokens[begin - 1].lower in {"на", "в"} else begin


def _begin_of_count(context: Context, sentence: Sentence, named: Named, amounts: list[Amount]) -> int:
    """«…, открыто | 25 (белорусских) магазинов»: at the number before what is counted."""
    tokens = context.layout.tokens
    start, least = tokens[named.first].start, tokens[max(sentence.first, named.first - _COUNT_REACH)].start
    number = next((a for a in reversed(amounts) if least <= a.start and a.end <= start), None)
    if number is None:
        return named.first
    return next(i for i in range(sentence.first, named.first) if tokens[i].end > number.start)


def _continued(
    context: Context, sentence: Sentence, named: Named, amounts: list[Amount], last: int
) -> Iterator[int]:
    """The commas behind which the metric goes on: with a time of its own, or with another partner."""
    tokens = context.layout.tokens
    if named.metric in vocabulary().counted:
        return
    begin = named.first
    for i in range(named.last, last - 3):
        if tokens[i].text != ",":
            continue
        told = any(tokens[begin].start <= a.start < tokens[i].start for a in amounts)
        more = [a for a in amounts if tokens[i].start < a.start < tokens[last - 1].end]
        if not told or not more:
            continue
        between = (tokens[i].start, more[0].start)
        if is_part(tokens, i + 1):
            yield i
            begin = i + 1
            continue
        timed = tokens[i + 1].lower in _YET and any(d.kind in ("period", "point") for d in context.dates_in(*between))
        beside = tokens[i + 1].lower in {"с", "со"} and more[0].kind in ("money", "number")
        if timed or (beside and any(t.text in STROKES for t in context.tokens_in(*between))):
            yield i
            begin = i + 1


def is_part(tokens: list[Token], index: int) -> bool:
    """«…, из которых 300 млн – с Омском», «…, в том числе с Омском – 300 млн»: a part of what was told, with sides of
    its own."""
    words = tuple(token.lower for token in tokens[index : index + 3])
    return words[:2] in {("из", "которых"), ("из", "них")} or words == ("в", "том", "числе")


def _amounts(context: Context, sentence: Sentence) -> list[Amount]:
    """The amounts of the sentence that are no dates."""
    dates = context.dates_in(sentence.start, sentence.end)
    found = amounts_in(context.layout.text, sentence.start, sentence.end)
    return [a for a in found if not any(d.start < a.end and a.start < d.end for d in dates)]


def _metrics_in(context: Context, sentence: Sentence) -> list[Named]:
    words, tokens = vocabulary(), context.layout.tokens
    found: list[Named] = []
    for index in context.with_lemmas(sentence, words.firsts):
        before = tokens[max(sentence.first, index - _OTHER_THING) : index]
        if (found and index < found[-1].last) or any(token.lemma in words.other_things for token in before):
            continue
        if index > sentence.first and tokens[index - 1].lemma in EXCEEDS:
            continue  # «импорт вдвое превысил экспорт»
        metric = _metric_at(tokens, index, sentence.last)
        if metric and not (metric.metric in words.counted and not _is_counted(tokens, index, sentence)):
            found.append(metric)
    return found


def _is_counted(tokens: list[Token], index: int, sentence: Sentence) -> bool:
    """«45 предприятий», not «совместный завод»: a number stands before, or the word itself measures."""
    if tokens[index].lemma in MEASURED:
        return True
    before = tokens[max(sentence.first, index - _COUNT_REACH) : index]
    return any(
        token.text[0].isdigit() or token.lemma in _MANY or (token.word is not None and token.word.is_pos("NUMR"))
        for token in before
    )


def _meant_in(context: Context, sentence: Sentence, earlier: Named | None) -> list[Named]:
    """«(Товарооборот растёт.) За год он увеличился на 6 %»: the metric named before."""
    if earlier is None or earlier.metric in vocabulary().counted:
        return []
    tokens = context.layout.tokens
    meant = (i for i in range(sentence.first, sentence.last) if tokens[i].lower in _MEANT)
    index = next(meant, None)
    if index is None:
        return []
    turnover = tokens[index].lower == "оборот"
    if turnover and earlier.metric not in _TRADED:
        return []
    return [Named(index, index + 1, "trade_turnover" if turnover else earlier.metric)]


def is_meant(clause: Clause) -> bool:
    """Is the metric told by «он», «показатель» alone?"""
    return clause.context.layout.tokens[clause.named.first].lower in _MEANT


def _metric_at(tokens: list[Token], index: int, limit: int) -> Named | None:
    first = tokens[index].word
    if first is None:
        return None
    beginning = [pair for pair in vocabulary().metrics.items() if pair[0][0] in first.lemmas]
    for length in range(_LONGEST_NAME, 0, -1):
        window = tokens[index : min(limit, index + length)]
        for name, metric in beginning:
            if len(name) == length == len(window) and all(
                token.word is not None and lemma in token.word.lemmas
                for lemma, token in zip(name, window, strict=True)
            ):
                return Named(index, index + length, metric)
    return None
