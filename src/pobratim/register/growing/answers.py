"""What came of promises, looked for anew only where a promise or a deed has changed."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from pobratim.model import edtf
from pobratim.register.answers import SILENT_DAYS, ConfirmedAnswer
from pobratim.register.answers.answering import by_rows, follow_up, likeliest, with_answers
from pobratim.register.answers.deeds import Deed, Key, Promise, World
from pobratim.register.growing.index import Index
from pobratim.register.rows import (
    AgreementRow,
    Commitment,
    DocumentRow,
    FollowUp,
    Happening,
    OfferRow,
    Organization,
    Place,
    Row,
)
from pobratim.register.table import Table

Change = tuple[Row | None, Row | None]
"""A row as it was and as it is."""


class Answered:
    """The commitments of a register with what may have come of them, and how they stand on its newest day."""

    def __init__(self, rows: Mapping[str, Row], countries: Mapping[str, str]) -> None:
        self._rows = rows
        """Rows as they are derived: commitments without answers."""
        self._world = World(rows, countries)
        self._promises: Table[str, Promise] = Table()
        self._promised: Index[Key] = Index()
        self._deeds: Table[str, Deed] = Table()
        self._done: Index[Key] = Index()
        self._found: Table[str, dict[str, FollowUp]] = Table()
        """By commitment and deed."""
        self._answers: Index[str] = Index()
        """Commitments by the deeds that may answer them."""
        self._named: Index[str] = Index()
        """Promises and deeds by the rows and documents that they name."""
        self._row_of: Table[str, str] = Table()
        self._confirmed: dict[str, dict[str, ConfirmedAnswer]] = {}
        self._days: list[tuple[date, str]] = []
        """The last days on which documents came out, with the documents, the earlier first."""
        self._due: list[tuple[date, str]] = []
        """After which day a commitment is overdue, or nobody has spoken of it for long."""
        self._due_of: Table[str, date] = Table()
        self.commitments: Table[str, Commitment] = Table()

    def update(self, changes: Sequence[Change], answers: Iterable[ConfirmedAnswer]) -> list[str]:
        """What has changed of the rows, and what people say came of commitments; returns commitments that changed."""
        newest = self._newest_day
        renamed = {one for change in changes for one in self._seen(*change)}
        for before, _ in changes:
            self._forget_claims(before)
        for _, after in changes:
            self._learn_claims(after)
        touched = self._confirm(answers)
        looked_at: dict[str, Row | None] = {row.id: after for before, after in changes if (row := after or before)}
        about = {one for name in renamed for one in self._named.under(name)}
        looked_at.update((one, self._rows.get(one)) for one in about)
        touched |= {one for one in looked_at if one in self._promises or isinstance(looked_at[one], Commitment)}
        touched |= self._confirmed.keys()  # what answers them may be told by documents of other days now
        for one in looked_at:
            touched |= self._answers.under(one)
        deeds = {one: self._deeds.get(one) for one in looked_at}
        for one in [one for one, row in looked_at.items() if self._put_deed(one, row)]:
            touched |= self._judged_anew(one, deeds[one])
        for one, row in looked_at.items():
            self._put_promise(one, row, moved=one in about)
        now = self._newest_day
        if newest != now:
            touched |= self._overdue_between(newest, now)
        return [one for one in touched if self._settle(one, now)]

    @property
    def newest(self) -> str | None:
        """The document that came out last."""
        return self._days[-1][1] if self._days else None

    @property
    def _newest_day(self) -> date | None:
        return self._days[-1][0] if self._days else None

    def _seen(self, before: Row | None, now: Row | None) -> Iterator[str]:
        """Takes note of a document's day; yields the row if others may read differently now."""
        row = now or before
        assert row is not None
        if isinstance(row, DocumentRow):
            was, is_ = (one.published if isinstance(one, DocumentRow) else None for one in (before, now))
            if was != is_:
                if last := edtf.bounds(was)[1]:
                    del self._days[bisect_left(self._days, (last, row.id))]
                if last := edtf.bounds(is_)[1]:
                    insort(self._days, (last, row.id))
                yield row.id
        elif isinstance(row, Place | Organization) and _called(before) != _called(now):
            yield row.id

    def _forget_claims(self, row: Row | None) -> None:
        if isinstance(row, Commitment | Happening | AgreementRow | OfferRow):
            for one in (row.id, *row.claims):
                self._row_of.pop(one, None)

    def _learn_claims(self, row: Row | None) -> None:
        if isinstance(row, Commitment | Happening | AgreementRow | OfferRow):
            self._row_of.update(dict.fromkeys((row.id, *row.claims), row.id))

    def _confirm(self, answers: Iterable[ConfirmedAnswer]) -> set[str]:
        before, self._confirmed = self._confirmed, by_rows(answers, self._row_of)
        return {
            one for one in before.keys() | self._confirmed.keys() if before.get(one) != self._confirmed.get(one)
        }

    def _put_deed(self, one: str, row: Row | None) -> bool:
        """Whether the deed is another now."""
        deed, before = self._world.deed(row) if row else None, self._deeds.get(one)
        if deed == before:
            return False
        if deed is None:
            del self._deeds[one]
            self._named.put(one, ())
        else:
            assert row is not None
            self._deeds[one] = deed
            self._named.put(one, {*self._names(row), *deed.places, *deed.organizations, *row.documents})
        self._done.put(one, deed.keys if deed else ())
        return True

    def _put_promise(self, one: str, row: Row | None, *, moved: bool) -> None:
        """``moved`` are places or organizations that it names: where they lie may be another question now."""
        before = self._promises.pop(one, None)
        if isinstance(row, Commitment):
            promise = self._promises[one] = self._world.promise(row)
            self._promised.put(one, promise.keys)
            places = {*promise.places, *promise.organizations, *promise.named}
            told_in = {*row.documents, *(said.document for said in row.said)}
            self._named.put(one, {*self._names(row), *places, *told_in})
            if before is not None and not moved and promise.says_the_same(before):
                found = self._found[one]
                asked = self._told_in(before.row.documents, row.documents) & self._deeds.keys()
            else:
                found = self._found[one] = {}
                asked = {deed for key in promise.keys for deed in self._done.under(key)}
            for deed in asked:
                self._judge(promise, self._deeds[deed], found)
            self._note(one)
        elif before is not None:
            self._promised.put(one, ())
            self._named.put(one, ())
            del self._found[one]
            self._note(one)

    def _told_in(self, before: Iterable[str], now: Iterable[str]) -> set[str]:
        """The promises and deeds that documents name of which only one side has told."""
        return {one for document in {*before} ^ {*now} for one in self._named.under(document)}

    def _judge(self, promise: Promise, deed: Deed, found: dict[str, FollowUp]) -> bool:
        """Put down what the deed answers; whether that is anything else than before."""
        before = found.pop(deed.id, None)
        answer = follow_up(promise, deed, self._world) if promise.meets(deed) else None
        if answer is not None:
            found[deed.id] = answer
        return answer != before

    def _names(self, row: Row) -> Iterator[str]:
        match row:
            case Happening():
                yield from (*row.parties, *row.organizations, *filter(None, [row.place]))
            case AgreementRow():
                yield from row.parties
            case OfferRow():
                yield from filter(None, (row.from_, row.to))
            case Commitment():
                yield from (*row.actors, *row.named)

    def _judged_anew(self, one: str, before: Deed | None) -> set[str]:
        """Judge a deed that is another now than ``before``; returns the commitments to which it matters."""
        deed = self._deeds.get(one)
        if deed is None:
            touched = set(self._answers.under(one))
            for promise in touched:
                del self._found[promise][one]
        else:
            if before is not None and deed.says_the_same(before):
                asked = self._told_in(before.documents, deed.documents) & self._promises.keys()
            else:
                asked = {promise for key in deed.keys for promise in self._promised.under(key)}
                asked |= self._answers.under(one)
            touched = {promise for promise in asked if self._judge(self._promises[promise], deed, self._found[promise])}
        for promise in touched:
            self._note(promise)
        return touched

    def _note(self, promise: str) -> None:
        self._answers.put(promise, self._found.get(promise, {}))

    def _overdue_between(self, before: date | None, now: date | None) -> set[str]:
        if before is None or now is None:
            return set(self._promises)
        first, last = min(before, now), max(before, now)
        return {one for _, one in self._due[bisect_left(self._due, (first, "")) : bisect_right(self._due, (last, "~"))]}

    def _settle(self, one: str, newest: date | None) -> bool:
        """Write the commitment anew; whether it is another now."""
        due = self._due_of.pop(one, None)
        if due is not None:
            del self._due[bisect_left(self._due, (due, one))]
        row = self._rows.get(one)
        if not isinstance(row, Commitment):
            return self.commitments.pop(one, None) is not None
        proposed = likeliest(self._found[one].values())
        settled = with_answers(row, proposed, self._confirmed.get(one, {}), self._rows, self._world, newest)
        after = edtf.bounds(row.due)[1] or _long_after(edtf.bounds(settled.silent_since)[1])
        if after is not None:
            self._due_of[one] = after
            insort(self._due, (after, one))
        if self.commitments.get(one) == settled:
            return False
        self.commitments[one] = settled
        return True


def _long_after(day: date | None) -> date | None:
    return day + timedelta(SILENT_DAYS) if day and day <= date.max - timedelta(SILENT_DAYS) else None


def _called(row: Row | None) -> tuple[object, ...]:
    """What others take from a place or an organization."""
    if isinstance(row, Place):
        return row.name, row.aliases, row.within, row.country
    return (row.name, row.aliases, row.place) if isinstance(row, Organization) else ()
