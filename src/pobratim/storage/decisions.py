"""What people decided, kept for good; undoing closes a decision, and the register is as if it had never been."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING

from pobratim.model.errors import NotFound
from pobratim.register.decisions import Act, Decision, act_from_dict, act_to_dict, check
from pobratim.register.identity import Judgement
from pobratim.storage import sql

if TYPE_CHECKING:
    from pobratim.storage import models


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A decision in the journal, and by whom, when and why it was undone."""

    decision: Decision
    undone_by: str | None = None
    undone_at: str | None = None
    undone_why: str | None = None


def decide(act: Act, *, by: str, at: datetime, why: str = "") -> int:
    """Keep a decision; its number. Raises ValueError, in Russian, where the act cannot be meant.

    The rows change with the next derivation.
    """
    from pobratim.storage import models

    check(act)
    row = models.Decision.objects.create(act=act_to_dict(act), by=by, at=_in_utc(at), why=why)
    return int(row.number)


def undo(number: int, *, by: str, at: datetime, why: str = "") -> None:
    """Close a decision. Raises NotFound where there is none of that number that still holds."""
    from pobratim.storage import models

    standing = models.Decision.objects.filter(number=number, undone_at=None)
    if not standing.update(undone_by=by, undone_at=_in_utc(at), undone_why=why):
        raise NotFound(f"решения № {number} нет или оно уже отменено; все решения: pobratim decide journal")


def standing_decisions(about: str | None = None) -> list[Decision]:
    """The decisions that hold, in their order: all, or those on claims of the document ``about``."""
    from django.db.models import JSONField
    from django.db.models.functions import Cast

    from pobratim.storage import models

    rows = models.Decision.objects.filter(undone_at=None).order_by("number")
    if about:  # PostgreSQL keeps the act as text, letter by letter
        rows = rows.annotate(told=Cast("act", JSONField())).filter(told__claim__document=about)
    return [_decision(row) for row in rows]


def standing_numbers() -> list[int]:
    """The numbers of the decisions that hold, in their order."""
    return [number for number, in sql.rows(  # asked with every change
        "SELECT number FROM storage_decision WHERE undone_at IS NULL ORDER BY number"
    )]  # fmt: skip


def journal(first: int = 0, count: int | None = None) -> list[Entry]:
    """All decisions ever made, the newest first; or ``count`` of them after the ``first``."""
    from pobratim.storage import models

    rows = models.Decision.objects.order_by("-number")
    return [_entry(row) for row in rows[first : None if count is None else first + count]]


def decision(number: int) -> Entry:
    """The decision of that number, undone or not. Raises NotFound."""
    from pobratim.storage import models

    row = models.Decision.objects.filter(number=number).first()
    if row is None:
        raise NotFound(f"решения № {number} нет; все решения — в журнале")
    return _entry(row)


def count_decisions(*, by: str | None = None, since: date | None = None, held: bool = False) -> int:
    """How many decisions were made: by all or by one, ever or since the day ``since`` of this machine's clock.

    ``held`` leaves out those that were undone.
    """
    from pobratim.storage import models

    rows = models.Decision.objects.all()
    if by is not None:
        rows = rows.filter(by=by)
    if since is not None:
        rows = rows.filter(at__gte=_in_utc(datetime.combine(since, time())))
    if held:
        rows = rows.filter(undone_at=None)
    return rows.count()


def last_decision(by: str) -> Entry | None:
    """The newest decision of a person that holds."""
    from pobratim.storage import models

    row = models.Decision.objects.filter(by=by, undone_at=None).order_by("-number").first()
    return _entry(row) if row else None


def undone(count: int) -> list[Entry]:
    """The decisions undone last, at most ``count``."""
    from pobratim.storage import models

    rows = models.Decision.objects.exclude(undone_at=None).order_by("-undone_at", "-number")
    return [_entry(row) for row in rows[:count]]


def judgements(*kinds: str) -> list[Judgement]:
    """The judgements of the last derivation, all or those of some kinds (``same``, ``different``, ``unsure``)."""
    from pobratim.storage import models

    rows = models.Judgement.objects.all()
    found = [as_judgement(row) for row in (rows.filter(judgement__in=kinds) if kinds else rows)]
    return sorted(found, key=lambda one: (one.left, one.right, one.by, one.judgement))


def as_judgement(row: models.Judgement) -> Judgement:
    """The judgement that was stored in ``row``."""
    return Judgement(
        left=row.left,
        right=row.right,
        judgement=row.judgement,
        score=row.score,
        reasons=tuple(row.reasons),
        by=row.by,
    )


def add_judgements(new: Iterable[Judgement]) -> None:
    """Store judgements that are not stored."""
    sql.insert("storage_judgement", _JUDGED, [*map(_judged, new)])


def remove_judgements(gone: Iterable[Judgement]) -> None:
    """Take stored judgements away."""
    same = " AND ".join(f"{column} = %s" for column in _JUDGED)
    sql.run_each(f"DELETE FROM storage_judgement WHERE {same}", [*map(_judged, gone)])


_JUDGED = ('"left"', '"right"', "judgement", "score", "reasons", "by")


def _judged(one: Judgement) -> tuple[object, ...]:
    return one.left, one.right, one.judgement, one.score, sql.as_json(one.reasons), one.by


def _in_utc(at: datetime) -> datetime:
    """As the table keeps times; a time without a zone is local."""
    return at.astimezone(UTC).replace(tzinfo=None)


def _iso(at: datetime) -> str:
    return at.replace(tzinfo=UTC).isoformat()


def _entry(row: models.Decision) -> Entry:
    return Entry(
        decision=_decision(row),
        undone_by=row.undone_by,
        undone_at=_iso(row.undone_at) if row.undone_at else None,
        undone_why=row.undone_why,
    )


def _decision(row: models.Decision) -> Decision:
    return Decision(number=row.number, act=act_from_dict(row.act), by=row.by, at=_iso(row.at), why=row.why)
