"""Which times of a sentence tell when something was measured: those of its own clause.

«… отметил, что учатся 900 студентов, и пригласил на форум, который пройдёт 17–18 апреля»: the days are the forum's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from pobratim.reading.context import Context, DateMention
from pobratim.reading.text.segments import Sentence, Token

_RELATIVE = frozenset({"который", "где", "куда", "откуда", "чей"})
_SAID = frozenset({"что", "если", "когда", "чтобы", "поскольку", "хотя", "как"})
_AND = frozenset({"и", "а", "но", "однако", "зато", "да"})
_RELATIVE_REACH = 3
"""Tokens behind a comma within which «который» opens a clause («, товарооборот с которым …»)."""
_BY_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_BROAD = re.compile(r"\d{4}(?:/\d{4})?|\d{4}-\d\d/\d{4}-\d\d|\d{4}-Q\d")
_AS_OF = frozenset({"на", "к", "с", "до", "по"})


@dataclass(frozen=True, slots=True)
class Part:
    """A clause of the sentence; ``parent`` is the one that it depends on."""

    kind: str
    parent: Part | None
    number: int


def own_times(
    context: Context, sentence: Sentence, dates: Iterable[DateMention], anchors: list[int], *, goes_on: bool
) -> list[DateMention]:
    """The dates in the clause of one of the ``anchors`` (positions in the text), or broad ones that rule it.

    ``goes_on``: an earlier clause measures something too, whose time holds on («в 2024 году экспорт вырос, а импорт»).
    """
    chosen = [date for date in dates if not _is_day(context, date)]
    if not chosen:
        return chosen
    tokens = context.layout.tokens
    parts = parts_of(context, sentence)
    at = {tokens[sentence.first + i].start: part for i, part in enumerate(parts)}
    starts = sorted(at)

    def part_at(position: int) -> Part:
        return at[max((start for start in starts if start <= position), default=starts[0])]

    measured = [(anchor, part_at(anchor)) for anchor in anchors]
    return [date for date in chosen if any(_rules(date, part_at(date.start), *one, goes_on) for one in measured)]


def _rules(date: DateMention, part: Part, anchor: int, measured: Part, goes_on: bool) -> bool:
    if part is measured:
        return True
    if date.start > anchor or not _BROAD.fullmatch(date.edtf or ""):
        return False
    if part.parent is None and measured.parent is None:
        return goes_on
    above: Part | None = measured
    while above is not None and above.kind == "said":
        above = above.parent
        if above is part:
            return True
    return False


def _is_day(context: Context, date: DateMention) -> bool:
    """A day tells of a meeting, unless something is counted «на 1 января»."""
    if not _BY_DAY.search(date.edtf or ""):
        return False
    before = context.tokens_in(date.start - 20, date.start)[-1:]
    return not before or before[0].lower not in _AS_OF


def parts_of(context: Context, sentence: Sentence) -> list[Part]:
    """The clause of each token of the sentence."""
    tokens = context.layout.tokens
    current = Part("main", None, 0)
    parts: list[Part] = []
    number = 0
    for i in range(sentence.first, sentence.last):
        if tokens[i].text in {",", ":", ";", "—", "–"}:
            number += 1
            current = _opened(tokens, i, sentence, current, number)
        parts.append(current)
    return parts


def _opened(tokens: list[Token], index: int, sentence: Sentence, current: Part, number: int) -> Part:
    """The clause that goes on, begins or ends at a stop."""
    last = sentence.last
    following = tokens[index + 1 : min(index + 1 + _RELATIVE_REACH, last)]
    if not following or tokens[index].text in {"—", "–"}:
        return current
    if tokens[index].text == ";":
        return Part("main", None, number)
    if tokens[index].text == ":" or following[0].lower in _SAID:
        return Part("said", current, number)
    word = following[0].word
    if any(token.lemma in _RELATIVE for token in following) or (word is not None and word.pos == "PRTF"):
        return Part("relative", current, number)
    end = next((i for i in range(index + 1, last) if tokens[i].text in {",", ";", ":"}), last)
    if current.kind == "relative" and following[0].lower not in _AND and not _has_predicate(tokens, index + 1, end):
        return current if end == last else current.parent or current
    if current.kind != "main" and current.parent is not None:
        again = following[0].lower in _AND and _has_predicate(tokens, index + 1, end)
        return Part("main", None, number) if again else current.parent
    before = next((i for i in range(index - 1, sentence.first, -1) if tokens[i].text in {",", ";"}), sentence.first)
    if _has_predicate(tokens, index + 1, end) and _has_predicate(tokens, before, index):
        return Part("main", None, number)
    return current


def _has_predicate(tokens: list[Token], first: int, last: int) -> bool:
    return any(
        token.text in {"—", "–"} or (token.word is not None and token.word.pos in {"VERB", "PRTS"})
        for token in tokens[first:last]
    )
