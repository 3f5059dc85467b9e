"""What the register's home keeps: originals, documents, readings with their claims, and the derived rows.

The only user of Django's ORM. `setup` comes first; the functions load Django themselves when they are
called, so that this package can be imported before it.
"""

from pobratim.storage.choosing import Choice, chosen, count_chosen, values_chosen
from pobratim.storage.claims import count_kept, is_known, keep, known_originals, original_of, reading_of
from pobratim.storage.decisions import Entry, decide, journal, standing_decisions, undo
from pobratim.storage.dossiers import organization, person, place, tie
from pobratim.storage.fulltext import Hit, reindex, search
from pobratim.storage.home import setup
from pobratim.storage.moments import judgements, whole_register
from pobratim.storage.names import Ambiguous, find, find_one
from pobratim.storage.projection import derive, is_stale
from pobratim.storage.review import Doubt, Side, Unsure, doubtful_claims, unsure_pairs
from pobratim.storage.rows import documents, part, places_named, road_maps, row, rows_named, sizes, with_names
from pobratim.storage.seen import claim_seen, first_seen, row_seen
from pobratim.storage.trouble import trouble
from pobratim.storage.visits import (
    change_visit,
    count_past_visits,
    plan_visit,
    versions,
    visit,
    visits_ahead,
    visits_past,
)
from pobratim.storage.waiting import attention

__all__ = [
    "Ambiguous",
    "Choice",
    "Doubt",
    "Entry",
    "Hit",
    "Side",
    "Unsure",
    "attention",
    "change_visit",
    "chosen",
    "claim_seen",
    "count_chosen",
    "count_kept",
    "count_past_visits",
    "decide",
    "derive",
    "documents",
    "doubtful_claims",
    "find",
    "find_one",
    "first_seen",
    "is_known",
    "is_stale",
    "journal",
    "judgements",
    "keep",
    "known_originals",
    "organization",
    "original_of",
    "part",
    "person",
    "place",
    "places_named",
    "plan_visit",
    "reading_of",
    "reindex",
    "road_maps",
    "row",
    "row_seen",
    "rows_named",
    "search",
    "setup",
    "sizes",
    "standing_decisions",
    "tie",
    "trouble",
    "undo",
    "unsure_pairs",
    "values_chosen",
    "versions",
    "visit",
    "visits_ahead",
    "visits_past",
    "whole_register",
    "with_names",
]
