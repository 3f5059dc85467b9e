"""What the record rules see: the text cut up, what it names, and when.

Made once a document, in one direction: layout → mentions and entities → dates → context → records.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from pobratim.model.document import Basis, Document
from pobratim.model.reading import PLACE_TYPES, Entity, Span
from pobratim.reading.kept import kept
from pobratim.reading.text.clauses import Clauses
from pobratim.reading.text.segments import Layout, Sentence, Token

if TYPE_CHECKING:
    from pobratim.reading.records.titles.titles import Title

_LONGEST_TITLE = 250
"""Characters; a longer first paragraph is a lead."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One place of the text that names an entity; tokens ``first`` to ``last`` (excluded)."""

    start: int
    end: int
    first: int
    last: int
    entity: str
    """The entity's id."""


@dataclass(frozen=True, slots=True)
class Found:
    """The entities of a text and where it names them."""

    entities: tuple[Entity, ...]
    mentions: tuple[Mention, ...]
    """In the order of the text, never overlapping."""
    seats: dict[str, str] = field(default_factory=dict)
    """Organization id → id of the place it governs or belongs to by its name
    (Мингорисполком → Минск, администрация Екатеринбурга → Екатеринбург)."""


@dataclass(frozen=True, slots=True)
class DateMention:
    """A time expression of the text as EDTF.

    ``kind``: ``point`` (a day, days in a row, a month or year something happens on), ``since`` («с 2002 года»),
    ``until`` («до конца 2026 года»), ``after`` («впервые после 2019 года»), ``period`` («на 2026–2028 годы»),
    ``duration`` («на протяжении 14 лет», «в течение пяти лет»), ``anniversary`` («к 80-летию Победы»), ``published``
    (a dateline).
    ``edtf`` is None where the text leaves everything open («накануне» in an undated document); ``years`` says how
    far from the text's own year it lies where only that is missing.
    """

    start: int
    end: int
    edtf: str | None
    basis: Basis
    kind: str
    years: int | None = None


class _Places(dict[frozenset[str], list[int]]):
    """A list of words that a rule has asked for → the tokens of the document that can be forms of them.

    Hundreds of rules look through every sentence, each for words of its own, most of which the document
    does not have.
    """

    def __init__(self, of_lemma: dict[str, list[int]]) -> None:
        self._of_lemma = of_lemma
        self._lemmas = frozenset(of_lemma)

    def __missing__(self, lemmas: frozenset[str]) -> list[int]:
        of_lemma = self._of_lemma
        here = self._lemmas & lemmas
        if len(here) == 1:
            places = of_lemma[next(iter(here))]
        else:
            places = sorted({token for lemma in here for token in of_lemma[lemma]}) if here else []
        self[lemmas] = places
        return places


