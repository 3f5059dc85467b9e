"""Rules for expressions that lean on the document's day: «вчера», «в прошлом году», «два года назад»."""

from __future__ import annotations

import re
from datetime import date, timedelta

from pobratim.model import edtf
from pobratim.reading.dates import words as w
from pobratim.reading.dates.following import day_told_before, the_day_before
from pobratim.reading.dates.scene import OPEN, Scene, Value, inferred

_UNITS = r"(?:год(?:а|ы)?|лет|месяц(?:а|ев)?|недел[яьюи]|дн(?:я|ей)|день)"
_MORE = r"(?P<more>более|больше|свыше|не\s+менее|не\s+одно|много|несколько)"
_ABOUT = r"(?P<about>около|почти|примерно|порядка|приблизительно)"
_HOW = rf"(?:(?:{_MORE}|{_ABOUT})\s+(?:чем\s+)?)?"

DAY_WORD = re.compile(rf"(?<![\w-]){w.any_of(w.DAYS)}(?![\w-])")
THESE_DAYS = re.compile(r"\bна\s+днях\b")
WEEKDAY = re.compile(
    rf"\b(?:во?|на)\s+(?:(?P<step>{w.STEP})\s+)?(?P<day>{w.any_of(w.WEEKDAYS)})\b"
    rf"(?!\s+{w.any_of(w.NOT_WEEKDAYS_BEFORE)})"
)
WEEK_OR_MONTH = re.compile(
    rf"\b(?:на|в|за|начале|конце|середине)\s+(?P<step>{w.STEP})\s+(?P<unit>недел[еюяи]|месяц[ае]?|выходн(?:ые|ых))\b"
)
YEAR_STEP = re.compile(rf"\b(?P<step>{w.STEP})\s+(?:год(?:а|у|ом|е)?|г\.)(?!\w)")
SAME_YEAR = re.compile(r"\bтом\s+же\s+году\b")
OF_THIS_YEAR = re.compile(r"\b(?:начал[ауео]|конц[ауе]|середин[ыеу]|итогам)\s+года\b")
AGO = re.compile(
    rf"\b{_HOW}(?:(?P<count>{w.CARDINAL}|полтора|полторы)\s+)?(?P<unit>{_UNITS}|полгода)\s+(?:тому\s+)?назад\b"
)
IN_YEARS = re.compile(rf"\bчерез\s+(?:(?P<count>{w.CARDINAL})\s+)?(?:год|года|лет)\b(?!\s+после)")
LASTING = re.compile(
    rf"\b(?P<lead>на\s+протяжении|в\s+течение|(?:вот\s+)?уже|последни[ехм]+)\s+(?:уже\s+)?(?:последних\s+)?"
    rf"{_HOW}(?P<count>{w.CARDINAL})\s*(?P<unit>лет|года|год|десятилети[йяе])\b"
)
IN_A_ROW = re.compile(
    rf"\b(?P<number>{w.ORDINAL})\s+год\s+(?:подряд|кряду)\b|\bуже\s+(?P<already>{w.ORDINAL})\s+год\b"
)
ANNIVERSARY = re.compile(
    r"\b(?P<count>\d+(?:\s\d{3})?)(?:-?[а-яё]{0,3})?"
    r"(?:[-\s]лет(?:и[еюяй]|ия|ием|ии|ний\s+юбилей)|\s+годовщин[а-я]*)\b"
    rf"|\b(?P<worded>{w.ORDINAL})\s+годовщин[а-я]*\b"
)
FULFILLED = re.compile(
    rf"\bисполн(?:яется|илось|ится|ились)\s+(?P<count>{w.CARDINAL})\s+(?:лет|год|года)\b"
)
YEARS_PASSED = re.compile(
    rf"\b(?:исполн(?:яется|илось|ится|ился)|прош[её]л|прошло|минул[оа]?|вот\s+уже)\s+(?:уже\s+|ровно\s+)?"
    rf"(?:(?P<count>{w.CARDINAL})\s+(?:лет|года?)|год)\b"
    r"(?=,?\s+(?:с\s+(?:тех\s+пор|того\s+(?:дня|момента|времени)),?\s+)?(?:как|после|со\s+дня|с\s+момента)\b)"
)
_DAY_FULFILLED = re.compile(rf"\b(?P<day>{w.DAY})\s+(?P<month>{w.MONTH_OF})\s+(?:[а-яё]+\s+)?$")
_REACH = 40
_DAY_AFTER = re.compile(rf"\s*,?\s*\(?{w.DAY}[\s.]")
_DAY_BEFORE = re.compile(rf"{w.DAY}\s+{w.MONTH_OF},?\s+$")
PARTING = re.compile(r"[,:;—–]")
"""Signs behind «исполнилось 20 лет» that part it from what is told next."""
_CELEBRATED = re.compile(r"исполн|отмеча|праздну|отметил|отпразднова|в этом году")


