"""What a briefing tells before a visit: who is expected, what each said and promised, what falls due by then."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from pobratim.model import edtf
from pobratim.register.attendees import Attendee
from pobratim.register.rows import AgreementRow, Commitment, Happening, QuoteRow
from pobratim.register.visits import VisitPlan
from pobratim.reports.paper import Line, Piece, Section, Text, plain
from pobratim.reports.posts import stated_posts
from pobratim.reports.sections import SECTIONS
from pobratim.reports.sections.agreements import in_force
from pobratim.reports.sections.contacts import affiliation
from pobratim.reports.sections.context import Context
from pobratim.reports.sections.substance import is_open
from pobratim.reports.wording import clean, quoted, sentence, short, when
from pobratim.reports.words import ru

UNKNOWN = "сведений нет"
_BY_PLAN = "по плану визита"
"""Stands beside what no document says."""
_MOST_WORDS = 3
_MOST_MEETINGS = 3
_LONGEST = 240
"""Characters of what somebody said; longer words are cut at a word."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """A visit that is ahead."""

    days: str | None = None
    """EDTF: a day, or the first and the last."""
    attendees: tuple[Attendee, ...] = ()
    unknown: tuple[str, ...] = ()
    """The names of others who are expected, of whom the register has nothing."""
    plan: VisitPlan | None = None
    """Tells what for, and which posts they have: by the plan alone."""


@dataclass(frozen=True)
class AheadOfVisit(Context):
    """A briefing before a visit in the making."""

    occasion: Occasion


def purpose(context: AheadOfVisit) -> Section | None:
    """What the visit is for."""
    plan = context.occasion.plan
    if not plan or not clean(plan.purpose):
        return None
    told = (Piece(sentence(clean(plan.purpose).rstrip("."))), Piece(f" ({_BY_PLAN})", mark=True))
    return Section(heading="Цель визита", layout="list", lines=(Line((told,)),))


def attendees(context: AheadOfVisit) -> Section | None:
    """Each with posts, words, promises and meetings with the sides of the paper; at the end who is not known."""
    known = (line for one in context.occasion.attendees for line in _attendee(context, one))
    unknown = (Line(((Piece(clean(name)),), _unknown(context, name))) for name in context.occasion.unknown)
    lines = (*known, *unknown)
    return Section(heading="Кто участвует", layout="facts", lines=lines) if lines else None


def _attendee(context: AheadOfVisit, one: Attendee) -> Iterator[Line]:
    posts = affiliation(context, one.person) or (Piece("должность не названа", context.refs(one.person)),)
    yield Line(((Piece(clean(one.person.name)),), posts))
    known = plain(posts).lower()
    new = [post for post in _stated(context, one.person.name) if post.lower() not in known]
    yield from _told(_BY_PLAN, [(Piece(", ".join(new)),)] if new else [])
    yield from _told("высказывания", [_words(context, row) for row in one.said[:_MOST_WORDS]])
    yield from _told("обещания", [_promise(context, row) for row in one.promised])
    yield from _told("встречи", [_meeting(context, row) for row in _meetings(context, one)])


def _unknown(context: AheadOfVisit, name: str) -> Text:
    stated = _stated(context, name)
    if not stated:
        return (Piece(UNKNOWN),)
    return Piece(", ".join(stated)), Piece(f" ({_BY_PLAN})", mark=True)


def _stated(context: AheadOfVisit, name: str) -> list[str]:
    """The posts that the plan of the visit states."""
    plan = context.occasion.plan
    member = plan.member(name) if plan else None
    return stated_posts(member) if member else []


def _told(label: str, said: list[Text]) -> Iterator[Line]:
    for index, text in enumerate(said):
        yield Line(((Piece("" if index else label),), text))


def _words(context: Context, row: QuoteRow) -> Text:
    text = clean(row.text)
    if len(text) > _LONGEST:
        text = f"{text[:_LONGEST].rsplit(' ', 1)[0]}…"
    said = quoted(text) if row.kind == "direct" else sentence(text)
    return (Piece(said, context.refs(row)),)


def _promise(context: Context, row: Commitment) -> Text:
    due = f", срок — {short(row.due)}" if row.due else ""
    return (Piece(f"{sentence(clean(row.action))}{due} — {ru(row.status, 'status')}", context.refs(row)),)


def _meetings(context: AheadOfVisit, one: Attendee) -> list[Happening]:
    """The last in which a side of the paper took part."""
    shared = (row for row in one.took_part if row.status == "held" and context.subjects.intersection(row.parties))
    return list(shared)[:_MOST_MEETINGS]


def _meeting(context: Context, row: Happening) -> Text:
    date = (*context.dated(row.date, row.date_basis, row.date_because), *context.disputed(row.id, "date"))
    return (*date, Piece(f" — {context.happening(row)}", context.refs(row)))


def by_the_visit(context: AheadOfVisit) -> Section | None:
    """What lapses and what falls due between the day of the paper and the end of the visit, or did before."""
    last = edtf.bounds(context.occasion.days)[1]
    if last is None:
        return None

    def by_then(value: str | None) -> bool:
        ends = edtf.bounds(value)[1]
        return ends is not None and ends <= last

    lapsing = [row for row in context.dossier.agreements if in_force(context, row) and by_then(row.period)]
    due = [row for row in context.dossier.commitments if is_open(row) and by_then(row.due)]
    due.sort(key=lambda row: (edtf.bounds(row.due)[1], row.id))
    lines = (*(_lapsing(context, row) for row in lapsing), *(_due(context, row) for row in due))
    return Section(heading="К дате визита", layout="list", lines=lines) if lines else None


def _lapsing(context: Context, row: AgreementRow) -> Line:
    ends = edtf.bounds(row.period)[1]
    assert ends is not None
    words = f"Истекает {when(ends.isoformat())}: {context.agreement(row)}"
    return Line(((Piece(words, context.refs(row)), *context.disputed(row.id, "period")),))


def _due(context: Context, row: Commitment) -> Line:
    state = "срок прошёл" if context.past(row.due) else "наступает срок"
    words = f"{sentence(state)} ({short(row.due or '')}): {clean(row.action)}"
    return Line(((Piece(words, context.refs(row)),),))


BEFORE_A_VISIT: tuple[Callable[[AheadOfVisit], Section | None], ...] = (
    SECTIONS[0], purpose, attendees, by_the_visit, *SECTIONS[1:],
)
"""The sections of a briefing, with what a visit asks for after the main facts."""
