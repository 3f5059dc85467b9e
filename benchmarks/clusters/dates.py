"""Is a date of the register right? A wrong year is worse than none."""

from __future__ import annotations

from typing import Literal

from pobratim.model import edtf

Verdict = Literal["right", "open", "wrong", "wrong year"]
VERDICTS: tuple[Verdict, ...] = ("right", "open", "wrong", "wrong year")
"""The better first."""


def judge(got: str | None, wanted: str | list[str] | None, within: str | None = None) -> Verdict:
    """`open` is what says less than could be known; what says more than can be known is wrong.

    Of several ``wanted`` one is right. ``within`` allows a date in that time, and none.
    """
    if isinstance(wanted, list):
        return min((judge(got, one, within) for one in wanted), key=VERDICTS.index)
    if got == wanted:
        return "right"
    if got is None:
        return "open"
    if wanted is None:
        return _judge_within(got, within)
    if edtf.compatible(got, wanted) and edtf.merge(got, wanted) == wanted:
        return "open"
    if _lies_in(got, wanted) and "/" in wanted:  # a day of several
        return "open"
    return "wrong" if _same_year(got, wanted) else "wrong year"


def _judge_within(got: str, within: str | None) -> Verdict:
    if within is None:
        return "wrong" if edtf.year_of(got) is None else "wrong year"
    if _lies_in(got, within) or (edtf.bounds(got) == (None, None) and edtf.compatible(got, within)):
        return "right"
    return "wrong" if _same_year(got, within) else "wrong year"


def _lies_in(inner: str, outer: str) -> bool:
    first, last = edtf.bounds(inner)
    since, until = edtf.bounds(outer)
    return None not in (first, last, since, until) and since <= first and last <= until  # type: ignore[operator]


def _same_year(a: str, b: str) -> bool:
    """Whether their years agree, or one has none."""
    ours, theirs = edtf.year_of(a), edtf.year_of(b)
    return ours is None or theirs is None or ours == theirs
