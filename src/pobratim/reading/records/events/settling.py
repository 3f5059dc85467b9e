"""What the events of a document tell of each other: where a meeting was, when a tour, who came on a visit."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pobratim.model import edtf
from pobratim.model.reading import Span
from pobratim.reading.context import Context
from pobratim.reading.records.dating import LONG_AGO, days_before_publication
from pobratim.reading.records.events.bodies import bodies_taking_part
from pobratim.reading.records.events.days_beside import day_of_last, day_told_beside
from pobratim.reading.records.events.drafts import DURING, STAGED, Draft
from pobratim.reading.records.events.lasting import lasts
from pobratim.reading.records.events.taking_part import senders
from pobratim.reading.records.lexicon import listed
from pobratim.reading.records.stands import Stands

_STAGES = frozenset({"forum", "days"})
_LEAD = 600
"""Characters at the beginning in which the stage of everything told is named."""


def settle(context: Context, stands: Stands, events: list[Draft]) -> None:
    """Fill the slots that the sentences about other events settle."""
    for event in events:
        _share_stage(stands, event, events)
        _place_by_visit(context, stands, event, events)
        _people(context, stands, event, events)
        day_told_beside(context, event)
    for event in events:
        day_of_last(context, event, events)
    for event in events:
        _date_by_visit(context, stands, event, events)
        _leaders(stands, event, events)
        _attending(stands, event, events)
        _come_to_feast(event, events)
        event.organizations = list(dict.fromkeys([*event.organizations, *bodies_taking_part(context, event)]))


# ---------------------------------------------------------------- visits and what happens during them


def _visit_of(stands: Stands, event: Draft, events: list[Draft]) -> Draft | None:
    """The visit during which it happens: the one of its sides, of several the one told last before it."""
    visits = [
        other
        for other in events
        if other.kind == "visit"
        and other.status == event.status
        and other.background == event.background
        and _are_sides(stands, event, other)
        and _in_time(stands.context, event, other)
        and not (other.in_speech and other.evidence[0][0] > event.evidence[-1][0])
    ]
    before = [visit for visit in visits if visit.evidence[0][0] <= event.evidence[0][0]]
    return before[-1] if before else next(iter(visits), None)


def _are_sides(stands: Stands, event: Draft, visit: Draft) -> bool:
    """Is it between the guests and their hosts, in the place of the hosts as far as one is told?"""
    if set(event.parties) <= set(visit.parties):
        return event.place is None or visit.place is None or stands.akin(event.place, visit.place)
    sides = [[one for one in visit.parties if stands.akin(party, one)] for party in event.parties]
    if any(len(side) != 1 for side in sides) or len({side[0] for side in sides}) < 2:
        return False
    return event.place is None or (visit.place is not None and stands.akin(event.place, visit.place))


def _in_time(context: Context, event: Draft, visit: Draft) -> bool:
    """Does its day lie within the visit's, as far as both are told? Where the visit has none, a day of a known year
    says so only if it was news when the document came out."""
    if event.date is None:
        return True
    if visit.date is None:
        before = days_before_publication(context, event.date) if event.status == "held" else None
        return edtf.year_of(event.date) is None or (before is not None and 0 <= before <= LONG_AGO)
    return edtf.compatible(event.date, visit.date)


def _place_by_visit(context: Context, stands: Stands, event: Draft, events: list[Draft]) -> None:
    """Where nothing is said the hosts' place; «в Казахстане» during a visit to Уральск is there."""
    if event.kind not in DURING or event.remote:
        return
    if event.place is None or context.by_id[event.place].type == "country":
        visit = _visit_of(stands, event, events) or _visit_going_on(stands, event, events)
        event.place = visit.place if visit is not None else event.place


def _visit_going_on(stands: Stands, event: Draft, events: list[Draft]) -> Draft | None:
    """What guests who have come will still do, where nothing is told of another journey between the two."""
    between = [visit for visit in events if visit.kind == "visit" and _are_sides(stands, event, visit)]
    if event.status != "planned" or event.date is not None or len(between) != 1 or event.rule.endswith("+in_speech"):
        return None
    return between[0] if between[0].status == "held" and not between[0].background else None