@dataclass(frozen=True)
class Context:
    """One document as the record rules see it."""

    document: Document
    layout: Layout
    found: Found
    dates: tuple[DateMention, ...]

    @kept
    def answers(self) -> dict[tuple[object, ...], Any]:
        """What was asked of the document (`pobratim.reading.once`)."""
        return {}

    @kept
    def by_id(self) -> dict[str, Entity]:
        """The entities by their ids."""
        return {entity.id: entity for entity in self.found.entities}

    @kept
    def _mention_types(self) -> list[str]:
        return [self.by_id[mention.entity].type for mention in self.found.mentions]

    @kept
    def _mention_starts(self) -> list[int]:
        return [mention.start for mention in self.found.mentions]

    @kept
    def _date_starts(self) -> list[int]:
        return [date.start for date in self.dates]

    def mentions_in(self, start: int, end: int, *types: str) -> list[Mention]:
        """The mentions inside ``text[start:end]``, of these entity types (all by default)."""
        starts = self._mention_starts
        left = bisect_left(starts, start)
        right = bisect_left(starts, end, left)
        if left == right:
            return []
        mentions = self.found.mentions[left:right]
        while mentions and mentions[-1].end > end:  # they never overlap
            mentions = mentions[:-1]
        if not types:
            return list(mentions)
        inside = []
        for mention, kind in zip(mentions, self._mention_types[left:right], strict=False):
            if kind in types:
                inside.append(mention)
        return inside

    def mentions_before(self, position: int, *types: str) -> Iterator[Mention]:
        """The mentions of these types that end before ``position``, the nearest first."""
        for index in range(bisect_left(self._mention_starts, position) - 1, -1, -1):
            mention = self.found.mentions[index]
            if mention.end <= position and self.by_id[mention.entity].type in types:
                yield mention

    def places_in(self, start: int, end: int) -> list[Mention]:
        """The mentions of places inside ``text[start:end]``."""
        return self.mentions_in(start, end, *PLACE_TYPES)

    def dates_in(self, start: int, end: int) -> list[DateMention]:
        """The time expressions that begin inside ``text[start:end]``."""
        left = bisect_left(self._date_starts, start)
        right = bisect_left(self._date_starts, end, left)
        return list(self.dates[left:right])

    def tokens_in(self, start: int, end: int) -> list[Token]:
        """The tokens that begin inside ``text[start:end]``."""
        return self.layout.tokens_in(start, end)

    def sentence_at(self, position: int) -> Sentence:
        """The sentence that holds the character at ``position`` (the nearest before it otherwise)."""
        return self.layout.sentence_at(position)

    def clauses_of(self, sentence: Sentence) -> Clauses:
        """The sentence cut into clauses."""
        found = self._clauses.get(sentence.index)
        if found is None:
            mentions = self.mentions_in(sentence.start, sentence.end)
            names = {index for mention in mentions for index in range(mention.first, mention.last)}
            found = self._clauses[sentence.index] = Clauses(self.layout.tokens, sentence, names)
        return found

    @kept
    def _clauses(self) -> dict[int, Clauses]:
        return {}

    def lemmas_of(self, sentence: Sentence) -> dict[str, list[int]]:
        """Each lemma that a word of the sentence can have → the tokens that can have it."""
        found = self._lemmas.get(sentence.index)
        if found is None:
            found = self._lemmas[sentence.index] = {}
            for index in range(sentence.first, sentence.last):
                word = self.layout.tokens[index].word
                for lemma in word.lemmas if word is not None else ():
                    found.setdefault(lemma, []).append(index)
        return found

    @kept
    def _lemmas(self) -> dict[int, dict[str, list[int]]]:
        return {}

    def with_lemmas(self, sentence: Sentence, lemmas: frozenset[str]) -> list[int]:
        """The tokens of the sentence that can have one of the lemmas, in order."""
        return self.lemmas_between(sentence.first, sentence.last, lemmas)

    def lemmas_between(self, first: int, last: int, lemmas: frozenset[str]) -> list[int]:
        """The same of the tokens ``first`` to ``last`` (excluded)."""
        places = self._places[lemmas]
        if not places:
            return []
        left = bisect_left(places, first)
        return places[left : bisect_left(places, last, left)]

    @kept
    def _places(self) -> _Places:
        return _Places(self.places_of_lemma)

    @kept
    def places_of_lemma(self) -> dict[str, list[int]]:
        """Each lemma that a word of the document can have → the tokens that can have it."""
        found: dict[str, list[int]] = {}
        for index, word in self.layout.words:
            for lemma in word.lemmas:
                if lemma in found:
                    found[lemma].append(index)
                else:
                    found[lemma] = [index]
        return found

    @kept
    def titles(self) -> dict[tuple[int, int], list[Title]]:
        """First and last token of a sentence → its titles, once `titles_in` was asked for them."""
        return {}

    def is_title(self, sentence: Sentence) -> bool:
        """Is the sentence part of the title: a short first paragraph without a final stop?"""
        paragraphs = self.layout.paragraphs
        if sentence.paragraph != 0 or len(paragraphs) < 2:
            return False
        first = paragraphs[0]
        return first.end - first.start <= _LONGEST_TITLE and self.document.text[first.end - 1] not in ".…:;,"

    def text(self, span: Span) -> str:
        """The words at ``span``."""
        return self.document.text[span[0] : span[1]]
