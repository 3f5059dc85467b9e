"""Rows that words find: people and places by name, documents by their text, facts by the sentences they rest on."""

from __future__ import annotations

from dataclasses import dataclass

from pobratim.register.rows import Row
from pobratim.storage.fulltext import documents_with
from pobratim.storage.names import find
from pobratim.storage.rows import sentences_told_in
from pobratim.storage.words import WORD, is_small, lemmas

MOST_NAMES = 100
MOST_DOCUMENTS = 100
FACTS_OF = 40
"""Documents that fit best, in which facts are looked for."""
MOST_FACTS = 500
"""That are held against the words."""


@dataclass(frozen=True, slots=True)
class Found:
    """What some words find."""

    names: tuple[Row, ...] = ()
    """Places, people and organizations, the best first."""
    documents: tuple[str, ...] = ()
    """The best first."""
    facts: tuple[str, ...] = ()
    """Ids of rows whose sentences have all the words."""

    @property
    def ids(self) -> frozenset[str]:
        return frozenset((*(row.id for row in self.names), *self.documents, *self.facts))


def found_by(query: str) -> Found:
    """All that the words of ``query`` find, in any of their forms."""
    names, documents = tuple(find(query)[:MOST_NAMES]), documents_with(query, MOST_DOCUMENTS)
    wanted = [lemmas(word) for word in WORD.findall(query) if not is_small(word)]
    told = sentences_told_in(documents[:FACTS_OF], MOST_FACTS)
    facts = (row for row, said in told if any(_has(one, wanted) for one in said))
    return Found(names, tuple(documents), tuple(facts) if wanted else ())


def _has(text: str, wanted: list[frozenset[str]]) -> bool:
    said = frozenset[str]().union(*map(lemmas, WORD.findall(text)))
    return not any(forms.isdisjoint(said) for forms in wanted)
