"""A document's text cut where its facts begin and end, so that each piece knows what it is evidence of.

Evidence overlaps: one sentence may hold a meeting, two posts and a quotation, and a quotation may run over
three sentences. Nested marks cannot show that; pieces can. Every piece lists all facts that cover it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from pobratim.model.reading import Span
from pobratim.web.facts import Fact

UNDERLINES = 3
"""How many types one piece shows at once, one line under the other."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text over which the same facts hold."""

    text: str
    facts: tuple[Fact, ...] = ()
    ending: tuple[Fact, ...] = ()
    """The facts whose last words these are: their markers follow."""
    marked: bool = False
    """Whether it lies in the place the reader was sent to."""
    anchor: bool = False
    """Whether that place begins here."""

    @property
    def ids(self) -> str:
        return " ".join(fact.id for fact in self.facts)

    @property
    def classes(self) -> str:
        """``u1-event u2-post``: the types it shows, the shortest evidence (the most particular) first."""
        nearest = sorted(self.facts, key=lambda fact: sum(end - start for start, end in fact.spans))
        types = list(dict.fromkeys(fact.type for fact in nearest))[:UNDERLINES]
        return " ".join(f"u{level}-{kind}" for level, kind in enumerate(types, 1))


def paragraphs(text: str, facts: Iterable[Fact], at: Span | None = None) -> list[list[Piece]]:
    """The text as paragraphs of pieces; ``at`` is the place to mark, clamped to the text."""
    facts = list(facts)
    starting: dict[int, list[Fact]] = {}
    stopping: dict[int, list[Fact]] = {}
    for fact in facts:
        for start, end in fact.spans:
            starting.setdefault(start, []).append(fact)
            stopping.setdefault(end, []).append(fact)
    last = {fact.id: max(end for _, end in fact.spans) for fact in facts}
    cuts = sorted({*starting, *stopping, *(at or ())})

    result: list[list[Piece]] = []
    active: list[Fact] = []
    waiting = iter([*cuts, len(text) + 1])
    cut = next(waiting)
    for match in re.finditer(r"[^\n]+", text):
        start, stop, pieces = match.start(), match.end(), []
        while start < stop:
            while cut <= start:
                active = [fact for fact in active if fact not in stopping.get(cut, ())]
                active += starting.get(cut, ())
                cut = next(waiting)
            end = min(cut, stop)
            pieces.append(_piece(text, start, end, active, stopping, last, at))
            start = end
        if match[0].strip():
            result.append(pieces)
    return result


def _piece(
    text: str,
    start: int,
    end: int,
    active: list[Fact],
    stopping: dict[int, list[Fact]],
    last: dict[str, int],
    at: Span | None,
) -> Piece:
    marked = at is not None and at[0] <= start < at[1]
    return Piece(
        text=text[start:end],
        facts=tuple(dict.fromkeys(active)),
        ending=tuple(dict.fromkeys(fact for fact in stopping.get(end, ()) if last[fact.id] == end)),
        marked=marked,
        anchor=marked and at is not None and not text[at[0] : start].strip(),
    )
