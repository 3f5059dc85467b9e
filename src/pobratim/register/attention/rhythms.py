"""Ties that sleep longer than their own rhythm."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from statistics import median

from pobratim.model import edtf
from pobratim.register.attention.item import Case, Item, days_between
from pobratim.register.naming import counted, heading
from pobratim.register.rows import AgreementRow, Happening, Tie

LEAST = 365
"""Days: within a year no tie is asleep."""
TIMES = 2
"""How many of its usual gaps a tie may be silent."""
_ONE_OCCASION = 14
"""Days: a visit, the meetings during it and what was signed there are one contact."""
_EXACT = 31
"""Days: what is dated less exactly than to a month tells nothing of a rhythm."""

_CONTACTS = ("известный контакт", "известных контакта", "известных контактов")


def asleep(case: Case) -> Iterator[Item]:
    """The last contact lies further back than a year and than twice the median gap between contacts.

    Contacts are what was held and what was signed. A single contact has no rhythm: only where the places are twins or
    partners is a year of silence told. What is paused, ended, or has something planned ahead does not sleep.
    """
    for row in case.register.ties:
        pair = frozenset(row.parties)
        if row.status in ("paused", "ended") or _planned_ahead(case, pair):
            continue
        rows: list[Happening | AgreementRow] = [*case.held.get(pair, ()), *case.signed.get(pair, ())]
        rhythm = _rhythm([_Contact(one, _day(case, one)) for one in rows], case.today)
        if rhythm is None or (rhythm.gap is None and row.status != "active"):
            continue
        silent = days_between(rhythm.last, case.today)
        if silent > max(LEAST, TIMES * (rhythm.gap or 0)):
            yield _item(case, row, rhythm, silent)


@dataclass(frozen=True)
class _Contact:
    row: Happening | AgreementRow
    day: str | None

    @property
    def last(self) -> date | None:
        """The last day on which it may have been."""
        return edtf.bounds(self.day)[1]

    @property
    def is_exact(self) -> bool:
        first, last = edtf.bounds(self.day)
        return first is not None and last is not None and days_between(first, last) <= _EXACT


@dataclass(frozen=True)
class _Rhythm:
    """When a tie was last in touch, and how long it usually is between two contacts."""

    last: date
    contact: _Contact
    contacts: int
    gap: int | None
    """Days, the median; None of a single contact."""


def _day(case: Case, row: Happening | AgreementRow) -> str | None:
    """Its own day; where nobody tells its year, it was before the first document that tells of it."""
    own = row.date if isinstance(row, Happening) else row.signed
    if any(edtf.bounds(own)):
        return own
    told = edtf.bounds(case.first_told(row.documents))[1]
    return f"../{told}" if told else None


def _rhythm(contacts: Sequence[_Contact], today: date) -> _Rhythm | None:
    """The rhythm of what was held and signed; None where nothing of it is dated. Doubtful days count as late."""
    dated = [(last, one.row.id, one) for one in contacts if (last := one.last) is not None and last <= today]
    if not dated:
        return None
    last, _, latest = max(dated, key=lambda one: one[:2])
    occasions: list[date] = []
    for day in sorted(day for day, _, one in dated if one.is_exact):
        if not occasions or days_between(occasions[-1], day) > _ONE_OCCASION:
            occasions.append(day)
    gaps = [days_between(one, other) for one, other in pairwise(occasions)]
    return _Rhythm(last, latest, len(occasions), int(median(gaps)) if gaps else None)


def _planned_ahead(case: Case, pair: frozenset[str]) -> bool:
    return any(not case.is_over(row.date) for row in case.planned.get(pair, ()) if any(edtf.bounds(row.date)))


def _item(case: Case, row: Tie, rhythm: _Rhythm, silent: int) -> Item:
    day, contact = rhythm.contact.day, rhythm.contact.row
    why = f"последний известный контакт — {edtf.in_russian(day)}, с тех пор прошло {_lasting(silent)}"
    if rhythm.gap is not None:
        why += f"; обычный промежуток — {_lasting(rhythm.gap)} ({counted(rhythm.contacts, *_CONTACTS)})"
    return Item(
        kind="asleep", row=row.id, what=heading(case.register, row), why=why, since=day,
        evidence=contact.evidence, documents=contact.documents,
    )


def _lasting(days: int) -> str:
    """«40 дней», «7 месяцев», «3 года»: what has passed in full, as one says it."""
    if days < 60:
        return counted(days, "день", "дня", "дней")
    if days < 730:
        return counted(int((days + 1) / 30.44), "месяц", "месяца", "месяцев")
    return counted(int((days + 1) / 365.25), "год", "года", "лет")
