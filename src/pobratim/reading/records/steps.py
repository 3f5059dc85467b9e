"""Records: what the text states, each kind by its own rules.

`find_records` runs the steps in order: posts say who stands for which place, quotes who
speaks, and both are asked by all that follow.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from pobratim.model.reading import Agreement, Event, Partnership, Post, Quote, Record
from pobratim.reading.acceptance import THRESHOLDS, accepted
from pobratim.reading.confidence import calibrated
from pobratim.reading.context import Context
from pobratim.reading.names.places.lands_alone import lands_alone
from pobratim.reading.quotes import find_quotes
from pobratim.reading.records.agreements.agreements import find_agreements
from pobratim.reading.records.events.events import find_events
from pobratim.reading.records.figures.figures import find_figures
from pobratim.reading.records.offers.offers import find_offers
from pobratim.reading.records.plans.plans import find_plans
from pobratim.reading.records.posts.posts import find_posts
from pobratim.reading.records.signings_told import with_documents
from pobratim.reading.records.stands import Stands
from pobratim.reading.records.ties.partnerships import find_partnerships
from pobratim.reading.records.topics import find_topics


def find_records(context: Context, *, proposed: bool = False) -> tuple[Record, ...]:
    """All records of a document, numbered r1, r2 … kind by kind, in the order of the text.

    With ``proposed`` also the events that are rather not there.
    """
    posts, stands, quotes = _who_speaks(context)
    events, partnerships, agreements = _dated(context, stands, quotes)
    records: list[Record] = [
        *posts,
        *events,
        *partnerships,
        *agreements,
        *quotes,
        *find_offers(context, stands, quotes),
        *find_plans(context, stands, quotes, events, agreements),
        *find_figures(context, stands.pair),
    ]
    records += find_topics(context, stands, records)
    stands.let_go()
    weighed: Collection[str] = ()
    if not proposed:
        beside = lands_alone(context)
        records, weighed = accepted(context.document.text, context.found.entities, records, beside), THRESHOLDS
    return tuple(
        replace(
            record,
            id=f"r{number}",
            confidence=record.confidence if record.type in weighed else calibrated(record),
        )
        for number, record in enumerate(records, 1)
    )


def find_dated(context: Context) -> list[Record]:
    """The events, partnerships and agreements alone, without numbers; those that are rather not there among them."""
    _, stands, quotes = _who_speaks(context)
    records: list[Record] = [record for found in _dated(context, stands, quotes) for record in found]
    stands.let_go()
    return records


def _who_speaks(context: Context) -> tuple[list[Post], Stands, list[Quote]]:
    posts = find_posts(context)
    return posts, Stands(context, posts), find_quotes(context, posts)


def _dated(
    context: Context, stands: Stands, quotes: list[Quote]
) -> tuple[list[Event], list[Partnership], list[Agreement]]:
    events = find_events(context, stands, quotes)
    agreements = find_agreements(context, stands, quotes, events)
    events = with_documents(events, agreements)
    return events, find_partnerships(context, stands, quotes, events, agreements), agreements
