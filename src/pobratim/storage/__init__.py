"""What the register's home keeps: originals, documents, readings with their claims, and the derived rows.

The only user of Django's ORM. `setup` comes first; the functions load Django themselves when they are
called, so that this package can be imported before it.
"""

from pobratim.storage.arrivals import Arrivals, arrivals
from pobratim.storage.backup import backup, restore
from pobratim.storage.busy import Tied, tied
from pobratim.storage.choosing import Choice, chosen, chosen_ids, count_chosen, tables_chosen, values_chosen
from pobratim.storage.claims import (
    count_kept,
    document_taken_from,
    is_known,
    keep,
    known_originals,
    original_of,
    reading_of,
)
from pobratim.storage.decisions import (
    Entry,
    count_decisions,
    decide,
    decision,
    journal,
    last_decision,
    standing_decisions,
    undo,
    undone,
)
from pobratim.storage.dossiers import organization, person, place, tie
from pobratim.storage.feeds import Feed, close_feed, feed_of, feeds, open_feed
from pobratim.storage.finding import Found, found_by
from pobratim.storage.fingerprint import derived_from
from pobratim.storage.fulltext import Hit, hits, reindex, search
from pobratim.storage.home import described, is_made, setup
from pobratim.storage.loading import Loaded, load
from pobratim.storage.matching import NEWEST as NEWEST_NEEDS
from pobratim.storage.matching import Placed, count_needs, matched, places_of_offers, tried_by_hand
from pobratim.storage.meant import meant, meant_words
from pobratim.storage.moments import MOMENTS, judgements, whole_register
from pobratim.storage.names import Ambiguous, beginning, find, find_one
from pobratim.storage.outlets import Outlet, outlet_names, outlets
from pobratim.storage.pages import Shown, Some, Subject, page_of, place_in_year, rows_of
from pobratim.storage.projection import catch_up, derive, is_stale
from pobratim.storage.review import (
    Doubt,
    Side,
    Unsure,
    count_claims,
    count_pairs,
    doubtful_claims,
    unsure_pairs,
    waiting_pairs,
)
from pobratim.storage.rows import (
    briefs_named,
    count_telling,
    documents,
    filed_under,
    newest_document,
    newest_first,
    part,
    places_named,
    road_maps,
    row,
    rows_named,
    sizes,
    with_names,
)
from pobratim.storage.searches import Saved, forget_search, save_search, saved_searches
from pobratim.storage.seen import (
    claim_seen,
    decided_readings,
    first_seen,
    history_of,
    merged,
    part_seen,
    row_seen,
    things_in,
)
from pobratim.storage.traces import Trace, trace, traces
from pobratim.storage.trouble import trouble
from pobratim.storage.users import User, add_user, has_users, set_active, set_password, set_role, user_name, users
from pobratim.storage.visits import (
    change_visit,
    count_past_visits,
    plan_visit,
    versions,
    visit,
    visits_ahead,
    visits_dropped,
    visits_past,
)
from pobratim.storage.waiting import attention

__all__ = [
    "MOMENTS",
    "NEWEST_NEEDS",
    "Ambiguous",
    "Arrivals",
    "Choice",
    "Doubt",
    "Entry",
    "Feed",
    "Found",
    "Hit",
    "Loaded",
    "Outlet",
    "Placed",
    "Saved",
    "Shown",
    "Side",
    "Some",
    "Subject",
    "Tied",
    "Trace",
    "Unsure",
    "User",
    "add_user",
    "arrivals",
    "attention",
    "backup",
    "beginning",
    "briefs_named",
    "catch_up",
    "change_visit",
    "chosen",
    "chosen_ids",
    "claim_seen",
    "close_feed",
    "count_chosen",
    "count_claims",
    "count_decisions",
    "count_kept",
    "count_needs",
    "count_pairs",
    "count_past_visits",
    "count_telling",
    "decide",
    "decided_readings",
    "decision",
    "derive",
    "derived_from",
    "described",
    "document_taken_from",
    "documents",
    "doubtful_claims",
    "feed_of",
    "feeds",
    "filed_under",
    "find",
    "find_one",
    "first_seen",
    "forget_search",
    "found_by",
    "has_users",
    "history_of",
    "hits",
    "is_known",
    "is_made",
    "is_stale",
    "journal",
    "judgements",
    "keep",
    "known_originals",
    "last_decision",
    "load",
    "matched",
    "meant",
    "meant_words",
    "merged",
    "newest_document",
    "newest_first",
    "open_feed",
    "organization",
    "original_of",
    "outlet_names",
    "outlets",
    "page_of",
    "part",
    "part_seen",
    "person",
    "place",
    "place_in_year",
    "places_named",
    "places_of_offers",
    "plan_visit",
    "reading_of",
    "reindex",
    "restore",
    "road_maps",
    "row",
    "row_seen",
    "rows_named",
    "rows_of",
    "save_search",
    "saved_searches",
    "search",
    "set_active",
    "set_password",
    "set_role",
    "setup",
    "sizes",
    "standing_decisions",
    "tables_chosen",
    "things_in",
    "tie",
    "tied",
    "trace",
    "traces",
    "tried_by_hand",
    "trouble",
    "undo",
    "undone",
    "unsure_pairs",
    "user_name",
    "users",
    "values_chosen",
    "versions",
    "visit",
    "visits_ahead",
    "visits_dropped",
    "visits_past",
    "waiting_pairs",
    "whole_register",
    "with_names",
]
