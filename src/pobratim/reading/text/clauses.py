"""A sentence cut into clauses, once for all who ask: by its signs, by what opens a piece, and by its verbs.

«Мэр Омска, который прибыл 3 мая, сообщил, что города подписали план; Минск – побратим с 2018 года» has six
pieces between signs. They make up a main clause with «который …» and «что …» below it, and another main clause.

All is told in one pass; what is asked afterwards is looked up. `Context.clauses_of` keeps it for each sentence.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from pobratim.reading.text.openings import Opening, opening_of, participle_at
from pobratim.reading.text.segments import DASHES, FINITE, Sentence, Token

Kind = Literal["main", "which", "participle", "conjunction", "told"]
"""«told» is what follows a colon."""

COMMAS = frozenset({",", ";"})
_OPENING = {"«": "»", "(": ")", "„": "“”", "“": "”", '"': '"'}
"""A sign that opens → those that close it."""
_CLOSING = frozenset("".join(_OPENING.values()))
_SIGNS = DASHES | COMMAS | {":", "!", "?", "…"} | _OPENING.keys() | _CLOSING
_ENDING = DASHES | {";", ":", "!", "?", "…", "("}
_GERUND = frozenset({"GRND"})
_LINKING = frozenset({"и", "а", "что", "но"})
_BEGINNING = frozenset({"which", "conjunction", "contrast", "beginning", "speech"})


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
    predicate: bool = False
    """Has it a verb, or a noun or number behind a dash?"""

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
    """Has it something that a clause can stand on: such a verb, «есть», or a noun or number behind a dash?"""
    gerund: bool = False
    clause: Clause = field(init=False)
    part: Part = field(init=False)
    stretch: tuple[int, int] = (0, 0)
    side: tuple[int, int] = (0, 0)
    begin: int = 0
    end: int = 0


class Part(NamedTuple):
    """Tokens ``first`` to ``last`` (excluded) between two commas, semicolons or colons, other signs passed over."""

    first: int
    last: int
    predicate: bool


class Clauses:
    """The clauses of one sentence. ``names`` are the tokens of names, which are no verbs («турецкий Денизли»)."""

    def __init__(self, tokens: Sequence[Token], sentence: Sentence, names: Set[int]) -> None:
        self._tokens = tokens
        self._sentence = sentence
        words = [i for i in range(sentence.first, sentence.last) if tokens[i].word is not None and i not in names]
        self.verbs = [i for i in words if tokens[i].is_mostly(FINITE)]
        self._gerunds = [i for i in words if tokens[i].is_mostly(_GERUND)]
        self.pieces = self._cut()
        self._firsts = [piece.first for piece in self.pieces]
        self._join_parts()
        self._join_clauses()
        self._bound()

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

    def part_at(self, index: int) -> Part:
        """What stands between two commas, semicolons or colons around the token."""
        return self.piece_at(index).part

    def stretch_at(self, index: int) -> tuple[int, int]:
        """The sentence cut at the commas that part two predicates: the stretch of a token.

        What has no predicate goes with what stands before it; «, который …» is a stretch of its own only behind one.
        """
        return self.piece_at(index).stretch

    def side_at(self, index: int) -> tuple[int, int]:
        """The sentence cut at «;», «, а», «, но» and a dash before a verb: who acts in one does not in another."""
        return self.piece_at(index).side

    def begin_at(self, index: int) -> int:
        """Where what the token says begins: behind the sign before, what stands in brackets or quoted passed over,
        and behind its conjunction."""
        first = self.piece_at(index).begin
        return first + 1 if first < index and self._tokens[first].lower in _LINKING else first

    def end_at(self, index: int) -> int:
        """Where what the token says ends (excluded): at a stop, a dash, a bracket, the quotation mark that closes
        around it, or a comma before what opens another clause; commas of a list do not end it."""
        return max(index, self.piece_at(index).end)

    def has_verb(self, first: int, last: int) -> bool:
        """Does a finite verb or short participle stand among these tokens?"""
        return _first_of(self.verbs, first, last) is not None

    # ------------------------------------------------------------ how it is cut

    def _cut(self) -> list[Piece]:
        tokens, last = self._tokens, self._sentence.last
        pieces: list[Piece] = []
        first, sign = self._sentence.first, ""
        for index in range(first, last + 1):
            if index == last or (tokens[index].text in _SIGNS and not _is_of_range(tokens, index, last)):
                pieces.append(self._piece(len(pieces), sign, first, index))
                first, sign = index + 1, tokens[index].text if index < last else ""
        return pieces

    def _piece(self, number: int, sign: str, first: int, last: int) -> Piece:
        tokens = self._tokens
        verb = _first_of(self.verbs, first, last)
        nominal = sign in DASHES and _is_nominal(tokens[first:last])
        predicate = verb is not None or nominal or any(tokens[i].lower == "есть" for i in range(first, last))
        gerund = _first_of(self._gerunds, first, last) is not None
        return Piece(number, sign, first, last, opening_of(tokens, first, last), verb, predicate, gerund)

    def _join_clauses(self) -> None:
        current = Clause("main", None, self._sentence.first, self._sentence.first)
        for piece in self.pieces:
            current = self._next(current, piece)
            current.last = piece.last
            if current.verb is None:
                current.verb = piece.verb
            current.predicate = current.predicate or piece.predicate
            piece.clause = current

    def _next(self, current: Clause, piece: Piece) -> Clause:
        """The clause that goes on, begins or ends at the sign before the piece."""
        if piece.sign == ";":
            return Clause("main", None, piece.first, piece.last)
        if piece.sign == ":":
            return Clause("told", current, piece.first, piece.last)
        if piece.sign == "," and piece.opening in {"which", "participle", "conjunction"}:
            verb = participle_at(self._tokens, piece.first, piece.last)
            return Clause(piece.opening, current, piece.first, piece.last, verb)
        if piece.sign not in COMMAS and piece.sign not in DASHES:
            return current
        while current.above is not None and current.verb is not None and self._more(piece):
            current = current.above
        if current.above is None and current.predicate and piece.sign == "," and piece.part.predicate:
            return Clause("main", None, piece.first, piece.last)
        return current

    def _more(self, piece: Piece) -> bool:
        """Does another verb follow, of which the clause above still has need?"""
        return bool(self.verbs) and self.verbs[-1] >= piece.first

    def _join_parts(self) -> None:
        """Pieces up to a comma make a part; parts make a stretch, up to the second that has a predicate."""
        for part in _split(self.pieces, lambda piece: piece.sign in COMMAS or piece.sign == ":"):
            for piece in part:
                piece.part = Part(part[0].first, part[-1].last, any(piece.predicate for piece in part))
        told = False
        begins: set[int] = set()
        for part in _split(self.pieces, lambda piece: piece.sign in COMMAS):
            predicate = any(piece.predicate or piece.gerund for piece in part)
            if told and predicate:
                begins.add(part[0].number)
            told = told or predicate
        for stretch in _split(self.pieces, lambda piece: piece.number in begins):
            for piece in stretch:
                piece.stretch = stretch[0].first, stretch[-1].last
        for side in _split(self.pieces, self._turns):
            for piece in side:
                piece.side = side[0].first, side[-1].last


    def _turns(self, piece: Piece) -> bool:
        """Somebody else may act; «– образцы переданы» goes on with what was told of."""
        if piece.sign == ";" or (piece.sign == "," and piece.opening == "contrast"):
            return True
        verb = self._tokens[piece.verb].word if piece.sign in DASHES and piece.verb is not None else None
        return verb is not None and verb.pos == "VERB"

    def _bound(self) -> None:
        """Begin and end of what each piece says."""
        pieces = self.pieces
        opened: list[Piece] = []
        openers: set[int] = set()
        closed: dict[int, Piece] = {}
        for piece in pieces:
            piece.begin = piece.first
            only = self._straight(piece)
            if opened and piece.sign in _OPENING[opened[-1].sign] and only != "opens":
                opener = opened.pop()
                closed[opener.number] = piece
                piece.begin = pieces[opener.number - 1].begin
            elif piece.sign in _OPENING and only != "closes":
                opened.append(piece)
                openers.add(piece.number)
        last = self._sentence.last
        stop = last - 1 if self._tokens[last - 1].text == "." else last
        for piece in reversed(pieces):
            following = pieces[piece.number + 1] if piece.number + 1 < len(pieces) else None
            if following is None:
                piece.end = max(piece.first, min(piece.last, stop))
            elif following.number in openers and following.sign != "(":
                piece.end = closed.get(following.number, following).end
            else:
                piece.end = piece.last if _ends(following) else following.end

    def _straight(self, piece: Piece) -> Literal["", "opens", "closes"]:
        """What «"» before the piece can only do: it opens where a word touches it behind and none before."""
        at = piece.first - 1
        if piece.sign != '"' or at < 1 or piece.first >= len(self._tokens):
            return ""
        sign = self._tokens[at]
        before, after = self._tokens[at - 1], self._tokens[piece.first]
        touched = before.end == sign.start and before.text not in _OPENING
        touching = after.start == sign.end and (after.text[0].isalnum() or after.text in _OPENING)
        if touched == touching:
            return ""
        return "closes" if touched else "opens"