def _date_by_visit(context: Context, stands: Stands, event: Draft, events: list[Draft]) -> None:
    """What happened during a visit of one day happened on it; a visit of no day was on the day of its meeting."""
    if event.date is not None:
        _year_by_visit(stands, event, events)
    elif event.day_open or event.remote:
        return
    elif event.kind in DURING:
        visit = _visit_of(stands, event, events)
        if visit is None or (event.kind == "signing" and not _is_told_with(context, event, visit)):
            return
        if event.kind == "signing" and _is_since_earlier(context, event, visit):
            return
        several = lasts(context, visit) or _goes_on(stands, visit, events)
        several = several or (event.kind == "forum" and not _is_dated(context, visit))
        if _passes_on(visit.date) and not several and not _is_of_other_time(event, visit):
            event.date, event.basis = visit.date, "inferred"
    elif event.kind == "visit":
        told = [e for e in events if e.kind in STAGED and _passes_on(e.date) and _visit_of(stands, e, events) is event]
        told = [e for e in told if set(e.evidence).isdisjoint(event.evidence) or edtf.year_of(e.date) is None]
        told = [e for e in told if not _tells_another_time(context, event, str(e.date))]
        if len({other.date for other in told}) == 1 and len(str(told[0].date)) >= len("2025-06"):
            event.date, event.basis = told[0].date, "inferred"


def _tells_another_time(context: Context, visit: Draft, day: str) -> bool:
    """«В июле настал черёд делегации, отправившейся в Тулу»: does its own sentence name a time that is not that day?"""
    named = (date.edtf for span in visit.evidence for date in context.dates_in(*span) if date.kind == "point")
    return any(time and not edtf.compatible(time, day) for time in named)


def _goes_on(stands: Stands, visit: Draft, events: list[Draft]) -> bool:
    """«(В воскресенье прилетела делегация.) Сегодня гости провели переговоры»: does something during the visit have a
    later day than the one of its beginning?"""
    if visit.date is None or not edtf.is_day(visit.date):
        return False
    during = (e for e in events if e.kind in DURING and e.status == "held" and _are_sides(stands, e, visit))
    days = (str(event.date) for event in during)
    return any(edtf.is_day(day) and day[:4] == visit.date[:4] and day > visit.date for day in days)


def _is_dated(context: Context, visit: Draft) -> bool:
    """Does one of its own sentences have a day? That of its meeting is one of perhaps several."""
    return any(date.edtf for span in visit.evidence for date in context.dates_in(*span))


def _is_of_other_time(event: Draft, visit: Draft) -> bool:
    """«На встрече вспомнили визит 1972 года»: who came in some year is told of behind what is news."""
    return len(str(visit.date)) == len("1972") and event.evidence[0][0] < visit.evidence[0][0]


def _is_since_earlier(context: Context, event: Draft, visit: Draft) -> bool:
    """«(5 мая в Омск приехали гости.) Города дружат с 1998 года: договор подписали мэры»: signed then, not now."""
    year = edtf.year_of(visit.date)
    dates = (date for span in event.evidence for date in context.dates_in(*span))
    since = (edtf.year_of(date.edtf) for date in dates if date.kind == "since" and date.edtf)
    return year is not None and any(other is not None and other < year for other in since)


def _is_told_with(context: Context, event: Draft, visit: Draft) -> bool:
    """Does the signing stand near the visit, or speak of it («в ходе визита подписали …»)? Else the twins may have
    signed it long ago («Гости увидели музей. … Города заключили договор и торгуют»)."""
    sentences = [context.sentence_at(start) for start, _ in event.evidence]
    if any(context.is_title(one) or context.with_lemmas(one, _OCCASIONS) for one in sentences):
        return True
    there = [context.sentence_at(start).index for start, _ in visit.evidence]
    return any(abs(one.index - other) <= _BESIDE for one in sentences for other in there)


_OCCASIONS = listed("guests", "on_visit")
_BESIDE = 2
"""Sentences between the visit and what happened during it."""


def _year_by_visit(stands: Stands, event: Draft, events: list[Draft]) -> None:
    """«26 сентября» during a visit of 25–28 September 2018."""
    if event.kind not in DURING or not str(event.date).startswith("XXXX"):
        return
    visit = _visit_of(stands, event, events)
    year = visit.date if visit is not None and visit.date is not None else None
    if year is not None and not year.startswith("XXXX"):
        event.date, event.basis = edtf.merge(event.date, year) or event.date, "inferred"


def _people(context: Context, stands: Stands, event: Draft, events: list[Draft]) -> None:
    """The one visit between two places is made by those of the guests' place whom the document names."""
    if event.kind != "visit" or event.participants or event.status != "held" or event.background:
        return
    if sum(other.kind == "visit" and other.parties == event.parties for other in events) > 1:
        return
    guests = [context.by_id[place] for place in event.parties if place != event.place]
    past = [span for other in events if other.background for span in other.evidence]
    sending = [(scene.span, senders(scene)) for told in stands.scenes.values() for scene in told]
    event.participants = [
        person
        for person, place in stands.place_of_person.items()
        if not _is_only_in(context.by_id[person].mentions, past)
        and not _is_only_in(context.by_id[person].mentions, [span for span, people in sending if person in people])
        and any(
            place == guest.id or (guest.type == "country" and context.by_id[place].country == guest.country)
            for guest in guests
        )
    ]