def day_word(match: re.Match[str], scene: Scene) -> Value | None:
    """«вчера», «сегодня», «накануне»; not «накануне праздника»."""
    if match.group() == "накануне" and _governs_noun(match.end(), scene):
        return None
    if match.group() == "накануне" and (day := the_day_before(match, scene)):
        return inferred(day)
    if match.group() == "накануне" and (other := _before_another_day(match, scene)) is not None:
        yesterday = scene.anchor.days(-1) if scene.anchor else None
        return inferred(other[:7] if (yesterday or "").startswith(other[:7]) else None)
    return inferred(scene.anchor.days(w.DAYS[match.group()])) if scene.anchor else OPEN


def _before_another_day(match: re.Match[str], scene: Scene) -> str | None:
    """«(5 июля в Омске прошёл праздник.) … | Накануне гости посетили завод» of 7 July: before the feast, or before the
    news? Nobody says, where the day told last is no later than the day before the news: the day before it."""
    told = day_told_before(match.start(), scene)
    yesterday = scene.anchor.days(-1) if scene.anchor else None
    if told is None or yesterday is None or len(yesterday) != len(told) or told > yesterday:
        return None
    return (date.fromisoformat(told) - timedelta(1)).isoformat()


def these_days(match: re.Match[str], scene: Scene) -> Value | None:
    """«на днях»: the month or year that holds the days about now."""
    if not scene.anchor:
        return OPEN
    tense = scene.tense(match.start())
    return inferred(scene.anchor.days(-7 if tense <= 0 else 0, 7 if tense >= 0 else 0))


def weekday(match: re.Match[str], scene: Scene) -> Value | None:
    """«во вторник», «в минувшую пятницу»; beside a full date it adds nothing."""
    before = scene.text[max(0, match.start() - 20) : match.start()]
    if _DAY_AFTER.match(scene.text, match.end()) or _DAY_BEFORE.search(before):
        return None
    if not scene.anchor:
        return OPEN
    step = w.step(match["step"]) if match["step"] else None
    index = next(i for i, form in enumerate(w.WEEKDAYS) if form == match["day"])
    return inferred(scene.anchor.weekday(index, step, scene.tense(match.start())))


def week_or_month(match: re.Match[str], scene: Scene) -> Value | None:
    """«на прошлой неделе», «в минувшие выходные» (the month that holds them), «в этом месяце»."""
    if not scene.anchor:
        return OPEN
    step = w.step(match["step"])
    if match["unit"].startswith("месяц"):
        return inferred(scene.anchor.months(step))
    return inferred(scene.anchor.week(step))


def year_step(match: re.Match[str], scene: Scene) -> Value | None:
    """«в прошлом году», «до конца этого года»."""
    return _years_back(scene, -w.step(match["step"]), "", "point")


def same_year(match: re.Match[str], scene: Scene) -> Value | None:
    """«в том же году»: the last year stated before."""
    year = scene.year_before(match.start())
    return Value(year.digits, year.basis) if year.digits != "XXXX" else OPEN


def of_this_year(match: re.Match[str], scene: Scene) -> Value | None:
    """«до конца года», «с начала года»."""
    year = scene.anchor.year() if scene.anchor else None
    return inferred(f"{year:04d}" if year else None)


def ago(match: re.Match[str], scene: Scene) -> Value | None:
    """«два года назад» (the year), «месяц назад» (the month), «три дня назад» (the day)."""
    if match["more"]:
        return OPEN
    unit, worded = match["unit"], match["count"]
    if unit == "полгода" or worded in ("полтора", "полторы"):
        return OPEN
    count = w.cardinal(worded) if worded else 1
    if unit.startswith(("год", "лет")):
        return _years_back(scene, count, "~" if match["about"] else "", "point")
    if not scene.anchor:
        return OPEN
    if unit.startswith("месяц"):
        return inferred(scene.anchor.months(-count))
    if unit.startswith("недел"):
        return inferred(scene.anchor.days(-7 * count - 1, -7 * count + 1))
    return inferred(scene.anchor.days(-count))


