"""When two reports tell of one happening: small rules in one list, the first verdict decides.

Rules that part come first, then those that join. An exact day carries more than names; without one the
names must agree and the documents be near each other.
"""

from __future__ import annotations

from datetime import date

from pobratim.model import edtf
from pobratim.register.claims import dated
from pobratim.register.event_blocks import AT_A_PLANT, LATE, MONTH, WEEK
from pobratim.register.event_drafts import NEAR_DAYS, Draft, Window, lacks_year
from pobratim.register.event_weights import SOON, common_parties, weighed
from pobratim.register.identity import Verdict
from pobratim.register.resolving import Rule
from pobratim.register.text import likeness

_ALIKE, _UNLIKE = 0.6, 0.34
"""How much of two titles must agree to be one title, and how little makes them two."""
_YEARS = 1000
"""A number in a title from here on is a year."""
_YEARLY = frozenset({"days", "forum", "other"})
"""Kinds that come back on the same day of every year."""


# ---------------------------------------------------------------- what parts


def told_apart(a: Draft, b: Draft) -> Verdict | None:
    if a.documents & b.documents:
        return Verdict(0.0, "один документ рассказывает о двух событиях")
    return None


def same_sentence(a: Draft, b: Draft) -> Verdict | None:
    """A reprint of a later day reads «вчера» another way; its words are still the same."""
    if a.originals & b.originals and a.sentences & b.sentences:
        return Verdict(0.98, "та же фраза в перепечатке")
    return None


def elsewhere(a: Draft, b: Draft) -> Verdict | None:
    if a.place and b.place and not (a.place & b.around or b.place & a.around):
        return Verdict(0.0, "места различаются")
    return None


def same_number(a: Draft, b: Draft) -> Verdict | None:
    """«XI форум городов-побратимов» and «одиннадцатая встреча побратимов»: the eleventh of these sides is one."""
    return Verdict(0.92, "тот же номер, те же стороны") if _same_number(a, b) else None


def _same_number(a: Draft, b: Draft) -> bool:
    counted = any(number < _YEARS for number in a.numbers & b.numbers)
    if not counted or common_parties(a, b) < 2:
        return False
    return (a.session and b.session) or _core_likeness(a, b) >= _ALIKE


def other_title(a: Draft, b: Draft) -> Verdict | None:
    if a.titles and b.titles and _title_likeness(a, b) < _UNLIKE:
        return Verdict(0.1, "названия различаются")
    if a.numbers and b.numbers and not a.numbers & b.numbers:
        return Verdict(0.05, "номера в названиях различаются")
    return None


def other_day_than_planned(a: Draft, b: Draft) -> Verdict | None:
    """Planned for Tuesday, held on Friday."""
    apart = _days_apart(a, b)
    if a.planned == b.planned or apart is None or not NEAR_DAYS < apart <= WEEK:
        return None
    if common_parties(a, b) < 2 or not (a.participants & b.participants or a.papers & b.papers):
        return None
    return Verdict(0.75, "намечалось на другой день той же недели, те же стороны и участники")


def slip_of_the_pen(a: Draft, b: Draft) -> Verdict | None:
    """Two outlets tell of the same people in the same days, or of the fourth forum, and one prints last year, or a day
    still to come."""
    same_people = a.participants & b.participants and _people_agree(a, b)
    if common_parties(a, b) < 2 or not (same_people or _same_number(a, b)):
        return None
    for report, other in ((a, b), (b, a)):
        if not other.exact or not (report.exact or report.amiss) or (report.exact and _gap(a, b) <= NEAR_DAYS):
            continue
        told = report.reported
        if told is None or not other.window[0] - 1 <= told <= other.window[1] + SOON:
            continue
        if report.amiss or _differ_in_one(report.window[0], other.window[0]):
            what = "тех же участниках" if same_people else "событии с тем же номером"
            return Verdict(0.75, f"рассказано в те же дни о {what}; в одной из дат, видимо, ошибка")
    return None


def other_time(a: Draft, b: Draft) -> Verdict | None:
    if _gap(a, b) > NEAR_DAYS:
        return Verdict(0.0, "даты различаются")
    judged = (a.exact and b.exact) or a.amiss or b.amiss
    if not judged and not edtf.compatible(a.date, b.date):
        return Verdict(0.0, "даты не могут быть одной")
    return None


def told_at_another_time(a: Draft, b: Draft) -> Verdict | None:
    """Two meetings, each told without a day when it was news, are not made one by what is vaguer still."""
    for report, other in ((a, b), (b, a)):
        came_out, days = _came_out(report), other.window if other.exact else _came_out(other)
        if came_out and days and other.participants and _apart(came_out, days) > LATE:
            return Verdict(0.15, "рассказано как новость в разное время")
    return None


