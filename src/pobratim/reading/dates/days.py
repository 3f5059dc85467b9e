"""Rules for days of the calendar: «24 июня», «24.06.2025», «20–22 мая», «с 28 мая по 2 июня»."""

from __future__ import annotations

import re

from pobratim.model import edtf
from pobratim.model.document import Basis
from pobratim.reading.dates import words as w
from pobratim.reading.dates.scene import Scene, Value

DAY_AND_MONTH = rf"(?P<day>{w.DAY})(?:-?го)?\s+(?P<month>{w.MONTH_OF}|{w.MONTH_SHORT})(?:\b|(?<=\.)){w.YEAR_TAIL}?"
_TO = rf"(?:\s*{w.DASH}\s*|\s+(?:по|до)\s+)"

ISO = re.compile(r"(?<![\d-])(\d{4})-(\d\d)-(\d\d)(?![\d-])")
DOTTED = re.compile(
    rf"(?<![\d.,/-])(?:(?P<first>{w.DAY})(?:\.(?P<first_month>\d\d))?\s*{w.DASH}\s*)?"
    r"(?P<day>\d{1,2})(?P<sign>[./-])(?P<month>\d{1,2})(?P=sign)(?P<year>\d{4}|\d\d)(?![\d.,/-]*\d)"
)
DOTTED_NO_YEAR = re.compile(
    r"(?<=\b(?:от|до|на)\s)(?P<day>\d\d)\.(?P<month>0[1-9]|1[0-2])"
    r"(?![\d.:]*\d|\s*(?:%|процент|млн|млрд|тыс|раз|балл|руб|долл|км|кг|га|тонн))"
)
ACROSS = re.compile(
    rf"\b(?:с[о]?\s+)?(?P<first>{w.DAY})\s+(?P<first_month>{w.MONTH_OF})(?:\s+(?P<first_year>{w.YEAR})"
    rf"(?:\s*{w.YEAR_WORD})?)?{_TO}(?P<day>{w.DAY})\s+(?P<month>{w.MONTH_OF})\b{w.YEAR_TAIL}?"
)
WITHIN = re.compile(rf"\b(?:с[о]?\s+)?(?P<first>{w.DAY}){_TO}{DAY_AND_MONTH}")
PAIR = re.compile(rf"\b(?P<first>{w.DAY})(?P<more>(?:,\s*{w.DAY})*)\s*(?:и|,)\s*{DAY_AND_MONTH}")
LISTED = re.compile(
    rf"(?<![\d.,])(?P<day>{w.DAY})"
    rf"(?=(?:\s*,\s*{w.DAY})*\s*(?:и|,)\s*{w.DAY}\s+(?P<month>{w.MONTH_OF})\b{w.YEAR_TAIL}?)"
)
WORDED = re.compile(
    rf"\b(?P<day>(?:(?:двадцать|тридцать)\s+)?[а-яё]+(?:ого|его))\s+(?P<month>{w.MONTH_OF})\b{w.YEAR_TAIL}?"
)
NAMED_MONTH = re.compile(
    rf"(?P<day>{w.DAY})\s+(?P<month>{w.MONTH_NAME})\b{w.YEAR_TAIL}"
)
MONTH_FIRST = re.compile(rf"(?P<month>{w.MONTH_NAME})\s+(?P<day>{w.DAY}){w.YEAR_TAIL}")
SINGLE = re.compile(rf"(?<![\d.,]){DAY_AND_MONTH}")
OF_YEAR_BEFORE = re.compile(
    rf"\b(?:(?P<stated>\d{{4}})|(?P<step>{w.STEP}))\s+году,?\s+"
    rf"(?P<day>{w.DAY})(?:-?го)?\s+(?P<month>{w.MONTH_OF})\b(?!\s+(?:\d{{4}}|того|с\.|{w.STEP}\s+года))"
)


def iso_day(match: re.Match[str], scene: Scene) -> Value | None:
    """«2025-11-19»."""
    return _stated(match.group())


def dotted_day(match: re.Match[str], scene: Scene) -> Value | None:
    """«24.06.2025», «20-22.05.2025», «20.05–22.05.2025», «24/06/25»."""
    year = match["year"] if len(match["year"]) == 4 else _century(match)
    if year is None:
        return None
    day = _point(year, match["month"], match["day"])
    if match["first"] is None:
        return _stated(day)
    return _run(_point(year, match["first_month"] or match["month"], match["first"]), day, "stated")


