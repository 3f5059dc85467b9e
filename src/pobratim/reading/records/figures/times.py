"""Which times of a sentence tell when something was measured: those of its own clause.

«… отметил, что учатся 900 студентов, и пригласил на форум, который пройдёт 17–18 апреля»: the days are the forum's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from pobratim.reading.context import Context, DateMention
from pobratim.reading.text.clauses import Clause
from pobratim.reading.text.segments import Sentence

_SAID = frozenset({"conjunction", "told"})
_BY_DAY = re.compile(r"[\dX]{4}-\d\d-\d\d")
_BROAD = re.compile(r"\d{4}(?:/\d{4})?|\d{4}-\d\d/\d{4}-\d\d|\d{4}-Q\d")
_AS_OF = frozenset({"на", "к", "с", "до", "по"})


def own_times(
    context: Context, sentence: Sentence, dates: Iterable[DateMention], anchors: list[int], *, goes_on: bool
) -> list[DateMention]:
    """The dates in the clause of one of the ``anchors`` (positions in the text), or broad ones that rule it.

    ``goes_on``: an earlier clause measures something too, whose time holds on («в 2024 году экспорт вырос, а импорт»).
    """
    chosen = [date for date in dates if not _is_day(context, date)]
    if not chosen:
        return chosen
    clauses = context.clauses_of(sentence)

    def clause_at(position: int) -> Clause:
        return clauses.clause_at(context.layout.token_ending_after(position))

    measured = [(anchor, clause_at(anchor)) for anchor in anchors]
    return [date for date in chosen if any(_rules(date, clause_at(date.start), *one, goes_on) for one in measured)]


def _rules(date: DateMention, clause: Clause, anchor: int, measured: Clause, goes_on: bool) -> bool:
    if clause is measured:
        return True
    if date.start > anchor or not _BROAD.fullmatch(date.edtf or ""):
        return False
    if clause.above is None and measured.above is None:
        return goes_on
    above: Clause | None = measured
    while above is not None and above.kind in _SAID:
        above = above.above
        if above is clause:
            return True
    return False


def _is_day(context: Context, date: DateMention) -> bool:
    """A day tells of a meeting, unless something is counted «на 1 января»."""
    if not _BY_DAY.search(date.edtf or ""):
        return False
    before = context.tokens_in(date.start - 20, date.start)[-1:]
    return not before or before[0].lower not in _AS_OF