def _is_of_range(tokens: Sequence[Token], index: int, last: int) -> bool:
    """«2026–2028 годы», «12-14 мая»: a dash between two numbers parts nothing."""
    if index + 1 >= last or tokens[index].text not in DASHES or not tokens[index + 1].text[0].isdigit():
        return False
    return tokens[index].end == tokens[index + 1].start and tokens[index - 1].text[-1:].isdigit()


def _ends(following: Piece) -> bool:
    """Does the sign before the piece end what was said?"""
    if following.sign != ",":
        return following.sign in _ENDING or following.sign in _CLOSING
    return following.opening in _BEGINNING or following.first == following.last


def _split(pieces: Sequence[Piece], begins: Callable[[Piece], bool]) -> Iterator[list[Piece]]:
    """The pieces in groups; one that ``begins`` opens a new one."""
    group: list[Piece] = []
    for piece in pieces:
        if group and begins(piece):
            yield group
            group = []
        group.append(piece)
    yield group


def _is_nominal(following: Sequence[Token]) -> bool:
    """«– побратимы с 2005 года», «– давний партнёр Бреста», «– 120 тысяч»."""
    if following and following[0].text[0].isdigit():
        return True
    noun = next((t.word for t in following[:3] if t.word is not None and t.word.pos != "ADJF"), None)
    return noun is not None and noun.pos == "NOUN" and noun.is_case("nomn")


def _first_of(found: Sequence[int], first: int, last: int) -> int | None:
    number = bisect_left(found, first)
    return found[number] if number < len(found) and found[number] < last else None
