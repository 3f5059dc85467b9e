"""What should have been, and of which nobody tells: commitments and planned happenings."""

from __future__ import annotations

from collections.abc import Iterator

from pobratim.model import edtf
from pobratim.register.answers import standing_on
from pobratim.register.attention.item import Case, Item, item
from pobratim.register.naming import heading, names, title
from pobratim.register.rows import Commitment

_OPEN = ("scheduled", "restated", "no news")


def overdue_commitments(case: Case) -> Iterator[Item]:
    """Its term is over, and no source tells what came of it."""
    for row in _open(case):
        if case.is_over(row.due):
            answers = [title(case.register, found) for one in row.follow_ups if (found := case.register.get(one.row))]
            why = f"срок прошёл: {edtf.in_russian(row.due)}; "
            why += f"возможный ответ ждёт проверки: {'; '.join(answers)}" if answers else "известий нет"
            yield item("overdue", row, _what(case, row), why, due=row.due)


def silent_commitments(case: Case) -> Iterator[Item]:
    """Without a term, and nobody has spoken of it for a year."""
    for row in _open(case):
        if row.due is None and standing_on(row, case.today) == "no news":
            why = f"срок не назван, с тех пор известий нет: {edtf.in_russian(row.silent_since)}"
            yield item("silent", row, _what(case, row), why, since=row.silent_since)


def overdue_happenings(case: Case) -> Iterator[Item]:
    """Planned for a day that is over, and nobody tells whether it was held."""
    for row in case.register.happenings:
        if row.status == "planned" and case.is_over(row.date):
            why = "намечено, известий о том, состоялось ли, нет"
            yield item("overdue", row, heading(case.register, row), why, due=row.date)


def _open(case: Case) -> Iterator[Commitment]:
    return (row for row in case.register.commitments if standing_on(row, case.today) in _OPEN)


def _what(case: Case, row: Commitment) -> str:
    actors = names(case.register, row.actors)
    return f"{title(case.register, row)} ({actors})" if actors else title(case.register, row)
