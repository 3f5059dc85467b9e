"""Agreements over time: which takes the place of which, and what stands on a day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Literal

from pobratim.model import edtf
from pobratim.register.rows import AgreementRow, Register
from pobratim.register.text import likeness

Standing = Literal["planned", "signed", "to begin", "in force", "lapsed", "replaced", "ended"]
"""``signed`` has no term that anybody told."""

_UNLIKE = 0.2
"""Subjects that share less are of two agreements that stand beside each other."""


def with_successors(rows: Iterable[AgreementRow]) -> list[AgreementRow]:
    """The agreements, each with the one whose place it takes.

    That is the last before it of its kind, parties and subject, with a term that began earlier; or the only one that a
    document calls ended («новое заменило подписанное в 2019 году») which tells of no other new one.
    """
    rows = list(rows)
    alike: dict[tuple[str, tuple[str, ...]], list[AgreementRow]] = defaultdict(list)
    for row in rows:
        if row.status in ("signed", "ended") and len(row.parties) > 1:
            alike[row.kind, row.parties].append(row)
    return [replace(row, replaces=_predecessor(row, alike[row.kind, row.parties])) for row in rows]


def _predecessor(row: AgreementRow, others: Sequence[AgreementRow]) -> str | None:
    if row.status != "signed":
        return None
    return _by_term(row, others) or _by_word(row, others)


def _by_term(row: AgreementRow, others: Iterable[AgreementRow]) -> str | None:
    begins = _term(row)[0]
    if begins is None:
        return None
    terms = ((_term(one)[0], one) for one in others)
    earlier = [(first, one.id) for first, one in terms if first and first < begins and _same_subject(one, row)]
    return max(earlier)[1] if earlier else None


def _by_word(row: AgreementRow, others: Sequence[AgreementRow]) -> str | None:
    """The ended one of which a document tells beside this new one, and beside no other new one."""
    ended = [one for one in others if one.status == "ended" and _came_after(row, one)]
    if len(ended) != 1:
        return None
    newer = [one for one in others if one.status == "signed" and _came_after(one, ended[0])]
    return ended[0].id if newer == [row] else None


def _came_after(new: AgreementRow, old: AgreementRow) -> bool:
    """Whether it was signed later, and one document tells of both."""
    before, after = edtf.bounds(old.signed)[1], edtf.bounds(new.signed)[0]
    return bool(before and after and before < after and set(new.documents) & set(old.documents))


def _same_subject(a: AgreementRow, b: AgreementRow) -> bool:
    return not a.subject or not b.subject or likeness(a.subject, b.subject) >= _UNLIKE


def _term(row: AgreementRow) -> tuple[date | None, date | None]:
    return edtf.bounds(row.period)


def successors(register: Register) -> dict[str, AgreementRow]:
    """The agreement that takes the place of another, by the id of that other."""
    found: dict[str, AgreementRow] = {}
    for row in register.agreements:
        if row.replaces and row.status == "signed":
            other = found.get(row.replaces)
            if other is None or (_takes_over(row), row.id) < (_takes_over(other), other.id):
                found[row.replaces] = row
    return found


def _takes_over(row: AgreementRow) -> date:
    """With the first day of its term, else as soon as it is signed."""
    return _term(row)[0] or edtf.bounds(row.signed)[0] or date.min


def standing(row: AgreementRow, successor: AgreementRow | None, day: date) -> Standing:
    """What an officer may rely on that day; the first and the last day of a term count as inside.

    Where only the year or month of its end is known, an agreement lapses with the last day of it.
    """
    if row.status in ("planned", "ended", "lapsed", "replaced"):
        return row.status  # type: ignore[return-value]
    begins, ends = _term(row)
    if successor and _takes_over(successor) <= day:
        return "replaced"
    if ends and ends < day:
        return "lapsed"
    if begins and begins > day:
        return "to begin"
    return "in force" if row.period and edtf.covers(row.period, day) else "signed"


def standings(register: Register, day: date) -> Mapping[str, Standing]:
    """The standing of every agreement, by its id."""
    after = successors(register)
    return {row.id: standing(row, after.get(row.id), day) for row in register.agreements}
