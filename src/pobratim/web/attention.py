"""What waits for a person: contradictions, missing dates, what lapses, what should have been."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from pobratim.model import edtf
from pobratim.register.rows import AgreementRow, DocumentRow, Happening, Register, Row

SOON = timedelta(days=183)
"""How long before its end an agreement is called to mind."""


@dataclass(frozen=True, slots=True)
class Attention:
    """The rows that wait, by reason."""

    contradictions: tuple[Row, ...]
    """The rows on which sources differ."""
    lapsing: tuple[AgreementRow, ...]
    """Agreements whose term ends within half a year."""
    overdue: tuple[Happening, ...]
    """Planned happenings whose day has passed."""
    undated_happenings: tuple[Happening, ...]
    undated_documents: tuple[DocumentRow, ...]

    def __bool__(self) -> bool:
        return bool(
            self.contradictions
            or self.lapsing
            or self.overdue
            or self.undated_happenings
            or self.undated_documents
        )


def attention(register: Register, today: date) -> Attention:
    """Everything that waits on ``today``."""
    differing = dict.fromkeys(conflict.on for conflict in register.conflicts)
    return Attention(
        contradictions=tuple(row for row in map(register.get, differing) if row),
        lapsing=tuple(row for row in register.agreements if _ends_soon(row, today)),
        overdue=tuple(
            row for row in register.happenings if row.status == "planned" and _is_past(row.date, today)
        ),
        undated_happenings=tuple(row for row in register.happenings if not any(edtf.bounds(row.date))),
        undated_documents=tuple(row for row in register.documents if not any(edtf.bounds(row.published))),
    )


def _ends_soon(row: AgreementRow, today: date) -> bool:
    end = edtf.bounds(row.period)[1] if "/" in (row.period or "") else None
    return row.status == "signed" and end is not None and today <= end <= today + SOON


def _is_past(edtf_date: str | None, today: date) -> bool:
    last = edtf.bounds(edtf_date)[1]
    return last is not None and last < today
