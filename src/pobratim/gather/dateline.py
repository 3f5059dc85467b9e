"""The day on which an article says it came out.

Only a line that is a dateline counts: «19 ноября 2025, Минск», «Дата публикации: 12.03.2024 16:44»,
«МИНСК, 19 ноября 2025 г. — …», «Телеканал «Заречье», 19 ноября 2025». A date inside the story is the
story's, and a day without its year stays unsaid: a wrong date is worse than none.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from functools import cache

from pobratim.gather.tables import issues, months, pattern

_HEAD = 5
"""Paragraphs from the top among which a dateline stands."""
_OPENING = 3
"""Paragraphs from the top of which one may begin with it."""
_TAIL = 4
"""Paragraphs from the end among which a labelled one may stand too."""
_LONGEST = 160
"""Characters of a line that are looked at."""
_EARLIEST, _LATEST = 1900, 2100

_TIME = r"(?:[вў] )?\d{1,2}[:.]\d{2}(?::\d{2})?(?: ?(?:мск|msk|\(мск\)))?"
_PLACE = r"(?-i:(?:г\. ?)?[А-ЯЁЎІA-Z][\w’'-]+(?:[ -][А-ЯЁЎІA-Z][\w’'-]+)?)"
_AGENCY = r"[/(][^/()]{2,40}[/)]"
_BETWEEN = r"(?: ?[,|/•·—–-] ?| )?"
_FEW = "{0,4}"
"""Of anything that may stand around a date; more, and a long odd line would take long to refuse."""


def published(lines: list[str]) -> str | None:
    """The day of publication as EDTF, if the article's paragraphs state one and only one.

    A monthly gives a month: «Районная газета. Июнь 2025 года».
    """
    labelled = _days(_head_and_tail(lines), (_labelled("published"),))
    if labelled:
        return _single(labelled)
    lines = [line for number, line in enumerate(lines[:_HEAD]) if not beside_weather(lines, number)]
    alone = _days(lines, (_alone(), _issue()))
    return _single(alone or _days(lines[:_OPENING], _openings()))


_WEATHER = re.compile(
    r"[+−–-]?\s?\d{1,2}(?:[.,]\d)?\s?°?\s?[CС]|[+−–-]?\s?\d{1,2}\s?°|(?:USD|EUR|[$€])\s?\d[\d.,]*|\d[\d.,]*\s?[$€₽]"
)
"""«-1.8 C», «USD 92,50» alone on a line."""
_WEEKDAY = re.compile(r"\s*(?:понедельник|вторник|среда|четверг|пятница|суббота|воскресенье)\b", re.I)
_BESIDE = 2
"""Lines around a date in which they stand."""


def beside_weather(lines: list[str], number: int) -> bool:
    """Does weather or a rate stand beside the line that begins with a weekday, as in a head of a page that shows
    whoever opens it today's date?"""
    if _WEEKDAY.match(lines[number]) is None:
        return False
    near = lines[max(0, number - _BESIDE) : number + _BESIDE + 1]
    return any(_WEATHER.fullmatch(line.strip()) for line in near)


def modified(lines: list[str]) -> str | None:
    """The day of the last change as EDTF, where a line says «Обновлено: …»."""
    return _single(_days(_head_and_tail(lines), (_labelled("modified"),)))


def outlet(lines: list[str]) -> str | None:
    """The outlet that a dateline names: «Телеканал «Заречье», 8 июня 2024»."""
    for line in lines[:_HEAD]:
        for known in (_alone(), _issue()):
            if (match := known.match(line)) and (name := match.groupdict().get("outlet")):
                return name
    return None


def day_of(text: str) -> str | None:
    """The day that a short text (a page's date element, say) consists of, as EDTF."""
    return _single(_days([text.strip()], (_alone(), _labelled("published"))))


def is_dateline(line: str) -> bool:
    """Whether the line says when the article came out or changed and nothing else."""
    patterns = (_alone(), _issue(), _labelled("published"), _labelled("modified"))
    return len(line) <= _LONGEST and any(known.match(line) for known in patterns)


def _head_and_tail(lines: list[str]) -> list[str]:
    return lines[:_HEAD] + lines[_HEAD:][-_TAIL:]


def _single(days: set[str]) -> str | None:
    return next(iter(days)) if len(days) == 1 else None


def _days(lines: Iterable[str], patterns: Iterable[re.Pattern[str]]) -> set[str]:
    """The days in the lines that one of the patterns fits at their beginning."""
    matches = (pattern.match(line[:_LONGEST]) for line in lines for pattern in patterns)
    return {day for match in matches if match and (day := _edtf(match["date"]))}


