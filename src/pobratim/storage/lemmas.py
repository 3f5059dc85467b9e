"""Which documents have which dictionary forms: SQLite's FTS5 or PostgreSQL's tsvector behind one interface.

Both rank by Okapi BM25 with a title's words five times as heavy, so the same documents come in the same order.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, Protocol

_TITLE = 5
"""How many times heavier a word of the title is."""

_NEWEST = 500
"""Documents whose forms PostgreSQL is asked for."""

# As FTS5 has it (https://www.sqlite.org/fts5.html, «The bm25() function»), a word of more than half of all
# documents counting next to nothing.
_BEST = """
WITH size AS (SELECT count(*) AS documents, avg(length)::float8 AS length FROM storage_lemmas),
held AS (
    SELECT form, (SELECT count(*) FROM storage_lemmas WHERE words @@ quote_literal(form)::tsquery) AS documents
    FROM unnest(%(forms)s::text[]) AS form
),
rare AS (
    SELECT form, greatest(ln((size.documents - held.documents + 0.5) / (held.documents + 0.5)), 1e-6)::float8 AS rarity
    FROM held, size
)
SELECT number FROM storage_lemmas AS document, size, LATERAL (
    SELECT sum(rarity * (f * 2.2::float8 / (f + 1.2::float8 * (0.25 + 0.75 * document.length / size.length)))) AS score
    FROM rare, LATERAL (SELECT coalesce((frequencies ->> form)::float8, 0) AS f) AS frequency
) AS ranked
WHERE words @@ %(wanted)s::tsquery
ORDER BY score DESC, number
LIMIT %(limit)s
"""


class Lemmas(Protocol):
    """The index of one database."""

    def create(self) -> None:
        """Make its table, without a document."""

    def is_current(self) -> bool:
        """Is the table as `create` makes it today?"""

    def add(self, number: int, title: Sequence[str], text: Sequence[str]) -> None:
        """Keep the dictionary forms of the document with this row number, each as often as it occurs."""

    def best(self, wanted: Sequence[Sequence[str]], limit: int) -> list[int]:
        """At most ``limit`` row numbers of documents that have one form of each in ``wanted``, best first."""

    def beginning(self, letters: str, most: int) -> list[str]:
        """At most ``most`` forms that begin so, in order, as far as they can be told at little cost."""


def lemmas_of(connection: Any) -> Lemmas:
    """The index in the database of this connection."""
    return _Tsvector(connection) if connection.vendor == "postgresql" else _Fts5(connection)


class _Fts5:
    """Contentless, as the text itself is in its own table; ``rowid`` is the document's number."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection

    _TABLE = (
        "CREATE VIRTUAL TABLE storage_lemmas USING fts5("
        "title, text, content='', tokenize='unicode61 remove_diacritics 0')"
    )

    def create(self) -> None:
        self._execute("DROP TABLE IF EXISTS storage_lemmas")
        self._execute(self._TABLE)

    def is_current(self) -> bool:
        """It once was without positions, where FTS5 ranks nothing."""
        return self._execute("SELECT sql FROM sqlite_master WHERE name = 'storage_lemmas'") == [(self._TABLE,)]

    def add(self, number: int, title: Sequence[str], text: Sequence[str]) -> None:
        self._execute(
            "INSERT INTO storage_lemmas (rowid, title, text) VALUES (%s, %s, %s)",
            [number, " ".join(title), " ".join(text)],
        )

    def best(self, wanted: Sequence[Sequence[str]], limit: int) -> list[int]:
        either = (" OR ".join(f'"{form}"' for form in forms) for forms in wanted)
        found = self._execute(
            "SELECT rowid FROM storage_lemmas WHERE storage_lemmas MATCH %s "
            f"ORDER BY bm25(storage_lemmas, {_TITLE}, 1), rowid LIMIT %s",
            [" AND ".join(f"({forms})" for forms in either), limit],
        )
        return [number for (number,) in found]

    def beginning(self, letters: str, most: int) -> list[str]:
        self._execute(
            "CREATE VIRTUAL TABLE IF NOT EXISTS temp.storage_vocabulary USING fts5vocab(main, storage_lemmas, 'row')"
        )
        found = self._execute(
            "SELECT term FROM temp.storage_vocabulary WHERE term >= %s AND term < %s LIMIT %s",
            [letters, f"{letters}{chr(0x10FFFF)}", most],
        )
        return [form for (form,) in found]

    def _execute(self, query: str, values: Sequence[object] | Mapping[str, object] = ()) -> list[tuple[Any, ...]]:
        with self._connection.cursor() as cursor:
            cursor.execute(query, values)
            return list(cursor.fetchall())


class _Tsvector:
    """``words`` finds, ``frequencies`` (title's words weighed) and ``length`` (in words) rank."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection

    def create(self) -> None:
        self._execute("DROP TABLE IF EXISTS storage_lemmas")
        self._execute(
            "CREATE TABLE storage_lemmas (number bigint PRIMARY KEY, words tsvector NOT NULL, "
            "frequencies jsonb NOT NULL, length integer NOT NULL)"
        )
        self._execute("CREATE INDEX storage_lemmas_words ON storage_lemmas USING gin (words)")

    def is_current(self) -> bool:
        return True

    def add(self, number: int, title: Sequence[str], text: Sequence[str]) -> None:
        frequencies = Counter(text)
        for form in title:
            frequencies[form] += _TITLE
        self._execute(
            "INSERT INTO storage_lemmas (number, words, frequencies, length) "
            "VALUES (%s, array_to_tsvector(%s::text[]), %s::jsonb, %s)",
            [number, list(frequencies), json.dumps(frequencies, ensure_ascii=False), len(title) + len(text)],
        )

    def best(self, wanted: Sequence[Sequence[str]], limit: int) -> list[int]:
        either = (" | ".join(f"'{form}'" for form in forms) for forms in wanted)
        values = {
            "wanted": " & ".join(f"({forms})" for forms in either),
            "forms": [form for forms in wanted for form in forms],
            "limit": limit,
        }
        return [number for (number,) in self._execute(_BEST, values)]

    def beginning(self, letters: str, most: int) -> list[str]:
        """Of the newest documents alone: PostgreSQL has no list of all forms."""
        found = self._execute(
            "SELECT DISTINCT lexeme FROM (SELECT words FROM storage_lemmas ORDER BY number DESC LIMIT %s) AS newest, "
            "LATERAL unnest(words) WHERE starts_with(lexeme, %s) ORDER BY lexeme LIMIT %s",
            [_NEWEST, letters, most],
        )
        return [form for (form,) in found]

    def _execute(self, query: str, values: Sequence[object] | Mapping[str, object] = ()) -> list[tuple[Any, ...]]:
        with self._connection.cursor() as cursor:
            cursor.execute(query, values)
            return list(cursor.fetchall()) if cursor.description else []
