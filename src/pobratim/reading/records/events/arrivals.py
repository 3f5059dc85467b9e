"""Guests came, though no verb of travelling says so: «Гости осмотрели порт», «встреча прошла в Омске», «делегация
Омска была на Дне города Бреста»."""

from __future__ import annotations

from pobratim.reading.context import Context
from pobratim.reading.records.events.drafts import Draft
from pobratim.reading.records.stands import Stands

_CAME = frozenset({"гость", "делегация", "бизнес-делегация"})
_AT_HOME = frozenset({"meeting", "tour", "days", "forum"})
"""What guests do where their hosts are."""


ATTENDED = frozenset({"event.gathered", "event.joined", "event.city_day"})
"""Rules that ask who comes to it."""


def arrivals(context: Context, stands: Stands, events: list[Draft]) -> list[Draft]:
    """The visits on which these events happened, where the text speaks of guests and tells of no visit."""
    found: list[Draft] = []
    for event in events:
        if event.kind not in _AT_HOME or event.status == "cancelled" or event.remote or len(event.parties) != 2:
            continue
        if event.status == "planned" and event.rule.partition("+")[0] not in ATTENDED:
            continue
        hosts = [party for party in event.parties if event.place is not None and stands.akin(party, event.place)]
        seen_himself = event.kind == "tour" and event.rule.endswith("+in_speech")
        told_of_guests = event.rule != "event.tour" and _speaks_of_guests(context, event)
        if len(hosts) != 1 or not (seen_himself or told_of_guests):
            continue
        if event.kind == "forum" and context.by_id[hosts[0]].type == "country":
            continue
        guest = next(party for party in event.parties if party != hosts[0])
        if not any(_is_told(stands, visit, guest, hosts[0]) for visit in [*events, *found]):
            found.append(_visit(stands, event, guest, hosts[0]))
    return found


def _speaks_of_guests(context: Context, event: Draft) -> bool:
    sentences = [context.sentence_at(start) for start, _ in event.evidence]
    words = _CAME if event.kind not in {"days", "forum"} else frozenset({"делегация"})  # a feast has any guests
    return any(context.with_lemmas(sentence, words) for sentence in sentences)


def _is_told(stands: Stands, visit: Draft, guest: str, host: str) -> bool:
    """Is a visit told of those guests, or between the two?"""
    if visit.kind != "visit":
        return False
    came = any(stands.akin(guest, other) for other in visit.parties[:-1])
    return came or all(any(stands.akin(side, other) for other in visit.parties) for side in (guest, host))


def _visit(stands: Stands, event: Draft, guest: str, host: str) -> Draft:
    came = [person for person in event.participants if stands.place_of_person.get(person) == guest]
    return Draft(
        "visit",
        "event.arrival",
        event.confidence - 0.2,
        event.status,
        event.evidence,
        event.date,
        event.basis,
        host,
        [guest, host],
        came,
        background=event.background,
    )
