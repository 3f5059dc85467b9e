"""A sentence cut into clauses, once for all who ask: by its signs, by what opens a piece, and by its verbs.

«Мэр Омска, который прибыл 3 мая, сообщил, что города подписали план; Минск – побратим с 2018 года» has six
pieces between signs. They make up a main clause with «который …» and «что …» below it, and another main clause.

All is told in one pass; what is asked afterwards is looked up. `Context.clauses_of` keeps it for each sentence.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence, Set
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from pobratim.reading.data import load_toml
from pobratim.reading.text.segments import Sentence, Token

Opening = Literal["", "which", "participle", "conjunction", "contrast", "joining", "beginning"]
Kind = Literal["main", "which", "participle", "conjunction", "told"]
"""«told» is what follows a colon."""

DASHES = frozenset({"—", "–"})
COMMAS = frozenset({",", ";"})
_SIGNS = DASHES | COMMAS | {":", "(", ")", "«", "»", '"', "“", "„", "”", "!", "?", "…"}
_FINITE = frozenset({"VERB", "PRTS"})
_GERUND = frozenset({"GRND"})
_LEAD = 3
"""Words between a comma and its «который» («, по итогам которого»)."""


@dataclass(slots=True, eq=False)
class Clause:
    """A clause of the sentence, from token ``first`` to ``last`` (excluded); those below it lie within.

    ``verb`` is its first finite verb, short participle, or the participle that opens it; ``above`` is the clause
    that it depends on, None of a main clause.
    """

    kind: Kind
    above: Clause | None
    first: int
    last: int
    verb: int | None = None

    @property
    def is_below(self) -> bool:
        """Is it a subordinate clause or a participle's phrase?"""
        return self.kind not in {"main", "told"}


@dataclass(slots=True, eq=False)
class Piece:
    """Tokens ``first`` to ``last`` (excluded) between two signs; ``sign`` is the one before ('' at the beginning)."""

    number: int
    sign: str
    first: int
    last: int
    opening: Opening = ""
    verb: int | None = None
    """Its first finite verb or short participle; for one with a participle before, see its clause."""
    predicate: bool = False
    """Has it something that a clause can stand on: such a verb, a gerund, «есть», or a noun behind a dash?"""
    clause: Clause = field(init=False)
    stretch: tuple[int, int] = (0, 0)