def _is_only_in(mentions: Iterable[Span], spans: list[Span]) -> bool:
    """Does each mention stand within one of the spans: of somebody named for what was before («тогдашний мэр»)?"""
    return all(any(first <= start < last for first, last in spans) for start, _ in mentions)


def _leaders(stands: Stands, event: Draft, events: list[Draft]) -> None:
    """Who met their hosts came with the visit; «гостей принял мэр» was a meeting with who leads them."""
    if event.kind != "meeting" or event.status != "held":
        return
    visit = _visit_of(stands, event, events)
    if visit is None or event.background:
        return
    guests = [p for p in event.participants if any(stands.place_of_person.get(p) == g for g in visit.parties[:-1])]
    visit.participants = list(dict.fromkeys([*visit.participants, *guests]))
    if not guests and event.participants and event.rule == "event.meeting_verb":
        event.participants = list(dict.fromkeys([*event.participants, *visit.participants[:1]]))
    elif not event.participants and event.rule == "event.meeting_noun" and len(visit.participants) <= _FEW:
        event.participants = list(visit.participants)  # «прошла встреча с делегацией Омска. Приехали мэр и …»


def _come_to_feast(event: Draft, events: list[Draft]) -> None:
    """«пригласил омичей на праздник с 22 по 24 июня», and they came with their visit of those days: it was held."""
    if not event.rule.startswith("event.invited") or event.status != "planned" or event.date is None:
        return
    for visit in events:
        came = visit.kind == "visit" and visit.status == "held" and set(visit.parties) == set(event.parties)
        if came and visit.date is not None and event.date.split("/")[0] == visit.date.split("/")[0]:
            event.status, event.place = "held", event.place or visit.place
            return


_FEW = 3
"""Guests whom the text names, as long as it names no whole list."""


def _attending(stands: Stands, event: Draft, events: list[Draft]) -> None:
    """Those who came on the visit were at the feast of their hosts, where nobody else is named."""
    if event.kind not in _STAGES or event.participants or event.background or len(event.parties) != 2:
        return
    visit = _visit_of(stands, event, events)
    if visit is None or len(visit.participants) > _FEW:
        return
    if event.kind == "forum" and not _is_what_they_came_to(stands, event, visit):
        return
    event.participants = [p for p in visit.participants if stands.place_of_person.get(p) != visit.place]


def _is_what_they_came_to(stands: Stands, event: Draft, visit: Draft) -> bool:
    """«форум городов-побратимов» in the town visited; not a show that the guests see there."""
    told = stands.context.text(event.evidence[0])
    return event.place is not None and event.place == visit.place and _CONGRESS.search(told) is not None


_CONGRESS = re.compile(r"\b(?:форум|конгресс|съезд|сл[её]т|саммит|конференци)\w*", re.I)


# ---------------------------------------------------------------- forums and what is signed there


def _share_stage(stands: Stands, event: Draft, events: list[Draft]) -> None:
    """«подписали на форуме»: what is told together has one day and one place."""
    for other in events:
        kinds = {event.kind, other.kind}
        together = bool(set(event.evidence) & set(other.evidence)) and other.status == event.status
        if together and kinds & _STAGES and kinds & STAGED:
            _take(event, other)
        elif together and kinds == _STAGES and event.place is None:
            event.place = other.place  # «на форуме в рамках празднования Дня города Омска»
    if event.kind in STAGED and not event.background and event.status == "held":
        stages = [e for e in events if e.kind in _STAGES and not (e.background or e.in_speech) and e.status == "held"]
        visits = [e for e in events if e.kind == "visit" and e.date is not None and e.status == "held"]
        if len(stages) != 1 or stages[0].evidence[0][0] >= _LEAD or event.date is not None or visits:
            return
        if event.place is None or stages[0].place is None or stands.akin(event.place, stages[0].place):
            _take(event, stages[0])  # talks in Минск were not on the days that Уфа held


def _take(event: Draft, other: Draft) -> None:
    event.place = event.place or other.place
    if event.date is None and _passes_on(other.date) and not event.day_open:
        event.date, event.basis = other.date, "inferred"


def _passes_on(date: str | None) -> bool:
    """May what is told beside it have the date too? A decade («в 1990-х») is only that of what it stands with."""
    return date is not None and not date.endswith("X")


# ---------------------------------------------------------------- days told in the sentence beside
