"""Days counted from a day that the text named before: «на следующий день», «во второй день визита»."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from pobratim.reading.dates import days
from pobratim.reading.dates import words as w
from pobratim.reading.dates.scene import Scene, Value, inferred, is_name
from pobratim.reading.text.segments import Sentence

_REACH = 3
"""Sentences back in which the day is looked for."""
_LEAP, _COMMON = 2024, 2023
_UNTIL = re.compile(r"\b(?:до|к|не\s+позднее)\s+$")
"""«до 1 декабря»: a term, no day on which anything was told to happen."""

NEXT_DAY = re.compile(r"\bна\s+(?:следующий|другой)\s+день\b|\bдн[её]м\s+позже\b|\bна\s+следующее\s+утро\b")
SAME_DAY = re.compile(r"\bв\s+(?:тот|этот)\s+же\s+день\b|\bтогда\s+же\b")
NUMBERED_DAY = re.compile(
    rf"\bво?\s+(?P<number>{w.ORDINAL}|заключительный|последний)\s+день\b"
    r"(?!\s+(?:недели|месяца|года|лета|зимы|весны|осени))"
)

_DAY_OF = re.compile(rf"{w.DAY}\s+{w.MONTH_OF}[^.]*$")
_STAMP = 4
"""A sentence of fewer words than these is a stamp, and tells of nothing."""

_BASES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], Scene], Value | None]], ...] = (
    (days.ACROSS, days.days_across_months),
    (days.WITHIN, days.days_within_month),
    (days.PAIR, days.days_in_a_row),
    (days.DOTTED, days.dotted_day),
    (days.SINGLE, days.single_day),
)


def next_day(match: re.Match[str], scene: Scene) -> Value | None:
    """«на следующий день»: after the day named last."""
    first, last = _before(match.start(), scene)
    return inferred(_shifted(first, 1)) if first and first == last and _shifted(first, 1) else None


def the_day_before(match: re.Match[str], scene: Scene) -> str | None:
    """«Подписание прошло 12 июля. Накануне …»: before the day of the sentence that this one goes on with."""
    sentence = scene.sentence(match.start())
    if not sentence.index or match.start() - sentence.start > len(match.group()):
        return None
    earlier = scene.layout.sentences[sentence.index - 1]
    if earlier.paragraph != sentence.paragraph:
        return None
    first, last = _before(match.start(), scene, reach=1)
    return _shifted(first, -1) if first and first == last else None


def day_told_before(position: int, scene: Scene) -> str | None:
    """The one day that the text has named last before, as far back as its beginning."""
    first, last = _before(position, scene, reach=scene.sentence(position).index)
    return first if first and first == last and not first.startswith("XXXX") else None


def same_day(match: re.Match[str], scene: Scene) -> Value | None:
    """«в тот же день»: the day named last; «тогда же»: the year where that was named last, not that of a jubilee."""
    sentence = scene.sentence(match.start())
    start = scene.layout.sentences[max(0, sentence.index - 1)].start
    years = list(w.STATED_YEAR.finditer(scene.text, start, match.start()))
    if match.group().startswith("тогда") and _JUBILEE.search(scene.text, start, match.start()):
        return None  # «В 2025 году исполнится 20 лет, как города подружились. Договор подписан тогда же»
    first, last = _before(match.start(), scene)
    if years and not _DAY_OF.search(scene.text, start, years[-1].start()):
        return Value(years[-1][1], "stated") if match.group().startswith("тогда") else None
    return inferred(first) if first and first == last else None


_JUBILEE = re.compile(r"исполн|юбиле|-лети|годовщин", re.I)


def numbered_day(match: re.Match[str], scene: Scene) -> Value | None:
    """«в первый день визита», «в заключительный день» of the run of days named last."""
    first, last = _before(match.start(), scene, runs=True)
    if not first or first == last:
        return None
    if match["number"] in ("заключительный", "последний"):
        return inferred(last)
    day = _shifted(first, w.ordinal(match["number"]) - 1)
    return inferred(day) if day and day <= last else None


def _before(position: int, scene: Scene, *, runs: bool = False, reach: int = _REACH) -> tuple[str, str]:
    """First and last day of what was named last before ``position``, alike where it is one day; empty for none."""
    sentence = scene.sentence(position)
    start = scene.layout.sentences[max(0, sentence.index - reach)].start
    found: list[tuple[int, int, str]] = []
    for pattern, value_of in _BASES:
        for match in pattern.finditer(scene.text, start, position):
            value = value_of(match, scene)
            if value is None or is_name(match, scene) or _is_stamp(scene.sentence(match.start()), scene):
                continue
            if _UNTIL.search(scene.text, max(start, match.start() - 12), match.start()):
                continue
            if value.edtf and (not runs or "/" in value.edtf):
                found.append((match.end(), -match.start(), value.edtf))
    if not found:
        return "", ""
    first, _, last = max(found)[2].partition("/")
    return (first, last or first) if len(first) == len("2025-11-21") else ("", "")


def _is_stamp(sentence: Sentence, scene: Scene) -> bool:
    return sum(token.word is not None for token in scene.layout.tokens_of(sentence)) < _STAMP


def _shifted(day: str, by: int) -> str | None:
    """The day ``by`` days later; with an open year what a leap year and a common one agree on."""
    if not day.startswith("XXXX"):
        return (date.fromisoformat(day) + timedelta(by)).isoformat()
    years = (_LEAP,) if day[5:] == "02-29" else (_LEAP, _COMMON)
    later = {(date.fromisoformat(f"{year}{day[4:]}") + timedelta(by)).isoformat()[4:] for year in years}
    return f"XXXX{later.pop()}" if len(later) == 1 else None