def _edtf(date: str) -> str | None:
    """«19 ноября 2025», «19.11.2025», «июнь 2025» as the calendar has it; None if it has no such day."""
    if "/" in date and int(date.split("/")[0]) <= 12:
        return None  # 05/06/2024 may be an American's sixth of May
    parts = re.findall(r"\w+", date)
    if len(parts) == 2:
        return f"{parts[1]}-{issues()[parts[0].lower()]:02}"
    if len(parts[0]) == 4:
        parts.reverse()
    month = months().get(parts[1].lower()) or int(parts[1])
    day, year = int(parts[0]), int(parts[2])
    try:
        return datetime.date(year, month, day).isoformat() if _EARLIEST <= year <= _LATEST else None
    except ValueError:
        return None


@cache
def _date() -> str:
    """A day with month and year in any of the usual forms."""
    names = "|".join(sorted(months(), key=len, reverse=True))
    forms = (
        rf"\d{{1,2}} (?:{names})\.?,? \d{{4}}",
        r"\d{1,2}\.\d{1,2}\.\d{4}",
        r"\d{1,2}/\d{1,2}/\d{4}",
        r"\d{4}-\d{2}-\d{2}",
    )
    # «1 июня 202212:58»: some pages glue the time to the year
    return rf"(?P<date>{'|'.join(forms)})(?=\D|\d\d:\d\d|$)(?: ?(?:г\.|года|год|г|р\.|року)(?!\w))?"


@cache
def _around() -> tuple[str, str]:
    """What may stand before the date, «Среда, », «16:44 », «Минск, », and after it, «, Минск», « | 16:44»."""
    weekday = rf"(?:{pattern('weekdays')})"
    before = rf"(?:{weekday}{_BETWEEN}|{_TIME}{_BETWEEN}|{_PLACE}[.,] ){_FEW}"
    after = (
        rf"{_BETWEEN}{_TIME}(?: {_PLACE})?",  # the rubric stands after the time
        rf"T{_TIME}\S*",
        rf"{_BETWEEN}\(?{weekday}\)?",
        rf" ?[,|•·—–-] ?{_PLACE}",
        rf" ?{_AGENCY}",
    )
    return before, rf"(?:{'|'.join(after)}){_FEW}"


@cache
def _outlet() -> str:
    """«Телеканал «Заречье», », «Районная газета. »."""
    name = rf"(?:[\w-]+ ){{0,2}}(?:{pattern('outlet')})(?: [\w-]+){{0,2}}(?: ?«[^«»]{{2,40}}»)?"
    return rf"(?P<outlet>{name}|«[^«»]{{2,40}}»)[.,|] ?"


@cache
def _alone() -> re.Pattern[str]:
    """«Среда, 19 ноября 2025, 16:44 | Минск», «Минск. 19.11.2025», «Телеканал «Заречье», 8 июня 2024»."""
    before, after = _around()
    return re.compile(rf"(?:{_outlet()})?{before}{_date()}{after}\.?$", re.IGNORECASE)


@cache
def _issue() -> re.Pattern[str]:
    """«Районная газета. Июнь 2025 года»: without an outlet it might head a chapter of a plan."""
    month = "|".join(issues())
    return re.compile(
        rf"{_outlet()}(?P<date>(?:{month}) (?:19|20)\d{{2}})(?: года| г\.)?\.?$", re.IGNORECASE
    )


@cache
def _labelled(label: str) -> re.Pattern[str]:
    """«Дата публикации: 12.03.2024», «Опубликовано 12 марта 2024 в 10:00 | Анна Примерова»."""
    before, after = _around()
    rest = r"(?:\s*[|•/·,;(].{0,60})?\.?$"
    return re.compile(rf"(?:{pattern(label)}) ?[:—–-]? ?{before}{_date()}{after}{rest}", re.IGNORECASE)


@cache
def _openings() -> tuple[re.Pattern[str], ...]:
    """«МИНСК, 19 ноября 2025 г. — …», «19 ноября 2025, Минск /Корр. БЕЛТА/. …»: before the first sentence."""
    end = rf"(?: ?{_AGENCY})?(?:\.| ?[—–-]) (?=\S)"
    return (
        re.compile(rf"{_PLACE}(?: область| край)?[.,] {_date()}{end}", re.IGNORECASE),
        re.compile(rf"{_date()}, {_PLACE}{end}", re.IGNORECASE),
    )