def dotted_day_without_year(match: re.Match[str], scene: Scene) -> Value | None:
    """«до 24.06»; not «с 10.00 до 18.00»."""
    if not 1 <= int(match["day"]) <= 31 or "час" in _around(scene.text, match):
        return None
    month, day = int(match["month"]), int(match["day"])
    year = scene.anchor.year_of(month, day, scene.tense(match.start())) if scene.anchor else None
    return _checked(f"{year:04d}" if year else "XXXX", month, day, "inferred" if year else "stated")


def days_across_months(match: re.Match[str], scene: Scene) -> Value | None:
    """«с 28 мая по 2 июня 2025 года», «30 декабря 2024 года – 8 января 2025 года»."""
    last_month, first_month = w.month_number(match["month"]), w.month_number(match["first_month"])
    year, basis = scene.year(match, last_month, int(match["day"]))
    turned = first_month > last_month and year != "XXXX"
    first_year = match["first_year"] or (f"{int(year) - 1:04d}" if turned else year)
    first = _point(first_year, first_month, match["first"])
    return _run(first, _point(year, last_month, match["day"]), basis)


def days_within_month(match: re.Match[str], scene: Scene) -> Value | None:
    """«20–22 мая», «с 10 по 12 октября 2019 года»."""
    month = w.month_number(match["month"])
    year, basis = scene.year(match, month, int(match["day"]))
    return _run(_point(year, month, match["first"]), _point(year, month, match["day"]), basis)


def days_in_a_row(match: re.Match[str], scene: Scene) -> Value | None:
    """«22 и 23 мая», «20, 21 и 22 мая»: one run of days, where they follow each other."""
    days = [int(day) for day in re.findall(r"\d+", match["first"] + match["more"])] + [int(match["day"])]
    if days != list(range(days[0], days[0] + len(days))):
        return None
    return days_within_month(match, scene)


def worded_day(match: re.Match[str], scene: Scene) -> Value | None:
    """«двадцать четвёртого июня», «первого мая»."""
    try:
        day = w.ordinal(match["day"])
    except (KeyError, ValueError):
        return None
    return _day(match, scene, day)


def single_day(match: re.Match[str], scene: Scene) -> Value | None:
    """«24 июня», «24 июня 2025 г.», «19 дек», «10» of «10 и 15 мая»."""
    return _day(match, scene, int(match["day"]))


def day_of_year_before(match: re.Match[str], scene: Scene) -> Value | None:
    """«в прошлом году, 24 июня», «в 2008 году, 4 июля»: the year stands before."""
    stated: str | None = match["stated"]
    leaning = scene.anchor.year(w.step(match["step"])) if stated is None and scene.anchor else None
    year = stated or (f"{leaning:04d}" if leaning else "XXXX")
    return _checked(year, w.month_number(match["month"]), int(match["day"]), "inferred" if leaning else "stated")


def _day(match: re.Match[str], scene: Scene, day: int) -> Value | None:
    month = w.month_number(match["month"])
    if not edtf.is_valid(_point("XXXX", month, day)):
        return None
    year, basis = scene.year(match, month, day)
    return _checked(year, month, day, basis)


# ---------------------------------------------------------------- making EDTF


def _point(year: str, month: str | int, day: str | int) -> str:
    return f"{year}-{int(month):02d}-{int(day):02d}"


def _checked(year: str, month: int, day: int, basis: Basis) -> Value | None:
    point = _point(year, month, day)
    return Value(point, basis) if edtf.is_valid(point) else None


def _stated(point: str) -> Value | None:
    return Value(point, "stated") if edtf.is_valid(point) else None


def _run(first: str, last: str, basis: Basis) -> Value | None:
    run = f"{first}/{last}"
    if first[:4] == last[:4] and first >= last:
        return None
    return Value(run, basis) if edtf.is_valid(run) else None


def _century(match: re.Match[str]) -> str | None:
    """The year of two digits, after dots alone: «24.06.25»."""
    if match["sign"] != "." or len(match["day"]) < 2 or len(match["month"]) < 2:
        return None
    return ("20" if int(match["year"]) < 50 else "19") + match["year"]


def _around(text: str, match: re.Match[str]) -> str:
    return text[max(0, match.start() - 20) : match.end() + 20]
