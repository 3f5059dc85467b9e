"""Rows that words find: people and places by name, documents by their text, facts by the sentences they rest on."""

from __future__ import annotations

from dataclasses import dataclass

from pobratim.register.rows import Row
from pobratim.storage.fulltext import Hit, search
from pobratim.storage.names import find
from pobratim.storage.rows import facts_told_in
from pobratim.storage.words import WORD, is_small, lemmas

MOST_NAMES = 100
MOST_DOCUMENTS = 100
"""Facts are looked for in the documents that fit best."""
MOST_FACTS = 5000
"""That are held against the words."""


@dataclass(frozen=True, slots=True)
class Found:
    """What some words find."""

    names: tuple[Row, ...] = ()
    """Places, people and organizations, the best first."""
    hits: tuple[Hit, ...] = ()
    """Documents, the best first."""
    facts: tuple[str, ...] = ()
    """Ids of rows whose sentences have all the words."""

    @property
    def ids(self) -> frozenset[str]:
        return frozenset((*(row.id for row in self.names), *(hit.document for hit in self.hits), *self.facts))


def found_by(query: str) -> Found:
    """All that the words of ``query`` find, in any of their forms."""
    names, hits = tuple(find(query)[:MOST_NAMES]), tuple(search(query, MOST_DOCUMENTS))
    wanted = [lemmas(word) for word in WORD.findall(query) if not is_small(word)]
    facts = (row for row in facts_told_in([hit.document for hit in hits], MOST_FACTS) if _says(row, wanted))
    return Found(names, hits, tuple(row.id for row in facts) if wanted else ())


def _says(row: Row, wanted: list[frozenset[str]]) -> bool:
    """Whether one of the row's sentences has every word."""
    return any(_has(said.text, wanted) for said in getattr(row, "evidence", ()))


def _has(text: str, wanted: list[frozenset[str]]) -> bool:
    here = {form for word in WORD.findall(text) for form in lemmas(word)}
    return all(not forms.isdisjoint(here) for forms in wanted)
