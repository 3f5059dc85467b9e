"""What some days brought: the part of a dossier that happened then or is told by the documents of those days."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from pobratim.model import edtf
from pobratim.register.dossier import Dossier
from pobratim.register.questions import open_questions
from pobratim.register.rows import AgreementRow, Commitment, FigureRow, Happening, Person, Row

TELLING = timedelta(days=7)
"""Reports of a visit come out while it lasts and for so long after."""
_APART = timedelta(days=2)
"""Happenings no farther apart belong to one stay."""


@dataclass(frozen=True, slots=True)
class Days:
    """The first and the last day of a stay or a year."""

    first: date
    last: date

    @property
    def edtf(self) -> str:
        """As EDTF: a day, or the first and the last."""
        first, last = self.first.isoformat(), self.last.isoformat()
        return first if first == last else f"{first}/{last}"

    def cover(self, value: str | None) -> bool:
        """Whether a date surely lies within; one that is open does not."""
        first, last = edtf.bounds(value)
        return first is not None and last is not None and self.first <= first and last <= self.last

    def touch(self, value: str | None) -> bool:
        """Whether a date that is bounded on both sides may lie within."""
        first, last = edtf.bounds(value)
        return first is not None and last is not None and first <= self.last and self.first <= last


def year_of(year: int) -> Days:
    return Days(date(year, 1, 1), date(year, 12, 31))


def stays(happenings: Iterable[Happening]) -> tuple[Days, ...]:
    """The runs of days on which something was held, the newest first; what is not dated to the day counts not."""
    held = [edtf.bounds(row.date) for row in happenings if row.status == "held"]
    exact = sorted((first, last) for first, last in held if first and last and last - first <= TELLING)
    found: list[Days] = []
    for first, last in exact:
        if found and first - found[-1].last <= _APART:
            found[-1] = Days(found[-1].first, max(last, found[-1].last))
        else:
            found.append(Days(first, last))
    return tuple(reversed(found))


def documents_of(dossier: Dossier, days: Days) -> frozenset[str]:
    """The dossier's documents that came out on these days or soon after."""
    telling = Days(days.first, days.last + TELLING)
    return frozenset(row.id for row in dossier.documents if telling.cover(row.published))


def telling_of(dossier: Dossier, days: Days) -> frozenset[str]:
    """Those that may tell of these days: they came out then or soon after, or tell of what was held on them."""
    held = (row for row in dossier.happenings if row.status == "held" and days.cover(row.date))
    return documents_of(dossier, days).union(*(row.documents for row in held))


def during(dossier: Dossier, days: Days, documents: Collection[str] | None = None) -> Dossier:
    """What was held and signed on these days, and what else their documents say.

    ``documents`` are the ids of those that tell of the days; unless given, those that came out then. A happening or
    paper without a day counts where one of them tells of it.
    """
    chosen = documents_of(dossier, days) if documents is None else frozenset(documents)

    def told(row: Row) -> bool:
        return not chosen.isdisjoint(row.documents)

    def held(row: Happening) -> bool:
        if row.status == "planned":
            return told(row)
        return days.cover(row.date) or (told(row) and not _elsewhen(row.date, days))

    def signed(row: AgreementRow) -> bool:
        return days.cover(row.signed) or (told(row) and not _elsewhen(row.signed, days))

    def promised(row: Commitment) -> bool:
        first = row.said[0].document if row.said else None
        return told(row) and (first is None or first in chosen or days.touch(row.first_said))

    happenings = tuple(filter(held, dossier.happenings))
    agreements = tuple(filter(signed, dossier.agreements))
    quotes = tuple(filter(told, dossier.quotes))
    present = {one for row in happenings if row.status == "held" for one in row.participants}
    present |= {one for row in agreements for one in row.signatories} | {row.speaker for row in quotes}
    visited = {one for row in happenings for one in row.organizations}
    narrowed = replace(
        dossier,
        happenings=happenings,
        agreements=agreements,
        commitments=tuple(filter(promised, dossier.commitments)),
        offers=tuple(filter(told, dossier.offers)),
        figures=tuple(filter(told, dossier.figures)),
        quotes=quotes,
        topics=tuple(filter(told, dossier.topics)),
        people=tuple(row for row in dossier.people if row.id in present or _serves(row, chosen)),
        organizations=tuple(row for row in dossier.organizations if row.id in visited),
    )
    return _consistent(narrowed, chosen, days.last)


def in_year(dossier: Dossier, year: int) -> Dossier:
    """What a year brought: what was held, signed, first said or due, measured, offered in it."""
    days = year_of(year)
    chosen = frozenset(row.id for row in dossier.documents if days.cover(row.published))

    def told(row: Row) -> bool:
        return not chosen.isdisjoint(row.documents)

    def measured(row: FigureRow) -> bool:
        return days.touch(row.period) if row.period else told(row)

    happenings = tuple(row for row in dossier.happenings if days.cover(row.date))
    present = {one for row in happenings for one in row.participants}
    agreements = tuple(row for row in dossier.agreements if days.cover(row.signed))
    present |= {one for row in agreements for one in row.signatories}
    narrowed = replace(
        dossier,
        happenings=happenings,
        agreements=agreements,
        commitments=tuple(
            row for row in dossier.commitments if days.cover(row.due) or days.cover(row.first_said)
        ),
        offers=tuple(filter(told, dossier.offers)),
        figures=tuple(filter(measured, dossier.figures)),
        quotes=tuple(filter(told, dossier.quotes)),
        topics=tuple(filter(told, dossier.topics)),
        people=tuple(row for row in dossier.people if row.id in present),
        organizations=tuple(
            row for row in dossier.organizations if any(row.id in one.organizations for one in happenings)
        ),
    )
    return _consistent(narrowed, chosen, days.last)


def _consistent(dossier: Dossier, documents: Collection[str], day: date) -> Dossier:
    """The dossier with the contradictions, questions and documents of its rows, and these documents, alone."""
    facts: tuple[Row, ...] = (
        *dossier.happenings, *dossier.agreements, *dossier.commitments, *dossier.offers, *dossier.figures,
        *dossier.quotes, *dossier.topics,
    )
    on = {row.id for row in facts}
    conflicts = tuple(row for row in dossier.conflicts if row.on in on)
    named = set(documents).union(*(row.documents for row in facts))
    return replace(
        dossier,
        conflicts=conflicts,
        questions=open_questions(dossier.register, [*conflicts, *facts], day),
        documents=tuple(row for row in dossier.documents if row.id in named),
    )


def _elsewhen(value: str | None, days: Days) -> bool:
    """Whether a date surely lies outside."""
    first, last = edtf.bounds(value)
    return (last is not None and last < days.first) or (first is not None and first > days.last)


def _serves(row: Person, documents: Collection[str]) -> bool:
    return any(not set(documents).isdisjoint(post.documents) for post in row.posts)
