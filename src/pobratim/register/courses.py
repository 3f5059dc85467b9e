"""Statuses over time: what documents told of a thing, turn by turn."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import groupby
from typing import Any

from pobratim.model import edtf
from pobratim.register.claims import Claim
from pobratim.register.evidence import documents_of
from pobratim.register.rows import Turn

PLANNED = "planned"
_ENDINGS = frozenset({"ended", "paused", "cancelled"})


def course_of(claims: Iterable[Claim[Any]]) -> tuple[Turn, ...]:
    """The turns of what the claims call their status, the earlier first; the last is what holds.

    A plan counts only until a document says that it came about. A document without a date tells of an end after
    all others, of anything else before them.
    """
    told = sorted(claims, key=_told)
    done = [index for index, claim in enumerate(told) if claim.record.status != PLANNED]
    if done:
        told = told[: done[0]] + [claim for claim in told[done[0] :] if claim.record.status != PLANNED]
    return tuple(_turn(status, list(group)) for status, group in groupby(told, key=lambda one: one.record.status))


def _told(claim: Claim[Any]) -> tuple[int, bool, str]:
    """Of one day an end comes last: a document that tells of it tells of the signing too."""
    ends = claim.record.status in _ENDINGS
    first, last = edtf.bounds(claim.source.published)
    day = first or last
    if day is None:
        return (date.max if ends else date.min).toordinal(), ends, claim.id
    return day.toordinal(), ends, claim.id


def _turn(status: str, claims: list[Claim[Any]]) -> Turn:
    days = [one for claim in claims if (one := claim.source.published) and any(edtf.bounds(one))]
    return Turn(
        status=status,
        first=days[0] if days else None,
        last=days[-1] if days else None,
        documents=documents_of(claims),
    )