def other_parties(a: Draft, b: Draft) -> Verdict | None:
    """A forum of one title and year may be told of by its guests from here and from there.

    Where the same two people met, one source may name the oblast and another its city.
    """
    one_forum = a.kind == "forum" and a.date and b.date and _title_likeness(a, b) >= _ALIKE
    same_people = len(a.participants & b.participants) >= 2
    if a.parties and b.parties and not _parties_agree(a, b) and not one_forum and not same_people:
        return Verdict(0.0, "стороны различаются")
    return None


def other_people(a: Draft, b: Draft) -> Verdict | None:
    """Two meetings of one day: of the mayors, and of their deputies."""
    if a.participants & b.participants:
        return None
    for party in {party for party, _ in a.heads} & {party for party, _ in b.heads}:
        ours = {person for side, person in a.heads if side == party}
        if not ours & {person for side, person in b.heads if side == party}:
            return Verdict(0.1, "одну сторону представляют разные люди")
    return None


# ---------------------------------------------------------------- what joins


def same_text(a: Draft, b: Draft) -> Verdict | None:
    if a.originals & b.originals and _people_agree(a, b):
        return Verdict(0.97, "один документ перепечатывает другой")
    return None


def same_title(a: Draft, b: Draft) -> Verdict | None:
    """«Дни Минска» come back; without a date only «XII форум» tells which it was."""
    if _title_likeness(a, b) < _ALIKE:
        return None
    near = weighed(a, b)
    if not (a.numbers & b.numbers or (_tells_year(a) and _tells_year(b)) or near):
        return None
    if a.exact and b.exact:
        return Verdict(0.95, "то же название, те же дни")
    return _rather(Verdict(0.8, "то же название"), near)


def same_day(a: Draft, b: Draft) -> Verdict | None:
    if not (a.exact and b.exact) or _gap(a, b) > 0:
        return None
    if common_parties(a, b) >= 2:
        return Verdict(0.95, "тот же день, те же стороны")
    if a.participants & b.participants or a.organizations & b.organizations:
        return Verdict(0.92, "тот же день, общие участники")
    if a.place & b.place and _one_within_the_other(a, b):
        return Verdict(0.65, "тот же день, то же место; одна из сторон та же, другую называет один источник")
    return Verdict(0.5, "тот же день, но общего мало")


def neighbouring_day(a: Draft, b: Draft) -> Verdict | None:
    if not (a.exact and b.exact) or common_parties(a, b) < 2 or _of_other_things(a, b):
        return None
    if a.inferred or b.inferred:
        return Verdict(0.91, "дни рядом, один из них выведен, а не назван; те же стороны")
    if a.participants & b.participants:
        return Verdict(0.91, "дни рядом, те же стороны, общие участники")
    return Verdict(0.7, "дни рядом, те же стороны") if not (a.participants and b.participants) else None


def _of_other_things(a: Draft, b: Draft) -> bool:
    """Whether other documents were signed, or another plant was toured: of one stay, but not one happening."""
    if a.kind in AT_A_PLANT:
        return bool(a.organizations and b.organizations and not a.organizations & b.organizations)
    return bool(a.papers and b.papers and not a.papers & b.papers)


def same_paper(a: Draft, b: Draft) -> Verdict | None:
    """A document is signed once."""
    if a.papers & b.papers and common_parties(a, b) >= 2:
        return _rather(Verdict(0.85, "подписан один и тот же документ"), weighed(a, b))
    return None


def day_without_year(a: Draft, b: Draft) -> Verdict | None:
    """«24 июня» of an undated text and 24 June 2025 of a dated one, with the same people, or of the same plant."""
    if not (lacks_year(a) or lacks_year(b)) or a.date is None or b.date is None:
        return None
    people, organizations = a.participants & b.participants, a.organizations & b.organizations
    comes_back = a.kind in _YEARLY and not (a.kind == "other" and people and organizations)
    if comes_back:
        return Verdict(0.4, "тот же день и месяц, но год неизвестен")
    if not (_tells_day(a) and _tells_day(b)):
        fits = _parties_agree(a, b) and len(people) >= 2
        return Verdict(0.65, "один называет год, другой день и месяц; стороны и участники те же") if fits else None
    if (common_parties(a, b) >= 2 and (people or organizations)) or (_parties_agree(a, b) and len(people) >= 2):
        return Verdict(0.75, "тот же день и месяц, те же стороны и участники; другого такого события нет")
    if common_parties(a, b) >= 2 and a.place & b.place and _days_apart(a, b) == 0:
        return Verdict(0.65, "тот же день и месяц, те же стороны и место; другого такого события нет")
    one_day = a.date == b.date or _days_apart(a, b) == 0
    if a.kind == "signing" and common_parties(a, b) >= 2 and one_day and not _of_other_things(a, b):
        return Verdict(0.62, "тот же день и месяц, те же стороны; другого такого подписания нет")
    return Verdict(0.4, "тот же день и месяц, но год неизвестен")


