"""How much speaks for two reports being of one happening: what they agree and differ in, weighed and added up.

This is the reckoning of record linkage (Fellegi and Sunter): each slot adds the logarithm of how much oftener it agrees
so in two reports of one happening than in reports of two. Rules stand before it; it judges what they have no word for.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from math import exp, log

from pobratim.model import edtf
from pobratim.register.claims import dated
from pobratim.register.event_blocks import AHEAD, AT_A_PLANT, FORTNIGHT, MONTH, WEEK
from pobratim.register.event_drafts import NEAR_DAYS, Draft, Window, lacks_year
from pobratim.register.identity import LIKELY, Verdict

SOON, YEAR = 4, 366
"""Days within which most outlets tell the news; of the longest year."""

Weight = tuple[float, str]
"""What it adds, and in words, why."""

_BEFORE = -2.5
"""Two reports of one kind, company and time that meet are rather two, as long as nothing else is known."""
_LIKELY_ODDS = log(LIKELY / (1 - LIKELY))
_FULL = 5.5
"""So far beyond `LIKELY` the score is the most that it may be; until then a person more tells two matches apart."""


def weighed(a: Draft, b: Draft) -> Verdict | None:
    """The sum as a score; None where nothing tells that they were about one time."""
    if common_parties(a, b) < min(len(a.sides), len(b.sides), 2) or not (common_parties(a, b) or _common_people(a, b)):
        return None
    time = _time(a, b) or _of_no_time(a, b)
    if time is None:
        return None
    points, most, reason = time
    weights = [one for weigh in _WEIGHTS if (one := weigh(a, b)) is not None]
    odds = _BEFORE + points + sum(weight for weight, _ in weights)
    most = max(most, _SURE) if most >= _CLOSE and len(a.participants & b.participants) >= 2 else most
    beyond = odds - _LIKELY_ODDS
    score = 1 / (1 + exp(-odds)) if beyond <= 0 else LIKELY + (most - LIKELY) * min(1.0, beyond / _FULL)
    return Verdict(round(score, 2), "; ".join([reason, *(said for _, said in weights)]))


# ---------------------------------------------------------------- what is weighed


def _sides(a: Draft, b: Draft) -> Weight | None:
    common = common_parties(a, b)
    if common < 2:
        return None
    return (1.5, "те же стороны") if len(a.named & b.named) >= 2 else (1.0, "стороны подходят")


def _people(a: Draft, b: Draft) -> Weight | None:
    common = _common_people(a, b)
    if common:
        return 2.0 * min(common, 2), "общие участники" if common > 1 else "общий участник"
    if a.participants and b.participants and not _each_its_own(a, b):
        return -2.0, "участники разные"
    beside = (a.participants | a.company) & (b.participants | b.company)
    return (1.0, "общие участники в остальных новостях") if beside else None


def _each_its_own(a: Draft, b: Draft) -> bool:
    """Whether each names people of its own side alone: every outlet names its own mayor."""
    ours, theirs = {side for side, _ in a.heads}, {side for side, _ in b.heads}
    return bool(ours and theirs) and not ours & theirs


def _organizations(a: Draft, b: Draft) -> Weight | None:
    if a.organizations & b.organizations:
        return 2.0, "общие организации"
    return (-1.0, "организации разные") if a.organizations and b.organizations else None


def _place(a: Draft, b: Draft) -> Weight | None:
    return (0.5, "то же место") if a.place & b.place else None


_WEIGHTS: tuple[Callable[[Draft, Draft], Weight | None], ...] = (_sides, _people, _organizations, _place)


# ---------------------------------------------------------------- time

_CLOSE, _SURE = 0.88, 0.95
"""The most that a score may be for reports of the same few days, and where two people agree as well."""

Nearness = tuple[float, float, str]
"""What it adds, the most that the score may then be, and why."""


def _time(a: Draft, b: Draft) -> Nearness | None:
    """How near they are in time; None where they are not, or nobody can tell."""
    if a.day or b.day:
        return _coarse(a, b) or _day_of_the_year(a, b) or _day_of_the_year(b, a)
    ours, theirs = _days(a), _days(b)
    if ours and theirs:
        gap = _gap(ours, theirs)
        return (3.0, _CLOSE, "дни рядом") if gap <= NEAR_DAYS else None
    if ours or theirs:
        days, other = (ours, b) if ours else (theirs, a)
        assert days
        return _news_of(other, days) or _coarse(a, b)
    return _of_one_news(a, b) or _coarse(a, b) or _day_of_the_year(a, b) or _day_of_the_year(b, a)


def _news_of(draft: Draft, days: Window) -> Nearness | None:
    """A report that gives no day, and the days of another."""
    if not _may_be_news(draft):
        return None
    first, last = days
    if draft.reported is not None:
        if draft.reported >= first - 1 and draft.reported - last <= SOON:
            return 3.0, _CLOSE, "рассказано в те же дни"
        if draft.reported >= first - 1 and draft.reported - last <= FORTNIGHT:
            return 2.0, 0.85, "рассказано вскоре после этих дней"
    elif draft.announced is not None and -1 <= first - draft.announced <= AHEAD:
        return 1.5, 0.8, "сообщалось, что предстоит, незадолго до этих дней"
    return None


def _of_one_news(a: Draft, b: Draft) -> Nearness | None:
    """Two reports without days."""
    if not (_may_be_news(a) and _may_be_news(b)):
        return None
    if a.reported is not None and b.reported is not None:
        gap = abs(a.reported - b.reported)
        if gap <= SOON:
            return 3.0, _CLOSE, "рассказано в одни дни"
        return (2.0, 0.85, "рассказано в течение недели") if gap <= WEEK else None
    if a.reported is None and b.reported is None:
        if a.announced is None or b.announced is None or abs(a.announced - b.announced) > MONTH:
            return None
        return 1.5, 0.8, "в один месяц сообщалось, что предстоит"
    planned, held = (a, b) if a.reported is None else (b, a)
    if planned.announced is None or held.reported is None or not -1 <= held.reported - planned.announced <= AHEAD:
        return None
    return 1.5, 0.8, "сообщалось, что предстоит, и вскоре — что состоялось"


def _coarse(a: Draft, b: Draft) -> Nearness | None:
    """«В мае», «в 2019 году» and what else may be of that time."""
    for report, other in ((a, b), (b, a)):
        if report.date is None and report.told is not None and other.date is not None and not lacks_year(other):
            first, last = report.told[0] - FORTNIGHT, report.told[1]
            wider = max(last - report.told[0], other.window[1] - other.window[0])
            in_time = first <= other.window[1] and other.window[0] <= last
            return _within(wider, "рассказано в те же недели") if in_time else None
    if a.date is None or b.date is None or lacks_year(a) or lacks_year(b):
        return None
    return _within(max(a.window[1] - a.window[0], b.window[1] - b.window[0]), "тот же месяц")


def _day_of_the_year(draft: Draft, other: Draft) -> Nearness | None:
    """«24 июня», and a report that came out about that day of its year; or its document came out on a 24 June."""
    if draft.date is None and draft.day is not None and not draft.planned:
        days = _days(other) or (_reported(other) if other.date is None else None)
        told = _in_year(draft.day, days[0]) if days else None
        if days and told is not None and days[0] - 1 <= told <= days[1] + SOON:
            return 2.0, 0.8, "рассказано в те же дни; год сообщения не указан"
        return None
    if not lacks_year(draft) or other.date is not None or other.reported is None or draft.date is None:
        return None
    first = _in_year(draft.date, other.reported)
    if first is None or not 0 <= other.reported - first <= FORTNIGHT:
        return None
    return 2.0, 0.8, "рассказано вскоре после того же дня и месяца; год не указан"


def _reported(draft: Draft) -> Window | None:
    return (draft.reported, draft.reported) if draft.reported is not None else None


def _in_year(day: str, near: int) -> int | None:
    """A day without a year («XXXX-06-24»), in the year of another day; None of 29 February where it has none."""
    first, _ = edtf.bounds(dated(day.replace("XXXX", f"{date.fromordinal(near).year:04d}")))
    return first.toordinal() if first else None


def _of_no_time(a: Draft, b: Draft) -> Nearness | None:
    """A visit during which, by both reports, the same document was signed, and neither gives a day.

    «Делегация побывала на заводе», without a day and long after: there are few who go to one plant.

    What a dated document tells beside other news of the same sides is news of that day.
    """
    if a.beside_papers & b.beside_papers and a.participants & b.participants:
        return 1.5, 0.75, "дня нет, но рядом рассказано о подписании одного и того же документа"
    looks_back = any(one.date is None and not (one.accompanied and one.reported is not None) for one in (a, b))
    if looks_back and a.kind in AT_A_PLANT and a.organizations & b.organizations:
        return 0.0, 0.7, "дня нет, но организация та же; другого такого события нет"
    return None


def _within(days: int, of_month: str) -> Nearness | None:
    """The nearness of what is known to so many days; nothing where that is more than a year."""
    if days <= MONTH:
        return 2.0, 0.8, of_month
    return (1.5, 0.75, "тот же год") if days <= YEAR else None


def _days(draft: Draft) -> Window | None:
    """Its days, else those of what is told beside it."""
    return draft.window if draft.exact else draft.beside


def _may_be_news(draft: Draft) -> bool:
    """Whether it gives no date, or one that does not part it from the days on which it was told."""
    if draft.date is None or draft.amiss:
        return True
    told = draft.reported if draft.reported is not None else draft.announced
    if told is None or draft.window[1] - draft.window[0] > MONTH:
        return False
    return draft.window[0] <= told + AHEAD and told - FORTNIGHT <= draft.window[1]


def _gap(a: Window, b: Window) -> int:
    return max(a[0] - b[1], b[0] - a[1], 0)


def _common_people(a: Draft, b: Draft) -> int:
    return len(a.participants & b.participants)


def common_parties(a: Draft, b: Draft) -> int:
    """Parties of one that are, contain or lie in a party of the other."""
    fewer, more = sorted((a.sides, b.sides), key=len)
    agreeing = sum(
        p in more or any(p in around or q in side for q, around in more.items()) for p, side in fewer.items()
    )
    return agreeing + (agreeing < len(fewer) and (_by_its_region(a, b) or _by_its_region(b, a)))


def _by_its_region(a: Draft, b: Draft) -> bool:
    """Whether ``b`` names the oblast of a city that ``a`` names, and both name who serves that city."""
    if not b.wide:
        return False
    people = a.participants & b.participants
    return any(
        region in b.wide and party not in b.parties and any((party, person) in a.heads for person in people)
        for party, region in a.regions
    )