class Clauses:
    """The clauses of one sentence. ``names`` are the tokens of names, which are no verbs («турецкий Денизли»)."""

    def __init__(self, tokens: Sequence[Token], sentence: Sentence, names: Set[int]) -> None:
        self._tokens = tokens
        self._sentence = sentence
        self.verbs = [i for i in range(sentence.first, sentence.last) if i not in names and _is_finite(tokens[i])]
        self.pieces = self._cut(names)
        self._firsts = [piece.first for piece in self.pieces]
        self._join_clauses()
        self._join_stretches()

    # ------------------------------------------------------------ what is asked

    def piece_at(self, index: int) -> Piece:
        """The piece of a token; a sign belongs to the piece that it ends."""
        return self.pieces[max(0, bisect_right(self._firsts, index) - 1)]

    def clause_at(self, index: int) -> Clause:
        """The innermost clause of a token."""
        return self.piece_at(index).clause

    def below_at(self, index: int) -> Clause | None:
        """The subordinate clause, or the phrase of a participle, that holds the token; None in a main clause."""
        clause = self.clause_at(index)
        return clause if clause.is_below else None

    def stretch_at(self, index: int) -> tuple[int, int]:
        """The sentence cut at the commas that part two predicates: the stretch of a token.

        What has no predicate goes with what stands before it; «, который …» is a stretch of its own only behind one.
        """
        return self.piece_at(index).stretch

    def has_verb(self, first: int, last: int) -> bool:
        """Does a finite verb or short participle stand among these tokens?"""
        found = bisect_left(self.verbs, first)
        return found < len(self.verbs) and self.verbs[found] < last

    # ------------------------------------------------------------ how it is cut

    def _cut(self, names: Set[int]) -> list[Piece]:
        tokens, last = self._tokens, self._sentence.last
        pieces: list[Piece] = []
        first, sign = self._sentence.first, ""
        for index in range(first, last + 1):
            if index == last or tokens[index].text in _SIGNS:
                pieces.append(self._piece(len(pieces), sign, first, index, names))
                first, sign = index + 1, tokens[index].text if index < last else ""
        return pieces

    def _piece(self, number: int, sign: str, first: int, last: int, names: Set[int]) -> Piece:
        tokens = self._tokens
        found = bisect_left(self.verbs, first)
        verb = self.verbs[found] if found < len(self.verbs) and self.verbs[found] < last else None
        predicate = verb is not None or (sign in DASHES and _is_nominal(tokens[first:last]))
        predicate = predicate or any(
            tokens[i].lower == "есть" or (i not in names and _is_mostly(tokens[i], _GERUND)) for i in range(first, last)
        )
        return Piece(number, sign, first, last, opening_of(tokens, first, last), verb, predicate)

    def _join_clauses(self) -> None:
        current = Clause("main", None, self._sentence.first, self._sentence.first)
        for piece in self.pieces:
            current = self._next(current, piece)
            current.last = piece.last
            if current.verb is None:
                current.verb = piece.verb
            piece.clause = current

    def _next(self, current: Clause, piece: Piece) -> Clause:
        """The clause that goes on, begins or ends at the sign before the piece."""
        if piece.sign == ";":
            return Clause("main", None, piece.first, piece.last)
        if piece.sign == ":":
            return Clause("told", current, piece.first, piece.last)
        if piece.sign == "," and piece.opening in {"which", "participle", "conjunction"}:
            verb = _participle(self._tokens, piece.first, piece.last)
            return Clause(piece.opening, current, piece.first, piece.last, verb)  # type: ignore[arg-type]
        if piece.sign not in COMMAS and piece.sign not in DASHES:
            return current
        while current.above is not None and current.verb is not None and self._more(piece):
            current = current.above
        if current.above is None and current.verb is not None and piece.verb is not None and piece.sign == ",":
            return Clause("main", None, piece.first, piece.last)
        return current

    def _more(self, piece: Piece) -> bool:
        """Does another verb follow, of which the clause above still has need?"""
        return bool(self.verbs) and self.verbs[-1] >= piece.first

    def _join_stretches(self) -> None:
        """Pieces up to a comma make one; two of them part where both have a predicate."""
        parts: list[list[Piece]] = []
        for piece in self.pieces:
            if piece.sign in COMMAS or not parts:
                parts.append([])
            parts[-1].append(piece)
        stretch: list[Piece] = []
        told = False
        for part in parts:
            predicate = any(piece.predicate for piece in part)
            if told and predicate:
                _close(stretch)
                stretch, told = [], False
            stretch += part
            told = told or predicate
        _close(stretch)


def _close(stretch: list[Piece]) -> None:
    bounds = stretch[0].first, stretch[-1].last
    for piece in stretch:
        piece.stretch = bounds


def opening_of(tokens: Sequence[Token], first: int, last: int) -> Opening:
    """What the piece begins with."""
    if first >= last or tokens[first].word is None:
        return ""
    if _participle(tokens, first, last) is not None:
        return "participle"
    words = openings()
    own = words.get(tokens[first].lemma, "")
    if own:
        return own
    for token in tokens[first : min(first + _LEAD, last)]:
        if token.word is None:
            return ""
        if token.lemma == "который":
            return "which"
    return ""


def _participle(tokens: Sequence[Token], first: int, last: int) -> int | None:
    """The participle with which a phrase begins, an adverb before it passed over («изначально намеченный»)."""
    for index in range(first, min(first + 2, last)):
        word = tokens[index].word
        if word is not None and word.pos == "PRTF":
            return index if tokens[index].text.islower() else None
        if word is None or word.pos not in {"ADVB", "PRCL"}:
            return None
    return None


def _is_nominal(following: Sequence[Token]) -> bool:
    """«– побратимы с 2005 года», «– давний партнёр Бреста»."""
    noun = next((t.word for t in following[:3] if t.word is not None and t.word.pos != "ADJF"), None)
    return noun is not None and noun.pos == "NOUN" and any(parse.case == "nomn" for parse in noun.parses)


def _is_mostly(token: Token, parts: frozenset[str]) -> bool:
    return token.word is not None and token.word.is_mostly(parts)


def _is_finite(token: Token) -> bool:
    return token.word is not None and token.word.is_mostly(_FINITE)


@cache
def openings() -> dict[str, Opening]:
    """Dictionary form → what kind of clause it opens, of `data/text/clauses.toml`."""
    tables = load_toml("text/clauses.toml")
    return {lemma: kind for kind, lemmas in tables.items() for lemma in lemmas}  # type: ignore[misc]
