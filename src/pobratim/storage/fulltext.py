"""Full text search over the documents kept, by dictionary form: «побратимы» finds «побратимов»."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from pobratim.model.errors import PobratimError
from pobratim.storage.lemmas import lemmas_of
from pobratim.storage.words import WORD, is_small, lemmas, likeliest_lemma

if TYPE_CHECKING:
    from pobratim.storage import models

_SNIPPET_WORDS = 30
_WORDS_BEFORE = 6
_MOST_WORDS = 50
"""In a query: FTS5 takes no more than a few hundred."""
_LONGEST = 100
"""Characters of a form."""
_MOST_BYTES = 1_000_000
"""Of all different forms of a document: what a tsvector takes."""
_BESIDES = 4
"""Bytes of a tsvector beside each form."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A document that has all the words asked for, and the place of it where most of them stand."""

    document: str
    title: str
    snippet: str
    marks: tuple[tuple[int, int], ...]
    """``[start, end)`` in characters of ``snippet``: the words found."""
    published: str | None
    """EDTF."""


def search(query: str, limit: int = 50) -> list[Hit]:
    """At most ``limit`` documents that have every word of ``query`` in some form, best first.

    Prepositions, conjunctions and particles do not count. Raises PobratimError where there are too many words.
    """
    return hits(query, documents_with(query, limit))


def documents_with(query: str, limit: int) -> list[str]:
    """The ids of these documents."""
    from django.db import connection

    from pobratim.storage import models

    wanted = _wanted(query)
    if not wanted or not all(wanted):
        return []
    numbers = lemmas_of(connection).best(wanted, limit)
    ids = dict(models.Document.objects.filter(number__in=numbers).values_list("number", "id"))
    return [ids[number] for number in numbers]


def forms_beginning(letters: str, most: int) -> list[str]:
    """At most ``most`` dictionary forms of the documents' words that begin so, as far as they are told cheaply."""
    from django.db import connection

    return lemmas_of(connection).beginning(letters, most)


def hits(query: str, documents: Iterable[str]) -> list[Hit]:
    """Where the words of ``query`` stand in these documents."""
    from pobratim.storage import models

    documents = list(documents)
    readings = models.Reading.objects.filter(document__id__in=documents, current=True)
    found = {row.document.id: row for row in readings.select_related("document")}
    every_form = frozenset(form for forms in _wanted(query) for form in forms)
    return [_hit(found[document], every_form) for document in documents if document in found]


def _wanted(query: str) -> list[list[str]]:
    """The forms of each word that counts."""
    words = [word for word in WORD.findall(query) if not is_small(word)]
    if len(words) > _MOST_WORDS:
        raise PobratimError(f"в запросе слишком много слов; оставьте самые важные, не больше {_MOST_WORDS}")
    return [[form for form in sorted(lemmas(word)) if len(form) <= _LONGEST] for word in words]


def index(number: int, title: str, text: str) -> None:
    """Make the document with this row number findable by its words."""
    from django.db import connection

    lemmas_of(connection).add(number, *indexed(title, text))


def reindex() -> None:
    """Index every document anew, as after a change in morphology."""
    from django.db import connection, transaction

    from pobratim.storage.claims import current_readings

    with transaction.atomic():
        lemmas_of(connection).create()
        for row in current_readings():
            index(row.document.number, row.described["title"] or "", row.document.text)


def indexed(title: str, text: str) -> tuple[list[str], list[str]]:
    """The dictionary forms under which a document is found, as often as they occur in its title and its text.

    What makes no word of any language is left out, and so are further different ones of a document that has more
    of them than any language: PostgreSQL takes no more.
    """
    kept: set[str] = set()
    room = _MOST_BYTES

    def has_room(form: str) -> bool:
        nonlocal room
        if form not in kept and len(form) <= _LONGEST:
            room -= len(form.encode()) + _BESIDES
            if room >= 0:
                kept.add(form)
        return form in kept

    return [form for form in _forms(title) if has_room(form)], [form for form in _forms(text) if has_room(form)]


def _forms(text: str) -> Iterator[str]:
    for word in WORD.findall(text):
        yield from _sorted_lemmas(word)


@lru_cache(1 << 14)
def _sorted_lemmas(word: str) -> tuple[str, ...]:
    return tuple(sorted(_indexed_lemmas(word)))


def _indexed_lemmas(word: str) -> frozenset[str]:
    """The dictionary forms under which a word is found.

    Names get all of theirs («Кухарева» is Кухарев or Кухарева); other words the likeliest one, or else
    «стали» would be found by everybody who looks for steel.
    """
    return lemmas(word) if word[0].isupper() else frozenset((likeliest_lemma(word),))


def _hit(row: models.Reading, wanted: frozenset[str]) -> Hit:
    text = row.document.text
    words = list(WORD.finditer(text))
    found = [(number, _indexed_lemmas(word[0]) & wanted) for number, word in enumerate(words)]
    first = _fullest_window([(number, forms) for number, forms in found if forms])
    shown = range(max(0, first - _WORDS_BEFORE), min(first + _SNIPPET_WORDS, len(words)))
    start = words[shown[0]].start() if shown and shown[0] else 0
    end = words[shown[-1]].end() if shown and shown[-1] + 1 < len(words) else len(text)
    opening, closing = "…" if start else "", "…" if end < len(text) else ""
    shift = len(opening) - start
    return Hit(
        document=row.document.id,
        title=row.described["title"] or row.described["source"],
        snippet=opening + re.sub(r"\s", " ", text[start:end]) + closing,
        marks=tuple(
            (words[number].start() + shift, words[number].end() + shift)
            for number, forms in found
            if forms and number in shown
        ),
        published=row.described["published"],
    )


def _fullest_window(found: list[tuple[int, frozenset[str]]]) -> int:
    """The number of the word at which the window with most different words found begins (0 where none is)."""
    best, most = 0, 0
    for place, (number, _) in enumerate(found):
        window = found[place : place + _SNIPPET_WORDS]
        inside = set().union(*(forms for other, forms in window if other - number < _SNIPPET_WORDS))
        if len(inside) > most:
            best, most = number, len(inside)
    return best
