"""Where a report can meet others of its happening: by company (two sides, or two people) and time, by words, by text.

What cannot be one by its time never meets, so the work does not grow with the years of a tie.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from datetime import date
from itertools import combinations, product

from pobratim.register.event_drafts import ANY_DAY, NEAR_DAYS, Draft, lacks_year
from pobratim.register.resolving import Block

WEEK, FORTNIGHT, MONTH, AHEAD, LATE = 7, 14, 31, 45, 45
"""Days: within which outlets tell news, and late ones; a month; from plan to deed; after which it is another."""
AT_A_PLANT = frozenset({"tour", "other"})
"""Kinds of which few are with one organization."""
_DAYS = 31
"""Days of a stretch in which reports meet: about as long as news are told of."""
_OWN, _WIDER = True, False


def blocks(draft: Draft) -> Iterator[Block]:
    """The blocks of a report.

    Reports of one company meet about the time of their days and of their news, those that give a month or a year in the
    years that they may mean, and whoever tells no time at all looks among all. About the time of the days, who names
    the country meets who names the city.
    """
    times, years = frozenset(_times(draft)), tuple(_years(draft))
    coarse = _is_coarse(draft)
    timeless = not years or lacks_year(draft)
    for company, own in dict(_companies(draft)).items():
        yield from (Block(("time", draft.kind, company, time), seeks=own) for time in times)
        if own:
            yield Block(("all", draft.kind, company), seeks=timeless)
            yield from (Block(("year", draft.kind, company, year), seeks=coarse) for year in years)
    if draft.exact:
        yield from _of_the_day(draft)
    if draft.kind in AT_A_PLANT:
        for organization in draft.organizations:
            yield Block(("plant", draft.kind, organization), seeks=draft.date is None)
    for original in draft.originals:
        yield Block(("text", draft.kind, original))
    for title in draft.titles:
        yield Block(("title", draft.kind, title))
    for paper in draft.papers:
        yield Block(("paper", draft.kind, paper))
    for number in draft.numbers:
        yield from (Block(("number", draft.kind, number, side)) for side in _all_sides(draft))


def _companies(draft: Draft) -> Iterator[tuple[Hashable, bool]]:
    """Pairs of its parties and of its people (True), and of the countries around the parties (False).

    Who names but one of them, or its country or region instead, looks by side and person, or by the person alone, among
    all.
    """
    for left, right in combinations(sorted(draft.parties), 2):
        for a, b in product(sorted(draft.sides[left]), sorted(draft.sides[right])):
            yield (min(a, b), max(a, b)), _OWN if (a, b) == (left, right) else _WIDER
    for people in combinations(sorted(draft.participants), 2):
        yield people, _OWN
    vague = len(draft.parties) < 2 or bool(draft.wide) or any(len(side) == 1 for side in draft.sides.values())
    for person, side in product(sorted(draft.participants), sorted(draft.parties)):
        yield from (((around, person), vague) for around in sorted(draft.sides[side]))
    for person in sorted(draft.participants):
        yield person, not draft.parties and len(draft.participants) < 2


def _of_the_day(draft: Draft) -> Iterator[Block]:
    """Exact days meet by person, by one side where no second is known, by organization where none is."""
    lonely = len(draft.parties) < 2
    for time in _span(draft.window[0], draft.window[1] + NEAR_DAYS):
        yield from (Block(("day", draft.kind, party, time), seeks=lonely) for party in draft.parties)
        yield from (Block(("day", draft.kind, person, time)) for person in draft.participants)
        if not draft.parties:
            yield from (Block(("day", draft.kind, one, time)) for one in draft.organizations)


def _all_sides(draft: Draft) -> frozenset[str]:
    return frozenset(draft.sides).union(*draft.sides.values())


def _is_coarse(draft: Draft) -> bool:
    """Whether it gives a time, but no days («в мае», «в 2019 году»), or only its document does."""
    told = draft.told
    return not draft.exact and (draft.date is not None or (told is not None and told[1] - told[0] > MONTH))


def _times(draft: Draft) -> Iterator[int]:
    """The stretches of its days, and those in which it may have been news."""
    if draft.exact:
        yield from _span(draft.window[0], draft.window[1] + NEAR_DAYS)
    if draft.beside is not None:
        yield from _span(draft.beside[0], draft.beside[1] + NEAR_DAYS)
    if draft.told is None or _is_coarse(draft):
        return
    for day in draft.told:
        if not draft.exact or draft.amiss or draft.participants or _about(draft.window, day):
            yield from _span(day - FORTNIGHT, day + WEEK)
    if draft.announced is not None and not draft.exact:
        yield from _span(draft.announced, draft.announced + AHEAD)


def _about(days: tuple[int, int], day: int) -> bool:
    return days[0] - MONTH <= day <= days[1] + MONTH


def _years(draft: Draft) -> Iterator[int]:
    """The years in which it may have been, as far as its dates or its documents bound them."""
    stretch = draft.window if draft.date is not None else draft.told
    if stretch is not None and stretch[0] > ANY_DAY[0] and stretch[1] < ANY_DAY[1]:
        first, last = (date.fromordinal(day).year for day in (stretch[0] - FORTNIGHT, stretch[1] + FORTNIGHT))
        yield from range(first, last + 1)


def _span(first: int, last: int) -> range:
    return range(first // _DAYS, last // _DAYS + 1)