def same_occasion(a: Draft, b: Draft) -> Verdict | None:
    """A document without a date, or of a year, and one that came out when what both speak of last was signed."""
    if _told_to_the_month(a) and _told_to_the_month(b):
        return None
    common = (a.fresh & b.newest) | (b.fresh & a.newest)
    if common and _same_company(a, b) and _is_news(a) and _is_news(b):
        return Verdict(0.7, "те же стороны и участники, речь об одном и том же только что подписанном документе")
    return None


RULES: tuple[Rule[Draft], ...] = (
    told_apart,
    same_sentence,
    elsewhere,
    other_day_than_planned,
    slip_of_the_pen,
    other_time,
    told_at_another_time,
    same_number,
    other_title,
    other_parties,
    other_people,
    same_text,
    same_title,
    same_day,
    neighbouring_day,
    same_paper,
    day_without_year,
    same_occasion,
    weighed,
)


def _rather(one: Verdict, other: Verdict | None) -> Verdict:
    """The likelier of two."""
    return other if other is not None and other.score > one.score else one


def _tells_year(draft: Draft) -> bool:
    return draft.date is not None and not lacks_year(draft)


def _tells_day(draft: Draft) -> bool:
    """Whether it gives a day or a month, be it without a year."""
    return draft.date is not None and (lacks_year(draft) or draft.window[1] - draft.window[0] <= MONTH)


def _gap(a: Draft, b: Draft) -> int:
    """Days between the two windows; 0 where they overlap."""
    return _apart(a.window, b.window)


def _told_to_the_month(draft: Draft) -> bool:
    """Whether its documents tell more of their time than a year."""
    return draft.told is not None and draft.told[1] - draft.told[0] <= MONTH


def _is_news(draft: Draft) -> bool:
    """Whether it may have been within a month of the documents that tell of it, if these have a date."""
    told = draft.told
    return told is None or (draft.window[0] - MONTH <= told[1] and told[0] - MONTH <= draft.window[1])


def _came_out(draft: Draft) -> Window | None:
    """The day on which it was news of somebody, without a date of its own; None where it was not, or nobody knows."""
    report = draft.date is None and draft.participants and draft.reported is not None
    return (draft.reported, draft.reported) if report and draft.reported else None


def _apart(a: Window, b: Window) -> int:
    """Days between two stretches of days; 0 where they overlap."""
    return max(a[0] - b[1], b[0] - a[1], 0)


def _differ_in_one(a: int, b: int) -> bool:
    """Whether two days have another year, month, or day of the month, and all else alike."""
    ours, theirs = date.fromordinal(a), date.fromordinal(b)
    return (ours.year != theirs.year) + (ours.month != theirs.month) + (ours.day != theirs.day) == 1


def _days_apart(a: Draft, b: Draft) -> int | None:
    """Days between the days of both; one without a year counts as of the other's."""
    if a.exact and b.exact:
        return _gap(a, b)
    report, other = (a, b) if lacks_year(a) else (b, a)
    if report.date is None or not lacks_year(report) or not other.exact:
        return None
    there = dated(report.date.replace("XXXX", f"{date.fromordinal(other.window[0]).year:04d}"))
    first, last = edtf.bounds(there)  # of 29 February nothing, where the year has none
    if first is None or first != last:
        return None
    return _apart((first.toordinal(), first.toordinal()), other.window)


def _title_likeness(a: Draft, b: Draft) -> float:
    return max((likeness(x, y) for x in a.titles for y in b.titles), default=0.0)


def _core_likeness(a: Draft, b: Draft) -> float:
    return max((likeness(x, y) for x in a.cores for y in b.cores), default=0.0)


def _parties_agree(a: Draft, b: Draft) -> bool:
    """Whether all parties of the one with fewer are among the other's."""
    return common_parties(a, b) == min(len(a.sides), len(b.sides))


def _one_within_the_other(a: Draft, b: Draft) -> bool:
    """Whether one names some of the sides of the other, and neither names people whom the other does not."""
    sides = a.parties and b.parties and (a.parties <= b.parties or b.parties <= a.parties)
    return bool(sides) and not (a.participants and b.participants)


def _same_company(a: Draft, b: Draft) -> bool:
    """Whether the same sides met: two parties and nobody against it, or two people."""
    by_parties = common_parties(a, b) >= 2 and _parties_agree(a, b) and _people_agree(a, b)
    return by_parties or (_parties_agree(a, b) and len(a.participants & b.participants) >= 2)


def _people_agree(a: Draft, b: Draft) -> bool:
    """Whether the people and the organizations of one contain the other's; naming none is no objection."""
    people = a.participants <= b.participants or b.participants <= a.participants
    return people and (a.organizations <= b.organizations or b.organizations <= a.organizations)
