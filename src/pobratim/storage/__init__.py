"""What the register's home keeps: originals, documents, readings with their claims, and the derived rows.

The only user of Django's ORM. `setup` comes first; the functions load Django themselves when they are
called, so that this package can be imported before it.
"""

from pobratim.storage.claims import count_kept, is_known, keep, known_originals, original_of, reading_of
from pobratim.storage.dossiers import organization, person, place, tie
from pobratim.storage.fulltext import Hit, reindex, search
from pobratim.storage.home import setup
from pobratim.storage.names import Ambiguous, find, find_one
from pobratim.storage.projection import derive, is_stale
from pobratim.storage.rows import documents, part, sizes, whole_register
from pobratim.storage.trouble import trouble

__all__ = [
    "Ambiguous",
    "Hit",
    "count_kept",
    "derive",
    "documents",
    "find",
    "find_one",
    "is_known",
    "is_stale",
    "keep",
    "known_originals",
    "organization",
    "original_of",
    "part",
    "person",
    "place",
    "reading_of",
    "reindex",
    "search",
    "setup",
    "sizes",
    "tie",
    "trouble",
    "whole_register",
]
