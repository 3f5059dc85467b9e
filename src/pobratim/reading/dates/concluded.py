"""When an undated text was written, as far as it can be concluded from the text itself.

Only where one year is possible: «во вторник, 17 июня» between years that the text tells of as past and as to
come, «форум «Белагро – 2023»» in the lead of news about it.
"""

from __future__ import annotations

import re

from pobratim.model import edtf
from pobratim.reading.dates import words as w
from pobratim.reading.dates.scene import Scene

_LEAD = 3
"""Paragraphs that tell the news itself."""
_FURTHEST = 6
"""More years than these between what is past and what is to come hold a weekday and a day twice."""
_DAY = rf"(?P<day>{w.DAY})\s+(?P<month>{w.MONTH_OF})\b(?!\s+\d{{4}})"
_DATED_WEEKDAYS = (
    re.compile(rf"{w.WEEKDAY_BEFORE}{_DAY}"),  # «во вторник, 17 июня»
    re.compile(rf"\b{_DAY}\s*{w.WEEKDAY_BEHIND}"),  # «17 июня (вторник)»
)
_TODAY = re.compile(
    rf"\bсегодня,?\s+\(?(?:в\s+[а-яё]+,?\s+)?(?P<day>{w.DAY})\s+(?P<month>{w.MONTH_OF})"
    rf"\s+(?P<year>{w.YEAR})\s*{w.YEAR_WORD}"
)
_NAMED = re.compile(r"(?:[–—-]\s*(?=20\d\d\s*[»\"“”])|(?<=[а-яё])-)(?P<year>20\d\d)\b")
_PERIOD = re.compile(rf"(?P<first>{w.YEAR})\s*[–—-]\s*(?P<last>{w.YEAR})")


def concluded(scene: Scene) -> str | None:
    """The day or the year of an undated text as EDTF; None where several years are possible."""
    past, ahead = _years_told(scene)
    return _by_today(scene, past) or _by_weekday(scene, past, ahead) or _by_name(scene, past)


def _by_today(scene: Scene, past: int) -> str | None:
    """«сегодня, 4 апреля 2019 года»: the text names the day on which it was written; not in what somebody said then
    («„Сегодня, 22 июня 1941 года, …“»), nor where it tells of a later year as past."""
    days = set()
    for found in _TODAY.finditer(scene.text):
        before = scene.text[: found.start()]
        if before.count("«") <= before.count("»") and before.count('"') % 2 == 0:
            days.add(f"{found['year']}-{w.month_number(found['month']):02d}-{int(found['day']):02d}")
    day = days.pop() if len(days) == 1 else None
    return day if day is not None and int(day[:4]) >= past and edtf.is_valid(day) else None


def _years_told(scene: Scene) -> tuple[int, int]:
    """The last year told of as past and the first told of as to come; 0 for none."""
    past, ahead = [0], []
    for found in re.finditer(rf"\b({w.YEAR})\s*{w.YEAR_WORD}", scene.text):
        tense = scene.tense(found.start())
        before = scene.text[max(0, found.start() - 12) : found.start()]
        if re.search(r"[–—-]\s*$", before):
            continue  # the end of a period
        if re.search(r"(?:до конца|до|к концу)\s+$", before) or tense > 0:
            ahead.append(int(found[1]))
        elif tense < 0 or re.search(r"\bс\s+$", before):
            past.append(int(found[1]))
    ahead += [int(found["last"]) for found in _PERIOD.finditer(scene.text)]
    return max(past), min(ahead, default=0)


def _by_weekday(scene: Scene, past: int, ahead: int) -> str | None:
    if not past or not past <= ahead <= past + _FURTHEST:
        return None
    fitting = []
    for found in (match for pattern in _DATED_WEEKDAYS for match in pattern.finditer(scene.text)):
        index = w.weekday(found["weekday"])
        month, day = w.month_number(found["month"]), int(found["day"])
        fitting.append({year for year in range(past, ahead + 1) if edtf.falls_on(year, month, day, index)})
    years = set.intersection(*fitting) if fitting else set()
    return f"{years.pop():04d}" if len(years) == 1 else None


def _by_name(scene: Scene, past: int) -> str | None:
    """The year in the name of what the lead tells of as past, where no later year is told of as past."""
    paragraphs = scene.layout.paragraphs[:_LEAD]
    end = paragraphs[-1].end if paragraphs else 0
    years = {
        int(found["year"])
        for found in _NAMED.finditer(scene.text, 0, end)
        if scene.tense(found.start()) < 0
    }
    return f"{max(years):04d}" if len(years) == 1 and max(years) >= past else None