def in_years(match: re.Match[str], scene: Scene) -> Value | None:
    """«через два года», not «через два года породнились»: the year."""
    if scene.tense(match.start()) < 0:
        return OPEN
    return _years_back(scene, -(w.cardinal(match["count"]) if match["count"] else 1), "", "point")


def lasting(match: re.Match[str], scene: Scene) -> Value | None:
    """«на протяжении 14 лет», «уже почти двадцать лет»: since when; open where it looks ahead."""
    if match["more"] or "последни" in match.group() or scene.tense(match.start()) > 0:
        return inferred(None, "duration")
    count = w.cardinal(match["count"]) * (10 if match["unit"].startswith("десят") else 1)
    return _years_back(scene, count, "~" if match["about"] else "", "duration")


def years_in_a_row(match: re.Match[str], scene: Scene) -> Value | None:
    """«третий год подряд»: since the year before last."""
    return _years_back(scene, w.ordinal(match["number"] or match["already"]) - 1, "", "duration")


def anniversary(match: re.Match[str], scene: Scene) -> Value | None:
    """«к 80-летию Победы»: what is remembered, dated only where it is celebrated in the text's year."""
    count = int(re.sub(r"\s", "", match["count"])) if match["count"] else w.ordinal(match["worded"])
    sentence = scene.sentence(match.start())
    if not _CELEBRATED.search(scene.text, sentence.start, sentence.end):
        return inferred(None, "anniversary")
    return _years_back(scene, count, "", "anniversary")


def fulfilled(match: re.Match[str], scene: Scene) -> Value | None:
    """«в этом году исполняется 25 лет побратимству»: counted from the year of its sentence or of the text."""
    count = w.cardinal(match["count"])
    stated = scene.year_in_sentence(match.start())
    if stated and not (scene.anchor is None and _parted(match, scene)):
        begun = begun_in(stated, count, scene.anchor.year() if scene.anchor else None)
        return inferred(f"{begun:04d}" if begun else None, "anniversary")
    day = _DAY_FULFILLED.search(scene.text, max(0, match.start() - _REACH), match.start())
    found = _years_back(scene, count, "", "anniversary")
    if day is None or found.edtf is None:
        return found
    date = f"{found.edtf}-{w.month_number(day['month']):02d}-{int(day['day']):02d}"  # «14 октября исполнится 20 лет»
    return inferred(date, "anniversary") if edtf.is_valid(date) else found


def _parted(match: re.Match[str], scene: Scene) -> bool:
    """«исполнилось 20 лет: подписан он в 2005 году»: what follows a sign tells of another time."""
    sentence = scene.sentence(match.start())
    return PARTING.search(scene.text, match.end(), sentence.end) is not None


def begun_in(stated: int, count: int, now: int | None) -> int | None:
    """When that began which is ``count`` years old, in a sentence of the year ``stated`` in a text of the year ``now``.

    «В 2025 году исполнилось 20 лет» counts from 2025; «исполнилось 20 лет: договор подписан в 2005 году» tells the year
    itself. Where the sum lies before the text it may be the one or the other.
    """
    if now is None or stated + count > now:
        return stated - count
    return stated if stated + count == now else None


def years_passed(match: re.Match[str], scene: Scene) -> Value | None:
    """«исполнился год, как города стали побратимами», «прошло пять лет с тех пор, как»: so long before."""
    return _years_back(scene, w.cardinal(match["count"]) if match["count"] else 1, "", "anniversary")


def _years_back(scene: Scene, count: int, qualifier: str, kind: str) -> Value:
    """The year so many years before the text's own; how far back it lies where that is not known."""
    year = scene.anchor.year(-count) if scene.anchor else None
    if year is None:
        return Value(None, "inferred", kind, years=None if qualifier else -count)
    return inferred(f"{year:04d}{qualifier}", kind)


def _governs_noun(position: int, scene: Scene) -> bool:
    """Does a noun in the genitive follow, or a jubilee («накануне 80-летия»)?"""
    after = scene.tokens_after(position, 1)
    if after and after[0].lower.endswith("летия"):
        return True
    parses = after[0].word.parses if after and after[0].word else ()
    return bool(parses) and parses[0].case == "gent" and parses[0].pos in ("NOUN", "ADJF", "PRTF")
