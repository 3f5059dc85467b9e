"""Calendars as iCalendar (RFC 5545): what any calendar program can show or subscribe to."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Event

from pobratim.register.diary import Entry, in_order

_MAKER = "-//Pobratim//RU"
_HOST = "pobratim"


def calendar(entries: Iterable[Entry], *, name: str, day: date) -> bytes:
    """The calendar ``name`` with these entries; the same entries and ``day`` (of making) give the same bytes.

    Hours without a zone stay without one: a visit's programme is told in the time of the place.
    """
    made = Calendar()
    made.add("prodid", _MAKER)
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", name)
    stamp = datetime(day.year, day.month, day.day, tzinfo=UTC)
    for entry in in_order(entries):
        made.add_component(_event(entry, stamp))
    return bytes(made.to_ical())


def _event(entry: Entry, stamp: datetime) -> Event:
    event = Event()
    event.add("uid", f"{entry.id}@{_HOST}")
    event.add("dtstamp", stamp)
    if entry.starts:
        event.add("dtstart", entry.starts)
        event.add("dtend", entry.ends or entry.starts + timedelta(hours=1))
    else:
        event.add("dtstart", entry.first)
        event.add("dtend", entry.last + timedelta(days=1))  # the first day that is no longer part of it
        event.add("transp", "TRANSPARENT")
    if entry.version:
        event.add("sequence", entry.version)
    if entry.called_off:
        event.add("status", "CANCELLED")
    event.add("summary", entry.title)
    for slot, value in (("description", entry.about), ("location", entry.place), ("url", entry.link)):
        if value:
            event.add(slot, value)
    return event
