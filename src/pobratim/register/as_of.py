"""The register as of a day: what held then, by all that is known now.

What surely began later is left out, and so is what surely was over. What may have held stays, with its date as open as
it is. What no date of its own places in time counts from the first document that tells of it; what no document dates
either stays in every view.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from pobratim.model import edtf
from pobratim.register.agreement_terms import standing, successors
from pobratim.register.answers import TAKEN, standing_on
from pobratim.register.courses import PLANNED
from pobratim.register.pairs import by_pair
from pobratim.register.rows import (
    AgreementRow,
    Commitment,
    FigureRow,
    Happening,
    HeldPost,
    Register,
    Row,
    Stage,
    Tie,
    Turn,
)


def as_of(register: Register, day: date) -> Register:
    """What held on that day.

    Places, people, organizations and documents all stay. People keep the offices they held, ties the stages that had
    begun with the status they had, agreements are `lapsed` or `replaced` where they were, commitments have what had
    been told and done.
    """
    view = _View(register, day)
    happenings = tuple(filter(None, map(view.happening, register.happenings)))
    held = by_pair([row for row in happenings if row.status == "held"])
    agreements = _without_strays(filter(None, map(view.agreement, register.agreements)))
    offers = tuple(row for row in register.offers if view.told(row))
    answers = {row.id for row in (*happenings, *agreements, *offers)}
    kept = Register(
        documents=register.documents,
        places=register.places,
        people=tuple(
            replace(row, posts=tuple(filter(None, map(view.post, row.posts)))) for row in register.people
        ),
        organizations=register.organizations,
        happenings=happenings,
        ties=tuple(filter(None, (view.tie(row, held.get(frozenset(row.parties), ())) for row in register.ties))),
        agreements=agreements,
        commitments=tuple(filter(None, (view.commitment(row, answers) for row in register.commitments))),
        offers=offers,
        figures=tuple(filter(view.figure, register.figures)),
        quotes=tuple(row for row in register.quotes if view.told(row)),
        topics=tuple(row for row in register.topics if view.told(row)),
    )
    about = {row.id for row in kept.rows()}
    return replace(kept, conflicts=tuple(row for row in register.conflicts if row.on in about))


def _without_strays(rows: Iterable[AgreementRow]) -> tuple[AgreementRow, ...]:
    """Agreements whose predecessor is not in the view take the place of none."""
    rows = tuple(rows)
    known = {row.id for row in rows}
    return tuple(row if row.replaces in known else replace(row, replaces=None) for row in rows)


@dataclass(frozen=True)
class _View:
    register: Register
    day: date

    @cached_property
    def _published(self) -> Mapping[str, str | None]:
        return {row.id: row.published for row in self.register.documents}

    @cached_property
    def _successors(self) -> Mapping[str, AgreementRow]:
        return successors(self.register)

    # ---------------------------------------------------------------- days

    def _begun(self, value: str | None) -> bool | None:
        """Whether it may have begun by the day; None where nothing places it in time."""
        first, last = edtf.bounds(value)
        begins = first or last
        return None if begins is None else begins <= self.day

    def _over(self, value: str | None) -> bool:
        """Whether it surely was over before the day."""
        last = edtf.bounds(value)[1]
        return last is not None and last < self.day

    def told(self, row: Row) -> bool:
        """Whether a document had told of it by then; true also where none of them is dated."""
        return self._any_begun(self._published.get(one) for one in row.documents)

    def _any_begun(self, values: Iterable[str | None]) -> bool:
        begun = [one for value in values if (one := self._begun(value)) is not None]
        return any(begun) or not begun

    def _turn(self, course: Iterable[Turn]) -> Turn | None:
        """The last turn that documents had told of by then; undated ones hold from the one before them."""
        found = None
        for turn in course:
            if self._begun(turn.first) is False:
                break
            found = turn
        return found

    # ---------------------------------------------------------------- rows

    def happening(self, row: Happening) -> Happening | None:
        """Held by then, or planned or cancelled by what had been told by then."""
        if row.status == "held":
            begun = self._begun(row.date)
            if self.told(row) if begun is None else begun:
                return row
        turn = self._turn(row.course)
        if turn is not None and turn.status != "held":
            return replace(row, status=turn.status)
        return row if row.status != "held" and not row.course and self.told(row) else None

    def agreement(self, row: AgreementRow) -> AgreementRow | None:
        """Signed by then, with `lapsed` or `replaced` for its status where it no longer stood; or planned."""
        turn = self._turn(row.course)
        status = turn.status if turn else row.status
        if row.status == PLANNED:
            return row if self.told(row) else None
        begun = self._begun(row.signed)
        if begun is None:
            begun = self.told(row) or self._begun(row.period) is True
        if not begun:
            return replace(row, status=PLANNED) if turn and turn.status == PLANNED else None
        if status == PLANNED:
            status = "signed"
        stands = standing(replace(row, status=status), self._successors.get(row.id), self.day)
        return replace(row, status=stands if stands in ("lapsed", "replaced", "ended") else "signed")

    def tie(self, row: Tie, held: Iterable[Happening]) -> Tie | None:
        """The stages that had begun; none of the tie where nobody had been in touch or written of it.

        ``held`` is what the two had held by then.
        """
        stages = tuple(filter(None, map(self.stage, row.history)))
        if not stages and self._begun(row.first_seen) is False:
            return None
        return replace(
            row, history=stages, status=status_of(stages), last_seen=self._last_seen(row, held)
        )

    def _last_seen(self, row: Tie, held: Iterable[Happening]) -> str | None:
        if not row.last_seen or edtf.bounds(row.last_seen)[0] is None or self._begun(row.last_seen):
            return row.last_seen
        days = [one.date for one in held]
        days += [self._published.get(one) for one in row.documents]
        return edtf.newest(value for value in (row.first_seen, *days) if value and self._begun(value))

    def stage(self, stage: Stage) -> Stage | None:
        """The stage as it was: planned until it began, then what documents had told, ended once it is over."""
        turn = self._turn(stage.course)
        begun = self._begun(stage.since)
        if begun is None:
            begun = turn is not None and turn.status != PLANNED if stage.course else True
        if not begun or stage.status == PLANNED:
            planned = turn is not None and turn.status == PLANNED
            return replace(stage, status=PLANNED, until=None, until_basis=None, until_because=()) if planned else None
        status = turn.status if turn and turn.status != PLANNED else "active"
        if not stage.course:
            status = stage.status
        if self._over(stage.until):
            status = "ended"
        if status == "ended":
            return replace(stage, status=status)
        return replace(stage, status=status, until=None, until_basis=None, until_because=())

    def post(self, post: HeldPost) -> HeldPost | None:
        """The office, if it may have been held on the day, with the days by then on which documents attested it."""
        if not self._any_begun((post.from_, *post.attested[:1])) or self._over(post.until):
            return None
        return replace(post, attested=tuple(day for day in post.attested if self._begun(day)))

    def commitment(self, row: Commitment, answers: set[str]) -> Commitment | None:
        """With the repetitions that had been published and the answers that had been given, as it stood then."""
        begun = self._begun(row.first_said)
        if not (self.told(row) if begun is None else begun):
            return None
        row = replace(
            row,
            said=tuple(one for one in row.said if self._begun(one.published) is not False),
            restated=tuple(one for one in row.restated if self._begun(self._published.get(one)) is not False),
            follow_ups=tuple(one for one in row.follow_ups if one.row in answers),
            silent_since=self._silent_since(row, answers),
        )
        return replace(row, status=standing_on(row, self.day))

    def _silent_since(self, row: Commitment, answers: set[str]) -> str | None:
        """The last day on which a document had told of it or of what came of it."""
        counting = [one.row for one in row.follow_ups if one.row in answers and one.score >= TAKEN]
        rows = [row, *map(self.register.get, counting)]
        days = (self._published.get(document) for one in rows if one for document in one.documents)
        return min((day for day in days if day and self._begun(day)), key=edtf.sort_key, default=None)

    def figure(self, row: FigureRow) -> bool:
        begun = self._begun(row.period)
        return self.told(row) if begun is None else begun


def status_of(stages: Iterable[Stage]) -> str | None:
    """What a tie is by its stages: one that is alive goes before one that rests, is meant to be, or is no more."""
    statuses = [stage.status for stage in stages]
    return next((one for one in ("active", "paused", PLANNED, "ended") if one in statuses), None)
