"""The month of what is told as news without a day: it was just then, if that was not the beginning of a month."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from pobratim.model import edtf
from pobratim.model.reading import Event
from pobratim.register.claims import Claim
from pobratim.register.conflicts import Settled
from pobratim.register.event_drafts import Draft, Window
from pobratim.register.rows import Because

_WEEK, _MONTH = 7, 31
_NEXT = 3
"""Characters between a sentence and the next."""
_DURING = frozenset({"meeting", "signing"})
"""What happens during a visit."""


def with_month_of_news(draft: Draft) -> Draft:
    """The happening; without a date and news of a month it gets that, with the words it follows from."""
    return _settled(draft, month_of_news(draft))


def with_month_of_visit(draft: Draft, by_document: Mapping[str, Sequence[Draft]]) -> Draft:
    """The happening; a visit without a date gets the month of what was news during it."""
    return _settled(draft, month_of_visit(draft, by_document))


Dated = tuple[str, tuple[Because, ...]]
"""A month, and why."""


def month_of_news(draft: Draft) -> Dated | None:
    """Two independent documents of one week tell of it at their head, both after the first week of the month."""
    if not _may_be_of(draft.date) or any(claim.record.status != "held" for claim in draft.claims):
        return None
    first: dict[str, tuple[date, Claim[Event]]] = {}
    for claim in draft.claims:
        day = _day(claim)
        if day and _at_the_head(claim):
            told_before = first.get(claim.source.original, (day, claim))
            first[claim.source.original] = min(told_before, (day, claim), key=_by_day)
    told = sorted(first.values(), key=_by_day)
    if len(told) < 2 or told[0][0].day <= _WEEK or (told[-1][0] - told[0][0]).days > _WEEK:
        return None
    month = _month(told[0][0])
    if month != _month(told[-1][0]) or not _may_be_of(draft.date, month):
        return None
    return month, tuple(
        Because(
            reason=f"сообщено как новость: {edtf.in_russian(day.isoformat())}",
            document=claim.source.id,
            span=claim.record.evidence[0],
        )
        for day, claim in told
    )


def _may_be_of(value: str | None, month: str | None = None) -> bool:
    """Whether no more than the year is known («Ярмарка-2025»), and the month is of that."""
    return value is None or (len(value) == len("2025") and (month is None or month.startswith(value)))


def _at_the_head(claim: Claim[Event]) -> bool:
    """In the first half of the text, or going on with what is told there: what comes last is often long past."""
    half = len(claim.source.document.text) / 2
    start = claim.record.evidence[0][0]
    heads = (one for one in claim.source.records if isinstance(one, Event) and one.evidence[0][0] < half)
    return start < half or any(first <= start <= last + _NEXT for one in heads for first, last in one.evidence)


def month_of_visit(visit: Draft, by_document: Mapping[str, Sequence[Draft]]) -> Dated | None:
    """The month of the talks or the signing during it, as far as these were news of the same document."""
    if visit.kind != "visit" or visit.date is not None or any(one.record.status != "held" for one in visit.claims):
        return None
    months = {_month_of(other.window): other for other in _during(visit, by_document) if _month_of(other.window)}
    if len(months) != 1:
        return None
    month, other = months.popitem()
    assert month and other.date
    claim = next(one for one in other.claims if one.source.id in visit.documents)
    reason = f"во время визита: {edtf.in_russian(other.date)}"
    step = Because(reason=reason, document=claim.source.id, span=claim.record.evidence[0])
    return month, tuple(dict.fromkeys([step, *other.settled.because]))


def _during(visit: Draft, by_document: Mapping[str, Sequence[Draft]]) -> Iterator[Draft]:
    for claim in visit.claims:
        day = _day(claim)
        for other in by_document[claim.source.id] if day else ():
            assert day
            just_then = 0 <= day.toordinal() - other.window[0] <= _MONTH and other.date is not None
            there = other.place & visit.around or visit.place & other.around
            if other.kind in _DURING and just_then and there and other.participants & visit.participants:
                yield other


def _settled(draft: Draft, found: Dated | None) -> Draft:
    if found is None:
        return draft
    first, last = edtf.bounds(found[0])
    assert first and last
    window = first.toordinal(), last.toordinal()
    return replace(draft, settled=Settled(found[0], "inferred", found[1]), window=window)


def _day(claim: Claim[Event]) -> date | None:
    """The day of publication, where it is known to the day."""
    first, last = edtf.bounds(claim.source.published)
    return first if first == last else None


def _by_day(told: tuple[date, Claim[Event]]) -> tuple[date, str]:
    return told[0], told[1].id


def _month(day: date) -> str:
    return f"{day:%Y-%m}"


def _month_of(window: Window) -> str | None:
    """The month in which a stretch of days lies, if it is one."""
    first, last = (date.fromordinal(day) for day in window)
    return _month(first) if _month(first) == _month(last) else None
